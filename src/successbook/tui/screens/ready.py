"""Can we ship? The verdict on a release, its reasons with one key to each cause, and what people decided."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from successbook.plan.kinds import locate
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.deciding import (
    ask_decision,
    ask_freeze,
    decided_at,
    frozen_at,
    label_of,
    why_not,
)
from successbook.tui.rooms.views import View, open_view, view_of
from successbook.tui.screens.overlay import Overlay
from successbook.tui.screens.ready_rows import (
    BESIDE_COLUMNS,
    REASON_COLUMNS,
    Cause,
    beside_rows,
    reason_rows,
)
from successbook.tui.widgets.chained import ChainedList, go_beyond
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.readiness import Readiness, in_words, readiness_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ReadyScreen"]

_BESIDE = 116
"""Columns from which the two panels stand beside each other."""


class ReadyScreen(Overlay):
    """Shows whether a release can ship; its result is the cause to go to, None when it was closed.

    Args:
        workbook: the open plan.
        release: the release.
        place: the line to begin at, as `again` gives it on.
    """

    SCOPE = "ready"
    BINDINGS = bindings_for("ready")

    def __init__(self, workbook: Workbook, release: Address, place: Hashable = None) -> None:
        super().__init__(workbook)
        self._release, self._place = release, place
        self._reasons = ChainedList(columns=REASON_COLUMNS, mark_away=False)
        self._beside = ChainedList(
            columns=BESIDE_COLUMNS,
            mark_away=False,
            empty="Who decides, when, and what may go wrong?   3 is where gates, dates and risks are added",
        )

    def compose(self) -> ComposeResult:
        """Two panels: the reasons, and what is decided and when."""
        with Container(classes="two ready"):
            yield Panel(self._reasons, classes="first")
            yield Panel(self._beside, question="What is decided, when, what may go wrong?", classes="second")
        yield KeyLine()

    def on_resize(self, event: events.Resize) -> None:
        """Below 116 columns the panels stand on each other; in a low terminal one is seen at a time."""
        self.set_class(event.size.width < _BESIDE, "-stacked")

    def on_mount(self) -> None:
        """Begin where one was, else at the first reason."""
        super().on_mount()
        self._reasons.focus()
        if self._place is not None:
            for each in (self._reasons, self._beside):
                if each.select(self._place):
                    self._turn(each is self._beside)
                    each.focus()
                    return

    def _found(self) -> Readiness:
        return readiness_of(self.workbook.tree, self._release, self.workbook.now)

    def fill(self) -> None:
        """The reasons and what stands beside them, as they are now."""
        found, now = self._found(), self.workbook.now
        self.query_one(".first", Panel).ask(f"Can we ship {found.title}?", aside=found.when(now))
        self._reasons.show(reason_rows(found))
        self._beside.show(beside_rows(self.workbook.tree, self._release, now))

    @property
    def _focused(self) -> ChainedList:
        return self._beside if self.focused is self._beside else self._reasons

    @property
    def cause(self) -> Cause | None:
        """Where the line under the cursor leads."""
        key = self._focused.cursor_key
        return key if isinstance(key, Cause) else None

    def again(self) -> ReadyScreen:
        """The same screen, at the same line."""
        return ReadyScreen(self.workbook, self._release, self.cause)

    @on(ChainedList.Beyond)
    def _beyond(self, event: ChainedList.Beyond) -> None:
        self._turn(event.direction > 0 and bool(self._beside.rows))
        go_beyond(event, (self._reasons, self._beside))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_go_there()

    def do_go_there(self) -> None:
        """Go to the cause."""
        cause = self.cause
        if cause is not None:
            self.dismiss(cause.place)

    @property
    def _frozen(self) -> Address:
        """The KPI that the line under the cursor is about, else the release."""
        cause = self.cause
        at = cause.at if cause is not None else None
        return at if at is not None and frozen_at(at) else self._release

    @property
    def _decided(self) -> Address:
        """The gate that the line under the cursor is about, else the release: its first open gate."""
        cause = self.cause
        at = decided_at(self.workbook.tree, cause.at) if cause is not None else None
        place = locate(at) if at is not None else None
        return at if at is not None and place is not None and place.kind.name == "gate" else self._release

    def why_not(self, action_id: str) -> str | None:
        """What can be decided and frozen depends on the line."""
        if action_id == "decide":
            return why_not(self.workbook, self._decided, action_id)
        if action_id == "freeze":
            return why_not(self.workbook, self._frozen, action_id)
        if action_id == "view" and self._view() is None:
            return "This line has no picture; one about people, tracking or a KPI has"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """What is decided or frozen here."""
        if each.id in ("decide", "freeze"):
            subject = self._decided if each.id == "decide" else self._frozen
            return label_of(self.workbook, subject, each.id) or each.label
        found = self._view() if each.id == "view" else None
        return found.label if found is not None else super().label_of(each)

    def do_decide(self) -> None:
        """Keep what was decided at the gate, or in the phase, under the cursor; else at the next gate."""
        ask_decision(self, self.workbook, self._decided)

    def do_freeze(self) -> None:
        """Freeze the benchmark under the cursor, or all of the release."""
        ask_freeze(self, self.workbook, self._frozen)

    def _view(self) -> View | None:
        """The picture of what the line is about: of a stakeholder the grid, of tracking the table."""
        cause = self.cause
        found = view_of(self.workbook, cause.at) if cause is not None else None
        return found if found is not None and found.record != self._release else None

    def do_view(self) -> None:
        """The picture of what the line is about; what is chosen there is gone to."""
        found = self._view()
        if found is not None:
            self.app.push_screen(open_view(self.workbook, found), self.leave_for)

    def do_launch_day(self) -> None:
        """The release today, also before the day for which it is planned: a launch may come early."""
        from successbook.tui.screens.launch import LaunchScreen

        if isinstance(self.app.screen_stack[-2], LaunchScreen):
            self.dismiss(None)  # that is where one came from
        else:
            self.app.push_screen(LaunchScreen(self.workbook, self._release), self.leave_for)

    def do_calendar(self) -> None:
        """The next weeks, day by day; a day that is chosen there is gone to."""
        from successbook.tui.screens.calendar import CalendarScreen

        self.app.push_screen(CalendarScreen(self.workbook), self.leave_for)

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        """What can be decided and frozen may be something else now."""
        event.stop()
        self.query_one(KeyLine).look_again()

    def do_other_panel(self) -> None:
        """To the other panel."""
        other = self._reasons if self._focused is self._beside else self._beside
        self._turn(other is self._beside)
        other.focus()

    def _turn(self, second: bool) -> None:
        """In a low terminal, turn to the other panel."""
        self.set_class(second, "-second")

    def do_copy(self) -> None:
        """Copy the answer as Markdown."""
        from successbook.sharing.told import told_markdown

        self.app.copy_to_clipboard(told_markdown(in_words(self._found(), self.workbook.now)))
        say(self, "Copied the answer as Markdown")
