"""All sessions beside each other: their boards, the definitions of success in a row, what moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.plan.now import Now, short_date
from successbook.plan.peek import words
from successbook.tree import Address
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.anywhere import Turns
from successbook.tui.widgets.board_row import BoardRow
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.board_time import FacetsOf, OverTime, Sitting, definitions, over_time, usual_facets

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["OverTimeScreen"]

_EMPTY = "How do you define success now?   5 is where sessions are, s begins one there"
_COLUMNS = (Column(at_least=14, at_most=34), Column(grow=True, at_least=20))


class OverTimeScreen(Turns, ModalScreen[Address]):
    """The sessions of a notebook over time; its result is where to go, None when it was closed.

    Args:
        workbook: the open notebook.
        facets_of: the facets with which a session began.
    """

    SCOPE = "boards"
    BINDINGS = bindings_for("boards")

    def __init__(self, workbook: Workbook, facets_of: FacetsOf = usual_facets) -> None:
        super().__init__(classes="over boarding")
        self._workbook = workbook
        self._found = over_time(workbook.tree, workbook.now, facets_of)

    def compose(self) -> ComposeResult:
        """The pictures above, the words below."""
        yield TitleLine(self._workbook.title, place="over time")
        yield BoardRow(
            [
                (each.board, _day(each.held, self._workbook.now), self._called(each))
                for each in self._found.sittings
            ]
        )
        with Panel(question="How did success look, and how was it defined?", classes="boards--words"):
            yield RowList(columns=_COLUMNS, empty=_EMPTY)
        yield KeyLine()

    def _called(self, sitting: Sitting) -> str:
        """What a session is called; nothing where that would only be its day once more."""
        title = words(self._workbook.tree.table(sitting.at), "title")
        return sitting.title if title or sitting.held is None else ""

    def on_mount(self) -> None:
        """Fill the list."""
        rows = list(_rows(self._found, self._workbook.now)) if self._found.sittings else []
        self.query_one(RowList).show(rows)
        self.query_one(RowList).focus()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_go_to_line()

    def why_not(self, action_id: str) -> str | None:
        """Earlier and later sessions must be there."""
        row = self.query_one(BoardRow)
        if action_id in ("earlier", "later") and row.fitting >= len(self._found.sittings):
            return "All sessions are in sight"
        if action_id == "take-away" and not self._found.sittings:
            return "There is no session yet"
        return None

    def do_go_to_line(self) -> None:
        """Go to what the line is about."""
        key = self.query_one(RowList).cursor_key
        if isinstance(key, Address):
            self.dismiss(key)

    def do_earlier(self) -> None:
        """Earlier sessions."""
        self.query_one(BoardRow).shift(-1)

    def do_later(self) -> None:
        """Later sessions."""
        self.query_one(BoardRow).shift(1)

    def do_take_away(self) -> None:
        """What others may see: definitions and facets picked one by one."""
        from successbook.sharing.takeaway_over_time import OverTimePicking
        from successbook.tui.screens.takeaway import TakeawayScreen

        picking = OverTimePicking(self._found, self._workbook.now)
        self.app.push_screen(TakeawayScreen(self._workbook, picking))

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)


def _day(held: dt.date | None, now: Now) -> str:
    return short_date(held, now.date) if held is not None else ""


def _rows(found: OverTime, now: Now) -> Iterator[Row]:
    yield Row("defined", (Cell("How success was defined", "heading"),), selectable=False)
    last = ""
    for sitting, at, label, said in definitions(found.sittings):
        when = _day(sitting.held, now) or sitting.title
        shown, last = ("" if when == last else when), when
        cells = (Cell(f"{shown:<7} {label}", "muted"), Cell(" ".join(said.split()), wrap=True))
        yield Row(at, cells)
    yield Row("gap", (Cell(""),), selectable=False)
    yield Row("moved", (Cell("What moved", "heading"),), selectable=False)
    for each in found.moved:
        yield Row(each.at.child("facet"), (Cell(each.facet, each.dimension), Cell(each.said, wrap=True)))
    if not found.moved:
        yield Row(
            "none",
            (
                Cell(
                    "Nothing yet; after the next session there may be something to compare",
                    "muted",
                    wrap=True,
                ),
            ),
            selectable=False,
        )
    if found.unvisited:
        yield Row("gap2", (Cell(""),), selectable=False)
        yield Row("unvisited", (Cell("Not looked at yet, if you like", "heading"),), selectable=False)
        for facet in found.unvisited:
            yield Row(
                ("facet", facet.dimension, facet.name),
                (Cell(facet.name, facet.dimension), Cell(facet.dimension, "muted")),
                selectable=False,
            )
