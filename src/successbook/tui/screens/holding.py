"""What the fields of a form hold: of each what it was left with, as long as that still stands there."""

from __future__ import annotations

from collections.abc import Mapping

from successbook.tree import Value
from successbook.tui.widgets.editors import Editor

__all__ = ["Holding"]


class Holding:
    """The answers in a form that is left field by field and kept as a whole.

    A field that is left once more, with nothing typed since, says what it was opened with; and what was
    settled in it by insisting would be doubted again. So what a field was left with is held here.

    Args:
        fields: the fields by their keys.
    """

    def __init__(self, fields: Mapping[str, Editor]) -> None:
        self._fields = dict(fields)
        self._held: dict[str, tuple[str, Value | None]] = {}

    def begin(self) -> None:
        """What stands in the fields now is what they were opened with."""
        self._held = {key: (each.text(), each.value) for key, each in self._fields.items()}

    def left(self, key: str, value: Value | None) -> None:
        """A field was left with a value."""
        text = self._fields[key].text()
        if text != self._held[key][0]:
            self._held[key] = text, value

    def read(self, key: str) -> Value | None:
        """What a field holds now, be it left or not.

        Raises:
            SuccessbookError: what stands there cannot be kept, or not without asking.
        """
        text = self._fields[key].text()
        if text != self._held[key][0]:
            self._held[key] = text, self._fields[key].read(text)
        return self._held[key][1]
