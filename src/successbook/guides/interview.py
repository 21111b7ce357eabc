"""The walk through a guide: which question it is, what was said, and the change that an answer makes.

Pure: the caller carries changes out and shows the interview the new tree. What was answered is found again in
the plan each time, so an answer changed elsewhere, or undone, is what the next question shows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from successbook.guides.answering import Answering
from successbook.guides.finding import Found, State
from successbook.guides.guide import Ask, Guide, Step
from successbook.guides.pages import Asked, Question, Said, Told
from successbook.guides.telling import asked, said
from successbook.plan.titles import title_of
from successbook.text import one_line
from successbook.tree import Address, Change, Tree, Value

__all__ = ["Interview"]


class Interview:
    """A walk through a guide.

    Args:
        guide: the guide.
        tree: the plan as it stands.
        today: the day, for the ids of records without words.
        position: where to go on, from `position`; by default the first open question, or the first of all.
        random: four random characters for ids that clash; the default draws them.
    """

    def __init__(
        self,
        guide: Guide,
        tree: Tree,
        *,
        today: dt.date | None = None,
        position: str = "",
        random: Callable[[], str] | None = None,
    ) -> None:
        self.guide = guide
        self._today, self._random = today, random
        self._found = Found.of(guide, tree)
        self._step = 0
        self._item = 0
        self._shown: Address | None = None
        self.go(position)

    # Where it is

    @property
    def tree(self) -> Tree:
        """The plan as the interview last saw it."""
        return self._found.tree

    def see(self, tree: Tree) -> None:
        """Show it the plan after a change, or after one was undone; the question stays."""
        before = self._items()
        self._found = Found.of(self.guide, tree)
        items = self._items()
        if self._shown is None:  # the empty page: what has just come to be is what was written on it
            self._shown = next((at for at in items if at not in before), None)
        if self._shown in items:
            self._item = items.index(self._shown)
        else:
            self._item, self._shown = min(self._item, len(items)), None

    @property
    def closing(self) -> str:
        """The sentence at the end."""
        return self.guide.closing

    @property
    def position(self) -> str:
        """The place in the guide, to come back to later; empty at the end."""
        return "" if self.finished else self.guide.steps[self._step].name

    @property
    def at_start(self) -> bool:
        """Whether there is no page before this one."""
        return not self._step and not self._item

    @property
    def finished(self) -> bool:
        """Whether all questions were passed."""
        return self._step == len(self.guide.steps)

    @property
    def question(self) -> Question | None:
        """The present page; None at the end."""
        if self.finished:
            return None
        step = self.guide.steps[self._step]
        fields = tuple(self._asked(ask, step) for ask in step.fields)
        return Question(
            step=step,
            number=self._step + 1,
            of=len(self.guide.steps),
            text=step.text(self._found.titles()),
            fields=fields,
            state=self._found.state(step),
            others=tuple(title_of(self.tree, at) for at in self._items() if at != self._shown),
            item=self._item + 1 if step.repeat else 0,
        )

    def _asked(self, ask: Ask, step: Step) -> Asked:
        record = self._shown if step.repeat else self._found.records.get(ask.part)
        told = not step.repeat or record is not None or not self._items()
        return asked(self._found, ask, record, told=told)

    def _items(self) -> list[Address]:
        if self.finished or not self.guide.steps[self._step].repeat:
            return []
        return self._found.all_of(self.guide.steps[self._step].parts[0])

    def _here(self) -> Address | None:
        items = self._items()
        return items[self._item] if self._item < len(items) else None

    # Answers

    def answer(self, values: Mapping[str, Value | None]) -> Change:
        """The change that gives the question's fields these values; empty when nothing changes.

        Args:
            values: by the key of each field; None empties it, a field left out stays as it is.
        """
        return self._answering().give(values)

    def dont_know(self, keys: Iterable[str] = ()) -> Change:
        """The change that answers the question, or the fields with these keys, with "don't know yet"."""
        step = self.guide.steps[self._step]
        if step.repeat and self._shown is None and self._items():
            return Change("", ())  # some are known; that there may be more is no answer that could be kept
        return self._answering().dont_know(list(keys) or [ask.key for ask in step.fields])

    def _answering(self) -> Answering:
        step = self.guide.steps[self._step]
        return Answering(self.guide, self.tree, step, self._shown, today=self._today, random=self._random)

    # Moving

    def next(self) -> None:
        """Go on: to the next page of a repeated question, to the next question, to the end."""
        items = self._items()
        if self._item < len(items):
            if self._shown is not None:  # when this page was emptied, the next has its number
                self._item += 1
            self._shown = self._here()
        elif not self.finished:
            self._enter(self._step + 1)

    def back(self) -> bool:
        """Go back one page; False at the very first."""
        if self._item:
            self._item -= 1
            self._shown = self._here()
        elif self._step:
            self._enter(self._step - 1)
        else:
            return False
        return True

    def go(self, position: str = "") -> None:
        """Go to a place remembered from `position`; without one to the first open question, or the first."""
        number = self.guide.step(position) if position else None
        if number is None:
            number = next((at for at, state in enumerate(self.states()) if state is State.OPEN), 0)
        self._enter(number)

    def resume(self) -> None:
        """Leave a question that has its answer, into which somebody might write by mistake, for one without.

        Where none is open it is the first with "don't know yet"; where all are answered it is the end.
        """
        question, states = self.question, self.states()
        if question is None or any(each.value is None for each in question.fields):
            return
        wanted = (states.index(state) for state in (State.OPEN, State.NOT_KNOWN) if state in states)
        self._enter(next(wanted, len(states)))

    def turn_to(self, number: int) -> None:
        """Go to a question by its number, from 1, and to its first page; beyond the last is the end."""
        self._enter(min(number, len(self.guide.steps) + 1) - 1)
        self._item = 0
        self._shown = self._here()

    def go_about(self, kind: str) -> None:
        """Go to the first question about a kind of record, one that is open if there is any."""
        about = [at for at, step in enumerate(self.guide.steps) if self._is_about(step, kind)]
        still_open = [at for at in about if self._found.state(self.guide.steps[at]) is not State.ANSWERED]
        if about:
            self._enter((still_open or about)[0])

    def _is_about(self, step: Step, kind: str) -> bool:
        return any(self.guide.parts[name].kind.name == kind for name in step.parts)

    def _enter(self, step: int) -> None:
        self._step = step
        self._item = len(self._items())  # a repeated question asks for one more; the others lie before it
        self._shown = self._here()

    # What was said

    def states(self) -> tuple[State, ...]:
        """How far each question is answered."""
        return tuple(self._found.state(step) for step in self.guide.steps)

    def so_far(self) -> tuple[Told, ...]:
        """The records that earlier questions filled, in order."""
        parts = dict.fromkeys(name for step in self.guide.steps[: self._step] for name in step.parts)
        titles = self._found.titles()
        return tuple(
            Told(self.guide.parts[name].label, one_line(titles[name]), self._found.records[name])
            for name in parts
            if name in titles and not self.guide.parts[name].inside and not self.guide.parts[name].same
        )

    def said(self) -> tuple[Said, ...]:
        """What was said to each question, and what is still missing."""
        titles = self._found.titles()
        return tuple(
            said(self._found, step, number, step.text(titles))
            for number, step in enumerate(self.guide.steps, 1)
        )
