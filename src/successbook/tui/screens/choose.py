"""A small question with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["ChooseScreen", "Option"]

_MOVING = ("j", "k")
"""Letters that move the cursor of every list; they begin no answer."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer.

    Attributes:
        key: what the screen returns.
        label: a word or two.
        about: a sentence that helps to choose.
    """

    key: str
    label: str
    about: str = ""


class ChooseScreen(Acts, ModalScreen[str]):
    """Asks a question; its result is the key of the option, None when it was closed.

    Args:
        question: the question.
        options: the answers.
        about: what it is asked about, where the question covers that.
    """

    SCOPE = "choosing"
    BINDINGS = bindings_for("choosing")

    def __init__(self, question: str, options: Sequence[Option], about: str = "") -> None:
        super().__init__(classes="over -see-through -centred")
        self._question = question
        self._options = options
        self._about = about
        self._typed = ""

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        with Panel(question=self._question, aside=self._about, classes="over--panel -small choosing"):
            yield RowList(columns=[Column(), Column(grow=True)])
        yield KeyLine()

    def on_mount(self) -> None:
        """List the answers."""
        rows = [
            Row(each.key, (Cell(each.label, "strong"), Cell(_first_sentence(each.about), "muted", wrap=True)))
            for each in self._options
        ]
        self.query_one(RowList).show(rows)

    def on_key(self, event: events.Key) -> None:
        """Letters go to the answer that begins with them: whoever types its name need not look for it."""
        letter = event.character if event.is_printable else None
        found = letter and self._beginning(self._typed + letter)
        if letter and not found and letter not in _MOVING:
            self._typed = ""
            found = self._beginning(letter)
        if not letter or not found or (not self._typed and letter in _MOVING):
            self._typed = ""
            return
        self._typed += letter
        self.query_one(RowList).select(found)
        event.stop()
        event.prevent_default()

    def _beginning(self, typed: str) -> str | None:
        """The first answer that begins so."""
        said = typed.casefold()
        return next((each.key for each in self._options if each.label.casefold().startswith(said)), None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Return the answer."""
        event.stop()
        self.dismiss(str(event.row.key))

    def do_take(self) -> None:
        """Take the answer under the cursor."""
        key = self.query_one(RowList).cursor_key
        if key is not None:
            self.dismiss(str(key))

    def do_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def _first_sentence(text: str) -> str:
    """What helps to choose; the rest is for the documentation."""
    sentence, stop, _ = text.partition("\n")[0].partition(". ")
    return sentence + stop.strip()
