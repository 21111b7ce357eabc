"""Business days: Monday to Friday. Holidays differ from place to place, so none are known here.

All of these keep to the days there are: what would lie beyond the last one of the calendar is that one.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

__all__ = ["business_days_later", "is_business_day", "next_business_day"]

_SATURDAY: Final = 5
_WEEK: Final = 7
_WORKED: Final = 5


def is_business_day(day: dt.date) -> bool:
    """Whether a day is one of Monday to Friday."""
    return day.weekday() < _SATURDAY


def next_business_day(day: dt.date) -> dt.date:
    """`day` itself if it is a business day, else the Monday after it."""
    if is_business_day(day):
        return day
    left = (dt.date.max - day).days
    return day + dt.timedelta(days=min(_WEEK - day.weekday(), left))


def business_days_later(start: dt.date, count: int) -> dt.date:
    """The day on which `count` business days after `start` have passed.

    From a Friday one business day later is Monday; from a Saturday it is Monday too, the first that counts.

    Args:
        start: the day from which it is counted; it does not count itself.
        count: how many; 0 is `start`.
    """
    if count <= 0:
        return start
    # from a weekend it counts as from the Friday before
    back = max(start.weekday() - (_SATURDAY - 1), 0)
    weeks, rest = divmod(count, _WORKED)
    days = weeks * _WEEK + rest - back
    if start.weekday() - back + rest >= _SATURDAY:
        days += 2
    return start + dt.timedelta(days=min(days, (dt.date.max - start).days))
