"""The scroll bar beside a sheet, drawn from a handful of strips that stay the same objects."""

from __future__ import annotations

from typing import cast

from rich.segment import Segment, Segments
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from successbook.tui.widgets.roles import NO_COLOUR

__all__ = ["SheetBar"]


class SheetBar(ScrollBar):
    """A vertical bar that costs next to nothing while it stays as it is.

    Textual draws a bar through Rich, cell by cell, whenever it or something beside it changes. Yet a bar
    consists of at most five different cells: above the thumb, below it, the thumb and its two ends.
    """

    _drawn: tuple[object, list[Strip]] = ((), [])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The bar's cells, the same objects as long as neither the thumb nor the colours changed."""
        if self.parent is None:  # its list was taken away while a picture was on its way
            return [Strip.blank(crop.width)] * crop.height
        thumb = (self.size, self.window_virtual_size, self.window_size, self.position)
        state = (thumb, self.mouse_over, self.grabbed)
        if self._drawn[0] != state:
            self._drawn = state, self._draw()
        return self._drawn[1][crop.y : crop.bottom]

    def forget(self) -> None:
        """Colours changed: draw it anew in the next picture."""
        self._drawn = (), []

    def _draw(self) -> list[Strip]:
        console = self.app.console
        options = console.options.update(width=self.size.width, height=self.size.height)
        bar = next(iter(cast("ScrollBarRender", self.render()).__rich_console__(console, options)))
        cells = cast("Segments", bar).segments
        different = {id(cell): cell for cell in cells}
        strips = {known: self._strip(cell) for known, cell in different.items()}
        return [strips[id(cell)] for cell in cells]

    def _strip(self, cell: Segment) -> Strip:
        strip = Strip(Segment.apply_style([cell], self.rich_style), self.size.width)
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, NO_COLOUR)
        return strip
