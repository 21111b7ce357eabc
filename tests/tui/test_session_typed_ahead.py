"""In a session, what is typed faster than it is kept goes where the eye will be by then."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.events import Event, Key

from successbook.tui.frame import Frame
from tests.tui.driving import pressed_key
from tests.tui.sitting import Sitter, at_page


async def typed_ahead(me: Sitter, *keys: str) -> None:
    """Press keys all at once, as fast fingers do on a busy computer."""
    for key in keys:
        me.app.post_message(pressed_key(key))
    await me.settle()
    ahead = me.app._typed_ahead
    while ahead._waiting or ahead._busy is not None:
        await me.settle()
    await me.settle()


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app does the waiting itself, as it does in a terminal."""

    async def on_event(app: Frame, event: Event) -> None:
        if isinstance(event, Key) and not event.is_forwarded:
            await app._typed_ahead.take(event)
        else:
            await App.on_event(app, event)

    monkeypatch.setattr(Frame, "on_event", on_event)


@pytest.mark.parametrize("leave", ["escape", "up", "down", "tab"])
async def test_a_letter_right_after_the_line_was_left_is_a_command(tmp_path: Path, leave: str) -> None:
    async with at_page(tmp_path, "team") as me:
        await typed_ahead(me, *"Early", "enter", leave, "x")
        assert me.labels[-2:] == ['Keep "Early"', 'Delete "Early"']


async def test_letters_right_after_enter_are_the_next_line(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await typed_ahead(me, *"one", "enter", *"two", "enter")
        assert me.labels[-2:] == ['Keep "one"', 'Keep "two"']


async def test_what_is_corrected_while_writing_is_corrected_where_the_cursor_was(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await typed_ahead(
            me, *"two", "left", "left", "X", "home", "Y", "backspace", "backspace", "Z", "enter"
        )
        assert me.labels[-1] == 'Keep "ZtXwo"'
