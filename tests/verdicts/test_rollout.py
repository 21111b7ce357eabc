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
from successbook.verdicts.rollout import Standing, channels_of, entries_of, standing_of, standings_of
from successbook.verdicts.rollout_words import channel_lines, headline, short_line
from successbook.verdicts.staying import business_days_later, stay_of
from successbook.verdicts.today import today_of
from successbook.verdicts.watching import breaches, watched_of
from tests.plans import RELEASE, STAKEHOLDER, small_plan
from tests.releases import GATE, KPI, ready_plan

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


def test_the_checklist_begins_with_what_is_open_and_due_next() -> None:
    draft = Draft(rollout())
    days = {"Later": "2026-09-01", "Never said": "", "Next": "2026-06-20", "Done": "2026-06-01"}
    for title, due in days.items():
        fields: dict[str, Value] = {"due": dt.date.fromisoformat(due)} if due else {}
        fields |= {"done": FRIDAY} if title == "Done" else {}
        draft.add(KINDS["checklist_item"], title, inside=RELEASE, fields=fields)
    tasks = today_of(draft.tree, RELEASE, NOON).tasks
    assert [each.title for each in tasks] == ["Next", "Later", "Never said", "Done"]


def test_before_the_first_step_nobody_has_it() -> None:
    here = at(rollout())
    assert (here.state, here.number, here.percent, here.running) == ("not begun", 1, None, False)
    assert here.following == RELEASE.child("stages", "s1")
    assert [label for label, _ in first(rollout())] == ["can we ship?", "not begun"]


def test_on_the_morning_of_the_launch_it_is_said_first_whether_to_go_and_what_people_decided() -> None:
    def moment_of(draft: Draft) -> list[tuple[str, str, str]]:
        said = today_of(draft.tree, RELEASE, NOON).first
        return [(each.label, each.text, each.tone) for each in said]

    draft = Draft(ready_plan())
    decided = '"Open it": nobody has decided yet; it is planned in 11 days.'
    assert moment_of(draft)[0] == (
        "can we ship?", f"Yes, nothing known stands in the way. {decided}", "good"
    )  # fmt: skip
    draft.put(KPI.child("frozen"), None)
    draft.put(STAKEHOLDER.child("agreed"), None)
    assert moment_of(draft)[0] == (
        "can we ship?",
        'Not yet, 2 reasons; 1 thing to look at. First: the benchmark of "Seconds to pay" is not frozen. '
        + decided,
        "careful",
    )
    draft.put(GATE.child("decision"), "go")
    assert "decided go on a day nobody wrote down" in moment_of(draft)[0][1]
    assert "although 2 reasons speak against it" in moment_of(draft)[0][1]


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
    ("zone", "on", "time", "when"),
    [
        ("Europe/Berlin", "2026-06-12", "00:15", "2026-06-12 00:15"),
        ("", "2026-06-12", "00:15", "2026-06-12 00:15"),
        ("America/New_York", "2026-06-11", "20:00", "2026-06-12 02:00"),
        ("Asia/Tokyo", "2026-06-12", "01:00", "2026-06-11 18:00"),
        ("Mars/Base", "2026-06-12", "00:15", "2026-06-12 00:15"),
        ("America/New_York", "2026-06-11", "", "2026-06-11 00:00"),
    ],
)
def test_what_was_written_down_elsewhere_is_read_on_the_clocks_of_the_release(
    zone: str, on: str, time: str, when: str
) -> None:
    fields: dict[str, Value] = {"step": "advance", "stage": "s1", "date": dt.date.fromisoformat(on)}
    draft = Draft(rollout({**fields, "zone": zone}))
    draft.put(RELEASE.child("zone"), "Europe/Berlin")
    draft.put(RELEASE.child("log", "l0", "time"), dt.time.fromisoformat(time) if time else None)
    (entry,) = entries_of(draft.tree, RELEASE)
    assert f"{entry.when:%Y-%m-%d %H:%M}" == when


