"""The day it is. Whoever needs it is given a `Now`; nothing in these rooms looks at a clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Now"]


@dataclass(frozen=True, slots=True)
class Now:
    """Today's date, where the person is.

    Attributes:
        date: the calendar day.
        zone: the IANA time zone, such as ``Europe/Berlin``.
    """

    date: dt.date
    zone: str = "UTC"

    def days_until(self, day: dt.date) -> int:
        """Days from today to `day`; negative when it has passed."""
        return (day - self.date).days

    def relative(self, day: dt.date) -> str:
        """`day` as people say it: near days in words, far ones as a date.

        ``today``, ``tomorrow``, ``in 12 days``, ``3 days ago``, ``30 Sep``, ``30 Sep 2027``.
        """
        days = self.days_until(day)
        near = {0: "today", 1: "tomorrow", -1: "yesterday"}
        if days in near:
            return near[days]
        if 0 < days <= 21:
            return f"in {days} days"
        if -21 <= days < 0:
            return f"{-days} days ago"
        return short_date(day, self.date)


def short_date(day: dt.date, today: dt.date) -> str:
    """`day` as ``30 Sep``, with the year when it is another than today's."""
    text = f"{day.day} {day:%b}"
    return text if day.year == today.year else f"{text} {day.year}"
