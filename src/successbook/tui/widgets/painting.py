"""A sheet of rows drawn line by line: the painting half of `RowList`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from successbook.tui.widgets.roles import NO_COLOUR, role_style
from successbook.tui.widgets.scroll_bar import SheetBar
from successbook.tui.widgets.sheet import Column, Row, Sheet
from successbook.tui.widgets.wrapping import wrap

__all__ = ["GUTTER", "SheetView"]

GUTTER: Final = 1
"""Cells left of every row, for the mark of the cursor: it is seen without colours."""
_MARKS = {"": " ", "cursor": "▌", "away": "▏"}

Painted = list[tuple[Row, str, int, tuple[int, ...]] | None]
"""What each line of the window shows: row, state, line of the row, and the widths by which it wraps."""


class SheetView(ScrollView, inherit_bindings=False):
    """Draws the rows of a `Sheet`, keeps what it drew, and paints again only what differs.

    Args:
        empty: the invitation shown while there are no rows: a question and the key that answers it.
        columns: the columns of the rows.
    """

    ALLOW_SELECT = False

    def __init__(
        self,
        *,
        empty: str = "",
        columns: Sequence[Column] | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._empty = empty
        self._columns = columns
        self._sheet = Sheet((), columns, 1)
        self.laid_out: Callable[[], None] | None = None  # told after a new width or height
        # By row, state, width of the window and of the columns: the same row wraps by them.
        self._strips: LRUCache[tuple[Row, str, int, tuple[int, ...]], tuple[Strip, ...]] = LRUCache(1024)
        self._styles_by_role: dict[tuple[str, str], Style] = {}
        self._blank = Strip([])
        self._finished: dict[int, Strip] = {}
        self._finished_for = (0, 0, 0)

    def _state(self, index: int) -> str:
        """How a row stands: "", "cursor" or "away"."""
        del index
        return ""

    def _reveal(self) -> None:
        """Scroll to what must be seen."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they were given."""
        return self._sheet.rows

    @property
    def empty(self) -> str:
        """The invitation shown while there are no rows."""
        return self._empty

    @empty.setter
    def empty(self, text: str) -> None:
        self._empty = text
        if not self.rows:
            self.refresh()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar, made when it is first asked for, as Textual does it."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = SheetBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)  # noqa: SLF001 - there is no public way
        return self._vertical_scrollbar

    def _window_width(self) -> int:
        """Cells between the left edge and the scroll bar, whose place is always kept."""
        return self.size.width - self.scrollbar_size_vertical

    def _sheet_width(self) -> int:
        return max(self._window_width() - GUTTER, 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as all rows take at that width, or the invitation, before anything is painted."""
        del container, viewport
        room = max(width - self.scrollbar_size_vertical - GUTTER, 1)
        rows = self._sheet.rows
        if not rows:
            return len(wrap([(self._empty, "muted")], room - 1)) if self._empty else 0
        sheet = self._sheet if self._sheet.width == room else Sheet(rows, self._columns, room)
        return sheet.height

    def _visible_lines(self) -> Painted:
        shown: Painted = []
        sheet = self._sheet
        for y in range(self.size.height):
            found = sheet.at(y + round(self.scroll_y))
            shown.append(
                (sheet.rows[found[0]], self._state(found[0]), found[1], sheet.widths) if found else None
            )
        return shown

    def _repaint(self, painted: Painted) -> None:
        fresh = self._visible_lines()
        if len(fresh) != len(painted) or not fresh or not self.rows:
            self.refresh()
            return
        other = [y for y, (old, new) in enumerate(zip(painted, fresh, strict=True)) if old != new]
        if other:
            width = self._window_width()
            self.refresh(*(Region(0, first, width, last - first + 1) for first, last in _runs(other)))

    def _fit(self, *, follow: bool) -> None:
        """Tell the scroll bar how much there is, without a layout of the screen."""
        size = Size(self._window_width(), self._sheet.height)
        if size != self.virtual_size:
            self.set_reactive(SheetView.virtual_size, size)
            if window := self.size.height:
                # What fits needs no bar: one that hears of no new size is not painted again.
                self.vertical_scrollbar.window_virtual_size = max(size.height, window)
                self.vertical_scrollbar.window_size = window
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
            if self.styles.is_auto_height:
                self.refresh(layout=True)
        if follow:
            self._reveal()

    def _on_resize(self, event: events.Resize) -> None:
        del event
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        self._sheet = Sheet(self._sheet.rows, self._columns, self._sheet_width())
        self._strips.clear()
        self._fit(follow=True)
        self.refresh()
        if self.laid_out is not None:
            self.call_after_refresh(self.laid_out)

    def notify_style_update(self) -> None:
        """Colours changed: nothing painted before can be used again."""
        super().notify_style_update()
        if isinstance(self._vertical_scrollbar, SheetBar):
            self._vertical_scrollbar.forget()
        self._strips.clear()
        self._styles_by_role.clear()
        self._blank = Strip([])
        self._finished = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the window as they go to the screen.

        Without border or padding there is nothing that Textual must add to a line. So the strips stay the
        same objects from picture to picture, and with them everything that is kept about how they were cut.
        """
        window, width = self._window(), self.outer_size.width
        drawn_for = (window, width, round(self.scroll_y))
        if drawn_for != self._finished_for:
            self._finished, self._finished_for = {}, drawn_for
        strips = [self._finished.get(y) or self._keep(y, window) for y in crop.line_range]
        whole = crop.column_span == (0, width)
        return strips if whole else [strip.crop(*crop.column_span) for strip in strips]

    def _keep(self, y: int, window: int) -> Strip:
        """A line, kept until it is refreshed: one change asks for all lines."""
        strip = self._finished[y] = self._line(y, window)
        return strip

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw these lines anew in the next picture, or all."""
        if regions:
            for y in {y for region in regions for y in region.line_range}:
                self._finished.pop(y, None)
        else:
            self._finished = {}
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        return self._line(y, self._window())

    def _window(self) -> int:
        """The window's width, with everything laid out for it."""
        width = self._window_width()
        if self._sheet.width != max(width - GUTTER, 1):
            self._lay_out_again()
        return width

    def _line(self, y: int, width: int) -> Strip:
        if not self._sheet.rows:
            return self._invitation(y)
        found = self._sheet.at(y + round(self.scroll_y))
        if found is None:
            if self._blank.cell_length != self.outer_size.width:
                self._blank = self._to_screen([])
            return self._blank
        index, line = found
        row = self._sheet.rows[index]
        state = self._state(index)
        key = (row, state, width, self._sheet.widths)
        if (strips := self._strips.get(key)) is None:
            strips = self._strips[key] = self._paint(row, state, width)
        return strips[line]

    def _invitation(self, y: int) -> Strip:
        lines = wrap([(self._empty, "muted")], self._sheet_width() - 1) if self._empty else []
        text = "".join(part for part, _ in lines[y]) if y < len(lines) else ""
        return self._to_screen([Segment(f"{' ' * GUTTER}{text}", self._style("muted", ""))])

    def _paint(self, row: Row, state: str, width: int) -> tuple[Strip, ...]:
        mark = Segment(_MARKS[state], self._style("mark", state))
        rest = max(width - GUTTER - self._sheet.width, 0)
        end = [Segment(" " * rest, self._style("", state))] if rest else []
        return tuple(
            self._to_screen([mark, *(Segment(text, self._style(role, state)) for text, role in line), *end])
            for line in self._sheet.lines(row)
        )

    def _to_screen(self, segments: list[Segment]) -> Strip:
        """A line as it goes to the screen: as wide as this widget, and passed by the filters."""
        width = self.outer_size.width
        line = Segment.adjust_line_length(segments, width, self._style("", ""))
        for each in self.get_line_filters():
            line = each.apply(line, NO_COLOUR)
        return Strip(line, width)

    def _style(self, role: str, state: str) -> Style:
        known = self._styles_by_role.get((role, state))
        if known is None:
            known = role_style(role, state, self.rich_style, self.app.current_theme.variables)
            self._styles_by_role[role, state] = known
        return known


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each unbroken run of ascending numbers."""
    start = numbers[0]
    for number, following in pairwise((*numbers, None)):
        if number is not None and following != number + 1:
            yield start, number
            start = following or 0
