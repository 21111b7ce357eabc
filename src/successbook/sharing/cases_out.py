"""A suite of cases as rows: every field a column, a row for each step, so that it comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.sharing.cells import Cell
from successbook.sharing.columns import CASES
from successbook.sharing.values import cell_of
from successbook.tree import Address, Tree

__all__ = ["cases_rows"]

_OF_STEP = {
    "step": "title",
    "expect": "expect",
    "step_notes": "notes",
    "step_not_known": "not_known",
}


def cases_rows(tree: Tree, uat: Address) -> Iterator[list[Cell]]:
    """The heading, then the cases of an acceptance test; further steps of a case repeat only its id."""
    yield [column.heading for column in CASES]
    for case in records(tree, KINDS["case"], uat):
        steps: list[Address | None] = [*records(tree, KINDS["case_step"], case)]
        for number, step in enumerate(steps or [None]):
            yield [_cell(tree, column.field, case, step, first=number == 0) for column in CASES]


def _cell(tree: Tree, name: str, case: Address, step: Address | None, *, first: bool) -> Cell:
    if name == "id":
        return case.key
    if name == "step_id":
        return step.key if step is not None else ""
    if name in _OF_STEP:
        return cell_of(tree.table(step).get(_OF_STEP[name])) if step is not None else ""
    return cell_of(tree.table(case).get(name)) if first else ""
