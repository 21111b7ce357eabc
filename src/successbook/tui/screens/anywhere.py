"""What works on whatever lies over the rooms, too: a win in five seconds, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

from successbook.tui.dispatch import Acts

if TYPE_CHECKING:
    from successbook.tui.capturing import Captures

__all__ = ["Anywhere"]


class Anywhere(Acts):
    """Mixin for a modal screen: Textual hands none of its keys to the app, so it has these itself."""

    def do_capture(self) -> None:
        """The key w."""
        cast("Captures", cast("DOMNode", self).app).do_capture()

    def do_help(self) -> None:
        """The key ?."""
        from successbook.tui.screens.help import HelpScreen

        app = cast("DOMNode", self).app
        app.push_screen(HelpScreen(app.screen))
