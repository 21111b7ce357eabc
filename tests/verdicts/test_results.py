"""What testers saw, gathered: who counts as having been there, and what is said of one case."""

from __future__ import annotations

import pytest

from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.results import evidence_of, results_in_words, takes
from tests.verdicts.acceptance_plans import ONE, PEOPLE, RELEASE, UAT, suite


def test_a_tester_of_whom_there_is_only_a_sheet_counts_and_comes_last() -> None:
    tree = suite(ONE + PEOPLE, {"r1--guest": "pay passed"})
    assert evidence_of(tree, UAT).testers == ("a", "b", "guest")
    found = acceptance_of(tree, RELEASE)
    assert found.counts.done == "1 of 3"
    assert found.attendance.words == "1 of 1 came, 2 not known yet"


@pytest.mark.parametrize("state", ["not applicable", "not run", "did not show"])
def test_who_tried_nothing_has_not_come_because_of_it(state: str) -> None:
    found = acceptance_of(suite(ONE + PEOPLE, {"r1--a": f"pay {state}"}), RELEASE)
    assert found.attendance.words == "-"


def test_the_sheet_of_a_round_that_is_not_there_counts_before_all_others() -> None:
    tree = suite(ONE + PEOPLE, {"r1--a": "pay passed", "zz--a": "pay failed"})
    assert evidence_of(tree, UAT).of("pay")["a"].round == "r1"


def test_looking_at_one_round_shows_that_round_alone() -> None:
    text = ONE + PEOPLE + "[rounds.r2]\n"
    tree = suite(text, {"r1--a": "pay failed", "r2--a": "pay passed", "r2--b": "pay blocked"})
    assert evidence_of(tree, UAT, "r1").states("pay") == ["failed"]
    assert evidence_of(tree, UAT, "r2").states("pay") == ["passed", "blocked"]
    assert evidence_of(tree, UAT, "r2").retested == 0


def test_a_case_that_a_tester_takes_may_be_named_with_its_kind() -> None:
    text = ONE + '[testers.a]\ncases = ["case:pay", "look"]\n'
    assert takes(suite(text), UAT, "a") == {"pay", "look"}


@pytest.mark.parametrize(
    ("states", "says", "tone"),
    [
        (["passed", "passed with note"], "2 passed", "good"),
        (["passed", "blocked", "failed"], "1 failed, 1 blocked, 1 passed", "bad"),
        (["blocked"], "1 blocked", "bad"),
        (["not observed"], "nobody could tell", "unknown"),
        ([], "nobody ran it", "unknown"),
    ],
)
def test_the_results_of_a_case_are_said_the_bad_ones_first(states: list[str], says: str, tone: str) -> None:
    assert results_in_words(states) == (says, tone)
