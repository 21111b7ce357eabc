"""A number and what it counts, taken apart as people say them on one line: ``~3 % of guests``, ``4 h``."""

from __future__ import annotations

import re
from typing import Final

from successbook.plan.measured import Ambiguous, typed
from successbook.tree import Value

__all__ = ["affected_parts", "fix_parts"]

_NUMBER: Final = re.compile(
    r"((?:~ ?|about )?[-+−]?\d[\d., ]*(?: ?(?:k|bn)(?![^\W\d_]))?)\s*(.*)", re.IGNORECASE
)
_TWO_NUMBERS: Final = re.compile(r"(?:[-–—−/+]|to|or|and|in|of|out of|per|till|until)\s*~?\d", re.IGNORECASE)
_UNITS: Final = {"h": "hours", "hr": "hours", "hour": "hours", "d": "days", "day": "days"}
_FACTORS: Final = {
    "min": (1 / 60, "hours"),
    "minute": (1 / 60, "hours"),
    "week": (7, "days"),
    "w": (7, "days"),
}
"""Units that are worked out: the factor, and the unit that comes of it."""


def affected_parts(text: str) -> tuple[Value | None, Value | None]:
    """What ``~3 % of guests`` says: the number, and of whom; words alone are kept as the number's place.

    Raises:
        Ambiguous: the number can be read in more than one way.
    """
    value, of, _ = _parted(text)
    return value, of or None


def fix_parts(text: str) -> tuple[Value | None, Value | None]:
    """What ``4 h`` says: the number, and hours or days; minutes and weeks are worked out.

    Raises:
        Ambiguous: the number can be read in more than one way.
    """
    value, behind, said = _parted(text)
    # An "s" is no plural: seconds have no unit here, and stay words.
    word = behind.casefold().rstrip(".").removesuffix("s") if behind != "s" else "s"
    if word in _FACTORS and isinstance(value, int | float | str):
        factor, unit = _FACTORS[word]
        return _times(value, factor), unit
    if word and word not in _UNITS:
        return typed(said), None
    return value, _UNITS.get(word)


def _parted(text: str) -> tuple[Value | None, str, str]:
    """A number, what stands behind it, and the whole on one line; words alone stand for the number.

    A span and a share in two numbers (``20-30 guests``, ``1 in 10``) are words: half of them would mislead.
    """
    said = " ".join(text.split())
    found = _NUMBER.fullmatch(said)
    if found is None or _TWO_NUMBERS.match(found[2]):
        return typed(said) if said else None, "", said
    try:
        return typed(found[1].strip()), found[2], said
    except Ambiguous as several:
        raise Ambiguous(text, tuple(f"{each} {found[2]}".strip() for each in several.readings)) from None


def _times(value: float | str, factor: float) -> int | float | str:
    """A number, or about a number, times a factor, to two digits behind the point."""
    about = isinstance(value, str) and value.startswith("~")
    try:
        number = round(float(str(value).lstrip("~")) * factor, 2)
    except ValueError:
        return value
    whole = int(number) if number.is_integer() else number
    return f"~{whole}" if about else whole
