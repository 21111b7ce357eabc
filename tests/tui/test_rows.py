"""The one virtual list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.geometry import Region
from textual.screen import Screen

from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from tests.tui.stage import Stage, lines


def rows(*keys: str, off: str = "") -> list[Row]:
    return [Row(key, (Cell(f"the {key}"),), selectable=key not in off.split()) for key in keys]


def many(count: int) -> list[Row]:
    return [Row(at, (Cell(f"row {at}"), Cell(str(at)))) for at in range(count)]


def cursor(listing: RowList) -> object:
    return listing.cursor_key


@contextmanager
def painted(listing: RowList) -> Iterator[list[int]]:
    """The numbers of the lines that are sent to the terminal again meanwhile."""
    drawn: list[int] = []
    original = listing.refresh

    def refresh(*regions: Region, **more: bool) -> RowList:
        for region in regions or (listing.size.region,):
            drawn.extend(region.line_range)
        return original(*regions, **more)

    listing.refresh = refresh  # type: ignore[method-assign]
    yield drawn
    del listing.refresh


def moved(app: Stage) -> list[object]:
    return [each.row and each.row.key for each in app.heard if isinstance(each, RowList.Moved)]


async def test_the_cursor_skips_what_cannot_be_selected() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.show(rows("head", "a", "foot", "b", off="head foot"))
        assert cursor(listing) == "a"
        await pilot.press("down")
        assert cursor(listing) == "b"
        await pilot.press("down", "k")
        assert cursor(listing) == "a"
        assert not listing.select("head")


async def test_moving_is_told_once_and_only_when_the_row_changes() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.show(rows("a", "b"))
        await pilot.press("j", "j", "j", "up", "up")
        listing.show(rows("a", "b", "c"))
        await pilot.pause()
        assert moved(app) == ["a", "b", "a"]


async def test_a_refill_keeps_the_cursor_on_its_key_else_on_the_nearest_row() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 10)):
        listing.show(rows("a", "b", "c"), cursor="b")
        listing.show(rows("x", "a", "b", "c"))
        assert cursor(listing) == "b"
        listing.show(rows("x", "a", "c"))
        assert cursor(listing) == "c"
        listing.show(rows("x"))
        assert cursor(listing) == "x"
        listing.show([])
        assert cursor(listing) is None
        listing.show(rows("y"))
        assert cursor(listing) == "y"


async def test_a_step_paints_two_lines_however_long_the_list() -> None:
    listing = RowList(columns=[Column(grow=True), Column(align="right")])
    app = Stage(listing)
    async with app.run_test(size=(40, 20)) as pilot:
        listing.show(many(2_000))
        await pilot.pause()
        with painted(listing) as drawn:
            await pilot.press("j")
            await pilot.pause()
        assert sorted(drawn) == [0, 1]


async def test_a_refill_paints_only_the_lines_that_differ_and_lays_out_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listing = RowList(columns=[Column(grow=True), Column(align="right", at_least=6)])
    app = Stage(listing)
    layouts: list[object] = []
    original = Screen._refresh_layout
    async with app.run_test(size=(40, 20)) as pilot:
        listing.show(many(60))
        await pilot.pause()

        def spy(self: Screen[object], *args: object, **more: object) -> None:
            layouts.append(args)
            original(self, *args, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(Screen, "_refresh_layout", spy)
        changed = many(61)
        changed[3] = Row(3, (Cell("another"), Cell("3")))
        with painted(listing) as drawn:
            listing.show(changed)
            await pilot.pause()
        assert drawn == [3]
        assert listing.virtual_size.height == 61
        assert layouts == []


async def test_the_scroll_position_stays_on_a_refill_and_follows_the_cursor() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.show(many(100))
        await pilot.press("end")
        assert listing.scroll_y == 90
        listing.show(many(100))
        assert listing.scroll_y == 90
        await pilot.press("pageup")
        assert (cursor(listing), listing.scroll_y) == (90, 90)
        await pilot.press("k")
        assert listing.scroll_y == 89
        await pilot.press("home")
        assert listing.scroll_y == 0
        listing.show(many(5))
        assert listing.scroll_y == 0


async def test_headings_above_the_first_row_come_back_into_sight() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 4)) as pilot:
        listing.show([Row("head", (Cell("Heading"),), selectable=False), *many(20)])
        await pilot.press("end", "home")
        await pilot.pause()
        assert "Heading" in lines(app)[0]


async def test_headings_above_the_first_row_are_seen_once_there_is_room_for_them() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 2)) as pilot:
        head = Row("head", (Cell("Heading"),), selectable=False)
        listing.show([head, Row("a", (Cell("so many words " * 6, wrap=True),)), *many(20)])
        await pilot.pause()
        assert "Heading" not in lines(app)[0]
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert "Heading" in lines(app)[0]


async def test_the_last_row_brings_what_stands_below_it_into_sight() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 4)) as pilot:
        listing.show([*many(20), Row("foot", (Cell("Below"),), selectable=False)])
        await pilot.press("end")
        await pilot.pause()
        assert "Below" in lines(app)[3]


async def test_a_wrapped_row_shows_all_its_lines_when_the_cursor_comes() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(20, 4)) as pilot:
        listing.show([*many(4), Row("tall", (Cell("one two three four five six", wrap=True),))])
        await pilot.press("end")
        await pilot.pause()
        assert [line.strip(" ▌") for line in lines(app)][-2:] == ["one two three four", "five six"]
        assert listing.region_of("tall") == Region(1, 2, 18, 2)


async def test_the_mark_of_the_cursor_needs_no_colour_and_tells_where_the_keys_go() -> None:
    one, two = RowList(), RowList()
    app = Stage(one, two)
    async with app.run_test(size=(40, 10)) as pilot:
        one.show(rows("a"))
        two.show(rows("b"))
        one.focus()
        await pilot.pause()
        assert [line for line in lines(app) if line] == ["▌the a", "▏the b"]
        two.focus()
        await pilot.pause()
        assert [line for line in lines(app) if line] == ["▏the a", "▌the b"]


async def test_a_click_selects_a_double_click_chooses_and_the_marker_folds() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.show([Row("a", (Cell("one"),), marker="▾ "), Row("b", (Cell("two"),), indent=1, marker="▸ ")])
        await pilot.click(listing, offset=(6, 1))
        assert cursor(listing) == "b"
        await pilot.click(listing, offset=(3, 1))
        await pilot.click(listing, offset=(6, 0), times=2)
        await pilot.press("enter")
        await pilot.pause()
        kinds = [(type(each).__name__, each.row.key) for each in app.heard if getattr(each, "row", None)]  # type: ignore[attr-defined]
        assert ("Marked", "b") in kinds
        assert kinds.count(("Chosen", "a")) == 2
        await pilot.click(listing, offset=(6, 7))
        assert cursor(listing) == "a"


async def test_nothing_to_show_is_an_invitation() -> None:
    listing = RowList(empty="What does the company exist for?  a writes it down")
    app = Stage(listing)
    async with app.run_test(size=(30, 6)) as pilot:
        listing.show([])
        await pilot.press("down", "enter", "pagedown", "end", "home")
        assert " ".join(lines(app)).split() == listing.empty.split()
        listing.empty = "Other words"
        await pilot.pause()
        assert "Other words" in lines(app)[0]


async def test_a_new_width_wraps_again() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(60, 6)) as pilot:
        listing.show([Row("a", (Cell("one two three four", wrap=True),)), *rows("b")])
        await pilot.resize_terminal(14, 6)
        await pilot.pause()
        assert listing.virtual_size.height == 3
        assert lines(app)[:3] == ["▌one two", "▌three four", " the b"]


async def test_a_row_that_stays_is_wrapped_anew_when_the_columns_change() -> None:
    listing = RowList(columns=(Column(at_most=20), Column(grow=True)))
    stays = Row("stays", (Cell("why"), Cell("because every extra field is a second thought", wrap=True)))
    app = Stage(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.show([stays])
        await pilot.pause()
        narrow = lines(app)
        listing.show([stays, Row("wide", (Cell("a much wider label"), Cell("x")))])
        await pilot.pause()
        wide = [line for line in lines(app) if "because" in line]
        assert "why                 because" in wide[0]
        listing.show([stays])
        await pilot.pause()
        assert lines(app) == narrow
