"""Whatever stands in a release, its day, advice and read-outs are told, and nothing is called safe."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.carrying import carry
from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Add, Table, Tree, Value
from successbook.verdicts.carrying import carried_of
from successbook.verdicts.due import due_of
from successbook.verdicts.findings_launch import of_launches
from successbook.verdicts.linear_launch import launch_lines
from successbook.verdicts.pausing import pause_advice
from successbook.verdicts.rollout import standings_of
from successbook.verdicts.today import today_of
from tests.plans import METRIC, RELEASE, small_plan

KINDS_AROUND = ("stage", "level", "incident", "readout", "checklist_item", "risk", "thanks", "release_kpi")
WORDS = ["advance", "hold", "pause", "resume", "back", "override", "s0", "s1", "Web", "web", "high", "hours",
         "days", "business days", "cases", "(unknown)", "~3", "% of guests", "open", "", "a\nb"]  # fmt: skip
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)),
    st.times(),
    st.datetimes(),
    st.tuples(st.sampled_from(WORDS)),
    st.just(Table({"x": 1})),
)


@st.composite
def releases(draw: st.DrawFn) -> Tree:
    """The small plan, whose release has parts full of anything."""
    draft = Draft(small_plan())
    for name in KINDS_AROUND:
        names = [each.name for each in fields_of(name)]
        for number in range(draw(st.integers(0, 3))):
            keys = draw(st.lists(st.sampled_from(names), unique=True, max_size=8))
            id_ = METRIC.key if name == "release_kpi" else f"{name[0]}{number}"
            at = KINDS[name].at(id_, RELEASE)
            if not draft.tree.has(at):
                draft.add(KINDS[name], inside=RELEASE, id_=id_)
                for key in keys:
                    draft.edit(Add(at.child(key), draw(VALUES), after=_last(draft.tree.table(at))))
    return draft.tree


def _last(table: Table) -> str | None:
    plain = [key for key, value in table.items() if not isinstance(value, Table)]
    return plain[-1] if plain else None


@given(releases(), st.datetimes(dt.datetime.min, dt.datetime.max))  # noqa: DTZ901  # of one zone
def test_anything_is_told_on_any_day(tree: Tree, moment: dt.datetime) -> None:
    now = Now(moment.date())
    today = today_of(tree, RELEASE, moment)
    assert today.standings
    assert all(said.text and said.label for said in today.first)
    lines = list(launch_lines(tree, RELEASE, now))
    assert not any("safe" in line.replace("nothing says that it is safe", "") for line in lines)
    for each in today.unexpected:
        assert pause_advice(tree, each.at).sentences
    list(of_launches(tree))
    due_of(tree, now)


@given(releases())
def test_carrying_on_always_makes_a_release_and_never_doubles(tree: Tree) -> None:
    now = Now(dt.date(2026, 7, 1))
    draft = Draft(tree)
    to = carry(draft, RELEASE, carried_of(tree, RELEASE, now), title="The next one")
    before = draft.tree.table(to)
    carry(draft, RELEASE, carried_of(draft.tree, RELEASE, now), into=to)
    assert draft.tree.table(to) == before


@given(releases())
def test_a_channel_that_is_paused_is_never_told_as_running(tree: Tree) -> None:
    for here in standings_of(tree, RELEASE, dt.datetime(9999, 12, 31, 23)):  # noqa: DTZ001
        assert here.running is (here.state in ("open", "held") and here.since is not None)
        assert 0 <= here.number <= len(here.stages)
        if here.latest is not None and here.latest.step == "pause":
            assert here.state == "paused"
