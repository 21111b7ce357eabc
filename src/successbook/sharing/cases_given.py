"""Which cases a tester is given, on paper and in a result sheet."""

from __future__ import annotations

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import sheet_at
from successbook.tree import Address, Tree
from successbook.verdicts.results import takes
from successbook.verdicts.retests import to_try_again

__all__ = ["cases_given"]


def cases_given(
    tree: Tree, uat: Address, round_: str, tester: str, *, retest: bool = False
) -> tuple[Address, ...]:
    """The cases of a tester in a round: those that they take, or of a retest what is for them.

    What they have answered in this round already is among them, so that a sheet given out again is whole.

    Args:
        tree: the plan.
        uat: the acceptance test.
        round_: the id of the round.
        tester: the tester's id.
        retest: whether they are given only what is to be tried again.
    """
    every = tuple(records(tree, KINDS["case"], uat))
    wanted = to_try_again(tree, uat, tester) if retest else takes(tree, uat, tester)
    if not wanted and not retest:
        return every
    answered = tree.table(sheet_at(uat, round_, tester).child("results"))
    return tuple(at for at in every if at.key in wanted or at.key in answered)
