"""A release on one of its days: where it stands, when it goes on and back, what is watched, what is open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from successbook.plan.launching import launch_moment
from successbook.plan.moments import clock_words
from successbook.plan.now import Now, short_date
from successbook.plan.titles import title_of
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.frame import NARROW
from successbook.tui.screens.launch_doing import TakesSteps
from successbook.tui.screens.launch_rows import (
    DAY_COLUMNS,
    OPEN_COLUMNS,
    WATCH_COLUMNS,
    DayKey,
    day_rows,
    open_rows,
    watch_rows,
)
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.rollout import Standing
from successbook.verdicts.today import Today, today_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["LaunchScreen"]

_BELOW = 9
"""Lines that are kept for the keys, for what is watched and for what is open, where these stand below."""
_HALF_A_MINUTE = 30
"""Seconds after which the clock, and what a minimum stay has left, are told anew."""


class LaunchScreen(TakesSteps):
    """Shows a release today, and writes what is done into its launch log; its result is where to go.

    Args:
        workbook: the open plan.
        release: the release.
    """

    SCOPE = "launch"
    BINDINGS = bindings_for("launch")

    def __init__(self, workbook: Workbook, release: Address) -> None:
        super().__init__(workbook, release)
        self._channel: str | None = None
        self._day = RowList(columns=DAY_COLUMNS, empty="", classes="day")
        self._watch = RowList(
            columns=WATCH_COLUMNS,
            mark_away=False,
            empty="Which numbers must not suffer? A KPI of this release can be watched: 3 is where KPIs are",
        )
        self._open = RowList(
            columns=OPEN_COLUMNS, mark_away=False, empty="Nothing is open. x writes down what is unexpected."
        )

    def compose(self) -> ComposeResult:
        """The day at the left, what is watched and what is open at the right, or below."""
        with Container(classes="launch--body"):
            yield Panel(self._day, classes="launch--day")
            with Vertical(classes="launch--side"):
                yield Panel(self._watch, question="Watch", classes="launch--watch")
                yield Panel(self._open, question="Open", classes="launch--open")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill it, and listen to the plan."""
        super().on_mount()
        self.set_interval(_HALF_A_MINUTE, self.fill)
        self._day.focus()

    def on_resize(self, event: events.Resize) -> None:
        """In few lines, what is said first is kept short, and leaves room for what is watched and open."""
        narrow = event.size.width < NARROW
        left = max(event.size.height - _BELOW, _BELOW)
        self.query_one(".launch--day", Panel).styles.max_height = left if narrow else None
        self.call_after_refresh(self.fill)

    @property
    def _clock(self) -> tuple[dt.datetime, str]:
        """What the clocks of the release show now, and where these hang."""
        now = self.workbook.now
        return launch_moment(self.workbook.tree, self.release, self.workbook.moment(), now.zone)

    @property
    def today(self) -> Today:
        """The release as it is now."""
        moment, _ = self._clock
        return today_of(self.workbook.tree, self.release, moment)

    @property
    def standing(self) -> Standing:
        """Where the channel under the cursor stands."""
        standings = self.today.standings
        return next((each for each in standings if each.channel == self._channel), standings[0])

    def fill(self) -> None:
        """The release as it is now, at this minute."""
        if not self.workbook.tree.has(self.release):
            self.dismiss(None)
            return
        today = self.today
        now = Now(today.moment.date(), self.workbook.now.zone)
        if self._channel not in {each.channel for each in today.standings}:
            self._channel = _liveliest(today).channel
        _, zone = self._clock
        clock = clock_words(today.moment, zone, now.zone)
        aside = f"{today.moment:%A} {short_date(now.date, now.date)}, {clock}"
        self.query_one(".launch--day", Panel).ask(f"{today.title}: today", aside=aside)
        low = self.app.size.height < 30
        self._day.show(day_rows(self.workbook.tree, today, self._channel or "", low=low))
        due = min((each.due for each in today.watched if each.due is not None), default=None)
        late = due is not None and due < now.date
        reading = "a reading is late" if late else f"next reading {now.relative(due)}" if due else ""
        self.query_one(".launch--watch", Panel).ask("Watch", aside=reading)
        self._watch.show(watch_rows(today.watched, now, low=low))
        self._open.show(open_rows(today, self.readouts(), now))

    @on(RowList.Moved, ".day")
    def _moved(self, event: RowList.Moved) -> None:
        """The channel under the cursor is shown in full, and the keys are for it."""
        event.stop()
        key = event.row.key if event.row is not None else None
        if isinstance(key, DayKey) and key.channel is not None and key.channel != self._channel:
            self._channel = key.channel
            self.fill()
            self.query_one(KeyLine).look_again()

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run("go-there")

    # What can be done

    @property
    def key(self) -> DayKey | None:
        """What the line under the cursor stands for."""
        focused = self.focused
        found = focused.cursor_key if isinstance(focused, RowList) else None
        return found if isinstance(found, DayKey) else None

    def do_go_there(self) -> None:
        """Go to what the line is about; tick off what was to be done."""
        key = self.key
        if key is None or key.at is None:
            return
        match key.kind:
            case "task":
                self._tick(key.at)
            case "unexpected":
                self.open_unexpected(key.at)
            case "readout":
                self.open_readout(key.at)
            case "ready":
                self.do_view()
            case _:
                self.dismiss(key.at)

    def _tick(self, task: Address) -> None:
        draft = self.workbook.draft()
        draft.put(task.child("done"), self.today.moment.date())
        title = title_of(draft.tree, task)
        self.workbook.do(draft.change(f'Done: "{title}"'))
        say(self, f"Done: {title}. u takes it back")

    def do_reading(self) -> None:
        """Write down a number of the metric under the cursor, or of the first that is watched."""
        from successbook.tui.screens.find import FindScreen
        from successbook.tui.screens.reading import ReadingScreen

        watched = [each.metric for each in self.today.watched]
        key = self.key
        if key is not None and key.at in watched:
            self.app.push_screen(ReadingScreen(self.workbook, key.at))
            return

        def chosen(at: Address | None) -> None:
            if at is not None:
                self.app.push_screen(ReadingScreen(self.workbook, at))

        question = "A number of which metric?"
        self.app.push_screen(FindScreen(self.workbook.tree, among=watched, question=question), chosen)

    def do_copy(self) -> None:
        """Copy the day as Markdown."""
        from successbook.sharing.launches import today_markdown

        self.app.copy_to_clipboard(today_markdown(self.workbook.tree, self.today))
        say(self, "Copied the day as Markdown")

    def do_view(self) -> None:
        """Can we ship?"""
        from successbook.tui.screens.ready import ReadyScreen

        self.app.push_screen(ReadyScreen(self.workbook, self.release), self.leave_for)

    def again(self) -> LaunchScreen:
        """The same screen, for the way back."""
        return LaunchScreen(self.workbook, self.release)

    def label_of(self, each: Action) -> str:
        """Enter does what the line is for; short words, as many keys matter here, and back is for a stage."""
        if each.id == "view":
            return "ready?"
        if each.id == "close":
            return "close"
        if each.id == "go-there" and self.key is not None:
            names = {"task": "done", "readout": "look back", "ready": "see why"}
            return names.get(self.key.kind, "open")
        return super().label_of(each)

    def do_next_pane(self) -> None:
        """The next of the three lists."""
        self.focus_next()


def _liveliest(today: Today) -> Standing:
    """The channel in which something happened last; the first where nothing has."""
    begun = [each for each in today.standings if each.since is not None and each.latest is not None]
    return max(
        begun,
        key=lambda each: str(each.latest.when) if each.latest else "",
        default=today.standings[0],
    )
