"""All sessions beside each other: what moved, and how success was defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.tui.screens.board_time import OverTimeScreen
from tests.notebooks import LATE, notebook
from tests.plans import written
from tests.tui.board_plans import SIZES, board, held_by_own_guide
from tests.tui.driving import driven


@pytest.mark.parametrize("size", SIZES)
async def test_o_shows_all_sessions_beside_each_other(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(written(tmp_path, notebook()), size) as driver:
        await board(driver)
        await driver.press("o")
        assert isinstance(driver.app.screen, OverTimeScreen)
        for each in ("1 May", "10 Jun", "How success was defined", "Numbers go up."):
            assert each in driver.text


async def test_over_time_leads_to_a_definition(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        await board(driver)
        await driver.press("o", "down", "enter")
        assert driver.app.screen_stack[-1] is driver.app.plan_screen
        assert driver.outline.record == LATE


async def test_more_sessions_than_fit_are_moved_through(tmp_path: Path) -> None:
    tree = notebook()
    plain = tree.table(LATE).without("held")
    many = {
        f"reflections/2026-0{month}-02.toml": plain.put("title", f"Number {month}") for month in range(1, 6)
    }
    async with driven(written(tmp_path, type(tree)({**tree.files, **many})), (60, 24)) as driver:
        await board(driver)
        await driver.press("o")
        assert "Session in June" in driver.text
        assert "Number 1" not in driver.text.split("How did success look")[0]
        await driver.press(*["left"] * 6)
        assert "Number 1" in driver.text.split("How did success look")[0]
        await driver.press(*["right"] * 9)
        assert "Session in June" in driver.text


async def test_over_time_is_copied_line_by_line(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await board(driver)
        await driver.press("o", "c", "space", "end", "space", "c")
        assert driver.app.clipboard == (
            "# What success looked like over time\n\n## How success was defined\n\n"
            "- *1 May, at first:* Numbers go up.\n\n## What moved\n\n"
            "- *top-level metrics:* nothing said on 1 May, a miss on 10 Jun\n"
        )


async def test_over_time_has_the_facets_of_every_guide_by_which_a_session_was_held(
    tmp_path: Path, home: Path
) -> None:
    async with driven(written(tmp_path, held_by_own_guide(home)), (120, 40)) as driver:
        await board(driver)
        await driver.press("o")
        assert isinstance(driver.app.screen, OverTimeScreen)
        first, second = (
            {each.name for each in sitting.board.of("team")} for sitting in driver.app.screen._found.sittings
        )
        assert ("morale" in first, "nights" in first) == (True, False)
        assert ("morale" in second, "nights" in second) == (False, True)
        await driver.press("end")
        assert "nights" in driver.text
