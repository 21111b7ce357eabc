"""A metric on a day as it comes before its judge, and the words in which it is judged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.measured import Measure, measure
from successbook.plan.now import Now, short_date
from successbook.plan.peek import first_line
from successbook.tree import Address, Table, Tree
from successbook.verdicts.saying import said
from successbook.verdicts.targets import Aim

__all__ = ["WORDS", "Case", "Tone", "Verdict", "verdict"]

Tone = Literal["good", "careful", "bad", "unknown"]

WORDS: Final[dict[str, Tone]] = {
    "met": "good",
    "within": "good",
    "moving": "careful",
    "flat": "careful",
    "not moved": "careful",
    "not yet": "careful",
    "wrong way": "bad",
    "missed": "bad",
    "above limit": "bad",
    "below limit": "bad",
    "too early": "unknown",
    "too few to say": "unknown",
    "cannot say": "unknown",
    "no data": "unknown",
    "no baseline": "unknown",
    "no target yet": "unknown",
    "no limit yet": "unknown",
    "on hold": "unknown",
    "dropped": "unknown",
    "blocked": "unknown",
    "establishing": "unknown",
    "n/a": "unknown",
    "unknown": "unknown",
}
"""Every word of a verdict, with its tone. The last four are what the last reading says instead of a value."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement in one or two words, with the sentence that carries its numbers."""

    word: str
    tone: Tone
    sentence: str


@dataclass(frozen=True, slots=True)
class Case:
    """What a metric is judged by.

    Attributes:
        tree: the plan.
        at: the metric.
        known: its readings up to the day, oldest first.
        aims: its targets, the nearest first.
        now: the day.
    """

    tree: Tree
    at: Address
    known: list[tuple[dt.date, Measure]]
    aims: list[Aim]
    now: Now

    @property
    def table(self) -> Table:
        """The metric."""
        return self.tree.table(self.at)

    @property
    def unit(self) -> str:
        """Its unit."""
        return first_line(self.table, "unit")

    @property
    def start(self) -> Measure | None:
        """Its baseline."""
        return measure(self.table.get("baseline"))

    def number(self, key: str) -> float | None:
        """The number in one of its fields."""
        found = measure(self.table.get(key))
        return found.number if found else None

    def last_number(self) -> tuple[dt.date, Measure] | None:
        """The last reading that is a number."""
        return next((each for each in reversed(self.known) if each[1].number is not None), None)

    def date(self, on: dt.date) -> str:
        """A day in a sentence."""
        return short_date(on, self.now.date)

    def stands(self, *, moved: bool = False) -> str:
        """Where it stands: ``It stands at 71 s``, and from where it came."""
        here = f"It stands at {said(self.known[-1][1], self.unit)}"
        start = self.start
        if not moved or start is None or start.number is None:
            return here
        return f"{here}, from {said(start, self.unit)}"


def verdict(word: str, sentence: str) -> Verdict:
    """The verdict in one of `WORDS`, its sentence ended."""
    return Verdict(word, WORDS[word], f"{sentence}.")
