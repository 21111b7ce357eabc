"""The board on a screen of its own: the picture, the lines of the sector named, what the marks mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from successbook.guides.session_facets import SessionFacets
from successbook.plan.kinds import KINDS, locate
from successbook.plan.sessions import sessions_of
from successbook.plan.titles import title_of
from successbook.text import capital, one_line
from successbook.tree import Address
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.overlay import Overlay
from successbook.tui.upward import app_of
from successbook.tui.widgets.board import BoardView
from successbook.tui.widgets.board_legend import BoardLegend
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.board import ALSO, MARKS, UNNAMED, Board, Sector, board_of
from successbook.verdicts.board_told import line_said
from successbook.verdicts.line_details import DETAILS, details_of

if TYPE_CHECKING:
    from successbook.tui.screens.capture import Noted
    from successbook.workbook import Workbook

__all__ = ["BoardScreen"]

_ROLES: Final = {"shown": "strong", "said": "", "missed": ""}
_INVITATION: Final = "An empty board is where every session begins. The arrow keys name its facets.\n\n"


class BoardScreen(Overlay):
    """The board of a session; its result is the line to go to, None when it was closed.

    Args:
        workbook: the open notebook.
        record: a session; of a notebook the latest one is shown, of a line its facet is named.
        near: the sector that is named first, if the record is no line.
    """

    SCOPE = "board-screen"
    BINDINGS = bindings_for("board-screen")

    def __init__(self, workbook: Workbook, record: Address, near: Sector | None = None) -> None:
        super().__init__(workbook)
        self.add_class("boarding")
        place = locate(record)
        of_notebook = place is None or place.kind.name == "notebook"
        sessions = sessions_of(workbook.tree)
        self._session = (sessions[-1] if sessions else None) if of_notebook else Address(record.file)
        self._line = record if place is not None and place.kind.name == "entry" else None
        self._near = near

    def compose(self) -> ComposeResult:
        """The picture, the lines beside it, what the marks mean."""
        yield TitleLine()
        with Container(classes="board--both"):
            yield BoardView(self._board)
            with Panel(classes="board--lines"):
                yield RowList(columns=_board_columns(), empty="")
        yield BoardLegend()
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill everything, and follow changes."""
        view = self.query_one(BoardView)
        if self._near is not None:
            view.name_sector(self._near.dimension, self._near.name)
        for sector in view.board.sectors if self._line is not None else ():
            if any(line.at == self._line and not line.also for line in sector.lines):
                view.name_sector(sector.dimension, sector.name)
        super().on_mount()
        view.focus()

    @cached_property
    def _facets_of(self) -> SessionFacets:
        """The facets with which a session began; guides are read once."""
        return SessionFacets(app_of(self).shelf.guides_folder)

    @property
    def _board(self) -> Board:
        tree, session = self.workbook.tree, self._session
        if session is None:
            return board_of(tree)
        return board_of(tree, session, facets=self._facets_of(tree.table(session)))

    def fill(self) -> None:
        """The picture and the words as they are now."""
        tree, view = self.workbook.tree, self.query_one(BoardView)
        view.show(self._board)
        session = title_of(tree, self._session) if self._session is not None else "no session yet"
        self.query_one(TitleLine).show(self.workbook.title, place=session)
        self._fill_lines(view.sector)
        self.query_one(BoardLegend).show(view.board.before)

    def _fill_lines(self, sector: Sector | None) -> None:
        if sector is None:
            return
        aside = ", ".join(
            each for each in (sector.dimension, "matters most" if sector.matters else "") if each
        )
        asks = f"What can be said about {one_line(sector.name)}?"
        nothing = self.query_one(BoardView).board.empty
        self.query_one(RowList).empty = f"{_INVITATION if nothing else ''}{asks} a writes a line."
        self.query_one(Panel).ask(capital(one_line(sector.name)), aside)
        self.query_one(RowList).show(list(_sector_rows(self.workbook, sector)))

    # Moving

    @on(BoardView.Named)
    def _named(self, event: BoardView.Named) -> None:
        event.stop()
        self._fill_lines(event.sector)

    @on(BoardView.Opened)
    def _opened(self, event: BoardView.Opened) -> None:
        event.stop()
        if event.sector.lines:
            self.query_one(RowList).focus()
        else:
            self.do_add_line()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_go_to_line()

    def do_go_to_line(self) -> None:
        """Go to the line under the cursor."""
        key = self.query_one(RowList).cursor_key
        if isinstance(key, Address):
            self.dismiss(key)

    def why_not(self, action_id: str) -> str | None:
        """A line needs a session to stand in."""
        if action_id == "go-to-line" and not isinstance(self.focused, RowList):
            return "Enter goes to the lines first"
        if action_id in ("add-line", "take-away", "over-time") and self._session is None:
            return "There is no session yet; a in the notebook begins one"
        if action_id == "add-line" and self._session is not None:
            return self.workbook.why_not_change(self._session)
        return super().why_not(action_id)

    # Actions

    def do_add_line(self) -> None:
        """Write a line into the sector that is named."""
        from successbook.tui.screens.capture import CaptureScreen

        sector, session = self.query_one(BoardView).sector, self._session
        if sector is None or session is None:
            return

        def keep(noted: Noted | None) -> None:
            if noted is not None:
                self.attempt(lambda: self._add(sector, session, noted))

        asks = f"{capital(sector.dimension)}: {sector.name}"
        self.app.push_screen(CaptureScreen(one_line(asks)), keep)

    def _add(self, sector: Sector, session: Address, noted: Noted) -> None:
        draft = self.workbook.draft()
        fields = {"dimension": sector.dimension, "kind": noted.kind}
        if sector.name not in (ALSO, UNNAMED):
            fields["facet"] = sector.name
        draft.add(KINDS["entry"], noted.title, inside=session, fields=fields)
        self.workbook.do(draft.change(f'Add line "{noted.title}"'))

    def do_over_time(self) -> None:
        """All sessions beside each other."""
        from successbook.tui.screens.board_time import OverTimeScreen

        self.app.push_screen(OverTimeScreen(self.workbook, self._facets_of), self.leave_for)

    def do_take_away(self) -> None:
        """What others may see: lines picked one by one."""
        from successbook.sharing.takeaway import OfSession
        from successbook.tui.screens.takeaway import TakeawayScreen

        book, session = self.workbook, self._session
        if session is not None:
            picking = OfSession(book.tree, session, book.now, self._facets_of(book.tree.table(session)))
            self.app.push_screen(TakeawayScreen(book, picking))

    def do_close(self) -> None:
        """From the lines back to the picture, from there back to where we were."""
        if isinstance(self.focused, RowList):
            self.query_one(BoardView).focus()
        else:
            self.dismiss(None)


def _board_columns() -> tuple[Column, ...]:
    """The columns of the lines of a sector: the mark, and the words."""
    return (Column(at_most=2), Column(grow=True))


def _sector_rows(workbook: Workbook, sector: Sector) -> Iterator[Row]:
    """The lines of a sector, each with how it stands and what shows it."""
    also = sector.name != ALSO
    for line in sector.lines:
        role = _ROLES[line.standing]
        mark = Cell(MARKS[line.standing], "bad" if line.standing == "missed" else sector.dimension)
        yield Row(line.at, ((mark,), (Cell(line.title, role, wrap=True),)))
        yield Row(
            f"how {line.at}",
            (Cell(""), Cell(line_said(line, also=also), "muted", wrap=True)),
            selectable=False,
        )
        for label, said in details_of(workbook.tree.table(line.at)):
            text = said if label == DETAILS["example"] else f"{label}: {said}"
            told = Cell(text, "muted", wrap=True)
            yield Row(f"{label} {line.at}", (Cell(""), told), selectable=False)
