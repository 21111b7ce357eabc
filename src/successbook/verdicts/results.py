"""What the testers saw: of every case and tester the one result that counts.

A result belongs to a case, a tester and a round. After a retest the latest round counts, case by case and
tester by tester. A round in which somebody did not come to a case takes nothing back: what they saw before
stands. The order of rounds is that of the rounds table; a sheet of a round that is not there counts first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

from successbook.plan.hierarchy import records
from successbook.plan.keeping import Kept
from successbook.plan.kinds import KINDS, ids_in
from successbook.plan.peek import people, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.metrics import Tone

__all__ = [
    "DEFINITE", "EXECUTED", "PASSED", "Evidence", "Seen", "evidence_of", "results_in_words", "results_of",
    "round_and_tester", "takes",
]  # fmt: skip

PASSED: Final = frozenset({"passed", "passed with note"})
"""What a case that passed is called."""
DEFINITE: Final = PASSED | {"failed"}
"""The results that say yes or no."""
EXECUTED: Final = DEFINITE | {"blocked", "not observed"}
"""The results of somebody who tried."""


class Seen(NamedTuple):
    """What a tester saw in a case.

    Attributes:
        state: the result in its own word.
        sheet: the sheet it stands in.
        round: the id of its round.
        retested: whether an earlier round had a result that this one takes the place of.
    """

    state: str
    sheet: Address
    round: str
    retested: bool = False

    def at(self, case: str) -> Address:
        """The result itself."""
        return self.sheet.child("results", case)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there is to judge an acceptance test by.

    Attributes:
        uat: the acceptance test.
        cases: its cases, in their order.
        testers: the ids of its testers, in their order; those of whom there are only sheets come last.
        rounds: the ids of its rounds, in their order.
        sheets: the sheets by the ids of round and tester.
        seen: by the ids of case and tester the result that counts; of cases that are not there, too.
        missed: the testers who did not come to a round, by the round's id.
        tried: the testers who have tried any case.
    """

    uat: Address
    cases: tuple[Address, ...]
    testers: tuple[str, ...]
    rounds: tuple[str, ...]
    sheets: dict[tuple[str, str], Address]
    seen: dict[str, dict[str, Seen]]
    missed: dict[str, set[str]] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)

    def of(self, case: str) -> dict[str, Seen]:
        """What was seen in a case, by tester."""
        return self.seen.get(case, {})

    def states(self, case: str) -> list[str]:
        """The results that count of a case, of those who tried."""
        return [each.state for each in self.of(case).values() if each.state in EXECUTED]

    @property
    def retested(self) -> int:
        """How many results count instead of one of an earlier round."""
        return sum(each.retested for held in self.seen.values() for each in held.values())


_KEPT: Final[Kept[Evidence]] = Kept(64)


def evidence_of(tree: Tree, uat: Address, only: str = "") -> Evidence:
    """What the testers of an acceptance test saw.

    Args:
        tree: the plan.
        uat: the acceptance test.
        only: the id of a round, if nothing else shall count.
    """
    sheets = list(records(tree, KINDS["sheet"], uat))
    follows = (tree.table(uat), *(tree.table(at) for at in sheets))
    return _KEPT.of((uat, only, tuple(sheets)), follows, lambda: _evidence(tree, uat, sheets, only))


def round_and_tester(sheet: Address) -> tuple[str, str]:
    """The ids of a sheet's round and tester, from the name of its file."""
    ids = ids_in(KINDS["sheet"].file, sheet.file) or ("",)
    round_, _, tester = ids[-1].partition("--")
    return round_, tester


def _evidence(tree: Tree, uat: Address, sheets: list[Address], only: str) -> Evidence:
    named = {at: round_and_tester(at) for at in sheets}
    rounds = [at.key for at in records(tree, KINDS["round"], uat)]
    rank = {id_: number for number, id_ in enumerate(rounds)}
    testers = [at.key for at in records(tree, KINDS["tester"], uat)]
    testers += [tester for _, tester in named.values()]
    found = Evidence(
        uat,
        tuple(records(tree, KINDS["case"], uat)),
        tuple(dict.fromkeys(testers)),
        tuple(rounds),
        {ids: at for at, ids in named.items()},
        {},
    )
    in_order = sorted(named.items(), key=lambda pair: rank.get(pair[1][0], -1))
    for sheet, (round_, tester) in in_order:
        if not only or round_ == only:
            _take(found, tree, sheet, round_, tester)
    return found


def _take(found: Evidence, tree: Tree, sheet: Address, round_: str, tester: str) -> None:
    """Let the results of a sheet count, over those of the rounds before."""
    table = tree.table(sheet)
    if table.get("showed_up") is False:
        found.missed.setdefault(round_, set()).add(tester)
    seen = found.seen
    for case, state in _STATES.of(sheet, (table,), partial(_states, table)):
        tried = state not in _NOTHING
        if state in EXECUTED:
            found.tried.add(tester)
        held = seen.get(case)
        if held is None:
            held = seen[case] = {}
        before = held.get(tester)
        if before is None:
            held[tester] = Seen(state, sheet, round_)
        elif tried or before.state in _NOTHING:
            held[tester] = Seen(state, sheet, round_, before.state not in _NOTHING and before.round != round_)


def _states(table: Table) -> list[tuple[str, str]]:
    """The cases of a sheet with their results; what says nothing is left out."""
    results = table.get("results")
    found = []
    for case, result in results.items() if isinstance(results, Table) else ():
        state = words(result, "state") if isinstance(result, Table) else ""
        if state:
            found.append((case, state))
    return found


_STATES: Final[Kept[list[tuple[str, str]]]] = Kept(4096)
_NOTHING: Final = frozenset({"not run", "did not show"})
"""What is written where nobody tried: it takes the place of nothing."""


def takes(tree: Tree, uat: Address, tester: str) -> frozenset[str]:
    """The ids of the cases that a tester takes; empty where nothing was said: all of them."""
    named = people(tree.table(uat.child("testers", tester)), "cases")
    return frozenset(each.partition(":")[2] or each for each in named)


def results_of(tree: Tree, uat: Address) -> dict[str, dict[str, str]]:
    """What each tester saw in each case, by the ids of case and tester; of each tester what counts."""
    seen = evidence_of(tree, uat).seen
    return {case: {tester: each.state for tester, each in held.items()} for case, held in seen.items()}


def results_in_words(results: Collection[str]) -> tuple[str, Tone]:
    """The results of one case in a few words, the bad ones first: ``1 failed, 3 passed``."""
    states = list(results)
    passed = sum(state in PASSED for state in states)
    stopped = [(word, states.count(word)) for word in ("failed", "blocked") if word in states]
    said = [f"{count} {word}" for word, count in stopped]
    said += [f"{passed} passed"] if passed else []
    if not said:
        return ("nobody could tell" if states else "nobody ran it"), "unknown"
    return ", ".join(said), "bad" if stopped else "good"
