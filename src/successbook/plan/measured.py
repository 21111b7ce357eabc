"""Measured values: a number, "about" a number, a state such as blocked, or words; one scalar in the file.

Blank, 0, "n/a", "blocked", "establishing" and "~13K" are different things, and stay different.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeGuard

from successbook.errors import Refused
from successbook.tree import Table, Value

__all__ = [
    "STATES",
    "Ambiguous",
    "Measure",
    "is_number",
    "measure",
    "number_of",
    "number_typed",
    "show",
    "typed",
    "with_unit",
]

STATES: Final = {
    "blocked": "it cannot be measured for now",
    "establishing": "a baseline is being established",
    "n/a": "it does not apply",
    "unknown": "asked, and not known yet",
}
"""States a value may be in instead of a number, written ``"(blocked)"`` in the file."""

_ALIASES = {"establishing baseline": "establishing", "na": "n/a", "not applicable": "n/a", "?": "unknown"}
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_SCALED = re.compile(r"(.*[\d])\s?(k|m|bn)", re.IGNORECASE)
_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_COMMA_FOR_POINT = re.compile(r"[-+]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+")
_COMMAS_IN_GROUPS = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d\d)+,\d{3})(?:\.\d+)?")
_POINTS_IN_GROUPS = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3}){2,}")
_WITH_UNIT = re.compile(
    r"((?:~ ?|about )?[-+−]?\d[\d., ]*?(?: ?(?:k|m|bn)(?![^\W\d_]))?)"  # the number, with k, m or bn
    r" ?(?!(?:k|m|bn)\Z)("
    r"(?:an?|per|each|every) (?:minute|hour|day|night|week|month|quarter|year)|"  # how often
    r"[^\W\d_][^\s\d,()]{0,11}|[%‰€$£¥°]\S{0,3})",  # a word, or a sign
    re.IGNORECASE,
)
_GROUPED = 10_000
_LONGEST = 60
_LARGEST: Final = 2**63 - 1
"""TOML promises whole numbers of 64 bits, with a sign."""


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
        readings: the values to store that it may mean, the likeliest first.
    """

    def __init__(self, text: str, readings: tuple[int | float | str, ...]) -> None:
        shown = " or ".join(str(value) for value in readings)
        super().__init__(
            f'"{text}" can be read as {shown}', remedy="type it with a point, or Enter again for the first"
        )
        self.readings = readings


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number that a field can hold: no yes or no, finite, and in TOML's range."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and -_LARGEST - 1 <= value <= _LARGEST


def measure(value: Value | None) -> Measure | None:
    """A stored value taken apart, or None where there is none or it is no measured value at all."""
    if isinstance(value, str):
        return _of_text(value)
    if type(value) is int:
        return _of_whole(value)
    return Measure(number=value) if is_number(value) else None


@lru_cache(maxsize=4096)
def _of_whole(value: int) -> Measure | None:
    return Measure(number=value) if is_number(value) else None


@lru_cache(maxsize=4096)
def _of_text(value: str) -> Measure:
    if value.startswith("(") and value.endswith(")") and (state := _state(value[1:-1])):
        return Measure(state=state)
    if value.startswith("~") and (found := _plain(value[1:].strip())) is not None:
        return Measure(number=found, about=True)
    return Measure(words=value)


def number_of(value: Value | None) -> Measure | None:
    """A measured value that is a number; None for words, states and what is no value."""
    found = measure(value)
    return found if found is not None and found.number is not None else None


def show(value: Value | None, unit: str = "") -> str:
    """A stored value as people read it: ``96 s``, ``about 13 000``, ``blocked``.

    ``-`` where is none. Of a list or a table nobody wants to read the insides in place of a number.
    """
    found = measure(value)
    if found is None:
        return "-" if value is None else "does not fit" if isinstance(value, tuple | Table) else str(value)
    if found.number is None:
        return found.state or found.words or "-"
    text = f"{'about ' if found.about else ''}{_digits(found.number)}"
    return f"{text} {unit}".rstrip()


def _digits(number: float) -> str:
    if abs(number) >= _GROUPED:
        return f"{number:,}".replace(",", " ")
    return str(number)


