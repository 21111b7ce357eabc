"""Records that are removed, reordered and hung elsewhere, with what refers to them."""

import pytest

from successbook.errors import AddressError, CycleError, Refused
from successbook.plan.drafts import Draft
from successbook.tree import Move, Note, Remove, Set
from tests.plan.made import GOAL, METRIC, SMALL, at
from tests.strategies import identical

WHY = Note(above=("# why",), beside="# beside")


def test_a_removed_record_leaves_references_to_it_where_they_are() -> None:
    draft = Draft(SMALL)
    draft.remove(GOAL)
    assert draft.tree.get(at("plan.toml:goals.quick.serves")) == ("goal:pay",)
    assert draft.change("x").edits == (Remove(GOAL),)


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(AddressError):
        Draft(SMALL).remove(at("plan.toml:goals.nobody"))


def test_a_record_is_put_first_or_behind_another_and_keeps_its_comments() -> None:
    draft = Draft(SMALL)
    quick = at("plan.toml:goals.quick")
    draft.reorder(quick, None)
    assert list(draft.tree.table(quick.parent)) == ["quick", "pay"]
    draft.reorder(quick, GOAL)
    assert identical(draft.tree, SMALL)
    assert draft.change("x").edits == (Move(quick, quick), Move(quick, quick, "pay"))
    draft.reorder(quick, quick)
    assert identical(draft.tree, SMALL)


def test_a_record_is_not_put_beside_those_of_another_kind() -> None:
    with pytest.raises(Refused, match="beside records of its own kind"):
        Draft(SMALL).reorder(GOAL, METRIC)


def test_a_new_first_parent_comes_before_what_the_record_serves_already() -> None:
    draft = Draft(SMALL)
    draft.hang(GOAL, at("plan.toml:missions.shop"))
    assert draft.tree.get(GOAL.child("serves")) == ("mission:shop", "problem:form")
    draft.hang(GOAL, at("plan.toml:problems.form"), instead_of=at("plan.toml:missions.shop"))
    assert draft.tree.get(GOAL.child("serves")) == ("problem:form",)


def test_a_reference_is_a_bare_id_where_the_kind_is_clear_else_kind_and_id() -> None:
    assert SMALL.get(at("plan.toml:problems.form.serves")) == ("shop",)
    assert SMALL.get(GOAL.child("serves")) == ("problem:form",)
    assert SMALL.get(METRIC.child("measures")) == ("goal:pay",)


def test_hanging_keeps_broken_references_other_spellings_and_a_single_word() -> None:
    for held, kept in (
        (("nobody", "form", 3), ("nobody", 3)),
        ("nobody", ("nobody",)),
        ("problem:form", ()),
        ("mission:shop", ("mission:shop",)),
        ("goal:quick", ()),
        (3, ()),
    ):
        draft = Draft(SMALL)
        draft.edit(Set(GOAL.child("serves"), held))
        draft.hang(GOAL, at("plan.toml:problems.form"))
        assert draft.tree.get(GOAL.child("serves")) == ("problem:form", *kept)


@pytest.mark.parametrize(
    ("record", "parent", "error", "says"),
    [
        ("goals.pay", "goals.pay", CycleError, '"Guests pay" would come to serve itself'),
        ("goals.pay", "goals.quick", CycleError, '"Guests pay" would come to serve itself'),
        (
            "goals.pay",
            "metrics.seconds",
            Refused,
            "a goal cannot hang under a metric; it hangs under a problem",
        ),
        ("missions.shop", "goals.pay", Refused, "a mission cannot hang under a goal"),
        (
            "problems.form",
            "goals.pay",
            Refused,
            "a problem cannot hang under a goal; it hangs under a mission",
        ),
        ("goals.nobody", "goals.pay", AddressError, "no record stands here"),
        ("goals.pay", "goals.nobody", AddressError, "no record stands here"),
        ("goals.pay.title", "problems.form", AddressError, "no record stands here"),
        ("goals.pay", "goals.quick.title", AddressError, "no record stands here"),
    ],
)
def test_what_cannot_hang_there_is_refused_with_the_reason(
    record: str, parent: str, error: type[Refused], says: str
) -> None:
    draft = Draft(SMALL)
    with pytest.raises(error) as caught:
        draft.hang(at(f"plan.toml:{record}"), at(f"plan.toml:{parent}"))
    assert type(caught.value) is error
    assert says in str(caught.value)
    assert draft.tree is SMALL
