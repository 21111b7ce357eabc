"""Results from the sheets of testers and from other tools."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.recording import sheet_at
from successbook.sharing.importing import How
from successbook.sharing.results_in import Meant
from successbook.sharing.tables import table_text
from successbook.sharing.values import Reading
from successbook.tree import Address, Tree
from tests.plans import small_plan
from tests.sharing.suites import UAT, read, said, sheet_rows, small_suite

FILES = Path(__file__).parent / "files"
C1 = sheet_at(UAT, "round-2", "c1")
DEFECTS = "releases/guest-checkout/defects"


def sheet(answers: dict[str, dict[str, str]], tree: Tree | None = None) -> str:
    """The sheet of C1 in round 2 as it comes back from a spreadsheet, filled in."""
    rows = csv.DictReader(io.StringIO(table_text(sheet_rows(tree or small_suite(), "round-2", "c1"))))
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, rows.fieldnames or [], delimiter=";")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, **answers.get(row["Case in plan"], {})})
    return made.getvalue()


def test_a_half_filled_sheet_brings_its_half() -> None:
    about = {"Note": "Nice.", "Started": "2026-06-08"}
    text = sheet({"refund": {"Result": " Passed ", "Note": "Slow.\nStill."}, "*": about})
    found, tree = read(small_suite(), text)
    assert found.change.label == "Take over results from file.csv"
    assert dict(tree.table(C1)) == {
        "format": 1,
        "started": tree.get(C1.child("started")),
        "remark": "Nice.\n",
        "results": tree.get(C1.child("results")),
    }
    assert list(tree.table(C1.child("results"))) == ["refund"]
    assert dict(tree.table(C1.child("results", "refund"))) == {"state": "passed", "note": "Slow.\nStill.\n"}
    assert found.count("error") == 0


def test_an_empty_sheet_brings_nothing() -> None:
    found, tree = read(small_suite(), sheet({}))
    assert not found.change
    assert found.told == "no rows"
    assert not tree.has(C1)


def test_a_sheet_that_comes_back_twice_erases_nothing_and_doubles_nothing() -> None:
    _, tree = read(small_suite(), sheet({"refund": {"Result": "failed", "Defect": "Money is lost"}}))
    again, after = read(tree, sheet({"refund": {"Result": "failed", "Defect": "Money is lost"}}))
    assert not again.change
    emptier, after = read(tree, sheet({"refund": {"Result": "passed"}}))
    assert said(emptier.lines) == [(3, "changed", "Result: failed → passed")]
    assert after.get(C1.child("results", "refund", "defect")) == "money-is-lost"


def test_words_that_are_no_result_are_listed_and_the_rest_of_the_row_is_taken() -> None:
    found, tree = read(small_suite(), sheet({"refund": {"Result": "okish", "Note": "Hm."}}))
    assert said(found.lines) == [
        (3, "error", 'Result: "okish" is no result that is known; it is one of passed, passed with note, '
         "failed, blocked, not observed, not applicable, did not show, not run"),
        (3, "new", "no result yet"),
    ]  # fmt: skip
    assert dict(tree.table(C1.child("results", "refund"))) == {"note": "Hm.\n"}
    found, tree = read(small_suite(), sheet({"refund": {"Result": "okish"}}))
    assert not tree.has(C1)
    assert not found.change
    _, tree = read(
        small_suite(), sheet({"refund": {"Result": "Okish"}}), How(reading=Reading({"okish": "passed"}))
    )
    assert tree.get(C1.child("results", "refund", "state")) == "passed"


@pytest.mark.parametrize(
    "words",
    ["card-is-asked-for-again", "Card is asked for AGAIN", "shop-7", "card-is-asked-for-again: old title"],
)
def test_a_defect_that_is_known_is_found_again(words: str) -> None:
    found, tree = read(small_suite(), sheet({"refund": {"Result": "failed", "Defect": words}}))
    assert tree.get(C1.child("results", "refund", "defect")) == "card-is-asked-for-again"
    assert sum("/defects/" in name for name in tree.files) == 1
    assert found.count("error") == 0


def test_other_words_make_a_defect_with_what_is_known_of_it() -> None:
    text = sheet({
        "refund": {"Result": "failed", "Defect": "SHOP-9", "Note": "Gone.", "On": "2026-06-08"},
        "refund-later": {"Defect": "shop-9"},
    })  # fmt: skip
    found, tree = read(small_suite(), text)
    assert dict(tree.table(Address(f"{DEFECTS}/shop-9.toml"))) == {
        "format": 1, "title": "SHOP-9", "case": "refund", "state": "new", "reporter": "C1",
        "found": tree.get(C1.child("results", "refund", "date")), "steps": "Gone.\n", "number": "SHOP-9",
    }  # fmt: skip
    assert said(found.lines)[:2] == [
        (3, "new", 'failed; Defect: a new one, "SHOP-9"'), (4, "new", 'no result yet; Defect: "SHOP-9"')
    ]  # fmt: skip
    assert tree.get(C1.child("results", "refund-later", "defect")) == "shop-9"


def test_the_run_of_another_tool_finds_its_cases_by_number() -> None:
    _, suite = read(small_plan(), (FILES / "testrail.csv").read_text(encoding="utf-8"))
    text = (FILES / "run.csv").read_text(encoding="utf-8")
    _, with_people = read(suite, text, How(meant=Meant(add_missing=True)))
    found, tree = read(suite, text)
    assert not found.change
    assert said(found.lines)[0] == (
        2, "error", 'there is no round "Round 2"; add the round first, or --add-missing'
    )  # fmt: skip
    found, tree = read(suite, text, How(meant=Meant(add_missing=True)))
    assert [(row, status) for row, status, _ in said(found.lines)] == [
        (2, "new"), (3, "error"), (3, "new"), (4, "new"), (5, "error"), (6, "new")
    ]  # fmt: skip
    assert with_people.get(UAT.child("testers", "nobody", "title")) == "Nobody"
    result = tree.table(sheet_at(UAT, "round-2", "c1").child("results", "pay-with-a-saved-card"))
    assert (result["state"], result["defect"], str(result["date"])) == ("failed", "shop-9", "2026-06-09")


def test_a_case_of_which_there_are_two_must_be_named_by_id() -> None:
    found, _ = read(small_suite(), "Case,Tester,Round,Result\nRefund,A1,Round 2,passed\n")
    assert said(found.lines) == [
        (2, "error", '2 cases are called so; say which with a column "Case in plan"')
    ]  # fmt: skip


def test_two_rows_about_one_case_must_say_the_same() -> None:
    head = "Case in plan,Tester,Round,Result\n"
    found, _ = read(small_suite(), f"{head}refund,A1,Round 2,passed\nrefund,a1,round-2,passed\n")
    assert found.told == "1 new, 1 as before"
    found, tree = read(small_suite(), f"{head}refund,A1,Round 2,passed\nrefund,A1,Round 2,failed\n")
    assert said(found.lines)[1][:2] == (3, "error")
    assert tree.get(sheet_at(UAT, "round-2", "a1").child("results", "refund", "state")) == "passed"


def test_a_row_with_more_cells_than_the_heading_is_not_taken() -> None:
    found, _ = read(small_suite(), "Case in plan,Tester,Round,Result\nrefund,A1,Round 2,passed,but\n")
    assert said(found.lines)[0][:2] == (2, "error")
    assert not found.change


def test_round_and_tester_may_be_said_for_the_whole_file() -> None:
    text = "Case,Section,Verdict\nPay as a guest,Paying,OK\n"
    _, tree = read(small_suite(), text, How(meant=Meant(round="Round 2", tester="c1")))
    assert tree.get(C1.child("results", "pay-as-a-guest", "state")) == "passed"
    found, _ = read(small_suite(), text, How("results"))
    assert said(found.lines)[0][2].startswith("it does not say which round; name the round, with --round")


def test_a_round_is_found_by_what_screens_call_it_and_several_of_that_name_are_said() -> None:
    draft = Draft(small_suite())
    title = UAT.child("rounds", "round-2", "title")
    draft.put(title, "Round 2, what had failed")
    text = "Case in plan,Tester,Round,Result\nrefund,C1,round 2,passed\n"
    _, tree = read(draft.tree, text)
    assert tree.get(sheet_at(UAT, "round-2", "c1").child("results", "refund", "state")) == "passed"
    draft.put(title.parent.parent.child("round-1", "title"), "Round 2, all of it")
    draft.put(title, "Round 2, what had failed")
    found, _ = read(draft.tree, text)
    (line,) = [each for each in found.lines if each.status == "error"]
    assert 'there is no round "round 2"' in line.says
    assert "?, or" not in line.says
