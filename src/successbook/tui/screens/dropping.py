"""Esc in a small form: what was typed is thrown away only when Esc is pressed once more.

In a record Esc keeps. A form may write a step into a launch log, so Esc does not carry it out; but nothing
that somebody typed goes without a word either.
"""

from __future__ import annotations

from collections.abc import Sequence

from successbook.tui.widgets.editors import Editor, ReferencesEditor

__all__ = ["Dropping"]


class Dropping:
    """Asks once before Esc, or the key that leaves the app, throws away what was typed in some fields.

    Args:
        fields: the fields. Those in which Esc keeps what was picked are left as they are.
    """

    def __init__(self, fields: Sequence[Editor]) -> None:
        self._fields = tuple(fields)
        self._began: tuple[str, ...] = ()
        self._asked: tuple[str, ...] = ()
        for each in self._fields:
            if not isinstance(each, ReferencesEditor):
                each.may_drop = self._may

    def begin(self) -> None:
        """What stands in the fields now was not typed: it was proposed."""
        self._began = self._texts()

    def _texts(self) -> tuple[str, ...]:
        return tuple(each.text() for each in self._fields)

    def _may(self, left: Editor) -> bool:
        """Whether the form may be closed: nothing was typed, or the question was answered with Esc."""
        now = self._texts()
        if now in (self._began, self._asked):
            return True
        self._asked = now
        left.tell("Esc again throws away what you typed; Enter keeps it", "careful")
        return False
