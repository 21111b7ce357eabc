"""A dimension in a session: a line for each success, facets with their own questions, a key for the rest."""

from __future__ import annotations

from successbook.guides.session_prompts import Prompt
from successbook.plan.peek import words
from successbook.tree import Address, Change, Value
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.session_keys import CaptureKey, FacetKey, FactKey, LineKey, QuestionKey
from successbook.tui.screens.session_line_asks import AsksOfLines
from successbook.tui.screens.session_rows import line_rows
from successbook.tui.widgets.rows import Row

__all__ = ["LinesBody"]


class LinesBody(AsksOfLines):
    """One of the four dimensions."""

    SCOPE = "session-lines"
    BINDINGS = bindings_for("session-lines")

    _dug = ""
    _question = 0

    # What is asked

    def prompts(self) -> list[Prompt]:
        """The wide question, or while one digs into a facet, that facet's own."""
        prompts = self.walk.prompts()
        questions = self._questions
        if not questions:
            return prompts
        asks = questions[min(self._question, len(questions) - 1)]
        return [Prompt("entry", f"{self._dug} · {asks}", "entry", hint="one line, or Enter to go on")]

    @property
    def _questions(self) -> tuple[str, ...]:
        for facet in self.walk.facets(self.walk.page):
            if facet.title == self._dug:
                return facet.questions or (f"What about {facet.title}?",)
        return ()

    def begin(self) -> None:
        """The cursor waits at the line that was written last: what comes next is most often about it."""
        super().begin()
        here = self.walk.page.dimension
        lines = [at for at in self.walk.lines(here) if words(self.walk.tree.table(at), "dimension") == here]
        if lines:
            self._list.select(LineKey(lines[-1]))

    def rows(self) -> list[Row]:
        """Facets with their lines, and what could be counted."""
        return list(line_rows(self.walk, self._dug, self._question))

    def dig(self, title: str, question: int = 0) -> None:
        """Ask the questions of a facet; empty for the wide question again."""
        self._dug, self._question = title, question
        self._fresh = True
        self.refill()

    def keep_new(self, prompt: Prompt, text: str) -> None:
        """A line; while one digs, under its facet and with the question it answers."""
        del prompt
        fields: dict[str, Value] = {}
        if self._dug:
            fields["facet"] = self._dug
            if self._question < len(self._questions):
                fields["answers"] = self._questions[self._question]
        change, at = self.walk.saying().line(self.walk.page.dimension, text, fields)
        self.do(change)
        self._list.select(LineKey(at))

    def go_on(self) -> None:
        """To the facet's next question, after the last one to the wide question; then to the next page."""
        if not self._dug:
            super().go_on()
        elif self._question < len(self._questions) - 1:
            self.dig(self._dug, self._question + 1)
        else:
            self.dig("")

    def goes_on_here(self) -> bool:
        """While one digs, more is asked."""
        return bool(self._dug)

    # The row under the cursor

    def take(self) -> None:
        """Enter: dig into a facet, say a line in other words, count something in."""
        match self.key:
            case FacetKey(title):
                self.dig("" if title == self._dug else title)
                if self._dug:
                    self.write()
            case QuestionKey(title, at):
                self.dig(title, at)
                self.write()
            case LineKey(at):
                self.ask_in_other_words(at)
            case FactKey(source):
                fact = next(each for each in self.walk.uncounted() if each.source == source)
                self._made(*self.walk.saying().count_in(fact, self.walk.page.dimension))
            case CaptureKey(at):
                self._made(*self.walk.saying().take_up(at, self.walk.page.dimension, self._dug))
            case _:
                super().take()

    def _made(self, change: Change, at: Address) -> None:
        self.do(change)
        self._list.select(LineKey(at))

    def take_label(self) -> str:
        """What Enter does."""
        match self.key:
            case FacetKey(title):
                return "fold" if title == self._dug else "dig in"
            case QuestionKey():
                return "answer"
            case LineKey():
                return "write"
            case FactKey():
                return "count it in"
            case CaptureKey():
                return "take it up"
        return super().take_label()
