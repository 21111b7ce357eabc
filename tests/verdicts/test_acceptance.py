"""The rules of acceptance as a table, and the laws that hold whatever was tested."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.tree import Tree
from successbook.verdicts.acceptance import VERDICTS, acceptance_of
from tests.verdicts.acceptance_plans import RELEASE, UAT, suite

ONE = '[cases.pay]\ntitle = "Pay"\npriority = "must"\n'
TWO = f'{ONE}[cases.look]\ntitle = "Look"\npriority = "should"\n'
PEOPLE = '[testers.a]\ntitle = "A"\n[testers.b]\ntitle = "B"\n[rounds.r1]\ntitle = "Round 1"\n'
ROUNDS = f'{PEOPLE}[rounds.r2]\ntitle = "Round 2, what had failed"\n'
WAIVER = '[waivers.w]\ncase = "pay"\nby = "Mara"\nwhy = "Later."\n'
QUOTA = '[quotas.q]\ntitle = "Customers"\nwanted = 2\ntesters = ["a", "b"]\n'


def exit_(kind: str, rest: str = "") -> str:
    return f'[criteria.c]\ntitle = "It holds"\nlist = "exit"\nkind = "{kind}"\n{rest}\n'


FAILED = '"Pay" must pass and failed for A in Round 1'
UNRUN = '"Pay" must pass and nobody has run it'
TABLE: list[tuple[str, str, dict[str, str], dict[str, str], str, list[str]]] = [
    ("no test at all", "", {}, {}, "nothing to judge", ["there is no case yet"]),
    ("no case", PEOPLE, {}, {}, "nothing to judge", ["there is no case yet"]),
    ("nothing run", ONE + PEOPLE, {}, {}, "not finished", [UNRUN]),
    (
        "only could-cases, and nothing run",
        ONE.replace("must", "could"),
        {},
        {},
        "not finished",
        ["nobody has run a case yet"],
    ),
    ("passed", ONE + PEOPLE, {"r1--a": "pay passed"}, {}, "accepted", []),
    ("passed with note", ONE + PEOPLE, {"r1--a": "pay passed with note"}, {}, "accepted", []),
    ("failed", ONE + PEOPLE, {"r1--a": "pay failed"}, {}, "not accepted", [FAILED]),
    (
        "one failure weighs more than passes",
        ONE + PEOPLE,
        {"r1--a": "pay failed", "r1--b": "pay passed"},
        {},
        "not accepted",
        [FAILED],
    ),
    (
        "several failed",
        ONE + ROUNDS,
        {"r1--a": "pay failed", "r2--b": "pay failed"},
        {},
        "not accepted",
        ['"Pay" must pass and failed for A in Round 1 and B in Round 2'],
    ),
    ("a retest counts", ONE + ROUNDS, {"r1--a": "pay failed", "r2--a": "pay passed"}, {}, "accepted", []),
    (
        "a retest that fails counts too",
        ONE + ROUNDS,
        {"r1--a": "pay passed", "r2--a": "pay failed"},
        {},
        "not accepted",
        ['"Pay" must pass and failed for A in Round 2'],
    ),
    (
        "another tester's retest takes no failure back",
        ONE + ROUNDS,
        {"r1--a": "pay failed", "r2--b": "pay passed"},
        {},
        "not accepted",
        [FAILED],
    ),
    (
        "a retest that was not run takes no failure back",
        ONE + ROUNDS,
        {"r1--a": "pay failed", "r2--a": "pay not run"},
        {},
        "not accepted",
        [FAILED],
    ),
    (
        "blocked",
        ONE + PEOPLE,
        {"r1--a": "pay blocked", "r1--b": "pay passed"},
        {},
        "not finished",
        ['"Pay" must pass and was blocked for A in Round 1'],
    ),
    (
        "nobody could tell",
        ONE + PEOPLE,
        {"r1--a": "pay not observed"},
        {},
        "not finished",
        ['"Pay" must pass and nobody could tell whether it does'],
    ),
    ("only no-shows", ONE + PEOPLE, {"r1--a": "pay did not show"}, {}, "not finished", [UNRUN]),
    ("only not applicable", ONE + PEOPLE, {"r1--a": "pay not applicable"}, {}, "not finished", [UNRUN]),
    ("a should failed", TWO + PEOPLE, {"r1--a": "pay passed, look failed"}, {}, "accepted", []),
    (
        "no priority counts as a must",
        '[cases.pay]\ntitle = "Pay"\n' + PEOPLE,
        {"r1--a": "pay failed"},
        {},
        "not accepted",
        [FAILED],
    ),
    (
        "waived",
        ONE + PEOPLE + WAIVER,
        {"r1--a": "pay failed"},
        {},
        "accepted with exceptions",
        ['"Pay" need not pass: waived by Mara'],
    ),
    ("a waiver nobody needs", ONE + PEOPLE + WAIVER, {"r1--a": "pay passed"}, {}, "accepted", []),
    (
        "a waiver without a reason",
        ONE + PEOPLE + '[waivers.w]\ncase = "pay"\nby = "Mara"\n',
        {"r1--a": "pay failed"},
        {},
        "not accepted",
        [f"{FAILED}; its waiver does not say why"],
    ),
    (
        "a waiver by nobody",
        ONE + PEOPLE + '[waivers.w]\ncase = "pay"\n',
        {},
        {},
        "not finished",
        [f"{UNRUN}; its waiver does not say who waives it and why"],
    ),
    (
        "a quota is short",
        ONE + PEOPLE + QUOTA,
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['of the testers wanted as "Customers", 1 of 2 came, 1 still to come'],
    ),
    (
        "a failure and a gap are both told",
        ONE + PEOPLE + QUOTA,
        {"r1--a": "pay failed"},
        {},
        "not accepted",
        [FAILED, 'of the testers wanted as "Customers", 1 of 2 came, 1 still to come'],
    ),
    (
        "a blocker is open",
        ONE + PEOPLE,
        {"r1--a": "pay passed"},
        {"d": 'title = "D"\nblocking = true\nstate = "open"\nseverity = "cosmetic"'},
        "not accepted",
        ['the defect "D" blocks the release and is open'],
    ),
    (
        "a critical defect that does not block",
        ONE + PEOPLE,
        {"r1--a": "pay passed"},
        {"d": 'title = "D"\nstate = "open"\nseverity = "critical"'},
        "accepted",
        [],
    ),
    (
        "a blocker waits for its retest",
        ONE + PEOPLE,
        {"r1--a": "pay passed"},
        {"d": 'title = "D"\nblocking = true\nstate = "fixed"'},
        "not finished",
        ['the defect "D" blocks the release and its retest is still to come'],
    ),
    (
        "a blocker of a waived case",
        ONE + PEOPLE + WAIVER,
        {"r1--a": "pay failed"},
        {"d": 'title = "D"\ncase = "pay"\nblocking = true\nstate = "open"'},
        "accepted with exceptions",
        ['"Pay" need not pass: waived by Mara'],
    ),
    (
        "a share that is too small",
        TWO + PEOPLE + exit_("share passed", "number = 90"),
        {"r1--a": "pay passed, look failed", "r1--b": "look blocked"},
        {},
        "not finished",
        ['to end, "It holds" does not hold: 1 of 2 definite results passed, 50 %, wanted 90 %'],
    ),
    (
        "too few passed a must",
        ONE + PEOPLE + exit_("must-cases passed by", "number = 2"),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['to end, "It holds" does not hold: 1 of 1 must-cases lack it, to be passed by 2 testers: "Pay"'],
    ),
    (
        "nobody has answered",
        ONE + PEOPLE + exit_("a person answers"),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['to end, "It holds" is not known to hold: nobody has answered it yet'],
    ),
    (
        "a person says no",
        ONE + PEOPLE + exit_("a person answers", 'answer = false\nby = "Lin"'),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['to end, "It holds" does not hold: no, says Lin'],
    ),
    (
        "a person says yes",
        ONE + PEOPLE + exit_("a person answers", 'answer = true\nby = "Lin"'),
        {"r1--a": "pay passed"},
        {},
        "accepted",
        [],
    ),
    (
        "a criterion to begin does not decide",
        ONE + PEOPLE + exit_("a person answers").replace("exit", "entry"),
        {"r1--a": "pay passed"},
        {},
        "accepted",
        [],
    ),
    (
        "a short quota is told once",
        ONE + PEOPLE + QUOTA + exit_("quota met"),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['of the testers wanted as "Customers", 1 of 2 came, 1 still to come'],
    ),
]


@pytest.mark.parametrize(
    ("text", "results", "defects", "verdict", "causes"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
def test_the_rules(
    text: str, results: dict[str, str], defects: dict[str, str], verdict: str, causes: list[str]
) -> None:
    found = acceptance_of(suite(text, results, defects), RELEASE)
    assert (found.verdict, [each.says for each in found.causes]) == (verdict, causes)


def test_every_verdict_is_in_the_table() -> None:
    assert {row[4] for row in TABLE} == set(VERDICTS)


def test_every_cause_names_its_record() -> None:
    tree = suite(ONE + PEOPLE + QUOTA, {"r1--a": "pay failed"})
    assert [each.at for each in acceptance_of(tree, RELEASE).causes] == [
        UAT.child("cases", "pay"),
        UAT.child("quotas", "q"),
    ]


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


def test_rounds_follow_one_another_as_they_are_listed_not_by_their_names() -> None:
    text = ONE + "[testers.a]\n[rounds.z]\n[rounds.b]\n"
    assert acceptance_of(suite(text, {"z--a": "pay failed", "b--a": "pay passed"}), RELEASE).accepted


def test_cases_that_nobody_passed_are_named() -> None:
    tree = suite(TWO + PEOPLE, {"r1--a": "look not observed", "r1--b": "look not applicable"})
    found = acceptance_of(tree, RELEASE)
    assert [each.at.key for each in found.unpassed] == ["look"]
    assert [each.at.key for each in found.unrun] == ["pay"]


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
        suite(cases + PEOPLE + exit_("share passed", "number = 99.95"), {"r1--a": said}), RELEASE
    )
    assert found.criteria[0].holds is False
    assert "99.9 %" in found.criteria[0].says
    results = {"r1--a": "pay passed, look passed", "r1--b": "look failed"}
    third = acceptance_of(suite(TWO + PEOPLE + exit_("share passed", "number = 66.7"), results), RELEASE)
    assert (third.criteria[0].holds, "66.6 %" in third.criteria[0].says) == (False, True)


def test_the_verdict_needs_no_pydantic() -> None:
    code = "import sys, successbook.verdicts.acceptance; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Laws

STATES = ("passed", "passed with note", "failed", "blocked", "not observed", "not applicable", "not run")
CASES = ("pay", "look", "leave")
SHEETS = st.dictionaries(
    st.sampled_from([f"{r}--{t}" for r in ("r1", "r2") for t in ("a", "b")]),
    st.dictionaries(st.sampled_from(CASES), st.sampled_from(STATES)),
)
SUITE = TWO + '[cases.leave]\ntitle = "Leave"\n' + ROUNDS


def said(sheets: dict[str, dict[str, str]]) -> dict[str, str]:
    return {
        name: ", ".join(f"{case} {state}" for case, state in held.items()) for name, held in sheets.items()
    }


def judged(sheets: dict[str, dict[str, str]], text: str = SUITE) -> Tree:
    return suite(text, said(sheets))


@given(SHEETS)
def test_accepted_means_that_nothing_speaks_against_it_and_every_must_was_passed(
    sheets: dict[str, dict[str, str]],
) -> None:
    found = acceptance_of(judged(sheets), RELEASE)
    if found.verdict == "accepted":
        assert found.causes == ()
        assert all(each.passed_by for each in found.cases if each.must)
    else:
        assert found.causes


@given(SHEETS)
def test_waiving_every_case_accepts_it_with_exceptions_and_changes_no_count(
    sheets: dict[str, dict[str, str]],
) -> None:
    waivers = "".join(
        f'[waivers.w{n}]\ncase = "{case}"\nby = "M"\nwhy = "W"\n' for n, case in enumerate(CASES)
    )
    bare, waived = (
        acceptance_of(judged(sheets), RELEASE),
        acceptance_of(judged(sheets, SUITE + waivers), RELEASE),
    )
    assert waived.accepted
    assert (waived.verdict == "accepted") == (bare.verdict == "accepted")
    assert waived.counts == bare.counts


@given(SHEETS, st.sampled_from(["pay", "leave"]), st.sampled_from(["a", "b"]))
def test_one_more_failure_of_a_must_is_never_better(
    sheets: dict[str, dict[str, str]], case: str, tester: str
) -> None:
    worse = {**sheets, f"r2--{tester}": {**sheets.get(f"r2--{tester}", {}), case: "failed"}}
    assert acceptance_of(judged(worse), RELEASE).verdict == "not accepted"


@given(SHEETS)
def test_counts_stay_within_one_another(sheets: dict[str, dict[str, str]]) -> None:
    counts = acceptance_of(judged(sheets), RELEASE).counts
    assert 0 <= counts.passed <= counts.definite <= counts.executed <= counts.planned <= len(CASES) * 2
