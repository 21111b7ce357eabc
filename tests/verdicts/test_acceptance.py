"""The rules of acceptance as a table."""

from __future__ import annotations

import subprocess
import sys

import pytest

from successbook.verdicts.acceptance import VERDICTS, acceptance_of
from tests.verdicts.acceptance_plans import (
    ONE,
    PEOPLE,
    QUOTA,
    RELEASE,
    ROUNDS,
    TWO,
    UAT,
    WAIVER,
    criterion,
    suite,
)

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
        TWO + PEOPLE + criterion("share passed", "number = 90"),
        {"r1--a": "pay passed, look failed", "r1--b": "look blocked"},
        {},
        "not finished",
        ['to end, "It holds" does not hold: 1 of 2 definite results passed, 50 %, wanted 90 %'],
    ),
    (
        "too few passed a must",
        ONE + PEOPLE + criterion("must-cases passed by", "number = 2"),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['to end, "It holds" does not hold: 1 of 1 must-cases lack it, to be passed by 2 testers: "Pay"'],
    ),
    (
        "nobody has answered",
        ONE + PEOPLE + criterion("a person answers"),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['to end, "It holds" is not known to hold: nobody has answered it yet'],
    ),
    (
        "a person says no",
        ONE + PEOPLE + criterion("a person answers", 'answer = false\nby = "Lin"'),
        {"r1--a": "pay passed"},
        {},
        "not finished",
        ['to end, "It holds" does not hold: no, says Lin'],
    ),
    (
        "a person says yes",
        ONE + PEOPLE + criterion("a person answers", 'answer = true\nby = "Lin"'),
        {"r1--a": "pay passed"},
        {},
        "accepted",
        [],
    ),
    (
        "a criterion to begin does not decide",
        ONE + PEOPLE + criterion("a person answers", to="entry"),
        {"r1--a": "pay passed"},
        {},
        "accepted",
        [],
    ),
    (
        "a short quota is told once",
        ONE + PEOPLE + QUOTA + criterion("quota met"),
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


def test_rounds_follow_one_another_as_they_are_listed_not_by_their_names() -> None:
    text = ONE + "[testers.a]\n[rounds.z]\n[rounds.b]\n"
    assert acceptance_of(suite(text, {"z--a": "pay failed", "b--a": "pay passed"}), RELEASE).accepted


def test_the_verdict_needs_no_pydantic() -> None:
    code = "import sys, successbook.verdicts.acceptance; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
