"""Dates as people type them: ``2026-09-30``, ``30 sep``, ``fri``, ``tomorrow``, ``+14``, ``2 months ago``."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from successbook.errors import Refused
from successbook.plan.now import Now

__all__ = ["day_in_words", "parse_day", "parse_time"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_UNITS = r"days?|weeks?|months?|years?"
_AWAY = re.compile(rf"([+-])\s*(\d{{1,4}})\s*(d|w|{_UNITS})?|in (\d{{1,4}}) ({_UNITS})")
_AGO = re.compile(rf"(\d{{1,4}}) ({_UNITS}) ago")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_MONTH_END = re.compile(r"(?:the )?end (?:of )?([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_SLASHED = re.compile(r"\d{1,4}/\d{1,4}(?:/\d{1,4})?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)|(\d{1,2})\s*h")
_NEAR = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
_REMEDY = "write 2026-09-30, 30 sep, fri, tomorrow or +14"
_REMEDY_BACK = "write 2026-05-30, 30 may, last fri, yesterday or -14"


def parse_day(text: str, now: Now, *, past: bool = False) -> dt.date:
    """The day that was typed. Without a year it is the coming one, with `past` the last one.

    Raises:
        Refused: it is no date, or it can be read in two ways (``3/4``).
    """
    said = " ".join(text.lower().split())
    if said.startswith("last "):
        said, past = said.removeprefix("last "), True
    elif said.startswith("next "):
        said, past = said.removeprefix("next "), False
    remedy = _REMEDY_BACK if past else _REMEDY
    if said in _NEAR:
        return now.date + dt.timedelta(days=_NEAR[said])
    try:
        found = _away(said, now) or _weekday(said, now, past=past) or _written(said, now, past=past)
    except (ValueError, OverflowError) as error:
        raise Refused(f'"{text}" is not in the calendar', remedy=remedy) from error
    if found is None:
        if _SLASHED.fullmatch(said):
            raise Refused(f'"{text}" may be day or month first', remedy=remedy)
        raise Refused(f'"{text}" is no date', remedy=remedy)
    return found


def _away(said: str, now: Now) -> dt.date | None:
    if ago := _AGO.fullmatch(said):
        return _after(now.date, -int(ago[1]), ago[2])
    found = _AWAY.fullmatch(said)
    if not found:
        return None
    count = int(found[2] or found[4]) * (-1 if found[1] == "-" else 1)
    return _after(now.date, count, found[3] or found[5] or "d")


def _after(day: dt.date, count: int, unit: str) -> dt.date:
    """A day some days, weeks, months or years later; where a month is too short, its last day.

    Raises:
        ValueError: it is not in the calendar; OverflowError too.
    """
    if unit[0] in "dw":
        return day + dt.timedelta(days=count * (7 if unit[0] == "w" else 1))
    years, month = divmod(day.month - 1 + count * (12 if unit[0] == "y" else 1), 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekday(said: str, now: Now, *, past: bool) -> dt.date | None:
    word = said.removeprefix("on ")
    full = {f"{day}{rest}" for day, rest in zip(_DAYS, _ENDINGS, strict=True)}
    if word not in _DAYS and word not in full:
        return None
    ahead = (_DAYS.index(word[:3]) - now.date.weekday()) % 7
    if past:
        return now.date - dt.timedelta(days=7 - ahead)
    return now.date + dt.timedelta(days=ahead or 7)


_ENDINGS = ("day", "sday", "nesday", "rsday", "day", "urday", "day")


def _written(said: str, now: Now, *, past: bool) -> dt.date | None:
    if found := _ISO.fullmatch(said):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.fullmatch(said):
        return _near(found[3], int(found[2]), int(found[1]), now, past=past)
    if found := _MONTH_END.fullmatch(said):
        return _last_of(found[1], found[2], now, past=past)
    if found := _DAY_FIRST.fullmatch(said):
        day, name, year = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(said):
        day, name, year = found[2], found[1], found[3]
    else:
        return None
    month = _month(name)
    return None if month is None else _near(year, month, int(day), now, past=past)


def _month(name: str) -> int | None:
    """The number of a month, by its first three letters; None if there is no such month."""
    return next((at for at, known in enumerate(_MONTHS, 1) if name.startswith(known)), None)


def _last_of(name: str, year: str | None, now: Now, *, past: bool) -> dt.date | None:
    """The last day of a month, ``end of march``: the coming one, else the last one."""
    month = _month(name)
    if month is None:
        return None
    years = [int(year)] if year else [now.date.year, now.date.year + (-1 if past else 1)]
    days = [dt.date(each, month, monthrange(each, month)[1]) for each in years]
    return next((day for day in days if (day <= now.date if past else day >= now.date)), days[0])


def _near(year: str | None, month: int, day: int, now: Now, *, past: bool) -> dt.date:
    """A day of a month: of that year, else the coming one, else the last one."""
    if year is not None:
        return dt.date(int(year), month, day)
    step = -1 if past else 1
    # 29 February is never nine years away.
    for candidate in range(now.date.year, now.date.year + 9 * step, step):
        try:
            found = dt.date(candidate, month, day)
        except ValueError:
            continue
        if (found - now.date).days * step >= 0:
            return found
    raise ValueError(day)


def day_in_words(day: dt.date, now: Now) -> str:
    """``Fri 30 Oct 2026, in 12 days``."""
    days = now.days_until(day)
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    away = near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")
    name, month = _DAYS[day.weekday()].capitalize(), _MONTHS[day.month - 1].capitalize()
    return f"{name} {day.day} {month} {day.year}, {away}"


def parse_time(text: str) -> dt.time:
    """A time of day: ``9:30``, ``14.00``, ``9h``.

    Raises:
        Refused: it is none.
    """
    found = _CLOCK.fullmatch(text.strip().lower())
    try:
        if found:
            return dt.time(int(found[1] or found[3]), int(found[2] or 0))
    except ValueError:
        pass
    raise Refused(f'"{text}" is no time of day', remedy="write 9:30 or 14:00")
