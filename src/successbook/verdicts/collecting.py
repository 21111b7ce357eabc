"""When readings are due: a collection schedule, whose phases thin out, worked out day by day.

A phase asks for a reading on its first day and then every so often: on the same day of the month where it
counts months (the last one of a shorter month), never on a Saturday or Sunday where it counts business days.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from successbook.plan.business_days import next_business_day
from successbook.plan.peek import day, whole, words
from successbook.tree import Table

__all__ = ["Phase", "Wanted", "days_later", "months_later", "next_reading", "phases_of"]

_DAYS: Final = {"hour": 1, "day": 1, "week": 7, "two weeks": 14}
"""Days from one reading to the next; a file keeps one reading a day, so hourly ones are due daily."""
_MONTHS: Final = {"month": 1, "quarter": 3}
_BUSINESS_DAY: Final = "business day"


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a schedule.

    Attributes:
        every: how often a reading is taken, in the words of the phase.
        begins: its first day.
        ends: the first day after it; None while it goes on.
        key: the id of its record.
    """

    every: str
    begins: dt.date
    ends: dt.date | None = None
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reading that is wanted: on which day, and how often they are taken then."""

    day: dt.date
    every: str


def days_later(start: dt.date, days: int) -> dt.date:
    """Some days after `start`; the last day there is when that is further than dates go."""
    return start + dt.timedelta(days=min(days, (dt.date.max - start).days))


def months_later(start: dt.date, months: int) -> dt.date:
    """The same day some months after `start`, or the last one of a month that is too short.

    From 31 January that is 28 or 29 February, then 31 March again.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def phases_of(schedule: Table, launched: dt.date | None) -> list[Phase]:
    """The phases of a release KPI's schedule in the order of their days, each until the next begins.

    Args:
        schedule: the table of phases.
        launched: the day the release ships or shipped; a first phase without a day of its own begins then,
            any other when the one above it ends.
    """
    found: list[Phase] = []
    follows = launched
    for key, table in schedule.items():
        if not isinstance(table, Table):
            continue
        begins = day(table, "starts") or follows
        length = whole(table, "days")
        follows = days_later(begins, max(length, 0)) if begins and length is not None else None
        every = words(table, "every")
        if begins is not None and every in (*_DAYS, *_MONTHS, _BUSINESS_DAY):
            if words(table, "decision") == "stay":
                follows = None  # it goes on, and what follows begins only on a day of its own
            found.append(Phase(every, begins, follows, key))
    found.sort(key=lambda phase: phase.begins)
    return [_until(phase, following) for phase, following in zip(found, [*found[1:], None], strict=False)]


def _until(phase: Phase, following: Phase | None) -> Phase:
    if following is None or (phase.ends is not None and phase.ends <= following.begins):
        return phase
    return replace(phase, ends=following.begins)


def next_reading(phases: Iterable[Phase], latest: dt.date | None) -> Wanted | None:
    """The first reading that is wanted after the latest one there is, or None when the schedule has ended.

    Args:
        phases: the phases in order.
        latest: the day of the latest reading, if there is any.
    """
    for phase in phases:
        wanted = _after(phase, latest)
        if wanted < (phase.ends or dt.date.max):
            return Wanted(wanted, phase.every)
    return None


def _after(phase: Phase, latest: dt.date | None) -> dt.date:
    """The first day of a phase, however long it may be, that wants a reading after `latest`."""
    begins = phase.begins
    passed = (latest - begins).days if latest is not None and latest >= begins else -1
    if phase.every == _BUSINESS_DAY:
        return next_business_day(days_later(begins, passed + 1))
    if phase.every in _DAYS:
        step = _DAYS[phase.every]
        return days_later(begins, (passed // step + 1) * step)
    step = _MONTHS[phase.every]
    if latest is None or passed < 0:
        return begins
    steps = ((latest.year - begins.year) * 12 + latest.month - begins.month) // step
    wanted = months_later(begins, steps * step)
    return wanted if wanted > latest else months_later(begins, (steps + 1) * step)
