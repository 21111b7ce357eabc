"""What the testers saw: of every case the results that count."""

from __future__ import annotations

from collections.abc import Collection

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.peek import words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.metrics import Tone

__all__ = ["results_in_words", "results_of"]


def results_of(tree: Tree, uat: Address) -> dict[str, dict[str, str]]:
    """What each tester saw in each case, by the ids of case and tester; of each tester only the latest round.

    The order of rounds is that of the rounds table; a sheet of a round that is not there counts first.
    """
    order = {at.key: number for number, at in enumerate(records(tree, KINDS["round"], uat))}
    latest: dict[str, dict[str, tuple[int, str]]] = {}
    for sheet in records(tree, KINDS["sheet"], uat):
        place = locate(sheet)
        round_, _, tester = (place.id if place else "").partition("--")
        rank = order.get(round_, -1)
        for case, result in tree.table(sheet.child("results")).items():
            state = words(result, "state") if isinstance(result, Table) else ""
            seen = latest.setdefault(case, {})
            if state and rank >= seen.get(tester, (-2, ""))[0]:
                seen[tester] = (rank, state)
    return {case: {tester: state for tester, (_, state) in seen.items()} for case, seen in latest.items()}


def results_in_words(results: Collection[str]) -> tuple[str, Tone]:
    """The results of one case in a few words, the bad ones first: ``1 failed, 3 passed``."""
    states = list(results)
    passed = sum(state in ("passed", "passed with note") for state in states)
    stopped = [(word, states.count(word)) for word in ("failed", "blocked") if word in states]
    said = [f"{count} {word}" for word, count in stopped]
    said += [f"{passed} passed"] if passed else []
    if not said:
        return ("nobody could tell" if states else "nobody ran it"), "unknown"
    return ", ".join(said), "bad" if stopped else "good"
