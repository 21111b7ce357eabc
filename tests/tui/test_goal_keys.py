"""What the goals room asks by itself, and that what it says stays in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.tree import Address
from successbook.tui.dispatch import say
from successbook.tui.screens.interview import InterviewScreen
from tests.plans import ACTION, GOAL, GUARDRAIL, METRIC, small_plan, written
from tests.tui.driving import Driver, driven
from tests.tui.goal_plans import SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_missing_is_asked_a_page_each_and_kept_at_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.go_to(ACTION)
        await driver.press("I")
        assert isinstance(driver.app.screen, InterviewScreen)
        assert "What is missing, 1 of " in driver.text
        assert 'Who must do that: "Guests keep their card"?' in " ".join(driver.text.replace("│", "").split())
        await driver.rush("Guests who come back")
        await driver.press("tab")
        assert driver.value(ACTION.child("who")) == "Guests who come back"
        await driver.press("escape")
        assert driver.outline.record == ACTION


async def test_dont_know_yet_goes_on_and_at_the_end_enter_leads_back_to_where_it_was_asked(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("I", "f3", "f3", "f3")
        assert driver.value(METRIC.child("not_known")) == ("owners", "definition", "instruments")
        assert "Nothing is missing any more." in driver.text
        await driver.press("enter")
        assert driver.outline.record == METRIC
        await driver.press("I")
        assert not isinstance(driver.app.screen, InterviewScreen)
        assert 'Nothing is missing from "Seconds to pay" downwards' in driver.said


async def test_from_the_page_what_is_missing_is_asked_of_the_whole_plan(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("tab", "I")
        assert isinstance(driver.app.screen, InterviewScreen)


async def add_beside_the_guardrail(driver: Driver) -> None:
    await driver.go_to(GUARDRAIL)
    await driver.press("a")
    await driver.rush("Wrong charges")
    await driver.press("enter")


async def test_a_metric_beside_another_has_its_role(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await add_beside_the_guardrail(driver)
        assert driver.value(Address.parse("plan.toml:metrics.wrong-charges.role")) == "guardrail"


async def test_the_day_of_a_baseline_lies_behind(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await add_beside_the_guardrail(driver)
        assert "Where is Wrong charges today?" in driver.text.replace('"', "")
        await driver.rush("3")
        await driver.press("tab", "tab")
        await driver.rush("30 sep")
        await driver.press("enter")
        at = Address.parse("plan.toml:metrics.wrong-charges.baseline_date")
        assert driver.value(at) == dt.date(2025, 9, 30)


async def test_what_was_said_stays_in_its_room_and_an_error_does_not(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await driver.go_to(GOAL)
        say(driver.app.screen, "This has no picture", "warning")
        say(driver.app.screen, "The disk is full", "error")
        await driver.press("3")
        assert driver.said == ["The disk is full"]
