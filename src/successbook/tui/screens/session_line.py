"""The one line that is written in during a session."""

from __future__ import annotations

from textual import events
from textual.message import Message

from successbook.errors import Refused
from successbook.text import capital
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.pasting import pasted_line

__all__ = ["SessionLine"]


class SessionLine(Acts, OneLineInput):
    """A line of text: Enter keeps it, Esc and the arrows leave it.

    Attributes:
        going_on: what Enter does while nothing is written, in a word or two.
        held: what is kept already; while just that stands in the line, Enter goes on, too.
    """

    SCOPE = "session-line"
    BINDINGS = bindings_for("session-line")

    class Said(Message):
        """Enter was pressed.

        Attributes:
            text: what was written, without blanks around it; may be empty.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class LeftLine(Message):
        """The line was left for the rows."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.going_on = "go on"
        self.held = ""

    def label_of(self, each: Action) -> str:
        """Enter keeps what is written, and on an empty line, or one that is kept already, goes on."""
        goes_on = self.value.strip() in ("", self.held)
        return self.going_on if each.id == "keep-line" and goes_on else each.label

    def do_keep_line(self) -> None:
        """Enter."""
        self.post_message(self.Said(" ".join(self.value.split())))

    def do_to_lines(self) -> None:
        """Esc, or an arrow."""
        self.post_message(self.LeftLine())

    def _on_paste(self, event: events.Paste) -> None:
        """Several lines of a paste are joined; what is too long for a line is not taken, and that is said."""
        event.stop()
        event.prevent_default()
        try:
            joined, _ = pasted_line(event.text)
        except Refused as error:
            say(self, capital(f"{error}."), "warning")
            return
        self.replace(joined.strip(), *self.selection)
