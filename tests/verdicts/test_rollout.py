"""Rollouts: where each channel stands after each step, how long it stays, what is said of it first."""

# ruff: noqa: DTZ001  # the moments of a launch log are those of one zone

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address, Table, Tree, Value
from successbook.verdicts.rollout import Standing, channels_of, standing_of, standings_of
from successbook.verdicts.rollout_words import channel_lines, headline, short_line
from successbook.verdicts.staying import business_days_later, stay_of
from successbook.verdicts.today import today_of
from successbook.verdicts.watching import breaches, watched_of
from tests.plans import RELEASE, small_plan

MORNING = dt.time(9, 30)
FRIDAY = dt.date(2026, 6, 12)
NOON = dt.datetime(2026, 6, 15, 12)


def rollout(*log: Mapping[str, Value], stages: Sequence[Mapping[str, Value]] = ()) -> Tree:
    """The small plan with three stages (or others), and a log that begins on Friday at 9:30."""
    draft = Draft(small_plan())
    shapes: Sequence[Mapping[str, Value]] = stages or (
        {"percent": 10, "stay": 2, "stay_in": "business days", "advance_when": ("Errors at most 0.8 %",),
         "back_when": ("Any double charge",)},
        {"percent": 50, "optional": True},
        {"percent": 100, "stay": 7},
    )  # fmt: skip
    for number, fields in enumerate(shapes, 1):
        draft.add(KINDS["stage"], f"Stage {number}", inside=RELEASE, fields=fields, id_=f"s{number}")
    for number, fields in enumerate(log):
        usual: dict[str, Value] = {"date": FRIDAY, "time": MORNING, "by": "Mara", "because": "All quiet."}
        whole = {**usual, **fields}
        draft.add(KINDS["level"], inside=RELEASE, fields=whole, id_=f"l{number}")
    return draft.tree


def at(tree: Tree, moment: dt.datetime = NOON, channel: str = "") -> Standing:
    return standing_of(tree, RELEASE, channel, moment)


def lines(tree: Tree, moment: dt.datetime = NOON, channel: str = "") -> dict[str, str]:
    here = at(tree, moment, channel)
    return {each.label: each.text for each in channel_lines(tree, RELEASE, here, moment)}


def first(tree: Tree, moment: dt.datetime = NOON) -> list[tuple[str, str]]:
    return [(each.label, each.text) for each in today_of(tree, RELEASE, moment).first]


def test_before_the_first_step_nobody_has_it() -> None:
    here = at(rollout())
    assert (here.state, here.number, here.percent, here.running) == ("not begun", 1, None, False)
    assert here.following == RELEASE.child("stages", "s1")
    assert first(rollout())[0][0] == "not begun"


def test_a_step_sets_stage_level_and_since() -> None:
    tree = rollout({"step": "advance", "stage": "s1"})
    here = at(tree)
    assert (here.state, here.number, here.percent, here.running) == ("open", 1, 10, True)
    assert short_line(tree, here, NOON) == "open, 10 %, since Fri 12 Jun 09:30"
    assert headline(tree, here) == "stage 1 of 3: Stage 1"
    assert lines(tree)["next"] == '"Stage 2", 50 %, may be left out'


def test_what_is_written_down_for_tomorrow_does_not_count_yet() -> None:
    tree = rollout({"step": "advance", "stage": "s1", "date": dt.date(2026, 6, 16)})
    assert at(tree).state == "not begun"
    assert at(tree, dt.datetime(2026, 6, 16, 8)).state == "open"


