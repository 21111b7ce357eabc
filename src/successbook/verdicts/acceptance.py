"""Is it accepted? The rules by which an acceptance test is judged, and every cause with its place.

1. Without a case there is nothing to judge.
2. It is not accepted while a must-case failed, or a defect that blocks the release is not repaired.
3. It is not finished while nothing was run, a must-case is blocked, nobody ran it or nobody could tell; while
   a quota is short, a criterion to end does not hold, or a repaired defect that blocks waits for its retest.
4. It is accepted with exceptions when a must-case did not pass and was waived, by somebody and for a reason.
5. Else it is accepted.

A case without a priority must pass. A case is as bad as the worst that counts of it; of each tester the
latest round counts. What speaks against it is told whole: the causes of 2 and of 3 together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from successbook.plan.hierarchy import records
from successbook.plan.keeping import Kept
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree
from successbook.verdicts.attendance import Attendance, QuotaView, attendance_of, quotas_of
from successbook.verdicts.case_views import CaseView, cases_of, must_pass
from successbook.verdicts.counts import Counts, counts_of
from successbook.verdicts.criteria import CriterionView, Grounds, criteria_of
from successbook.verdicts.dated import quoted
from successbook.verdicts.defects import DefectView, defects_of
from successbook.verdicts.metrics import Tone
from successbook.verdicts.results import evidence_of
from successbook.verdicts.sign_offs import Signature, signatures

__all__ = ["VERDICTS", "Acceptance", "Cause", "acceptance_of"]

VERDICTS: Final[dict[str, Tone]] = {
    "nothing to judge": "unknown",
    "not accepted": "bad",
    "not finished": "careful",
    "accepted with exceptions": "good",
    "accepted": "good",
}
"""Every verdict with its tone."""


class Cause(NamedTuple):
    """Why a verdict is what it is: a sentence without a full stop, and the record that it is about."""

    says: str
    at: Address


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The verdict on an acceptance test, and what it follows from.

    Attributes:
        release: the release.
        uat: its acceptance test; it may not be there.
        failures: why it is not accepted.
        gaps: why it is not finished.
        exceptions: the waivers that were needed.
        cases: the cases as they stand.
        counts: how far it is.
        quotas: who was wanted, and who came.
        attendance: who came of all testers.
        criteria: the criteria to begin and to end.
        defects: the defects, but those of waived cases.
        signatures: the sign-offs.
    """

    release: Address
    uat: Address
    failures: tuple[Cause, ...]
    gaps: tuple[Cause, ...]
    exceptions: tuple[Cause, ...]
    cases: tuple[CaseView, ...]
    counts: Counts
    quotas: tuple[QuotaView, ...]
    attendance: Attendance
    criteria: tuple[CriterionView, ...]
    defects: tuple[DefectView, ...]
    signatures: tuple[Signature, ...] = ()

    @property
    def verdict(self) -> str:
        """One of `VERDICTS`: the rules, in their order."""
        if not self.cases:
            return "nothing to judge"
        if self.failures:
            return "not accepted"
        if self.gaps:
            return "not finished"
        return "accepted with exceptions" if self.exceptions else "accepted"

    @property
    def tone(self) -> Tone:
        """How good that is."""
        return VERDICTS[self.verdict]

    @property
    def accepted(self) -> bool:
        """Whether it is accepted, be it with exceptions."""
        return self.verdict.startswith("accepted")

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Everything that speaks against it, the worst first; if nothing does, the exceptions."""
        if not self.cases:
            return (Cause("there is no case yet", self.uat),)
        return self.failures + self.gaps or self.exceptions

    @property
    def unpassed(self) -> tuple[CaseView, ...]:
        """The cases that somebody tried and nobody passed."""
        return tuple(each for each in self.cases if not each.passed_by and each.outcome != "not run")

    @property
    def minor(self) -> tuple[CaseView, ...]:
        """The should- and could-cases that failed or are blocked: they do not decide, and are told."""
        return tuple(each for each in self.cases if not each.must and each.outcome in ("failed", "blocked"))

    @property
    def challenged(self) -> tuple[Signature, ...]:
        """The sign-offs that the evidence contradicts."""
        return tuple(each for each in self.signatures if each.challenged)

    @property
    def stale(self) -> tuple[Signature, ...]:
        """The sign-offs on content that has changed since."""
        return tuple(each for each in self.signatures if each.stale)


_KEPT: Final[Kept[Acceptance]] = Kept(64)


def acceptance_of(tree: Tree, release: Address) -> Acceptance:
    """The verdict on the acceptance test of a release.

    Args:
        tree: the plan.
        release: the release's address; it may have no acceptance test.
    """
    uat = KINDS["uat"].at("", release)
    parts = tuple(at for name in ("sheet", "defect") for at in records(tree, KINDS[name], uat))
    follows = (tree.table(uat), *map(tree.table, parts))
    return _KEPT.of((uat, parts), follows, lambda: _judged(tree, release, uat))


def _judged(tree: Tree, release: Address, uat: Address) -> Acceptance:
    evidence = evidence_of(tree, uat)
    cases, counts = tuple(cases_of(tree, evidence)), counts_of(tree, evidence)
    waived = {each.at for each in cases if each.exempt}
    defects = tuple(each for each in defects_of(tree, uat) if each.case not in waived)
    quotas = quotas_of(tree, evidence)
    criteria = criteria_of(tree, uat, Grounds(cases, quotas, defects, counts.passed, counts.definite))
    failures, gaps, exceptions = _rules(tree, uat, cases, quotas, criteria, defects)
    attendance = attendance_of(tree, evidence)
    found = Acceptance(
        release, uat, failures, gaps, exceptions, cases, counts, quotas, attendance, criteria, defects
    )
    against = found.causes[0] if not found.accepted else None
    return replace(found, signatures=signatures(tree, uat, against.says if against else ""))


def _rules(
    tree: Tree,
    uat: Address,
    cases: tuple[CaseView, ...],
    quotas: tuple[QuotaView, ...],
    criteria: tuple[CriterionView, ...],
    defects: tuple[DefectView, ...],
) -> tuple[tuple[Cause, ...], tuple[Cause, ...], tuple[Cause, ...]]:
    """What speaks against accepting it, what against its being finished, and which exceptions were needed."""
    musts = [each for each in cases if each.must and each.outcome != "passed"]
    bad = [each for each in musts if not each.exempt]
    failures = [Cause(must_pass(tree, each), each.at) for each in bad if each.outcome == "failed"]
    failures += [Cause(each.sentence(tree), each.at) for each in defects if each.stops]
    gaps = [Cause(must_pass(tree, each), each.at) for each in bad if each.outcome != "failed"]
    gaps += [Cause(each.sentence(tree), each.at) for each in defects if each.waits]
    gaps += [Cause(each.short(tree), each.at) for each in quotas if not each.met]
    gaps += [
        Cause(each.sentence, each.at)
        for each in criteria
        if each.list == "exit" and each.holds is not True and not (each.holds is False and each.kind in _TOLD)
    ]
    if not failures + gaps and not any(each.outcome != "not run" or each.exempt for each in cases):
        gaps = [Cause("nobody has run a case yet", uat)]
    exceptions = [
        Cause(f"{quoted(tree, each.at)} need not pass: waived by {each.waived.by}", each.waived.at)
        for each in musts
        if each.exempt and each.waived is not None
    ]
    return tuple(failures), tuple(gaps), tuple(exceptions)


_TOLD: Final = ("no open blocker", "quota met")
"""The criteria that only say again what other causes say."""
