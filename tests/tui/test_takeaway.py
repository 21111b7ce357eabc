"""What others may see: nothing is picked beforehand, the page is read before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from successbook.tui.dispatch import missing
from successbook.tui.screens.page_name import PageNameScreen
from successbook.tui.screens.takeaway import TakeawayScreen
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.pick_list import PickList
from tests.notebooks import notebook
from tests.plans import written
from tests.tui.driving import driven

SIZES = [(60, 20), (200, 60)]


@pytest.mark.parametrize("kind", [TakeawayScreen, PickList, PageNameScreen])
def test_each_part_carries_out_every_action_of_its_scope(
    kind: type[TakeawayScreen | PickList | PageNameScreen],
) -> None:
    assert missing(kind) == []


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_picked_beforehand(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(written(tmp_path / "mine", notebook()), size) as driver:
        await driver.press("v", "s")
        assert isinstance(driver.app.screen, TakeawayScreen)
        assert "[x]" not in driver.text
        assert "Nobody sees anything." in driver.text
        await driver.press("c", "enter")
        assert driver.app.clipboard == ""
        assert isinstance(driver.app.screen, TakeawayScreen)
        await driver.press("escape", "escape")
        assert driver.app.screen_stack[-1] is driver.app.plan_screen


async def test_space_picks_one_line_and_the_page_shows_it(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "mine", notebook()), (120, 40)) as driver:
        await driver.press("v", "s", "down", "down", "space")
        assert driver.text.count("[x]") == 1
        assert "Enter write the page" in driver.text
        await driver.press("c")
        assert driver.app.clipboard == (
            "# What success looked like\n\n## How success was defined\n\n"
            "- *at first:* Eight teams. Nothing less.\n"
        )
        await driver.press("space")
        assert "[x]" not in driver.text


async def test_a_line_stands_beside_the_page_in_the_words_of_the_page(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "mine", notebook()), (160, 40)) as driver:
        await driver.press("v", "s", *["down"] * 4, "space", "c")
        said = "Learning, shown, win"
        assert f"- **My question changed the plan** ({said})" in driver.app.clipboard
        assert f"{said}: My question changed the plan" in driver.text
        assert f"My question changed the plan  {said}" in driver.text


@pytest.mark.parametrize(("columns", "beside"), [(60, False), (80, True)])
async def test_the_page_stands_below_the_lines_where_it_is_narrow(
    tmp_path: Path, columns: int, beside: bool
) -> None:
    async with driven(written(tmp_path / "mine", notebook()), (columns, 20)) as driver:
        await driver.press("v", "s")
        lines, page = driver.app.screen.query(Panel)
        assert (lines.region.y == page.region.y) == beside
        assert (page.region.width == columns) != beside
        assert page.region.bottom <= 19


async def test_an_example_leaves_with_its_line(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "mine", notebook()), (120, 40)) as driver:
        await driver.press("v", "s", *["down"] * 4, "space", "down", "space")
        assert driver.text.count("[x]") == 2
        await driver.press("up", "space")
        assert "[x]" not in driver.text


@pytest.mark.parametrize(
    ("name", "begins"), [("page.html", "<!doctype html>"), ("page.md", "# What success")]
)
async def test_the_page_is_written_where_the_person_says(tmp_path: Path, name: str, begins: str) -> None:
    mine = written(tmp_path / "mine", notebook())
    async with driven(mine, (120, 40)) as driver:
        await driver.press("v", "s", *["down"] * 4, "space", "enter")
        assert isinstance(driver.app.screen, PageNameScreen)
        assert "takeaway-2026-06-10.html" in driver.text
        driver.app.screen.query_one(Input).value = str(tmp_path / name)
        await driver.press("enter")
        assert any(str(tmp_path / name) in each for each in driver.said)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "My question changed the plan" in text
    assert "What if a feed comes late?" not in text
    assert ("<svg" in text) == (name == "page.html")


@pytest.mark.parametrize("name", ["mine/notebook.toml", "taken.md"])
async def test_a_place_that_cannot_be_is_not_taken(tmp_path: Path, name: str) -> None:
    mine = written(tmp_path / "mine", notebook())
    (tmp_path / "taken.md").write_text("mine\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    async with driven(mine, (120, 40)) as driver:
        await driver.press("v", "s", "space", "enter")
        driver.app.screen.query_one(Input).value = str(tmp_path / name)
        await driver.press("enter")
        assert isinstance(driver.app.screen, PageNameScreen)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
