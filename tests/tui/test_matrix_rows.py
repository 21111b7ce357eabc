"""What the table of cases shows: marks and fields, in which order, below which headings, found by what."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from successbook.tree import Tree
from successbook.tui.rooms.matrix_rows import Look, Section, Shown, marks_in, shown
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.results import evidence_of
from tests.verdicts.acceptance_plans import PEOPLE, RELEASE, ROUNDS, UAT, suite

CASES = """
[cases.pay]
title = "Pay"
section = "Paying"
priority = "must"
tags = ["env:live", "slow"]
traces = ["goal:quick", "42"]
[cases.look]
title = "look"
section = "Paying"
priority = "could"
role = "Guest"
[cases.gift]
title = "Give a present"
priority = "should"
test_data = "GIFT10"
[cases.cancel]
title = "Cancel"
section = "After"
requirement = "R-7"
"""
STEPS = "".join(f"[cases.look.steps.s{number}]\ntitle = 'Do'\n" for number in range(10)) + (
    "[cases.cancel.steps.a]\ntitle = 'Do'\n[cases.cancel.steps.b]\ntitle = 'Do'\n"
)


def table(tree: Tree, look: Look | None = None, marked: frozenset[str] = frozenset()) -> Shown:
    look = look or Look()
    judged, evidence = acceptance_of(tree, RELEASE), evidence_of(tree, UAT, look.round)
    return shown(tree, judged, evidence, look, frozenset(UAT.child("cases", each) for each in marked))


def named(found: Shown) -> list[str]:
    """The rows: the ids of cases, and the titles of headings between blanks."""
    return [f" {each.title} " if isinstance(each, Section) else each.key for each in found.keys]  # type: ignore[attr-defined]


def cells(found: Shown, case: str) -> list[str]:
    return [each.text for each in found.draw(UAT.child("cases", case)).cells]


def titles(found: Shown, case: str) -> list[str]:
    return [each.text.strip() for each in found.draw(UAT.child("cases", case)).title]


def legend(tree: Tree) -> list[str]:
    return marks_in(tree, evidence_of(tree, UAT), acceptance_of(tree, RELEASE))


def test_cases_stand_in_their_own_order_below_the_headings_of_their_sections() -> None:
    found = table(suite(CASES))
    assert named(found) == [" Paying ", "pay", "look", "  ", "gift", " After ", "cancel"]
    assert found.headings == {each for each in found.keys if isinstance(each, Section)}
    assert found.cases == 4
    heads = [found.draw(each).title[0].text for each in found.keys if isinstance(each, Section)]
    assert heads == ["Paying", "Without a section", "After"]


def test_cases_without_sections_have_no_heading() -> None:
    assert named(table(suite('[cases.a]\ntitle = "A"\n[cases.b]\ntitle = "B"\n'))) == ["a", "b"]


def test_a_section_that_comes_again_has_a_heading_of_its_own() -> None:
    tree = suite("".join(f"[cases.c{n}]\ntitle = '{n}'\nsection = '{n % 2}'\n" for n in range(3)))
    found = table(tree)
    assert named(found) == [" 0 ", "c0", " 1 ", "c1", " 0 ", "c2"]
    assert len(found.headings) == 3


@pytest.mark.parametrize(
    ("look", "wanted"),
    [
        (Look(order="title"), ["cancel", "gift", "look", "pay"]),
        (Look(order="priority"), ["pay", "cancel", "gift", "look"]),
        (Look(order="worst"), ["gift", "look", "cancel", "pay"]),
        (Look(order="column", column="b"), ["gift", "cancel", "look", "pay"]),
        (Look(order="column", column="a"), ["look", "cancel", "pay", "gift"]),
        (Look(order="column", column="somebody"), ["pay", "look", "gift", "cancel"]),
        (Look(order="column", column="priority", fields=True), ["pay", "cancel", "gift", "look"]),
        (Look(order="column", column="steps", fields=True), ["pay", "gift", "cancel", "look"]),
        (Look(order="column", column="section", fields=True), ["gift", "cancel", "pay", "look"]),
    ],
    ids=str,
)
def test_sorted_cases_stand_without_headings(look: Look, wanted: list[str]) -> None:
    seen = {
        "r1--a": "pay passed with note, look blocked, gift passed, cancel not applicable",
        "r1--b": "pay passed, look passed with note, gift failed, cancel not applicable",
    }
    found = table(suite(CASES + STEPS + PEOPLE, seen), look)
    assert named(found) == wanted
    assert found.headings == frozenset()


def test_the_worst_result_of_a_case_decides_and_nobody_is_worse_than_passed() -> None:
    states = "failed", "blocked", "not observed", "not run", "passed with note", "passed"
    ids = [f"c{number}" for number in range(len(states))]
    text = "".join(f"[cases.{each}]\ntitle = '{each}'\n" for each in ["odd", *reversed(ids)]) + PEOPLE
    results = {"r1--a": ", ".join(map(" ".join, zip(ids, states, strict=True)))}
    results["r1--b"] = ", ".join(f"{each} passed" for each in ids)
    assert named(table(suite(text, results), Look(order="worst"))) == [*ids[:3], "odd", *ids[3:]]


MARKS: list[tuple[str, str, str]] = [
    ("passed", "✓", "✓ passed"),
    ("passed with note", "+", "+ passed with note"),
    ("failed", "✗", "✗ failed"),
    ("blocked", "!", "! blocked"),
    ("not observed", "?", "? could not tell"),
    ("not applicable", "–", "– not applicable"),
    ("did not show", "○", "○ did not come"),
    ("not run", "·", "· not run"),
]


@pytest.mark.parametrize(("state", "mark", "said"), MARKS, ids=str)
def test_each_result_has_its_mark_and_the_legend_tells_only_those_in_sight(
    state: str, mark: str, said: str
) -> None:
    tree = suite(
        '[cases.pay]\npriority = "could"\n[testers.a]\ntitle = "A"\n[rounds.r1]\ntitle = "1"\n',
        {"r1--a": f"pay {state}, gone failed"},
    )
    assert cells(table(tree), "pay") == ["", mark]
    assert legend(tree) == [said]


def test_a_result_in_a_word_of_ones_own_has_the_mark_of_none() -> None:
    assert cells(table(suite(CASES + PEOPLE, {"r1--a": "pay splendid"})), "pay")[1] == "·"


WHO: Mapping[str, list[str]] = {"pay": ["·", "○", ""], "look": ["·", "○", "·"]}


def test_who_did_not_come_and_who_takes_other_cases_is_told_from_what_nobody_ran() -> None:
    text = CASES + '[testers.a]\n[testers.b]\nshowed_up = false\n[testers.c]\ncases = ["case:look"]\n'
    found = table(suite(text))
    assert {each: cells(found, each)[1:] for each in WHO} == WHO
    assert legend(suite(text))[:2] == ["○ did not come", "· not run"]


def test_the_legend_tells_not_run_only_where_a_cell_has_its_mark() -> None:
    text = f'{CASES}[rounds.r1]\n[testers.c]\ncases = ["look"]\n'
    assert legend(suite(text, {"r1--c": "look passed"})) == ["✓ passed", "● must pass"]
    assert "· not run" in legend(suite(text, {"r1--c": "pay passed"}))


@pytest.mark.parametrize(
    ("priority", "waived", "mark", "said"),
    [
        ("must", "", " ● ", ["● must pass"]),
        ("must", "Later.", "(●)", ["● must pass", "(●) waived"]),
        ("should", "", "", []),
        ("should", "Later.", "( )", ["(●) waived"]),
    ],
)
def test_what_must_pass_and_what_is_waived_has_a_mark(
    priority: str, waived: str, mark: str, said: list[str]
) -> None:
    text = f'[cases.pay]\ntitle = "Pay"\npriority = "{priority}"\n[testers.a]\n'
    text += f'[waivers.w]\ncase = "pay"\nby = "M"\nwhy = "{waived}"\n' if waived else ""
    first = table(suite(text)).draw(UAT.child("cases", "pay")).cells[0]
    assert first.text == mark
    assert (first.role == "muted") is bool(waived)
    assert legend(suite(text)) == ["· not run", *said]


def test_a_retest_that_is_due_and_a_mark_stand_beside_the_title() -> None:
    fixed = '"title" = "Odd"\ncase = "pay"\nstate = "fixed"\n'
    found = table(suite(CASES + PEOPLE, {"r1--a": "pay failed"}, {"odd": fixed}), None, frozenset({"look"}))
    assert titles(found, "pay") == ["Pay", "", "retest"]
    assert titles(found, "look") == ["look", "", ""]
    assert [found.draw(UAT.child("cases", each)).marked for each in ("pay", "look")] == [False, True]


def test_of_several_cases_with_one_title_each_says_what_tells_it_from_the_others() -> None:
    which = [
        'environment = "Live"\nrole = "Guest"',
        'role = "Member"\ntest_data = "V"',
        'test_data = "W"',
        "",
    ]
    text = "".join(f"[cases.c{number}]\ntitle = 'Pay'\n{each}\n" for number, each in enumerate(which))
    found = table(suite(f"{text}[cases.other]\ntitle = 'Other'\nrole = 'Guest'\n"))
    assert [titles(found, f"c{number}")[1] for number in range(4)] == ["Live", "Member", "W", "c3"]
    assert titles(found, "other")[1] == ""
    assert titles(table(suite("[cases.a]\ntitle = 'P'\n[cases.b]\ntitle = 'P'\n")), "a")[1] == "a"


def test_each_tester_has_a_column_as_wide_as_their_name_but_not_wider_than_a_code() -> None:
    found = table(suite(CASES + '[testers.a]\ntitle = "A"\n[testers.b]\ntitle = "Benedicta"\n[testers.c]\n'))
    assert [(each.key, each.label, each.width, each.fixed) for each in found.columns] == [
        ("must", "must", 4, True),
        ("a", "A", 1, False),
        ("b", "Benedicta", 7, False),
        ("c", "c", 1, False),
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", ["pay", "look", "gift", "cancel"]),
        ("PAYING", ["pay", "look"]),
        ("guest", ["look"]),
        ("gift10", ["gift"]),
        ("r-7", ["cancel"]),
        ("env:live", ["pay"]),
        ("goal:quick", ["pay"]),
        ("failed", ["look"]),
        ("nobody ran", ["gift", "cancel"]),
        ("paying could", ["look"]),
        ("paying should", []),
    ],
)
def test_cases_are_found_by_what_they_say_and_what_was_seen_in_them(words: str, wanted: list[str]) -> None:
    tree = suite(CASES + PEOPLE, {"r1--a": "pay passed, look failed"})
    found = table(tree, Look(words=words))
    assert [each for each in named(found) if not each.startswith(" ")] == wanted
    assert found.cases == len(wanted)


def test_one_round_shows_and_finds_what_was_seen_in_it() -> None:
    tree = suite(CASES + ROUNDS, {"r1--a": "pay failed", "r2--a": "pay passed"})
    assert [cells(table(tree, Look(round=each)), "pay")[1] for each in ("r1", "r2", "")] == ["✗", "✓", "✓"]
    assert named(table(tree, Look(round="r1", words="failed"))) == [" Paying ", "pay"]
    assert named(table(tree, Look(words="failed"))) == []


def test_the_fields_of_a_case_are_told_in_one_line_each() -> None:
    tree = suite(CASES + STEPS + PEOPLE, {"r1--a": "pay failed", "r1--b": "pay passed, look not observed"})
    found = table(tree, Look(fields=True))
    heads = [each.label for each in found.columns]
    assert heads[:3] == ["results", "priority", "section"]
    assert {"test data", "passes when", "traces to"} <= set(heads)
    pay, look = (dict(zip(heads, cells(found, each), strict=True)) for each in ("pay", "look"))
    assert (pay["results"], pay["priority"], pay["section"]) == ("1 failed", "must", "Paying")
    assert (pay["tags"], pay["traces to"], pay["steps"]) == ("env:live, slow", "quick, 42", "")
    assert (look["results"], look["role"], look["steps"]) == ("not told", "Guest", "10")
    strong = [each.text for each in found.draw(UAT.child("cases", "pay")).cells if each.role == "strong"]
    assert strong == ["must"]


def test_fields_are_sorted_whatever_their_capitals_and_a_priority_of_ones_own_stands_after_must() -> None:
    said = [("a", "apple", "should"), ("b", "Zebra", "sometimes"), ("c", "Mango juice", "must")]
    tree = suite("".join(f'[cases.{n}]\ntitle = "{n}"\nrole = "{r}"\npriority = "{p}"\n' for n, r, p in said))
    assert named(table(tree, Look(order="column", column="role", fields=True))) == ["a", "c", "b"]
    assert named(table(tree, Look(order="priority"))) == ["c", "b", "a"]


def test_the_legend_tells_who_did_not_come_and_what_is_waived_wherever_a_cell_shows_it() -> None:
    text = CASES + '[testers.c]\nshowed_up = false\ncases = ["gone"]\n'
    tree = suite(text + '[waivers.w]\ncase = "pay"\nby = "M"\nwhy = "Later."\n')
    assert cells(table(tree), "pay") == ["(●)", "○"]
    assert legend(tree) == ["○ did not come", "● must pass", "(●) waived"]
