"""A page of a session on the screen: what is there as rows, and one line to write in.

One writes, or commands. While the line has the focus, letters are letters; Esc or an arrow goes to the rows,
where letters are commands, and a comes back. What is asked comes one thing after another: first what a
command has asked for (an example, a day), then the prompts of the page. Enter on an empty line goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from successbook.errors import SuccessbookError
from successbook.guides.session_prompts import Prompt
from successbook.text import one_line
from successbook.tree import Change, Value
from successbook.tui.dispatch import Acts
from successbook.tui.screens.session_answers import Answer, Asking, answered, shown_in_line
from successbook.tui.screens.session_keys import PromptKey, SessionKey
from successbook.tui.screens.session_line import SessionLine
from successbook.tui.screens.session_rows import COLUMNS, answer_rows
from successbook.tui.widgets.rows import Row, RowList
from successbook.tui.widgets.wrapping import width_of

if TYPE_CHECKING:
    from successbook.guides.session_walk import SessionWalk
    from successbook.workbook import Workbook

__all__ = ["SessionBody"]


class SessionBody(Acts, Vertical, can_focus=True):
    """A page of a session.

    Args:
        workbook: the open notebook.
        walk: where the session is.
    """

    class TurnPage(Message):
        """All is asked on this page.

        Attributes:
            pages: how many pages on, or back.
        """

        def __init__(self, pages: int) -> None:
            super().__init__()
            self.pages = pages

    class Cursor(Message):
        """The cursor came to another row, or to the line."""

    def __init__(self, workbook: Workbook, walk: SessionWalk) -> None:
        super().__init__(classes="session-body")
        self.workbook, self.walk = workbook, walk
        self.asking: list[Asking] = []
        self._at = 0
        self._list = RowList(columns=COLUMNS, mark_away=False, classes="session-rows")
        self._list.can_focus = False
        self._list.follow = self._moved
        self._line = SessionLine()
        self._asked: Prompt | None = None

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
        self._at = next(
            (at for at, each in enumerate(self.prompts()) if each.many or not self._held(each)), 0
        )
        self.refill()
        self.write()

    # What is asked

    def prompts(self) -> Sequence[Prompt]:
        """What this page asks, one thing after another."""
        return self.walk.prompts()

    @property
    def prompt(self) -> Prompt | None:
        """What is asked now."""
        if self.asking:
            return self.asking[0].prompt
        prompts = self.prompts()
        return prompts[min(self._at, len(prompts) - 1)] if prompts else None

    def _held(self, prompt: Prompt) -> Value | None:
        return self.workbook.tree.get(prompt.at) if prompt.at is not None else None

    def go_to_prompt(self, name: str) -> None:
        """Ask one of the things this page asks again."""
        names = [each.name for each in self.prompts()]
        if name in names:
            self.asking.clear()
            self._at = names.index(name)
            self._ask()
            self.write()

    # What is shown

    def above(self) -> str:
        """A sentence above the rows; empty for none."""
        return self.walk.page.hint

    def rows(self) -> list[Row]:
        """What stands on this page."""
        return list(answer_rows(self.walk, self.prompts()))

    def refill(self) -> None:
        """Show the page as it is now; what is being written stays."""
        rows = self.rows()
        self._list.show(rows)
        self._list.display = bool(rows)
        self._write(".above", self.above(), "$muted")
        self._ask()

    def _ask(self) -> None:
        """Put the question beside the line, and into the line what was answered before."""
        prompt = self.prompt
        self._line.display = prompt is not None
        self.set_class(prompt is None, "-looking")
        self._line.going_on = "go on" if self.asking or self._goes_on_here() else "next page"
        if prompt == self._asked:
            return
        self._asked = prompt
        self._line.value = shown_in_line(prompt, self._held(prompt)) if prompt is not None else ""
        self._line.cursor_position = len(self._line.value)
        if prompt is not None and prompt.shape == "day":
            self._line.select_all()  # a day is written anew, not corrected
        self._line.placeholder = one_line(prompt.hint) if prompt is not None else ""
        self._show_question()
        self.tell("")

    def _show_question(self) -> None:
        """The question beside the line, unless it stands in the title of the page already, whole."""
        asks = self._asked.asks if self._asked is not None else ""
        whole = not self.size.width or width_of(asks) <= self.size.width - 4
        self._write(".asked", "" if asks == self.walk.page.asks and whole else asks, "$accent")

    def on_resize(self) -> None:
        """A title that is cut now is asked in full."""
        self._show_question()

    def _goes_on_here(self) -> bool:
        return self._at < len(self.prompts()) - 1

    def tell(self, sentence: str, role: str = "careful") -> None:
        """Say something below the line; empty takes it away."""
        self._write(".below", sentence, f"${role}")

    def _write(self, where: str, text: str, style: str) -> None:
        part = self.query_one(where, Static)
        part.update(Content.styled(one_line(text), style))
        part.display = bool(text)

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
        event.stop()
        if self.asking:
            self.asking.clear()  # never mind
            self._ask()
        self.command()

    @on(SessionLine.Changed)
    def _typed(self, event: SessionLine.Changed) -> None:
        event.stop()
        self.post_message(self.Cursor())

    @on(SessionLine.Said)
    def _said(self, event: SessionLine.Said) -> None:
        event.stop()
        prompt = self.prompt
        if prompt is None:
            return
        try:
            answer = answered(prompt, event.text, self._held(prompt), self.workbook.now)
            if self.asking:
                self._answer_asking(answer)
            else:
                self._answer(prompt, answer)
        except SuccessbookError as error:
            self.tell(str(error))

    def _answer_asking(self, answer: Answer) -> None:
        """Keep what a command has asked for."""
        if answer.changed:
            self.do(self.asking[0].keep(answer.value))
        done = self.asking.pop(0)
        self._asked = None
        done.then()
        self.refill()
        if not self.asking:
            self._asked = None
            self._ask()

    def _answer(self, prompt: Prompt, answer: Answer) -> None:
        """Keep an answer of the page, and go on."""
        if prompt.many and answer.value is not None:
            self._asked = None
            self.keep_new(prompt, str(answer.value))
            self.refill()
            return
        if answer.changed and prompt.at is not None:
            saying = self.walk.saying()
            more = answer.appends and answer.value is not None
            self.do(
                saying.say_more(prompt.at, str(answer.value)) if more else saying.say(prompt.at, answer.value)
            )
        self.kept(answer)

    def kept(self, answer: Answer) -> None:
        """An answer of the page was kept."""
        del answer
        self.go_on()

    def keep_new(self, prompt: Prompt, text: str) -> None:
        """Keep one of many: a line, an action, a question, a facet."""

    def go_on(self) -> None:
        """To the next thing this page asks, else to the next page."""
        self._asked = None
        if self._goes_on_here():
            self._at += 1
            self.refill()
        else:
            self.post_message(self.TurnPage(1))

    def do(self, change: Change) -> None:
        """Carry out a change; the screen hears of it and shows it.

        Raises:
            SuccessbookError: it cannot be carried out now.
        """
        self.workbook.do(change)

    def ask_for(self, *wanted: Asking) -> None:
        """Ask for something, before the page goes on."""
        self.asking = list(wanted)
        self._asked = None
        self._ask()
        self.write()

    # What the row under the cursor offers

    def take(self) -> None:
        """Enter on a row."""
        key = self.key
        if isinstance(key, PromptKey):
            self.go_to_prompt(key.name)

    def take_label(self) -> str:
        """What Enter does on the row under the cursor; empty for nothing."""
        return "write" if isinstance(self.key, PromptKey) else ""
