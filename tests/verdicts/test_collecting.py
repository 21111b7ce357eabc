"""Which day wants the next reading: months of any length, leap days, weekends, phases that thin out."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.verdicts.collecting import (
    Phase,
    Wanted,
    days_later,
    months_later,
    next_reading,
    phases_of,
)
from tests.plans import day
from tests.verdicts.texts import table


@pytest.mark.parametrize(
    ("start", "months", "wanted"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-05-31", 1, "2026-06-30"),
        ("2026-06-15", 0, "2026-06-15"),
        ("9999-11-30", 1, "9999-12-30"),
        ("9999-12-15", 1, "9999-12-31"),
    ],
)
def test_the_same_day_months_later_is_the_last_of_a_month_that_is_too_short(
    start: str, months: int, wanted: str
) -> None:
    assert months_later(day(start), months) == day(wanted)


def test_days_end_where_the_calendar_does() -> None:
    assert days_later(day("2026-12-31"), 1) == day("2027-01-01")
    assert days_later(day("9999-12-30"), 2**62) == dt.date.max


@pytest.mark.parametrize(
    ("every", "begins", "latest", "wanted"),
    [
        ("day", "2026-06-15", None, "2026-06-15"),
        ("day", "2026-06-15", "2026-06-14", "2026-06-15"),
        ("day", "2026-06-15", "2026-06-15", "2026-06-16"),
        ("day", "2028-02-28", "2028-02-28", "2028-02-29"),
        ("hour", "2026-06-15", "2026-06-15", "2026-06-16"),
        ("week", "2026-06-15", "2026-06-15", "2026-06-22"),
        ("week", "2026-06-15", "2026-06-17", "2026-06-22"),
        ("week", "2026-06-15", "2026-06-22", "2026-06-29"),
        ("week", "2026-06-15", "2026-06-21", "2026-06-22"),
        ("two weeks", "2026-06-15", "2026-06-28", "2026-06-29"),
        ("business day", "2026-06-19", "2026-06-18", "2026-06-19"),
        ("business day", "2026-06-19", "2026-06-19", "2026-06-22"),
        ("business day", "2026-06-19", "2026-06-20", "2026-06-22"),
        ("business day", "2026-06-20", None, "2026-06-22"),
        ("business day", "2026-12-31", "2027-01-01", "2027-01-04"),
        ("month", "2026-01-31", "2026-01-31", "2026-02-28"),
        ("month", "2026-01-31", "2026-02-27", "2026-02-28"),
        ("month", "2026-01-31", "2026-02-28", "2026-03-31"),
        ("month", "2026-01-31", "2026-03-30", "2026-03-31"),
        ("month", "2028-01-31", "2028-01-31", "2028-02-29"),
        ("month", "2026-01-15", "2025-12-31", "2026-01-15"),
        ("quarter", "2026-11-30", "2026-11-30", "2027-02-28"),
        ("quarter", "2026-11-30", "2027-02-28", "2027-05-30"),
        ("quarter", "2026-11-30", "2027-02-01", "2027-02-28"),
    ],
)
def test_the_next_reading_is_the_first_wanted_after_the_latest(
    every: str, begins: str, latest: str | None, wanted: str
) -> None:
    found = next_reading([Phase(every, day(begins))], day(latest) if latest else None)
    assert found == Wanted(day(wanted), every)


@given(
    st.sampled_from(("day", "business day", "week", "two weeks", "month", "quarter")),
    st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)),
)
def test_readings_that_are_taken_on_their_day_follow_one_another_evenly(every: str, begins: dt.date) -> None:
    taken: list[dt.date] = []
    for _ in range(9):
        wanted = next_reading([Phase(every, begins)], taken[-1] if taken else None)
        assert wanted is not None
        taken.append(wanted.day)
    longest = {"day": 1, "business day": 3, "week": 7, "two weeks": 14, "month": 31, "quarter": 92}[every]
    assert all(0 < (later - sooner).days <= longest for sooner, later in pairwise(taken))
    if every == "business day":
        assert all(each.weekday() < 5 for each in taken)
    if every in ("month", "quarter"):
        assert all(each.day == begins.day or (each + dt.timedelta(days=1)).day == 1 for each in taken)


THINNING = table("""
[first-week]
every = "day"
days = 7
starts = 2026-06-15
[first-weeks]
every = "week"
days = 14
[from-then-on]
every = "month"
days = 60
starts = 2026-07-20
""")


@pytest.mark.parametrize(
    ("latest", "wanted"),
    [
        (None, ("2026-06-15", "day")),
        ("2026-06-20", ("2026-06-21", "day")),
        ("2026-06-21", ("2026-06-22", "week")),
        ("2026-06-22", ("2026-06-29", "week")),
        ("2026-06-29", ("2026-07-20", "month")),
        ("2026-07-20", ("2026-08-20", "month")),
        ("2026-08-20", None),
    ],
)
def test_phases_thin_out_and_end(latest: str | None, wanted: tuple[str, str] | None) -> None:
    found = next_reading(phases_of(THINNING, day("2026-06-01")), day(latest) if latest else None)
    assert found == (Wanted(day(wanted[0]), wanted[1]) if wanted else None)


def test_a_first_phase_without_a_day_begins_with_the_launch() -> None:
    text = '[a]\nevery = "day"\ndays = 7\n[b]\nevery = "week"'
    assert phases_of(table(text), day("2026-06-15")) == [
        Phase("day", day("2026-06-15"), day("2026-06-22")),
        Phase("week", day("2026-06-22")),
    ]
    assert phases_of(table(text), None) == []


def test_a_phase_that_stays_goes_on_until_the_next_begins() -> None:
    text = '[a]\nevery = "day"\ndays = 7\nstarts = 2026-06-15\ndecision = "stay"\n'
    assert phases_of(table(text), None) == [Phase("day", day("2026-06-15"))]
    text += '[b]\nevery = "week"\nstarts = 2026-07-06'
    assert phases_of(table(text), None)[0].ends == day("2026-07-06")


def test_a_phase_ends_when_the_next_begins() -> None:
    text = '[b]\nevery = "week"\nstarts = 2026-06-18\n[a]\nevery = "day"\ndays = 7\nstarts = 2026-06-15'
    assert phases_of(table(text), None) == [
        Phase("day", day("2026-06-15"), day("2026-06-18")),
        Phase("week", day("2026-06-18")),
    ]


def test_what_is_no_phase_asks_for_nothing() -> None:
    text = 'x = 1\n[a]\nevery = "now and then"\nstarts = 2026-06-15\n'
    text += '[b]\nevery = "day"\ndays = 9223372036854775807\nstarts = 9999-12-31'
    found = phases_of(table(text), None)
    assert [phase.every for phase in found] == ["day"]
    assert next_reading(found, dt.date.max) is None
