"""On which line of a file a value stands; looked up only when something is wrong with it.

The parser keeps no positions, so the text is walked once more, key by key. It has been parsed before: what
the walk does not understand ends it, and what was found until then counts.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Final

from successbook.files.lexing import KEY_PATH, STRING, key_path

__all__ = ["Lines"]

_BETWEEN: Final = re.compile(r"(?>(?:[ \t\r\n]++|#[^\n]*+)*)")
_INSIDE: Final = re.compile(r"(?>(?:[ \t\r\n,]++|#[^\n]*+)*)")
_HEADER: Final = re.compile(rf"\[\[?[ \t]*+({KEY_PATH})[ \t]*+\]\]?")
_NAMED: Final = re.compile(rf"({KEY_PATH})[ \t]*+=[ \t]*+")
_STRING: Final = re.compile(STRING)
_SCALAR: Final = re.compile(r"[^,\]}\r\n#]*+")

_Path = tuple[str, ...]


class Lines:
    """The lines of one file on which its keys stand.

    Args:
        text: the file; a byte order mark in front does no harm.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[_Path, int] = {}
        line, counted = 1, 0
        for path, position in _keys(text):
            line += text.count("\n", counted, position)
            counted = position
            for depth in range(len(path), 0, -1):
                if self._lines.setdefault(path[:depth], line) != line:
                    break

    def of(self, path: _Path) -> int:
        """The line, from 1, of the header or key at `path`, else of the nearest table around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def _keys(text: str) -> Iterator[tuple[_Path, int]]:
    """Every header and every key, with where it starts."""
    table: _Path = ()
    at = len(text) - len(text.removeprefix("\ufeff"))
    while (at := _skip(_BETWEEN, text, at)) < len(text):
        if header := _HEADER.match(text, at):
            table = key_path(header[1])
            yield table, at
            at = header.end()
            continue
        named = _NAMED.match(text, at)
        if named is None:
            return
        path = (*table, *key_path(named[1]))
        yield path, at
        at = yield from _value(text, named.end(), path)


def _value(text: str, at: int, path: _Path) -> Generator[tuple[_Path, int], None, int]:
    """The keys of inline tables in the value at `at`; returns where it ends."""
    opened = text[at : at + 1]
    if opened not in ("{", "["):
        found = _STRING.match(text, at) or _SCALAR.match(text, at)
        return max(found.end() if found else 0, at + 1)
    closing = "}" if opened == "{" else "]"
    at = _skip(_INSIDE, text, at + 1)
    while at < len(text) and text[at] != closing:
        inner = path
        if opened == "{":
            named = _NAMED.match(text, at)
            if named is None:
                return len(text)
            inner = (*path, *key_path(named[1]))
            yield inner, at
            at = named.end()
        at = yield from _value(text, at, inner)
        at = _skip(_INSIDE, text, at)
    return at + 1


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
