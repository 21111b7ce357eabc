"""A filter over the goals: what it leaves, what it knows, and how one gets past it."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree
from successbook.tui.screens.find import FindScreen
from successbook.tui.widgets.rows import RowList
from tests.plans import GOAL, GUARDRAIL, INITIATIVE, INSIGHT, METRIC, small_plan, written
from tests.tui.driving import driven
from tests.tui.goal_plans import SIZES, listed


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_leaves_what_holds_the_words_and_where_that_hangs(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.press("2", "slash")
        await driver.rush("guardrail")
        assert GUARDRAIL in listed(driver)
        assert METRIC not in listed(driver)
        assert GOAL in listed(driver)
        await driver.press("enter")
        assert driver.outline.record == GUARDRAIL
        assert 'lines for "guardrail"' in driver.text
        await driver.press("escape")
        assert METRIC in listed(driver)
        assert driver.outline.record == GUARDRAIL


@pytest.mark.parametrize(("words", "left"), [("mara", GOAL), ("KPI seconds", METRIC), ("drop", INSIGHT)])
async def test_a_filter_knows_owners_kinds_and_what_is_said_beside(
    tmp_path: Path, words: str, left: Address
) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash")
        await driver.rush(words)
        await driver.press("enter")
        assert driver.outline.record == left


async def test_what_a_filter_hides_is_shown_when_somebody_goes_there(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash")
        await driver.rush("guardrail")
        await driver.press("enter")
        await driver.go_to(INITIATIVE)
        assert driver.outline.record == INITIATIVE
        assert 'lines for "guardrail"' not in driver.text


async def test_a_second_slash_finds_anything_in_the_plan(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash", "slash")
        assert isinstance(driver.app.screen, FindScreen)
        await driver.press("escape")
        assert GOAL in listed(driver)


async def test_a_filter_that_nothing_holds_leaves_an_empty_list_and_esc_brings_all_back(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash")
        await driver.rush("zzz")
        assert listed(driver) == []
        assert "No line has these words. Esc shows all again" in driver.text
        await driver.press("escape")
        assert GOAL in listed(driver)
        assert isinstance(driver.app.focused, RowList)


def many() -> Tree:
    """Three hundred goals of a dozen owners."""
    draft = Draft(small_plan())
    for number in range(300):
        draft.add(
            KINDS["goal"], f"Goal {number}", under=GOAL, fields={"owners": (f"{chr(97 + number % 12)}lf",)}
        )
    return draft.tree


async def test_among_three_hundred_goals_those_of_one_owner_are_found(tmp_path: Path) -> None:
    async with driven(written(tmp_path, many())) as driver:
        await driver.press("2", "slash")
        await driver.rush("lLF")
        found = [at for at in listed(driver) if driver.value(at.child("owners")) == ("llf",)]
        assert len(found) == 25
        assert len(listed(driver)) == 25 + 3


async def test_esc_where_no_line_is_hidden_says_nothing(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await driver.go_to(GOAL)
        await driver.press("escape")
        assert driver.said == []
