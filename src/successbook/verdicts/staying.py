"""How long a stage must stay: days, business days, or cases, which somebody counts and writes down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import ceil

from successbook.plan.business_days import business_days_later, is_business_day, next_business_day
from successbook.plan.measured import is_number, show
from successbook.plan.now import short_date
from successbook.plan.peek import words
from successbook.text import counted
from successbook.tree import Table
from successbook.verdicts.collecting import days_later
from successbook.verdicts.saying import one_of

__all__ = ["Stay", "end_of_stay", "stay_of"]


@dataclass(frozen=True, slots=True)
class Stay:
    """The minimum stay of a stage, seen at a moment.

    Attributes:
        asked: how long it must stay, in words: ``2 business days``; empty when nobody said.
        until: the moment at which that is over; None for cases, and while the stage has not begun.
        over: whether it is over; None where that cannot be told, as long as nobody has counted.
        left: what is left, in words: ``until Tue 18 Aug 10:00, 1 day and 22 hours more``.
    """

    asked: str = ""
    until: dt.datetime | None = None
    over: bool | None = None
    left: str = ""


def end_of_stay(since: dt.datetime, days: int) -> dt.datetime:
    """The moment some business days later; what begins on a weekend counts from Monday morning on."""
    if not is_business_day(since.date()):
        since = dt.datetime.combine(next_business_day(since.date()), dt.time())
    return dt.datetime.combine(business_days_later(since.date(), days), since.time())


def stay_of(
    stage: Table, since: dt.datetime | None, moment: dt.datetime, counted: float | None = None
) -> Stay:
    """How long a stage must stay, and what is left of that.

    Args:
        stage: the stage.
        since: since when it is open; None while it is not.
        moment: now, in the same zone.
        counted: how many cases there were, if somebody wrote that down.
    """
    number, unit = stage.get("stay"), words(stage, "stay_in") or "days"
    if not is_number(number) or number <= 0:
        return Stay()
    asked = f"{show(number)} {one_of(unit) if number == 1 else unit}"
    if unit == "cases":
        return _counted(asked, number, counted)
    if since is None:
        return Stay(asked)
    whole = ceil(number)
    if unit == "business days":
        until = end_of_stay(since, whole)
    else:
        until = dt.datetime.combine(days_later(since.date(), whole), since.time())
    if moment >= until:
        return Stay(asked, until, over=True, left=f"over since {_said(until, moment)}")
    return Stay(asked, until, over=False, left=f"until {_said(until, moment)}, {_more(until - moment)} more")


def _counted(asked: str, number: float, counted: float | None) -> Stay:
    if counted is None:
        return Stay(asked, left="count them: the plan does not")
    if counted >= number:
        return Stay(asked, over=True, left=f"over, {show(counted)} counted")
    left = f"until {show(number)} are counted; {show(counted)} so far, {show(number - counted)} more"
    return Stay(asked, over=False, left=left)


def _said(when: dt.datetime, moment: dt.datetime) -> str:
    """A moment in words: ``today 14:00``, ``Tue 18 Aug 10:00``; midnight needs no time."""
    days = (when.date() - moment.date()).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    day = near or f"{when:%a} {short_date(when.date(), moment.date())}"
    return f"{day} {when:%H:%M}" if when.time() != dt.time() else day


def _more(left: dt.timedelta) -> str:
    """A span in words, its two largest parts: ``1 day and 22 hours``, ``40 minutes``."""
    minutes = max(-(-left // dt.timedelta(minutes=1)), 1)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [
        counted(number, unit)
        for number, unit in ((days, "day"), (hours, "hour"), (minutes, "minute"))
        if number
    ]
    return " and ".join(parts[:2] if days or hours else parts)
