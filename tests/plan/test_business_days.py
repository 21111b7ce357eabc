"""Business days: laws that hold for all days, and the days that people trip over."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.business_days import (
    business_days_later,
    is_business_day,
    next_business_day,
)
from tests.plans import day

DAYS = st.dates(dt.date(1999, 1, 1), dt.date(2104, 12, 31))
COUNTS = st.integers(0, 400)


def counted(start: dt.date, end: dt.date) -> int:
    """The business days after a day, up to another and with it, counted day by day."""
    return sum(is_business_day(start + dt.timedelta(days=step)) for step in range(1, (end - start).days + 1))


@given(DAYS, COUNTS)
def test_so_many_business_days_lie_between_as_were_counted_forwards(start: dt.date, count: int) -> None:
    assert counted(start, business_days_later(start, count)) == count


@given(DAYS, st.integers(1, 400))
def test_some_business_days_later_is_a_business_day_and_the_first_that_counts(
    start: dt.date, count: int
) -> None:
    end = business_days_later(start, count)
    assert is_business_day(end)
    assert counted(start, end - dt.timedelta(days=1)) == count - 1


@given(DAYS, COUNTS, COUNTS)
def test_counting_on_is_counting_the_sum(start: dt.date, one: int, other: int) -> None:
    assert business_days_later(business_days_later(start, one), other) == business_days_later(
        start, one + other
    )


@given(DAYS)
def test_the_next_business_day_is_at_most_two_days_away(start: dt.date) -> None:
    found = next_business_day(start)
    assert is_business_day(found)
    assert dt.timedelta(0) <= found - start <= dt.timedelta(days=2)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-06-12", 1, "2026-06-15"),  # Friday to Monday
        ("2026-06-13", 1, "2026-06-15"),  # Saturday to Monday
        ("2026-06-14", 2, "2026-06-16"),  # Sunday to Tuesday
        ("2024-02-28", 1, "2024-02-29"),  # a leap day
        ("2024-02-28", 2, "2024-03-01"),
        ("2026-12-31", 1, "2027-01-01"),  # holidays are not known
        ("2026-06-15", 5, "2026-06-22"),
        ("2026-06-15", 0, "2026-06-15"),
    ],
)
def test_days_that_people_trip_over(start: str, count: int, end: str) -> None:
    assert business_days_later(day(start), count) == day(end)


def test_the_end_of_the_calendar_is_the_end() -> None:
    assert business_days_later(dt.date(9999, 12, 30), 10) == dt.date.max
    assert next_business_day(dt.date.max) == dt.date.max
