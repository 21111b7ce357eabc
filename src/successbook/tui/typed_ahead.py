"""Keys pressed while an earlier key is still at work wait for it, and go where the eye will be by then.

A key that leaves a field or opens something takes effect by messages between widgets, which may take longer
than the next key does to arrive: fast fingers, a slow line, a busy computer. Without a queue the rest of a
sentence would go into the field that was just left, or be read as commands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import ScreenStackError

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

__all__ = ["TypedAhead"]

_CALM_ROUNDS: Final = 3  # rounds in a row in which nobody sent a message
_PATIENCE: Final = 2.0  # seconds; then keys go on whatever is still at work
_LEISURE: Final = 0.04  # seconds; while no key waits, the answer to the last one is painted first
_MOVING: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "j", "k", "space"}
)
_STEPPING: Final = _MOVING - {"left", "right", "space"}
_EDITING: Final = frozenset(
    {"left", "right", "up", "down", "home", "end", "pageup", "pagedown", "backspace", "delete"}
)

Pressed = events.Key | events.Paste


class TypedAhead:
    """Lets keys through in the order they came, each when what the ones before it began is done.

    Args:
        app: whose keys they are.
        act: does what the app does with a key.
    """

    def __init__(self, app: App[None], act: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._act = act
        self._waiting: deque[Pressed] = deque()
        self._busy: asyncio.Task[None] | None = None
        self._at_work: str | None = None
        self._hurry = asyncio.Event()

    def hold(self) -> None:
        """Nothing is open yet: let no key through before `release`."""
        self._at_work = "starts"

    def release(self) -> None:
        """What begins the app is open: keys go through as soon as it is painted."""
        if self._at_work == "starts":
            self._at_work = "turns"
            self._watch()

    @property
    def busy(self) -> bool:
        """Whether a key is still at work, or waits; a field that is written in is not waited for."""
        return self._at_work not in {None, "writes"} or bool(self._waiting)

    async def take(self, event: Pressed) -> None:
        """A key was pressed: act on it now, or when its turn comes."""
        if self._waiting or not self._may_pass(event):
            self._waiting.append(event)
            self._hurry.set()
            if self._at_work != "starts":
                self._watch()
        else:
            await self._pass(event)

    def _may_pass(self, event: Pressed) -> bool:
        """Whether nothing before it is at work that it must wait for; like follows like in its own order."""
        if self._at_work == "starts":
            return False
        match self._in_the_text(event):
            case "writes":
                return self._busy is None
            case "edits":
                return self._at_work in {None, "writes", "edits"}
        return self._at_work is None or (self._at_work in {"steps", "moves"} and bool(self._movement(event)))

    async def _pass(self, event: Pressed) -> None:
        self._at_work = work = self._in_the_text(event) or self._movement(event) or "turns"
        await self._act(event)
        if work != "writes":
            self._watch()

    def _watch(self) -> None:
        if self._busy is None:
            self._busy = asyncio.create_task(self._settle())

    def _in_the_text(self, event: Pressed) -> str:
        """What it does to the text under the cursor; "" if anything else, such as leaving it.

        Letters reach the text at once, and keep their order by themselves. A key that "edits" is an action,
        which is looked for from the text up to the app: a letter that did not wait would come before it.
        """
        if not self._in_text:
            return ""
        if isinstance(event, events.Paste) or event.is_printable:
            return "writes"
        return "edits" if event.key in _EDITING and not self._is_command(event.key) else ""

    def _is_command(self, key: str) -> bool:
        """Whether the text has an action of ours on a key: an arrow may leave its line."""
        bound = self._app.screen.active_bindings.get(key)
        if bound is None or bound.node is not self._app.focused:
            return False
        return bound.binding.action.startswith("run(")

    def _movement(self, event: Pressed) -> str:
        """What it does to the cursor of a list; "" if anything else.

        It "steps" where only the list and what holds it hear of it; it "moves" where others may change too.
        """
        if not isinstance(event, events.Key) or event.key not in _MOVING or self._in_text:
            return ""
        return "steps" if event.key in _STEPPING else "moves"

    @property
    def _in_text(self) -> bool:
        """Whether letters are text where the cursor is."""
        focused = self._app.focused
        return focused is not None and focused.check_consume_key("x", "x")

    async def _settle(self) -> None:
        try:
            await self._at_leisure()
            async with asyncio.timeout(_PATIENCE):
                if self._at_work == "writes":
                    await self._read([self._app.focused or self._app.screen])
                elif self._at_work in {"steps", "edits"}:
                    await self._calm((self._app.focused or self._app.screen).ancestors_with_self)
                else:
                    await self.settled()
        except (TimeoutError, ScreenStackError):
            pass  # something takes its time, or the app is closing
        self._busy = self._at_work = None
        self._app.call_later(self._go_on)

    async def _at_leisure(self) -> None:
        """Asking every widget takes time of its own: do so when nobody waits for a picture, or a key does."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurry.wait(), _LEISURE)

    async def _go_on(self) -> None:
        self._hurry.clear()
        while self._waiting and self._may_pass(self._waiting[0]):
            await self._pass(self._waiting.popleft())
        if self._waiting:
            self._hurry.set()
            self._watch()

    async def settled(self) -> None:
        """Wait until what was begun is done and painted; not from a widget's own messages."""
        await self._calm()
        await self._painted()
        await self._calm()

    async def _calm(self, among: Sequence[MessagePump] = ()) -> None:
        """Wait until widgets have read their messages, and what those led to; all widgets unless told."""
        calm = 0
        while calm < _CALM_ROUNDS:
            pumps = among or [self._app, *self._app.screen.walk_children(with_self=True)]
            await self._read(pumps)
            calm = 0 if any(pump.message_queue_size for pump in pumps) else calm + 1

    async def _read(self, pumps: Sequence[MessagePump]) -> None:
        """Wait until they have read what was sent to them up to now."""
        seen = [asyncio.Event() for _ in pumps]
        asked = [each for pump, each in zip(pumps, seen, strict=True) if pump.call_later(each.set)]
        for each in asked:
            await each.wait()

    async def _painted(self) -> None:
        """Wait for what waits for a picture."""
        painted = asyncio.Event()
        if self._app.screen.call_after_refresh(painted.set):
            await painted.wait()
