"""Rows of text laid out in columns: the arithmetic behind `RowList`, without a screen.

Widths are counted in terminal cells: a CJK character or an emoji takes two, a combining mark none. Text from
plan files is made visible here (see `successbook.text`), so nothing behind this page meets a raw control
character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from successbook.text import one_line, visible
from successbook.tui.widgets.column_widths import GAP, column_widths
from successbook.tui.widgets.wrapping import Span, clip, width_of, wrap

__all__ = ["Cell", "Column", "Line", "Row", "Sheet"]

_LONG_LINE = 130  # cells of a line of prose in which the eye loses its way back
_MEASURE = 100  # cells it gets then
_LONGEST = 20_000  # characters of one wrapped cell that are shown; the editor has all of it
_LONGEST_LINE = 2_000  # wider than any terminal

Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Some text in one role. `wrap` lets it run over several lines, in which newlines count.

    A cut number is another number, so a cell may say what to show instead where its column is too narrow:
    `shorter`, the longest first. The last one is cut, and may be empty. Of several cells in a column the last
    one may.
    """

    text: str
    role: str = ""
    wrap: bool = False
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list, or several if a cell wraps.

    Args:
        key: what the row stands for; unique within the list.
        cells: one for each column; several spans may share a column. If there are fewer cells than columns,
            the last one takes all the space that is left; so does a growing one that only empty cells follow.
        indent: depth in a tree, two cells each.
        marker: stands before the first cell: "▾ ", "▸ ", two spaces.
        selectable: whether the cursor may stop here.
    """

    key: Hashable
    cells: tuple[Cell | tuple[Cell, ...], ...]
    indent: int = 0
    marker: str = ""
    selectable: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column is, in cells.

    `hide_below`: not shown when the list is narrower than that. `firm`: keeps its width; all others, and the
    growing ones too, give way first.
    """

    grow: bool = False
    align: Literal["left", "right"] = "left"
    at_least: int = 0
    at_most: int | None = None
    hide_below: int = 0
    firm: bool = False


def _clean(cell: Cell) -> str:
    text = cell.text
    most = _LONGEST if cell.wrap else _LONGEST_LINE
    if len(text) > most:
        text = f"{text[:most]} … ({len(text) - most} more characters)"
    if text.isascii() and text.isprintable():
        return text
    return visible(text.replace("\r\n", "\n").replace("\t", "    ")) if cell.wrap else one_line(text)


def _spans(cell: Cell | tuple[Cell, ...]) -> list[Span]:
    parts = (cell,) if isinstance(cell, Cell) else cell
    return [(_clean(part), part.role) for part in parts if part.text]


def _speaks(cell: Cell | tuple[Cell, ...]) -> bool:
    return bool(cell.text) if isinstance(cell, Cell) else any(part.text for part in cell)


def _wraps(cell: Cell | tuple[Cell, ...]) -> bool:
    return cell.wrap if isinstance(cell, Cell) else any(part.wrap for part in cell)


