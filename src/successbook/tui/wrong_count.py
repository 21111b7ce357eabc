"""How much `check` finds in the open plan, counted while nobody types: people learn of it where they are.

A large plan takes a second, so it is counted in a thread; a tree that never changes does not mind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from successbook.tui.widgets.heading import TitleLine

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from successbook.workbook import Workbook

__all__ = ["WrongCount"]

_CALM: Final = 1.0
"""Seconds without a change, or a key, before it is counted again."""


class WrongCount:
    """Keeps the count in the title line of a screen up to date; where nothing is wrong, nothing stands there.

    Args:
        screen: the screen of the plan.
        workbook: the open plan.
        busy: whether somebody is at the keys.
        key: the key that shows what was found.
    """

    def __init__(
        self, screen: Screen[None], workbook: Workbook, busy: Callable[[], bool], key: str = "F"
    ) -> None:
        self._screen, self._workbook, self._busy, self._key = screen, workbook, busy, key
        self._timer: Timer | None = None

    def soon(self) -> None:
        """Something may be wrong now, or right again: count as soon as it is calm."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(_CALM, self._look)

    def _look(self) -> None:
        if self._busy():
            self.soon()
        else:
            self._screen.run_worker(
                self.count, group="wrong", exclusive=True, thread=True, exit_on_error=False
            )

    def count(self) -> None:
        """Count, in a thread, and show it if the plan is still the same."""
        tree = self._workbook.tree
        found = len(self._workbook.wrong())
        self._screen.app.call_from_thread(self._show, found, of_now=lambda: self._workbook.tree is tree)

    def _show(self, found: int, of_now: Callable[[], bool]) -> None:
        if of_now() and self._screen.is_attached:
            said = f"{found} to look at: {self._key}" if found else ""
            self._screen.query_one(TitleLine).show(place=said)
