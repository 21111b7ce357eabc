"""The shape of a value in the file: one for each control, whatever the value is."""

from __future__ import annotations

import re
from typing import Final

from successbook.plan.fields import Control
from successbook.tree import Value

__all__ = ["normal"]

_BREAK: Final = re.compile(r"\s*\n\s*")


def normal(control: Control | None, value: Value | None) -> Value | None:
    """A value in the one shape its control gives it; None for what is as good as absent.

    One-line text is trimmed and its line breaks become spaces, prose has LF and exactly one final newline,
    empty text and empty lists are absence: so a field's shape in the file never depends on its value. Without
    a control, for keys nobody knows, text is only trimmed.
    """
    if isinstance(value, str):
        return _normal_text(control, value)
    if isinstance(value, tuple) and control in (Control.LINES, Control.REFERENCES):
        items = (_normal_text(control, item) if isinstance(item, str) else item for item in value)
        return tuple(item for item in items if item is not None) or None
    return value


def _normal_text(control: Control | None, value: str) -> str | None:
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    if control is Control.PROSE:
        return f"{text.strip(chr(10)).rstrip()}\n" if text.strip() else None
    text = text.strip()
    return (_BREAK.sub(" ", text) if control else text) or None
