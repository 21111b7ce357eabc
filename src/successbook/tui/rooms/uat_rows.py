"""The rows of the acceptance tests: cases by section with what testers saw, then rounds and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree
from successbook.tui.rooms.outline_rows import Folds, OutlineKey, group_rows
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.tui.widgets.wrapping import width_of

__all__ = ["MARKS", "UAT_COLUMNS", "UAT_PARTS", "results_of", "uat_rows"]

UAT_COLUMNS = (
    Column(grow=True, at_least=30),
    Column(at_most=7, hide_below=64),
    Column(at_most=36, hide_below=40, firm=True),
)
UAT_PARTS: Final = ("criterion", "round", "tester", "quota", "sheet", "defect", "waiver", "sign_off")
MARKS: Final = {
    "passed": ("✓", "good"),
    "passed with note": ("✓", "good"),
    "failed": ("✗", "bad"),
    "blocked": ("!", "bad"),
    "not observed": ("?", "unknown"),
    "not applicable": ("–", "muted"),
    "did not show": ("○", "careful"),
    "not run": ("·", "muted"),
}
"""Marks of results, readable without colour."""
_ROOM: Final = 34
"""Cells for the marks of all testers."""
_LEGEND: Final = 4
"""Marks explained in one line."""


def uat_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The acceptance test of each release."""
    rows: list[Row] = []
    for release in records(tree, KINDS["release"]):
        at = KINDS["uat"].at("", release)
        if tree.has(at):
            rows += _test(tree, at, release, now, folds)
        else:
            title = Cell(title_of(tree, release), "strong")
            invitation = Cell("no acceptance test yet: a adds a case", "muted", shorter=("a adds a case", ""))
            rows.append(Row(OutlineKey(release), ((title, Cell("   "), invitation),), marker="  "))
    return rows


def _test(tree: Tree, at: Address, release: Address, now: Now, folds: Folds) -> Iterator[Row]:
    folded = folds.folded(at)
    testers = _testers(tree, at)
    title = Cell(title_of(tree, release), "strong")
    tested = not folded and any(True for _ in records(tree, KINDS["case"], at))
    codes = Cell(_codes(tree, at, testers) if tested else "", "muted")
    yield Row(OutlineKey(at), (title, Cell(""), codes), marker="▸ " if folded else "▾ ")
    if folded:
        return
    results, section = results_of(tree, at), ""
    wide = _width(testers)
    for case in records(tree, KINDS["case"], at):
        table = tree.table(case)
        here = words(table, "section")
        if here != section:
            section = here
            key = OutlineKey(at, at, "", f"section {case}")
            yield Row(key, (Cell(here, "heading"),), indent=1, selectable=False)
        yield _case(
            tree, at, case, table, [results.get(case.key, {}).get(each, "") for each in testers], wide
        )
    yield from _legend(at, results)
    yield from group_rows(tree, at, UAT_PARTS, now, folds, indent=1)


def _testers(tree: Tree, at: Address) -> list[str]:
    """The ids of the testers, in their order; those of sheets without a tester come last."""
    ids = [each.key for each in records(tree, KINDS["tester"], at)]
    for sheet in records(tree, KINDS["sheet"], at):
        place = locate(sheet)
        ids.append(place.id.partition("--")[2] if place else "")
    return list(dict.fromkeys(ids))


def _width(testers: list[str]) -> int:
    """Cells for one mark: three where there is room for codes above them."""
    return next((wide for wide in (3, 2) if wide * len(testers) <= _ROOM), 1)


def _codes(tree: Tree, at: Address, testers: list[str]) -> str:
    """The codes of the testers, each above the marks of that tester; empty where they are too long."""
    titles = {each.key: title_of(tree, each) for each in records(tree, KINDS["tester"], at)}
    codes = [titles.get(each, each) for each in testers]
    wide = _width(testers)
    short = all(width_of(code) < wide for code in codes)
    return "".join(code + " " * (wide - width_of(code)) for code in codes) if short else ""


def _case(tree: Tree, at: Address, case: Address, table: Table, states: list[str], wide: int) -> Row:
    marks: tuple[Cell, ...] = tuple(
        Cell(mark.ljust(wide), role)
        for mark, role in (MARKS.get(state, ("·" if state else " ", "muted")) for state in states)
    )
    if not any(states):
        marks = (Cell("nobody ran it", "muted"),)
    priority = words(table, "priority")
    cells = (Cell(title_of(tree, case)), Cell(priority, "strong" if priority == "must" else "muted"), marks)
    return Row(OutlineKey(case, at), cells, indent=1, marker="  ")


def _legend(at: Address, results: dict[str, dict[str, str]]) -> Iterator[Row]:
    """What the marks mean that stand above."""
    seen = {state for states in results.values() for state in states.values()}
    told: dict[str, str] = {}
    for state, (mark, _) in MARKS.items():
        if state in seen:
            told.setdefault(mark, state)
    entries = [f"{mark} {state}" for mark, state in told.items()]
    for start in range(0, len(entries), _LEGEND):
        text = "   ".join(entries[start : start + _LEGEND])
        key = OutlineKey(at, at, "", f"legend {start}")
        yield Row(key, (Cell(text, "muted"),), indent=1, marker="  ", selectable=False)


def results_of(tree: Tree, uat: Address) -> dict[str, dict[str, str]]:
    """What each tester saw in each case, by the ids of case and tester; of each only the latest round.

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
