"""A key for a new line, in forms in which Enter goes on."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import TextArea

from successbook.tui.dispatch import Acts
from successbook.tui.upward import node_of

__all__ = ["NewLines"]


class NewLines(Acts):
    """Mixin of the screen: a new line in the field that has the focus, if that has several."""

    def why_not(self, action_id: str) -> str | None:
        """A new line belongs to a field of several."""
        if action_id == "new-line" and self._prose is None:
            return "This field has one line"
        return super().why_not(action_id)

    def do_new_line(self) -> None:
        """The key F4."""
        if self._prose is not None:
            self._prose.insert("\n")

    @property
    def _prose(self) -> TextArea | None:
        screen = node_of(self)
        focused = screen.focused if isinstance(screen, Screen) else None
        return focused if isinstance(focused, TextArea) else None
