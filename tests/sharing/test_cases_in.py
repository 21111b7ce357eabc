"""Cases from other tools and from our own files: new, changed, as before, not taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.errors import NotReadable, Refused
from successbook.sharing.cases_out import cases_rows
from successbook.sharing.columns import asked
from successbook.sharing.importing import How
from successbook.sharing.results_in import Meant
from successbook.sharing.tables import table_text
from successbook.sharing.values import Reading
from successbook.tree import Address, Table, Tree
from tests.plans import small_plan
from tests.sharing.suites import CASE, UAT, read, said, small_suite

FILES = Path(__file__).parent / "files"


def file(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def steps(tree: Tree, case: str) -> list[tuple[object, object]]:
    held = tree.table(UAT.child("cases", case, "steps"))
    return [(step.get("title"), step.get("expect")) for step in held.values() if isinstance(step, Table)]


def cases(tree: Tree) -> list[str]:
    return list(tree.table(UAT.child("cases")))


def test_a_suite_of_testrail_with_a_row_for_each_step() -> None:
    how = How(reading=Reading({"high": "must"}))
    found, tree = read(small_plan(), file("testrail.csv"), how)
    assert cases(tree) == ["pay-with-a-saved-card", "refund"]
    table = tree.table(UAT.child("cases", "pay-with-a-saved-card"))
    assert {key: table[key] for key in ("number", "section", "priority", "preconditions", "requirement")} == {
        "number": "C1041",
        "section": "Paying",
        "priority": "must",
        "preconditions": "A saved card.\n",
        "requirement": "REQ-12",
    }
    assert steps(tree, "pay-with-a-saved-card") == [
        ("Choose the saved card", "Its last four digits are shown"),
        ("Confirm", "The thank-you page opens"),
    ]
    assert said(found.lines) == [
        (2, "new", ""),
        (4, "error", 'Priority: "Low" is no priority that is known; it is one of must, should, could'),
        (4, "new", ""),
    ]
    assert found.files[0].columns.unused == ("Section Hierarchy",)


def test_a_suite_of_xray_that_repeats_the_case_in_every_row() -> None:
    found, tree = read(small_plan(), file("xray.csv"))
    assert found.told == "2 new"
    assert steps(tree, "pay-by-wallet") == [("Choose the wallet", "It opens"), ("Confirm", "Paid")]
    assert (
        tree.get(UAT.child("cases", "pay-by-wallet", "steps", "choose-the-wallet", "notes"))
        == "test wallet\n"
    )
    assert tree.get(UAT.child("cases", "pay-by-wallet", "tags")) == ("phone", "long")


def test_a_suite_of_zephyr_whose_status_is_no_result() -> None:
    found, tree = read(small_plan(), file("zephyr.csv"))
    assert found.files[0].columns.sort == "cases"
    assert steps(tree, "log-in") == [("Open the page", "A form"), ("Type", "You are in")]


@pytest.mark.parametrize("again", ["", "Pay"])
def test_test_data_that_differ_from_step_to_step_are_those_of_the_steps(again: str) -> None:
    rows = f"Pay,Choose,card 1,Shown\n{again},Confirm,card 2,Paid\nRefund,Ask,card 3,\n"
    text = f"Name,Step,Test Data,Expected\n{rows}"
    found, tree = read(small_plan(), text)
    assert found.told == "2 new"
    notes = tree.table(UAT.child("cases", "pay", "steps")).values()
    assert [step["notes"] for step in notes if isinstance(step, Table)] == ["card 1\n", "card 2\n"]
    assert found.files[0].columns.told["step_notes"] == "Test Data"
    found, tree = read(small_plan(), "Name,Step,Test Data\nPay,Choose,card 1\nRefund,Ask,card 2\n")
    assert tree.get(UAT.child("cases", "pay", "test_data")) == "card 1"


def test_cases_with_a_state_and_an_owner_are_no_results() -> None:
    text = "Name,Status,Assignee,Step\nLog in,Draft,Mara,Open the page\n"
    assert read(small_plan(), text)[0].told == "1 new"
    results = text.replace("Draft", "passed")
    assert read(small_suite(), results)[0].files[0].columns.sort == "results"


def test_a_suite_of_kiwi_with_all_steps_in_one_cell() -> None:
    _, tree = read(small_plan(), file("kiwi.csv"))
    assert steps(tree, "order-as-a-company") == [
        ("Choose company", None),
        ("Type the tax number with a space behind it", None),
    ]
    assert tree.get(UAT.child("cases", "order-as-a-company", "notes")) == "A hint\n"


@pytest.mark.parametrize("name", ["testrail.csv", "xray.csv", "zephyr.csv", "kiwi.csv"])
def test_the_same_file_again_changes_nothing(name: str) -> None:
    _, tree = read(small_plan(), file(name))
    again, after = read(tree, file(name))
    assert not again.change
    assert again.count("new") == again.count("changed") == 0
    assert after is tree


def test_a_second_import_updates_by_number_whatever_the_title() -> None:
    _, tree = read(small_plan(), file("testrail.csv"))
    changed = file("testrail.csv").replace("Pay with a saved card", "Pay with the card of last time")
    found, after = read(tree, changed)
    assert cases(after) == cases(tree)
    assert "Case: Pay with a saved card → Pay with the card of last time" in [
        line.says for line in found.lines if line.status == "changed"
    ]


def test_an_empty_cell_erases_nothing_and_a_column_that_is_not_there_neither() -> None:
    found, tree = read(small_suite(), "Id in plan,Case,Section\npay-as-a-guest,Pay as a guest,\n")
    assert not found.change
    assert tree.get(CASE.child("section")) == "Paying"


def test_two_cases_with_one_title_stay_two() -> None:
    text = "Title,Section\nRefund,Paying\nRefund,Paying\nRefund,After\n"
    found, tree = read(small_plan(), text)
    assert found.told == "3 new"
    again, _ = read(tree, text)
    assert again.told == "3 as before"


@pytest.mark.parametrize(
    ("rows", "held"),
    [
        ("Pay as a guest,", ["pay-as-a-guest"]),
        ("Pay  as a guest,Paying", ["pay-as-a-guest"]),
        ("Pay as a guest,Elsewhere", ["another"]),
        ("Refund,After", ["refund-later"]),
        ("Refund,\nRefund,", ["refund", "refund-later"]),
    ],
)
def test_a_row_without_id_and_number_is_about_the_case_of_its_title_and_section(
    rows: str, held: list[str]
) -> None:
    cells = "\n".join(f"{row},could" for row in rows.splitlines())
    _, tree = read(small_suite(), f"Case,Section,Priority\n{cells}\n")
    marked = [key for key in cases(tree) if tree.get(UAT.child("cases", key, "priority")) == "could"]
    assert [key if key in cases(small_suite()) else "another" for key in marked] == held


def test_of_two_cases_with_one_title_a_row_without_section_is_about_the_one_without() -> None:
    _, tree = read(small_plan(), "Case,Section\nRefund,Paying\nRefund,\n")
    found, after = read(tree, "Case,Section,Priority\nRefund,,could\n")
    assert found.told == "1 changed"
    first, second = cases(after)
    assert after.get(UAT.child("cases", first, "priority")) is None
    assert after.get(UAT.child("cases", second, "priority")) == "could"


def test_a_case_is_said_once() -> None:
    text = "Id in plan,Case\npay-as-a-guest,Pay\npay-as-a-guest,Pay later\n"
    found, tree = read(small_suite(), text)
    assert said(found.lines)[1] == (
        3,
        "error",
        "a row above is about the same case already; keep one of them",
    )
    assert tree.get(CASE.child("title")) == "Pay"


def test_steps_keep_their_ids_and_those_that_are_gone_go() -> None:
    before = list(small_suite().table(CASE.child("steps")))
    text = 'Id in plan,Steps\npay-as-a-guest,"1. Fill it in\n2. Choose Pay\n3. Wait"\n'
    found, tree = read(small_suite(), text)
    assert list(tree.table(CASE.child("steps"))) == [*reversed(before), "wait"]
    assert said(found.lines) == [(2, "changed", "1 step")]
    found, tree = read(tree, "Id in plan,Step\npay-as-a-guest,Fill it in\n")
    assert said(found.lines) == [(2, "changed", "2 steps gone")]
    assert list(tree.table(CASE.child("steps"))) == [before[1]]


@pytest.mark.parametrize(
    ("steps_now", "kept", "says"),
    [
        ("1. Choose Pay now\n2. Fill it in", [0, 1], "1 step"),
        ("1. Fill it in\n2. Wait", [1, None], "1 step; 1 step gone"),
        ("1. Wait\n2. Choose Pay", [None, 0], "1 step; 1 step gone"),
    ],
)
def test_a_step_is_known_by_its_words_and_else_by_its_place(
    steps_now: str, kept: list[int | None], says: str
) -> None:
    before = list(small_suite().table(CASE.child("steps")))
    found, tree = read(small_suite(), f'Id in plan,Steps\npay-as-a-guest,"{steps_now}"\n')
    there = list(tree.table(CASE.child("steps")))
    assert there == [before[each] if each is not None else "wait" for each in kept]
    assert said(found.lines) == [(2, "changed", says)]


def test_a_step_with_an_id_that_is_not_known_is_another_step_whatever_its_words() -> None:
    text = "Id in plan,Step,Step in plan\npay-as-a-guest,Choose Pay,chosen\n"
    found, tree = read(small_suite(), text)
    assert list(tree.table(CASE.child("steps"))) == ["chosen"]
    assert said(found.lines) == [(2, "changed", "1 step; 2 steps gone")]


def test_new_cases_stand_where_the_file_has_them() -> None:
    rows = list(cases_rows(small_suite(), UAT))
    rows.insert(3, ["", "In between", *[""] * (len(rows[0]) - 2)])
    _, tree = read(small_suite(), table_text(rows))
    assert cases(tree) == ["pay-as-a-guest", "in-between", "refund", "refund-later"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a/b,Pay,", '"a/b" is no id; leave it empty, then one is made'),
        (",,must", "it names no case: neither a title nor an id that is known; give it a title"),
        (
            ",Pay,must,more",
            "it has more cells than the heading, which has 3; look for a comma or a break in a text",
        ),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_the_others_are_taken(row: str, says: str) -> None:
    found, tree = read(small_plan(), f"Id in plan,Case,Priority\n{row}\n,Other,could\n")
    assert said(found.lines) == [(2, "error", says), (3, "new", "")]
    assert cases(tree) == ["other"]


def test_formulas_are_text() -> None:
    _, tree = read(small_plan(), "Title,Notes\n=1+1,\"=cmd|' /C calc'!A0\"\n")
    table = tree.table(UAT.child("cases", "1-1"))
    assert (table["title"], table["notes"]) == ("=1+1", "=cmd|' /C calc'!A0\n")


def test_a_person_says_what_a_column_is() -> None:
    by_hand = asked(["Was?=title", "Titel =notes", "Sektion="], ["cases"])
    text = "Was?,titel,Sektion,Section\nZahlen,Notiz,x,Kasse\n"
    found, tree = read(small_plan(), text, How(by_hand=by_hand))
    table = tree.table(UAT.child("cases", "zahlen"))
    assert (table["title"], table["notes"], table["section"]) == ("Zahlen", "Notiz\n", "Kasse")
    assert found.files[0].columns.unused == ("Sektion",)


def test_a_file_without_a_column_of_titles_is_refused_with_what_to_say() -> None:
    with pytest.raises(
        NotReadable, match=r"titles of the cases: .Was.; say which it is, such as --map Was=title"
    ):
        read(small_plan(), "Was\nZahlen\n")


def test_of_several_releases_one_must_be_named() -> None:
    tree = small_plan()
    files = {**tree.files, "releases/other/release.toml": Table({"format": 1})}
    with pytest.raises(Refused, match="there are several releases; say which with --release"):
        read(Tree(files), "Title\nPay\n")
    _, after = read(Tree(files), "Title\nPay\n", How(meant=Meant(release="guest checkout")))
    assert after.has(Address("releases/guest-checkout/uat.toml", ("cases", "pay")))


def test_a_date_that_a_spreadsheet_wrote_again_is_read_where_it_is_clear() -> None:
    text = "Title,Data expires\na,31.12.2026\nb,31/12/2026\nc,06/08/2026\nd,2026-13-01\ne,soon\n"
    found, tree = read(small_plan(), text)
    assert [str(tree.get(UAT.child("cases", id_, "data_expires"))) for id_ in "ab"] == ["2026-12-31"] * 2
    errors = [line.says for line in found.lines if line.status == "error"]
    assert errors == [
        'Data expires: "06/08/2026" can be read in two ways; say --dates day-first or --dates month-first',
        'Data expires: there is no day "2026-13-01"; write it as 2026-09-30',
        'Data expires: "soon" is no date; write it as 2026-09-30',
    ]
    _, tree = read(small_plan(), text, How(reading=Reading(dates="day-first")))
    assert str(tree.get(UAT.child("cases", "c", "data_expires"))) == "2026-08-06"
