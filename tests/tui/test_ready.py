"""Can we ship? on the page and as a screen: one key to each cause and one back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address
from successbook.tui.dispatch import Acts, missing
from successbook.tui.rooms.outline_rows import OutlineKey
from successbook.tui.rooms.page import PageRoom
from successbook.tui.rooms.record_keys import FieldKey, NewKey
from successbook.tui.screens.calendar import CalendarScreen
from successbook.tui.screens.filling import FillScreen
from successbook.tui.screens.grid import GridScreen, MarkList
from successbook.tui.screens.launch import LaunchScreen
from successbook.tui.screens.ready import ReadyScreen
from successbook.tui.screens.ready_rows import Cause
from successbook.tui.screens.tracking import TrackingScreen
from tests.plans import RELEASE, STAKEHOLDER, written
from tests.releases import GATE, KPI, QUESTION, ready_plan
from tests.thorough import ends
from tests.tui.driving import Driver, driven
from tests.tui.ready_plans import broken, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", ready_plan(broken))


@pytest.mark.parametrize(
    "kind", [ReadyScreen, CalendarScreen, GridScreen, TrackingScreen, MarkList, FillScreen]
)
def test_each_screen_carries_out_every_action_of_its_scope(kind: type[Acts]) -> None:
    assert kind.SCOPE
    assert missing(kind) == []


async def walk_to(driver: Driver, place: Address) -> None:
    """Down to the line that leads to a place."""
    for _ in range(60):
        key = driver.list.cursor_key
        if isinstance(key, Cause) and key.place == place:
            return
        await driver.press("down")
    raise AssertionError(f"no line leads to {place}")


async def test_every_reason_leads_to_its_cause_and_backspace_leads_back(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        screen = await opened(driver)
        assert "Not yet, 3 reasons" in driver.text
        reasons = {KPI.child("frozen"), QUESTION.child("answer"), STAKEHOLDER.child("agreed")}
        for place in sorted(reasons, key=str):
            await walk_to(driver, place)
            await driver.press("enter")
            assert driver.app.plan_screen is driver.app.screen
            assert driver.outline._pane.record == place.parent
            await driver.press("backspace")
            assert isinstance(driver.app.screen, ReadyScreen)
            assert isinstance(driver.list.cursor_key, Cause)
            assert driver.list.cursor_key.place == place
            await driver.press("home")
        assert driver.app.screen is not screen


async def test_the_reason_that_there_is_no_kpi_leads_to_the_line_that_adds_one(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan", ready_plan(lambda draft: draft.remove(KPI)))
    async with driven(plan, quiet=True) as driver:
        await opened(driver)
        await walk_to(driver, RELEASE.child("kpis"))
        await driver.press("enter")
        line: object = driver.list.cursor_key
        assert line == NewKey("release_kpi")
        await driver.press("enter", "enter")
        assert driver.value(KPI) is not None
        assert driver.list.cursor_key == FieldKey("benchmark")
        await driver.press("u")
        assert driver.value(KPI) is None


@pytest.mark.parametrize(
    ("key", "room"),
    [("1", "page"), ("2", "goals"), ("3", "release"), ("4", "uat"), ("5", "reflect"), ("6", "history")],
)
async def test_the_key_of_a_room_closes_the_pictures_over_it_and_turns_there(
    folder: Path, key: str, room: str
) -> None:
    async with driven(folder, quiet=True) as driver:
        await opened(driver)
        await driver.press("l")
        over = driver.app.screen
        assert isinstance(over, LaunchScreen)
        await driver.press(key)
        plan = driver.app.plan_screen
        assert plan is not None
        assert driver.app.screen_stack[-1] is plan
        assert room == plan.room.NAME


async def test_the_group_of_a_releases_parts_shows_the_picture_of_the_release(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await driver.go_to(RELEASE)
        assert driver.list.select(OutlineKey(RELEASE, RELEASE, "release_kpi"))
        await driver.press()
        assert "v ready?" in driver.text
        await driver.press("v")
        assert isinstance(driver.app.screen, ReadyScreen)


async def test_what_is_settled_is_gone_on_the_way_back(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await opened(driver)
        await walk_to(driver, QUESTION.child("answer"))
        await driver.press("enter")
        draft = driver.app.plan_screen.workbook.draft()  # type: ignore[union-attr]
        draft.put(QUESTION.child("answer"), "yes")
        driver.app.plan_screen.workbook.do(draft.change("Answer"))  # type: ignore[union-attr]
        await driver.press("backspace")
        assert "Not yet, 2 reasons" in driver.text
        await driver.press("escape")
        assert driver.app.screen is driver.app.plan_screen


async def test_the_page_names_the_first_reasons_and_leads_to_them(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        assert "Can we ship?" in driver.text
        assert "Not yet, 3 reasons" in driver.text
        room = driver.app.plan_screen.room  # type: ignore[union-attr]
        assert isinstance(room, PageRoom)
        ship = room._lists["ship"]
        ship.focus()
        keys = [row for row in ship.rows if row.marker == "✗ "]
        ship.select(keys[0].key)
        await driver.press("enter")
        assert driver.outline._pane.record == KPI
        await driver.press("backspace")
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.room is room
        assert ship.cursor_key == keys[0].key


async def test_a_line_about_people_opens_the_grid_and_what_is_chosen_there_is_gone_to(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await opened(driver)
        await walk_to(driver, STAKEHOLDER.child("agreed"))
        await driver.press("v")
        assert isinstance(driver.app.screen, GridScreen)
        await driver.press("enter")
        assert driver.outline.record == STAKEHOLDER
        await driver.press("backspace")
        assert isinstance(driver.app.screen, ReadyScreen)


@pytest.mark.parametrize("size", ends([(60, 20), (80, 24), (200, 60)]))
async def test_it_fits_every_terminal(folder: Path, size: tuple[int, int]) -> None:
    async with driven(folder, size, quiet=True) as driver:
        await opened(driver)
        assert "Can we ship Guest checkout?" in driver.text
        assert "Not yet, 3 reasons" in driver.text
        await driver.press("tab")
        assert "Open it" in driver.text
        assert driver.list.cursor_row is not None


async def test_after_the_launch_the_same_key_opens_another_picture(tmp_path: Path) -> None:
    def ship(draft: Draft) -> None:
        draft.put(RELEASE.child("actual"), dt.date(2026, 6, 12))

    async with driven(written(tmp_path / "plan", ready_plan(ship))) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v")
        assert not isinstance(driver.app.screen, ReadyScreen)
        assert driver.app.screen is not driver.app.plan_screen


async def test_the_keys_are_called_after_what_they_do_where_the_cursor_is(tmp_path: Path) -> None:
    def another(draft: Draft) -> None:
        draft.add(KINDS["release_kpi"], inside=RELEASE, id_="card-errors", fields={"benchmark": 0.4})

    async with driven(written(tmp_path / "plan", ready_plan(another)), (160, 30), quiet=True) as driver:
        await driver.go_to(KPI)
        await driver.press("escape")
        assert "f change benchmark" in driver.text
        await driver.press("down")
        assert "f freeze benchmark" in driver.text
        await driver.go_to(GATE)
        await driver.press("escape")
        assert "o go or no-go" in driver.text


async def test_a_release_names_the_key_to_its_picture_in_eighty_columns(folder: Path) -> None:
    async with driven(folder, (80, 24), quiet=True) as driver:
        await driver.go_to(RELEASE)
        await driver.press("escape")
        assert "v ready?" in driver.text.splitlines()[-1]
