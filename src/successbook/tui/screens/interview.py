"""Questions, one page each. A guide says what is asked; every answer is an ordinary edit of the plan.

A page keeps what is typed whichever way it is left: each field when the cursor leaves it, all of them when
the page is left. What can be read in two ways, or not at all, is shown under its field and asked about first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from successbook.errors import SuccessbookError
from successbook.guides.interview import Interview
from successbook.guides.missing import Missing
from successbook.guides.reading import shipped_guide
from successbook.saver import SavedState
from successbook.tree import Address, Change
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.heard import heard_here
from successbook.tui.screens.interview_end import CLOSE, WhatWasSaid
from successbook.tui.screens.interview_fields import FieldRow, rows_for
from successbook.tui.screens.interview_page import Going, QuestionPage
from successbook.tui.screens.interview_words import so_far_line, standing
from successbook.tui.screens.new_lines import NewLines
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from successbook.shelf import Shelf
    from successbook.workbook import Workbook

__all__ = ["InterviewScreen"]


class InterviewScreen(NewLines, ModalScreen[None]):
    """Asks the questions of a guide about the open plan.

    Args:
        workbook: the open plan.
        shelf: remembers the question at which somebody stops; without one nothing is remembered.
        kind: begin at the question about this kind of record.
        guide: the name of the guide.
        missing: ask instead what is missing from this record downwards.
    """

    SCOPE = "interview"
    BINDINGS = bindings_for("interview")
    CSS_PATH = "../styles/interview.tcss"

    def __init__(
        self,
        workbook: Workbook,
        shelf: Shelf | None = None,
        *,
        kind: str = "",
        guide: str = "ten-questions",
        missing: Address | None = None,
    ) -> None:
        super().__init__()
        self.workbook = workbook
        self._shelf = shelf
        self.interview: Interview | Missing = (
            self._walk(guide, kind)
            if missing is None
            else Missing(workbook.tree, missing, today=workbook.now.date)
        )
        self._corrects = 0  # the question that was chosen at the end, to be answered anew
        self._page = QuestionPage()
        self._end = WhatWasSaid(self.interview)

    def _walk(self, guide: str, kind: str) -> Interview:
        """The guide, where somebody stopped the last time, or at what shall be asked."""
        workbook, shelf = self.workbook, self._shelf
        position = shelf.position(workbook.path, guide) if shelf is not None else ""
        walk = Interview(shipped_guide(guide), workbook.tree, today=workbook.now.date, position=position)
        if kind:
            walk.go_about(kind)
        else:
            walk.resume()
        return walk

    def compose(self) -> ComposeResult:
        """One panel with the question, or at the end with what was said."""
        yield TitleLine(self.workbook.title)
        with Panel():
            yield self._page
            yield self._end
        yield Static(classes="so-far")
        yield Static(classes="rest")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Listen to the plan, and ask."""
        self._unlisten = self.workbook.listen(self._changed, heard_here(self._show_saved))
        self._show_saved(self.workbook.saved)
        await self._turn(at_gap=True)

    def on_unmount(self) -> None:
        """Keep what was being typed, and the place."""
        self._unlisten()
        for row in self._page.rows:
            if row.unsaved and (found := row.salvaged()) is not None:
                self._page.said[row.key] = found
        self._keep()
        walk = self.interview
        if self._shelf is not None and isinstance(walk, Interview):
            try:
                self._shelf.remember_position(self.workbook.path, walk.guide.name, walk.position)
            except SuccessbookError as error:
                say(self.app, str(error), "warning")

    # What is shown

    async def _turn(self, *, at_gap: bool = False) -> None:
        """Show the page on which the interview is; with `at_gap` the cursor begins where nothing stands."""
        question = self.interview.question
        with self.app.batch_update():
            self._page.display, self._end.display = question is not None, question is None
            self.query_one(Panel).set_class(question is None, "-end")
            if question is not None:
                await self._page.ask(question, rows_for(self.workbook, question), at_gap=at_gap)
            else:
                self._page.rows = []
                self._end.show_said()
                self._end.focus()
        self._letter()

    def _letter(self) -> None:
        """What stands around the question."""
        question = self.interview.question
        ten = isinstance(self.interview, Interview)
        heading = "What you said"
        if question is not None:
            heading = f"{'Question' if ten else 'What is missing,'} {question.number} of {question.of}"
        self.query_one(Panel).ask(heading, standing(self.interview.states()))
        so_far = self.query_one(".so-far", Static)
        so_far.update(so_far_line(self.interview.so_far() if question else (), self.size.width))

    def on_resize(self, event: events.Resize) -> None:
        """What was said so far is cut to the width."""
        del event
        self._letter()

    def label_of(self, each: Action) -> str:
        """At the end the keys lead elsewhere."""
        if self.interview.finished:
            return {"next-question": self._end.does, "stop": CLOSE}.get(each.id, each.label)
        return each.label

    # The plan

    def _changed(self, change: Change) -> None:
        """The plan changed, by an answer or from elsewhere."""
        del change
        self.query_one(TitleLine).show(self.workbook.title)
        self.interview.see(self.workbook.tree)
        self._sync()

    def _show_saved(self, state: SavedState) -> None:
        if self.is_attached:
            self.query_one(TitleLine).show_saved(state)
            if state.error is not None:
                say(self, f"{state.error}. Your answers are kept here", "error")

    def _keep(self) -> bool:
        """Put what was said into the plan; False if it cannot be changed now."""
        said = self._page.said
        if said:
            try:
                self.workbook.do(self.interview.answer(said))
            except SuccessbookError as error:
                say(self.app, str(error), "error")
                return False
            said.clear()
        return True

    def _sync(self, left: FieldRow | None = None) -> None:
        question = self.interview.question
        if question is None:
            self._end.show_said()
        else:
            self._page.sync(question, left)
        self._letter()

    def on_question_page_said(self, event: QuestionPage.Said) -> None:
        """A field was left."""
        event.stop()
        if event.row in self._page.rows and self._keep():
            self._sync(event.row)

    async def on_question_page_left(self, event: QuestionPage.Left) -> None:
        """A page was left."""
        event.stop()
        kept = self._keep()
        if event.going == "stop":
            self.dismiss()
        elif kept:
            await self._go(event.going)

    async def _go(self, going: Going) -> None:
        row = self._page.unknown
        if going == "not-known" and row is not None:
            self._page.unknown = None
            if self._only_this(row):
                return
        self.interview.back() if going == "back" else self.interview.next()
        question = self.interview.question
        elsewhere = going == "back" or question is None or question.number != self._corrects
        if self._corrects and elsewhere:
            self.interview.turn_to(len(self.interview.states()) + 1)
            self._corrects = 0
        await self._turn()

    def _only_this(self, row: FieldRow) -> bool:
        """Keep "don't know yet": of the question while nothing else stands on the page, else of one field.

        Returns:
            whether the page stays, with the cursor in the next field.
        """
        rows = self._page.rows
        alone = not any(each.filled for each in rows if each is not row)
        self.workbook.do(self.interview.dont_know([] if alone else [row.key]))
        if alone or row is rows[-1]:
            return False
        rows[rows.index(row) + 1].enter()
        return True

    # What can be done

    def why_not(self, action_id: str) -> str | None:
        """What makes no sense on this page says so."""
        if action_id == "question-before" and self.interview.at_start and not self._corrects:
            return "This is the first question"
        if action_id in ("next-field", "previous-field") and len(self._page.rows) == 1:
            return "There is no other field"
        if action_id in ("example", "not-known", "next-field", "previous-field") and self.interview.finished:
            return "All questions are behind you"
        return super().why_not(action_id)

    def do_next_question(self) -> None:
        """Enter, where no field takes it."""
        if self.interview.finished:
            self._show_plan()
        else:
            self._page.leave("next")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Enter means something else on another line."""
        event.stop()
        self.refresh_bindings()

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter at the end: a line is answered anew, the first one leads on."""
        event.stop()
        if self._end is not event.rows or not self.interview.finished:
            return
        self._corrects = self._end.chosen
        if self._corrects:
            self.interview.turn_to(self._corrects)
            await self._turn()
        else:
            self._show_plan()

    def _show_plan(self) -> None:
        app = self.app
        self.dismiss()
        if isinstance(self.interview, Missing):
            return  # back to where it was asked
        app.call_later(app.run_action, "app.run('page')")

    def do_question_before(self) -> None:
        """F2."""
        self._page.leave("back")

    def do_stop(self) -> None:
        """Esc, where no field takes it."""
        self._page.leave("stop")

    def do_not_known(self) -> None:
        """F3."""
        self._page.unknown = self._page.present
        self._page.leave("not-known")

    def do_example(self) -> None:
        """F1."""
        self._page.turn_examples()

    def do_next_field(self) -> None:
        """Tab, where no field takes it."""
        self._page.turn(1)

    def do_previous_field(self) -> None:
        """Shift+Tab, where no field takes it."""
        self._page.turn(-1)
