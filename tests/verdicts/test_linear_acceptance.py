"""The verdict on an acceptance test as plain text and as data: it comes first."""

from __future__ import annotations

import datetime as dt

from successbook.plan.now import Now
from successbook.verdicts.linear import part_data, part_text
from tests.verdicts.acceptance_plans import suite

NOW = Now(dt.date(2026, 6, 15))
TEXT = """
[cases.pay]
title = "Pay"
[cases.look]
title = "Look"
priority = "could"
[rounds.r1]
title = "Round 1"
[rounds.r2]
[testers.a]
title = "A"
[testers.b]
showed_up = false
[criteria.c]
title = "Half of it"
list = "exit"
kind = "share passed"
number = 50
[sign_offs.s]
title = "Lin"
"""
RESULTS = {"r1--a": "pay passed, look failed", "r2--a": "pay failed"}
DEFECTS = {"d": 'title = "D"\ncase = "look"\nstate = "fixed"'}


def test_the_verdict_comes_first_with_its_causes_and_all_it_follows_from() -> None:
    said = part_text(suite(TEXT, RESULTS, DEFECTS), "uat", NOW, "x").splitlines()
    assert said[2:16] == [
        "Acceptance test of R",
        "  Verdict: not accepted",
        '    "Pay" must pass and failed for A in r2 [releases/r/uat.toml:cases.pay]',
        '    to end, "Half of it" does not hold: 0 of 2 definite results passed, 0 %, wanted 50 % '
        "[releases/r/uat.toml:criteria.c]",
        "  Done: 2 of 4",
        "  Definite results passed: 0 of 2",
        "  Results of a retest, which count: 1",
        "  Testers: 1 of 2 came",
        "  To end: Half of it: does not hold (0 of 2 definite results passed, 0 %, wanted 50 %)",
        "  Nobody passed: Pay (failed for A in r2)",
        "  Nobody passed: Look (failed for A in Round 1)",
        "  Need not pass, and did not: Look (failed for A in Round 1)",
        "  To be tested again: Look (D)",
        '  Signed: Lin: challenged: "Pay" must pass and failed for A in r2; it does not say on which content',
    ]


def test_the_verdict_is_there_as_data() -> None:
    data = part_data(suite(TEXT, RESULTS, DEFECTS), "uat", NOW, "x")
    assert isinstance(data, dict)
    records = data["records"]
    assert isinstance(records, list)
    assert isinstance(records[0], dict)
    judged = records[0]["acceptance"]
    assert isinstance(judged, dict)
    assert (judged["verdict"], judged["executed"], judged["planned"]) == ("not accepted", 2, 4)
    assert judged["causes"] == [
        {"says": '"Pay" must pass and failed for A in r2', "address": "releases/r/uat.toml:cases.pay"},
        {
            "says": 'to end, "Half of it" does not hold: 0 of 2 definite results passed, 0 %, wanted 50 %',
            "address": "releases/r/uat.toml:criteria.c",
        },
    ]


def test_without_a_case_there_is_nothing_to_judge() -> None:
    assert part_text(suite("scope = 'x'"), "uat", NOW, "x").splitlines()[3:6] == [
        "  Verdict: nothing to judge",
        "    there is no case yet [releases/r/uat.toml]",
        "",
    ]
