"""What a run writes: one file for a round and a tester, one for each defect, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import (
    clear_result,
    new_round,
    note_no_show,
    record_result,
    report_defect,
    sheet_at,
    take_note,
)
from successbook.tree import Address, Tree, Value
from tests.verdicts.acceptance_plans import UAT, suite

TODAY = dt.date(2026, 6, 15)
TEXT = '[cases.pay]\ntitle = "Pay"\n[cases.look]\n[rounds.r1]\ntitle = "Round 1"\n[testers.a]\ntitle = "A"\n'
SHEET = sheet_at(UAT, "r1", "a")
CASES = ("pay", "look")


def begun(results: dict[str, str] | None = None) -> Draft:
    return Draft(suite(TEXT, results), today=TODAY)


def changed(draft: Draft) -> set[str]:
    return {place.file for place in draft.change("x").places}


def test_the_first_result_makes_the_sheet_and_says_when_it_was_started() -> None:
    draft = begun()
    at = record_result(draft, SHEET, "pay", "passed", cases=CASES, today=TODAY)
    assert at == SHEET.child("results", "pay")
    table = draft.tree.table(SHEET)
    assert (table["format"], table["started"]) == (1, TODAY)
    assert dict(draft.tree.table(at)) == {"state": "passed", "date": TODAY}
    assert changed(draft) == {SHEET.file}


def test_with_the_last_case_the_sheet_is_finished_and_without_one_no_longer() -> None:
    draft = begun({"r1--a": "look passed"})
    record_result(draft, SHEET, "pay", "failed", cases=CASES, today=TODAY)
    assert draft.tree.get(SHEET.child("finished")) == TODAY
    clear_result(draft, SHEET, "pay")
    assert not draft.tree.has(SHEET.child("finished"))
    assert list(draft.tree.table(SHEET.child("results"))) == ["look"]


def test_a_sheet_that_somebody_called_finished_keeps_its_day() -> None:
    draft = begun({"r1--a": "look passed"})
    draft.put(SHEET.child("finished"), dt.date(2026, 6, 1))
    record_result(draft, SHEET, "pay", "passed", cases=CASES, today=TODAY)
    record_result(draft, SHEET, "pay", "failed", cases=(*CASES, "new"), today=TODAY)
    assert draft.tree.get(SHEET.child("finished")) == dt.date(2026, 6, 1)


def test_the_same_result_again_changes_nothing() -> None:
    draft = begun()
    record_result(draft, SHEET, "pay", "passed", cases=CASES, today=TODAY)
    again = Draft(draft.tree)
    record_result(again, SHEET, "pay", "passed", cases=CASES, today=TODAY + dt.timedelta(1))
    assert not again.change("x")


def test_a_note_stays_when_the_result_changes() -> None:
    draft = begun()
    take_note(draft, SHEET, "pay", "It flickered.", TODAY)
    record_result(draft, SHEET, "pay", "passed with note", cases=CASES, today=TODAY)
    record_result(draft, SHEET, "pay", "failed", cases=CASES, today=TODAY)
    assert draft.tree.get(SHEET.child("results", "pay", "note")) == "It flickered.\n"
    take_note(draft, SHEET, "pay", "  ", TODAY)
    assert not draft.tree.has(SHEET.child("results", "pay", "note"))


def test_a_defect_has_a_file_of_its_own_and_is_named_in_the_result() -> None:
    draft = begun()
    fields: dict[str, Value] = {"title": "Asked twice", "severity": "minor", "blocking": False}
    at = report_defect(draft, SHEET, "pay", fields, reporter="A", today=TODAY)
    assert at == Address("releases/r/defects/a-asked-twice.toml")
    assert dict(draft.tree.table(at)) == {
        "format": 1, "title": "Asked twice", "case": "pay", "severity": "minor", "blocking": False,
        "state": "new", "reporter": "A", "found": TODAY,
    }  # fmt: skip
    assert draft.tree.get(SHEET.child("results", "pay", "defect")) == "a-asked-twice"
    assert changed(draft) == {SHEET.file, at.file}


def test_rounds_are_counted_on() -> None:
    draft = begun()
    assert new_round(draft, UAT) == "round-2"
    assert draft.tree.get(UAT.child("rounds", "round-2", "title")) == "Round 2"


@pytest.mark.parametrize("tried", [False, True])
def test_who_does_not_come_is_noted_in_the_round_and_as_a_tester_only_if_they_never_came(tried: bool) -> None:
    draft = begun()
    note_no_show(draft, UAT, SHEET, "a", tried=tried)
    assert draft.tree.get(SHEET.child("showed_up")) is False
    assert draft.tree.get(UAT.child("testers", "a", "showed_up")) is (None if tried else False)


def test_who_comes_after_all_has_come() -> None:
    draft = begun()
    note_no_show(draft, UAT, SHEET, "a", tried=True)
    record_result(draft, SHEET, "pay", "passed", cases=CASES, today=TODAY)
    assert not draft.tree.has(SHEET.child("showed_up"))


def test_results_of_a_case_are_written_without_touching_the_suite() -> None:
    tree: Tree = begun().tree
    draft = Draft(tree, today=TODAY)
    for case in CASES:
        record_result(draft, SHEET, case, "passed", cases=CASES, today=TODAY)
    assert draft.tree.files[UAT.file] is tree.files[UAT.file]
    assert len(list(records(draft.tree, KINDS["sheet"], UAT))) == 1
