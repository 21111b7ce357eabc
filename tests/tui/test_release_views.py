"""The grid of stakeholders, tracking as a table and the calendar, driven from the keyboard."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.resources import resource
from successbook.tree import Address, Table
from successbook.tui.screens.calendar import CalendarScreen, DayKey
from successbook.tui.screens.filling import FillScreen
from successbook.tui.screens.grid import GridScreen
from successbook.tui.screens.tracking import TrackingScreen, TrackKey
from tests.plans import GUARDRAIL, NOW, RELEASE, STAKEHOLDER, written
from tests.releases import GATE, TRACKING, ready_plan
from tests.tui.driving import Driver, driven

LIN = STAKEHOLDER.parent.child("lin-support")
HENRIK = STAKEHOLDER.parent.child("henrik")


def people(draft: Draft) -> None:
    """Two more stakeholders, a milestone, and tracking that nobody has set up."""
    draft.add(KINDS["stakeholder"], "Lin, support", id_="lin-support", fields={"role": "consulted"})
    draft.add(KINDS["stakeholder"], "Henrik", id_="henrik", fields={"role": "sponsor"})
    draft.add(KINDS["instrument"], "Errors", fields={"state": "wanted", "team": "data", "owner": "Ines"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", ready_plan(people))


def updates(driver: Driver, who: Address) -> list[Table]:
    """What somebody was told."""
    found = driver.value(who.child("updates"))
    return [each for each in found.values() if isinstance(each, Table)] if isinstance(found, Table) else []


async def test_the_steps_of_the_grid_are_named_however_far_down_one_is(tmp_path: Path) -> None:
    def many(draft: Draft) -> None:
        for number in range(30):
            draft.add(KINDS["stakeholder"], f"Person {number}", fields={"role": "informed"})

    folder = written(tmp_path / "plan", ready_plan(many))
    async with driven(folder, (60, 20), quiet=True) as driver:
        await driver.go_to(STAKEHOLDER)
        await driver.press("v", "end")
        assert "Person 29" in driver.text
        assert "last heard" in driver.text


async def test_many_are_told_at_once_with_one_text_in_one_change(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await driver.go_to(STAKEHOLDER)
        await driver.press("v")
        assert isinstance(driver.app.screen, GridScreen)
        assert driver.list.cursor_key == STAKEHOLDER
        await driver.press("space", "space")
        assert "2 people marked" in driver.text
        await driver.press("a")
        assert isinstance(driver.app.screen, FillScreen)
        await driver.write("Ines")  # nobody has told anybody anything yet
        await driver.press("tab", "tab")
        await driver.write("We open on Monday")
        await driver.press("enter")
        for who in (STAKEHOLDER, HENRIK):
            (told,) = updates(driver, who)
            assert (told["date"], told["step"], told["said"]) == (NOW.date, "Launch", "We open on Monday\n")
            assert told["by"] == "Ines"
        assert updates(driver, LIN) == []
        assert driver.labels == ["Tell each of 2 people"]
        assert driver.text.count("✓ 15 Jun") == 2
        await driver.press("u")
        assert updates(driver, STAKEHOLDER) == []


async def test_everybody_is_marked_by_one_key_and_agrees_by_another(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await driver.go_to(LIN)
        await driver.press("v")
        await driver.press("*")
        await driver.press("y")
        assert [driver.value(who.child("agreed")) for who in (STAKEHOLDER, HENRIK, LIN)] == [NOW.date] * 3
        assert len(driver.labels) == 1


async def test_what_is_said_below_a_line_of_tracking_is_seen_with_it(tmp_path: Path) -> None:
    sample = Path(shutil.copytree(resource("sample_plans") / "checkout-mvp", tmp_path / "checkout"))
    async with driven(sample, (80, 24), quiet=True) as driver:
        await driver.go_to(Address.parse("tracking.toml:instruments.reasons-of-calls"))
        await driver.press("v")
        assert "Marked by hand" in driver.text


async def test_with_two_releases_the_agreement_is_to_the_one_that_is_shown(folder: Path) -> None:
    async with driven(folder, (60, 20), quiet=True) as driver:
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        draft.add(KINDS["release"], "Saved cards", fields={"planned": NOW.date + dt.timedelta(90)})
        driver.app.workbook.do(draft.change("Add"))
        before = driver.value(STAKEHOLDER.child("agreed"))
        assert before is not None
        await driver.go_to(STAKEHOLDER)
        await driver.press("v", "tab")
        assert "Saved cards" in driver.text
        assert 'to "Guest checkout", and not' in driver.text
        await driver.press("y")
        assert driver.value(STAKEHOLDER.child("agreements", "saved-cards", "date")) == NOW.date
        assert driver.value(STAKEHOLDER.child("agreed")) == before
        assert "Agreed on 15 Jun." in driver.text
        await driver.press("u")
        assert driver.value(STAKEHOLDER.child("agreements")) is None


async def test_without_marks_the_one_under_the_cursor_is_meant(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await driver.go_to(LIN)
        await driver.press("v", "a")
        assert 'What was "Lin, support" told?' in driver.text
        await driver.press("escape", "enter")
        assert driver.outline.record == LIN
        await driver.press("backspace")
        assert isinstance(driver.app.screen, GridScreen)
        assert driver.list.cursor_key == LIN


async def test_tracking_is_grouped_otherwise_by_one_key_and_leads_to_its_record(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await driver.go_to(TRACKING)
        await driver.press("v")
        assert isinstance(driver.app.screen, TrackingScreen)
        assert driver.list.cursor_key == TrackKey(TRACKING, "verified")
        assert "Nobody tracks it" in driver.text
        await driver.press("s")
        assert "by team" in driver.text
        assert driver.list.cursor_key == TrackKey(TRACKING, "no team named")
        await driver.press("s")
        assert "Nobody answers for it" in driver.text
        keys = [row.key for row in driver.list.rows if isinstance(row.key, TrackKey)]
        driver.list.select(next(key for key in keys if key.at == GUARDRAIL))
        await driver.press("enter")
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.room.NAME == "goals"
        await driver.press("backspace")
        assert "by owner" in driver.text


async def test_the_calendar_leads_to_what_is_due_and_turns_its_weeks(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await driver.press("C")
        assert isinstance(driver.app.screen, CalendarScreen)
        assert "Next week" in driver.text
        keys = [row.key for row in driver.list.rows if isinstance(row.key, DayKey)]
        assert [(key.at, f"{key.day}") for key in keys if key.at in (GATE, RELEASE)] == [
            (GATE, "2026-06-26"),
            (RELEASE, "2026-06-27"),
        ]
        await driver.press("left")
        assert driver.app.screen._start.isoformat() == "2026-06-15"
        await driver.press("right")
        assert driver.app.screen._start.isoformat() == "2026-07-20"
        await driver.press("left")
        driver.list.select(next(key for key in keys if key.at == RELEASE))
        await driver.press("enter")
        assert driver.outline.record == RELEASE
        await driver.press("backspace")
        assert isinstance(driver.app.screen, CalendarScreen)
        key = driver.list.cursor_key
        assert isinstance(key, DayKey)
        assert key.at == RELEASE


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
async def test_the_grid_fits_narrow_and_wide(folder: Path, size: tuple[int, int]) -> None:
    async with driven(folder, size, quiet=True) as driver:
        await driver.go_to(STAKEHOLDER)
        await driver.press("v")
        assert "Launch" in driver.text
        assert "due" in driver.text
        assert "Between" in driver.text
