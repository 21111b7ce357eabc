"""Pause advice: a table of every combination with its sentence, the thresholds, what a record says."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree, Value
from successbook.verdicts.pausing import DEFAULTS, Advice, advise, limits_of, pause_advice
from tests.plans import RELEASE, small_plan

KNOWN = ("yes", "no", "unknown")
TABLE = Path(__file__).parent / "pause_advice.txt"


def rows() -> list[tuple[str, str, str, str, str]]:
    """Many, slow, severe, the word, the sentences."""
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return [tuple(part.strip() for part in line.split("|", 4)) for line in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("many", "slow", "severe", "word", "text"), rows())
def test_every_combination_has_its_sentence(many: str, slow: str, severe: str, word: str, text: str) -> None:
    found = advise(many, slow, severe)  # type: ignore[arg-type]
    assert (found.word, found.text) == (word, text)


def test_the_table_has_every_combination_once() -> None:
    assert [row[:3] for row in rows()] == list(product(KNOWN, KNOWN, KNOWN))


def test_what_is_unknown_is_found_out_first_unless_it_is_many_and_slow_already() -> None:
    for many, slow, severe, word, text in rows():
        if (many, slow) == ("yes", "yes"):
            assert word == "consider pausing"
        elif "unknown" in (many, slow, severe):
            assert word == "find out first"
            assert "Until then nothing says that it is safe to go on." in text
        else:
            assert word == "people decide"
        assert text.count("safe") == text.count("nothing says that it is safe")


def incident(tree: Tree | None = None, **fields: Value) -> tuple[Tree, Address]:
    draft = Draft(tree or small_plan())
    at = draft.add(KINDS["incident"], "They pay twice", inside=RELEASE, fields=fields)
    return draft.tree, at


def advice(tree: Tree | None = None, **fields: Value) -> Advice:
    return pause_advice(*incident(tree, **fields))


def test_an_empty_record_asks_for_everything() -> None:
    found = advice()
    assert found.asks == ("affected", "time_to_fix", "severity")
    assert found.word == "find out first"


@pytest.mark.parametrize(
    ("fields", "word", "says"),
    [
        ({"affected": "~5", "affected_of": "% of guests", "time_to_fix": 1, "fix_unit": "days"},
         "consider pausing",
         "It hits many (about 5 % of guests; 5 % or more is many) and the fix is slow (1 day; 24 hours "
         "or more is slow): consider pausing."),
        ({"affected": 4.9, "affected_of": "% of guests", "time_to_fix": 23.5, "fix_unit": "hours",
          "severity": "low"},
         "people decide",
         "It hits few (4.9 % of guests; 5 % or more is many) and the fix is quick (23.5 hours; 24 "
         "hours or more is slow): these two do not ask for a pause; keep looking, and decide."),
        ({"affected": 20, "affected_of": "guests", "time_to_fix": 2, "fix_unit": "hours",
          "severity": "medium"},
         "people decide",
         "It hits many (20 guests; 20 or more is many), but the fix is quick (2 hours; 24 hours or more is "
         "slow): fix it now and keep looking; if it takes longer, consider pausing."),
        ({"affected": 19, "time_to_fix": 2, "fix_unit": "days", "severity": "critical"},
         "people decide",
         "It hits few (19; 20 or more is many), but the fix is slow (2 days; 24 hours or more is slow): "
         "decide whether they can wait; if it hits more, consider pausing. Its severity is "
         "critical; weigh that too."),
        ({"affected": "many guests", "time_to_fix": 4, "severity": "low"},
         "find out first",
         'Find out first: how many are affected ("many guests" is no number) and how long a fix takes (4, '
         "and nobody said hours or days). Until then nothing says that it is safe to go on."),
        ({"affected": "(blocked)", "time_to_fix": "(unknown)", "severity": "low"},
         "find out first",
         "Find out first: how many are affected (blocked) and how long a fix takes. Until then nothing says "
         "that it is safe to go on."),
        ({"affected": 0, "time_to_fix": 0, "fix_unit": "hours", "severity": "low"},
         "people decide",
         "It hits few (0; 20 or more is many) and the fix is quick (0 hours; 24 hours or more is slow): "
         "these two do not ask for a pause; keep looking, and decide."),
    ],
)  # fmt: skip
def test_what_is_written_down_is_weighed(fields: dict[str, Value], word: str, says: str) -> None:
    found = pause_advice(*incident(None, **fields))
    assert (found.word, found.text) == (word, says)


def test_thresholds_are_those_of_the_release_then_of_the_plan_then_stated_defaults() -> None:
    tree = small_plan()
    assert limits_of(tree, RELEASE).assumed == tuple(DEFAULTS)
    draft = Draft(tree)
    for name in DEFAULTS:
        draft.put(Address("plan.toml", (name,)), 7)
    draft.put(RELEASE.child("many_share"), 2.5)
    found = limits_of(draft.tree, RELEASE)
    assert (found.people, found.share, found.hours, found.assumed) == (7, 2.5, 7, ())


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from(["hours", "days"]))
def test_more_affected_or_a_slower_fix_never_makes_the_advice_milder(
    affected: float, fix: float, unit: str
) -> None:
    order = ["people decide", "consider pausing"]

    def weight(number: float, length: float) -> int:
        found = advice(affected=number, time_to_fix=length, fix_unit=unit, severity="low")
        return order.index(found.word)

    here = weight(affected, fix)
    assert weight(affected * 2 + 1, fix) >= here
    assert weight(affected, fix * 2 + 1) >= here
