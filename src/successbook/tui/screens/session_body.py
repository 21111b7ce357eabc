"""A page of a session on the screen: what is asked, one line to write in, and what is there as rows.

One writes, or commands. While the line has the focus, letters are letters; Esc or an arrow goes to the rows,
where letters are commands, and a comes back. Enter on an empty line goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from successbook.plan.kinds import locate
from successbook.plan.peek import words
from successbook.tree import Address
from successbook.tui.screens.session_asking import Asks
from successbook.tui.screens.session_keys import LineKey, OpenKey, PromptKey, SessionKey, StepKey, TodoKey
from successbook.tui.screens.session_line import SessionLine
from successbook.tui.screens.session_rows import COLUMNS, answer_rows
from successbook.tui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from successbook.guides.session_walk import SessionWalk
    from successbook.workbook import Workbook

__all__ = ["SessionBody"]

_OF_RECORDS: Final = (LineKey, OpenKey, StepKey, TodoKey)


class SessionBody(Asks):
    """A page of a session.

    Args:
        workbook: the open notebook.
        walk: where the session is.
    """

    def __init__(self, workbook: Workbook, walk: SessionWalk) -> None:
        super().__init__(workbook, walk)
        self._list = RowList(columns=COLUMNS, mark_away=False, classes="session-rows")
        self._list.can_focus = False
        self._list.follow = self._moved

    def compose(self) -> ComposeResult:
        """The question and the line, what is to be said about it, and below them what there is already."""
        yield Static(classes="above")
        yield Static(classes="asked")
        with Horizontal(classes="writing"):
            yield self._line
        yield Static(classes="below")
        yield self._list

    def on_mount(self) -> None:
        """Open the page."""
        self.begin()

    def begin(self) -> None:
        """Begin with the first thing that is not answered."""
        waits = (at for at, each in enumerate(self.prompts()) if not self.held(each))
        self._at = next(waits, 0)
        self.refill()
        self.write()

    # What is shown

    def above(self) -> str:
        """What is said above the line, where lines are written their limit first; empty for nothing."""
        limit = words(self.walk.table, "limit") if self.walk.page.dimension else ""
        return " ".join(
            each for each in (f"{limit.rstrip('.')}." if limit else "", self.walk.page.hint) if each
        )

    def rows(self) -> list[Row]:
        """What stands on this page."""
        return list(answer_rows(self.walk, self.prompts()))

    def refill(self) -> None:
        """Show the page as it is now; what is being written stays."""
        rows = self.rows()
        self._list.show(rows)
        self._list.display = bool(rows)
        self.put(".above", self.above(), "$muted")
        self.ask()

    def on_resize(self) -> None:
        """A title that is cut now is asked in full."""
        self.show_question()

    def stand_on(self, places: Sequence[Address]) -> None:
        """Put the cursor on the row of the first of these records that has one."""
        of_rows = {each.key.at: each.key for each in self.rows() if isinstance(each.key, _OF_RECORDS)}
        found = (of_rows.get(place.record) for at in places if (place := locate(at)) is not None)
        key = next((each for each in found if each is not None), None)
        if key is not None:
            self._list.select(key)

    # Writing and commanding

    @property
    def writing(self) -> bool:
        """Whether the line has the focus."""
        return self.screen.focused is self._line

    @property
    def key(self) -> SessionKey | None:
        """What the row under the cursor stands for."""
        key = self._list.cursor_key
        return key if isinstance(key, SessionKey) else None

    def write(self) -> None:
        """Go to the line; where nothing is asked, to the rows."""
        if self.prompt is None:
            self.command()
            return
        self._list.steered = False
        self._list.refresh()
        self._line.focus()
        self.post_message(self.Cursor())

    def command(self) -> None:
        """Go to the rows: to the line that was kept last, or wherever one was."""
        self._list.steered = True
        self._list.refresh()
        self.focus()
        self.post_message(self.Cursor())

    def step(self, rows: int) -> None:
        """Move the cursor some rows; above the first one stands the line."""
        before = self._list.cursor_key
        self._list.do_down() if rows > 0 else self._list.do_up()
        if rows < 0 and before == self._list.cursor_key and self.prompt is not None:
            self.write()

    def _moved(self) -> None:
        self.post_message(self.Cursor())

    @on(SessionLine.LeftLine)
    def _left(self, event: SessionLine.LeftLine) -> None:
        """What a command has asked for is kept as it was written; what it would ask next is not asked."""
        event.stop()
        if self.asking:
            del self.asking[1:]
            self.settle()
            self.asking.clear()
            self.ask(fresh=True)
        self.command()

    @on(SessionLine.Changed)
    def _typed(self, event: SessionLine.Changed) -> None:
        event.stop()
        self.post_message(self.Cursor())

    # What the row under the cursor offers

    def take(self) -> None:
        """Enter on a row."""
        key = self.key
        if isinstance(key, PromptKey):
            self.go_to_prompt(key.name)

    def take_label(self) -> str:
        """What Enter does on the row under the cursor; empty for nothing."""
        return "write" if isinstance(self.key, PromptKey) else ""
