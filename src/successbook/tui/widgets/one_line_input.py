"""An input that answers a key by painting one line."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

__all__ = ["OneLineInput"]


class OneLineInput(Input):
    """Textual's input, of a size that does not depend on what is typed.

    Textual lays out the whole screen whenever the text gets longer, because an input may be as wide as its
    text. Ours never is; and a layout for each letter would be three times what the letter itself takes.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Paint the part of the text that is seen now; Textual moves a bar too, though none is shown."""
        if round(old_value) != round(new_value):
            self.refresh()

    def _on_focus(self, event: events.Focus) -> None:
        """Show the cursor: Textual's stays out of sight at the end of a text that is longer than the line."""
        del event  # Textual's own handler is called, too
        if self.value:
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        if self.has_focus and cell_len(self.value) >= self.size.width:
            self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def _on_blur(self, event: events.Blur) -> None:
        """Show how the text begins."""
        del event
        if self.scroll_x:
            self.scroll_to(x=0, force=True, animate=False)

    def render_line(self, y: int) -> Strip:
        """The part of the text that has room, with "…" where it goes on, but never over the cursor."""
        strip, room = super().render_line(y), self.scrollable_content_region.width
        before = round(self.scroll_x)
        beyond = cell_len(self.value or self.placeholder) - before - room
        cursor = cell_len(self.value[: self.cursor_position]) - before if self.has_focus else -1
        if before > 0 and cursor != 0:
            strip = _cut(strip, 0)
        if beyond > 0 and cursor != room - 1:
            words = strip.text.partition("\n")[0].rstrip()  # a hint is cut at a word
            strip = _cut(strip, room - 1 if self.value else min(cell_len(words), room - 1))
        return strip

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted, as one; Textual's takes the first and drops the others."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split("\n")).replace("\r", "").strip(), *self.selection)


def _cut(strip: Strip, at: int) -> Strip:
    """The strip with a sign at a cell that there is more."""
    style = next((segment.style for segment in strip.crop(at, at + 1)), None)
    return Strip.join([strip.crop(0, at), Strip([Segment("…", style)], 1), strip.crop(at + 1)])
