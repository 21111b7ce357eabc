"""How long a stage stays: days, business days, counted cases, and which stage was left too early."""

# ruff: noqa: DTZ001  # the moments of a launch log are those of one zone

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.tree import Table, Value
from successbook.verdicts.staying import end_of_stay, stay_of
from tests.verdicts.rollouts import FRIDAY, MORNING, at, first, lines, rollout

MONDAY = dt.datetime(2026, 6, 15, 9, 30)


@pytest.mark.parametrize(
    ("fields", "moment", "over", "left"),
    [
        ({}, MONDAY, None, ""),
        ({"stay": 0}, MONDAY, None, ""),
        ({"stay": -2}, MONDAY, None, ""),
        ({"stay": 2}, dt.datetime(2026, 6, 14, 9, 29), False, "until today 09:30, 1 minute more"),
        ({"stay": 2}, dt.datetime(2026, 6, 14, 9, 30), True, "over since today 09:30"),
        ({"stay": 1, "stay_in": "business days"}, dt.datetime(2026, 6, 15, 8), False,
         "until today 09:30, 1 hour and 30 minutes more"),
        ({"stay": 2, "stay_in": "business days"}, MONDAY, False, "until tomorrow 09:30, 1 day more"),
        ({"stay": 6, "stay_in": "business days"}, MONDAY, False, "until Mon 22 Jun 09:30, 7 days more"),
        ({"stay": 200, "stay_in": "cases"}, MONDAY, None, "count them: the plan does not"),
    ],
)  # fmt: skip
def test_the_minimum_stay_counts_from_the_step(
    fields: dict[str, Value], moment: dt.datetime, over: bool | None, left: str
) -> None:
    found = stay_of(Table(fields), dt.datetime.combine(FRIDAY, MORNING), moment)
    assert (found.over, found.left) == (over, left)


@pytest.mark.parametrize(
    ("counted", "over", "left"),
    [
        (None, None, "count them: the plan does not"),
        (0, False, "until 200 are counted; 0 so far, 200 more"),
        (199, False, "until 200 are counted; 199 so far, 1 more"),
        (200, True, "over, 200 counted"),
        (212, True, "over, 212 counted"),
    ],
)
def test_a_stay_of_cases_is_over_when_somebody_has_counted_them(
    counted: float | None, over: bool | None, left: str
) -> None:
    found = stay_of(Table({"stay": 200, "stay_in": "cases"}), MONDAY, MONDAY, counted)
    assert (found.over, found.left) == (over, left)


def test_a_part_of_a_day_counts_as_a_day() -> None:
    found = stay_of(Table({"stay": 0.5}), MONDAY, MONDAY)
    assert (found.over, found.until) == (False, MONDAY + dt.timedelta(days=1))


CASES: tuple[dict[str, Value], ...] = (
    {"percent": 10, "stay": 200, "stay_in": "cases"}, {"percent": 50, "stay": 3}, {"percent": 100},
)  # fmt: skip


def test_cases_that_were_counted_belong_to_the_stage_one_is_at() -> None:
    begun: dict[str, Value] = {"step": "advance", "stage": "s1", "time": dt.time(9)}
    held: dict[str, Value] = {"step": "hold", "cases": 120, "time": dt.time(10)}
    tree = rollout(begun, held, stages=CASES)
    assert at(tree).cases == 120
    assert lines(tree)["stays"] == "200 cases: until 200 are counted; 120 so far, 80 more"
    paused: dict[str, Value] = {"step": "pause", "percent": 0, "time": dt.time(11)}
    again: dict[str, Value] = {"step": "resume", "cases": 201, "time": dt.time(12)}
    tree = rollout(begun, held, paused, again, stages=CASES)
    assert lines(tree)["stays"] == "200 cases: over, 201 counted"
    assert ("may go on", "no criteria say when it goes on; people decide.") in first(tree)
    on: dict[str, Value] = {"step": "advance", "stage": "s2", "time": dt.time(13)}
    tree = rollout(begun, held, on, stages=CASES)
    assert at(tree).cases is None


@pytest.mark.parametrize(
    ("on", "cases", "early"),
    [
        ("2026-06-12", 199, '"Stage 1", which stays for 200 cases at least'),
        ("2026-06-12", 200, ""),
        ("2026-06-12", None, ""),
    ],
)
def test_a_stage_that_was_left_before_enough_cases_is_named(on: str, cases: int | None, early: str) -> None:
    begun: dict[str, Value] = {"step": "advance", "stage": "s1"}
    then: dict[str, Value] = {"step": "advance", "stage": "s2", "date": dt.date.fromisoformat(on)}
    then |= {"time": dt.time(11)} | ({"cases": cases} if cases is not None else {})
    assert lines(rollout(begun, then, stages=CASES)).get("left early", "") == early


@pytest.mark.parametrize(
    ("left", "early"),
    [
        (dt.datetime(2026, 6, 16, 9, 29), True),
        (dt.datetime(2026, 6, 16, 9, 30), False),
        (dt.datetime(2026, 6, 15, 23, 59), True),
    ],
)
def test_a_stage_that_was_left_before_its_days_were_over_is_named(left: dt.datetime, early: bool) -> None:
    then: dict[str, Value] = {"step": "advance", "stage": "s2", "date": left.date(), "time": left.time()}
    tree = rollout({"step": "advance", "stage": "s1"}, then)
    found = lines(tree, dt.datetime(2026, 6, 20))
    assert ("left early" in found) == early
    if early:
        assert found["left early"] == '"Stage 1", which stays for 2 business days at least'


@pytest.mark.parametrize(
    ("since", "fields", "until"),
    [
        ("2026-10-23 10:00", {"stay": 2, "stay_in": "business days"}, "2026-10-27 10:00"),  # clocks go back
        ("2026-10-24 10:00", {"stay": 2}, "2026-10-26 10:00"),
        ("2026-03-28 02:30", {"stay": 1}, "2026-03-29 02:30"),  # a time that the clock skips
        ("2024-02-28 23:59", {"stay": 1}, "2024-02-29 23:59"),
        ("2024-02-28 23:59", {"stay": 2, "stay_in": "business days"}, "2024-03-01 23:59"),
        ("2026-01-30 00:00", {"stay": 1, "stay_in": "business days"}, "2026-02-02 00:00"),  # a month's end
        ("2026-12-31 23:59", {"stay": 1}, "2027-01-01 23:59"),
    ],
)
def test_a_stay_ends_at_the_same_time_of_day_whatever_the_calendar_does(
    since: str, fields: dict[str, Value], until: str
) -> None:
    begun = dt.datetime.fromisoformat(since)
    found = stay_of(Table(fields), begun, begun)
    assert f"{found.until:%Y-%m-%d %H:%M}" == until


def test_a_stay_that_begins_on_a_weekend_counts_from_monday_on() -> None:
    saturday = dt.datetime(2026, 6, 13, 15)
    assert end_of_stay(saturday, 1) == dt.datetime(2026, 6, 16)


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)), st.integers(0, 60))
def test_business_days_add_up_and_end_on_none_but_a_business_day(start: dt.datetime, days: int) -> None:
    end = end_of_stay(start, days)
    assert end.weekday() < 5
    assert end_of_stay(end_of_stay(start, days), 1) == end_of_stay(start, days + 1)
    between = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    assert days <= sum(day.weekday() < 5 for day in between) + 1
