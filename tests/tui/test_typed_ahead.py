"""Keys that come faster than their work is done: which of them waits, for what, and for how long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from successbook.tui.frame import Frame
from successbook.tui.widgets.rows import Cell, Row, RowList
from tests.tui.driving import pressed_key
from tests.tui.stage import Stage

STEPS = ("up", "down", "home", "end", "pageup", "pagedown", "j", "k")


class Work(Message, bubble=False):
    """Something to do that takes until the test says that it is done."""


class Busy(Widget):
    """Somebody on the screen who may be at work."""

    DEFAULT_CSS = "Busy { height: 1; }"

    async def on_work(self) -> None:
        assert isinstance(self.app, Typing)
        await self.app.done.wait()


class Holder(Vertical):
    """What holds the list, and hears where its cursor is."""

    async def on_row_list_moved(self) -> None:
        assert isinstance(self.app, Typing)
        if self.app.held:
            await self.app.done.wait()


class Form(Vertical):
    """What holds two fields, and takes until `done` to go from the first to the second."""

    async def on_input_submitted(self) -> None:
        assert isinstance(self.app, Typing)
        await self.app.done.wait()
        self.app.fields[1].focus()


class Typing(Stage):
    """A list in its holder, and beside it somebody who may be at work until `done` is set."""

    held = False

    def compose(self) -> ComposeResult:
        yield Holder(RowList())
        yield Busy()
        yield Form(Input(), Input())

    def on_mount(self) -> None:
        self.opened = 0
        self.done = asyncio.Event()
        self.query_one(RowList).show([Row(name, (Cell(name),)) for name in "abcdef"])
        self.query_one(RowList).focus()

    @property
    def fields(self) -> list[Input]:
        return list(self.query(Input))

    def do_help(self) -> None:
        self.opened += 1

    @property
    def cursor(self) -> object:
        return self.query_one(RowList).cursor_key

    def work(self) -> None:
        """The one beside the list begins to work."""
        self.query_one(Busy).post_message(Work())

    def type(self, *keys: str) -> None:
        for key in keys:
            self.post_message(pressed_key(key))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What time it is for the app, in seconds."""
    now = [100.0]
    monkeypatch.setattr("successbook.tui.frame.monotonic", lambda: now[0])
    return now


@asynccontextmanager
async def typed() -> AsyncIterator[Typing]:
    """The app, with keys that come from a person and not from a driver that waits after each."""
    app = Typing()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Frame, "is_headless", False)
            patch.setattr("successbook.tui.typed_ahead._PATIENCE", 60.0)
            try:
                yield app
            finally:
                app.done.set()  # whoever is at work ends, whatever a test has found
            await expect_soon(lambda: not app._typed_ahead.busy)


async def expect_soon(is_so: Callable[[], bool]) -> None:
    """Wait for something that will come; to wait in vain is a failure."""
    async with asyncio.timeout(10):
        while True:
            await asyncio.sleep(0)
            if is_so():
                return


async def a_while() -> None:
    """Long enough for whatever does not wait for anybody."""
    for _ in range(1_000):
        await asyncio.sleep(0)


async def test_a_key_after_a_step_does_not_wait_for_what_is_beside_the_list() -> None:
    async with typed() as app:
        for key in STEPS:
            app.opened = 0
            app.done.clear()
            app.work()
            app.type(key, "question_mark")
            await expect_soon(lambda: app.opened == 1)
            app.done.set()
            await expect_soon(lambda: not app._typed_ahead.busy)


async def test_whatever_moves_the_cursor_is_followed_by_a_step_at_once() -> None:
    async with typed() as app:
        app.work()
        for key in (*STEPS, "left", "right", "space"):
            app.type(key, "home", "down")
            await expect_soon(lambda: app.cursor == "b")
            app.type("home")
            await expect_soon(lambda: app.cursor == "a")
        assert not app.done.is_set()
        app.done.set()


