"""What stands beside the parts of an acceptance test in an outline."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.now import Now
from successbook.tree import Address
from successbook.verdicts.asides import aside_of
from tests.verdicts.acceptance_plans import UAT, suite

NOW = Now(dt.date(2026, 6, 15))
TEXT = """
[cases.pay]
title = "Pay"
[rounds.r1]
[testers.a]
[testers.b]
[quotas.q]
wanted = 1
testers = ["a", "b"]
[quotas.short]
wanted = 2
testers = ["a"]
[criteria.c]
list = "exit"
kind = "no open blocker"
[criteria.open]
kind = "a person answers"
[sign_offs.s]
title = "Lin"
date = 2026-06-14
"""


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("quotas.q", ("1 of 1 came, 1 still to come", "good")),
        ("quotas.short", ("1 of 2 came", "careful")),
        ("criteria.c", ("exit: holds", "good")),
        ("criteria.open", ("not known yet", "unknown")),
        ("sign_offs.s", ("challenged, yesterday", "bad")),
    ],
)
def test_what_follows_from_the_verdict_stands_beside_each_part(part: str, said: tuple[str, str]) -> None:
    tree = suite(TEXT, {"r1--a": "pay failed"})
    assert aside_of(tree, Address.parse(f"{UAT.file}:{part}"), NOW) == said


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ("pay passed, look failed", ("1 of 2 passed, 1 not", "bad")),
        ("pay did not show, look did not show", ("did not come", "careful")),
        ("", ("no result yet", "muted")),
        ("pay blocked", ("blocked", "bad")),
    ],
)
def test_a_sheet_says_how_it_went(results: str, said: tuple[str, str]) -> None:
    sheet = Address("releases/r/results/r1--a.toml")
    assert aside_of(suite(TEXT, {"r1--a": results}), sheet, NOW) == said
