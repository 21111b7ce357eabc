"""The day it is, and other days as people say them."""

import datetime as dt

import pytest

from successbook.plan.now import Now, short_date

NOW = Now(dt.date(2026, 6, 15), "Europe/Berlin")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (21, "in 21 days"),
        (22, "7 Jul"),
        (-2, "2 days ago"),
        (-21, "21 days ago"),
        (-22, "24 May"),
        (200, "1 Jan 2027"),
        (-166, "31 Dec 2025"),
        (199, "31 Dec"),
    ],
)
def test_near_days_are_words_and_far_ones_dates(days: int, said: str) -> None:
    day = NOW.date + dt.timedelta(days=days)
    assert NOW.relative(day) == said
    assert NOW.days_until(day) == days


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_time_can_be_said(day: dt.date) -> None:
    assert NOW.relative(day) == short_date(day, NOW.date)


def test_the_year_is_said_when_it_is_another() -> None:
    assert short_date(dt.date(2026, 9, 30), NOW.date) == "30 Sep"
    assert short_date(dt.date(2027, 9, 30), NOW.date) == "30 Sep 2027"