@pytest.mark.parametrize("key", ["left", "right", "space", "enter"])
async def test_a_key_after_one_that_may_change_others_waits_for_all(key: str) -> None:
    async with typed() as app:
        app.work()
        app.type(key, "question_mark")
        await a_while()
        assert app.opened == 0
        app.done.set()
        await expect_soon(lambda: app.opened == 1)


async def test_a_key_after_a_step_waits_until_what_holds_the_list_has_heard_of_it() -> None:
    async with typed() as app:
        app.held = True
        app.type("down", "question_mark")
        await a_while()
        assert (app.cursor, app.opened) == ("b", 0)
        app.done.set()
        await expect_soon(lambda: app.opened == 1)


async def test_a_step_waits_for_a_key_that_opens_something() -> None:
    async with typed() as app:
        app.work()
        app.type("question_mark", "down")
        await a_while()
        assert (app.opened, app.cursor) == (1, "a")
        app.done.set()
        await expect_soon(lambda: app.cursor == "b")


async def test_enter_right_after_a_letter_is_heard_and_what_follows_goes_into_the_next_field() -> None:
    async with typed() as app:
        app.done.set()
        app.fields[0].focus()
        app.type("x", "enter", "y")
        await expect_soon(lambda: [field.value for field in app.fields] == ["x", "y"])


async def test_what_is_written_after_enter_goes_into_the_next_field() -> None:
    async with typed() as app:
        app.fields[0].focus()
        app.type("x", "y", "left", "z", "enter", "q", "right", "q")
        await a_while()
        assert [field.value for field in app.fields] == ["xzy", ""]
        app.done.set()
        await expect_soon(lambda: app.fields[1].value == "qq")
        assert app.fields[0].value == "xzy"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("x", "y", "left", "left", "z"), "zxy"),
        (("x", "y", "backspace", "z"), "xz"),
        (("x", "y", "home", "delete", "z", "end", "w"), "zyw"),
    ],
)
async def test_what_is_written_after_a_correction_stands_where_it_belongs(
    keys: tuple[str, ...], text: str
) -> None:
    async with typed() as app:
        app.fields[0].focus()
        app.type(*keys)
        await expect_soon(lambda: app.fields[0].value == text)
        await a_while()
        assert app.fields[0].value == text


async def test_steps_follow_each_other_at_once_and_other_keys_keep_their_place_among_them() -> None:
    async with typed() as app:
        app.held = True
        app.type("down", "down", "question_mark", "down")
        await a_while()
        assert (app.cursor, app.opened) == ("c", 0)
        app.done.set()
        await expect_soon(lambda: app.cursor == "d")
        assert app.opened == 1


async def test_somebody_is_at_the_keys_until_a_moment_after_the_last_one(clock: list[float]) -> None:
    async with typed() as app:
        assert not app.is_at_keys()
        app.type("down")
        await expect_soon(lambda: app.cursor == "b" and not app._typed_ahead.busy)
        clock[0] += 0.2
        assert app.is_at_keys()
        clock[0] += 0.1
        assert not app.is_at_keys()


async def test_somebody_is_at_the_keys_as_long_as_a_key_is_at_work(clock: list[float]) -> None:
    async with typed() as app:
        app.work()
        app.type("space")
        await a_while()
        clock[0] += 10
        assert app.is_at_keys()
        app.done.set()
        await expect_soon(lambda: not app.is_at_keys())


async def test_nobody_is_at_the_keys_who_wrote_long_ago(clock: list[float]) -> None:
    async with typed() as app:
        app.fields[0].focus()
        app.type("x")
        await expect_soon(lambda: app.fields[0].value == "x")
        assert app.is_at_keys()
        clock[0] += 10
        assert not app.is_at_keys()


async def test_what_is_at_work_for_too_long_holds_no_key_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    async with typed() as app:
        monkeypatch.setattr("successbook.tui.typed_ahead._PATIENCE", 0.01)
        app.work()
        app.type("space", "question_mark")
        await expect_soon(lambda: app.opened == 1)
        app.done.set()
