"""Test cases before their judge: whether each one passed, and if not, in a sentence why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.titles import title_of, title_of_table
from successbook.text import with_and
from successbook.tree import Address, Tree
from successbook.verdicts.dated import quoted
from successbook.verdicts.results import PASSED, Evidence, Seen

__all__ = ["CaseView", "Outcome", "Waived", "cases_of", "must_pass", "several", "waivers_of", "who_is"]

Outcome = Literal["passed", "failed", "blocked", "not told", "not run"]
"""How a case stands over all its testers, the worst of what they saw."""

_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Waived:
    """An exception: a case that need not pass.

    Attributes:
        at: the waiver.
        by: who waives the case; empty if that is not said.
        why: why; empty if that is not said. Without either it does not count.
    """

    at: Address
    by: str
    why: str

    @property
    def lacks(self) -> str:
        """What keeps it from counting, a clause; empty when it counts."""
        missing = [name for name, said in (("who waives it", self.by), ("why", self.why)) if not said]
        return f"its waiver does not say {' and '.join(missing)}" if missing else ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as it stands.

    Attributes:
        at: the case.
        must: whether it must pass; a case that names no priority must, since unknown is not taken as safe.
        outcome: how it stands.
        says: what happened, as it goes on after "it must pass and": ``failed for F1 in Round 2``.
        passed_by: how many testers passed it.
        waived: its waiver, if it has one.
    """

    at: Address
    must: bool
    outcome: Outcome
    says: str
    passed_by: int
    waived: Waived | None = None

    @property
    def exempt(self) -> bool:
        """Whether it need not pass."""
        return self.waived is not None and not self.waived.lacks


def cases_of(tree: Tree, evidence: Evidence) -> Iterator[CaseView]:
    """Every case, in order."""
    waivers = waivers_of(tree, evidence.uat)
    testers = {tester: who_is(tree, evidence.uat, tester) for tester in evidence.testers}
    rounds = {key[0]: _in_round(tree, evidence.uat, key[0]) for key in evidence.sheets}
    for at in evidence.cases:
        states = evidence.states(at.key)
        outcome = _outcome(states)
        yield CaseView(
            at,
            words(tree.table(at), "priority") not in ("should", "could"),
            outcome,
            _says(evidence.of(at.key), outcome, testers, rounds),
            sum(state in PASSED for state in states),
            waivers.get(at),
        )


def waivers_of(tree: Tree, uat: Address) -> dict[Address, Waived]:
    """The waiver of each case that has one; of several the first that counts."""
    found: dict[Address, Waived] = {}
    for at in records(tree, KINDS["waiver"], uat):
        table = tree.table(at)
        case = resolve(tree, words(table, "case"), ("case",), at)
        waived = Waived(at, " ".join(words(table, "by").split()), words(table, "why"))
        if case is not None and (case not in found or found[case].lacks):
            found[case] = waived
    return found


def _outcome(states: Sequence[str]) -> Outcome:
    if "failed" in states:
        return "failed"
    if "blocked" in states:
        return "blocked"
    if any(state in PASSED for state in states):
        return "passed"
    return "not told" if states else "not run"


def _says(
    seen: Mapping[str, Seen], outcome: Outcome, testers: Mapping[str, str], in_rounds: Mapping[str, str]
) -> str:
    if outcome == "not run":
        return "nobody has run it"
    if outcome == "not told":
        return "nobody could tell whether it does"
    if outcome == "passed":
        return "passed"
    hit = [(testers[tester], in_rounds[each.round]) for tester, each in seen.items() if each.state == outcome]
    verb = "failed" if outcome == "failed" else "was blocked"
    if len({where for _, where in hit}) == 1:
        return f"{verb} for {several([who for who, _ in hit])}{hit[0][1]}"
    return f"{verb} for {several([f'{who}{where}' for who, where in hit])}"


def _in_round(tree: Tree, uat: Address, round_: str) -> str:
    table = tree.table(uat.child("rounds", round_))
    title = title_of_table(KINDS["round"], table).partition(",")[0].strip() or round_
    return f" in {title}" if title else ""


def who_is(tree: Tree, uat: Address, tester: str) -> str:
    """What a tester is called; the id where there is only a sheet."""
    at = uat.child("testers", tester)
    return " ".join(title_of(tree, at).split()) if tree.has(at) and tree.table(at).get("title") else tester


def several(names: Sequence[str], most: int = _SHOWN) -> str:
    """Names in a sentence: ``F1``, ``F1 and C2``, ``F1, C2, C3 and 4 more``."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return with_and(names)


def must_pass(tree: Tree, case: CaseView) -> str:
    """What keeps a must-case from passing, a whole sentence without a full stop."""
    lacks = f"; {case.waived.lacks}" if case.waived is not None and case.waived.lacks else ""
    return f"{quoted(tree, case.at)} must pass and {case.says}{lacks}"
