"""Laws: whatever stands in the files of a plan, what follows for its releases can be said."""

from __future__ import annotations

import datetime as dt
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, parts_of
from successbook.plan.now import Now
from successbook.tree import Add, Address, Remove, Table, Tree, Value, apply
from successbook.verdicts.calendar import calendar_lines
from successbook.verdicts.judging import stopped
from successbook.verdicts.linear_release import release_data, release_lines
from successbook.verdicts.readiness import readiness_of
from successbook.verdicts.reasons import GROUPS
from successbook.verdicts.schedule import of_schedules, schedule_of
from successbook.verdicts.stakeholder_grid import grid_of
from successbook.verdicts.tracking_table import BY, grouped, tracking_of
from tests.full import full_plan
from tests.releases import KPI, ready_plan
from tests.strategies import fitting

DAYS = st.one_of(st.dates(), st.dates(dt.date(2026, 6, 1), dt.date(2026, 12, 31)))
JUNK: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(["", "m", "release", "(left)", "a\nb", "Europe/Berlin", "../x", -1, 0, 10**18]),
    st.dates(),
    st.floats(),
    st.booleans(),
    st.just(Table()),
    st.just((1, "m", "releases:x")),
    st.just(dt.time(2, 30)),
).map(lambda value: value)  # one branch beside others, not seven


_AROUND = (
    "release", "milestone", "replan", "release_kpi", "benchmark_change", "phase", "risk", "gate",
    "gate_question", "incident", "readout", "stakeholder", "update", "instrument", "uat", "round", "sign_off",
)  # fmt: skip


def _phases(draft: Draft) -> None:
    """A schedule of three phases, none of them decided."""
    for number, every in enumerate(("day", "week", "month")):
        fields: dict[str, Value] = {"every": every, "days": 7 * 4**number, "goes_on_when": "All are there"}
        draft.add(KINDS["phase"], inside=KPI, id_=f"phase-{number}", fields=fields)


@cache
def _bases() -> list[tuple[Tree, list[tuple[Address, st.SearchStrategy[Value]]]]]:
    """Plans with records of every kind, and the fields around releases with the values that fit them."""
    found = []
    for tree in (ready_plan(), ready_plan(_phases), full_plan()):
        places = []
        for kind in KINDS.values():
            for at in records(tree, kind) if kind.name in _AROUND else ():
                places += [(at.child(each.name), fitting(each)) for each in fields_of(kind.name)]
                places += [(at.child(part.table), JUNK) for part in parts_of(kind)]
        found.append((tree, places))
    return found


@st.composite
def odd_plans(draw: st.DrawFn) -> Tree:
    """A plan in which some fields are missing, hold something else that fits, or anything at all."""
    tree, places = draw(st.sampled_from(_bases()))
    for at, values in draw(st.lists(st.sampled_from(places), max_size=24, unique_by=lambda each: each[0])):
        if not isinstance(tree.get(at.parent), Table):
            continue
        if tree.has(at):
            tree, _ = apply(tree, Remove(at))
        if draw(st.integers(0, 3)):
            tree, _ = apply(tree, Add(at, draw(values | JUNK)))
    return tree


@settings(max_examples=60)
@given(odd_plans(), DAYS)
def test_every_release_has_a_verdict_and_every_reason_a_sentence_and_a_cause(
    tree: Tree, day: dt.date
) -> None:
    now = Now(day)
    for release in records(tree, KINDS["release"]):
        found = readiness_of(tree, release, now)
        assert found.verdict[0]
        for reason in found.reasons:
            assert reason.says.strip() == reason.says != ""
            assert not reason.says.endswith(".")
            assert reason.group in GROUPS
            assert reason.at.file
        assert (found.verdict[0].startswith("Yes")) == (not found.against)


@settings(max_examples=40)
@given(odd_plans(), DAYS)
def test_everything_about_a_release_can_be_told(tree: Tree, day: dt.date) -> None:
    now = Now(day, "Europe/Berlin")
    for line in (*release_lines(tree, now), *calendar_lines(tree, now)):
        assert "\n" not in line
    release_data(tree, now)


@settings(max_examples=40)
@given(odd_plans(), DAYS)
def test_the_grid_has_a_cell_for_everybody_at_every_step(tree: Tree, day: dt.date) -> None:
    now = Now(day)
    for release in (None, *records(tree, KINDS["release"])):
        grid = grid_of(tree, release, now)
        assert all(len(row.cells) == len(grid.steps) for row in grid.rows)
        assert all(cell.shown(now)[0] for row in grid.rows for cell in row.cells)


@settings(max_examples=40)
@given(odd_plans(), DAYS, st.sampled_from(BY))
def test_every_line_of_tracking_stands_in_some_group(tree: Tree, day: dt.date, by: str) -> None:
    now = Now(day)
    found = tracking_of(tree, now)
    shown = [line for _, lines in grouped(found, by, now) for line in lines]
    assert {line.at for line in shown} == {line.at for line in found}


@settings(max_examples=40)
@given(odd_plans(), DAYS)
def test_a_decision_is_due_exactly_where_a_phase_lacks_one(tree: Tree, day: dt.date) -> None:
    now = Now(day)
    due = {each.at for each in of_schedules(tree, now)}
    for release in records(tree, KINDS["release"]):
        for kpi in records(tree, KINDS["release_kpi"], release):
            if not stopped(tree.table(KINDS["metric"].at(kpi.key))):
                undecided = {each.at for each in schedule_of(tree, kpi, now) if each.undecided}
                assert {at for at in due if at.path[:2] == kpi.path} == undecided
