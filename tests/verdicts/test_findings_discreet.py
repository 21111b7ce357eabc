"""Findings in a notebook, as they may be printed: the rule and the file, and no word of the person's."""

from __future__ import annotations

import pytest

from successbook.tree import Address
from successbook.verdicts.findings import RULES, Finding
from successbook.verdicts.findings_discreet import discreet

ENTRY = ("entries", "canary-1")
FILES = [Address("reflections/2026-06-10.toml"), Address("notebook.toml")]
OURS = {
    "misspelt-key": "fix",
    **dict.fromkeys(("file-name", "missing-file", "misspelt-file"), "says and fix"),
}
"""What of a finding is made of our own names and of days alone, and therefore stays."""


@pytest.mark.parametrize("file", FILES, ids=str)
@pytest.mark.parametrize("rule", sorted(RULES))
def test_no_rule_says_a_word_of_what_stands_in_a_notebook(rule: str, file: Address) -> None:
    stays = OURS.get(rule, "")
    says, fix = (f"stays-so {each}" if each in stays else f"canary {each}" for each in ("says", "fix"))
    at = file if "says" in stays else file.child(*ENTRY, "canary-2")
    found = discreet(Finding(rule, at, says, fix, line=7))
    assert "canary" not in f"{found.says} {found.fix} {found.at}"
    assert ("stays-so" in f"{found.says} {found.fix}") == bool(stays)
    assert (found.rule, found.at.file, found.line) == (rule, file.file, 7)


def test_a_value_that_does_not_fit_is_told_by_the_name_of_its_field() -> None:
    at = FILES[0].child(*ENTRY, "counts")
    found = discreet(Finding("misfit", at, "counts is canary 3", "it holds yes or no"))
    assert (found.says, found.fix, str(found.at)) == (
        "counts does not fit",
        "it holds yes or no",
        "reflections/2026-06-10.toml",
    )


def test_what_is_wrong_with_a_plan_is_told_whole() -> None:
    found = Finding("broken-reference", Address("plan.toml", ("goals", "pay")), "no goal", "add it")
    assert discreet(found) is found
