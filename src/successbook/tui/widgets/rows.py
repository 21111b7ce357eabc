"""One virtual list for everything that is a list: outline, record, panels, shelf, history, help.

It draws lines (Textual's line API), never a widget for each row: two thousand rows cost what twenty do. It is
refilled with `show`, which neither mounts nor lays out anything and paints only the lines that differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message

from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.painting import GUTTER, SheetView
from successbook.tui.widgets.sheet import Cell, Column, Row, Sheet

__all__ = ["Cell", "Column", "Row", "RowList"]


class _OfList(Message):
    """Something happened in a list."""

    def __init__(self, rows: RowList) -> None:
        super().__init__()
        self.rows = rows

    @property
    def control(self) -> RowList:
        """The list."""
        return self.rows


class _OfRow(_OfList):
    """Something was done to a row."""

    def __init__(self, rows: RowList, row: Row) -> None:
        super().__init__(rows)
        self.row = row


class RowList(Acts, SheetView, can_focus=True):
    """A list of rows with a cursor.

    Args:
        empty: the invitation shown while there are no rows: a question and the key that answers it.
        columns: the columns until `show` says otherwise.
        mark_away: whether the cursor's row stays marked while the focus is elsewhere.
    """

    SCOPE = "list"
    BINDINGS = bindings_for("list")

    class Moved(_OfList):
        """The cursor came to another row. `row` is None when the list became empty."""

        def __init__(self, rows: RowList, row: Row | None) -> None:
            super().__init__(rows)
            self.row = row

    class Chosen(_OfRow):
        """Enter, or a double click, on a row."""

    class Marked(_OfRow):
        """A click on a row's marker (fold or unfold)."""

    def __init__(
        self,
        *,
        empty: str = "",
        columns: Sequence[Column] | None = None,
        mark_away: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(empty=empty, columns=columns, id=id, classes=classes)
        self.mark_away = mark_away
        self.steered = False  # another widget has the keys and moves this cursor
        self.follow: Callable[[], None] | None = None
        """Called when the cursor has moved, before anything is painted."""
        self._index: dict[Hashable, int] = {}
        self._cursor: int | None = None

    # What is shown

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return None if self._cursor is None else self._sheet.rows[self._cursor]

    @property
    def cursor_key(self) -> Hashable | None:
        """The key of the row under the cursor."""
        row = self.cursor_row
        return None if row is None else row.key

    def show(
        self, rows: Sequence[Row], columns: Sequence[Column] | None = None, cursor: Hashable | None = None
    ) -> None:
        """Replace the rows. The cursor stays on its key, else on the nearest row; the scroll position stays.

        Args:
            rows: the new rows.
            columns: new columns; None keeps those there are.
            cursor: key of the row to go to instead.
        """
        before_key, before_index = self.cursor_key, self._cursor
        painted = self._visible_lines()
        self._columns = columns or self._columns
        self._index = {row.key: at for at, row in enumerate(rows)}
        self._sheet = Sheet(rows, self._columns, self._sheet_width(), self._sheet)
        wanted = cursor if cursor in self._index else before_key
        at = self._index.get(wanted, before_index or 0) if wanted is not None else before_index or 0
        self._cursor = self._nearest(at)
        self._fit(follow=self.cursor_key != before_key or cursor is not None)
        self._repaint(painted)
        if self.cursor_key != before_key:
            self.post_message(self.Moved(self, self.cursor_row))

    def select(self, key: Hashable) -> bool:
        """Move the cursor to the row of that key; False if there is none, or it cannot be selected."""
        at = self._index.get(key)
        if at is None or not self._sheet.rows[at].selectable:
            return False
        self._go(at)
        return True

    def region_of(self, key: Hashable, column: int | None = None) -> Region | None:
        """Where a row, or its cell in one column, stands now, relative to this widget's content.

        The region may lie outside what is visible. None if there is no such row.
        """
        at = self._index.get(key)
        if at is None:
            return None
        left = self._sheet.left(column) if column else 0
        width = self._sheet.widths[column] if column else self._sheet.width
        top = self._sheet.top(at) - round(self.scroll_y)
        return Region(GUTTER + left, top, width, self._sheet.row_height(at))

    def _state(self, index: int) -> str:
        if index != self._cursor:
            return ""
        if self.has_focus or self.steered:
            return "cursor"
        return "away" if self.mark_away else ""

    # The cursor

    def _nearest(self, at: int) -> int | None:
        rows = self._sheet.rows
        at = min(max(at, 0), len(rows) - 1)
        for step in range(len(rows)):
            for candidate in (at + step, at - step):
                if 0 <= candidate < len(rows) and rows[candidate].selectable:
                    return candidate
        return None

    def _go(self, at: int) -> None:
        before = self._cursor
        self._cursor = at
        self._reveal()
        if before != at:
            for index in (before, at):
                self._refresh_row(index)
            if self.follow is not None:
                self.at_last(self.follow)  # before the next picture, so that both change in the same one
            self.post_message(self.Moved(self, self.cursor_row))

    def at_last(self, look: Callable[[], None]) -> None:
        """Do something about where the cursor is, but not on its way: while keys wait, after them."""
        if self.message_queue_size:
            self.call_later(look)
        else:
            look()

    def _refresh_row(self, index: int | None) -> None:
        if index is not None and index < len(self._sheet.rows):
            self.refresh_lines(self._sheet.top(index), self._sheet.row_height(index))

    def _step(self, direction: int) -> None:
        rows = self._sheet.rows
        at = self._cursor
        if at is None:
            return
        at += direction
        while 0 <= at < len(rows) and not rows[at].selectable:
            at += direction
        if 0 <= at < len(rows):
            self._go(at)
        else:  # nothing further to select: at least show the headings that stand there
            self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False, force=True)

    def _leap(self, lines: int) -> None:
        if self._cursor is None:
            return
        line = min(max(self._sheet.top(self._cursor) + lines, 0), self._sheet.height - 1)
        found = self._sheet.at(line)
        nearest = self._nearest(found[0]) if found else None
        if nearest is not None:
            self._go(nearest)

    def _reveal(self) -> None:
        """Scroll so that the cursor's row is on the screen, its first line above all."""
        height = self.size.height
        if self._cursor is None or not height:
            return
        top = self._sheet.top(self._cursor)
        bottom = top + self._sheet.row_height(self._cursor)
        at = round(self.scroll_y)
        if bottom > at + height:
            at = bottom - height
        at = min(at, top)
        if bottom <= height and not any(row.selectable for row in self.rows[: self._cursor]):
            at = 0  # the headings above the first row
        if at != round(self.scroll_y):
            self.scroll_to(y=at, animate=False, force=True)

    def do_up(self) -> None:
        """One row up."""
        self._step(-1)

    def do_down(self) -> None:
        """One row down."""
        self._step(1)

    def do_page_up(self) -> None:
        """As many lines up as are visible."""
        self._leap(1 - self.size.height)

    def do_page_down(self) -> None:
        """As many lines down as are visible."""
        self._leap(self.size.height - 1)

    def do_first(self) -> None:
        """To the first row."""
        self._leap(-self._sheet.height)
        if self._cursor is not None and not any(row.selectable for row in self.rows[: self._cursor]):
            self.scroll_to(y=0, animate=False, force=True)

    def do_last(self) -> None:
        """To the last row, and to whatever stands below it."""
        self._leap(self._sheet.height)
        if self._cursor is not None and not any(row.selectable for row in self.rows[self._cursor + 1 :]):
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def do_choose(self) -> None:
        """Choose the row under the cursor."""
        if (row := self.cursor_row) is not None:
            self.post_message(self.Chosen(self, row))

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        place = event.get_content_offset(self)
        found = self._sheet.at(place.y + round(self.scroll_y)) if place else None
        if place is None or found is None or not self._sheet.rows[found[0]].selectable:
            return
        row = self._sheet.rows[found[0]]
        self._go(found[0])
        marker = GUTTER + 2 * row.indent
        if row.marker.strip() and marker <= place.x < marker + len(row.marker):
            self.post_message(self.Marked(self, row))
        elif event.chain == 2:
            self.post_message(self.Chosen(self, row))