class Sheet:
    """Rows laid out for one width: which line belongs to which row, and what stands on it.

    Args:
        rows: the rows.
        columns: the columns; None lets the last one grow.
        width: cells for all columns together.
        earlier: an older sheet, whose laid out rows are taken over where nothing changed.
    """

    def __init__(
        self, rows: Sequence[Row], columns: Sequence[Column] | None, width: int, earlier: Sheet | None = None
    ) -> None:
        self.rows = rows
        self.width = width
        count = max((len(row.cells) for row in rows), default=1)
        self.columns = tuple(columns or (Column(grow=at == count - 1) for at in range(count)))
        kept = len(self.columns)
        self.widths = column_widths(self.columns, lambda at: _widest(rows, at, kept), width)
        same = earlier is not None and (earlier.widths, earlier.width) == (self.widths, width)
        self._laid: dict[Row, tuple[Line, ...]] = earlier._laid if same and earlier else {}  # noqa: SLF001
        self._tops: list[int] | None = None
        # A list that is not on the screen yet has no width: wrapping by it would make lines of a character.
        if width > 1 and any(_wraps(cell) for row in rows for cell in row.cells):
            tops = [0]
            for row in rows:
                tops.append(tops[-1] + len(self.lines(row)))
            self._tops = tops

    @property
    def height(self) -> int:
        """Lines of all rows together."""
        return self._tops[-1] if self._tops else len(self.rows)

    def top(self, index: int) -> int:
        """The first line of a row."""
        return self._tops[index] if self._tops else index

    def row_height(self, index: int) -> int:
        """How many lines a row takes."""
        return self._tops[index + 1] - self._tops[index] if self._tops else 1

    def at(self, line: int) -> tuple[int, int] | None:
        """The row on a line and the line's number within that row; None below the last."""
        if not 0 <= line < self.height:
            return None
        if self._tops is None:
            return line, 0
        index = bisect_right(self._tops, line) - 1
        return index, line - self._tops[index]

    def left(self, column: int) -> int:
        """Where a column begins."""
        shown = [width for width in self.widths[:column] if width]
        return sum(shown) + GAP * len(shown)

    def lines(self, row: Row) -> tuple[Line, ...]:
        """What a row shows, each line exactly as wide as the sheet."""
        if (laid := self._laid.get(row)) is None:
            if len(self._laid) > 4096:
                self._laid.clear()
            laid = self._laid[row] = self._lay_out(row)
        return laid

    def _lay_out(self, row: Row) -> tuple[Line, ...]:
        blocks: list[tuple[list[list[Span]], int, bool]] = []
        left = 0
        cells = self._said(row)
        widths = self._lent(row, cells)
        for at, cell in enumerate(cells):
            last = at == len(cells) - 1 < len(self.columns) - 1
            width = self.width - left if last else widths[at]
            if width > 0:
                prefix = "  " * row.indent + row.marker if left == 0 else ""
                right = self.columns[at].align == "right" and not last
                blocks.append((_block(cell, prefix, width), width, right))
                left += width + GAP
        height = max((len(lines) for lines, _, _ in blocks), default=1)
        return tuple(self._compose(blocks, number) for number in range(height))

    def _said(self, row: Row) -> tuple[Cell | tuple[Cell, ...], ...]:
        """The cells without those at the end that say nothing, where the one before them can use the room."""
        cells = row.cells[: len(self.columns)]
        last = next((at for at in range(len(cells) - 1, 0, -1) if _speaks(cells[at])), 0)
        return cells[: last + 1] if cells and self.columns[last].grow else cells

    def _lent(self, row: Row, cells: Sequence[Cell | tuple[Cell, ...]]) -> Sequence[int]:
        """The widths of a row: of two neighbours one may use what the other leaves free, so that less is cut.

        A growing cell gets what a number behind it does not need, words behind it get what it does not need.
        """
        widths = self.widths
        shown = [at for at in range(len(cells)) if widths[at]]
        if len(cells) < len(self.columns):
            shown = shown[:-1]  # the last of too few cells is no column
        for one, other in pairwise(shown):
            if not self.columns[one].grow:
                continue
            number, free = self.columns[other].align == "right", widths[one] - _natural(row, one)
            if number and free < 0:
                said = _taken(cells[other], widths[other])
                more = widths[other] - said
                changed = {one: widths[one] + (more if said else more + GAP), other: said}
            elif not number and free > 0 and not _wraps(cells[other]):
                more = min(free, max(_natural(row, other) - widths[other], 0))
                changed = {one: widths[one] - more, other: widths[other] + more}
            else:
                continue
            widths = tuple(changed.get(at, width) for at, width in enumerate(widths))
        return widths

    def _compose(self, blocks: list[tuple[list[list[Span]], int, bool]], number: int) -> Line:
        line: list[Span] = []
        for at, (lines, width, right) in enumerate(blocks):
            spans = lines[number] if number < len(lines) else []
            fill = width - sum(width_of(text) for text, _ in spans)
            if at:
                line.append((" " * GAP, ""))
            if right and fill:
                line.append((" " * fill, ""))
            line.extend(spans)
            if not right and fill:
                line.append((" " * fill, ""))
        line = clip(line, self.width)
        rest = self.width - sum(width_of(text) for text, _ in line)
        return (*line, (" " * rest, "")) if rest else tuple(line)


def _block(cell: Cell | tuple[Cell, ...], prefix: str, width: int) -> list[list[Span]]:
    spans = _spans(cell)
    if not _wraps(cell):
        last = cell if isinstance(cell, Cell) else cell[-1] if cell else None
        if last is not None and last.shorter:
            room = width - width_of(prefix) - sum(width_of(text) for text, _ in spans[:-1])
            spans = [*spans[:-1], *_fitting(last, room)]
        return [clip([(prefix, "muted"), *spans] if prefix else spans, width)]
    inset = min(width_of(prefix), width // 2)
    width = inset + _MEASURE if width - inset >= _LONG_LINE else width
    lines = [clip(line, width - inset) for line in wrap(spans, width - inset)]
    first = clip([(prefix, "muted")], inset)
    return [[*(first if number == 0 else [(" " * inset, "")]), *line] for number, line in enumerate(lines)]


def _taken(cell: Cell | tuple[Cell, ...], width: int) -> int:
    """How much of so many cells is written on."""
    if isinstance(cell, Cell) and not cell.wrap:
        texts = (cell.text, *cell.shorter)
        return min(next((size for each in texts if (size := _measure(Cell(each))) <= width), width), width)
    return max(sum(width_of(text) for text, _ in line) for line in _block(cell, "", width))


def _fitting(cell: Cell, width: int) -> list[Span]:
    """The longest of a cell's texts that fits, else the last."""
    texts = (cell.text, *cell.shorter)
    text = next((each for each in texts if _measure(Cell(each)) <= width), texts[-1])
    return _spans(Cell(text, cell.role))


def _measure(cell: Cell) -> int:
    text = cell.text
    short = len(text) <= _LONGEST_LINE and text.isascii() and text.isprintable()
    return len(text) if short else width_of(_clean(cell))


def _natural(row: Row, at: int) -> int:
    cell = row.cells[at]
    width = _measure(cell) if isinstance(cell, Cell) else sum(map(_measure, cell))
    return width + 2 * row.indent + width_of(row.marker) if at == 0 else width


def _fills(row: Row, at: int, columns: int) -> bool:
    """Whether the row has a cell there that keeps to its column."""
    return at < len(row.cells) and (at < len(row.cells) - 1 or at == columns - 1)


def _widest(rows: Sequence[Row], at: int, columns: int) -> int:
    """What the widest cell that keeps to a column takes."""
    return max((_natural(row, at) for row in rows if _fills(row, at, columns)), default=0)
