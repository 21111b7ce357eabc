"""`w`: a win or a lesson in five seconds, wherever one is; it waits in the notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.files.folder import PlanFolder
from successbook.tree import Address, Table, Tree
from successbook.tui.dispatch import missing
from successbook.tui.screens.capture import CaptureScreen
from successbook.tui.screens.session import SessionScreen
from tests.notebooks import notebook
from tests.plans import written
from tests.tui.driving import driven

NOTE = Address.parse("notebook.toml:captures.ravi-asked-to-plan-together")


def own(home: Path) -> Tree:
    return PlanFolder.open(home / ".local/share/successbook/notebook").tree


def test_the_question_carries_out_every_action_of_its_scope() -> None:
    assert missing(CaptureScreen) == []


@pytest.mark.parametrize("room", ["1", "5"])
async def test_a_win_is_written_down_from_any_room_of_a_plan(tmp_path: Path, home: Path, room: str) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press(room, "w")
        await driver.press(*"Ravi asked to plan together")
        await driver.press("enter")
        assert any("It waits for your next session" in each for each in driver.said)
    assert own(home).get(NOTE.child("kind")) == "win"
    assert str(own(home).get(NOTE.child("date"))) == "2026-06-15"


async def test_a_win_is_written_down_from_the_shelf(tmp_path: Path, home: Path) -> None:
    async with driven(tmp_path, (80, 24), plan=False) as driver:
        await driver.press("w")
        await driver.press(*"Ravi asked to plan together")
        await driver.press("tab", "enter")
        assert own(home).get(NOTE.child("kind")) == "lesson"  # it is on the disk at once


async def test_in_an_open_notebook_it_goes_into_that_one(tmp_path: Path, home: Path) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await driver.press("w")
        await driver.press(*"Ravi asked to plan together")
        await driver.press("up", "enter")
        assert driver.value(NOTE.child("kind")) == "observation"
        assert driver.labels == ['Write down "Ravi asked to plan together"']
        await driver.press("u")
        assert driver.value(NOTE) is None
    assert not (home / ".local/share/successbook/notebook").exists()


async def test_nothing_is_kept_without_words_or_with_escape(tmp_path: Path, home: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("w", "space", "enter")
        assert isinstance(driver.app.screen, CaptureScreen)
        await driver.press(*"something")
        await driver.press("escape")
        assert driver.app.screen_stack[-1] is driver.app.plan_screen
    assert not (home / ".local/share/successbook/notebook").exists()


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
async def test_all_kinds_can_be_seen_and_the_chosen_one_is_underlined(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.press("w")
        assert "win lesson praise obstacle experiment observation" in " ".join(driver.text.split())
        assert "Enter keep   Tab another kind   Esc back" in driver.text


async def test_in_a_session_begun_on_the_shelf_it_goes_into_the_notebook_of_that_session(
    tmp_path: Path, home: Path
) -> None:
    written(tmp_path / "rami", Tree({"notebook.toml": Table({"format": 1, "about": "a coachee"})}))
    async with driven(tmp_path, (80, 24), plan=False) as driver:
        await driver.press("end", "s")
        assert isinstance(driver.app.screen, SessionScreen)
        await driver.press("escape", "w", *"Rami called", "enter")
        kept = driver.app.screen.workbook.tree
    assert kept.get(Address.parse("notebook.toml:captures.rami-called.title")) == "Rami called"
    assert not (home / ".local/share/successbook/notebook").exists()
