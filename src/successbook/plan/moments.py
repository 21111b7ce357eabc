"""Times of day with a zone: what a clock elsewhere says, read on the clock here.

Zones are IANA names. A name that nobody knows, and a time that a clock skips in spring, are said as they are.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

__all__ = ["clock_words", "is_zone", "moment_of", "read_in", "time_in_words", "whose_clock", "zone_words"]


@lru_cache(maxsize=256)
def _zone(name: str) -> dt.tzinfo | None:
    """The zone of that name; None where there is none. The name comes from a file that others wrote."""
    from zoneinfo import ZoneInfo  # most plans name no zone

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such zone, a name that is a path, a folder of zones
        return None


def is_zone(name: str) -> bool:
    """Whether a zone of that name is known here."""
    return _zone(name) is not None


def moment_of(day: dt.date, time: dt.time | None, zone: str) -> dt.datetime | None:
    """A day and a time as a moment that can be compared with others.

    Args:
        day: the day.
        time: the time of day; None is the beginning of the day.
        zone: the IANA name of the zone.

    Returns:
        the moment, of the earlier one where a clock strikes an hour twice; None if the zone is not known.
    """
    found = _zone(zone)
    if found is None:
        return None
    return dt.datetime.combine(day, (time or dt.time.min).replace(tzinfo=None, fold=0), found)


def read_in(day: dt.date, time: dt.time, zone: str, there: str) -> dt.datetime | None:
    """What the clocks of another zone show at a moment.

    Args:
        day: the day in `zone`.
        time: the time in `zone`; of an hour that is struck twice the first.
        zone: the IANA name of the zone.
        there: that of the other one.

    Returns:
        day and time there, without a zone; None where a zone is not known or the calendar ends.
    """
    moment, other = moment_of(day, time, zone), _zone(there)
    if moment is None or other is None:
        return None
    try:
        return moment.astimezone(other).replace(tzinfo=None)
    except OverflowError:  # the first or the last day there is
        return None


def _skipped(moment: dt.datetime) -> bool:
    """Whether a clock never shows this time on that day: it went forward over it."""
    there_and_back = moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    return there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None)


def time_in_words(day: dt.date, time: dt.time, zone: str, here: str) -> str:
    """A time of day, with where that clock hangs if not here, and what the clock here says then.

    ``09:30``, ``09:30 in Berlin (03:30 here)``, ``23:30 in New York (05:30 here, the day after)``.

    Args:
        day: the day, there.
        time: the time, there.
        zone: the zone, empty for that of whoever looks.
        here: the zone of whoever looks.
    """
    said = f"{time:%H:%M}"
    if not zone or zone == here:
        return said
    moment, local = moment_of(day, time, zone), read_in(day, time, zone, here)
    if moment is None:
        return f"{said} {zone} (no known time zone)"
    if local is None:
        return f"{said} {zone_words(zone)}"
    if _skipped(moment):
        return f"{said} {zone_words(zone)} (a time that the clock skips there on that day)"
    if local == moment.replace(tzinfo=None):
        return said
    days = (local.date() - day).days
    beside = {-1: ", the day before", 1: ", the day after"}.get(days, "")
    return f"{said} {zone_words(zone)} ({local:%H:%M} here{beside})"


def zone_words(zone: str) -> str:
    """Where the clocks of a zone hang: ``in Berlin``; ``UTC`` hangs nowhere."""
    area, _, place = zone.rpartition("/")
    return place if not area or area == "Etc" else f"in {place.replace('_', ' ')}"


def clock_words(moment: dt.datetime, zone: str, here: str) -> str:
    """What a clock shows, with where it hangs if the clock here shows something else at that moment.

    ``09:30``, ``09:30 in Berlin``, ``09:30 UTC``.

    Args:
        moment: day and time on the clocks of `zone`, without a zone.
        zone: the zone, empty for that of whoever looks.
        here: the zone of whoever looks.
    """
    whose = whose_clock(moment, zone, here)
    return f"{moment:%H:%M}{f' {whose}' if whose else ''}"


def whose_clock(moment: dt.datetime, zone: str, here: str) -> str:
    """Where the clocks hang that show a moment so, if those here do not: ``in Berlin``, ``UTC``; else empty.

    Args:
        moment: day and time on the clocks of `zone`, without a zone.
        zone: the zone, empty for that of whoever looks.
        here: the zone of whoever looks.
    """
    local = read_in(moment.date(), moment.time(), zone, here) if zone else None
    return "" if local is None or local == moment.replace(tzinfo=None) else zone_words(zone)
