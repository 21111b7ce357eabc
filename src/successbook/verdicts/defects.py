"""The defects of an acceptance test: which are open, which block the release, which wait for a retest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.tree import Address, Tree
from successbook.verdicts.dated import quoted

__all__ = ["FIXED", "DefectView", "defects_of", "retest_queue"]

FIXED: Final = ("fixed", "to retest")
"""States of a defect that is said to be repaired and that nobody has tried since."""
_OVER: Final = ("closed", "not a defect", "will not be fixed")
_SAID: Final = {"new": "is new", "will not be fixed": "will not be fixed"}


@dataclass(frozen=True, slots=True)
class DefectView:
    """A defect as it stands.

    Attributes:
        at: the defect.
        state: its state, in its own word.
        blocking: whether it is said to block the release, whatever its severity.
        case: the case it was found in, if that is there.
    """

    at: Address
    state: str
    blocking: bool
    case: Address | None

    @property
    def open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state not in _OVER

    @property
    def to_retest(self) -> bool:
        """Whether it waits for its retest."""
        return self.state in FIXED

    @property
    def stops(self) -> bool:
        """Whether it stops the release: it blocks, and it is not repaired."""
        return self.blocking and not self.to_retest and self.state not in ("closed", "not a defect")

    @property
    def waits(self) -> bool:
        """Whether the release waits for its retest."""
        return self.blocking and self.to_retest

    def sentence(self, tree: Tree) -> str:
        """Why it stops the release or lets it wait, without a full stop."""
        rest = "its retest is still to come" if self.to_retest else _SAID.get(self.state, "is open")
        return f"the defect {quoted(tree, self.at)} blocks the release and {rest}"


def defects_of(tree: Tree, uat: Address) -> tuple[DefectView, ...]:
    """The defects, in the order of their files."""
    found = []
    for at in records(tree, KINDS["defect"], uat):
        table = tree.table(at)
        case = resolve(tree, words(table, "case"), ("case",), at)
        found.append(DefectView(at, words(table, "state"), table.get("blocking") is True, case))
    return tuple(found)


def retest_queue(tree: Tree, uat: Address) -> dict[Address, list[Address]]:
    """The cases that wait for a retest, each with its defects that are fixed and not tried since."""
    found: dict[Address, list[Address]] = {}
    for each in defects_of(tree, uat):
        if each.to_retest and each.case is not None:
            found.setdefault(each.case, []).append(each.at)
    order = {at: number for number, at in enumerate(records(tree, KINDS["case"], uat))}
    return dict(sorted(found.items(), key=lambda pair: order.get(pair[0], len(order))))
