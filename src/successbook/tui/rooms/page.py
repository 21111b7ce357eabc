"""1 Page: the plan on a page. What the answers say, and an invitation to what is missing."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from successbook.plan.kinds import locate
from successbook.tree import Address, Change
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms import page_rows
from successbook.tui.rooms.asking import Asks
from successbook.tui.rooms.page_rows import Goal
from successbook.tui.rooms.putting_off import PutsOff
from successbook.tui.rooms.room import Room
from successbook.tui.widgets.chained import ChainedList, go_beyond
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.page_head import head_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["PageRoom"]

_FIRST = 60
"""Metrics in the first picture: more than a window shows."""
_STACKED = 78
_COLUMNS = {
    "why": page_rows.WHY_COLUMNS,
    "metrics": page_rows.METRIC_COLUMNS,
    "ship": page_rows.SHIP_COLUMNS,
    "needs": page_rows.NEED_COLUMNS,
}
_SHIP = "What ships next?"
_EMPTY = {
    "metrics": "What would show it, and where is it today?   i asks",
    "ship": "What ships next, and when?   i asks; 3 is where releases are",
    "needs": "Nothing is missing.\nr writes down a new number when there is one.",
}


class PageRoom(Asks, PutsOff):
    """The plan on a page."""

    SCOPE = "page"
    NAME = "page"
    BINDINGS = bindings_for("page")

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._lists = {
            name: ChainedList(columns=columns, mark_away=False) for name, columns in _COLUMNS.items()
        }
        self._begun = False
        # Held, because the page may be filled before its panels are mounted.
        self._ship = Panel(self._lists["ship"], question=_SHIP, classes="ship")
        self._needs = Panel(self._lists["needs"], question="What needs you?", classes="needs")

    def compose(self) -> ComposeResult:
        """Four panels, each a question."""
        with VerticalScroll(can_focus=False, classes="page"):
            yield Panel(self._lists["why"], question="Why are we doing this?", classes="why")
            yield Panel(self._lists["metrics"], question="Are we getting there?", classes="metrics")
            with Container(classes="beside"):
                yield self._ship
                yield self._needs

    def on_resize(self, event: events.Resize) -> None:
        """Below 78 columns the lower panels stand on each other."""
        self.set_class(event.size.width < _STACKED, "-stacked")

    def refill(self, change: Change | None = None) -> None:
        """Work the page out again. At first only its top is shown; the rest follows the picture."""
        del change
        if self._begun:
            self._fill()
            return
        self._begun = True
        now = self.workbook.now
        head = head_of(self.workbook.tree, now, most=_FIRST)
        self._lists["why"].show(page_rows.why_rows(head))
        self._lists["metrics"].show(page_rows.metric_rows(head, now))
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        from successbook.verdicts.page import page_of

        now = self.workbook.now
        hidden = self.put_off
        page = page_of(self.workbook.tree, now, self.workbook.title, put_off=hidden)
        self._needs.ask("What needs you?", f"{len(hidden)} put off" if hidden else "")
        self._lists["why"].show(page_rows.why_rows(page))
        self._lists["metrics"].show(page_rows.metric_rows(page, now))
        self._lists["ship"].show(page_rows.ship_rows(page, now))
        ahead = page.ship is not None and page.ship.ready is not None
        self._ship.ask("Can we ship?" if ahead else _SHIP)
        unreadable = (error.said_of(name) for name, error in self.workbook.unreadable.items())
        troubles = [*unreadable, *self.workbook.notices.values()]
        self._lists["needs"].show(page_rows.need_rows(page, troubles))
        for name, text in _EMPTY.items():
            self._lists[name].empty = text

    def enter(self) -> None:
        """The first thing that waits, else the top."""
        self._lists["why"].focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to what the line is about."""
        event.stop()
        self._go(event.row.key)

    def on_chained_list_beyond(self, event: ChainedList.Beyond) -> None:
        """On to the next list that has something to select."""
        go_beyond(event, tuple(self._lists.values()))

    def _focused(self) -> ChainedList | None:
        focused = self.screen.focused
        return focused if isinstance(focused, ChainedList) else None

    def _go(self, key: object) -> None:
        if isinstance(key, Goal):
            at = key.at.child(key.field) if key.at is not None and key.field else key.at
            self.post_message(Room.GoTo(at, key.kind))

    @property
    def subject(self) -> Address | None:
        """What the line under the cursor is about."""
        focused = self._focused()
        key = focused.cursor_key if focused is not None else None
        return key.at if isinstance(key, Goal) else None

    @property
    def need_id(self) -> str:
        """What the line under the cursor asks, if that can wait."""
        focused = self._focused()
        key = focused.cursor_key if focused is not None else None
        return key.need if isinstance(key, Goal) else ""

    def shows_change(self, at: Address, change: Change) -> bool:
        """A metric, with its readings, is a line here: the cursor goes to it."""
        del change
        place = locate(at)
        if place is None or place.kind.name != "metric" or place.field:
            return False
        metrics = self._lists["metrics"]
        if not metrics.select(Goal(place.record, kind="metric")):
            return False
        metrics.focus()
        return True

    def place(self) -> Hashable:
        """The list that has the focus, and its line."""
        focused = self._focused()
        name = next((name for name, each in self._lists.items() if each is focused), "why")
        return name, self._lists[name].cursor_key

    def return_to(self, place: Hashable) -> None:
        """Put the cursor back on its line."""
        match place:
            case (str(name), key):
                self._lists[name].select(key)
                self._lists[name].focus()

    def do_go_there(self) -> None:
        """Go to what the line under the cursor is about."""
        focused = self._focused()
        if focused is not None:
            self._go(focused.cursor_key)

    def do_copy(self) -> None:
        """Copy the page as Markdown."""
        from successbook.sharing.page import page_markdown
        from successbook.verdicts.page import page_of

        page = page_of(self.workbook.tree, self.workbook.now, self.workbook.title)
        self.app.copy_to_clipboard(page_markdown(page, self.workbook.now))
        elsewhere = "Where a terminal keeps its clipboard to itself: successbook show --part page"
        say(self, f"Copied the page as Markdown. {elsewhere}")
