"""The shelf of plans: opening one, by key and by mouse, and going on from there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.shelf import Shelf
from successbook.tree import Address, Table, Tree
from tests.plans import NOW, written
from tests.tui.driving import driven


@pytest.mark.parametrize("how", ["enter", "click"])
async def test_a_plan_opened_from_the_shelf_takes_the_next_key(tmp_path: Path, how: str) -> None:
    (tmp_path / "plan").mkdir()
    written(tmp_path / "plan")
    async with driven(tmp_path, plan=False) as person:
        if how == "enter":
            await person.press("enter")
        else:
            await person.pilot.click("KeyLine", offset=(person.text.splitlines()[-1].index("demo"), 0))
        for _ in range(100):
            await person.pilot.pause(0.05)
            if person.app.plan_screen is not None and person.app.plan_screen.is_current:
                break
        await person.press("2")
        assert "What are we after" in person.text


async def test_a_folder_without_a_plan_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    async with driven(tmp_path, plan=False) as person:
        await person.press("o")
        await person.write("letters")
        await person.press("enter")
        assert any("there is no plan in it" in said for said in person.said)
        assert person.app.workbook is None
        await person.press("ctrl+c")
        assert person.said[-1] == "q leaves; everything is saved. While you write, Esc first"


async def test_notebooks_stand_on_the_shelf_with_their_last_session_and_what_is_open(tmp_path: Path) -> None:
    table = Table({"format": 1, "title": "About Kim", "next": dt.date(2026, 6, 20)})
    actions = Table({"one": Table({"title": "One"}), "two": Table({"title": "Two", "state": "done"})})
    held = Table({"format": 1, "held": dt.date(2026, 6, 8)})
    tree = Tree({"notebook.toml": table.put("actions", actions), "reflections/2026-06-08.toml": held})
    written(tmp_path / "kim", tree)
    written(tmp_path / "plan")
    async with driven(tmp_path, plan=False) as person:
        assert "Notebooks" in person.text
        line = next(each for each in person.text.splitlines() if "About Kim" in each)
        assert "last session 7 days ago" in line
        assert "1 action open, next in 5 days" in line


async def test_s_begins_a_session_in_ones_own_notebook_from_the_shelf(tmp_path: Path, home: Path) -> None:
    written(tmp_path / "plan")
    async with driven(tmp_path, plan=False) as person:
        await person.press("s")
        for _ in range(100):
            await person.pilot.pause(0.05)
            if "How do you hold this session?" in person.text:
                break
        await person.press("enter")
        assert "worthwhile" in person.text
        own = home / ".local" / "share" / "successbook" / "notebook"
        assert person.app.workbook is not None
        assert person.app.workbook.path == own


async def test_ones_own_notebook_stands_on_the_shelf_of_any_folder(tmp_path: Path) -> None:
    Shelf.at(tmp_path, NOW).begin_notebook()
    async with driven(tmp_path, plan=False) as person:
        assert "no session yet" in person.text


async def test_a_coach_begins_a_notebook_about_a_coachee(tmp_path: Path, home: Path) -> None:
    async with driven(tmp_path, plan=False) as coach:
        await coach.press("N", "down", "enter")
        await coach.write("Kim")
        await coach.press("enter")
        for _ in range(100):
            await coach.pilot.pause(0.05)
            if coach.app.plan_screen is not None and coach.app.plan_screen.ready:
                break
        assert coach.app.workbook is not None
        assert coach.app.workbook.path == home / ".local/share/successbook/notebooks/kim"
        assert coach.value(Address("notebook.toml", ("about",))) == "a coachee"
        assert coach.app.plan_screen is not None
        assert coach.app.plan_screen.room.NAME == "reflect"
