"""A question for a folder's name, which says at once what would come of it."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from successbook.text import one_line
from successbook.tree.ids import slug
from successbook.tui.screens.one_line import OneLineDialogue
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.panel import Panel

__all__ = ["NameScreen", "folder_name", "is_path"]


def is_path(said: str) -> bool:
    """Whether what was typed is meant as a path, not as a title."""
    return "/" in said or said.strip().startswith("~")


def folder_name(said: str) -> str:
    """The folder that is meant: a path as it is, a title as a readable name."""
    return said.strip() if is_path(said) else slug(said, words=8)


class NameScreen(OneLineDialogue[str]):
    """Asks for a folder; its result is what was typed, empty when it was closed.

    Args:
        question: what is asked.
        hint: what will be done with it.
        folder: what a relative path starts from.
        there: whether the folder must be there already; else it must not.
        value: what stands in the field to begin with.
        what: what is asked for, in a sentence.
    """

    def __init__(
        self,
        question: str,
        hint: str,
        folder: Path,
        *,
        there: bool = False,
        value: str = "",
        what: str = "folder",
    ) -> None:
        super().__init__()
        self._question, self._hint, self._folder, self._there = question, hint, folder, there
        self._value, self._what = value, what

    def compose(self) -> ComposeResult:
        """One line to write in, and what would come of it."""
        with Panel(question=self._question, classes="over--panel -small naming"):
            yield OneLineInput(self._value, classes="naming--input")
            yield Static(Content(self._hint), classes="naming--hint")
        yield KeyLine()

    def _problem(self, said: str) -> str:
        name = said.strip() if self._there else folder_name(said)
        if not name:
            return "a name needs a letter or a digit" if said.strip() else ""
        path = self._folder / Path(name).expanduser()
        if self._there:
            return "" if path.exists() else f"{path}: there is no such {self._what}"
        return f"{path}: there is something already" if path.exists() else ""

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        problem = self._problem(event.value)
        name = event.value.strip() if self._there else folder_name(event.value)
        text = problem or (f"{self._folder / Path(name).expanduser()}" if name else self._hint)
        hint = self.query_one(".naming--hint", Static)
        hint.update(Content(one_line(text)))
        hint.set_class(bool(problem), "-problem")

    def do_take(self) -> None:
        """Go on with what was typed, if it can be used."""
        said = self.query_one(Input).value
        if said.strip() and not self._problem(said):
            self.dismiss(said.strip())

    def do_close(self) -> None:
        """Close without a name."""
        self.dismiss("")
