"""What a page of a session asks, one thing after another, and the one line in which it is answered.

First comes what a command has asked for (an example, a day), then the prompts of the page. Nothing that was
typed is lost: what a command interrupts comes back, what stands in the line when the page is left is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from successbook.errors import SuccessbookError
from successbook.guides.session_prompts import Prompt
from successbook.text import one_line
from successbook.tree import Address, Change, Value
from successbook.tui.dispatch import Acts, say
from successbook.tui.screens.session_answers import Answer, Asking, answered, shown_in_line
from successbook.tui.screens.session_line import SessionLine
from successbook.tui.widgets.wrapping import width_of

if TYPE_CHECKING:
    from successbook.guides.session_walk import SessionWalk
    from successbook.workbook import Workbook

__all__ = ["Asks"]


class Asks(Acts, Vertical, can_focus=True):
    """The asking half of a page.

    Args:
        workbook: the open notebook.
        walk: where the session is.

    Attributes:
        asking: what commands have asked for, the first of it now.
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
        self._line = SessionLine()
        self._asked: Prompt | None = None
        self._shown = ""  # what stood in the line when it was asked
        self._fresh = False  # whether it is asked anew, although it is the same question
        self._stash: dict[str, str] = {}
        self._leaving = False

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

    def held(self, prompt: Prompt) -> Value | None:
        """What is answered already."""
        return self.workbook.tree.get(prompt.at) if prompt.at is not None else None

    def go_to_prompt(self, name: str) -> None:
        """Ask one of the things this page asks again."""
        names = [each.name for each in self.prompts()]
        if name in names:
            self.asking.clear()
            self._at = names.index(name)
            self.ask()
            self.write()

    def ask_for(self, *wanted: Asking) -> None:
        """Ask for something, before the page goes on."""
        if not self._leaving:
            self.asking = list(wanted)
            self.ask(fresh=True)
            self.write()

    def ask_in_other_words(self, at: Address) -> None:
        """Ask for a line, an action or a question in other words; without any it goes."""

        def answer(value: Value | None) -> Change:
            saying = self.walk.saying()
            return saying.retitle(at, str(value)) if value is not None else saying.remove(at)

        self.ask_for(Asking(Prompt("title", "In other words", "line", at.child("title")), answer))

    def ask(self, *, fresh: bool = False) -> None:
        """Put the question beside the line, and into the line what was answered, or typed, before.

        Args:
            fresh: ask anew, although it may be the same question.
        """
        prompt, self._fresh = self.prompt, self._fresh or fresh
        self._line.display = prompt is not None
        self.set_class(prompt is None, "-looking")
        before = self._line.going_on
        self._line.going_on = "go on" if self.asking or self.goes_on_here() else "next page"
        if self._line.going_on != before:
            self.post_message(self.Cursor())  # Enter is called something else now
        if prompt == self._asked and not self._fresh:
            return
        if self._asked is not None and self._line.value != self._shown:
            self._stash[self._asked.name] = self._line.value
        self._asked, self._fresh = prompt, False
        self._shown = shown_in_line(prompt, self.held(prompt)) if prompt is not None else ""
        self._line.value = self._stash.pop(prompt.name, self._shown) if prompt is not None else ""
        self._line.held = self._shown if prompt is not None and self.held(prompt) is not None else ""
        self._line.cursor_position = len(self._line.value)
        if prompt is not None and prompt.shape == "day":
            self._line.select_all()  # a day is written anew, not corrected
        self._line.placeholder = one_line(prompt.hint) if prompt is not None else ""
        self.show_question()
        self.tell("")

    def put_back(self, text: str) -> None:
        """Into the line what was written, as nothing came of it."""
        self._line.value = text
        self._line.cursor_position = len(text)

    def show_question(self) -> None:
        """The question beside the line, unless it stands in the title of the page already, whole."""
        asks = self._asked.asks if self._asked is not None else ""
        whole = not self.size.width or width_of(asks) <= self.size.width - 4
        self.put(".asked", "" if asks == self.walk.page.asks and whole else asks, "$accent")

    def goes_on_here(self) -> bool:
        """Whether this page asks for more after this."""
        return self._at < len(self.prompts()) - 1

    def tell(self, sentence: str, role: str = "careful") -> None:
        """Say something below the line; empty takes it away."""
        self.put(".below", sentence, f"${role}")

    def put(self, where: str, text: str, style: str) -> None:
        """Write one of the texts around the line; empty hides it."""
        part = self.query_one(where, Static)
        part.update(Content.styled(one_line(text), style))
        part.display = bool(text)

    def write(self) -> None:
        """Go to the line."""

    def refill(self) -> None:
        """Show the page as it is now."""

    # What was said

    @on(SessionLine.Said)
    def _said(self, event: SessionLine.Said) -> None:
        event.stop()
        self._keep(event.text)

    def _keep(self, text: str) -> None:
        prompt, before = self.prompt, self._shown
        if prompt is None:
            return
        self._shown = self._line.value  # it is kept now, not put aside
        try:
            answer = answered(prompt, text, self.held(prompt), self.workbook.now)
            self._answer_asking(answer) if self.asking else self._answer(prompt, answer)
        except SuccessbookError as error:
            self._shown = before
            say(self, str(error), "warning") if self._leaving else self.tell(str(error))

    def _answer_asking(self, answer: Answer) -> None:
        """Keep what a command has asked for."""
        self._fresh = True
        if answer.changed:
            self.do(self.asking[0].keep(answer.value))
        done = self.asking.pop(0)
        self._fresh = True
        done.then()
        self._show()

    def _answer(self, prompt: Prompt, answer: Answer) -> None:
        """Keep an answer of the page, and go on."""
        if prompt.many and answer.value is not None:
            self.keep_new(prompt, str(answer.value))
            self._fresh = True
            self._show()
            return
        if answer.changed and prompt.at is not None:
            saying, value = self.walk.saying(), answer.value
            more = answer.appends and value is not None
            self.do(saying.say_more(prompt.at, str(value)) if more else saying.say(prompt.at, value))
        if not self._leaving:
            self.kept(answer)

    def _show(self) -> None:
        if not self._leaving:
            self.refill()

    def kept(self, answer: Answer) -> None:
        """An answer of the page was kept."""
        del answer
        self.go_on()

    def keep_new(self, prompt: Prompt, text: str) -> None:
        """Keep one of many: a line, an action, a question, a facet."""

    def go_on(self) -> None:
        """To the next thing this page asks, else to the next page."""
        self._fresh = True
        if self.goes_on_here():
            self._at += 1
            self.refill()
        else:
            self.post_message(self.TurnPage(1))

    @property
    def half_said(self) -> bool:
        """Whether something stands in the line that is not kept yet."""
        return bool(self._line.value.strip()) and self._line.value != self._shown

    def settle(self) -> None:
        """Keep what stands in the line and was not kept yet, as Enter would; the cursor goes nowhere.

        A page opens for writing: the key that turns pages, pressed once too often, is no answer.
        """
        text = " ".join(self._line.value.split())
        turns = bool(text) and set(text) in ({"s"}, {"b"})
        if self._asked is not None and text and not turns and self._line.value != self._shown:
            self._leaving = True
            self._keep(text)
            self._leaving = False

    def do(self, change: Change) -> None:
        """Carry out a change; the screen hears of it and shows it.

        Raises:
            SuccessbookError: it cannot be carried out now.
        """
        self.workbook.do(change)
