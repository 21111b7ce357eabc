"""The pages of a session but those of lines: arriving, the definitions, what matters most, what is next."""

from __future__ import annotations

import datetime as dt

from successbook.guides.session_prompts import Prompt
from successbook.plan.dimensions import DIMENSIONS
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Change, Value
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.screens.session_answers import Answer, Asking
from successbook.tui.screens.session_body import SessionBody
from successbook.tui.screens.session_keys import (
    CarriedKey,
    MatterKey,
    MetricKey,
    OpenKey,
    StepKey,
    TodoKey,
)
from successbook.tui.screens.session_rows import (
    PAIR,
    ahead_rows,
    arriving_rows,
    before_rows,
    both_definitions,
    has_come,
    matter_rows,
)
from successbook.tui.widgets.rows import Row

__all__ = ["AfterBody", "AheadBody", "ArrivingBody", "BeforeBody", "MattersBody"]


class ArrivingBody(SessionBody):
    """What came of last time's actions, one key each; what would make this worthwhile."""

    SCOPE = "session-arriving"
    BINDINGS = bindings_for("session-arriving")

    def rows(self) -> list[Row]:
        """The answer, and the actions."""
        return list(arriving_rows(self.walk))

    _pointed = False

    def go_on(self) -> None:
        """Before one leaves, one word about the actions of last time of which nobody has said anything."""
        open_ = self._unsaid()
        if self._pointed or self.goes_on_here() or not open_:
            super().go_on()
            return
        self._pointed = self._fresh = True
        self.refill()
        self._list.select(TodoKey(open_[0]))
        self.tell("What came of last time's actions? The arrows go there; Enter goes on", "accent")

    def why_not(self, action_id: str) -> str | None:
        """Only an action can be done."""
        del action_id
        return None if isinstance(self.key, TodoKey) else "Put the cursor on an action of last time"

    def _settle(self, state: str) -> None:
        """Say what came of an action; on to one of which nothing is said, after all of them to the line."""
        if not isinstance(self.key, TodoKey):
            return
        actions = self.walk.last_actions()
        here = actions.index(self.key.at)
        self.do(self.walk.saying().settle(self.key.at, state))
        unsaid = self._unsaid()
        following = (at for at in (*actions[here + 1 :], *actions[:here]) if at in unsaid)
        if (at := next(following, None)) is not None:
            self._list.select(TodoKey(at))
        else:
            self.write()

    def _unsaid(self) -> list[Address]:
        """The actions of last time of which nobody has said what came of them."""
        table = self.walk.tree.table
        return [at for at in self.walk.last_actions() if words(table(at), "state") in ("", "open")]

    def do_action_done(self) -> None:
        """The key d."""
        self._settle("done")

    def do_action_carried(self) -> None:
        """The key c."""
        self._settle("carried on")

    def do_action_dropped(self) -> None:
        """The key x."""
        self._settle("dropped")

    def take(self) -> None:
        """Enter on an action: what came of it."""
        if isinstance(self.key, TodoKey):
            at = self.key.at.child("became")
            asks = f'What came of "{title_of(self.walk.tree, self.key.at)}"?'
            prompt = Prompt("became", asks, "line", at, "in a few words; it may be nothing")
            self.ask_for(Asking(prompt, lambda value: self.walk.saying().say(at, value)))
        else:
            super().take()

    def take_label(self) -> str:
        """What Enter does."""
        return "what came of it" if isinstance(self.key, TodoKey) else super().take_label()


class BeforeBody(SessionBody):
    """How success is defined at first, the period, the time in the role."""

    def refill(self) -> None:
        """While one chooses a metric, the cursor is on the first of them."""
        super().refill()
        first = next((row.key for row in self._list.rows if isinstance(row.key, MetricKey)), None)
        if first is not None and not isinstance(self.key, MetricKey):
            self._list.select(first)

    def rows(self) -> list[Row]:
        """What was answered, and the metrics to choose from."""
        choosing = not self.asking and self.prompt is not None and self.prompt.name == "metric_before"
        return list(before_rows(self.walk, choosing=choosing))

    def take(self) -> None:
        """Enter on a metric takes it."""
        if isinstance(self.key, MetricKey):
            title = self.key.title
            self.do(self.walk.saying().say(self.walk.session.child("metric_before"), title))
            if self.prompt is not None and self.prompt.name == "metric_before":
                self.go_on()
            self.write()
        else:
            super().take()

    def take_label(self) -> str:
        """What Enter does."""
        return "measured by this" if isinstance(self.key, MetricKey) else super().take_label()