def test_entries_from_two_zones_stand_in_the_order_in_which_they_happened() -> None:
    begun: dict[str, Value] = {"step": "advance", "stage": "s1", "time": dt.time(9), "zone": "Europe/Berlin"}
    paused: dict[str, Value] = {"step": "pause", "time": dt.time(4), "zone": "America/New_York"}
    draft = Draft(rollout(begun, paused))
    draft.put(RELEASE.child("zone"), "Europe/Berlin")
    assert at(draft.tree).state == "paused"


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


def test_an_entry_that_does_not_say_what_was_done_opens_nothing() -> None:
    begun: dict[str, Value] = {"step": "advance", "stage": "s1"}
    paused: dict[str, Value] = {"step": "pause", "percent": 0, "time": dt.time(10)}
    note: dict[str, Value] = {"time": dt.time(11), "cases": 7}
    here = at(rollout(begun, paused, note))
    assert (here.state, here.percent, here.cases) == ("paused", 0, 7)
    assert at(rollout(note)).state == "not begun"
    assert at(rollout(begun, paused, {**note, "percent": 25})).state == "open"


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
    assert [label for label, _ in first(draft.tree, day)] == ["find out first", "after that"]
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


def test_nothing_may_go_on_while_something_is_to_be_found_out_or_a_pause_to_be_weighed() -> None:
    draft = Draft(rollout({"step": "advance", "stage": "s2"}))
    at_ = draft.add(KINDS["incident"], "Paid twice", inside=RELEASE, fields={"detected": FRIDAY})
    assert first(draft.tree)[1:] == [
        ("in the way", '"Paid twice": find out first, or decide what to do about it.'),
        ("after that", "no criteria say when it goes on; people decide."),
    ]
    known: dict[str, Value] = {"affected": 50, "time_to_fix": 3, "fix_unit": "days"}
    for name, value in known.items():
        draft.put(at_.child(name), value)
    assert ("in the way", '"Paid twice": consider pausing, or decide what to do about it.') in first(
        draft.tree
    )
    draft.put(at_.child("decision"), "monitor")
    assert [label for label, _ in first(draft.tree)] == ["unexpected", "may go on"]
    draft.put(at_.child("decision"), None)
    draft.put(at_.child("closed"), NOON.date())
    assert [label for label, _ in first(draft.tree)] == ["may go on"]


def test_what_shipped_without_a_step_in_the_log_is_not_said_to_be_with_nobody() -> None:
    draft = Draft(rollout())
    draft.put(RELEASE.child("planned"), NOON.date() + dt.timedelta(days=1))
    draft.put(RELEASE.child("actual"), NOON.date())
    assert first(draft.tree) == [("shipped", "It shipped today; nobody wrote down which stage it is at.")]
    assert lines(draft.tree)["now"] == "nobody wrote down whether it is there"
    draft.put(RELEASE.child("actual"), FRIDAY)
    assert first(draft.tree) == [
        ("shipped", "It shipped 3 days ago; nobody wrote down which stage it is at.")
    ]
    draft.put(RELEASE.child("actual"), NOON.date() + dt.timedelta(days=1))
    assert [label for label, _ in first(draft.tree)] == ["can we ship?", "not begun"]
    bare = Draft(small_plan())
    bare.put(RELEASE.child("actual"), NOON.date())
    assert first(bare.tree) == [("shipped", "It shipped today; nobody wrote down who has it.")]


def test_at_the_last_stage_the_next_read_out_is_named() -> None:
    draft = Draft(rollout({"step": "advance", "stage": "s3"}))
    assert first(draft.tree)[-1][1].endswith("No read-out is planned: when will you look at it again?")
    draft.add(KINDS["readout"], "After a week", inside=RELEASE, fields={"planned": dt.date(2026, 6, 22)})
    assert first(draft.tree)[-1][1] == "Everybody has it. The next read-out is in 7 days, 22 Jun."
