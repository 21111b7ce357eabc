"""Tracking as a table: where one looks, who sets it up, what is wrong with it; one key groups it anew."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult

from successbook.plan.kinds import PLAN
from successbook.plan.now import Now
from successbook.text import capital
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.overlay import Overlay
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.tracking_table import BY, Tracked, grouped, summary, tracking_lines, tracking_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["TrackKey", "TrackingScreen"]

_COLUMNS: Final = (
    Column(grow=True, at_least=26),
    Column(at_most=20, firm=True),
    Column(at_most=11, hide_below=76),
    Column(at_most=22, hide_below=92),
    Column(at_most=20, hide_below=64),
)


@dataclass(frozen=True, slots=True)
class TrackKey:
    """A line of the table; tracking that feeds several metrics stands under each of them."""

    at: Address
    group: str


class TrackingScreen(Overlay):
    """Shows all tracking; its result is where to go, None when it was closed.

    Args:
        workbook: the open plan.
        record: the tracking to begin at.
        place: the grouping and the line to begin at, as `again` gives them on.
    """

    SCOPE = "tracking"
    BINDINGS = bindings_for("tracking")

    def __init__(self, workbook: Workbook, record: Address, place: Hashable = None) -> None:
        super().__init__(workbook)
        self._record = record
        self._by, self._key = BY[0], None
        match place:
            case (str(by), key):
                self._by, self._key = by, key
        self._list = RowList(
            columns=_COLUMNS,
            mark_away=False,
            empty="Where does one look?   3 is where tracking is, a adds it",
        )

        self._list.follow = self._see_about

    def _see_about(self) -> None:
        """Scroll on until what is said below the line under the cursor is seen, too."""
        key = self._list.cursor_key
        about = self._list.region_of(f"about {key.group} {key.at}") if isinstance(key, TrackKey) else None
        hidden = about.bottom - self._list.size.height if about is not None else 0
        if hidden > 0:
            self._list.scroll_to(y=round(self._list.scroll_y) + hidden, animate=False, force=True)

    def compose(self) -> ComposeResult:
        """One table."""
        yield Panel(self._list, classes="over--table")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the line one came from."""
        super().on_mount()
        self._list.focus()
        if self._key is None or not self._list.select(self._key):
            mine = (row.key for row in self._list.rows if isinstance(row.key, TrackKey))
            self._list.select(next((key for key in mine if key.at == self._record), None))

    def fill(self) -> None:
        """The table as it is now."""
        now = self.workbook.now
        found = tracking_of(self.workbook.tree, now)
        question = f"Where does one look, and does it work?   by {self._by}"
        self.query_one(Panel).ask(question, aside=summary(found))
        self._list.show(list(_rows(grouped(found, self._by, now), self._by, now)))

    def again(self) -> TrackingScreen:
        """The same table, at the same line."""
        return TrackingScreen(self.workbook, self._record, (self._by, self._list.cursor_key))

    def label_of(self, each: Action) -> str:
        """What it would be grouped by next."""
        if each.id == "group-by":
            return f"by {self._next}"
        return super().label_of(each)

    @property
    def _next(self) -> str:
        return BY[(BY.index(self._by) + 1) % len(BY)]

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_go_there()

    def do_go_there(self) -> None:
        """Go to the tracking, or to the metric that nothing tracks."""
        key = self._list.cursor_key
        if isinstance(key, TrackKey):
            self.dismiss(key.at)

    def do_group_by(self) -> None:
        """Group by the next of state, team, owner, metric, expiry."""
        key = self._list.cursor_key
        self._by = self._next
        self.fill()
        if isinstance(key, TrackKey):
            same = (row.key for row in self._list.rows if isinstance(row.key, TrackKey))
            self._list.select(next((each for each in same if each.at == key.at), None))
        self.query_one(KeyLine).look_again()

    def do_copy(self) -> None:
        """Copy the table as Markdown."""
        from successbook.sharing.told import told_markdown

        now = self.workbook.now
        lines = ["Where does one look, and does it work?", *tracking_lines(self.workbook.tree, now)]
        self.app.copy_to_clipboard(told_markdown(lines))
        say(self, "Copied the table as Markdown")


def _rows(groups: list[tuple[str, list[Tracked]]], by: str, now: Now) -> Iterator[Row]:
    if not groups:
        return
    names = ("", "state", "team", "owner", "expires")
    yield Row("heading", tuple(Cell(name, "muted") for name in names), selectable=False)
    for number, (heading, lines) in enumerate(groups):
        if number:
            yield Row(f"{heading} blank", (Cell(""),), selectable=False)
        title = capital(heading)
        yield Row(
            f"group {heading}",
            ((Cell(title, "heading"), Cell(f"   {len(lines)}", "muted")),),
            selectable=False,
        )
        for each in lines:
            yield _line(each, heading, now)
            metrics = "" if by == "metric" or each.at.file == PLAN.file else ", ".join(each.metrics)
            where = each.where and f"look at {each.where}"
            about = "; ".join(part for part in (metrics and f"for {metrics}", where, each.flaws) if part)
            if about:
                key = f"about {heading} {each.at}"
                yield Row(key, (Cell(about, "muted", wrap=True),), indent=2, selectable=False)


def _line(each: Tracked, heading: str, now: Now) -> Row:
    expiry, tone = each.expiry(now)
    cells = (
        Cell(each.title, wrap=True),
        Cell(each.state, each.tone),
        Cell(each.team, "muted"),
        Cell(each.owner, "muted"),
        Cell(expiry, tone),
    )
    return Row(TrackKey(each.at, heading), cells, indent=1)
