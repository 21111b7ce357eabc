"""The board on the screen: named by the arrow keys, opened, live."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.tree import Address
from successbook.tui.dispatch import missing
from successbook.tui.palettes import find_palette
from successbook.tui.screens.board import BoardScreen
from successbook.tui.screens.board_time import OverTimeScreen
from successbook.tui.screens.help import HelpScreen
from successbook.tui.screens.takeaway import TakeawayScreen
from successbook.tui.widgets.board import BoardView
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.board import board_of
from successbook.verdicts.board_shape import counts_of, span_of
from tests.notebooks import LATE, NOTEBOOK, line, notebook
from tests.plans import written
from tests.tui.board_plans import SIZES, board, held_by_own_guide
from tests.tui.driving import driven


@pytest.mark.parametrize("kind", [BoardScreen, BoardView, OverTimeScreen])
def test_each_part_carries_out_every_action_of_its_scope(
    kind: type[BoardScreen | BoardView | OverTimeScreen],
) -> None:
    assert missing(kind) == []


@pytest.mark.parametrize("size", SIZES)
async def test_v_opens_the_board_of_the_latest_session(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(written(tmp_path, notebook()), size) as driver:
        await board(driver)
        for each in (
            "personal",
            "team",
            "company",
            "product",
            "Session in June",
            "█ shown",
            "▒ said",
            "× a miss",
        ):
            assert each in driver.text
        assert "● Eight teams." in driver.text
        assert "Esc back" in driver.text


async def test_v_on_an_older_session_opens_that_one(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        await driver.go_to(Address("reflections/2026-05-01.toml"))
        await board(driver)
        assert "● Numbers go up." in driver.text


async def test_the_board_has_the_facets_of_the_guide_by_which_the_session_was_held(
    tmp_path: Path, home: Path
) -> None:
    async with driven(written(tmp_path, held_by_own_guide(home)), (120, 40)) as driver:
        view = await board(driver)
        names = {each.name for each in view.board.sectors}
        assert "nights" in names
        assert "morale" not in names


async def test_v_on_a_line_names_its_facet(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        await driver.go_to(LATE.child("entries", "they-plan-together"))
        view = await board(driver)
        assert view.sector is not None
        assert (view.sector.dimension, view.sector.name) == ("team", "on call")
        assert "They plan together" in driver.text


async def test_the_arrow_keys_name_a_sector_and_show_its_lines(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        view = await board(driver)
        assert view.sector is not None
        assert view.sector.name == "learning"
        assert "My question changed the plan" in driver.text
        await driver.press("up")
        assert view.sector.name == "wins and lessons"
        assert "What can be said about wins and lessons?" in driver.text
        await driver.press("up", "up")
        assert view.sector.name == "money"
        assert "A letter." in driver.text


async def test_a_line_shows_all_that_was_said_of_it_beside_the_board(tmp_path: Path) -> None:
    tree = notebook()
    metric = LATE.child("entries", "two-teams-more")
    fields = {
        "direction": "no movement",
        "amount": "0 of 2",
        "hindrance": "Tickets.\n",
        "enablers": "A list.\n",
    }
    table = tree.table(metric)
    for name, value in fields.items():
        table = table.put(name, value)
    async with driven(written(tmp_path, tree.with_table(metric, table)), (200, 60)) as driver:
        await driver.go_to(metric)
        await board(driver)
        for each in (
            "direction: no movement",
            "by how much: 0 of 2",
            "in the way: Tickets.",
            "made possible by: A list.",
        ):
            assert each in driver.text


async def test_enter_opens_a_sector_and_then_its_line(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        await board(driver)
        await driver.press("enter")
        assert isinstance(driver.app.focused, RowList)
        await driver.press("escape")
        assert isinstance(driver.app.focused, BoardView)
        await driver.press("enter", "enter")
        assert driver.app.screen_stack[-1] is driver.app.plan_screen
        assert driver.outline.record == Address.parse(
            "reflections/2026-06-10.toml:entries.my-question-changed-the-plan"
        )


async def test_escape_leaves_the_board(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await board(driver)
        await driver.press("escape")
        assert driver.app.screen_stack[-1] is driver.app.plan_screen


async def test_another_theme_is_seen_at_once(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        view = await board(driver)
        before = view.render_line(5)
        driver.app.wear(find_palette("paper-light"))
        await driver.settle()
        assert view.render_line(5) != before


async def test_a_click_names_a_sector(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        view = await board(driver)
        at = next(at for at, each in enumerate(view.board.sectors) if each.name == "trust")
        size = view._shape
        place = size.place(sum(span_of(counts_of(view.board), at)) / 2, 0.7)
        await driver.pilot.click(view, offset=place)
        await driver.settle()
        assert view.sector is not None
        assert view.sector.name == "trust"


async def test_a_line_is_written_into_the_sector_that_is_named(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        view = await board(driver)
        await driver.press("up", "a")
        await driver.press(*"Old tickets closed")
        await driver.press("tab", "enter")
        at = Address.parse("reflections/2026-06-10.toml:entries.old-tickets-closed")
        assert driver.value(at.child("dimension")) == "personal"
        assert driver.value(at.child("facet")) == "wins and lessons"
        assert driver.value(at.child("kind")) == "lesson"
        assert view.sector is not None
        assert [each.title for each in view.sector.lines] == ["Old tickets closed"]
        assert "Old tickets closed" in driver.text
        await driver.press("u")
        assert view.sector is not None
        assert not view.sector.lines
        await driver.press("U")
        assert [each.title for each in view.sector.lines] == ["Old tickets closed"]


async def test_the_board_follows_a_change_made_elsewhere(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        view = await board(driver)
        before = driver.text
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        for number in range(4):
            line(draft, LATE, f"More {number}", dimension="company", facet="strategy", example="Yes.")
        driver.app.workbook.do(draft.change("More"))
        await driver.settle()
        assert view.board == board_of(driver.app.workbook.tree, LATE)
        assert driver.text != before


async def test_an_empty_board_invites(tmp_path: Path) -> None:
    tree = notebook()
    alone = type(tree)({NOTEBOOK.file: tree.table(NOTEBOOK)})
    async with driven(written(tmp_path, alone), (80, 24)) as driver:
        await board(driver)
        assert "An empty board is where every" in driver.text
        assert "● How do you define success now?" in driver.text
        await driver.press("a")
        assert any("no session yet" in each for each in driver.said)


@pytest.mark.parametrize("keys", [("c",), ("o", "c"), ("o", "s")])
async def test_copying_leads_to_the_preview_and_copies_nothing_that_was_not_picked(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await board(driver)
        await driver.press(*keys)
        assert isinstance(driver.app.screen, TakeawayScreen)
        assert "[x]" not in driver.text
        await driver.press("c")
        assert driver.app.clipboard == ""


@pytest.mark.parametrize("keys", [(), ("o",), ("s",), ("o", "s")])
async def test_w_and_help_work_on_every_board(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await board(driver)
        await driver.press(*keys)
        here = driver.app.screen
        await driver.press("w", *"Ravi came", "enter")
        assert driver.value(NOTEBOOK.child("captures", "ravi-came", "kind")) == "win"
        assert driver.app.screen is here
        await driver.press("question_mark")
        assert isinstance(driver.app.screen, HelpScreen)
        await driver.press("escape")
        assert driver.app.screen is here


async def test_where_no_session_is_the_key_of_the_board_names_the_one_that_begins_it(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("5", "v")
        assert any("no session yet; s begins one" in each for each in driver.said)
