"""The only clock: what day and what time it is, where the person is.

``SUCCESSBOOK_TODAY=2026-06-08`` overrides the day, for tests, demos and a look at another day;
``SUCCESSBOOK_TODAY=2026-06-08T09:30`` the time too.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from successbook.errors import SettingsError
from successbook.plan.now import Now

__all__ = ["OVERRIDE", "now", "time_of_day"]

OVERRIDE = "SUCCESSBOOK_TODAY"
_YEARS = range(1000, 9000)
"""Years from which one can look back and ahead, however far a plan does."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")


def now() -> Now:
    """Today and the time zone.

    Raises:
        SettingsError: the override is no date.
    """
    said = os.environ.get(OVERRIDE, "")
    if not said:
        return Now(dt.date.today(), _zone())  # noqa: DTZ011  # the person's own calendar day is what is meant
    try:
        if not _ISO.fullmatch(said):
            raise ValueError(said)  # noqa: TRY301  # one place that says what is wrong
        day = dt.datetime.fromisoformat(said).date()
    except ValueError:
        raise SettingsError(f'"{said}" is no date', where=OVERRIDE, remedy="such as 2026-06-08") from None
    if day.year not in _YEARS:
        raise SettingsError(
            f'"{said}" is too near the end of the calendar',
            where=OVERRIDE,
            remedy=f"a year from {_YEARS[0]} to {_YEARS[-1]}",
        )
    return Now(day, _zone())


def time_of_day() -> dt.time:
    """The time on the clock of the person, to the minute; that of the override, if it has one."""
    said = os.environ.get(OVERRIDE, "")
    if _ISO.fullmatch(said) and "T" in said:
        return dt.datetime.fromisoformat(said).time()
    return dt.datetime.now().time().replace(second=0, microsecond=0)  # noqa: DTZ005  # the clock on the wall


def _zone() -> str:
    """The IANA name of the local zone, from ``TZ`` or from where ``/etc/localtime`` points; else UTC."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named and "/" in named and not named.startswith("/"):
        return named
    try:
        link = Path("/etc/localtime").resolve().as_posix()
    except (OSError, RuntimeError):
        return "UTC"
    _, found, name = link.partition("/zoneinfo/")
    return name if found and name else "UTC"
