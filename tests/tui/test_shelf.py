"""The shelf of plans: opening one, by key and by mouse, and going on from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plans import written
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
