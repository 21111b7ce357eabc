"""One line in five seconds: what happened, of which kind it is with one key, Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from successbook.plan.captures import CAPTURED
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["CaptureScreen", "Noted"]

_WIDE: Final = 66
"""Columns of a terminal in which the kinds may stand apart."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written.

    Attributes:
        title: the line.
        kind: win, lesson, and so on.
    """

    title: str
    kind: str


class CaptureScreen(Acts, ModalScreen[Noted]):
    """Asks for one line; its result is None when it was closed.

    Args:
        question: what is asked.
    """

    SCOPE = "capturing"
    BINDINGS = bindings_for("capturing")

    def __init__(self, question: str = "What happened?") -> None:
        super().__init__(classes="over -see-through -centred")
        self._question = question
        self._kind = 0

    def compose(self) -> ComposeResult:
        """One line to write in, and the kinds."""
        with Panel(question=self._question, classes="over--panel -small naming"):
            yield Input(classes="naming--input", max_length=400)
            yield Static(classes="naming--hint")
        yield KeyLine()

    def on_mount(self) -> None:
        """Write at once."""
        self._show_kind()
        self.query_one(Input).focus()

    def _show_kind(self) -> None:
        chosen = CAPTURED[self._kind]
        kinds = [
            Content.styled(each, "bold underline $ink" if each == chosen else "$muted") for each in CAPTURED
        ]
        gap = "  " if self.app.size.width >= _WIDE else " "
        self.query_one(Static).update(Content(gap).join(kinds))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.do_keep_note()

    def do_next_kind(self) -> None:
        """The next kind."""
        self._kind = (self._kind + 1) % len(CAPTURED)
        self._show_kind()

    def do_kind_before(self) -> None:
        """The kind before."""
        self._kind = (self._kind - 1) % len(CAPTURED)
        self._show_kind()

    def do_keep_note(self) -> None:
        """Keep the line."""
        said = " ".join(self.query_one(Input).value.split())
        if not said:
            say(self, "Write what happened; Esc leaves")
        else:
            self.dismiss(Noted(said, CAPTURED[self._kind]))

    def do_leave_note(self) -> None:
        """Close without a line."""
        self.dismiss(None)
