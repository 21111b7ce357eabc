"""How far an acceptance test is, counted in results: each of one case and one tester."""

from __future__ import annotations

from dataclasses import dataclass

from successbook.tree import Tree
from successbook.verdicts.results import DEFINITE, EXECUTED, PASSED, Evidence, takes

__all__ = ["Counts", "counts_of"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the test is.

    Attributes:
        planned: results that are wanted; what is not applicable, or another tester's, is not.
        executed: how many were tried.
        definite: how many of these say yes or no.
        passed: how many say yes.
        retested: how many count instead of one of an earlier round.
    """

    planned: int
    executed: int
    definite: int
    passed: int
    retested: int

    @property
    def done(self) -> str:
        """``18 of 24``; ``-`` while nothing was run, which is not the same as none of them."""
        return f"{self.executed} of {self.planned}" if self.executed else "-"

    @property
    def well(self) -> str:
        """``16 of 17``; ``-`` while no result says yes or no."""
        return f"{self.passed} of {self.definite}" if self.definite else "-"


def counts_of(tree: Tree, evidence: Evidence) -> Counts:
    """Count what was wanted, tried, told and passed."""
    taken = {tester: takes(tree, evidence.uat, tester) for tester in evidence.testers}
    planned = executed = definite = passed = retested = 0
    for case in evidence.cases:
        planned += sum(not only or case.key in only for only in taken.values())
        for tester, seen in evidence.of(case.key).items():
            only = taken.get(tester)
            if only and case.key not in only and seen.state in EXECUTED:
                planned += 1  # somebody did more than was asked
            elif seen.state == "not applicable" and (not only or case.key in only):
                planned -= 1
            executed += seen.state in EXECUTED
            definite += seen.state in DEFINITE
            passed += seen.state in PASSED
            retested += seen.retested
    return Counts(planned, executed, definite, passed, retested)
