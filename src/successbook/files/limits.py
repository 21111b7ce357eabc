"""What a plan file may be at most: what would keep the parser busy for minutes is turned away in a moment.

Measured on Python 3.11: a key of 300,000 dots holds `tomllib` for five seconds (its cost grows with the
square), 16 MiB of ordinary records hold `tomli` for two. A plan of 2,000 records takes 1 MB and six levels.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from successbook.errors import NotReadable
from successbook.files.lexing import KEY, KEY_PATH, MULTI_LINE, line_of

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_DIGITS", "check_plain", "check_text", "long_number", "too_deep"]

MAX_BYTES: Final = 16 * 1024 * 1024
"""The largest file that is read."""

MAX_DEPTH: Final = 12
"""How deep tables and arrays may stand inside one another, and how many parts a dotted key may have."""

MAX_DIGITS: Final = 1000
"""The most decimal digits of a whole number; Python itself stops at 4,300."""

_MANY_DOTS: Final = re.compile(rf"^(?:[^.\n]*+\.){{{MAX_DEPTH}}}", re.MULTILINE)
_WORDS: Final = re.compile(
    rf"{MULTI_LINE}|#[^\n]*+|(?P<long>{KEY}(?>(?:[ \t]*+\.[ \t]*+{KEY}){{{MAX_DEPTH},}}))|{KEY_PATH}"
)
_LONG_NUMBER: Final = re.compile(rf"(?<![\w.\-])[+-]?[0-9][0-9A-Fa-fxob_]{{{MAX_DIGITS // 2},}}+")
_MAX_BITS: Final = (10**MAX_DIGITS).bit_length()
_BY_HAND: Final = "correct it in an editor, or take an older version of the file"


def too_deep(path: Path | str) -> NotReadable:
    """The error for tables or arrays nested without end."""
    return NotReadable(f"tables or arrays are nested more than {MAX_DEPTH} deep", path=path, remedy=_BY_HAND)


def check_text(text: str, path: Path | str) -> None:
    """Turn away what the parser would choke on.

    Raises:
        NotReadable: a dotted key has too many parts.
    """
    if not _MANY_DOTS.search(text):
        return
    for word in _WORDS.finditer(text):
        if word["long"]:
            raise NotReadable(
                f"a key has more than {MAX_DEPTH} dotted parts",
                path=path,
                line=line_of(text, word.start()),
                remedy=_BY_HAND,
            )


def check_plain(plain: dict[str, object], text: str, path: Path | str) -> None:
    """Turn away what was parsed but could not be handled or written again.

    Raises:
        NotReadable: nested too deep, or a whole number of thousands of digits.
    """
    level: list[object] = [plain]
    for _ in range(MAX_DEPTH):
        inner: list[object] = []
        for held in level:
            for value in held.values() if isinstance(held, dict) else held:  # type: ignore[attr-defined]
                kind = type(value)
                if kind is dict or kind is list:
                    inner.append(value)
                elif kind is int and value.bit_length() > _MAX_BITS:
                    raise long_number(text, path)
        if not inner:
            return
        level = inner
    raise too_deep(path)


def long_number(text: str, path: Path | str) -> NotReadable:
    """The error for a number of thousands of digits, with the line on which the first one seems to stand."""
    found = _LONG_NUMBER.search(text)
    return NotReadable(
        f"a number has more than {MAX_DIGITS} digits",
        path=path,
        line=line_of(text, found.start()) if found else None,
        remedy=_BY_HAND,
    )
