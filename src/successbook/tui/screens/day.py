"""A small question for a day."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from successbook.plan.now import Now
from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.editors import DateEditor, Editor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["DayScreen"]


class DayScreen(Acts, ModalScreen[dt.date]):
    """Asks for a day to come; its result is the day, None when it was closed.

    Args:
        question: the question.
        now: today.
    """

    SCOPE = "reading"
    BINDINGS = bindings_for("reading")

    def __init__(self, question: str, now: Now) -> None:
        super().__init__(classes="over -see-through -centred")
        self._question = question
        self._day = DateEditor(now=now)
        self._day.alone = True

    def compose(self) -> ComposeResult:
        """One line."""
        with Panel(question=self._question, classes="over--panel -small day"), Horizontal(classes="labelled"):
            yield Static("Until", classes="label")
            yield self._day
        yield KeyLine()

    def on_mount(self) -> None:
        """Write at once."""
        self._day.focus_field()

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """Stays here."""
        event.stop()

    def on_editor_done(self, event: Editor.Done) -> None:
        """The day, or nothing."""
        event.stop()
        self.dismiss(event.value if isinstance(event.value, dt.date) else None)

    def do_close(self) -> None:
        """Close without a day."""
        self.dismiss(None)
