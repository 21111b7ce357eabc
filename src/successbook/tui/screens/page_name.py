"""A question for the file of a page, which says at once where it will be."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from successbook.text import one_line
from successbook.tui.screens.one_line import OneLineDialogue
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["PageNameScreen"]

_ENDINGS = (".html", ".htm", ".md")


class PageNameScreen(OneLineDialogue[str]):
    """Asks for a file; its result is its path as text, empty when it was closed.

    Args:
        folder: what a relative path starts from.
        name: the name to begin with.
    """

    ENTER = "write the page"

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__()
        self._folder, self._name_first = folder, name

    def compose(self) -> ComposeResult:
        """One line to write in, and what would come of it."""
        question = "Which file? .html has the board, .md is plain text"
        with Panel(question=question, classes="over--panel -small naming"):
            yield Input(self._name_first, classes="naming--input")
            yield Static(classes="naming--hint")
        yield KeyLine()

    def on_mount(self) -> None:
        """Say where it will be."""
        self._tell()

    def _place(self) -> Path:
        return (self._folder / Path(self.said).expanduser()).absolute()

    def _problem(self) -> str:
        place = self._place()
        if place.suffix.lower() not in _ENDINGS:
            return "its name ends with .html or .md"
        if place.exists():
            return f"{place}: there is something already"
        return "" if place.parent.is_dir() else f"{place.parent}: there is no such folder"

    def _tell(self) -> None:
        problem = self._problem()
        hint = self.query_one(".naming--hint", Static)
        hint.update(Content(one_line(problem or str(self._place()))))
        hint.set_class(bool(problem), "-problem")

    @on(Input.Changed)
    def _changed(self) -> None:
        self._tell()

    def do_take(self) -> None:
        """Go on with what was typed, if it can be used."""
        if not self._problem():
            self.dismiss(str(self._place()))

    def do_close(self) -> None:
        """Close without a file."""
        self.dismiss("")
