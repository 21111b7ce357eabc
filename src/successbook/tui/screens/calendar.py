"""The calendar: the next weeks day by day, with a leaf of the month where there is room for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from successbook.errors import Refused
from successbook.plan.kinds import locate
from successbook.plan.now import Now, short_date
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.deciding import ask_decision, decided_at, label_of, why_not
from successbook.tui.screens.overlay import Overlay
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.calendar import (
    WEEKS,
    CalendarEntry,
    Week,
    calendar_lines,
    late_entries,
    monday,
    weeks_of,
)

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["CalendarScreen", "DayKey"]

_BESIDE = 104
"""Columns from which the leaf stands beside the days."""
_LEAF = (Column(at_least=4, at_most=4), *(Column(at_least=3, at_most=3) for _ in range(7)))
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class DayKey:
    """A line of the calendar.

    Attributes:
        at: the record it is about.
        field: the field of it.
        day: the day; None for what is late.
        line: tells the lines of a day apart.
    """

    at: Address
    field: str
    day: dt.date | None
    line: int


class CalendarScreen(Overlay):
    """Shows the next weeks; its result is the record to go to, None when it was closed.

    Args:
        workbook: the open plan.
        start: a day of the first week; today without one.
        place: the line to begin at, as `again` gives it on.
    """

    SCOPE = "calendar"
    BINDINGS = bindings_for("calendar")

    def __init__(self, workbook: Workbook, start: dt.date | None = None, place: Hashable = None) -> None:
        super().__init__(workbook)
        self._start = monday(start or workbook.now.date)
        self._place = place
        self._days = RowList(
            columns=(Column(grow=True),),
            mark_away=False,
            empty="Nothing has a day in these weeks.\n\n"
            "Days come from releases, schedules, tests and targets; 3 is where releases are.",
        )
        self._leaf = RowList(columns=_LEAF, mark_away=False)
        self._leaf.can_focus = False

    def compose(self) -> ComposeResult:
        """The days, and the leaf beside them."""
        with Container(classes="two calendar"):
            yield Panel(self._days, classes="first")
            yield Panel(self._leaf, question="How full are they?", classes="second")
        yield KeyLine()

    def on_resize(self, event: events.Resize) -> None:
        """Below 104 columns only the days are shown."""
        self.set_class(event.size.width < _BESIDE, "-alone")

    def on_mount(self) -> None:
        """Begin where one was."""
        super().on_mount()
        self._days.focus()
        if self._place is not None:
            self._days.select(self._place)

    def fill(self) -> None:
        """The weeks as they are now."""
        tree, now = self.workbook.tree, self.workbook.now
        weeks = weeks_of(tree, now, start=self._start)
        late = late_entries(tree, now) if self._start <= now.date else []
        last = weeks[-1].monday + dt.timedelta(days=6)
        first = short_date(self._start, now.date)
        question = f"What do the next weeks bring?   {first} to {short_date(last, now.date)}"
        self.query_one(".first", Panel).ask(question, aside=f"{len(late)} late" if late else "")
        self._days.show(list(_rows(weeks, late, now)))
        self._leaf.show(list(_leaf(weeks, now)))

    @property
    def _key(self) -> DayKey | None:
        key = self._days.cursor_key
        return key if isinstance(key, DayKey) else None

    def again(self) -> CalendarScreen:
        """The same weeks, at the same line."""
        return CalendarScreen(self.workbook, self._start, self._key)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_go_there()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.query_one(KeyLine).look_again()

    def do_go_there(self) -> None:
        """Go to what the line is about."""
        key = self._key
        if key is not None:
            field = key.field if locate(key.at) is not None else ""
            self.dismiss(key.at.child(field) if field else key.at)

    def do_weeks_more(self) -> None:
        """The weeks that follow."""
        self._turn(WEEKS)

    def do_weeks_less(self) -> None:
        """The weeks before; what has been is in the history of the plan, so no further than today."""
        self._turn(-WEEKS)

    def _turn(self, weeks: int) -> None:
        first = monday(self.workbook.now.date)
        days = (self._start - first).days + 7 * weeks
        if days < 0 or days > (dt.date.max - first).days - 7:
            raise Refused(
                "there are no weeks before this one here" if days < 0 else "there are no more weeks"
            )
        self._start = first + dt.timedelta(days=days)
        self.fill()

    @property
    def _subject(self) -> Address | None:
        return self._key.at if self._key is not None else None

    def why_not(self, action_id: str) -> str | None:
        """Only at gates and phases something is decided."""
        if action_id == "decide":
            return why_not(self.workbook, self._subject, action_id)
        if action_id == "weeks-less" and self._start <= monday(self.workbook.now.date):
            return "There are no weeks before this one here"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """What is decided here."""
        if each.id == "decide" and decided_at(self.workbook.tree, self._subject) is not None:
            return label_of(self.workbook, self._subject, each.id) or each.label
        return super().label_of(each)

    def do_decide(self) -> None:
        """Keep what was decided at the gate, or in the phase, under the cursor."""
        ask_decision(self, self.workbook, self._subject)

    def do_copy(self) -> None:
        """Copy the next weeks as Markdown."""
        from successbook.sharing.told import told_markdown

        lines = ["What the next weeks bring", *calendar_lines(self.workbook.tree, self.workbook.now)]
        self.app.copy_to_clipboard(told_markdown(lines))
        say(self, "Copied the next weeks as Markdown")


def _rows(weeks: list[Week], late: list[CalendarEntry], now: Now) -> Iterator[Row]:
    if late:
        yield Row("late", ((Cell("Late", "bad"), Cell(f"   {len(late)}", "muted")),), selectable=False)
        yield from _entries(late, None)
        yield Row("late blank", (Cell(""),), selectable=False)
    if not any(week.days for week in weeks) and not late:
        return
    for number, week in enumerate(weeks):
        name = week.name(now)
        nothing = "" if week.days else "   nothing"
        if number:
            yield Row(f"{name} blank", (Cell(""),), selectable=False)
        yield Row(name, ((Cell(name, "heading"), Cell(nothing, "muted")),), selectable=False)
        for each in week.days:
            role = "accent" if each.day == now.date else "strong"
            yield Row(f"{each.day}", (Cell(each.name(now), role),), indent=1, selectable=False)
            yield from _entries(each.entries, each.day)


def _entries(entries: list[CalendarEntry] | tuple[CalendarEntry, ...], day: dt.date | None) -> Iterator[Row]:
    for number, each in enumerate(entries):
        yield Row(DayKey(each.at, each.field, day, number), (Cell(each.text, wrap=True),), indent=2)


def _leaf(weeks: list[Week], now: Now) -> Iterator[Row]:
    """A month's leaf: the number of each day, and a dot for each thing on it, two at most, then a plus."""
    yield Row("days", (Cell(""), *(Cell(each, "muted") for each in _DAYS)), selectable=False)
    for week in weeks:
        counts = {each.day: len(each.entries) for each in week.days}
        days = [week.monday + dt.timedelta(days=each) for each in range(7)]
        cells = [Cell(f"{on.day}{_dots(counts.get(on, 0))}", _role(on, counts, now)) for on in days]
        turns = next((on for on in days if on.day == 1), None)
        month = f"{turns or week.monday:%b}" if turns or week is weeks[0] else ""
        yield Row(f"{week.monday}", (Cell(month, "muted"), *cells), selectable=False)
    yield Row("leaf blank", (Cell(""),), selectable=False)
    yield Row("legend", (Cell(""), Cell("· one   : two   + more", "muted")), selectable=False)


def _dots(count: int) -> str:
    return {0: " ", 1: "·", 2: ":"}.get(count, "+")


def _role(on: dt.date, counts: dict[dt.date, int], now: Now) -> str:
    if on == now.date:
        return "accent"
    return "strong" if counts.get(on) else "muted"
