"""What is wrong with the files, in the app: every finding of `check`, and the way to it."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

from successbook.tui.screens.wrong import WrongScreen
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.wrong_count import WrongCount
from tests.plans import GOAL, RELEASE, written
from tests.tui.driving import driven


def spoiled(folder: Path) -> Path:
    """A plan with a day that is none, a record that is none, readings of nothing, and a file nobody reads."""
    written(folder)
    plan = folder / "plan.toml"
    text = plan.read_text(encoding="utf-8").replace(
        "[goals.guests-pay-quickly]\n", '[goals.guests-pay-quickly]\nby = "soon"\n'
    )
    plan.write_text(f"{text}\n[goals]\nlater = 3\n", encoding="utf-8")
    with (folder / "readings.toml").open("a", encoding="utf-8") as file:
        file.write("\n[readings.gone]\n2026-06-01 = 1\n")
    (folder / "tracing.toml").write_text("format = 1\n", encoding="utf-8")
    return folder


async def test_what_check_finds_stands_file_by_file_and_enter_goes_there(tmp_path: Path) -> None:
    async with driven(spoiled(tmp_path / "plan"), (120, 40)) as driver:
        await driver.press("2", "F")
        assert isinstance(driver.app.screen, WrongScreen)
        text = driver.text
        for said in (
            'goal "Guests pay quickly": by is "soon"; it holds a date such as 2026-09-30',
            "later is 3, not a goal; ",
            'there is no metric "gone"; add it, or take its values away',
            'nothing reads a file of this name; did you mean "tracking.toml"? rename it',
            "4 errors",
        ):
            assert said in text
        await driver.press("enter")
        assert any("plan.toml can only be put right outside" in each.lower() for each in driver.said)
        await driver.press("down", "enter")
        assert driver.outline._pane.record == GOAL
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        draft.put(GOAL.child("by"), dt.date(2026, 9, 30))
        driver.app.workbook.do(draft.change("Write goal"))
        await driver.press("escape", "F")
        assert "soon" not in driver.text
        assert "3 errors" in driver.text


async def test_how_much_there_is_to_look_at_stands_in_the_title_line(tmp_path: Path) -> None:
    async with driven(spoiled(tmp_path / "plan"), (80, 24)) as driver:
        screen, workbook = driver.app.plan_screen, driver.app.workbook
        assert screen is not None
        assert workbook is not None
        count = WrongCount(screen, workbook, busy=lambda: False)
        await asyncio.to_thread(count.count)
        assert "4 to look at: F" in driver.text.splitlines()[0]
        draft = workbook.draft()
        draft.put(GOAL.child("by"), dt.date(2026, 9, 30))
        workbook.do(draft.change("Write goal"))
        await asyncio.to_thread(count.count)
        assert "3 to look at: F" in driver.text.splitlines()[0]


async def test_where_nothing_is_wrong_the_title_line_says_nothing(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan"), (80, 24)) as driver:
        screen, workbook = driver.app.plan_screen, driver.app.workbook
        assert screen is not None
        assert workbook is not None
        screen.query_one(TitleLine).show(place="1 to look at: F")
        await asyncio.to_thread(WrongCount(screen, workbook, busy=lambda: False).count)
        assert "look at" not in driver.text.splitlines()[0]


async def test_what_can_only_be_put_right_outside_says_so(tmp_path: Path) -> None:
    async with driven(spoiled(tmp_path / "plan"), (120, 40)) as driver:
        await driver.press("F", "end", "enter")
        assert isinstance(driver.app.screen, WrongScreen)
        assert any("tracing.toml can only be put right outside" in each.lower() for each in driver.said)
        await driver.press("c")
        assert 'plan.toml:goals.guests-pay-quickly.by: by is "soon"' in driver.app.clipboard.replace("\\", "")


async def test_a_plan_that_is_fine_says_so_and_a_file_that_is_gone_does_not_hide_it(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan"), (80, 24)) as driver:
        await driver.press("F")
        assert "Nothing is wrong with these files." in driver.text
    test = tmp_path / "plan" / RELEASE.file.replace("release.toml", "uat.toml")
    test.write_text("format = 1\n", encoding="utf-8")
    (tmp_path / "plan" / RELEASE.file).unlink()
    async with driven(tmp_path / "plan", (80, 24)) as driver:
        await driver.press("F")
        assert "this file is not there, and others belong to it" in driver.text
        await driver.press("enter")
        assert driver.outline._pane.record == RELEASE
