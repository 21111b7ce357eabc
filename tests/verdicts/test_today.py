"""The day of a launch: what is said first, what stands in the way of going on, what comes next."""

# ruff: noqa: DTZ001  # the moments of a launch log are those of one zone

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address, Value
from successbook.verdicts.today import today_of
from successbook.verdicts.watching import breaches, watched_of
from tests.plans import RELEASE, STAKEHOLDER, small_plan
from tests.releases import GATE, KPI, ready_plan
from tests.verdicts.rollouts import FRIDAY, NOON, first, lines, rollout


def test_the_checklist_begins_with_what_is_open_and_due_next() -> None:
    draft = Draft(rollout())
    days = {"Later": "2026-09-01", "Never said": "", "Next": "2026-06-20", "Done": "2026-06-01"}
    for title, due in days.items():
        fields: dict[str, Value] = {"due": dt.date.fromisoformat(due)} if due else {}
        fields |= {"done": FRIDAY} if title == "Done" else {}
        draft.add(KINDS["checklist_item"], title, inside=RELEASE, fields=fields)
    tasks = today_of(draft.tree, RELEASE, NOON).tasks
    assert [each.title for each in tasks] == ["Next", "Later", "Never said", "Done"]


def test_a_day_is_worked_out_once_for_each_plan_and_each_minute() -> None:
    draft = Draft(rollout())
    before = draft.tree
    today = today_of(before, RELEASE, NOON)
    assert today_of(before, RELEASE, NOON) is today
    assert today_of(before, RELEASE, NOON + dt.timedelta(minutes=1)).moment > today.moment
    draft.put(RELEASE.child("title"), "Another name")
    assert today_of(draft.tree, RELEASE, NOON).title == "Another name" != today.title


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
