"""The saver: writes what is handed to it, in a thread of its own, the newest state only.

Trees are immutable, so handing one over is a snapshot. Between the hand-over and the disk lies a short pause
in which further edits are gathered; nobody has to save, and nothing waits for the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from successbook.errors import SuccessbookError
from successbook.tree import Tree

__all__ = ["SavedState", "Saver"]

PAUSE = 0.25
"""Seconds in which further edits are gathered before a write."""


@dataclass(frozen=True, slots=True)
class SavedState:
    """How what is in memory relates to the disk.

    Attributes:
        kind: ``saved``: the same; ``saving``: on its way; ``failed``: the disk has an older state, whole.
        error: why it failed.
        remark: something worth knowing about a write that worked, such as a folder that cannot be synced.
    """

    kind: Literal["saved", "saving", "failed"] = "saved"
    error: SuccessbookError | None = None
    remark: str = ""


class Saver:
    """Writes trees in the background.

    Args:
        write: writes a tree and returns a remark or ``""``; raises SuccessbookError.
        tell: is told every new state, from the saver's thread or the caller's.
        pause: seconds to wait for further edits.
    """

    def __init__(
        self, write: Callable[[Tree], str], tell: Callable[[SavedState], None], *, pause: float = PAUSE
    ) -> None:
        self._write = write
        self._tell = tell
        self._pause = pause
        self._wanted: Tree | None = None
        self._preparing: Callable[[], None] | None = None
        self._hurry = False
        self._closed = False
        self._busy = False
        self._bell = threading.Condition()
        self._thread: threading.Thread | None = None
        self.state = SavedState()

    def hand(self, tree: Tree) -> None:
        """Ask for this tree to be written; a tree that still waits is replaced by it."""
        with self._bell:
            self._wanted = tree
            # Told before the thread can go on, so that "saved" is never followed by an older "saving".
            self._set(SavedState("saving"))
            self._bell.notify_all()
            self._start()

    def prepare(self, work: Callable[[], None]) -> None:
        """Do something in the saver's thread that makes the first write quicker; writes go first."""
        with self._bell:
            self._preparing = work
            self._bell.notify_all()
            self._start()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="successbook-saver", daemon=True)
            self._thread.start()

    def flush(self) -> SavedState:
        """Wait until nothing is on its way; the state after that."""
        with self._bell:
            self._hurry = True
            self._bell.notify_all()
            self._bell.wait_for(lambda: self._wanted is None and not self._busy)
            self._hurry = False
        return self.state

    def close(self) -> SavedState:
        """Write what waits and end the thread."""
        state = self.flush()
        with self._bell:
            self._closed = True
            self._bell.notify_all()
        if self._thread is not None:
            self._thread.join()
        return state

    def _set(self, state: SavedState) -> None:
        self.state = state
        self._tell(state)

    def _run(self) -> None:
        while (tree := self._next()) is not None:
            try:
                state = SavedState("saved", remark=self._write(tree))
            except SuccessbookError as error:
                state = SavedState("failed", error)
            except Exception as error:  # noqa: BLE001  # whatever it is, the thread must live and the person must know
                kept = SuccessbookError(f"not saved: {error}", remedy="your changes are kept here")
                state = SavedState("failed", kept)
            with self._bell:
                if self._wanted is not None:
                    state = SavedState("saving")
                self.state = state
                self._busy = False
                self._bell.notify_all()
            self._tell(state)

    def _next(self) -> Tree | None:
        """The next tree to write, after a pause for further edits; None when closed."""
        with self._bell:
            self._bell.wait_for(lambda: self._wanted or self._closed or self._preparing)
            preparing, self._preparing = self._preparing, None
        if preparing is not None:
            with suppress(Exception):  # what is wrong will be told by the write itself
                preparing()
        with self._bell:
            self._bell.wait_for(lambda: self._wanted is not None or self._closed)
            if self._wanted is None:
                return None
            self._bell.wait_for(lambda: self._hurry or self._closed, timeout=self._pause)
            tree, self._wanted, self._busy = self._wanted, None, True
            return tree
