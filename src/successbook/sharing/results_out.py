"""Results as rows: a sheet for one tester to fill in, and everything that all of them saw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from successbook.plan.belonging import id_of, release_of
from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.recording import sheet_at
from successbook.plan.titles import title_of_table
from successbook.sharing.cells import Cell
from successbook.sharing.columns import RESULTS
from successbook.sharing.values import cell_of
from successbook.tree import Address, Table, Tree
from successbook.verdicts.results import round_and_tester

__all__ = ["ALL_IN_ALL", "ALL_OF_IT", "result_sheet_rows", "results_rows"]

ALL_IN_ALL = "All in all"
"""The title of the row that is about the whole sheet."""

ALL_OF_IT = "*"
"""What stands for the case in that row; no case can be called so."""

_HEADINGS = {column.field: column.heading for column in RESULTS}
_TELLS = (
    ("Who you are", "role"),
    ("Before", "preconditions"),
    ("Test data", "test_data"),
    ("Where", "environment"),
)
_FILLED = ("state", "note", "defect", "date", "started", "finished")
_MACHINE = ("round", "tester", "case", "release")


def result_sheet_rows(
    tree: Tree, uat: Address, round_: str, tester: str, cases: Iterable[Address]
) -> Iterator[list[Cell]]:
    """The sheet of one tester: their cases, what to do in each, and what was said so far.

    Args:
        tree: the plan.
        uat: the acceptance test.
        round_: the id of the round.
        tester: the tester's id.
        cases: the cases, in their order.
    """
    told = [heading for heading, _ in _TELLS]
    yield [
        *(_HEADINGS[name] for name in ("section", "title")), "Priority", *told, "What to do", "Passes when",
        *(_HEADINGS[name] for name in (*_FILLED, *_MACHINE)),
    ]  # fmt: skip
    sheet = sheet_at(uat, round_, tester)
    for case in cases:
        table = tree.table(case)
        result = tree.table(sheet.child("results", case.key))
        yield [
            words(table, "section"), title_of_table(KINDS["case"], table), words(table, "priority"),
            *(cell_of(table.get(name)) for _, name in _TELLS),
            _to_do(tree, case), cell_of(table.get("pass_when")),
            *_filled(tree, uat, result),
            *_machine(uat, round_, tester, case.key),
        ]  # fmt: skip
    about = tree.table(sheet)
    before = ["", ALL_IN_ALL, "", *("" for _ in told), "What was it like, as a whole?", ""]
    yield [*before, *_about(about), *_machine(uat, round_, tester, ALL_OF_IT)]


def results_rows(tree: Tree, uat: Address) -> Iterator[list[Cell]]:
    """Every result of every tester in every round, sheet by sheet."""
    yield [column.heading for column in RESULTS]
    cases = {at.key: tree.table(at) for at in records(tree, KINDS["case"], uat)}
    for sheet in records(tree, KINDS["sheet"], uat):
        round_, tester = round_and_tester(sheet)
        for at in records(tree, KINDS["result"], sheet):
            yield _row(tree, uat, cases.get(at.key, Table()), tree.table(at), (round_, tester, at.key))
        about = tree.table(sheet)
        if any(name not in ("format", "results") for name in about):
            yield _row(tree, uat, Table({"title": ALL_IN_ALL}), about, (round_, tester, ALL_OF_IT))


def _row(tree: Tree, uat: Address, case: Table, result: Table, ids: tuple[str, str, str]) -> list[Cell]:
    filled = _about(result) if ids[2] == ALL_OF_IT else _filled(tree, uat, result)
    machine = dict(zip(_MACHINE, _machine(uat, *ids), strict=True))
    cells: dict[str, Cell] = {
        "section": words(case, "section"),
        "title": title_of_table(KINDS["case"], case),
        "number": words(case, "number"),
        **dict(zip(_FILLED, filled, strict=True)),
        "showed_up": cell_of(result.get("showed_up")) if ids[2] == ALL_OF_IT else "",
        "notes": cell_of(result.get("notes")),
        "not_known": cell_of(result.get("not_known")),
        **machine,
    }
    return [cells[column.field] for column in RESULTS]


def _filled(tree: Tree, uat: Address, result: Table) -> list[Cell]:
    """What a tester fills in of one case."""
    return [
        cell_of(result.get("state")), cell_of(result.get("note")), _defect(tree, uat, result),
        cell_of(result.get("date")), "", "",
    ]  # fmt: skip


def _about(sheet: Table) -> list[Cell]:
    """What a tester fills in of the whole."""
    return ["", cell_of(sheet.get("remark")), "", "", cell_of(sheet.get("started")),
            cell_of(sheet.get("finished"))]  # fmt: skip


def _defect(tree: Tree, uat: Address, result: Table) -> Cell:
    """A defect as ``its-id: its title``: the id finds it again whatever becomes of the title."""
    said = result.get("defect")
    at = resolve(tree, said, ("defect",), uat) if isinstance(said, str) else None
    if at is None:
        return cell_of(said)
    title = title_of_table(KINDS["defect"], tree.table(at))
    return f"{id_of(at)}: {title}" if title else id_of(at)


def _machine(uat: Address, round_: str, tester: str, case: str) -> list[Cell]:
    return [round_, tester, case, id_of(release_of(uat) or uat)]


def _to_do(tree: Tree, case: Address) -> str:
    """The steps of a case in one cell, numbered, what should happen behind an arrow."""
    lines = []
    for number, at in enumerate(records(tree, KINDS["case_step"], case), 1):
        table = tree.table(at)
        expect = words(table, "expect")
        lines.append(f"{number}. {words(table, 'title')}{f' → {expect}' if expect else ''}")
    return "\n".join(lines)
