"""The rows of the acceptance tests: cases by section with what their testers saw, rounds, testers, defects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree
from successbook.tui.rooms.outline_rows import Folds, OutlineKey, group_rows, record_row
from successbook.tui.widgets.sheet import Cell, Column, Row

__all__ = ["MARKS", "UAT_COLUMNS", "UAT_PARTS", "results_of", "uat_rows"]

UAT_COLUMNS = (
    Column(grow=True, at_least=24),
    Column(at_most=7, hide_below=50),
    Column(at_most=24, hide_below=60),
)
UAT_PARTS: Final = ("criterion", "round", "tester", "quota", "sheet", "defect", "waiver", "sign_off")
MARKS: Final = {
    "passed": ("✓", "good"), "passed with note": ("✓", "good"), "failed": ("✗", "bad"), "blocked": ("!", "bad"),
    "not observed": ("?", "unknown"), "not applicable": ("–", "muted"), "did not show": ("○", "careful"),
    "not run": ("·", "muted"),
}  # fmt: skip
"""Marks of results, readable without colour."""


def uat_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The acceptance test of each release."""
    rows: list[Row] = []
    for release in records(tree, KINDS["release"]):
        at = KINDS["uat"].at("", release)
        if tree.has(at):
            rows.append(record_row(tree, at, KINDS["uat"], now, marker="▸ " if folds.folded(at) else "▾ "))
            rows += [] if folds.folded(at) else _parts(tree, at, now, folds)
        else:
            spans = (Cell("No acceptance test yet of  ", "muted"), Cell(title_of(tree, release)))
            rows.append(
                Row(OutlineKey(release), (spans, Cell(""), Cell("a adds a case", "muted")), marker="  ")
            )
    return rows


def _parts(tree: Tree, at: Address, now: Now, folds: Folds) -> Iterator[Row]:
    results = results_of(tree, at)
    section = ""
    for case in records(tree, KINDS["case"], at):
        table = tree.table(case)
        here = words(table, "section")
        if here != section:
            section = here
            yield Row(
                OutlineKey(at, at, "", f"section {case}"),
                (Cell(here, "heading"),),
                indent=1,
                selectable=False,
            )
        yield _case(tree, at, case, table, results.get(case.key, []))
    yield from group_rows(tree, at, UAT_PARTS, now, folds, indent=1)


def _case(tree: Tree, at: Address, case: Address, table: Table, states: list[str]) -> Row:
    marks = tuple(Cell(*MARKS.get(state, ("·", "muted"))) for state in states) or (
        Cell("nobody ran it", "muted"),
    )
    priority = words(table, "priority")
    role = "strong" if priority == "must" else "muted"
    cells = (Cell(title_of(tree, case)), Cell(priority, role), marks)
    return Row(OutlineKey(case, at), cells, indent=1, marker="  ")


def results_of(tree: Tree, uat: Address) -> dict[str, list[str]]:
    """What the testers saw in each case, by the id of the case; of each tester only the latest round.

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
    return {case: [state for _, state in seen.values()] for case, seen in latest.items()}
