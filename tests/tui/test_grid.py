"""A table with a cursor on a cell: what is in sight, where the cursor goes, what a click does."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.pilot import Pilot

from successbook.tui.widgets.grid import Grid
from successbook.tui.widgets.grid_parts import GridColumn, GridRow
from successbook.tui.widgets.legend import Legend
from successbook.tui.widgets.sheet import Cell
from successbook.tui.widgets.wrapping import width_of
from tests.tui.stage import HOSTILE, RAW, Stage

NAMES = ("A1", "A2", "F1", "顧客", "C2")
ROWS: tuple[Hashable, ...] = ("one", 1, 2, "two", *range(3, 60))
HEADINGS = frozenset({"one", "two"})


def table(titles: Sequence[str] = ()) -> Grid:
    grid = Grid()

    def draw(key: Hashable) -> GridRow:
        if key in HEADINGS:
            return GridRow((Cell(f"Section {key}", "heading"),))
        title = titles[key % len(titles)] if titles and isinstance(key, int) else f"Row {key}"
        first = Cell(title if titles else "✓", "good")
        return GridRow((Cell(title),), (Cell("●"), first, *(Cell("✓", "good") for _ in NAMES[1:])))

    columns = [GridColumn("must", "must", 4, fixed=True)]
    columns += [GridColumn(name, name, width_of(name)) for name in NAMES]
    grid.show(ROWS, draw, columns, HEADINGS)
    return grid


def lines(pilot: Pilot[None]) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def test_the_cursor_stops_at_rows_and_cells_and_passes_headings_over() -> None:
    grid = table()
    async with Stage(grid).run_test(size=(80, 20)) as pilot:
        grid.focus()
        await pilot.press("down", "down", "right", "right", "left")
        assert (grid.cursor_key, grid.column_key) == (3, "A2")
        await pilot.press("up", "up", "up")
        assert grid.cursor_key == 1
        await pilot.press(*["right"] * 9)
        assert grid.column_key == "C2"
        await pilot.press("end")
        assert [grid.cursor_key] == [59]
        await pilot.press("home", *["left"] * 9)
        assert (grid.cursor_key, grid.column_key) == (1, "A1")


async def test_the_cell_under_the_cursor_stands_in_brackets_and_its_heading_stays() -> None:
    grid = table()
    async with Stage(grid).run_test(size=(80, 20)) as pilot:
        grid.focus()
        await pilot.press("end", "right")
        shown = lines(pilot)
        assert "A2" in shown[0]
        row = next(line for line in shown if "Row 59" in line)
        assert row[shown[0].index("A2")] == "✓"
        assert row[shown[0].index("A2") - 1] == "["
        assert "Section one" not in "".join(shown)


@pytest.mark.parametrize("width", [40, 44, 52, 80])
async def test_the_column_under_the_cursor_is_always_in_sight(width: int) -> None:
    grid = table()
    async with Stage(grid).run_test(size=(width, 12)) as pilot:
        grid.focus()
        for name in NAMES:
            assert grid.column_key == name
            head = lines(pilot)[0]
            assert name in head
            assert all(width_of(line) == width for line in lines(pilot))
            await pilot.press("right")
        await pilot.press(*["left"] * 5)
        assert "‹" not in lines(pilot)[0]
        assert ("›" in lines(pilot)[0]) == (NAMES[-1] not in lines(pilot)[0])


async def test_in_a_wider_window_no_room_is_left_unused() -> None:
    grid = table()
    async with Stage(grid).run_test(size=(40, 12)) as pilot:
        grid.focus()
        await pilot.press(*["right"] * 4)
        assert "A1" not in lines(pilot)[0]
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert "A1" in lines(pilot)[0]
        assert grid.column_key == "C2"


async def test_a_click_goes_to_the_cell_and_a_second_one_chooses_it() -> None:
    grid = table()
    chosen: list[Hashable] = []

    class Listening(Stage):
        def on_grid_chosen(self, event: Grid.Chosen) -> None:
            del event
            chosen.append((grid.cursor_key, grid.column_key))

    async with Listening(grid).run_test(size=(80, 20)) as pilot:
        left = lines(pilot)[0].index("F1")
        await pilot.click(grid, offset=Offset(left, 3))
        assert (grid.cursor_key, grid.column_key) == (2, "F1")
        assert chosen == []
        await pilot.click(grid, offset=Offset(left, 1))  # a heading
        assert grid.cursor_key == 2
        await pilot.click(grid, offset=Offset(left, 5), times=2)
        assert chosen == [(3, "F1")]


async def test_what_users_wrote_is_shown_and_never_obeyed() -> None:
    grid = table(HOSTILE)
    async with Stage(grid).run_test(size=(90, 20)) as pilot:
        text = "".join(lines(pilot))
        assert not RAW & set(text)
        assert "[bold]a[/red]" in text


async def test_other_rows_keep_the_cursor_where_it_was() -> None:
    grid = table()
    async with Stage(grid).run_test(size=(80, 20)) as pilot:
        assert grid.select(7, "C2")
        columns = [each for each in grid.columns if each.key != "A1"]
        grid.show([key for key in ROWS if key != 6], grid._draw, columns, HEADINGS)
        assert (grid.cursor_key, grid.column_key) == (7, "C2")
        grid.show([1, 2], grid._draw, columns[:2], frozenset())
        assert (grid.cursor_key, grid.column_key) == (2, "A2")
        assert not grid.select("one")
        grid.show([], grid._draw, columns)
        assert grid.cursor_key is None
        await pilot.press("down", "right", "end")


@given(
    st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=30)),
    st.integers(10, 80),
)
def test_a_legend_breaks_no_entry_and_leaves_none_out(entries: list[str], width: int) -> None:
    lines_ = Legend(entries).lines(width)
    assert [entry for line in lines_ for entry in line.split("   ")] == entries
    assert all(width_of(line) <= width or "   " not in line for line in lines_)


async def test_a_row_is_drawn_once_until_something_about_it_changes() -> None:
    grid = table()
    drawn: list[Hashable] = []
    draw = grid._draw
    grid._draw = lambda key: (drawn.append(key), draw(key))[1]  # type: ignore[func-returns-value]
    async with Stage(grid).run_test(size=(80, 20)) as pilot:
        grid.focus()
        await pilot.pause()
        drawn.clear()
        grid.refresh()
        await pilot.pause()
        assert drawn == []
        await pilot.press("down")
        assert set(drawn) == {1, 2}  # the row that the cursor leaves, and the one it comes to
        drawn.clear()
        await pilot.press("right")
        assert drawn == [2]
        grid.show(ROWS, grid._draw, grid.columns, HEADINGS)
        await pilot.pause()
        assert len(set(drawn)) > 10
        drawn.clear()
        grid.notify_style_update()
        grid.refresh()
        await pilot.pause()
        assert len(set(drawn)) > 10
