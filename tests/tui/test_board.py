"""The board on the screen: drawn without colour alone, named by the arrow keys, opened, live."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.strip import Strip

from successbook.tree import Address
from successbook.tui.dispatch import missing
from successbook.tui.palettes import COLOURS, find_palette, palettes
from successbook.tui.screens.board import BoardScreen
from successbook.tui.screens.board_time import OverTimeScreen
from successbook.tui.screens.help import HelpScreen
from successbook.tui.screens.takeaway import TakeawayScreen
from successbook.tui.widgets.board import BoardView
from successbook.tui.widgets.board_painting import Look, Painter
from successbook.tui.widgets.board_raster import Raster, raster
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.board import Board, BoardLine, Sector, Standing, board_of
from successbook.verdicts.board_shape import counts_of, span_of
from tests.notebooks import LATE, NOTEBOOK, line, notebook
from tests.plans import written
from tests.tui.driving import Driver, driven

SIZES = [(60, 20), (120, 40)]
BOARD = board_of(notebook(), LATE)
AT = Address("reflections/2026-06-10.toml", ("entries", "x"))


def look(name: str, *, plain: bool = False) -> Look:
    palette = find_palette(name)
    return Look(
        tuple((colour, palette.colours[colour]) for colour in COLOURS), firm=palette.ansi, plain=plain
    )


def shape(board: Board, width: int = 60, height: int = 30) -> Raster:
    return raster(width, height, min(width, 2 * height), counts_of(board))


def drawn(strips: list[Strip]) -> list[str]:
    return ["".join(segment.text for segment in strip) for strip in strips]


def one_sector(*bands: Standing) -> Board:
    lines = tuple(BoardLine(AT, "x", "win", each) for each in bands)
    empty = [Sector(name, "facet") for name in ("team", "company", "product")]
    return Board("", (Sector("personal", "facet", lines), *empty))


@pytest.mark.parametrize("name", [each.name for each in palettes()[0]])
@pytest.mark.parametrize("size", [(16, 8), (31, 15), (60, 30), (61, 9)])
def test_every_row_is_as_wide_as_the_board(name: str, size: tuple[int, int]) -> None:
    strips = Painter().paint(BOARD, shape(BOARD, *size), look(name), 0)
    assert [strip.cell_length for strip in strips] == [size[0]] * size[1]
    assert [len(text) for text in drawn(strips)] == [size[0]] * size[1]


@pytest.mark.parametrize("plain", [False, True])
def test_without_mixed_colours_each_standing_has_a_character_of_its_own(*, plain: bool) -> None:
    pictures = {}
    for standing in ("shown", "said", "missed"):
        board = one_sector(standing)
        pictures[standing] = "\n".join(
            drawn(Painter().paint(board, shape(board), look("ansi-16", plain=plain), None))
        )
    assert "█" in pictures["shown"]
    assert not set("▒×") & set(pictures["shown"])
    assert "▒" in pictures["said"]
    assert not set("█×") & set(pictures["said"])
    assert "×" in pictures["missed"]
    assert not set("█▒") & set(pictures["missed"])


def test_in_full_colour_said_is_striped_and_shown_is_not() -> None:
    inks = {}
    for standing in ("shown", "said"):
        board = one_sector(standing)
        strips = Painter().paint(board, shape(board), look("paper-dark"), None)
        x, y = shape(board).place(sum(span_of((1, 1, 1, 1), 0)) / 2, 0.28)
        cells = [segment.style for segment in strips[y].crop(x - 1, x + 1)]
        inks[standing] = {colour for style in cells if style for colour in (style.color, style.bgcolor)}
    assert len(inks["shown"]) == 1
    assert len(inks["said"]) == 2


def test_each_miss_has_a_cross_in_full_colour_too() -> None:
    board = one_sector("shown", "missed", "missed")
    text = "".join(drawn(Painter().paint(board, shape(board), look("paper-light"), None)))
    assert text.count("×") == 2


def test_what_matters_most_is_marked_at_the_rim() -> None:
    for name in ("paper-dark", "ansi-16"):
        assert "◆" in "".join(drawn(Painter().paint(BOARD, shape(BOARD), look(name), None)))


@pytest.mark.parametrize("name", ["paper-dark", "ansi-16"])
def test_the_sector_under_the_cursor_is_seen(name: str) -> None:
    def picture(cursor: int | None) -> list[Strip]:
        return Painter().paint(BOARD, shape(BOARD), look(name), cursor)

    assert picture(3) != picture(None)
    assert picture(3) != picture(4)
    assert picture(3) == picture(3)


def test_what_is_painted_after_a_change_is_what_a_fresh_painter_paints() -> None:
    painter, size = Painter(), shape(one_sector())
    boards = [
        one_sector(),
        one_sector("said"),
        one_sector("shown", "said"),
        one_sector("missed"),
        one_sector(),
    ]
    for cursor, board in enumerate(boards):
        at = cursor % 4
        assert painter.paint(board, size, look("paper-dark"), at) == Painter().paint(
            board, size, look("paper-dark"), at
        )


def test_the_dot_is_there_only_once_success_is_defined() -> None:
    defined, open_ = Board("Eight teams", one_sector().sectors), one_sector()
    pictures = [drawn(Painter().paint(each, shape(each), look("ansi-16"), None)) for each in (defined, open_)]
    assert "█" in pictures[0][15]
    assert "█" not in pictures[1][15]
    assert "o" in "".join(pictures[1])


def test_a_cell_knows_its_sector() -> None:
    size, counts = shape(BOARD), counts_of(BOARD)
    for at in range(len(BOARD.sectors)):
        assert size.sector_at(*size.place(sum(span_of(counts, at)) / 2, 0.8)) == at
    assert size.sector_at(0, 0) is None
    assert size.sector_at(30, 15) is None
    assert size.sector_at(99, 99) is None


# On the screen


async def board(driver: Driver) -> BoardView:
    await driver.press("v")
    assert isinstance(driver.app.screen, BoardScreen)
    return driver.app.screen.query_one(BoardView)


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
    guides = home / ".config/successbook/guides"
    guides.mkdir(parents=True)
    (guides / "nights.toml").write_text("format = 1\n[pages.team.facets.nights]\n", encoding="utf-8")
    tree = notebook()
    held = tree.with_table(LATE, tree.table(LATE).put("guide", "nights"))
    async with driven(written(tmp_path, held), (120, 40)) as driver:
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


# Over time


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
    guides = home / ".config/successbook/guides"
    guides.mkdir(parents=True)
    (guides / "nights.toml").write_text("format = 1\n[pages.team.facets.nights]\n", encoding="utf-8")
    tree = notebook()
    held = tree.with_table(LATE, tree.table(LATE).put("guide", "nights"))
    async with driven(written(tmp_path, held), (120, 40)) as driver:
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
