"""Dates and times as people type them."""

import datetime as dt

import pytest

from successbook.errors import Refused
from successbook.plan.now import Now
from successbook.tui.widgets.editors.dates import day_in_words, parse_day, parse_time

MONDAY = Now(dt.date(2026, 6, 15))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-09-30", "2026-09-30"),
        ("today", "2026-06-15"),
        (" Tomorrow ", "2026-06-16"),
        ("yesterday", "2026-06-14"),
        ("+14", "2026-06-29"),
        ("-3", "2026-06-12"),
        ("+2w", "2026-06-29"),
        ("in 10 days", "2026-06-25"),
        ("in 1 week", "2026-06-22"),
        ("fri", "2026-06-19"),
        ("Friday", "2026-06-19"),
        ("next wed", "2026-06-17"),
        ("monday", "2026-06-22"),
        ("30 sep", "2026-09-30"),
        ("30. September", "2026-09-30"),
        ("sep 30, 2027", "2027-09-30"),
        ("1 may", "2027-05-01"),
        ("15 jun", "2026-06-15"),
        ("30.9.", "2026-09-30"),
        ("1.5.2026", "2026-05-01"),
        ("29 feb", "2028-02-29"),
        ("last fri", "2026-06-12"),
        ("last Monday", "2026-06-08"),
        ("3 days ago", "2026-06-12"),
        ("1 week ago", "2026-06-08"),
        ("2 months ago", "2026-04-15"),
        ("1 year ago", "2025-06-15"),
        ("in 3 months", "2026-09-15"),
        ("in 1 year", "2027-06-15"),
        ("+2 months", "2026-08-15"),
    ],
)
def test_a_day_may_be_typed_in_many_ways(said: str, day: str) -> None:
    assert parse_day(said, MONDAY) == dt.date.fromisoformat(day)


NO_DAYS = """2026-13-01 20261121 2026-W47-6 soon sep monk + may 1.13. 2026-02-30 +9999w9
31 feb; 30 feb 2026; 0 may; 99 sep; in days; 30 septembre x"""


@pytest.mark.parametrize(
    "said", [*NO_DAYS.splitlines()[0].split(), *NO_DAYS.splitlines()[1].split("; "), "1" * 5000]
)
def test_what_is_no_day_is_refused_in_one_line(said: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_day(said, MONDAY)
    assert "\n" not in str(caught.value)


def test_next_looks_ahead_also_where_days_gone_by_are_asked_for() -> None:
    assert parse_day("next fri", MONDAY, past=True) == dt.date(2026, 6, 19)
    assert parse_day("fri", MONDAY, past=True) == dt.date(2026, 6, 12)


def test_some_months_away_from_the_end_of_a_month_is_the_end_of_a_month() -> None:
    assert parse_day("3 months ago", Now(dt.date(2026, 5, 31))) == dt.date(2026, 2, 28)
    assert parse_day("in 1 year", Now(dt.date(2028, 2, 29))) == dt.date(2029, 2, 28)


@pytest.mark.parametrize("said", ["9000 years ago", "in 9000 years"])
def test_months_and_years_beyond_the_calendar_are_refused(said: str) -> None:
    with pytest.raises(Refused, match="calendar"):
        parse_day(said, MONDAY)


def test_a_day_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(Refused, match="calendar"):
        parse_day("+9999w", Now(dt.date(9998, 1, 1)))


def test_a_date_that_reads_in_two_ways_is_not_guessed() -> None:
    with pytest.raises(Refused, match="day or month first"):
        parse_day("3/4", MONDAY)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 6, 15), "Mon 15 Jun 2026, today"),
        (dt.date(2026, 6, 16), "Tue 16 Jun 2026, tomorrow"),
        (dt.date(2026, 6, 14), "Sun 14 Jun 2026, yesterday"),
        (dt.date(2026, 6, 27), "Sat 27 Jun 2026, in 12 days"),
        (dt.date(2026, 6, 5), "Fri 5 Jun 2026, 10 days ago"),
    ],
)
def test_a_day_reads_with_its_distance(day: dt.date, words: str) -> None:
    assert day_in_words(day, MONDAY) == words


@pytest.mark.parametrize(
    ("said", "time"),
    [("9:30", "09:30"), ("14.00", "14:00"), ("9h", "09:00"), (" 9 H ", "09:00"), ("00:00", "00:00")],
)
def test_a_time_may_be_typed_in_some_ways(said: str, time: str) -> None:
    assert parse_time(said) == dt.time.fromisoformat(time)


@pytest.mark.parametrize("said", ["25:00", "9", "9:61", "noon", ""])
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(Refused):
        parse_time(said)


def test_what_is_no_day_is_answered_with_days_that_lie_where_they_should() -> None:
    with pytest.raises(Refused, match=r"last fri, yesterday or -14"):
        parse_day("one of these days", MONDAY, past=True)
    with pytest.raises(Refused, match=r"tomorrow or \+14"):
        parse_day("one of these days", MONDAY)


@pytest.mark.parametrize(
    ("said", "past", "day"),
    [
        ("end of march", False, "2027-03-31"),
        ("end March 2028", False, "2028-03-31"),
        ("end of june", False, "2026-06-30"),
        ("the end of feb", True, "2026-02-28"),
        ("end of june", True, "2025-06-30"),
    ],
)
def test_the_end_of_a_month_is_its_last_day(said: str, past: bool, day: str) -> None:
    assert parse_day(said, Now(dt.date(2026, 6, 15)), past=past).isoformat() == day


@pytest.mark.parametrize("ahead", range(1, 8))
@pytest.mark.parametrize("form", ["%a", "%A"])
def test_every_day_of_the_week_is_known_by_its_name_and_never_today(ahead: int, form: str) -> None:
    coming, last = (MONDAY.date + dt.timedelta(days=each) for each in (ahead, ahead - 8))
    assert parse_day(coming.strftime(form), MONDAY) == coming
    assert parse_day(last.strftime(form), MONDAY, past=True) == last
    assert day_in_words(coming, MONDAY).startswith(coming.strftime("%a "))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_by_its_name_short_and_whole(month: int) -> None:
    day = dt.date(2027, month, 1)
    for form in ("1 %b %Y", "1 %B %Y", "%b 1, %Y", "%B 1 %Y"):
        assert parse_day(day.strftime(form), MONDAY) == day
    assert day.strftime(" 1 %b 2027") in day_in_words(day, MONDAY)


def test_on_the_last_day_of_a_month_its_end_is_today() -> None:
    today = Now(dt.date(2026, 6, 30))
    assert parse_day("end of june", today) == today.date
    assert parse_day("end of june", today, past=True) == today.date