@pytest.mark.parametrize(
    ("steps", "state", "number", "percent"),
    [
        (["advance s1"], "open", 1, 10),
        (["advance s1", "advance s3"], "open", 3, 100),
        (["advance s1", "hold"], "held", 1, 10),
        (["hold s1"], "held", 1, None),
        (["advance s1", "hold s2"], "held", 1, 10),
        (["advance s1", "pause 0"], "paused", 1, 0),
        (["advance s1", "pause"], "paused", 1, 10),
        (["advance s1", "pause 0", "resume"], "open", 1, 10),
        (["advance s1", "pause 0", "resume 5"], "open", 1, 5),
        (["advance s1", "pause 0", "pause 0", "resume"], "open", 1, 10),
        (["advance s1", "pause 0", "hold"], "paused", 1, 0),
        (["advance s1", "advance s2", "back"], "open", 1, 10),
        (["advance s1", "advance s2", "back s1 0"], "turned off", 1, 0),
        (["advance s1", "back"], "turned off", 0, None),
        (["advance s1", "advance s2", "back", "advance s2", "back"], "open", 1, 10),
        (["advance s1", "override"], "open", 1, 10),
        (["advance s1", "pause 0", "override"], "paused", 1, 0),
        (["advance s1 3"], "open", 1, 3),
        (["advance lost 20"], "open", 0, 20),
    ],
)
def test_the_log_is_read_step_by_step(
    steps: list[str], state: str, number: int, percent: float | None
) -> None:
    log: list[dict[str, Value]] = []
    for minute, each in enumerate(steps):
        words = each.split()
        fields: dict[str, Value] = {"step": words[0], "time": dt.time(9, minute)}
        for word in words[1:]:
            fields |= {"percent": int(word)} if word.isdigit() else {"stage": word}
        log.append(fields)
    here = at(rollout(*log))
    assert (here.state, here.number, here.percent) == (state, number, percent)


def test_several_rollbacks_are_counted_and_the_last_one_is_told() -> None:
    steps = ("advance", "back", "advance", "back")
    log: list[dict[str, Value]] = [
        {"step": step, "stage": "s1", "percent": 10, "time": dt.time(9, n)} for n, step in enumerate(steps)
    ]
    tree = rollout(*log)
    assert lines(tree)["went back"] == "twice, last Fri 12 Jun 09:03, by Mara: All quiet"


def test_a_hold_tells_its_reason_and_whether_its_day_has_passed() -> None:
    held: dict[str, Value] = {"step": "hold", "stage": "s1", "until": dt.date(2026, 6, 20)}
    tree = rollout({**held, "because": "The catalogue is late."})
    assert lines(tree)["because"] == "by Mara: The catalogue is late"
    assert lines(tree)["until"] == "20 Jun, in 5 days"
    assert ("waits", "It waits until 20 Jun, in 5 days, by Mara: The catalogue is late.") in first(tree)
    late = dt.datetime(2026, 6, 22, 8)
    assert lines(tree, late)["until"] == "20 Jun, 2 days ago: that has passed"


def test_a_pause_without_a_defect_says_so() -> None:
    paused: dict[str, Value] = {"step": "pause", "percent": 0}
    tree = rollout({"step": "advance", "stage": "s1"}, {**paused, "time": dt.time(11)})
    assert lines(tree)["defect"].startswith("none")
    draft = Draft(tree)
    draft.add(KINDS["incident"], "Paid twice", inside=RELEASE, fields={"detected": FRIDAY})
    assert "defect" not in lines(draft.tree)


def test_a_threshold_that_was_overridden_is_told_with_who_and_why() -> None:
    tree = rollout(
        {"step": "advance", "stage": "s1"},
        {"step": "override", "breached": "Errors 0.9 %, limit 0.8 %", "time": dt.time(10)},
    )
    assert lines(tree)["in spite of"] == "Errors 0.9 %, limit 0.8 %; Fri 12 Jun 10:00, by Mara: All quiet"
    assert at(tree).since == at(rollout({"step": "advance", "stage": "s1"})).since


def test_what_nobody_said_is_told_as_that() -> None:
    bare: tuple[dict[str, Value], ...] = ({}, {})
    tree = rollout({"step": "advance", "stage": "s1", "by": "", "because": ""}, stages=bare)
    found = lines(tree)
    assert found["advance when"] == "nobody said when it goes on"
    assert found["go back when"] == "nobody said when it goes back"
    assert found["stays"] == "no minimum stay is set"
    assert found["now"] == "open, level not written down, since Fri 12 Jun 09:30"
    tree = rollout({"step": "advance", "stage": "s1"}, {"step": "override", "by": "", "because": ""})
    assert lines(tree)["in spite of"].endswith(
        "nobody wrote down which threshold; Fri 12 Jun 09:30, nobody is named: no reason is written down"
    )


