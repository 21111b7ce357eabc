"""Naming one record more, or one less, in a field of references."""

from __future__ import annotations

import pytest

from successbook.errors import AddressError, CycleError, Refused
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.linking import link, unlink
from successbook.tree import Value, do
from tests.plans import ACTION, GOAL, GUARDRAIL, INITIATIVE, INSIGHT, METRIC, MISSION, small_plan


def test_what_is_named_more_comes_last_and_what_was_there_stays() -> None:
    draft = Draft(small_plan())
    link(draft, METRIC, "measures", GOAL)
    assert draft.tree.get(METRIC.child("measures")) == (
        "initiative:guest-checkout",
        "goal:guests-pay-quickly",
    )
    unlink(draft, METRIC, "measures", INITIATIVE)
    assert draft.tree.get(METRIC.child("measures")) == ("goal:guests-pay-quickly",)
    unlink(draft, METRIC, "measures", GOAL)
    assert draft.tree.get(METRIC.child("measures")) is None


@pytest.mark.parametrize("held", [None, ("problem:guests-give-up",), "problem:guests-give-up", ("gone",)])
def test_one_more_and_one_less_leaves_what_was_there(held: Value | None) -> None:
    draft = Draft(small_plan())
    draft.put(INSIGHT.child("supports"), held)
    before = draft.tree.get(INSIGHT.child("supports"))
    link(draft, INSIGHT, "supports", METRIC)
    unlink(draft, INSIGHT, "supports", METRIC)
    after = draft.tree.get(INSIGHT.child("supports"))
    assert after == ((before,) if isinstance(before, str) else before)


def test_it_is_one_change_that_can_be_taken_back() -> None:
    tree = small_plan()
    draft = Draft(tree)
    link(draft, GUARDRAIL, "measures", ACTION)
    after, inverse = do(tree, draft.change("Also"))
    assert do(after, inverse)[0] == tree


def test_what_cannot_be_named_is_refused_and_nothing_changes() -> None:
    draft = Draft(small_plan())
    with pytest.raises(Refused, match="named there already"):
        link(draft, METRIC, "measures", INITIATIVE)
    with pytest.raises(Refused, match="is not named there"):
        unlink(draft, METRIC, "measures", GOAL)
    with pytest.raises(Refused, match="cannot hang under"):
        link(draft, METRIC, "measures", MISSION)
    with pytest.raises(AddressError, match="there is no"):
        link(draft, METRIC, "measures", GOAL.parent.child("gone"))
    with pytest.raises(AddressError, match="has no field"):
        link(draft, METRIC, "meesures", GOAL)
    low = draft.add(KINDS["goal"], "Below", under=GOAL)
    before = draft.tree
    with pytest.raises(CycleError):
        link(draft, GOAL, "serves", low)
    with pytest.raises(CycleError):
        link(draft, GOAL, "serves", GOAL)
    assert draft.tree == before
