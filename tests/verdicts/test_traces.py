"""Traces: what stands above a record, what stands below it, and what is missing on the way."""

from collections.abc import Iterable

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree, Value
from successbook.verdicts.recent import metric_of, recently_read
from successbook.verdicts.traces import Trace, trace_of
from tests.plans import (
    GOAL,
    GUARDRAIL,
    INITIATIVE,
    INSIGHT,
    METRIC,
    MISSION,
    NOW,
    PROBLEM,
    RELEASE,
    STAKEHOLDER,
    TARGET,
    small_plan,
)

UAT = Address.parse("releases/guest-checkout/uat.toml")
CASE = UAT.child("cases", "pay-by-card")
TRACKING = Address.parse("tracking.toml:instruments.access-log")


def tracked() -> Tree:
    """The small plan with tracking, a tested case about a KPI and its goal, and its result."""
    draft = Draft(small_plan(), today=NOW.date)
    draft.add(KINDS["instrument"], "Access log", fields={"metrics": ("seconds-to-pay",), "state": "verified"})
    about: dict[str, Value] = {"traces": ("metric:seconds-to-pay", "goal:guests-pay-quickly")}
    draft.add(KINDS["case"], "Pay by card", inside=UAT, fields=about)
    sheet = draft.add(KINDS["sheet"], inside=UAT, id_="round-1--a1")
    draft.add(KINDS["result"], inside=sheet, id_="pay-by-card", fields={"state": "failed"})
    return draft.tree


def outline(trace: Trace) -> list[str]:
    """The lines: a dot for each step down, ``<`` at the record asked about, ``also`` at a repeated one."""
    ends = {step: f"{' <' if step.asked else ''}{' also' if step.also else ''}" for step in trace.steps}
    return [f"{'.' * step.depth}{step.word} {step.title}{ends[step]}" for step in trace.steps]


def records_of(trace: Trace) -> set[Address]:
    return {step.record for step in trace.steps}


def test_a_metric_is_traced_to_the_mission_and_to_tracking_tests_release_and_people() -> None:
    trace = trace_of(tracked(), METRIC, NOW)
    assert outline(trace) == [
        "mission Shopping without second thoughts",
        ".problem Guests give up",
        "..goal Guests pay quickly",
        "...key action Guests keep their card",
        "....initiative Guest checkout",
        ".....KPI Seconds to pay <",
        "......tracking Access log",
        "......case Pay by card",
        ".....release Guest checkout",
        "......stakeholder Finance, Jonas",
    ]
    said = {step.record: (step.said, step.tone) for step in trace.steps}
    assert said[METRIC][0].startswith("71 s, 7 days ago: ")
    assert said[CASE] == ("1 failed", "bad")
    assert said[TRACKING] == ("verified", "good")
    assert trace.gaps == ()


@pytest.mark.parametrize(
    "asked", [MISSION, GOAL, INITIATIVE, METRIC, TRACKING, CASE, RELEASE, STAKEHOLDER, TARGET]
)
def test_every_record_is_traced_to_the_mission_and_marked(asked: Address) -> None:
    trace = trace_of(tracked(), asked, NOW)
    assert trace.steps[0].record == MISSION
    assert [step.record for step in trace.steps if step.asked] == [asked]
    assert len({step.record for step in trace.steps if not step.also}) == len(trace.steps)


def test_what_is_beside_the_way_is_left_out() -> None:
    assert GUARDRAIL not in records_of(trace_of(tracked(), METRIC, NOW))
    assert GUARDRAIL in records_of(trace_of(tracked(), GOAL, NOW))
    assert METRIC not in records_of(trace_of(tracked(), INSIGHT, NOW))


def test_a_release_shows_all_its_cases_also_those_about_nothing_or_about_something_else() -> None:
    draft = Draft(tracked(), today=NOW.date)
    loose = draft.add(KINDS["case"], "Read the receipt", inside=UAT)
    other = draft.add(KINDS["case"], "Refuse", inside=UAT, fields={"traces": ("metric:card-errors",)})
    steps = {step.record: step for step in trace_of(draft.tree, RELEASE, NOW).steps}
    assert CASE in steps
    assert GUARDRAIL not in steps
    assert steps[loose].depth == steps[other].depth == steps[RELEASE].depth + 1
    assert steps[METRIC].said


def test_a_record_under_two_has_its_own_line_under_the_first_that_it_names() -> None:
    draft = Draft(tracked(), today=NOW.date)
    draft.add(KINDS["initiative"], "Later", under=GOAL)
    draft.put(METRIC.child("measures"), ("initiative:later", "initiative:guest-checkout"))
    steps = [step for step in trace_of(draft.tree, GOAL, NOW).steps if step.record == METRIC]
    assert [step.also for step in steps] == [True, False]


def test_a_circle_is_shown_and_ends() -> None:
    draft = Draft(tracked(), today=NOW.date)
    draft.put(GOAL.child("serves"), ("goal:other",))
    draft.add(KINDS["goal"], "Other", fields={"serves": ("goal:guests-pay-quickly",)}, id_="other")
    trace = trace_of(draft.tree, METRIC, NOW)
    assert METRIC in records_of(trace)
    assert "It leads to no mission." in trace.gaps


def gaps_without(*gone: Address, asked: Address) -> Iterable[str]:
    draft = Draft(tracked(), today=NOW.date)
    for at in gone:
        draft.remove(at)
    return trace_of(draft.tree, asked, NOW).gaps


@pytest.mark.parametrize(
    ("gone", "asked", "gap"),
    [
        (MISSION, GOAL, "It leads to no mission."),
        (METRIC, INITIATIVE, "No metric shows whether it works."),
        (PROBLEM, METRIC, "No user's problem stands behind it."),
        (TRACKING, METRIC, "Nobody tracks it."),
    ],
)
def test_what_is_missing_on_the_way_is_said(gone: Address, asked: Address, gap: str) -> None:
    assert gap not in gaps_without(asked=asked)
    assert gap in gaps_without(gone, asked=asked)


def test_the_metric_of_a_record_is_itself_what_it_is_a_part_of_or_named_after() -> None:
    tree = tracked()
    assert metric_of(tree, METRIC) == metric_of(tree, TARGET) == METRIC
    assert metric_of(tree, RELEASE.child("kpis", "seconds-to-pay")) == METRIC
    assert metric_of(tree, GOAL) is None
    assert metric_of(tree, METRIC.parent.child("gone")) is None


def test_the_metric_read_last_comes_first_and_a_stopped_one_last() -> None:
    draft = Draft(small_plan(), today=NOW.date)
    assert recently_read(draft.tree) == [METRIC, GUARDRAIL]
    draft.put(Address.parse("readings.toml:readings.card-errors.2026-06-14"), 0.4)
    assert recently_read(draft.tree) == [GUARDRAIL, METRIC]
    draft.put(GUARDRAIL.child("state"), "on hold")
    assert recently_read(draft.tree) == [METRIC, GUARDRAIL]
