"""What is counted of an acceptance test: results, cases, who came, quotas and shares."""

from __future__ import annotations

from successbook.verdicts.acceptance import acceptance_of
from tests.verdicts.acceptance_plans import ONE, PEOPLE, QUOTA, RELEASE, ROUNDS, TWO, criterion, suite


def test_what_was_not_run_is_a_dash_and_no_zero() -> None:
    counts = acceptance_of(suite(TWO + PEOPLE), RELEASE).counts
    assert (counts.done, counts.well, counts.planned) == ("-", "-", 4)


def test_results_are_counted_by_case_and_tester() -> None:
    results = {"r1--a": "pay passed, look not applicable", "r1--b": "pay blocked", "r2--b": "pay failed"}
    counts = acceptance_of(suite(TWO + ROUNDS, results), RELEASE).counts
    assert (counts.done, counts.well, counts.retested) == ("2 of 3", "1 of 2", 1)


def test_a_tester_who_takes_some_cases_is_waited_for_in_those_only() -> None:
    text = TWO + PEOPLE.replace('title = "A"', 'title = "A"\ncases = ["pay"]')
    assert acceptance_of(suite(text), RELEASE).counts.planned == 3


def test_who_does_more_than_they_take_is_counted_whole() -> None:
    text = TWO + PEOPLE.replace('title = "A"', 'title = "A"\ncases = ["pay"]')
    counts = acceptance_of(suite(text, {"r1--a": "pay passed, look passed"}), RELEASE).counts
    assert counts.done == "2 of 4"


def test_cases_that_nobody_passed_are_named() -> None:
    tree = suite(TWO + PEOPLE, {"r1--a": "look not observed", "r1--b": "look not applicable"})
    found = acceptance_of(tree, RELEASE)
    assert [each.at.key for each in found.unpassed] == ["look"]


def test_the_show_rate_counts_who_came_and_who_did_not() -> None:
    text = ONE + "[testers.a]\nshowed_up = false\n[testers.b]\n[testers.c]\n[testers.d]\nshowed_up = true"
    assert acceptance_of(suite(text, {"r1--b": "pay passed"}), RELEASE).attendance.words == (
        "2 of 3 came, 1 not known yet"
    )
    assert acceptance_of(suite(ONE + PEOPLE), RELEASE).attendance.words == "-"


def test_one_tester_counts_towards_two_quotas() -> None:
    more = '[quotas.phone]\ntitle = "Phone"\nwanted = 1\ntesters = ["a"]\n'
    found = acceptance_of(suite(ONE + PEOPLE + QUOTA + more, {"r1--a": "pay passed"}), RELEASE)
    assert [(each.at.key, each.met, each.came) for each in found.quotas] == [
        ("q", False, 1),
        ("phone", True, 1),
    ]


def test_a_share_is_never_rounded_up_to_what_is_wanted() -> None:
    cases = "".join(f"[cases.c{n}]\npriority = 'could'\n" for n in range(1000))
    said = ", ".join(f"c{n} {'failed' if n == 0 else 'passed'}" for n in range(1000))
    found = acceptance_of(
        suite(cases + PEOPLE + criterion("share passed", "number = 99.95"), {"r1--a": said}), RELEASE
    )
    assert found.criteria[0].holds is False
    assert "99.9 %" in found.criteria[0].says
    results = {"r1--a": "pay passed, look passed", "r1--b": "look failed"}
    third = acceptance_of(suite(TWO + PEOPLE + criterion("share passed", "number = 66.7"), results), RELEASE)
    assert (third.criteria[0].holds, "66.6 %" in third.criteria[0].says) == (False, True)
