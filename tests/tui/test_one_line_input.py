"""A line to write in: what has no room in it is told."""

from __future__ import annotations

from successbook.tui.widgets.one_line_input import OneLineInput
from tests.tui.stage import Stage, lines

LONG = "Labels of parcels that came back, kept by the warehouse"


def stage(placeholder: str = "") -> tuple[Stage, OneLineInput]:
    line = OneLineInput(placeholder=placeholder, compact=True, select_on_focus=False)
    return Stage(line), line


async def test_a_line_that_goes_on_says_so_at_its_end() -> None:
    app, line = stage()
    async with app.run_test(size=(30, 5)) as pilot:
        line.focus()
        line.value = LONG
        await pilot.press("home")
        await pilot.pause()
        assert lines(app)[0].strip() == f"{LONG[:29]}…"
        app.set_focus(None)
        await pilot.pause()
        assert lines(app)[0].strip() == f"{LONG[:29]}…"


async def test_the_cursor_at_the_end_of_a_long_line_is_seen_and_what_stands_before_is_told_of() -> None:
    app, line = stage()
    async with app.run_test(size=(30, 5)) as pilot:
        app.set_focus(None)
        line.value = LONG
        await pilot.pause()
        line.focus()
        await pilot.pause()
        assert lines(app)[0].strip() == f"…{LONG[-28:]}"
        await pilot.press(*["left"] * 29)
        await pilot.pause()
        assert lines(app)[0].strip() == LONG[-29:]
        app.set_focus(None)
        await pilot.pause()
        assert lines(app)[0].strip() == f"{LONG[:29]}…"


async def test_a_line_with_room_is_whole_and_a_long_hint_is_told_to_be_cut() -> None:
    app, line = stage(placeholder=LONG)
    async with app.run_test(size=(30, 5)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        assert lines(app)[0].strip() == "Labels of parcels that came…"
        line.value = "Labels of parcels"
        await pilot.pause()
        assert lines(app)[0].strip() == "Labels of parcels"
