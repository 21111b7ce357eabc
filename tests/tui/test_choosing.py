"""A small question: its answer is found by arrows, or by its first letters."""

from __future__ import annotations

import pytest

from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.widgets.rows import RowList
from tests.tui.driving import pressed
from tests.tui.stage import Stage

OPTIONS = [Option(name, name) for name in ("goal", "key action", "initiative", "metric", "Mission")]


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("metric", "metric"),
        ("mis", "Mission"),
        ("i", "initiative"),
        ("mi", "Mission"),
        ("mg", "goal"),
        ("gkey", "goal"),
        ("jj", "initiative"),
        ("jjk", "key action"),
        ("jjjk", "initiative"),
        ("mk", "initiative"),
        ("mx", "metric"),
        ("x", "goal"),
    ],
)
async def test_letters_go_to_the_answer_that_begins_with_them(keys: str, at: str) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)):
        app.push_screen(ChooseScreen("What?", OPTIONS))
        await pressed(app)
        await pressed(app, *keys)
        assert app.screen.query_one(RowList).cursor_key == at


async def test_an_arrow_between_them_begins_a_new_word() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)):
        app.push_screen(ChooseScreen("What?", OPTIONS))
        await pressed(app)
        await pressed(app, "m", "down", "i")
        assert app.screen.query_one(RowList).cursor_key == "initiative"
