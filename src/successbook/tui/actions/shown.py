"""Keys as people know them."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["shown_key", "shown_keys"]

_NAMES = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "space": "Space", "backspace": "Backspace",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
}  # fmt: skip


def shown_key(key: str) -> str:
    """A key as people know it: ``escape`` is "Esc", ``ctrl+p`` is "Ctrl+P", ``f1`` is "F1"."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if len(last) > 1:
        last = _NAMES.get(last, last.upper() if last[1:].isdigit() else last.capitalize())
    elif modifiers:
        last = last.upper()
    return "+".join([*(each.capitalize() for each in modifiers), last])


def shown_keys(keys: Iterable[str]) -> str:
    """Several keys for one action: "↑ k"."""
    return " ".join(shown_key(key) for key in keys)
