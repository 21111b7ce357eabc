"""What is due: everything in a plan or a notebook that is dated and open, worked out for a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.kinds import kind_name
from successbook.plan.now import Now
from successbook.text import capital, counted
from successbook.tree import Address, Tree
from successbook.verdicts.dated import Dated
from successbook.verdicts.due_goals import of_goals
from successbook.verdicts.due_people import of_notebook, of_stakeholders
from successbook.verdicts.due_release import of_releases
from successbook.verdicts.due_tests import of_tests, of_tracking
from successbook.verdicts.schedule import of_schedules

__all__ = ["Due", "due_of"]


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due.

    Attributes:
        at: the record it is about.
        field: the field to fill once it is done; empty for the record as a whole.
        kind: the kind of that record.
        day: the day.
        overdue: whether that day has passed.
        text: a sentence without a full stop, the day in words included.
    """

    at: Address
    field: str
    kind: str
    day: dt.date
    overdue: bool
    text: str


def due_of(tree: Tree, now: Now) -> tuple[Due, ...]:
    """Everything dated that is open on a day: what is late first, and of either the nearest first."""
    found = sorted(_dated(tree, now), key=lambda each: (each.day >= now.date, abs(now.days_until(each.day))))
    return tuple(_due(each, now) for each in found)


def _dated(tree: Tree, now: Now) -> Iterator[Dated]:
    yield from of_releases(tree, now)
    yield from of_schedules(tree, now)
    yield from of_goals(tree, now)
    yield from of_tests(tree, now)
    yield from of_tracking(tree, now)
    yield from of_stakeholders(tree, now)
    yield from of_notebook(tree)


def _due(each: Dated, now: Now) -> Due:
    return Due(each.at, each.field, kind_name(each.at), each.day, each.day < now.date, _sentence(each, now))


def _sentence(each: Dated, now: Now) -> str:
    beside = f" ({each.who})" if each.who else ""
    days = now.days_until(each.day)
    if days < 0 and not each.past:
        return f"{counted(-days, 'day')} late: {each.what}{beside}"
    said, rest = (each.past, each.rest) if days < 0 else (each.what, "")
    return f"{capital(said)}{beside}, {now.relative(each.day)}{rest}"
