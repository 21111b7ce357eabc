"""Erasing for good is asked for in words: nobody does it by a slip of the finger."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from successbook.text import one_line
from successbook.tui.dispatch import say
from successbook.tui.screens.one_line import OneLineDialogue
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["EraseScreen"]

_WORD: Final = "erase"
_ALWAYS: Final = "It cannot be taken back: the undo of this sitting goes too. Copies you made elsewhere stay."


class EraseScreen(OneLineDialogue[bool]):
    """Asks whether something shall be erased; its result is True only when the word was typed.

    Args:
        title: what shall go.
        goes: what goes with it, as a sentence.
        stays: what stays all the same, such as older versions in git; may be empty.
    """

    ENTER = "erase"

    def __init__(self, title: str, goes: str, stays: str = "") -> None:
        super().__init__()
        self._title, self._sentences = title, " ".join(each for each in (goes, _ALWAYS, stays) if each)

    def compose(self) -> ComposeResult:
        """What goes, and a line for the word."""
        question = one_line(f'Erase "{self._title}" for good?')
        with Panel(question=question, classes="over--panel -small erasing"):
            yield Static(Content(one_line(self._sentences)), classes="erasing--said")
            yield Input(placeholder=f"type {_WORD} to do it", classes="naming--input")
        yield KeyLine()

    def do_take(self) -> None:
        """Erase, if the word was typed."""
        if self.said.casefold() == _WORD:
            self.dismiss(True)
        else:
            say(self, f"Type {_WORD} to do it; Esc keeps everything")

    def do_close(self) -> None:
        """Keep everything."""
        self.dismiss(False)
