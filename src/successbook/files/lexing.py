"""The words of TOML as regular expressions: strings, keys, comments.

Outside strings a quotation mark always opens a string and ``#`` always opens a comment (TOML 1.1, "Comment"
and "String"), so these few patterns find every comment of a valid file exactly. They run over broken and
hostile text as well: no repetition gives back what it took, and an unclosed string reaches to its line's or
the file's end, so that none of them ever takes more than linear time. A group is repeated within an atomic
one, ``(?>(?:...)*)``, and never possessively: before Python 3.11.5 that matches what it should not
(https://github.com/python/cpython/issues/106052).
"""

from __future__ import annotations

import re
from typing import Final

import tomli

__all__ = ["KEY", "KEY_PATH", "MULTI_LINE", "STRING", "key_path", "line_of"]

_BASIC: Final = r'"(?>(?:[^"\\\n]++|\\.)*)(?:"|(?=\n)|\Z)'
_LITERAL: Final = r"'[^'\n]*+(?:'|(?=\n)|\Z)"
_BARE: Final = r"[A-Za-z0-9_\-]++"

MULTI_LINE: Final = (
    r'(?:"""(?>(?:[^"\\]++|\\[\s\S]|"(?!""))*)(?:"{3,5}+|\\?\Z)|'
    r"'''(?>(?:[^']++|'(?!''))*)(?:'{3,5}+|\Z))"
)
"""A string between three quotation marks."""

STRING: Final = rf"(?:{MULTI_LINE}|{_BASIC}|{_LITERAL})"
"""A string of any of the four kinds."""

KEY: Final = rf"(?:{_BARE}|{_BASIC}|{_LITERAL})"
"""One part of a key."""

KEY_PATH: Final = rf"{KEY}(?>(?:[ \t]*+\.[ \t]*+{KEY})*)"
"""A whole key, dotted or not."""

_BARE_PATH: Final = re.compile(rf"{_BARE}(?>(?:[ \t]*+\.[ \t]*+{_BARE})*)")


def key_path(key: str) -> tuple[str, ...]:
    """The parts of a valid key as it is written in a file: ``a."b.c"`` gives ``("a", "b.c")``."""
    if _BARE_PATH.fullmatch(key):
        return tuple(part.strip(" \t") for part in key.split("."))
    parts = []
    table: object = tomli.loads(f"{key} = 0")
    while isinstance(table, dict):
        ((part, table),) = table.items()
        parts.append(part)
    return tuple(parts)


def line_of(text: str, position: int) -> int:
    """The number, from 1, of the line on which `position` stands."""
    return text.count("\n", 0, position) + 1
