"""Erasing for good is asked for in words: nobody does it by a slip of the finger."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from successbook.text import one_line
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["EraseScreen"]

_WORD: Final = "erase"
_ALWAYS: Final = "It cannot be taken back: the undo of this sitting goes too. Copies you made elsewhere stay."


class EraseScreen(Acts, ModalScreen[bool]):
    """Asks whether something shall be erased; its result is True only when the word was typed.

    Args:
        title: what shall go.
        goes: what goes with it, as a sentence.
        stays: what stays all the same, such as older versions in git; may be empty.
    """

    SCOPE = "naming"
    BINDINGS = bindings_for("naming")

    def __init__(self, title: str, goes: str, stays: str = "") -> None:
        super().__init__(classes="over -see-through -centred")
        self._title, self._sentences = title, " ".join(each for each in (goes, _ALWAYS, stays) if each)

    def compose(self) -> ComposeResult:
        """What goes, and a line for the word."""
        question = one_line(f'Erase "{self._title}" for good?')
        with Panel(question=question, classes="over--panel -small erasing"):
            yield Static(Content(one_line(self._sentences)), classes="erasing--said")
            yield Input(placeholder=f"type {_WORD} to do it", classes="naming--input")
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the word."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.do_take()

    def label_of(self, each: Action) -> str:
        """Enter erases, once the word stands there."""
        return "erase" if each.id == "take" else super().label_of(each)

    def do_take(self) -> None:
        """Erase, if the word was typed."""
        if self.query_one(Input).value.strip().casefold() == _WORD:
            self.dismiss(True)
        else:
            say(self, f"Type {_WORD} to do it; Esc keeps everything")

    def do_close(self) -> None:
        """Keep everything."""
        self.dismiss(False)
