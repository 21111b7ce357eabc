""" "Don't know yet" is an answer: where it is kept, and what ends it."""

from collections.abc import Callable

import pytest

from successbook.errors import AddressError, Refused
from successbook.plan.drafts import FORMAT, Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Add, Table, Tree
from tests.plan.made import GOAL, METRIC, PLAN, SMALL, TODAY, at


def test_dont_know_is_kept_as_an_answer_and_the_value_goes() -> None:
    draft = Draft(SMALL)
    draft.put(GOAL.child("by"), TODAY)
    draft.dont_know(GOAL, "by")
    draft.dont_know(GOAL, "owners")
    draft.dont_know(GOAL, "by")
    assert draft.tree.get(GOAL.child("not_known")) == ("by", "owners")
    assert not draft.tree.has(GOAL.child("by"))


def test_an_answer_ends_a_dont_know_and_taking_it_away_does_not_bring_it_back() -> None:
    draft = Draft(SMALL)
    draft.dont_know(GOAL, "by")
    draft.dont_know(GOAL, "owners")
    draft.put(GOAL.child("by"), TODAY)
    assert draft.tree.get(GOAL.child("not_known")) == ("owners",)
    draft.put(GOAL.child("by"), None)
    assert draft.tree.get(GOAL.child("not_known")) == ("owners",)
    draft.put(GOAL.child("owners"), ("Mara",))
    assert not draft.tree.has(GOAL.child("not_known"))


def test_no_answer_is_no_end_of_a_dont_know() -> None:
    draft = Draft(SMALL)
    draft.dont_know(GOAL, "by")
    draft.put(GOAL.child("by"), None)
    assert draft.tree.get(GOAL.child("not_known")) == ("by",)


def test_the_first_part_ends_a_dont_know_about_parts() -> None:
    draft = Draft(SMALL)
    draft.dont_know(METRIC, "resets")
    draft.add(KINDS["reset"], inside=METRIC, fields={"value": 14})
    assert not draft.tree.has(METRIC.child("not_known"))


def test_the_plan_keeps_which_kinds_are_not_known_and_no_record_goes_for_it() -> None:
    draft = Draft(SMALL)
    draft.dont_know(PLAN, "goals")
    assert draft.tree.get(PLAN.child("not_known")) == ("goals",)
    assert draft.tree.has(GOAL)
    empty = Draft(Tree())
    empty.dont_know(PLAN, "goals")
    assert empty.tree.files["plan.toml"] == Table({"format": FORMAT, "not_known": ("goals",)})


def test_what_is_not_there_cannot_be_unknown() -> None:
    with pytest.raises(AddressError):
        Draft(SMALL).dont_know(at("plan.toml:goals.nobody"), "by")


@pytest.mark.parametrize(
    "step",
    [
        lambda draft: draft.edit(Add(at("nowhere.toml:a"), 1)),
        lambda draft: draft.put(at("nowhere.toml:a"), 1),
        lambda draft: draft.remove(at("plan.toml:goals.nobody")),
        lambda draft: draft.add(KINDS["goal"], "x", id_="pay"),
    ],
)
def test_what_is_refused_leaves_the_draft_as_it_was(step: Callable[[Draft], object]) -> None:
    draft = Draft(SMALL)
    with pytest.raises(Refused):
        step(draft)
    assert draft.tree is SMALL
    assert draft.change("x").edits == ()
