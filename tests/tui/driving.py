"""Driving the whole app from the keyboard, and reading what stands on its screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from textual._compositor import Compositor
from textual._queue import Queue
from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot

from successbook.plan.now import Now
from successbook.shelf import Shelf
from successbook.tree import Address, Value
from successbook.tui.app import SuccessbookApp
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.widgets.rows import RowList
from tests.plans import NOW, written
from tests.thorough import THOROUGH

_NAMES = {" ": "space", "\n": "ctrl+j"}
_CHARACTERS = {"plus": "+", "slash": "/"}  # key_to_character does not know them
_CALM_ROUNDS = 2
_MOMENT = 0.001  # seconds; whoever is at work and has no turn waits for a thread or for the clock
_FOR_EVER = 120.0  # seconds; who is at work for so long on a busy machine, too, never comes to rest


async def settled(app: App[None]) -> None:
    """Wait until nobody has a message to read or reads one, and what waits for a picture has had one.

    An app that leaves is not waited for: it comes to an end and not to rest.

    Raises:
        Exception: what the app failed with; it would never come to rest.
        TimeoutError: it does not come to rest.
    """
    calm, loop = 0, asyncio.get_running_loop()
    given_up = loop.time() + _FOR_EVER
    while calm < _CALM_ROUNDS and not app._exit:
        await asyncio.sleep(0)
        if app._exception is not None:
            raise app._exception
        if loop.time() > given_up:
            raise TimeoutError(f"still at work: {[each for each in (app, *app._registry) if _at_work(each)]}")
        screen = app.screen
        if loop._ready:  # type: ignore[attr-defined]  # somebody's turn comes at once
            calm = 0
        elif _at_work(app) or any(map(_at_work, app._registry)):
            calm = 0
            await asyncio.sleep(_MOMENT)
        elif screen._callbacks or screen._layout_required or screen._dirty_widgets:
            screen._on_timer_update()
            calm = 0
        else:
            calm += 1


def _at_work(pump: MessagePump) -> bool:
    """Whether it has a message to read, or does not wait for one because it is still about the last."""
    queue: Queue[Message | None] = pump._message_queue
    return bool(queue.values) or (pump._running and not queue.ready_event._waiters)


async def pressed(app: App[None], *keys: str) -> None:
    """Press keys without waiting for the clock, each when all that the one before began is done."""
    for key in keys:
        app.post_message(pressed_key(key))
        await settled(app)
    if not keys:
        await settled(app)


def pressed_key(key: str) -> Key:
    """What a terminal says of a key: its name, and the character it types."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    return Key(name, key if len(key) == 1 else _CHARACTERS.get(key, key_to_character(key)))


class Driver:
    """The running app with a person's hands and eyes."""

    def __init__(self, app: SuccessbookApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys without waiting for the clock, each when all that the one before began is done."""
        await pressed(self.app, *keys)

    async def settle(self) -> None:
        """Wait until the screen has settled."""
        await settled(self.app)

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.press(*(_NAMES.get(char, char) for char in text))

    async def rush(self, text: str) -> None:
        """Type a text faster than it is drawn."""
        for char in text:
            self.app.post_message(pressed_key(char))
        await self.settle()

    @property
    def text(self) -> str:
        """All that stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def value(self, at: Address) -> Value | None:
        """What the open plan holds at an address."""
        assert self.app.workbook is not None
        return self.app.workbook.tree.get(at)

    @property
    def labels(self) -> list[str]:
        """The changes of this sitting."""
        assert self.app.workbook is not None
        return [done.change.label for done in self.app.workbook.history.done]

    @property
    def said(self) -> list[str]:
        """The messages that were shown."""
        return [str(each.message) for each in self.app._notifications]

    @property
    def list(self) -> RowList:
        """The list that has the focus."""
        assert isinstance(self.app.focused, RowList), self.app.focused
        return self.app.focused

    @property
    def outline(self) -> OutlineRoom:
        """The outline room in front."""
        assert self.app.plan_screen is not None
        assert isinstance(self.app.plan_screen.room, OutlineRoom)
        return self.app.plan_screen.room

    async def go_to(self, at: Address) -> None:
        """Put the cursor on a record or a field."""
        assert self.app.plan_screen is not None
        await self.app.plan_screen.go_to(at)
        await self.settle()


@asynccontextmanager
async def driven(
    folder: Path,
    size: tuple[int, int] = (120, 40),
    *,
    plan: bool = True,
    quiet: bool = False,
    now: Now = NOW,
) -> AsyncIterator[Driver]:
    """The app with the small plan open, or with the shelf of `folder`.

    Args:
        folder: the plan, or the plans.
        size: of the terminal.
        plan: whether a plan is opened.
        quiet: whether messages are kept and not shown, which is faster.
        now: the day it is.
    """
    if plan and not Shelf.is_plan(folder):
        written(folder)
    app = SuccessbookApp(Shelf.at(folder, now), folder if plan else None)
    with drawn_when_looked_at():
        async with app.run_test(size=size, notifications=not quiet, tooltips=True) as pilot:
            await _begun(app)
            driver = Driver(app, pilot)
            yield driver
            assert list(app.screen._compositor._get_renders()), "the last picture can be drawn"
            app.let_go()


@contextmanager
def drawn_when_looked_at() -> Iterator[None]:
    """Nothing is painted that no test looks at: that is a third of the work. `make torture` paints all."""
    original = Compositor.render_update

    def forget(self: Compositor, **how: object) -> None:
        del how
        self._dirty_regions.clear()

    if not THOROUGH:
        Compositor.render_update = forget  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Compositor.render_update = original  # type: ignore[method-assign]


async def _begun(app: SuccessbookApp) -> None:
    """Wait until what was asked for is open: the frame is on the screen before the rest is loaded."""
    for _ in range(100):
        await settled(app)
        if len(app.screen_stack) > 1 and (app.plan_screen is None or app.plan_screen.ready):
            break
