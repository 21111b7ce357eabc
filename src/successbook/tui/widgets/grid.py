"""A table with a cursor on a cell: the keys and clicks that move it."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from textual import events
from textual.message import Message

from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.grid_painting import HEAD, GridView
from successbook.tui.widgets.grid_parts import GridColumn, GridRow

__all__ = ["Grid", "GridColumn", "GridRow"]


class Grid(Acts, GridView, can_focus=True):
    """A table of rows by key, whose cursor goes from cell to cell."""

    SCOPE = "cells"
    BINDINGS = bindings_for("cells")

    class Moved(Message):
        """The cursor came to another cell."""

    class Chosen(Message):
        """A double click on a cell."""

    def __init__(self, *, empty: str = "", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(empty=empty, id=id, classes=classes)
        self.follow: Callable[[], None] | None = None
        """Called when the cursor has moved, before anything is painted."""

    def select(self, key: Hashable, column: Hashable | None = None) -> bool:
        """Move the cursor to a row, and to a column if one is named; False if there is no such row."""
        at = self._at.get(key)
        if at is None or key in self._headings:
            return False
        moving = [each.key for each in self.moving]
        self._go(at, moving.index(column) if column in moving else self.column)
        return True

    def _go(self, row: int, column: int) -> None:
        before = (self._row, self.column)
        self._row, self.column = row, column
        self._reveal_cell()
        if before == (self._row, self.column):
            return
        if before[1] != column:
            self.refresh()  # the heading says which column it is
        else:
            for each in (before[0], row):
                if each is not None:
                    self.refresh_lines(each + HEAD, 1)
        if self.follow is not None:
            self.follow()
        self.post_message(self.Moved())

    def _step(self, direction: int) -> None:
        if self._row is None:
            return
        at = self._row + direction
        while 0 <= at < len(self._keys) and self._keys[at] in self._headings:
            at += direction
        if 0 <= at < len(self._keys):
            self._go(at, self.column)
        else:
            self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False, force=True)

    def _leap(self, rows: int) -> None:
        at = self._nearest((self._row or 0) + rows)
        if at is not None:
            self._go(at, self.column)

    def do_up(self) -> None:
        """One row up."""
        self._step(-1)

    def do_down(self) -> None:
        """One row down."""
        self._step(1)

    def do_cell_left(self) -> None:
        """One cell to the left."""
        if self._row is not None and self.column > 0:
            self._go(self._row, self.column - 1)

    def do_cell_right(self) -> None:
        """One cell to the right."""
        if self._row is not None and self.column < len(self.moving) - 1:
            self._go(self._row, self.column + 1)

    def do_page_up(self) -> None:
        """As many rows up as are visible."""
        self._leap(HEAD + 1 - self.size.height)

    def do_page_on(self) -> None:
        """As many rows down as are visible."""
        self._leap(self.size.height - HEAD - 1)

    def do_first(self) -> None:
        """To the first row."""
        self._leap(-len(self._keys))

    def do_last(self) -> None:
        """To the last row."""
        self._leap(len(self._keys))

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        place = event.get_content_offset(self)
        if place is None or place.y < HEAD:
            return
        index = place.y - HEAD + round(self.scroll_y)
        if not 0 <= index < len(self._keys) or self._keys[index] in self._headings:
            return
        self._go(index, self._column_at(place.x))
        if event.chain == 2:
            self.post_message(self.Chosen())

    def _column_at(self, x: int) -> int:
        title, columns = self._shown()
        left = title + 1
        moving = [each.key for each in self.moving]
        for each in columns:
            if left <= x < left + each.width + 2 and not each.fixed:
                return moving.index(each.key)
            left += each.width + 2
        return self.column
