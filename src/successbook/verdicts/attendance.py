"""Who came to test: testers, and the quotas they count towards. Quotas may overlap."""

from __future__ import annotations

from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import references, whole
from successbook.tree import Address, Tree
from successbook.verdicts.dated import quoted
from successbook.verdicts.results import Evidence

__all__ = ["Attendance", "QuotaView", "attendance_of", "came", "quotas_of"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many testers came.

    Attributes:
        came: how many did.
        stayed_away: how many did not.
        open: of how many it is not known yet.
    """

    came: int
    stayed_away: int
    open: int

    @property
    def words(self) -> str:
        """The show rate: ``6 of 7 came``; ``-`` while it is known of nobody."""
        known = self.came + self.stayed_away
        rest = f", {self.open} not known yet" if self.open else ""
        return f"{self.came} of {known} came{rest}" if known else "-"


@dataclass(frozen=True, slots=True)
class QuotaView:
    """A sort of tester.

    Attributes:
        at: the quota.
        wanted: how many are wanted; None if that is not said.
        came: how many of those who count towards it came.
        named: how many count towards it.
        open: of how many of these it is not known yet.
    """

    at: Address
    wanted: int | None
    came: int
    named: int
    open: int

    @property
    def met(self) -> bool:
        """Whether enough came; where nothing is wanted nothing is short."""
        return self.wanted is None or self.came >= self.wanted

    @property
    def words(self) -> str:
        """``2 of 3 came``."""
        rest = f", {self.open} still to come" if self.open else ""
        if self.wanted is None:
            return f"{self.came} came{rest}; nobody said how many are wanted"
        return f"{self.came} of {self.wanted} came{rest}"

    def short(self, tree: Tree) -> str:
        """What is short, a sentence without a full stop."""
        return f"of the testers wanted as {quoted(tree, self.at)}, {self.words}"


def came(tree: Tree, evidence: Evidence, tester: str) -> bool | None:
    """Whether a tester came; None while that is not known. Who has tried a case has been there."""
    said = tree.table(evidence.uat.child("testers", tester)).get("showed_up")
    if said is True or tester in evidence.tried:
        return True
    stayed = said is False or any(tester in missed for missed in evidence.missed.values())
    return False if stayed else None


def attendance_of(tree: Tree, evidence: Evidence) -> Attendance:
    """Who came of all testers."""
    known = [came(tree, evidence, tester) for tester in evidence.testers]
    return Attendance(known.count(True), known.count(False), known.count(None))


def quotas_of(tree: Tree, evidence: Evidence) -> tuple[QuotaView, ...]:
    """The quotas, in order."""
    found = []
    for at in records(tree, KINDS["quota"], evidence.uat):
        table = tree.table(at)
        testers = dict.fromkeys(each.key for each in references(tree, table, "testers", ("tester",), near=at))
        known = [came(tree, evidence, tester) for tester in testers]
        found.append(QuotaView(at, whole(table, "wanted"), known.count(True), len(known), known.count(None)))
    return tuple(found)
