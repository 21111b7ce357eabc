"""Criteria of an acceptance test: what is worked out, from what, and what cannot be said yet."""

from __future__ import annotations

import pytest

from successbook.verdicts.acceptance import acceptance_of
from tests.verdicts.acceptance_plans import PEOPLE, RELEASE, TWO, WAIVER, criterion, suite

ALL = {"r1--a": "pay passed, look passed"}
HALF = {"r1--a": "pay passed, look failed"}
QUOTA = '[quotas.q]\ntitle = "Customers"\nwanted = {}\ntesters = ["a"]\n'
BLOCKER = 'title = "D{}"\nblocking = true\nstate = "{}"'
Held = tuple[bool | None, str]
TABLE: list[tuple[str, str, str, str, dict[str, str], dict[str, str], Held]] = [
    ("no result", "share passed", "number = 90", "", {}, {}, (None, "nothing has been run yet")),
    ("no number", "share passed", "", "", ALL, {}, (None, "it does not say how many percent")),
    ("yes is no number", "share passed", "number = true", "", ALL, {},
     (None, "it does not say how many percent")),
    ("words are no number", "share passed", 'number = "most"', "", ALL, {},
     (None, "it does not say how many percent")),
    ("exactly the share", "share passed", "number = 50", "", HALF, {},
     (True, "1 of 2 definite results passed, 50 %, wanted 50 %")),
    ("no blocker", "no open blocker", "", "", ALL, {"d": BLOCKER.format("", "closed")},
     (True, "no open defect blocks the release")),
    ("blockers", "no open blocker", "", "", ALL,
     {"d": BLOCKER.format(1, "open"), "e": BLOCKER.format(2, "fixed")},
     (False, '"D1" and "D2" block the release')),
    ("one blocker", "no open blocker", "", "", ALL, {"d": BLOCKER.format("", "fixed")},
     (False, '"D" blocks the release')),
    ("one passer is enough where no number is said", "must-cases passed by", "", "", ALL, {},
     (True, "each of 1 must-cases is passed by 1 tester")),
    ("a waived must need not be passed", "must-cases passed by", "", WAIVER, {}, {},
     (True, "there is no must-case")),
    ("no quota", "quota met", "", "", ALL, {}, (None, "no quota says how many testers are wanted")),
    ("a quota without a number", "quota met", "", '[quotas.q]\ntesters = ["a"]\n', ALL, {},
     (None, "no quota says how many testers are wanted")),
    ("the quota", "quota met", "", QUOTA.format(1), ALL, {}, (True, "the quota is met")),
    ("short", "quota met", "", QUOTA.format(2), ALL, {},
     (False, 'of the testers wanted as "Customers", 1 of 2 came')),
    ("an answer of nobody", "a person answers", "answer = true", "", ALL, {},
     (True, "nobody says who answered")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rest", "more", "results", "defects", "held"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_a_criterion_says_whether_it_holds_and_why(
    kind: str, rest: str, more: str, results: dict[str, str], defects: dict[str, str], held: Held
) -> None:
    text = TWO + PEOPLE + criterion(kind, rest, to="entry") + more
    found = acceptance_of(suite(text, results, defects), RELEASE).criteria[0]
    assert (found.holds, found.says) == held
    assert found.asked == (kind == "a person answers")


@pytest.mark.parametrize("kind", ["no open blocker", "quota met"])
def test_what_another_cause_says_already_is_not_said_again_by_its_criterion(kind: str) -> None:
    tree = suite(TWO + PEOPLE + QUOTA.format(2) + criterion(kind), ALL, {"d": BLOCKER.format("", "open")})
    found = acceptance_of(tree, RELEASE)
    assert [each.says for each in found.causes] == [
        'the defect "D" blocks the release and is open',
        'of the testers wanted as "Customers", 1 of 2 came',
    ]
