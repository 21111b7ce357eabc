"""An input that answers a key by painting one line."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
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

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted, as one; Textual's takes the first and drops the others."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split("\n")).replace("\r", "").strip(), *self.selection)
