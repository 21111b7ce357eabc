"""Why something is built: the purpose card of an initiative. What a KPI keeps: its spotlight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.plan.kinds import locate
from successbook.plan.now import Now
from successbook.sharing.cards import measured, worded_work
from successbook.tree import Address
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.anywhere import Turns
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.metrics import MetricView
from successbook.verdicts.spotlight import Purpose, Served, Spotlight, Work, purpose_of, spotlight_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["CardKey", "PurposeScreen"]

CARD_COLUMNS = (Column(at_least=11, at_most=14), Column(grow=True, at_least=30))


@dataclass(frozen=True, slots=True)
class CardKey:
    """A line of a card.

    Attributes:
        at: where Enter leads: a record, or the field that the line is about.
        line: the number of the line.
    """

    at: Address
    line: int


Line = tuple[str, Address, tuple[Cell, ...]]
"""Label, where it leads, what is said."""


class PurposeScreen(Turns, ModalScreen[Address]):
    """Shows a card; its result is the record to go to, None when it was closed.

    Args:
        workbook: the open plan.
        record: an initiative or a metric.
    """

    SCOPE = "purpose"
    BINDINGS = bindings_for("purpose")

    def __init__(self, workbook: Workbook, record: Address) -> None:
        super().__init__(classes="over -see-through -centred")
        tree, now = workbook.tree, workbook.now
        place = locate(record)
        self._now = now
        self._card: Purpose | Spotlight = (
            spotlight_of(tree, record, now)
            if place is not None and place.kind.name == "metric"
            else purpose_of(tree, record, now)
        )

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        card = self._card
        title = card.title if isinstance(card, Purpose) else card.metric.title
        asks = "Why are we building it?" if isinstance(card, Purpose) else "What does this KPI keep?"
        with Panel(question=f"{asks}   {title}", classes="over--panel -small choosing"):
            yield RowList(columns=CARD_COLUMNS)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the lines."""
        card = self._card
        lines = (
            purpose_lines(card, self._now) if isinstance(card, Purpose) else spotlight_lines(card, self._now)
        )
        self.query_one(RowList).show(list(_rows(lines)))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to what the line is about."""
        event.stop()
        self.do_go_there()

    def do_go_there(self) -> None:
        """Go to what the line under the cursor is about."""
        key = self.query_one(RowList).cursor_key
        if isinstance(key, CardKey):
            self.dismiss(key.at)

    def do_copy(self) -> None:
        """Copy the card as Markdown."""
        from successbook.sharing.cards import purpose_markdown, spotlight_markdown

        card, now = self._card, self._now
        text = purpose_markdown(card, now) if isinstance(card, Purpose) else spotlight_markdown(card, now)
        self.app.copy_to_clipboard(text)
        say(self, f"Copied the {'purpose card' if isinstance(card, Purpose) else 'spotlight'} as Markdown")

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)


def purpose_lines(card: Purpose, now: Now) -> Iterator[Line]:
    """What, why, for whom, measured by, and what it serves; what nobody said is asked."""
    said = ", ".join(each for each in (card.level, card.state) if each)
    yield (
        "What",
        card.at,
        (Cell(card.title, "strong", wrap=True), Cell(f"   {said}" if said else "", "muted", wrap=True)),
    )
    yield "Why", card.at.child("why"), (_or_asked(card.why, "Why are you building it?"),)
    yield "For whom", card.at.child("for_whom"), (_or_asked(card.for_whom, "Who will notice?"),)
    if card.owners:
        yield "Built by", card.at.child("owners"), (Cell(", ".join(card.owners), wrap=True),)
    for view in card.metrics:
        yield "Measured by", view.at, _metric(view, now)
    if not card.metrics:
        yield "Measured by", card.at, (Cell("How will you know that it worked?", "unknown", wrap=True),)
    yield from _serves(card.serves, card.at)


def spotlight_lines(light: Spotlight, now: Now) -> Iterator[Line]:
    """What it tells, where it stands, the work it keeps, what it stands on, and the work without any KPI."""
    at = light.metric.at
    yield "Tells", at.child("tells"), (_or_asked(light.tells, "What does it tell you?"),)
    yield "Stands at", at, (Cell(measured(light.metric, now), light.metric.verdict.tone, wrap=True),)
    for work in light.keeps:
        yield "Keeps", work.at, _work(work, kept=True)
    if not light.keeps:
        yield "Keeps", at.child("measures"), (Cell("No work stands on it.", "careful", wrap=True),)
    yield from _serves(light.serves, at)
    if light.problem is None:
        yield (
            "Problem",
            at.child("measures"),
            (Cell("No user's problem stands behind it.", "careful", wrap=True),),
        )
    for work in light.bare:
        yield "No KPI", work.at, _work(work, kept=False)


def _or_asked(said: str, question: str) -> Cell:
    return Cell(said, wrap=True) if said else Cell(question, "unknown", wrap=True)


def _metric(view: MetricView, now: Now) -> tuple[Cell, ...]:
    return (Cell(view.title, wrap=True), Cell(f"   {measured(view, now)}", view.verdict.tone, wrap=True))


def _work(work: Work, *, kept: bool) -> tuple[Cell, ...]:
    said = worded_work(work, kept=kept)
    return (Cell(work.title, "strong", wrap=True), Cell(f"   {said}" if said else "", "muted", wrap=True))


def _serves(serves: tuple[Served, ...], at: Address) -> Iterator[Line]:
    for each in serves:
        how = Cell(f"   {each.how}" if each.how else "", "muted", wrap=True)
        yield (
            "Serves",
            each.at,
            (Cell(f"{each.kind.label}  ", "muted", wrap=True), Cell(each.title, wrap=True), how),
        )
    if not serves:
        yield "Serves", at, (Cell("Which goal, which problem, which mission?", "unknown", wrap=True),)


def _rows(lines: Iterator[Line]) -> Iterator[Row]:
    shown = ""
    for number, (label, at, cells) in enumerate(lines):
        yield Row(CardKey(at, number), (Cell(label if label != shown else "", "muted"), cells))
        shown = label
