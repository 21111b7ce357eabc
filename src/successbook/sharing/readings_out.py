"""Dated values as rows, metric by metric, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.peek import words
from successbook.plan.titles import title_of_table
from successbook.sharing.cells import Cell
from successbook.sharing.columns import READINGS as COLUMNS
from successbook.sharing.values import cell_of
from successbook.tree import Address, Table, Tree

__all__ = ["readings_rows"]


def readings_rows(tree: Tree) -> Iterator[list[Cell]]:
    """The heading, then every reading of every metric, with its remark."""
    yield [column.heading for column in COLUMNS]
    values, notes = (tree.table(Address(READINGS, (group,))) for group in ("readings", "notes"))
    for metric in dict.fromkeys((*values, *notes)):
        about = tree.table(KINDS["metric"].at(metric))
        held, said = values.get(metric), notes.get(metric)
        held = held if isinstance(held, Table) else Table()
        said = said if isinstance(said, Table) else Table()
        for day in dict.fromkeys((*held, *said)):
            title = title_of_table(KINDS["metric"], about)
            value, remark = cell_of(held.get(day)), cell_of(said.get(day))
            yield [title, day, value, words(about, "unit"), remark, metric]
