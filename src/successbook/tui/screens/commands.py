"""The palette (`:` or Ctrl+P): everything that can be done, by name, and why something cannot now."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.fuzzy import Matcher
from textual.screen import Screen
from textual.widgets import Input

from successbook.tui.actions import Action
from successbook.tui.dispatch import Offer, bindings_for, offers
from successbook.tui.screens.help import offer_words
from successbook.tui.screens.narrowing import Narrows
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["CommandsScreen", "carry_out"]

_COLUMNS = (Column(grow=True, at_least=30), Column(at_least=9, at_most=12, firm=True))
_MOVING = ("list", "cells")  # scopes of the arrow keys: nobody looks for those by name


async def carry_out(chosen: Offer | None) -> None:
    """Do what was chosen, where one was before; None does nothing."""
    if chosen is not None:
        await chosen.run()


class CommandsScreen(Narrows[Offer]):
    """Asks what somebody would like to do; its result is the action, None when it was closed.

    Args:
        asked: the screen from which it was opened.
    """

    SCOPE = "finding"
    BINDINGS = bindings_for("finding")

    def __init__(self, asked: Screen[object]) -> None:
        super().__init__(classes="over -see-through -centred")
        found = [
            each for each in offers(asked) if each.node.SCOPE not in _MOVING and each.action.id != "commands"
        ]
        # what can be done comes first, and of that what the footer begins with
        self._offers = sorted(found, key=lambda each: (each.reason is not None, each.action.rank))

    def compose(self) -> ComposeResult:
        """A line to write in, and what can be done."""
        with Panel(question="What would you like to do?", classes="over--panel commands"):
            yield OneLineInput(placeholder="a few letters", classes="finding")
            yield RowList(columns=_COLUMNS, empty="Nothing here is called that.")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show everything at first."""
        self._show(self._offers)
        self.begin()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        said = event.value.strip()
        self._show(_matching(self._offers, said) if said else self._offers)

    def _show(self, found: Sequence[Offer]) -> None:
        self.show_found([Row((each.node.SCOPE, each.action.id), _cells(each)) for each in found])

    def do_take(self) -> None:
        """Do what is under the cursor; what cannot be done says why."""
        key = self.found.cursor_key
        chosen = next((each for each in self._offers if (each.node.SCOPE, each.action.id) == key), None)
        if chosen is not None:
            self.dismiss(chosen)

    def label_of(self, each: Action) -> str:
        """Enter does it."""
        return "do it" if each.id == "take" else super().label_of(each)

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)


def _cells(offer: Offer) -> tuple[Cell | tuple[Cell, ...], ...]:
    return offer_words(offer), Cell(offer.shown, "strong")


def _matching(found: Sequence[Offer], said: str) -> list[Offer]:
    """The actions whose help or name has these letters in this order, the nearest first."""
    matcher = Matcher(said)
    scored = [(max(map(matcher.match, (each.action.help, each.label))), each) for each in found]
    return [each for score, each in sorted(scored, key=lambda pair: -pair[0]) if score > 0]