def typed(text: str, unit: str = "") -> int | float | str:
    """The value to store for what a person typed: ``14``, ``14 %``, ``~13k``, ``blocked``, or their words.

    Raises:
        Ambiguous: a comma may be a decimal point or group thousands, a small m may be millions or a unit;
            neither is ever guessed.
    """
    said = " ".join(text.split())
    state = _state(said.strip("()"))
    if state:
        return f"({state})"
    about = next((word for word in ("~", "about ") if said.lower().startswith(word)), "")
    try:
        number = _number(_without_unit(said[len(about) :].strip(), unit))
    except Ambiguous as several:
        if not about:
            raise
        raise Ambiguous(said, tuple(f"~{each}" for each in several.readings)) from None
    if number is None:
        return said
    return f"~{number}" if about else number


def number_typed(text: str, unit: str = "") -> int | float:
    """The number a person typed.

    Raises:
        Ambiguous: it can be read in more than one way, as in `typed`.
        Refused: it is no number.
    """
    said = " ".join(text.split())
    number = _number(_without_unit(said, unit))
    if number is None:
        shown = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        raise Refused(f'"{shown}" is no number', remedy="such as 14 or 14.5")
    return number


def with_unit(text: str) -> tuple[str, str]:
    """What was typed without the unit that follows its number, and that unit: ``~96 s`` is ``~96`` and ``s``.

    A unit is one word or sign directly behind a number, or how often it is, ``a week``; in anything else
    there is none, and it is empty.
    """
    said = " ".join(text.split())
    found = _WITH_UNIT.fullmatch(said) if len(said) <= _LONGEST else None
    return (found[1], found[2]) if found else (said, "")


def _state(text: str) -> str | None:
    """The state that `text` names in any of its spellings."""
    bare = text.strip().lower()
    named = _ALIASES.get(bare, bare)
    return named if named in STATES else None


def _number(text: str) -> int | float | None:
    """The number that `text` writes, alone or in thousands, millions or billions; None when it is none."""
    if len(text) > _LONGEST:
        return None
    scaled = _SCALED.fullmatch(text)
    factor = scaled[2] if scaled else ""
    written = scaled[1] if scaled else text
    readings = _readings(written)
    found = [_times(each, _FACTORS[factor.lower()]) for each in readings]
    if factor == "m" and readings:
        found += [_times(each, 1) for each in readings]
    numbers = [each for each in found if each is not None]
    if numbers and ("," in written or len(numbers) > 1 or readings[0] != _bare(written)):
        raise Ambiguous(text, tuple(dict.fromkeys(numbers)))
    return numbers[0] if numbers else None


def _plain(text: str) -> int | float | None:
    """The number that `text` writes, or None also when it can be read in more than one way."""
    try:
        return _number(text)
    except Ambiguous:
        return None


def _bare(text: str) -> str:
    """`text` with a plain minus and without the spaces between groups of three digits."""
    return _SPACED.sub("", text.replace("−", "-"))


def _readings(text: str) -> list[str]:
    """The ways to read digits, each as plain digits with a decimal point."""
    bare = _bare(text)
    if _NUMBER.fullmatch(bare):
        return [bare]
    found = []
    if _COMMA_FOR_POINT.fullmatch(bare):
        found.append(bare.replace(".", "").replace(",", "."))
    if _COMMAS_IN_GROUPS.fullmatch(bare):
        found.append(bare.replace(",", ""))
    if _POINTS_IN_GROUPS.fullmatch(bare):
        found.append(bare.replace(".", ""))
    return found


def _times(digits: str, factor: int) -> int | float | None:
    """Plain digits times a factor, whole where that is whole; None when it is out of range."""
    if factor == 1:
        fraction = any(mark in digits for mark in ".eE")
        number: int | float = float(digits) if fraction else int(digits)
    else:
        exact = Decimal(digits) * factor
        number = int(exact) if exact == exact.to_integral_value() else float(exact)
    return number if is_number(number) else None


def _without_unit(text: str, unit: str) -> str:
    """`text` without its unit, before or behind it, if a number is what remains."""
    unit = " ".join(unit.split())
    if not unit or text == unit:
        return text
    for rest in (text.removesuffix(unit), text.removeprefix(unit)):
        joined = rest == rest.strip() and (unit[0].isdigit() or unit[-1].isdigit())
        if rest != text and not joined and any(char.isdigit() for char in rest):
            return rest.strip()
    return text
