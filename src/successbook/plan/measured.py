"""Measured values: a number, "about" a number, a state such as blocked, or words; always one scalar in the file.

Blank, 0, "n/a", "blocked", "establishing" and "~13K" are different things, and stay different.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from successbook.errors import Refused
from successbook.tree import Value

__all__ = ["STATES", "Ambiguous", "Measure", "measure", "number_typed", "show", "typed"]

STATES: Final = {
    "blocked": "it cannot be measured for now",
    "establishing": "a baseline is being established",
    "n/a": "it does not apply",
    "unknown": "asked, and not known yet",
}
"""States a value may be in instead of a number, written ``"(blocked)"`` in the file."""

_ALIASES = {"establishing baseline": "establishing", "na": "n/a", "not applicable": "n/a", "?": "unknown"}
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_NUMBER = re.compile(r"([-+−]?\d+(?:\.\d+)?)\s*(k|m|bn)?", re.IGNORECASE)
_COMMA = re.compile(r"[-+−]?\d+(?:[.,]\d+)*,\d+(?:[.,]\d+)*")
_GROUPED = 10_000


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured value taken apart; exactly one of number, state and words is there.

    Attributes:
        number: the number, finite.
        about: whether it is approximate.
        state: one of `STATES`.
        words: anything else that was said.
    """

    number: int | float | None = None
    about: bool = False
    state: str | None = None
    words: str | None = None


class Ambiguous(Refused):
    """What was typed can be read in more than one way; a person decides.

    Attributes:
        readings: the values it may mean, the likeliest first.
    """

    def __init__(self, text: str, readings: tuple[int | float, ...]) -> None:
        shown = " or ".join(str(value) for value in readings)
        super().__init__(
            f'"{text}" can be read as {shown}', remedy="type it with a point, or Enter again for the first"
        )
        self.readings = readings


def measure(value: Value | None) -> Measure | None:
    """A stored value taken apart, or None where there is none or it is no measured value at all."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return Measure(number=value) if math.isfinite(value) else None
    if not isinstance(value, str):
        return None
    if value.startswith("(") and value.endswith(")"):
        return Measure(state=value[1:-1])
    if value.startswith("~") and (found := _plain(value[1:].strip())) is not None:
        return Measure(number=found, about=True)
    return Measure(words=value)


def show(value: Value | None, unit: str = "") -> str:
    """A stored value as people read it: ``96 s``, ``about 13 000``, ``blocked``; ``-`` where there is none."""
    found = measure(value)
    if found is None:
        return "-" if value is None else str(value)
    if found.number is None:
        return found.state or found.words or "-"
    text = f"{'about ' if found.about else ''}{_digits(found.number)}"
    return f"{text} {unit}".rstrip()


def _digits(number: float) -> str:
    if abs(number) >= _GROUPED:
        return f"{number:,}".replace(",", " ")
    return str(number)


def _plain(text: str) -> int | float | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    digits, factor = found[1].replace("−", "-"), _FACTORS[(found[2] or "").lower()]
    if "." not in digits:
        return int(digits) * factor
    scaled = float(digits) * factor
    return round(scaled) if factor > 1 and scaled.is_integer() else scaled


def typed(text: str, unit: str = "") -> int | float | str:
    """The value to store for what a person typed: ``14``, ``14 %``, ``~13k``, ``blocked``, or their words.

    Raises:
        Ambiguous: a comma may be a decimal point or group thousands; it is never guessed.
    """
    said = _without_unit(" ".join(text.split()), unit)
    bare = said.strip("()").lower()
    state = _ALIASES.get(bare, bare)
    if state in STATES:
        return f"({state})"
    about = said.startswith("~") or said.lower().startswith("about ")
    digits = said.removeprefix("~").strip() if said.startswith("~") else said[6:].strip() if about else said
    number = _number(digits)
    if number is None:
        return said
    return f"~{number}" if about else number


def number_typed(text: str, unit: str = "") -> int | float:
    """The number a person typed.

    Raises:
        Ambiguous: a comma may be a decimal point or group thousands.
        Refused: it is no number.
    """
    number = _number(_without_unit(" ".join(text.split()), unit))
    if number is None:
        raise Refused(f'"{text}" is no number', remedy="such as 14 or 14.5")
    return number


def _number(text: str) -> int | float | None:
    if _COMMA.fullmatch(text):
        raise Ambiguous(text, _comma_readings(text))
    number = _plain(text)
    return number if number is not None and math.isfinite(number) else None


def _comma_readings(text: str) -> tuple[int | float, ...]:
    sign = -1 if text[0] in "-−" else 1
    digits = text.lstrip("-+−")
    whole = sign * int(re.sub(r"[.,]", "", digits))
    point = max(digits.rfind("."), digits.rfind(","))
    decimal = sign * float(f"{re.sub('[.,]', '', digits[:point])}.{digits[point + 1 :]}")
    if digits.count(digits[point]) > 1:
        return (whole,)
    grouped = re.fullmatch(r"\d{1,3},\d{3}", digits)
    return (decimal, whole) if grouped else (decimal,)


def _without_unit(text: str, unit: str) -> str:
    return text[: -len(unit)].rstrip() if unit and text.endswith(unit) and text != unit else text
