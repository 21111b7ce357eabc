"""A board as it is painted: every standing is told apart, in full colour, in sixteen and in none."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from successbook.tree import Address
from successbook.tui.palettes import COLOURS, contrast, find_palette, palettes
from successbook.tui.widgets.board_painting import Look, Painter
from successbook.tui.widgets.board_raster import Raster, raster
from successbook.verdicts.board import Board, BoardLine, Sector, Standing, board_of
from successbook.verdicts.board_shape import counts_of, span_of
from tests.notebooks import LATE, notebook

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


@pytest.mark.parametrize("name", ["paper-dark", "paper-light", "high-contrast"])
@pytest.mark.parametrize("size", [(16, 8), (31, 15)])
def test_a_cross_is_seen_though_a_small_board_sets_it_on_what_was_shown(
    name: str, size: tuple[int, int]
) -> None:
    lines = tuple(BoardLine(AT, "x", "win", each) for each in ("shown", "missed", "shown", "missed"))
    quadrants = ("personal", "team", "company", "product")
    full = Board("", tuple(Sector(each, "facet", lines) for each in quadrants))
    strips = Painter().paint(full, shape(full, *size), look(name), None)
    crosses = [
        segment.style for strip in strips for segment in strip if "×" in segment.text and segment.style
    ]
    assert crosses
    for style in crosses:
        assert style.color is not None
        assert style.bgcolor is not None
        assert contrast(style.color.name, style.bgcolor.name) >= 3


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
