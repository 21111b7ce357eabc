"""What a table with cells is made of: its columns, its rows, and how a cell is set."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from successbook.text import one_line
from successbook.tui.widgets.sheet import Cell
from successbook.tui.widgets.wrapping import Span, clip, width_of

__all__ = [
    "GridColumn",
    "GridRow",
    "columns_in_sight",
    "fit",
    "heading_spans",
    "row_spans",
    "title_spans",
]

_TITLE = 22
"""Cells that the first column has at least."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column beside the first one.

    Attributes:
        key: what it stands for.
        label: its heading.
        width: cells it takes, without the blanks around them.
        fixed: whether it is always there, and the cursor passes it over.
        role: how its heading is set.
    """

    key: Hashable
    label: str
    width: int
    fixed: bool = False
    role: str = "muted"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row as it is drawn.

    Attributes:
        title: the first column.
        cells: one for each column.
        marked: whether it is marked for a change of several rows.
    """

    title: tuple[Cell, ...]
    cells: tuple[Cell, ...] = ()
    marked: bool = False


def columns_in_sight(columns: Sequence[GridColumn], first: int, width: int) -> tuple[int, list[GridColumn]]:
    """What fits beside the first column: all that are fixed, then as many of the others as there is room for.

    Args:
        columns: all of them.
        first: which of those that are not fixed is the first in sight.
        width: cells of the window.

    Returns:
        the width that is left to the first column, and the columns beside it.
    """
    shown = [each for each in columns if each.fixed]
    room = width - 2 - _TITLE - sum(each.width + 2 for each in shown)
    for each in [each for each in columns if not each.fixed][first:]:
        if room < each.width + 2:
            break
        shown.append(each)
        room -= each.width + 2
    title = width - 2 - sum(each.width + 2 for each in shown)
    return max(title, 1), shown


def fit(spans: list[Span], width: int) -> list[Span]:
    """Spans cut or filled to a width."""
    line = clip(spans, width)
    rest = width - sum(width_of(text) for text, _ in line)
    return [*line, (" " * rest, "")] if rest > 0 else list(line)


def _cell_spans(cell: Cell, width: int, *, here: bool) -> list[Span]:
    """A cell between two blanks, or between brackets where the cursor is."""
    if not here:
        return [(" ", ""), *fit([(one_line(cell.text), cell.role)], width), (" ", "")]
    text = clip([(one_line(cell.text), cell.role)], width)
    rest = width - sum(width_of(part) for part, _ in text)
    inside = list(text) if rest < width else [(" ", "")]
    gap = rest if rest < width else width - 1
    return [("[", "strong"), *inside, ("]", "strong"), *([(" " * gap, "")] if gap else [])]


def heading_spans(columns: Sequence[GridColumn], here: Hashable | None) -> list[Span]:
    """The headings of columns beside each other; the one of the column under the cursor stands out."""
    spans: list[Span] = []
    for each in columns:
        role = "strong" if _is_under(each, here) else each.role
        spans += [(" ", ""), *fit([(one_line(each.label), role)], each.width), (" ", "")]
    return spans


def title_spans(row: GridRow, width: int) -> list[Span]:
    """The first column of a row, with its mark."""
    first = ("▪ " if row.marked else "  ", "accent")
    return fit([first, *((one_line(each.text), each.role) for each in row.title)], width)


def row_spans(cells: Sequence[tuple[GridColumn, Cell]], here: Hashable | None) -> list[Span]:
    """The cells of a row beside each other, each with its column; brackets where the cursor is."""
    spans: list[Span] = []
    for column, cell in cells:
        spans += _cell_spans(cell, column.width, here=_is_under(column, here))
    return spans


def _is_under(column: GridColumn, here: Hashable | None) -> bool:
    """Whether a column is under the cursor, which passes fixed ones over."""
    return here is not None and not column.fixed and column.key == here
