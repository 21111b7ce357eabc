"""A question for the file of a page, which says at once where it will be."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from successbook.text import one_line
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["PageNameScreen"]

_ENDINGS = (".html", ".htm", ".md")


class PageNameScreen(Acts, ModalScreen[str]):
    """Asks for a file; its result is its path as text, empty when it was closed.

    Args:
        folder: what a relative path starts from.
        name: the name to begin with.
    """

    SCOPE = "naming"
    BINDINGS = bindings_for("naming")

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(classes="over -see-through -centred")
        self._folder, self._name_first = folder, name

    def compose(self) -> ComposeResult:
        """One line to write in, and what would come of it."""
        question = "Which file? .html has the board, .md is plain text"
        with Panel(question=question, classes="over--panel -small naming"):
            yield Input(self._name_first, classes="naming--input")
            yield Static(classes="naming--hint")
        yield KeyLine()

    def on_mount(self) -> None:
        """Write at once."""
        self._tell()
        self.query_one(Input).focus()

    def _place(self) -> Path:
        return (self._folder / Path(self.query_one(Input).value.strip()).expanduser()).absolute()

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

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.do_take()

    def label_of(self, each: Action) -> str:
        """Enter writes the page."""
        return "write the page" if each.id == "take" else super().label_of(each)

    def do_take(self) -> None:
        """Go on with what was typed, if it can be used."""
        if not self._problem():
            self.dismiss(str(self._place()))

    def do_close(self) -> None:
        """Close without a file."""
        self.dismiss("")
