"""What speaks for a record, and how sure that makes one."""

from __future__ import annotations

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Value
from successbook.verdicts.evidence import SUPPORTED, evidence_of
from tests.plans import GOAL, INSIGHT, METRIC, PROBLEM, small_plan

DATA, PEOPLE, DEPARTMENT = "drop", "discovery", "customer-facing department"


@pytest.mark.parametrize(
    ("insights", "word", "sentence"),
    [
        ([], "hunch", "nothing was seen or heard yet: a hunch"),
        ([("", "")], "hunch", "1 insight: a hunch"),
        ([(PEOPLE, "")], "hunch", "1 insight, from people: a hunch"),
        ([(PEOPLE, ""), (DEPARTMENT, "")], "signs", "2 insights, from people: signs"),
        ([(DATA, "")], "signs", "1 insight, from data: signs"),
        ([(DATA, "hunch")], "hunch", "1 insight, from data: a hunch"),
        ([(DATA, "hunch"), (PEOPLE, "")], "hunch", "2 insights, from data and people: a hunch"),
        ([(DATA, ""), (PEOPLE, "")], "signs", "2 insights, from data and people: signs"),
        ([(DATA, "hunch"), (PEOPLE, "shown")], "shown", "2 insights, from data and people: shown"),
        ([(DATA, "certain")], "signs", "1 insight, from data: signs"),
    ],
)
def test_the_strongest_of_what_is_said_counts_and_of_silence_no_more_than_it_bears(
    insights: list[tuple[str, str]], word: str, sentence: str
) -> None:
    draft = Draft(small_plan())
    for kind, sure in insights:
        fields: dict[str, Value] = {"supports": ("metric:seconds-to-pay",)}
        fields |= {key: value for key, value in (("kind", kind), ("confidence", sure)) if value}
        draft.add(KINDS["insight"], "Seen", fields=fields)
    found = evidence_of(draft.tree, METRIC)
    assert (found.word, found.sentence, len(found.insights)) == (word, sentence, len(insights))


def test_what_speaks_for_a_problem_stands_behind_the_goal_that_solves_it() -> None:
    found = evidence_of(small_plan(), GOAL)
    assert (found.insights, found.behind) == ((), (INSIGHT,))
    assert found.sentence == "1 insight for its problem, from data: signs"
    assert evidence_of(small_plan(), PROBLEM).insights == (INSIGHT,)


def test_an_insight_that_names_both_is_counted_once() -> None:
    draft = Draft(small_plan())
    draft.put(INSIGHT.child("supports"), ("problem:guests-give-up", "goal:guests-pay-quickly"))
    found = evidence_of(draft.tree, GOAL)
    assert (found.insights, found.behind) == ((INSIGHT,), ())


def test_an_insight_may_speak_for_the_kinds_that_its_field_names() -> None:
    from successbook.plan.describe import field_named

    field = field_named(KINDS["insight"], "supports")
    assert field is not None
    assert set(field.refers_to) == set(SUPPORTED)
