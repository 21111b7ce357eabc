"""Notes of a win or a lesson: the kinds that are offered are those that a note can have."""

from successbook.plan.captures import CAPTURED
from successbook.plan.describe import fields_of


def test_the_kinds_that_are_offered_are_all_that_a_note_can_have() -> None:
    (kind,) = (each for each in fields_of("capture") if each.name == "kind")
    assert sorted(CAPTURED) == sorted(kind.choices)
