"""The scroll bar beside a list looks as Textual draws it, and is drawn only when it changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar

from successbook.tui.widgets.rows import Cell, Row, RowList
from successbook.tui.widgets.scroll_bar import SheetBar
from tests.tui.driving import settled


class _Long(App[None]):
    CSS = """
    RowList { scrollbar-color: red; scrollbar-background: blue; scrollbar-color-hover: green; }
    RowList.other { scrollbar-color: yellow; }
    """

    def compose(self) -> ComposeResult:
        yield RowList()


def _cells(lines: list[list[Segment]]) -> list[tuple[object, ...]]:
    return [
        (cell.text, cell.style.color, cell.style.bgcolor, cell.style.reverse, dict(cell.style.meta))
        for line in lines
        for cell in line
        if cell.style is not None
    ]


@asynccontextmanager
async def _listed(count: int) -> AsyncIterator[tuple[Pilot[None], RowList]]:
    """A list of so many rows in a window of twenty lines."""
    async with _Long().run_test(size=(40, 20)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.show([Row(at, (Cell(str(at)),)) for at in range(count)])
        await settled(pilot.app)
        yield pilot, rows


def _bar(rows: RowList) -> SheetBar:
    bar = rows.vertical_scrollbar
    assert isinstance(bar, SheetBar)
    return bar


def _own_and_textuals(bar: SheetBar) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    own = [list(strip) for strip in bar.render_lines(bar.size.region)]
    bar._styles_cache.clear()  # Textual's own drawing would keep what it drew for an earlier picture
    theirs = [list(strip) for strip in ScrollBar.render_lines(bar, bar.size.region)]
    return _cells(own), _cells(theirs)


@pytest.mark.parametrize("count", [25, 100, 5000])
async def test_the_bar_looks_as_textual_draws_it_wherever_the_list_is(count: int) -> None:
    async with _listed(count) as (pilot, rows):
        bar = _bar(rows)
        seen = set()
        for part in range(9):
            rows.scroll_to(y=rows.max_scroll_y * part / 8, animate=False, force=True)
            await settled(pilot.app)
            own, theirs = _own_and_textuals(bar)
            assert own == theirs
            assert len(own) == 20
            seen.add(str(own))
        assert len(seen) > 2


async def test_under_the_mouse_the_bar_has_its_other_colours() -> None:
    async with _listed(50) as (_pilot, rows):
        bar = _bar(rows)
        away = _own_and_textuals(bar)[0]
        bar.mouse_over = True
        own, theirs = _own_and_textuals(bar)
        assert own == theirs != away


async def test_the_bar_is_drawn_anew_only_when_it_moved_or_changed_its_colours() -> None:
    async with _listed(50) as (pilot, rows):
        bar = rows.vertical_scrollbar
        before = bar.render_lines(bar.size.region)
        assert all(old is new for old, new in zip(before, bar.render_lines(bar.size.region), strict=True))
        rows.add_class("other")
        await settled(pilot.app)
        after = bar.render_lines(bar.size.region)
        assert [strip.text for strip in after] == [strip.text for strip in before]
        assert after != before


async def test_dragging_the_thumb_still_scrolls() -> None:
    async with _listed(100) as (pilot, rows):
        edge = rows.outer_size.width - 1
        await pilot.mouse_down(RowList, offset=(edge, 0))
        await pilot.hover(RowList, offset=(edge, 10))
        await pilot.mouse_up(RowList, offset=(edge, 10))
        await pilot.pause(0.3)
        assert rows.scroll_y > 30


async def test_the_bar_of_a_list_that_is_gone_is_still_drawn_once_and_is_blank() -> None:
    async with _listed(50) as (_pilot, rows):
        bar = _bar(rows)
        region = bar.size.region
        await rows.remove()
        bar.forget()
        assert bar.parent is None
        assert [strip.text for strip in bar.render_lines(region)] == ["  "] * 20
