"""What an interview shows: a question with its fields, what was said so far, what was said in all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from successbook.guides.finding import State
from successbook.guides.guide import Ask, Step
from successbook.plan.measured import show
from successbook.text import one_line
from successbook.tree import Address, Value

__all__ = ["Asked", "Question", "Said", "Told", "words_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the question, as it stands.

    Attributes:
        ask: the field, and what it is called here.
        value: what stands in the plan.
        unit: the unit it is in, empty when there is none or none is known.
        not_known: whether "don't know yet" is the answer.
        at: where the value stands or, without a record, None.
    """

    ask: Ask
    value: Value | None
    unit: str
    not_known: bool
    at: Address | None

    @property
    def key(self) -> str:
        """The name under which `Interview.answer` takes its value."""
        return self.ask.key


@dataclass(frozen=True, slots=True)
class Question:
    """A page of the interview.

    Attributes:
        step: the step, with its hint and examples.
        number: which question it is, from 1.
        of: how many there are.
        text: the question, its slots filled with what was said.
        fields: what is filled in.
        state: how far it is answered.
        others: for a repeated question the titles that the other pages hold.
        item: for a repeated question the number of this page, from 1; else 0.
    """

    step: Step
    number: int
    of: int
    text: str
    fields: tuple[Asked, ...]
    state: State
    others: tuple[str, ...] = ()
    item: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A record that an earlier question filled, for the line of what was said so far.

    Attributes:
        label: what it is called.
        title: its title, on one line.
        at: the record.
    """

    label: str
    title: str
    at: Address


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to one question, for the end.

    Attributes:
        number: which question, from 1.
        text: the question.
        state: how far it is answered.
        answers: what was said, one line each; for a repeated question the titles.
        missing: the labels of the fields that are still empty, "don't know yet" included.
    """

    number: int
    text: str
    state: State
    answers: tuple[str, ...]
    missing: tuple[str, ...]


def words_of(value: Value, unit: str) -> str:
    """A value as people read it, on one line."""
    if isinstance(value, dt.date):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, tuple):
        return ", ".join(words_of(item, "") for item in value)
    return one_line(show(value, unit).strip())
