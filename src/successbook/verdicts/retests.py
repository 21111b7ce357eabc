"""What a tester tries again: what did not pass for them, and what was repaired since."""

from __future__ import annotations

from typing import Final

from successbook.tree import Address, Tree
from successbook.verdicts.defects import retest_queue
from successbook.verdicts.results import evidence_of

__all__ = ["to_try_again"]

_HIT: Final = frozenset({"failed", "blocked"})
_OPEN: Final = _HIT | {"not observed"}


def to_try_again(tree: Tree, uat: Address, tester: str) -> frozenset[str]:
    """The ids of the cases that a tester tries again.

    These are the cases whose latest result of this tester is failed, blocked or not observed. A case whose
    defect is repaired belongs to those for whom it did not work, and to everybody if nobody said for whom.

    Args:
        tree: the plan.
        uat: the acceptance test.
        tester: the tester's id.
    """
    seen = evidence_of(tree, uat).seen
    again = {case for case, held in seen.items() if tester in held and held[tester].state in _OPEN}
    for at in retest_queue(tree, uat):
        if not any(each.state in _HIT for each in seen.get(at.key, {}).values()):
            again.add(at.key)
    return frozenset(again)
