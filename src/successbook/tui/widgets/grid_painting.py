"""A table with a cursor on a cell, drawn row by row: the painting half of `Grid`.

A thousand rows cost what forty do. The first column grows; as many of the others as fit stand beside it, and
the cursor takes them along. The cell under the cursor stands in brackets, so it is seen without colours.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from successbook.text import one_line
from successbook.tui.widgets.grid_parts import (
    GridColumn,
    GridRow,
    columns_in_sight,
    fit,
    heading_spans,
    row_spans,
    title_spans,
)
from successbook.tui.widgets.painting import SheetView
from successbook.tui.widgets.sheet import Cell
from successbook.tui.widgets.wrapping import Span

__all__ = ["HEAD", "GridView"]

HEAD = 1
"""Lines of the heading."""


class GridView(SheetView):
    """Shows rows by key. `show` says which there are; a row is drawn when it comes into sight."""

    def __init__(self, *, empty: str = "", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(empty=empty, id=id, classes=classes)
        self._keys: Sequence[Hashable] = ()
        self._at: dict[Hashable, int] = {}
        self._draw: Callable[[Hashable], GridRow] = lambda _key: GridRow(())
        self._headings: frozenset[Hashable] = frozenset()
        self.columns: tuple[GridColumn, ...] = ()
        self.column = 0
        """The column under the cursor among those that are not fixed."""
        self._first = 0
        self._row: int | None = None
        # By row, its state, and the column of the cursor.
        self._drawn_lines: dict[tuple[int, str, int], Strip] = {}
        self._drawn_for: tuple[int, int] = (0, 0)  # the width and the first column that they are for

    # What is shown

    @property
    def keys(self) -> Sequence[Hashable]:
        """The keys of all rows, headings included."""
        return self._keys

    @property
    def cursor_key(self) -> Hashable | None:
        """The key of the row under the cursor."""
        return None if self._row is None else self._keys[self._row]

    @property
    def moving(self) -> tuple[GridColumn, ...]:
        """The columns that the cursor visits."""
        return tuple(each for each in self.columns if not each.fixed)

    @property
    def column_key(self) -> Hashable | None:
        """What the column under the cursor stands for."""
        moving = self.moving
        return moving[self.column].key if self.column < len(moving) else None

    def show(
        self,
        keys: Sequence[Hashable],
        draw: Callable[[Hashable], GridRow],
        columns: Sequence[GridColumn],
        headings: frozenset[Hashable] = frozenset(),
    ) -> None:
        """Replace the rows; the cursor stays on its row and column where these are still there.

        Args:
            keys: the rows by key, in order.
            draw: draws the row of a key.
            columns: the columns beside the first.
            headings: the keys of rows that are headings, where the cursor does not stop.
        """
        row, column, before = self.cursor_key, self.column_key, self._row
        self._keys, self._draw, self._headings = keys, draw, headings
        self._drawn_lines.clear()
        self._at = {key: number for number, key in enumerate(keys)}
        self.columns = tuple(columns)
        moving = [each.key for each in self.moving]
        self.column = moving.index(column) if column in moving else min(self.column, max(len(moving) - 1, 0))
        self._row = self._nearest(self._at.get(row, before or 0) if row is not None else before or 0)
        self._fit_grid()
        self._reveal_cell()
        self.refresh()

    def _nearest(self, at: int) -> int | None:
        at = min(max(at, 0), len(self._keys) - 1)
        for step in range(len(self._keys)):
            for candidate in (at + step, at - step):
                if 0 <= candidate < len(self._keys) and self._keys[candidate] not in self._headings:
                    return candidate
        return None

    # Where things stand

    def _fit_grid(self) -> None:
        size = Size(self._window_width(), len(self._keys) + HEAD)
        if size != self.virtual_size:
            self.set_reactive(SheetView.virtual_size, size)
            if self.size.height:
                self.vertical_scrollbar.window_virtual_size = size.height
                self.vertical_scrollbar.window_size = self.size.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows, and the heading."""
        del container, viewport, width
        return len(self._keys) + HEAD

    def _on_resize(self, event: events.Resize) -> None:
        del event
        self._fit_grid()
        self._reveal_cell()
        self.refresh()

    def _lay_out_again(self) -> None:
        """There is no sheet to lay out."""

    def _shown(self) -> tuple[int, list[GridColumn]]:
        """The width of the first column, and the columns beside it from the first that is in sight."""
        return columns_in_sight(self.columns, self._first, self._window_width())

    def _reveal_cell(self) -> None:
        """Scroll so that the cell under the cursor is on the screen."""
        before = self._first
        self._first = min(self._first, self.column)
        while self._first < self.column:
            key = self.column_key
            if any(each.key == key for each in self._shown()[1]):
                break
            self._first += 1
        while self._first and self._fits_from(self._first - 1):
            self._first -= 1  # no room is left unused at the right
        if before != self._first:
            self.refresh()
        height = self.size.height - HEAD
        if self._row is None or height <= 0:
            return
        at, top = round(self.scroll_y), self._row
        if top - 1 >= 0 and self._keys[top - 1] in self._headings:
            top -= 1
        wanted = min(max(at, self._row - height + 1), top)
        if wanted != at:
            self.scroll_to(y=wanted, animate=False, force=True)

    def _fits_from(self, first: int) -> bool:
        """Whether all columns from this one on fit."""
        _, shown = columns_in_sight(self.columns, first, self._window_width())
        return len([each for each in shown if not each.fixed]) == len(self.moving) - first

    # Drawing

    def _window(self) -> int:
        return self._window_width()

    def _line(self, y: int, width: int) -> Strip:
        """One line of the window: the heading, or a row."""
        if not self._keys:
            return self._invitation(y)
        if y == 0:
            return self._strip(self._heading(), "")
        index = y - HEAD + round(self.scroll_y)
        if index >= len(self._keys):
            return self._to_screen([])
        here = index == self._row
        state = ("cursor" if self.has_focus else "away") if here else ""
        if self._drawn_for != (width, self._first):
            self._drawn_for = (width, self._first)
            self._drawn_lines.clear()
        key = (index, state, self.column if state else 0)
        if (strip := self._drawn_lines.get(key)) is None:
            strip = self._strip(self._drawn(self._draw(self._keys[index]), state, index), state)
            self._drawn_lines[key] = strip
        return strip

    def notify_style_update(self) -> None:
        """Colours changed: nothing drawn before can be used again."""
        super().notify_style_update()
        self._drawn_lines.clear()

    def _strip(self, spans: list[Span], state: str) -> Strip:
        segments = [Segment(text, self._style(role, state)) for text, role in spans]
        width = self._window_width()
        return self._to_screen(Segment.adjust_line_length(segments, width, self._style("", state)))

    def _heading(self) -> list[Span]:
        title, columns = self._shown()
        hidden = len([each for each in columns if not each.fixed]) + self._first < len(self.moving)
        here = self.column_key if self._row is not None else None
        before = (f"{' ' * title}‹", "accent") if self._first else (" " * (title + 1), "muted")
        return [before, *heading_spans(columns, here), ("›" if hidden else " ", "accent")]

    def _drawn(self, row: GridRow, state: str, index: int) -> list[Span]:
        title, columns = self._shown()
        mark = ("▌" if state == "cursor" else "▏" if state else " ", "mark")
        if self._keys[index] in self._headings:
            return [mark, *fit([(one_line(c.text), c.role) for c in row.title], self._window_width() - 1)]
        number = {each.key: at for at, each in enumerate(self.columns)}
        cells = [row.cells[at] if (at := number[each.key]) < len(row.cells) else Cell("") for each in columns]
        here = self.column_key if state else None
        return [mark, *title_spans(row, title), *row_spans(list(zip(columns, cells, strict=True)), here)]
