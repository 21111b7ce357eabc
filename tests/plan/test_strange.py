"""Keys that no field has: what they probably mean, and how they get their right name."""

from collections.abc import Iterator

import pytest

from successbook.errors import Refused
from successbook.plan.describe import field_named, fields_of
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.strange import meant_by, strange_keys, take_as_meant
from successbook.tree import Add, Address, Change, Move, Table, Tree, Value, do
from tests.full import PLACES, full_plan
from tests.plans import GOAL, METRIC, small_plan

BASELINE = METRIC.child("baseline")


def renamed(tree: Tree, at: Address, key: str) -> Tree:
    """The plan with what stands at `at` under another key, in the same place."""
    draft = Draft(tree)
    draft.edit(Move(at, at.parent.child(key), tree.table(at.parent).before(at.key)))
    return draft.tree


def fields_in(tree: Tree) -> Iterator[Address]:
    """Every field that says something, of every record."""
    for kind in KINDS.values():
        for at in records(tree, kind):
            yield from (at.child(key) for key in tree.table(at) if field_named(kind, key) and key != "format")


def with_a_letter_twice(key: str) -> str:
    """A slip of the fingers."""
    middle = len(key) // 2
    return f"{key[:middle]}{key[middle]}{key[middle:]}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_known_by_its_name_with_a_letter_twice(kind: str) -> None:
    tree, at = full_plan(), PLACES[kind]
    missing = [field.name for field in fields_of(kind) if not tree.has(at.child(field.name))]
    assert missing
    for key in missing:
        wrong = at.child(with_a_letter_twice(key))
        assert meant_by(do(tree, Change("Slip", (Add(wrong, "x"),)))[0], wrong) == key


def test_what_is_said_comes_back_to_its_place() -> None:
    tree = full_plan()
    tried = 0
    for at in fields_in(tree):
        wrong = at.parent.child(with_a_letter_twice(at.key))
        draft = Draft(renamed(tree, at, wrong.key))
        assert take_as_meant(draft, wrong) == at
        assert draft.tree == tree, wrong
        tried += 1
    assert tried > 60


def test_it_is_one_change_that_can_be_taken_back() -> None:
    tree = renamed(small_plan(), BASELINE, "basline")
    draft = Draft(tree)
    take_as_meant(draft, METRIC.child("basline"))
    after, inverse = do(tree, draft.change("Take it"))
    assert (after, do(after, inverse)[0]) == (small_plan(), tree)


def test_what_is_not_known_yet_is_known_with_it() -> None:
    draft = Draft(renamed(small_plan(), BASELINE, "basline"))
    draft.put(METRIC.child("not_known"), ("baseline", "question"))
    take_as_meant(draft, METRIC.child("basline"))
    assert draft.tree.get(METRIC.child("not_known")) == ("question",)


def test_a_whole_table_of_records_gets_its_name() -> None:
    goals = GOAL.parent
    tree = renamed(small_plan(), goals, "goal")
    assert strange_keys(tree.table(Address("plan.toml")), KINDS["plan"]) == ["goal"]
    draft = Draft(tree)
    assert take_as_meant(draft, Address("plan.toml", ("goal",))) == goals
    assert draft.tree == small_plan()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titel", "Another one"),  # the title is there
        ("target", 60),  # targets are records
        ("directon", Table({"a": 1})),  # a direction is a word
        ("jira", "PAY-7"),  # nothing is like it
    ],
)
def test_what_cannot_be_meant_stays_as_it_is(key: str, value: Value) -> None:
    draft = Draft(small_plan())
    at = METRIC.child(key)
    draft.put(at, value)
    before = draft.tree
    assert strange_keys(before.table(METRIC), KINDS["metric"]) == [key]
    assert meant_by(before, at) == ""
    with pytest.raises(Refused, match="no empty field is called like it"):
        take_as_meant(draft, at)
    assert draft.tree == before


def test_a_key_further_inside_is_no_key_of_the_record() -> None:
    draft = Draft(small_plan())
    draft.put(METRIC.child("jira"), Table({"basline": 96}))
    draft.put(BASELINE, None)
    assert meant_by(draft.tree, METRIC.child("jira", "basline")) == ""
