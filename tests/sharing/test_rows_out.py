"""What a spreadsheet shows of an acceptance test: every row, every heading, as it is handed out."""

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import sheet_at
from successbook.sharing.cases_out import cases_rows
from successbook.sharing.cells import Cell
from successbook.sharing.results_out import results_rows
from successbook.tree import Tree, Value
from tests.sharing.suites import CASE, UAT, sheet_rows, small_suite

DAY = dt.date(2026, 6, 8)
SHEET = sheet_at(UAT, "round-1", "a1")


def told() -> Tree:
    """The small suite with more that is told of a case, of a result and of a whole sheet."""
    draft = Draft(small_suite())
    said: dict[str, Value] = {"role": "Guest", "preconditions": "No account.", "test_data": "Card 4242",
                              "environment": "Staging", "number": "TC-1"}  # fmt: skip
    for name, value in said.items():
        draft.put(CASE.child(name), value)
    draft.put(SHEET.child("results", CASE.key, "date"), DAY)
    draft.put(SHEET.child("started"), DAY)
    draft.put(SHEET.child("showed_up"), True)
    draft.put(SHEET.child("remark"), "Slow.")
    return draft.tree


def columns(rows: list[list[Cell]], *headings: str) -> list[tuple[Cell, ...]]:
    """These columns of all rows below the heading."""
    at = [rows[0].index(heading) for heading in headings]
    return [tuple(row[number] for number in at) for row in rows[1:]]


def test_a_testers_sheet_says_what_to_do_and_what_was_said_so_far() -> None:
    rows = [[*row] for row in sheet_rows(told(), "round-1", "a1")]
    assert rows == [
        ["Section", "Case", "Priority", "Who you are", "Before", "Test data", "Where", "What to do",
         "Passes when", "Result", "Note", "Defect", "On", "Started", "Finished",
         "Round in plan", "Tester in plan", "Case in plan", "Release in plan"],
        ["Paying", "Pay as a guest", "must", "Guest", "No account.", "Card 4242", "Staging",
         "1. Choose Pay → One page opens\n2. Fill it in", "A thank-you page.", "failed", "Twice.",
         "card-is-asked-for-again: Card is asked for again", "2026-06-08", "", "",
         "round-1", "a1", "pay-as-a-guest", "guest-checkout"],
        ["Paying", "Refund", "", "", "", "", "", "", "", "", "", "", "", "", "",
         "round-1", "a1", "refund", "guest-checkout"],
        ["After", "Refund", "", "", "", "", "", "", "", "", "", "", "", "", "",
         "round-1", "a1", "refund-later", "guest-checkout"],
        ["", "All in all", "", "", "", "", "", "What was it like, as a whole?", "", "", "Slow.", "", "",
         "2026-06-08", "", "round-1", "a1", "*", "guest-checkout"],
    ]  # fmt: skip


def test_all_results_are_told_sheet_by_sheet_with_what_was_said_of_the_whole() -> None:
    draft = Draft(told())
    draft.put(UAT.child("cases", CASE.key, "section"), "Checkout")
    rows = [[*row] for row in results_rows(draft.tree, UAT)]
    headings = ("Section", "Case", "Number elsewhere", "Result", "Note", "Defect", "On", "Started")
    assert columns(rows, *headings) == [
        ("Checkout", "Pay as a guest", "TC-1", "failed", "Twice.",
         "card-is-asked-for-again: Card is asked for again", "2026-06-08", ""),
        ("", "All in all", "", "", "Slow.", "", "", "2026-06-08"),
    ]  # fmt: skip
    assert columns(rows, "Showed up") == [("",), ("yes",)]
    assert columns(rows, "Round in plan", "Tester in plan", "Case in plan", "Release in plan") == [
        ("round-1", "a1", "pay-as-a-guest", "guest-checkout"),
        ("round-1", "a1", "*", "guest-checkout"),
    ]


def test_of_a_sheet_of_which_nothing_is_said_as_a_whole_only_the_results_are_told() -> None:
    assert len(list(results_rows(small_suite(), UAT))) == 2


def test_a_defect_that_is_not_there_is_told_as_it_was_said() -> None:
    draft = Draft(small_suite())
    draft.put(SHEET.child("results", CASE.key, "defect"), "SHOP-8")
    rows = [[*row] for row in results_rows(draft.tree, UAT)]
    assert columns(rows, "Defect") == [("SHOP-8",)]


def test_every_step_of_a_case_is_a_row_and_only_the_first_tells_of_the_case() -> None:
    rows = [[*row] for row in cases_rows(told(), UAT)]
    assert columns(rows, "Id in plan", "Case", "Section", "Priority", "Step", "Expect") == [
        ("pay-as-a-guest", "Pay as a guest", "Paying", "must", "Choose Pay", "One page opens"),
        ("pay-as-a-guest", "", "", "", "Fill it in", ""),
        ("refund", "Refund", "Paying", "", "", ""),
        ("refund-later", "Refund", "After", "", "", ""),
    ]
    assert columns(rows, "Step in plan") == [("choose-pay",), ("fill-it-in",), ("",), ("",)]


def test_a_defect_without_a_title_is_called_by_its_id_and_one_that_is_gone_as_it_was() -> None:
    draft = Draft(told())
    defect = next(records(draft.tree, KINDS["defect"], UAT))
    draft.put(defect.child("title"), None)
    rows = [[*row] for row in sheet_rows(draft.tree, "round-1", "a1")]
    assert columns(rows, "Defect")[0] == ("card-is-asked-for-again",)
    draft.remove(defect)
    rows = [[*row] for row in sheet_rows(draft.tree, "round-1", "a1")]
    assert columns(rows, "Defect")[0] == ("card-is-asked-for-again",)
