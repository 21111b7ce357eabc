"""A calendar: what the next weeks bring, day by day, every reading that a schedule wants among it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.moments import time_in_words
from successbook.plan.now import Now, short_date
from successbook.plan.peek import readings, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.collecting import phases_of
from successbook.verdicts.dated import named
from successbook.verdicts.due import Due, due_of
from successbook.verdicts.judging import stopped
from successbook.verdicts.release_state import launch_day
from successbook.verdicts.schedule import wanted_days

__all__ = [
    "WEEKS",
    "CalendarDay",
    "CalendarEntry",
    "Week",
    "calendar_lines",
    "late_entries",
    "monday",
    "weeks_of",
]

WEEKS: Final = 5
"""Weeks that a calendar shows, the present one among them."""
_WEEK: Final = dt.timedelta(days=7)
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing on a day.

    Attributes:
        at: the record.
        field: the field to fill once it is done; empty for the record as a whole.
        text: what it is.
        who: who does it, or what else belongs beside it.
    """

    at: Address
    field: str
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with what it brings."""

    day: dt.date
    entries: tuple[CalendarEntry, ...]

    def name(self, now: Now) -> str:
        """``Mon 15 Jun``, with how far it is where that is near."""
        said = f"{self.day:%a} {short_date(self.day, now.date)}"
        near = now.relative(self.day)
        return f"{said}, {near}" if near in ("today", "tomorrow", "yesterday") else said


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday on, with those of its days that bring anything."""

    monday: dt.date
    days: tuple[CalendarDay, ...]

    def name(self, now: Now) -> str:
        """``This week``, ``Next week``, else ``Week of 29 Jun``."""
        away = (self.monday - monday(now.date)).days // 7
        near = {0: "This week", 1: "Next week", -1: "Last week"}.get(away)
        return near or f"Week of {short_date(self.monday, now.date)}"


def monday(day_: dt.date) -> dt.date:
    """The Monday of the week of a day; the first day there is, where that lies before it."""
    back = min(day_.weekday(), (day_ - dt.date.min).days)
    return day_ - dt.timedelta(days=back)


def late_entries(tree: Tree, now: Now) -> list[CalendarEntry]:
    """What is late, the nearest first."""
    return [CalendarEntry(each.at, each.field, each.text) for each in due_of(tree, now) if each.overdue]


def weeks_of(tree: Tree, now: Now, *, start: dt.date | None = None, weeks: int = WEEKS) -> list[Week]:
    """The weeks from the one of a day on: what is due from today on, and what is to be read.

    Args:
        tree: the plan.
        now: today; what lies before it is late, and not told here.
        start: a day of the first week; today without one.
        weeks: how many.
    """
    first = monday(start or now.date)
    count = min(weeks, max((dt.date.max - first).days // 7, 1))
    last = first + _WEEK * (count - 1) + dt.timedelta(days=6)
    found: dict[dt.date, list[CalendarEntry]] = {}
    for each in due_of(tree, now):
        if first <= each.day <= last and not each.overdue and not _is_reading(each):
            found.setdefault(each.day, []).append(_entry(tree, each, now))
    for on, entry in _readings(tree, max(first, now.date), last, now):
        found.setdefault(on, []).append(entry)
    return [_week(first + _WEEK * number, found) for number in range(count)]


def _week(start: dt.date, found: dict[dt.date, list[CalendarEntry]]) -> Week:
    days = (start + dt.timedelta(days=each) for each in range(7))
    return Week(start, tuple(CalendarDay(on, tuple(found[on])) for on in days if on in found))


def _is_reading(due: Due) -> bool:
    """Whether it is the next reading of a metric, which is told with all that follow."""
    return due.kind in ("metric", "release_kpi") and not due.field


def _entry(tree: Tree, due: Due, now: Now) -> CalendarEntry:
    """A thing that is due, without its day, which stands above it; with its time of day, if it has one."""
    text = due.text.removesuffix(f", {now.relative(due.day)}")
    table = tree.table(due.at)
    time = table.get("time") if due.kind in ("release", "milestone") else None
    clock = time_in_words(due.day, time, words(table, "zone"), now.zone) if isinstance(time, dt.time) else ""
    return CalendarEntry(due.at, due.field, f"{clock}  {text}".strip())


def _readings(tree: Tree, first: dt.date, last: dt.date, now: Now) -> Iterator[tuple[dt.date, CalendarEntry]]:
    """The readings that schedules want from a day to another, those of one day together."""
    wanted: dict[dt.date, dict[Address, str]] = {}
    for release in records(tree, KINDS["release"]):
        launch = launch_day(tree, release)
        for kpi in records(tree, KINDS["release_kpi"], release):
            metric = KINDS["metric"].at(kpi.key)
            schedule = tree.table(kpi).get("schedule")
            if not isinstance(schedule, Table) or stopped(tree.table(metric)):
                continue
            done = {on for on, _ in readings(tree, metric) if on == now.date}
            record = metric if tree.has(metric) else kpi
            for phase in phases_of(schedule, launch):
                for on in wanted_days(phase, last):
                    if on >= first and on not in done:
                        wanted.setdefault(on, {})[record] = named(tree, record)
    for on, metrics in wanted.items():
        names = list(metrics.values())
        more = f", and {len(names) - _FEW} more" if len(names) > _FEW else ""
        word = "Reading of" if len(names) == 1 else f"{len(names)} readings:"
        text = f"{word} {', '.join(names[:_FEW])}{more}"
        yield on, CalendarEntry(next(iter(metrics)), "", text)


def calendar_lines(tree: Tree, now: Now, weeks: int = WEEKS) -> Iterator[str]:
    """The next weeks told line by line."""
    for week in weeks_of(tree, now, weeks=weeks):
        yield week.name(now) if week.days else f"{week.name(now)}: nothing"
        for each in week.days:
            yield f"  {each.name(now)}"
            for entry in each.entries:
                yield f"    {entry.text}"
