"""Rollouts: where each channel stands after each step, how long it stays, what is said of it first."""

# ruff: noqa: DTZ001  # the moments of a launch log are those of one zone

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Value
from successbook.tui.rooms.page_rows import ship_rows
from successbook.verdicts.asides import aside_of
from successbook.verdicts.page import page_of
from successbook.verdicts.rollout import channels_of, entries_of, standings_of, turned_off
from successbook.verdicts.rollout_words import headline, short_line
from tests.plans import RELEASE
from tests.verdicts.rollouts import FRIDAY, NOON, at, first, lines, rollout


def test_before_the_first_step_nobody_has_it() -> None:
    here = at(rollout())
    assert (here.state, here.number, here.percent, here.running) == ("not begun", 1, None, False)
    assert here.following == RELEASE.child("stages", "s1")
    assert [label for label, _ in first(rollout())] == ["can we ship?", "not begun"]


def test_a_step_sets_stage_level_and_since() -> None:
    tree = rollout({"step": "advance", "stage": "s1"})
    here = at(tree)
    assert (here.state, here.number, here.percent, here.running) == ("open", 1, 10, True)
    assert short_line(tree, here, NOON) == "open, 10 %, since Fri 12 Jun 09:30"
    assert headline(tree, here) == "stage 1 of 3: Stage 1"
    assert lines(tree)["next"] == '"Stage 2", 50 %, may be left out'


def test_after_the_way_back_from_the_first_stage_nobody_has_it() -> None:
    tree = rollout({"step": "advance", "stage": "s1"}, {"step": "back", "percent": 0})
    assert headline(tree, at(tree)) == "nobody has it"


def test_a_release_that_was_turned_off_is_called_so_wherever_it_stands() -> None:
    tree = rollout({"step": "advance", "stage": "s1"}, {"step": "back", "percent": 0})
    ship = page_of(tree, Now(NOON.date())).ship
    assert ship is not None
    assert ship.state == ", turned off"
    assert "turned off" in str(ship_rows(page_of(tree, Now(NOON.date())), Now(NOON.date()))[0].cells)
    assert aside_of(tree, RELEASE, Now(NOON.date())) == ("turned off", "bad")
    on = rollout({"step": "advance", "stage": "s1"})
    assert not turned_off(on, RELEASE, NOON.date())
    assert not turned_off(rollout(), RELEASE, NOON.date())


def test_a_stage_that_was_taken_out_of_the_plan_is_said_to_be_that() -> None:
    tree = rollout({"step": "advance", "stage": "s9"})
    assert headline(tree, at(tree)).startswith("a stage that is not in the plan")


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


def test_an_entry_that_does_not_say_what_was_done_opens_nothing() -> None:
    begun: dict[str, Value] = {"step": "advance", "stage": "s1"}
    paused: dict[str, Value] = {"step": "pause", "percent": 0, "time": dt.time(10)}
    note: dict[str, Value] = {"time": dt.time(11), "cases": 7}
    here = at(rollout(begun, paused, note))
    assert (here.state, here.percent, here.cases) == ("paused", 0, 7)
    assert at(rollout(note)).state == "not begun"
    assert at(rollout(begun, paused, {**note, "percent": 25})).state == "open"
