"""A value in words, as a form shows it."""

import pytest

from successbook.plan.describe import field_named
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.wording import Worded, worded
from successbook.tree import Address, Table, Tree, Value
from tests.plans import METRIC, NOW, small_plan


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (96, Worded("96 s")),
        ("~96", Worded("about 96 s")),
        ("(blocked)", Worded("blocked")),
        ("yes", Worded("yes")),
        ("rather slow", Worded('"rather slow"', aside="in words")),
    ],
)
def test_words_where_a_number_is_asked_for_are_never_taken_for_one(value: Value, shown: Worded) -> None:
    draft = Draft(small_plan())
    draft.put(METRIC.child("baseline"), value)
    field = field_named(KINDS["metric"], "baseline")
    assert field is not None
    assert worded(draft.tree, METRIC.child("baseline"), field, NOW) == shown


@pytest.mark.parametrize(
    ("page", "shown"), [("before", "definition"), ("ahead", "next steps"), ("on-call", "on call")]
)
def test_where_a_session_was_stopped_is_told_as_people_call_that_page(page: str, shown: str) -> None:
    at = Address("reflections/2026-06-15.toml", ("paused_at",))
    tree = Tree({"reflections/2026-06-15.toml": Table({"paused_at": page})})
    field = field_named(KINDS["session"], "paused_at")
    assert field is not None
    assert worded(tree, at, field, NOW) == Worded(shown)


@pytest.mark.parametrize(
    ("guide", "shown"), [("wide-look", "A wide look at success"), ("twenty-minutes", "twenty minutes")]
)
def test_the_guide_of_a_session_is_called_by_its_title(guide: str, shown: str) -> None:
    at = Address("reflections/2026-06-15.toml", ("guide",))
    tree = Tree({"reflections/2026-06-15.toml": Table({"guide": guide})})
    field = field_named(KINDS["session"], "guide")
    assert field is not None
    assert worded(tree, at, field, NOW) == Worded(shown)
