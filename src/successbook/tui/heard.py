"""What the saver says from its own thread, heard in the thread of the interface."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from successbook.saver import SavedState

__all__ = ["heard_here"]


def heard_here(show: Callable[[SavedState], None]) -> Callable[[SavedState], None]:
    """A listener that may be called from any thread, and shows what it hears in the one that runs now."""
    loop = asyncio.get_running_loop()

    def heard(state: SavedState) -> None:
        loop.call_soon_threadsafe(show, state)

    return heard