class MattersBody(SessionBody):
    """What matters most in this period; a facet of one's own is a line."""

    def rows(self) -> list[Row]:
        """All facets."""
        return list(matter_rows(self.walk))

    def begin(self) -> None:
        """One chooses first."""
        super().begin()
        self.command()

    def take(self) -> None:
        """Enter: it matters most, or no longer."""
        if isinstance(self.key, MatterKey):
            self.do(self.walk.saying().matter(self.key.title or self.key.dimension))
        else:
            super().take()

    def take_label(self) -> str:
        """What Enter does."""
        if not isinstance(self.key, MatterKey):
            return super().take_label()
        held = self.walk.matters(self.key.title or self.key.dimension)
        return "no longer" if held else "matters most"

    def keep_new(self, prompt: Prompt, text: str) -> None:
        """A facet of one's own: for whom does it matter?"""
        del prompt
        options = [Option(name, capital(name), about) for name, about in DIMENSIONS.items()]

        def chosen(dimension: str | None) -> None:
            """Add it there; for nobody, it stays in the line."""
            if dimension is None:
                self.put_back(text)
            else:
                self.attempt(lambda: self.do(self.walk.saying().own_facet(dimension, text)))

        self.app.push_screen(ChooseScreen(f'For whom does "{text}" matter?', options), chosen)


class AfterBody(SessionBody):
    """The second definition, beside the first."""

    def refill(self) -> None:
        """Two columns."""
        self._list.show([], PAIR)
        super().refill()

    def rows(self) -> list[Row]:
        """Both sentences."""
        return list(both_definitions(self.walk))

    def kept(self, answer: Answer) -> None:
        """Both sentences are looked at before one goes on."""
        if not answer.changed or answer.value is None:
            self.go_on()
            return
        self._fresh = True
        self.refill()
        self.tell("Both stand side by side now. Enter goes on", "muted")


class AheadBody(SessionBody):
    """At most three dated actions, one definition ahead, what stays open."""

    SCOPE = "session-ahead"
    BINDINGS = bindings_for("session-ahead")

    def held(self, prompt: Prompt) -> Value | None:
        """What is answered already; the day of this session is no answer to when the next one is."""
        return None if has_come(self.walk, prompt) else super().held(prompt)

    def rows(self) -> list[Row]:
        """What there is."""
        return list(ahead_rows(self.walk))

    def keep_new(self, prompt: Prompt, text: str) -> None:
        """An action, whose day is asked next, or a question."""
        if prompt.name == "question":
            self.do(self.walk.saying().ask(text)[0])
        else:
            self._act(text)

    def _act(self, text: str) -> None:
        change, at = self.walk.saying().act(text)
        self.do(change)
        self._ask_day(at)

    def _ask_day(self, at: Address) -> None:
        asks = f'By when? "{title_of(self.walk.tree, at)}"'
        prompt = Prompt("by", asks, "day", at.child("by"), "fri, 30 sep, +14")
        self.ask_for(Asking(prompt, lambda value: self._by(at, value), self._count_again))

    def _by(self, at: Address, value: Value | None) -> Change:
        return self.walk.saying().by(at, value if isinstance(value, dt.date) else None)

    def _count_again(self) -> None:
        """After the third action nobody is asked for a fourth; the prompts have moved up by one."""
        names = [each.name for each in self.prompts()]
        self._at = names.index("action") if "action" in names else 0

    def why_not(self, action_id: str) -> str | None:
        """What belongs to an action says so."""
        if action_id == "by-when" and not isinstance(self.key, StepKey):
            return "Put the cursor on an action"
        if action_id == "line-remove" and not isinstance(self.key, StepKey | OpenKey):
            return "Put the cursor on an action or a question"
        return None

    def do_by_when(self) -> None:
        """The key t."""
        if isinstance(self.key, StepKey):
            self._ask_day(self.key.at)

    def do_line_remove(self) -> None:
        """The key x."""
        if isinstance(self.key, StepKey | OpenKey):
            self.do(self.walk.saying().remove(self.key.at))
            self._count_again()

    def take(self) -> None:
        """Enter: say it in other words; take up what was carried on."""
        match self.key:
            case StepKey(at) | OpenKey(at):
                self.ask_in_other_words(at)
            case CarriedKey(at):
                self._act(title_of(self.walk.tree, at))
            case _:
                super().take()

    def take_label(self) -> str:
        """What Enter does."""
        if isinstance(self.key, CarriedKey):
            return "go on with it"
        return "write" if isinstance(self.key, StepKey | OpenKey) else super().take_label()
