"""Changes of several cases at once, and copies of one."""

from __future__ import annotations

import pytest

from successbook.errors import Refused
from successbook.plan.case_changes import BULK, change_cases, duplicate_case, waive_cases
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tree import Table
from tests.verdicts.acceptance_plans import UAT, suite

TEXT = """
[cases.pay]
title = "Pay"
section = "Paying"
number = "C7"
tags = ["phone"]
mood = "unknown to us"
[cases.pay.steps.one]
title = "Choose"
expect = "It is chosen"
[cases.pay.steps.two]
title = "Pay"
[cases.look]
title = "Look"
[waivers.w]
case = "look"
by = "M"
why = "W"
"""
PAY, LOOK = UAT.child("cases", "pay"), UAT.child("cases", "look")


def begun() -> Draft:
    return Draft(suite(TEXT), random=lambda: "b7k2")


def test_one_value_goes_into_all_cases_and_out_again() -> None:
    draft = begun()
    change_cases(draft, [PAY, LOOK], "section", "Money")
    assert [draft.tree.get(at.child("section")) for at in (PAY, LOOK)] == ["Money", "Money"]
    change_cases(draft, [PAY, LOOK], "section", None)
    assert not any(draft.tree.has(at.child("section")) for at in (PAY, LOOK))


def test_tags_are_added_once_and_dropped() -> None:
    draft = begun()
    change_cases(draft, [PAY, LOOK], "add tags", "phone, slow,, slow")
    assert draft.tree.get(PAY.child("tags")) == ("phone", "slow")
    assert draft.tree.get(LOOK.child("tags")) == ("phone", "slow")
    change_cases(draft, [PAY, LOOK], "drop tags", "phone, slow")
    assert not draft.tree.has(PAY.child("tags"))


def test_a_tag_that_a_case_has_not_is_not_added_by_dropping_it() -> None:
    draft = begun()
    change_cases(draft, [PAY, LOOK], "drop tags", "slow")
    assert draft.tree.get(PAY.child("tags")) == ("phone",)
    assert not draft.tree.has(LOOK.child("tags"))
    assert not draft.change("Drop")


def test_tags_that_are_there_already_change_nothing() -> None:
    draft = begun()
    change_cases(draft, [PAY], "add tags", "phone")
    assert not draft.change("x")


def test_what_cannot_be_changed_at_once_is_refused() -> None:
    with pytest.raises(Refused):
        change_cases(begun(), [PAY], "title", "All the same")
    fields = KINDS["case"].record().model_fields
    assert all(what in fields for what in BULK if not what.endswith("tags"))


def test_a_copy_stands_behind_its_case_with_steps_and_title_and_without_the_number() -> None:
    draft = begun()
    at = duplicate_case(draft, PAY)
    assert [each.key for each in records(draft.tree, KINDS["case"], UAT)] == ["pay", at.key, "look"]
    before, copy = draft.tree.table(PAY), draft.tree.table(at)
    assert copy["steps"] == before["steps"]
    assert {key: value for key, value in copy.items() if not isinstance(value, Table)} == {
        "title": "Pay", "section": "Paying", "tags": ("phone",), "mood": "unknown to us",
    }  # fmt: skip
    assert before == begun().tree.table(PAY)


def test_cases_are_waived_once() -> None:
    draft = begun()
    assert waive_cases(draft, UAT, [PAY, LOOK], {"by": "M", "why": "Later."}) == 1
    assert draft.tree.table(UAT.child("waivers", "pay"))["case"] == "pay"
    assert waive_cases(draft, UAT, [PAY, LOOK], {"by": "M", "why": "Later."}) == 0
