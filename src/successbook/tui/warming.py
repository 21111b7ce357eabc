"""What will be needed soon is made ready in small pieces while nobody types, so that no key waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Final

from successbook.plan.kinds import KINDS, ids_in

if TYPE_CHECKING:
    from pathlib import Path

    from textual.css.stylesheet import Stylesheet
    from textual.message_pump import MessagePump

__all__ = ["Warming", "record_models", "rooms", "styles"]

_BREATH: Final = 0.01
"""Seconds between two turns: a key pressed meanwhile goes first."""
_TURN: Final = 0.008
"""Seconds after which no further piece is begun in this turn."""


class Warming:
    """Does one piece of work after the other in the pauses between keys.

    Args:
        node: whose timer is used; the work ends with it.
        busy: whether somebody is at the keys.
        pieces: does a piece each time it is asked for the next one.
        then: what to do after the last.
    """

    def __init__(
        self,
        node: MessagePump,
        busy: Callable[[], bool],
        pieces: Iterator[object],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        self._busy = busy
        self._pieces = pieces
        self._then = then
        self._timer = node.set_interval(_BREATH, self.go_on)

    def go_on(self) -> None:
        """Do the next pieces, unless somebody is at the keys; stop after the last."""
        end = monotonic() + _TURN
        while not self._busy():
            if next(self._pieces, self) is self:
                self._timer.stop()
                self._then()
                return
            if monotonic() > end:
                return


def rooms() -> Iterator[str]:
    """Load the code of the rooms and of what they write with, a module a time.

    Together they take a fifth of a second, for which the first key that opens a room would otherwise wait.
    """
    for name in _CODE:
        import_module(name)
        yield name


_EDITORS: Final = "successbook.tui.widgets.editors"
_CODE: Final = (
    "pydantic_core",
    "pydantic",
    "annotated_types",
    "pydantic.types",
    "pydantic.fields",
    "successbook.plan.describe",
    "successbook.plan.drafts",
    "successbook.plan.changes_typed",
    f"{_EDITORS}.base",
    f"{_EDITORS}.pick",
    f"{_EDITORS}.prose",
    _EDITORS,
    "successbook.tui.rooms.record",
    "successbook.tui.rooms.outline",
    "successbook.tui.rooms.goals",
    "successbook.tui.rooms.release",
    "successbook.tui.rooms.matrix",
    "successbook.tui.rooms.uat",
)
"""What the rooms need, each behind what it needs itself."""


def styles(sheet: Stylesheet, folder: Path) -> Iterator[str]:
    """Read the styles of the screens that open later, a file a time.

    What a screen brings along when it opens makes Textual read all styles anew: a tenth of a second.
    """
    for path in sorted(folder.glob("*.tcss")):
        if not sheet.has_source(str(path)):
            sheet.read(path)
            sheet.parse()
            yield path.stem


def record_models(files: Iterable[str]) -> Iterator[str]:
    """Load and build the model of each kind of record that such files may hold, one a time.

    Together they take a sixth of a second.
    """
    names = tuple(files)
    for kind in KINDS.values():
        if any(ids_in(kind.file, name) is not None for name in names):
            kind.record().model_rebuild()
            yield kind.name
