"""What a table with cells is made of: its columns, its rows, and how a cell is set."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from successbook.text import one_line
from successbook.tui.widgets.sheet import Cell
from successbook.tui.widgets.wrapping import Span, clip, width_of

__all__ = ["GridColumn", "GridRow", "cell_spans", "fit"]


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


def fit(spans: list[Span], width: int) -> list[Span]:
    """Spans cut or filled to a width."""
    line = clip(spans, width)
    rest = width - sum(width_of(text) for text, _ in line)
    return [*line, (" " * rest, "")] if rest > 0 else list(line)


def cell_spans(cell: Cell, width: int, *, here: bool) -> list[Span]:
    """A cell between two blanks, or between brackets where the cursor is."""
    if not here:
        return [(" ", ""), *fit([(one_line(cell.text), cell.role)], width), (" ", "")]
    text = clip([(one_line(cell.text), cell.role)], width)
    rest = width - sum(width_of(part) for part, _ in text)
    inside = list(text) if rest < width else [(" ", "")]
    gap = rest if rest < width else width - 1
    return [("[", "strong"), *inside, ("]", "strong"), *([(" " * gap, "")] if gap else [])]
