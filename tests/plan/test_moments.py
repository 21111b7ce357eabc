"""Times with zones: read on the clock here, and said as they are where that cannot be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.moments import clock_words, is_zone, moment_of, read_in, time_in_words

SUMMER = dt.date(2026, 6, 15)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")


@pytest.mark.parametrize(
    ("day", "time", "zone", "here", "said"),
    [
        ("2026-06-15", "09:30", "", "Europe/Berlin", "09:30"),
        ("2026-06-15", "09:30", "Europe/Berlin", "Europe/Berlin", "09:30"),
        ("2026-06-15", "09:30", "Europe/Paris", "Europe/Berlin", "09:30"),
        ("2026-06-15", "09:30", "Europe/Berlin", "America/New_York", "09:30 in Berlin (03:30 here)"),
        ("2026-12-15", "09:30", "Europe/Berlin", "Asia/Kolkata", "09:30 in Berlin (14:00 here)"),
        (
            "2026-06-15",
            "23:30",
            "America/New_York",
            "Europe/Berlin",
            "23:30 in New York (05:30 here, the day after)",
        ),
        (
            "2026-03-01",
            "01:00",
            "Europe/Berlin",
            "America/New_York",
            "01:00 in Berlin (19:00 here, the day before)",
        ),
        # the weeks in which one continent has changed its clocks and the other has not
        ("2026-03-10", "09:30", "Europe/Berlin", "America/New_York", "09:30 in Berlin (04:30 here)"),
        (
            "2026-03-29",
            "02:30",
            "Europe/Berlin",
            "UTC",
            "02:30 in Berlin (a time that the clock skips there on that day)",
        ),
        ("2026-06-15", "09:30", "Mars/Base", "UTC", "09:30 Mars/Base (no known time zone)"),
        ("2026-06-15", "09:30", "../../etc/passwd", "UTC", "09:30 ../../etc/passwd (no known time zone)"),
        ("2026-06-15", "09:30", "Europe", "UTC", "09:30 Europe (no known time zone)"),
        ("2026-06-15", "09:30", "Europe/Berlin", "Nowhere", "09:30 in Berlin"),
    ],
)
def test_a_time_elsewhere_is_read_on_the_clock_here(
    day: str, time: str, zone: str, here: str, said: str
) -> None:
    assert time_in_words(dt.date.fromisoformat(day), dt.time.fromisoformat(time), zone, here) == said


@pytest.mark.parametrize(
    ("day", "time", "zone", "there", "read"),
    [
        ("2026-08-12", "00:30", "Europe/Berlin", "America/New_York", "2026-08-11 18:30"),
        ("2026-08-11", "23:45", "America/New_York", "Europe/Berlin", "2026-08-12 05:45"),
        ("2026-12-31", "23:59", "America/New_York", "Asia/Kolkata", "2027-01-01 10:29"),
        ("2024-02-28", "23:30", "Europe/Berlin", "Pacific/Auckland", "2024-02-29 11:30"),
        ("2026-02-28", "23:30", "Europe/Berlin", "Pacific/Auckland", "2026-03-01 11:30"),
        ("2026-10-25", "02:30", "Europe/Berlin", "UTC", "2026-10-25 00:30"),  # struck twice: the first
        ("2026-10-25", "03:00", "Europe/Berlin", "UTC", "2026-10-25 02:00"),
        ("2026-03-29", "03:00", "Europe/Berlin", "UTC", "2026-03-29 01:00"),
        ("2026-06-15", "09:30", "Mars/Base", "UTC", None),
        ("2026-06-15", "09:30", "UTC", "", None),
        ("0001-01-01", "00:00", "Asia/Kolkata", "America/New_York", None),
        ("9999-12-31", "23:59", "America/New_York", "Asia/Kolkata", None),
    ],
)
def test_a_moment_near_midnight_is_read_with_its_day(
    day: str, time: str, zone: str, there: str, read: str | None
) -> None:
    found = read_in(dt.date.fromisoformat(day), dt.time.fromisoformat(time), zone, there)
    assert (None if found is None else f"{found:%Y-%m-%d %H:%M}") == read


@given(st.dates(), st.times(), st.sampled_from((*ZONES, "", "x")), st.sampled_from((*ZONES, "", "x")))
def test_any_day_and_time_can_be_told(day: dt.date, time: dt.time, zone: str, here: str) -> None:
    assert time_in_words(day, time, zone, here).startswith(f"{time:%H:%M}")


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("time", [dt.time(0), dt.time(23, 59)])
@pytest.mark.parametrize(("zone", "here"), [ZONES[2:4], ZONES[3:1:-1]])
def test_the_first_and_the_last_day_there_is_can_be_told(
    day: dt.date, time: dt.time, zone: str, here: str
) -> None:
    place = zone.partition("/")[2].replace("_", " ")
    assert time_in_words(day, time, zone, here).startswith(f"{time:%H:%M} in {place}")


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.times())
def test_two_zones_name_the_same_moment(zone: str, here: str, time: dt.time) -> None:
    there = moment_of(SUMMER, time, zone)
    assert there is not None
    local = there.astimezone(moment_of(SUMMER, None, here).tzinfo)  # type: ignore[union-attr]
    assert local == there


def test_a_clock_that_strikes_an_hour_twice_is_read_the_first_time() -> None:
    moment = moment_of(dt.date(2026, 10, 25), dt.time(2, 30), "Europe/Berlin")
    assert moment is not None
    assert moment.utcoffset() == dt.timedelta(hours=2)


def test_what_is_no_zone_is_none() -> None:
    assert [is_zone(name) for name in ("Europe/Berlin", "UTC", "", "Mars/Base")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("zone", "here", "said"),
    [
        ("Europe/Berlin", "UTC", "09:30 in Berlin"),
        ("Europe/Berlin", "Europe/Paris", "09:30"),  # another name, the same clock
        ("Europe/Berlin", "Europe/Berlin", "09:30"),
        ("America/Argentina/Buenos_Aires", "UTC", "09:30 in Buenos Aires"),
        ("UTC", "Europe/Berlin", "09:30 UTC"),
        ("Etc/GMT+3", "UTC", "09:30 GMT+3"),
        ("", "Europe/Berlin", "09:30"),
        ("Mars/Base", "Europe/Berlin", "09:30"),
    ],
)
def test_a_clock_says_where_it_hangs_if_the_one_here_shows_something_else(
    zone: str, here: str, said: str
) -> None:
    assert clock_words(dt.datetime(2026, 6, 15, 9, 30), zone, here) == said  # noqa: DTZ001  # a clock on a wall
