"""Where one is when something was taken back, or done again: where one sees it."""

from __future__ import annotations

from pathlib import Path

from successbook.plan.kinds import READINGS
from successbook.tree import Address
from tests.plans import METRIC, NOW, small_plan, written
from tests.tui.driving import driven

READING = Address(READINGS, ("readings", METRIC.key, NOW.date.isoformat()))


async def test_a_reading_that_was_taken_back_on_the_page_is_seen_there(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), (80, 24)) as driver:
        await driver.press("down", "down", "down", "r")
        await driver.write("64")
        await driver.press("enter", "home", "u")
        assert driver.value(READING) is None
        room = driver.app.plan_screen.room if driver.app.plan_screen is not None else None
        assert room is not None
        assert (room.NAME, room.subject) == ("page", METRIC)
        await driver.press("up", "U")
        assert driver.value(READING) == 64
        assert (room.NAME, room.subject) == ("page", METRIC)
