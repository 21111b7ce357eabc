"""A guided session: page after page, the board beside it, the end time on the screen and no countdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from successbook.guides.session_guide import SessionGuide
from successbook.guides.session_walk import SessionWalk, until_when
from successbook.plan.peek import words
from successbook.saver import SavedState
from successbook.tree import Address, Change, Tree
from successbook.tui.actions import Action
from successbook.tui.dispatch import SaysSaved, bindings_for, say
from successbook.tui.frame import NARROW
from successbook.tui.heard import heard_here
from successbook.tui.screens.session_body import SessionBody
from successbook.tui.screens.session_keeping import KeepsNotebook
from successbook.tui.screens.session_keys import FacetKey, LineKey, OpenKey, QuestionKey, StepKey, TodoKey
from successbook.tui.screens.session_lines import LinesBody
from successbook.tui.screens.session_looking import BoardBody, SharingBody
from successbook.tui.screens.session_pages import (
    AfterBody,
    AheadBody,
    ArrivingBody,
    BeforeBody,
    MattersBody,
)
from successbook.tui.whose import whose
from successbook.tui.widgets.board import BoardView
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.verdicts.board import Board

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["SessionScreen"]

_BODIES: Final[dict[str, type[SessionBody]]] = {
    "arriving": ArrivingBody,
    "before": BeforeBody,
    "matters": MattersBody,
    "lines": LinesBody,
    "board": BoardBody,
    "after": AfterBody,
    "ahead": AheadBody,
    "sharing": SharingBody,
}
_WRITES: Final = {
    "entry": "new line",
    "facet": "facet",
    "action": "new action",
    "question": "new question",
}
"""What a writes, by the shape of what is asked."""


class SessionScreen(SaysSaved, KeepsNotebook):
    """Leads through a session; its result is the session.

    Args:
        workbook: the open notebook.
        session: the session, which stands in the notebook.
        guide: the guide it follows.
        plans: the plans that the notebook looks at.
    """

    SCOPE = "session"
    BINDINGS = bindings_for("session")
    CSS_PATH = "../styles/session.tcss"

    def __init__(
        self, workbook: Workbook, session: Address, guide: SessionGuide, plans: Sequence[Tree] = ()
    ) -> None:
        super().__init__()
        self.workbook = workbook
        self.walk = SessionWalk(guide, workbook.tree, session, workbook.now, plans)
        self._ends = f"until {until_when(workbook.moment(), guide.minutes_from(self.walk.page.name))}"
        self._body: SessionBody | None = None

    def compose(self) -> ComposeResult:
        """The page, and the board beside it where there is room."""
        self.set_class(self.app.size.width < NARROW, "-narrow")  # also in the first picture
        yield TitleLine()
        with Horizontal(classes="panes session"):
            yield Panel(classes="first")
            with Panel(question="The board", classes="second"):
                yield BoardView(self.board)
        yield KeyLine()

    async def on_mount(self) -> None:
        """Listen to the notebook, and open the page."""
        self._unlisten = self.workbook.listen(self._changed, heard_here(self._show_saved))
        self.mark_saved()
        self._beside.can_focus = False
        await self._open()

    def on_unmount(self) -> None:
        """Keep what was being typed, and stop listening."""
        self._unlisten()
        if self._body is not None:
            self._body.settle()

    @property
    def board(self) -> Board:
        """What was said so far, as a picture."""
        return self.walk.board()

    @property
    def body(self) -> SessionBody:
        """The open page."""
        if self._body is None:
            raise RuntimeError
        return self._body

    # What is shown

    async def _open(self) -> None:
        """Open the page on which the session is."""
        panel = self.query_one(".first", Panel)
        with self.app.batch_update():
            await panel.remove_children()
            self._body = _BODIES[self.walk.page.kind](self.workbook, self.walk)
            await panel.mount(self._body)
            self.set_class(self.walk.page.kind == "board", "-board")
        self._letter()

    def _name_sector(self) -> None:
        """Let the board name the dimension of the page, and the facet under the cursor."""
        page, key = self.walk.page, self._body.key if self._body is not None else None
        if page.kind == "lines":
            names = [key.title] if isinstance(key, FacetKey | QuestionKey) else []
            names += [facet.title for facet in page.facets[:1]]
            next((name for name in names if self._beside.name_sector(page.dimension, name)), None)

    @property
    def _beside(self) -> BoardView:
        """The board beside the page; where there is no room for it, nobody sees it."""
        return self.query_one(".second BoardView", BoardView)

    def _letter(self) -> None:
        """What stands around the page."""
        page = self.walk.page
        self._name_sector()
        self.query_one(".first", Panel).ask(page.asks)
        short = page.title.partition(",")[0]
        self.query_one(TitleLine).show(page.title, place=whose(self.workbook), state=self._ends, short=short)

    def _changed(self, change: Change) -> None:
        """The notebook changed, by an answer or from elsewhere."""
        del change
        self.walk.see(self.workbook.tree)
        if not self.workbook.tree.has(self.walk.session):
            say(self.app, "This session is no longer there; u brings it back", "warning")
            self.dismiss(None)
            return
        self._beside.show(self.board)
        if self._body is not None and self._body.is_mounted:
            self._body.refill()
        self.query_one(KeyLine).look_again()

    def _show_saved(self, state: SavedState) -> None:
        if not self.is_attached or not self.query(TitleLine):
            return
        if state.error is not None:
            self.query_one(TitleLine).show(state=f"not saved   {self._ends}", role="bad")
            self.say_unsaved(state.error)
        else:
            self.mark_saved()
            self.query_one(TitleLine).show(state=self._ends)

    @on(BoardView.Named)
    def _named(self, event: BoardView.Named) -> None:
        event.stop()

    @on(SessionBody.Cursor)
    def _moved(self, event: SessionBody.Cursor) -> None:
        event.stop()
        self._name_sector()
        self.query_one(KeyLine).look_again()

    @on(SessionBody.TurnPage)
    async def _turned(self, event: SessionBody.TurnPage) -> None:
        event.stop()
        await self.turn(event.pages)

    async def turn(self, pages: int) -> None:
        """Go some pages on, or back; after the last one the session ends."""
        self.body.settle()
        if pages > 0 and self.walk.at_end:
            self._end()
            return
        self.walk.turn(pages)
        await self._open()

    async def turn_back_to(self, change: Change, said: Tree) -> None:
        """Turn to the page where it stands, and to its line; what is half written keeps its page open."""
        if not self.workbook.tree.has(self.walk.session):
            return
        page = self.walk.page_of(change, said)
        if page not in ("", self.walk.page.name) and not self.body.half_said:
            self.walk.go(page)
            await self._open()
            self.body.command()
        self.body.stand_on(change.places)

    def _end(self) -> None:
        self.workbook.do(self.walk.saying().end())
        self.part_with("The session is kept in your notebook. Thank you")
        self.dismiss(self.walk.session)

    # What can be done

    def why_not(self, action_id: str) -> str | None:
        """What makes no sense here says so."""
        body = self._body
        match action_id:
            case "page-before" if self.walk.at_start:
                return "This is the first page"
            case "page-after" if self.walk.at_end:
                return "This is the last page; Enter ends the session"
            case "write-line" if body is not None and body.prompt is None:
                return "There is nothing to write on this page"
            case "session-record" if body is not None and body.writing:
                return "Esc leaves the line first"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """What Enter does on the row under the cursor."""
        if each.id == "session-take" and self._body is not None:
            return self._body.take_label() or ("end the session" if self.walk.at_end else "next page")
        if each.id == "write-line" and self._body is not None and self._body.prompt is not None:
            return _WRITES.get(self._body.prompt.shape, "write")
        if each.id == "session-record" and self._record == self.walk.session:
            return "theme and limit"
        if each.id == "page-after" and self.walk.page.kind == "matters":
            return "go on"
        return super().label_of(each)

    def in_key_line(self, each: Action) -> bool:
        """Where Enter goes to the next page s need not be named, nor the board where it is in front.

        What theme and limit a session has is said at its beginning; later there is more to name.
        """
        if each.id == "session-view":
            return self.walk.page.kind != "board"
        if each.id == "session-record":
            return self._record != self.walk.session or self.walk.page.kind == "arriving"
        body = self._body
        return each.id != "page-after" or body is None or body.writing or bool(body.take_label())

    @property
    def _record(self) -> Address:
        """What the row under the cursor stands for; the session, where that is no record."""
        match self._body.key if self._body is not None else None:
            case LineKey(at) | StepKey(at) | OpenKey(at) | TodoKey(at):
                return at
        return self.walk.session

    async def do_session_take(self) -> None:
        """Enter on a row; where it offers nothing, the next page."""
        if self.body.take_label():
            self.body.take()
        else:
            await self.turn(1)

    def do_write_line(self) -> None:
        """The key a."""
        self.body.write()

    def do_line_before(self) -> None:
        """Up."""
        self.body.step(-1)

    def do_line_after(self) -> None:
        """Down."""
        self.body.step(1)

    async def do_page_after(self) -> None:
        """The key s."""
        await self.turn(1)

    async def do_page_before(self) -> None:
        """The key b."""
        await self.turn(-1)

    def do_session_record(self) -> None:
        """Tab."""
        from successbook.tui.screens.session_record import LineScreen

        field = "theme" if self._record == self.walk.session else ""
        self.app.push_screen(LineScreen(self.workbook, self._record, field))

    def do_session_view(self) -> None:
        """The key v."""
        from successbook.tui.screens.board import BoardScreen

        key = self.body.key
        record = key.at if isinstance(key, LineKey) else self.walk.session
        self.app.push_screen(BoardScreen(self.workbook, record, near=self._beside.sector))

    def do_session_stop(self) -> None:
        """The key q."""
        self.body.settle()
        if words(self.walk.table, "paused_at") != self.walk.page.name:
            self.attempt(lambda: self.workbook.do(self.walk.saying().pause()))
        self.part_with("Everything is kept. The session goes on at this page whenever you like")
        self.dismiss(self.walk.session)
