"""What a page asks can wait: put off from the page, counted there, shown again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tui.rooms.page import PageRoom
from successbook.tui.rooms.page_rows import Goal
from tests.plans import NOW, small_plan, written
from tests.tui.driving import Driver, driven

SIZES = [(60, 20), (120, 40)]


def gaps(folder: Path) -> Path:
    """A plan with two goals that hang loose."""
    draft = Draft(small_plan())
    for title in ("One", "Two"):
        draft.add(KINDS["goal"], title)
    return written(folder, draft.tree)


def ids(driver: Driver) -> list[str]:
    """What can wait of all that the page asks."""
    assert driver.app.plan_screen is not None
    room = driver.app.plan_screen.room
    assert isinstance(room, PageRoom)
    keys = [row.key for row in room._lists["needs"].rows]
    return [key.need for key in keys if isinstance(key, Goal) and key.need]


async def to_first_that_can_wait(driver: Driver) -> str:
    """Put the cursor there."""
    assert driver.app.plan_screen is not None
    room = driver.app.plan_screen.room
    assert isinstance(room, PageRoom)
    rows = room._lists["needs"].rows
    key = next(row.key for row in rows if isinstance(row.key, Goal) and row.key.need)
    room._lists["needs"].focus()
    room._lists["needs"].select(key)
    await driver.settle()
    return room.need_id


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_put_off_for_a_week_is_gone_for_a_week_and_no_part_of_the_plan(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    plan = gaps(tmp_path / "plan")
    before = {path: path.read_bytes() for path in plan.rglob("*.toml")}
    async with driven(plan, size) as driver:
        found = await to_first_that_can_wait(driver)
        await driver.press("o", "enter")
        assert found not in ids(driver)
        assert "1 put off" in driver.text
        assert any("Put off until 22 Jun" in said for said in driver.said)
        assert driver.labels == []
    for days, there in ((6, False), (7, True)):
        async with driven(plan, now=Now(NOW.date + dt.timedelta(days=days))) as driver:
            assert (found in ids(driver)) is there
    assert {path: path.read_bytes() for path in plan.rglob("*.toml")} == before


async def test_it_can_be_put_off_until_a_day(tmp_path: Path) -> None:
    async with driven(gaps(tmp_path)) as driver:
        found = await to_first_that_can_wait(driver)
        await driver.press("o", "end", "enter")
        await driver.write("30 sep")
        await driver.press("enter")
        assert driver.app.shelf.settings.put_off(tmp_path) == {found: dt.date(2026, 9, 30)}


async def test_a_day_that_has_been_puts_nothing_off(tmp_path: Path) -> None:
    async with driven(gaps(tmp_path)) as driver:
        found = await to_first_that_can_wait(driver)
        await driver.press("o", "end", "enter")
        await driver.write("2026-06-15")
        await driver.press("enter")
        assert found in ids(driver)
        assert driver.app.shelf.settings.put_off(tmp_path) == {}


async def test_what_was_put_off_is_shown_again_one_or_all(tmp_path: Path) -> None:
    async with driven(gaps(tmp_path)) as driver:
        first = await to_first_that_can_wait(driver)
        await driver.press("o", "enter")
        second = await to_first_that_can_wait(driver)
        await driver.press("o", "enter")
        assert "2 put off" in driver.text
        await driver.press("O", "down", "enter")
        assert [first in ids(driver), second in ids(driver)].count(True) == 1
        await driver.press("O")
        assert first in ids(driver)
        assert second in ids(driver)
        await driver.press("O")
        assert "Nothing is put off" in driver.said


async def test_what_has_a_day_cannot_be_put_off(tmp_path: Path) -> None:
    async with driven(gaps(tmp_path)) as driver:
        await driver.press("o")
        assert any(said.startswith("Put the cursor on a question or a finding") for said in driver.said)


async def test_the_shelf_does_not_count_what_is_put_off(tmp_path: Path) -> None:
    plan = gaps(tmp_path / "plan")
    async with driven(tmp_path, plan=False) as driver:
        before = driver.text
        assert "question" in before
    async with driven(plan) as driver:
        count = len(ids(driver))
        for _ in range(20):
            if not ids(driver):
                break
            await to_first_that_can_wait(driver)
            await driver.press("o", "enter")
        assert count
    async with driven(tmp_path, plan=False) as driver:
        assert "question" not in driver.text
