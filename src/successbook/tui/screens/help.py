"""Help: every key, first those that work here."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from successbook.tui.actions import SCOPES, keys_table
from successbook.tui.dispatch import Acts, Offer, bindings_for, offers
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["HelpScreen", "offer_words"]

_COLUMNS = (Column(), Column(hide_below=70), Column(grow=True))
"""Keys, name, what it does; the sentence needs the room where there is little."""


class HelpScreen(Acts, ModalScreen[None]):
    """Lists what can be done on a screen, with the reason where something cannot, and then every key.

    Args:
        asked: the screen on which somebody pressed `?`.
    """

    SCOPE = "help"
    BINDINGS = bindings_for("help")

    def __init__(self, asked: Screen[object]) -> None:
        super().__init__(classes="over")
        self._asked = asked

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        with Panel(question="What can I do here?", classes="over--panel"):
            yield RowList(columns=_COLUMNS, id="keys")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(RowList).show([*self._here(), *_all_keys(getattr(self.app, "keys_in_use", {}))])

    def _here(self) -> Iterator[Row]:
        scope = ""
        offered = list(offers(self._asked))
        scopes = [each.node.SCOPE for each in offered]

        def rank(offer: Offer) -> tuple[bool, int, bool, int]:
            """Keys of lists are read last; of each scope, what can be done comes first, as in the footer."""
            scope = offer.node.SCOPE
            return scope == "list", scopes.index(scope), bool(offer.reason), offer.action.rank

        for offer in sorted(offered, key=rank):
            if scope != offer.node.SCOPE:
                scope = offer.node.SCOPE
                yield Row(("heading", scope), (Cell(SCOPES[scope], "heading"),), selectable=False)
            cells = (Cell(offer.shown, "strong"), Cell(offer.label, "muted"), offer_words(offer))
            yield Row((scope, offer.action.id), cells)

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss()


def offer_words(offer: Offer) -> tuple[Cell, ...]:
    """What an action does, and why it cannot be done now."""
    if not offer.reason:
        return (Cell(offer.action.help, wrap=True),)
    return (
        Cell(offer.action.help, "muted", wrap=True),
        Cell(f"  not now: {offer.reason}", "careful", wrap=True),
    )


def _all_keys(keymap: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    yield Row("blank", (Cell(""),), selectable=False)
    yield Row("all", (Cell("Every key", "heading"),), selectable=False)
    where = ""
    for line in keys_table(keymap):
        if line.where != where:
            where = line.where
            yield Row(("all", where), (Cell(where, "accent"),), selectable=False)
        yield Row(
            ("all", where, line.id),
            (Cell(line.keys, "strong"), Cell(line.label, "muted"), Cell(line.help, wrap=True)),
        )
