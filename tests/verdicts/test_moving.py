"""What a record would serve if it hung elsewhere, in a sentence, and why it may not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import CycleError
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree
from successbook.verdicts.moving import places_for, preview_of
from tests.plans import ACTION, GOAL, GUARDRAIL, INITIATIVE, METRIC, MISSION, PROBLEM, small_plan


def _wider() -> Tree:
    """The small plan with a second mission, problem and goal."""
    draft = Draft(small_plan())
    mission = draft.add(KINDS["mission"], "Shops that last")
    problem = draft.add(KINDS["problem"], "Regulars forget", under=mission)
    draft.add(KINDS["goal"], "Regulars come back", under=problem)
    return draft.tree


WIDER = _wider()
OTHER = Address.parse("plan.toml:goals.regulars-come-back")


@pytest.mark.parametrize(
    ("record", "parents", "says"),
    [
        (
            ACTION,
            [OTHER],
            '"Guests keep their card" would then serve the goal "Regulars come back", and through it the '
            'problem "Regulars forget" and the mission "Shops that last"; no longer the goal "Guests pay '
            'quickly", the problem "Guests give up" and the mission "Shopping without second thoughts"',
        ),
        (
            GUARDRAIL,
            [GOAL, OTHER],
            '"Card errors" would then show the success of the goal "Guests pay quickly", and also the goal '
            '"Regulars come back", and through them 2 problems and 2 missions',
        ),
        (
            METRIC,
            [GOAL],
            '"Seconds to pay" would then show the success of the goal "Guests pay quickly", and through it '
            'the problem "Guests give up" and the mission "Shopping without second thoughts"; no longer the '
            'initiative "Guest checkout" and the key action "Guests keep their card"',
        ),
        (
            GUARDRAIL,
            [],
            '"Card errors" would then hang under nothing, and stand below the outline; no longer the goal '
            '"Guests pay quickly", the problem "Guests give up" and the mission "Shopping without second '
            'thoughts"',
        ),
    ],
)
def test_the_sentence_says_what_it_would_serve_and_what_no_longer(
    record: Address, parents: Sequence[Address], says: str
) -> None:
    assert preview_of(WIDER, record, parents).says == says


def test_a_circle_is_refused_with_the_way_on_which_it_closes() -> None:
    draft = Draft(WIDER)
    low = draft.add(KINDS["goal"], "Below", under=GOAL)
    lower = draft.add(KINDS["goal"], "Lower", under=low)
    assert preview_of(draft.tree, GOAL, [lower]).refused == (
        '"Guests pay quickly" cannot hang under "Lower": that serves it already through "Below", so it would '
        "come to serve itself"
    )
    assert preview_of(draft.tree, GOAL, [low]).refused == (
        '"Guests pay quickly" cannot hang under "Below": that serves it already, '
        "so it would come to serve itself"
    )
    assert preview_of(draft.tree, GOAL, [GOAL]).refused == '"Guests pay quickly" cannot hang under itself'


def test_the_places_are_those_of_the_right_kinds_in_the_order_of_the_outline() -> None:
    assert places_for(WIDER, INITIATIVE) == (GOAL, ACTION, OTHER)
    assert places_for(WIDER, GOAL)[:2] == (MISSION, PROBLEM)
    assert GOAL not in places_for(WIDER, GOAL)
    assert places_for(WIDER, MISSION) == ()


@given(data=st.data())
def test_what_the_preview_allows_can_be_done_and_what_it_refuses_cannot(data: st.DataObject) -> None:
    draft = Draft(small_plan())
    goals = [GOAL, *(draft.add(KINDS["goal"], name) for name in ("A", "B", "C"))]
    for _ in range(6):
        record, parent = data.draw(st.sampled_from(goals)), data.draw(st.sampled_from(goals))
        found = preview_of(draft.tree, record, [parent])
        if not found.refused:
            draft.hang(record, parent)
            assert Hierarchy.of(draft.tree).parents[record][0] == parent
            assert found.says
        else:
            with pytest.raises(CycleError):
                draft.hang(record, parent)
