"""What a metric is compared with is revised with a reason; old and new stand beside each other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tui.screens.revise import ReviseScreen
from successbook.tui.screens.revisions import RevisionsScreen
from tests.plans import METRIC, TARGET, small_plan, written
from tests.tui.driving import Driver, driven
from tests.tui.goal_plans import SIZES, only


async def revise_target(driver: Driver, value: str) -> None:
    """Begin to revise the target of the metric, and write what it shall be."""
    await driver.go_to(METRIC)
    await driver.press("n", "enter")
    await driver.rush(value)


@pytest.mark.parametrize("size", SIZES)
async def test_a_target_is_revised_with_a_reason_and_old_and_new_stand_side_by_side(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.go_to(METRIC)
        await driver.press("n")
        assert isinstance(driver.app.screen, RevisionsScreen)
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReviseScreen)
        await driver.rush("55")
        await driver.press("enter")
        await driver.rush("The MVP was quicker")
        await driver.press("enter")
        assert driver.value(TARGET.child("value")) == 55
        assert only(driver, METRIC.child("revisions")) == {
            "date": dt.date(2026, 6, 15),
            "old": "Target value: 60 s",
            "new": "Target value: 55 s",
            "because": "The MVP was quicker\n",
        }
        assert driver.labels == ['Revise target of "Seconds to pay"']
        assert isinstance(driver.app.screen, RevisionsScreen)
        line = next(line for line in driver.text.splitlines() if "15 Jun" in line and "60 s" in line)
        assert "55 s" in line
        assert "The MVP was quicker" in driver.text
        await driver.press("u")
        assert driver.value(TARGET.child("value")) == 60
        assert isinstance(driver.app.screen, RevisionsScreen)
        assert "The MVP was quicker" not in driver.text.split("Taken back")[0]
        await driver.press("U")
        assert driver.value(TARGET.child("value")) == 55


async def test_a_revision_without_a_reason_is_not_kept_and_nothing_is_lost(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await revise_target(driver, "55")
        await driver.press("enter", "enter")
        assert isinstance(driver.app.screen, ReviseScreen)
        assert driver.value(TARGET.child("value")) == 60
        assert "say why in a sentence" in driver.text
        await driver.rush("It was quicker")
        await driver.press("enter")
        assert driver.value(TARGET.child("value")) == 55


async def test_esc_without_a_reason_says_so_and_once_more_leaves_all_as_it_was(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await revise_target(driver, "55")
        await driver.press("escape")
        assert isinstance(driver.app.screen, ReviseScreen)
        assert "Esc again leaves all as it was" in driver.text
        await driver.press("escape")
        assert isinstance(driver.app.screen, RevisionsScreen)
        assert driver.labels == []


async def test_esc_where_nothing_is_new_changes_nothing(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "enter", "escape", "escape")
        assert driver.labels == []
        assert driver.outline.record == METRIC


async def test_a_baseline_is_taken_anew_and_the_earlier_one_is_kept(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "down", "down", "enter")
        await driver.rush("~90")
        await driver.press("enter")
        await driver.rush("New quarter")
        await driver.press("tab", "ctrl+u")
        await driver.rush("1 jun")
        await driver.press("enter")
        assert driver.value(METRIC.child("baseline")) == "~90"
        assert driver.value(METRIC.child("baseline_date")) == dt.date(2026, 6, 1)
        assert only(driver, METRIC.child("resets")) == {
            "value": 96,
            "date": dt.date(2026, 6, 1),
            "because": "New quarter",
        }


async def test_ten_percent_more_is_asked_about_when_a_target_is_revised(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    draft.put(METRIC.child("unit"), "%")
    async with driven(written(tmp_path, draft.tree)) as driver:
        await revise_target(driver, "+10%")
        await driver.press("enter")
        assert "may be points or percent" in driver.text
        await driver.press("ctrl+u")
        await driver.rush("+10 points")
        await driver.press("enter")
        await driver.rush("More was possible")
        await driver.press("enter")
        assert (driver.value(TARGET.child("kind")), driver.value(TARGET.child("value"))) == (
            "change by points",
            10,
        )


async def test_enter_on_an_earlier_revision_goes_to_what_keeps_it(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    at = draft.add(KINDS["revision"], inside=METRIC, fields={"old": "A", "new": "B", "because": "C"})
    async with driven(written(tmp_path, draft.tree)) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "end", "enter")
        assert driver.outline._pane.record == at
