"""Phases of a schedule: what is due, done and overdue in each, and the decision whether to go on."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.now import Now
from successbook.tree import Address, Tree, Value
from successbook.verdicts.calendar import calendar_lines, monday, weeks_of
from successbook.verdicts.collecting import Phase
from successbook.verdicts.due import due_of
from successbook.verdicts.schedule import schedule_of, to_decide, wanted_days
from tests.plans import RELEASE, day
from tests.releases import KPI, ready_plan

LAUNCH = dt.date(2026, 6, 27)


def plan(readings: dict[str, float], decision: str = "") -> Tree:
    """Shipped on Saturday 27 June; every day for a week, then every week for four."""

    def schedule(draft: Draft) -> None:
        draft.put(RELEASE.child("actual"), LAUNCH)
        first = draft.add(
            KINDS["phase"],
            inside=KPI,
            id_="daily",
            fields={"every": "day", "days": 7, "starts": LAUNCH, "goes_on_when": "Seven readings"},
        )
        draft.add(KINDS["phase"], inside=KPI, id_="weekly", fields={"every": "week", "days": 28})
        if decision:
            draft.put(first.child("decision"), decision)
            draft.put(first.child("because"), "They are all there")
        for on, value in readings.items():
            draft.put(Address(READINGS, ("readings", "seconds-to-pay", on)), value)

    return ready_plan(schedule)


DAILY = {f"2026-06-{number}": 70.0 for number in (27, 28, 30)}


@pytest.mark.parametrize(
    ("today", "says"),
    [
        ("2026-06-20", ["begins in 7 days", "begins in 14 days"]),
        ("2026-06-30", ["runs until 3 Jul, 3 of 4 readings, 1 missing; next tomorrow", "begins in 4 days"]),
        (
            "2026-07-03",
            ["runs until 3 Jul, 3 of 6 readings, 3 missing; a reading is 2 days late", "begins tomorrow"],
        ),
        (
            "2026-07-08",
            [
                "over since 4 Jul, 3 of 7 readings, 4 missing; nobody has decided whether to go on",
                "runs until 31 Jul, 0 of 1 reading, 1 missing",
            ],
        ),
    ],
)
def test_each_phase_says_what_is_due_done_and_overdue(today: str, says: list[str]) -> None:
    now = Now(day(today))
    assert [each.says(now)[0] for each in schedule_of(plan(DAILY), KPI, now)] == says


def test_a_decision_stands_with_its_reason() -> None:
    now = Now(day("2026-07-08"))
    first, _ = schedule_of(plan(DAILY, "go on"), KPI, now)
    assert first.says(now)[0] == (
        "over since 4 Jul, 3 of 7 readings, 4 missing; decided to go on: They are all there"
    )
    assert not first.undecided


def test_whoever_stays_goes_on_until_the_next_phase_begins() -> None:
    now = Now(day("2026-07-08"))
    first, second = schedule_of(plan(DAILY, "stay"), KPI, now)
    assert (first.state, second.state) == ("now", "no day")


def test_a_reading_a_day_late_counts_for_the_week() -> None:
    now = Now(day("2026-07-14"))
    weekly = schedule_of(plan({"2026-07-05": 70, "2026-07-12": 71}), KPI, now)[1]
    assert (weekly.wanted, weekly.taken) == (2, 2)


def test_the_decision_is_due_when_the_phase_is_over() -> None:
    now = Now(day("2026-07-08"))
    due = [each for each in due_of(plan(DAILY), now) if each.kind == "phase"]
    assert [(each.at, each.day) for each in due] == [(KPI.child("schedule", "daily"), day("2026-07-04"))]
    assert not [each for each in due_of(plan(DAILY, "go on"), now) if each.kind == "phase"]
    assert not [each for each in due_of(plan(DAILY), Now(day("2026-07-01"))) if each.kind == "phase"]


def test_the_phase_to_decide_is_the_first_without_a_decision() -> None:
    assert to_decide(plan({}), KPI) == KPI.child("schedule", "daily")
    assert to_decide(plan({}, "go on"), KPI) is None
    assert to_decide(ready_plan(), KPI) is None


@pytest.mark.parametrize(
    ("every", "begins", "days"),
    [
        ("month", "2024-01-31", ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]),
        ("month", "2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("quarter", "2025-11-30", ["2025-11-30", "2026-02-28", "2026-05-30"]),
        ("business day", "2026-06-12", ["2026-06-12", "2026-06-15", "2026-06-16"]),
        ("business day", "2026-06-13", ["2026-06-15", "2026-06-16"]),
        ("two weeks", "2026-02-20", ["2026-02-20", "2026-03-06", "2026-03-20"]),
    ],
)
def test_the_days_that_want_a_reading(every: str, begins: str, days: list[str]) -> None:
    assert [f"{on}" for on in wanted_days(Phase(every, day(begins)), day(days[-1]))] == days


@given(
    st.sampled_from(["hour", "day", "business day", "week", "two weeks", "month", "quarter"]),
    st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)),
    st.integers(0, 400),
    st.none() | st.integers(0, 300),
)
def test_wanted_days_rise_and_stay_in_their_phase(
    every: str, begins: dt.date, until: int, length: int | None
) -> None:
    ends = begins + dt.timedelta(days=length) if length is not None else None
    last = begins + dt.timedelta(days=until)
    days = list(wanted_days(Phase(every, begins, ends), last))
    assert days == sorted(set(days))
    assert all(begins <= on <= last and (ends is None or on < ends) for on in days)


# The calendar


def test_the_calendar_tells_week_by_week_what_comes() -> None:
    told = list(calendar_lines(plan(DAILY, "go on"), Now(day("2026-07-01")), weeks=3))
    assert told == [
        "This week",
        "  Wed 1 Jul, today",
        "    Reading of Seconds to pay",
        "  Thu 2 Jul, tomorrow",
        "    Reading of Seconds to pay",
        "  Fri 3 Jul",
        "    Reading of Seconds to pay",
        "  Sat 4 Jul",
        "    Reading of Seconds to pay",
        "Next week",
        "  Sat 11 Jul",
        "    Reading of Seconds to pay",
        "Week of 13 Jul",
        "  Sat 18 Jul",
        "    Reading of Seconds to pay",
    ]


def test_a_week_with_nothing_says_so() -> None:
    assert list(calendar_lines(Tree(), Now(day("2026-07-01")), weeks=2)) == [
        "This week: nothing",
        "Next week: nothing",
    ]


def test_what_is_read_today_is_not_wanted_again() -> None:
    tree = plan({**DAILY, "2026-07-01": 70})
    assert not [
        each
        for each in weeks_of(tree, Now(day("2026-07-01")), weeks=1)[0].days
        if each.day == day("2026-07-01")
    ]


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_a_week_begins_on_its_monday_also_at_the_ends_of_the_calendar(on: dt.date) -> None:
    first = monday(on)
    assert first <= on
    assert (on - first).days < 7
    assert first.weekday() == 0
    assert weeks_of(Tree(), Now(on))[0].monday == first


def test_milestones_tell_their_time_on_the_clock_here() -> None:
    def milestone(draft: Draft) -> None:
        fields: dict[str, Value] = {"planned": day("2026-06-17"), "time": dt.time(9, 30)}
        fields["zone"] = "Europe/Berlin"
        draft.add(KINDS["milestone"], "Go or no-go", inside=RELEASE, fields=fields)

    told = list(calendar_lines(ready_plan(milestone), Now(day("2026-06-15"), "America/New_York"), weeks=1))
    assert '    09:30 in Berlin (03:30 here)  Milestone "Go or no-go" of Guest checkout' in told