def test_an_optional_stage_that_was_passed_over_is_named() -> None:
    tree = rollout({"step": "advance", "stage": "s1"}, {"step": "advance", "stage": "s3"})
    assert lines(tree)["left out"] == "Stage 2"
    gone = rollout(*({"step": "advance", "stage": each} for each in ("s1", "s2", "s3")))
    assert "left out" not in lines(gone)


def test_channels_are_told_apart() -> None:
    stages: tuple[dict[str, Value], ...] = (
        {"channel": "Web", "percent": 10},
        {"channel": "App", "percent": 10},
        {"percent": 100},
    )
    tree = rollout({"step": "advance", "stage": "s1"}, stages=stages)
    assert channels_of(tree, RELEASE) == ("Web", "App")
    web, app = standings_of(tree, RELEASE, NOON)
    assert (web.state, web.number, len(web.stages)) == ("open", 1, 2)
    assert (app.state, app.number, len(app.stages)) == ("not begun", 1, 2)
    tree = rollout({"step": "advance", "stage": "s1"}, {"step": "pause", "percent": 0}, stages=stages)
    assert [each.state for each in standings_of(tree, RELEASE, NOON)] == ["paused", "paused"]


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


def test_a_stay_that_begins_on_a_weekend_counts_from_monday_on() -> None:
    saturday = dt.datetime(2026, 6, 13, 15)
    assert business_days_later(saturday, 1) == dt.datetime(2026, 6, 16)


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)), st.integers(0, 60))
def test_business_days_add_up_and_end_on_none_but_a_business_day(start: dt.datetime, days: int) -> None:
    end = business_days_later(start, days)
    assert end.weekday() < 5
    assert business_days_later(business_days_later(start, days), 1) == business_days_later(start, days + 1)
    between = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    assert days <= sum(day.weekday() < 5 for day in between) + 1


def test_a_limit_that_is_passed_is_said_first_and_a_blind_spot_is_found_out_first() -> None:
    draft = Draft(rollout({"step": "advance", "stage": "s2"}))
    draft.add(KINDS["release_kpi"], inside=RELEASE, id_="card-errors", fields={"watched": True})
    day = dt.datetime(2026, 6, 20, 8)
    assert [label for label, _ in first(draft.tree, day)] == ["find out first", "may go on"]
    draft.put(Address("readings.toml", ("readings", "card-errors", "2026-06-19")), 0.9)
    text = "Card errors 0.9 % on 19 Jun, limit 0.8 %"
    assert first(draft.tree, day)[0] == (
        "limit", f"{text}: whoever goes on in spite of that says why."
    )  # fmt: skip
    watched = watched_of(draft.tree, RELEASE, Now(day.date()))
    assert breaches(watched) == text
    assert watched[0].text(Now(day.date())) == (
        "Card errors: 0.9 %, at most 0.8 %: above the limit, read yesterday"
    )
    draft.put(Address("readings.toml", ("readings", "card-errors", "2026-06-20")), 0.8)
    assert breaches(watched_of(draft.tree, RELEASE, Now(day.date()))) == ""


def test_an_open_unexpected_result_comes_first_with_its_advice_and_then_its_decision() -> None:
    draft = Draft(rollout({"step": "advance", "stage": "s1"}))
    at_ = draft.add(KINDS["incident"], "Paid twice", inside=RELEASE, fields={"detected": FRIDAY})
    label, text = first(draft.tree)[0]
    assert label == "unexpected"
    assert text.startswith('"Paid twice": Find out first: how many are affected')
    draft.put(at_.child("decision"), "monitor")
    assert first(draft.tree)[0] == (
        "unexpected",
        '"Paid twice": decided to monitor, nobody is named: no reason is written down.',
    )
    draft.put(at_.child("closed"), NOON.date())
    assert "Paid twice" not in first(draft.tree)[0][1]


def test_at_the_last_stage_the_next_read_out_is_named() -> None:
    draft = Draft(rollout({"step": "advance", "stage": "s3"}))
    assert first(draft.tree)[-1][1].endswith("No read-out is planned: when will you look at it again?")
    draft.add(KINDS["readout"], "After a week", inside=RELEASE, fields={"planned": dt.date(2026, 6, 22)})
    assert first(draft.tree)[-1][1] == "Everybody has it. The next read-out is in 7 days, 22 Jun."
