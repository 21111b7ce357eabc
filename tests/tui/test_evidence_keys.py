"""Evidence is written, linked and weighed from where it belongs."""

from __future__ import annotations

from pathlib import Path

from successbook.tree import Address
from successbook.tui.rooms.record_keys import FieldKey
from successbook.tui.screens.choose import ChooseScreen
from successbook.tui.screens.find import FindScreen
from tests.plans import GOAL, INSIGHT, METRIC
from tests.tui.driving import Driver, driven


def confidence(driver: Driver) -> str:
    """What stands in the confidence of the goal that is shown."""
    rows = driver.outline._pane._list.rows
    row = next(row for row in rows if row.key == FieldKey("confidence"))
    cells = row.cells[1]
    return "".join(cell.text for cell in (cells if isinstance(cells, tuple) else (cells,)))


async def test_evidence_is_written_from_where_it_is_linked_and_leads_back_there(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GOAL)
        await driver.press("E")
        assert isinstance(driver.app.screen, ChooseScreen)
        await driver.press("enter")
        await driver.rush("Support hears it every day")
        await driver.press("enter")
        at = Address.parse("plan.toml:insights.support-hears-it-every-day")
        assert driver.value(at.child("supports")) == ("goal:guests-pay-quickly",)
        assert driver.outline._pane.record == at
        await driver.press("escape")
        assert driver.outline._pane.record == GOAL
        assert "Support hears it every day" in driver.text
        assert "1 insight, 1 more for its problem" in driver.text


async def test_what_a_department_said_asks_which_one(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(INSIGHT.child("kind"))
        fields = [row.key for row in driver.outline._pane._list.rows]
        assert FieldKey("department") not in fields
        await driver.press("enter", "c", "enter")
        assert driver.value(INSIGHT.child("kind")) == "customer-facing department"
        assert FieldKey("department") in [row.key for row in driver.outline._pane._list.rows]


async def test_evidence_that_is_there_is_linked_and_taken_back_with_one_key(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("E", "down", "enter")
        assert isinstance(driver.app.screen, FindScreen)
        await driver.rush("early")
        await driver.press("enter")
        assert driver.value(INSIGHT.child("supports")) == ("problem:guests-give-up", "metric:seconds-to-pay")
        await driver.press("u")
        assert driver.value(INSIGHT.child("supports")) == ("problem:guests-give-up",)


async def test_confidence_is_suggested_and_decided_by_the_person(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GOAL.child("confidence"))
        assert "the evidence says signs" in confidence(driver)
        await driver.press("enter", "h", "enter")
        assert driver.value(GOAL.child("confidence")) == "hunch"
        assert confidence(driver) == "hunch   the evidence says signs"
        await driver.press("enter", "s", "enter")
        assert confidence(driver) == "signs"
