"""A value in words, as a form shows it."""

import pytest

from successbook.plan.describe import field_named
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.wording import Worded, worded
from successbook.tree import Value
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
