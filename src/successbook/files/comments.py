"""Where the comments of a TOML file belong.

`tomli` gives the values and forgets the comments. Here the text is walked statement by statement, which
takes no parser: the file is known to be valid, so strings, brackets and line ends are enough to tell
statements apart (see `lexing`). A comment belongs to

* the file, when it stands in the block at the top that a blank line closes, or after the last statement;
* else to the key or table header that follows it, or at the end of whose line it stands;
* else, inside an array or an inline table, to the key whose value that is: it moves above the key.

Every comment goes to exactly one of them, verbatim from its ``#``: none is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, cast

from successbook.files.lexing import KEY_PATH, STRING, key_path
from successbook.files.settling import KeyPath, head_and_rest, joined, settled, trimmed
from successbook.tree import NO_NOTE, Note, Table, Value

__all__ = ["annotated", "attached", "has_comments"]

_FLAT: Final = rf"(?:\[(?>(?:[^\[\]{{}}#\"']++|{STRING})*)\]|\{{(?>(?:[^\[\]{{}}#\"'\n]++|{STRING})*)\}})"
_BEFORE_COMMENT: Final = re.compile(rf"(?>(?:[^#\"']++|{STRING})*)(?P<sign>#)?")
_PLAIN_LINES: Final = re.compile(
    rf"(?>(?:(?![ \t]*+[\[#])(?>(?:[^\n\"'#\[\]{{}}]++|{STRING}|{_FLAT})*)\n)+)",
)
_BLANK_LINES: Final = re.compile(r"(?>(?:[ \t]*+\n)+)")
_COMMENT_LINES: Final = re.compile(r"(?>(?:[ \t]*+(?:#[^\n]*+)?\n)+)")
_HEADER: Final = re.compile(
    rf"[ \t]*+\[(?P<many>\[)?[ \t]*+(?P<key>{KEY_PATH})[ \t]*+\]\]?[ \t]*+(?P<beside>#[^\n]*+)?\n"
)
_PAIR: Final = re.compile(rf"[ \t]*+(?P<key>{KEY_PATH})[ \t]*+=")
_TOKEN: Final = re.compile(rf"{STRING}|#[^\n]*+|[\[\]{{}}\n]")


class _Statement(NamedTuple):
    """One header or pair: its path, the comments in its value and at its end, where the next starts."""

    path: KeyPath
    within: tuple[str, ...]
    beside: str
    end: int
    is_header: bool


@dataclass(slots=True)
class _Found:
    """The comments of a text: of its top, of its statements in order, of its end."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    remarks: list[tuple[KeyPath, Note]] = field(default_factory=list)


def has_comments(text: str) -> bool:
    """Whether a valid file has any comment; ``#`` inside strings does not count."""
    if "#" not in text:
        return False
    found = _BEFORE_COMMENT.match(text)
    return found is not None and found["sign"] is not None


def annotated(plain: Mapping[str, object], text: str) -> Table:
    """The whole file as a table with its comments.

    Args:
        plain: what `tomli` made of it.
        text: the file, valid, with LF line ends.
    """
    if not has_comments(text):
        return _plain_table(plain)
    return settled(_grown(plain, _collected(plain, _find(text, whole=True))))


def attached(plain: Mapping[str, object], text: str) -> Table:
    """Like `annotated` for a piece of a file: the comments at its top belong to its first statement."""
    if not has_comments(text):
        return _plain_table(plain)
    return _grown(plain, _collected(plain, _find(text, whole=False)))


# Walking the text


def _find(text: str, *, whole: bool) -> _Found:
    found = _Found()
    text = text if text.endswith("\n") else f"{text}\n"
    header: KeyPath = ()
    above: tuple[str, ...] = ()
    position, fresh = 0, whole
    while position < len(text):
        if blank := _BLANK_LINES.match(text, position):
            position = blank.end()
        elif plain := _PLAIN_LINES.match(text, position):
            position, fresh = plain.end(), False
        elif block := _COMMENT_LINES.match(text, position):
            above, position = _lines(block[0]), block.end()
            if position == len(text):
                found.head, found.foot = (above, ()) if fresh else (found.head, above)
                break
            if fresh:
                found.head, above = head_and_rest(above)
            statement = _statement(text, position, header)
            header = _note_down(statement, above, header, found.remarks)
            position, fresh = statement.end, False
        else:
            statement = _statement(text, position, header)
            header = _note_down(statement, (), header, found.remarks)
            position, fresh = statement.end, False
    found.head, found.foot = trimmed(found.head), trimmed(found.foot)
    return found


def _note_down(
    statement: _Statement, above: tuple[str, ...], header: KeyPath, remarks: list[tuple[KeyPath, Note]]
) -> KeyPath:
    """Keep what belongs to a statement; the path of the header that holds from here on."""
    note = Note(trimmed(above) + statement.within, statement.beside)
    if note:
        remarks.append((statement.path, note))
    return statement.path if statement.is_header else header


def _statement(text: str, position: int, header: KeyPath) -> _Statement:
    if head := _HEADER.match(text, position):
        mark = head["beside"] or ""
        moves = (mark,) if mark and head["many"] else ()  # a list has one line, its items have many headers
        return _Statement(key_path(head["key"]), moves, "" if moves else mark, head.end(), is_header=True)
    pair = _PAIR.match(text, position)
    if pair is None:  # not reached for valid text
        raise ValueError(f"no statement at {position}")
    path = header + key_path(pair["key"])
    within: list[str] = []
    depth, beside = 0, ""
    for token in _TOKEN.finditer(text, pair.end()):
        sign = token[0][0]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        elif sign == "#" and depth:
            within.append(token[0])
        elif sign == "#":
            beside = token[0]
        elif sign == "\n" and not depth:
            return _Statement(path, tuple(within), beside, token.end(), is_header=False)
    return _Statement(path, tuple(within), beside, len(text), is_header=False)


def _lines(block: str) -> tuple[str, ...]:
    return tuple(line.lstrip(" \t") for line in block.removesuffix("\n").split("\n"))


# Onto the values


@dataclass(slots=True)
class _Notes:
    """Notes for one table, and for the tables in it."""

    here: dict[str, Note] = field(default_factory=dict)
    inside: dict[str, _Notes] = field(default_factory=dict)


def _collected(plain: Mapping[str, object], found: _Found) -> _Notes:
    """The comments sorted by the tables they belong to; those inside lists go to the key of the list."""
    notes = _Notes()
    head: tuple[str, ...] = found.head
    for whole_path, remark in found.remarks:
        path, note = _addressable(plain, whole_path), remark
        if path != whole_path or path == ("",):
            note = Note((*note.above, note.beside) if note.beside else note.above)
        if path == ("",):  # an empty key at the top shares its name with the file itself
            head = joined(head, note.above)
            continue
        holder = notes
        for key in path[:-1]:
            holder = holder.inside.setdefault(key, _Notes())
        old = holder.here.get(path[-1], NO_NOTE)
        holder.here[path[-1]] = Note(old.above + note.above, note.beside)
    notes.here[""] = Note(above=head, below=found.foot)
    return notes


def _addressable(plain: Mapping[str, object], path: KeyPath) -> KeyPath:
    """As much of `path` as leads through tables: inside a list nothing has an address."""
    value: object = plain
    for depth, key in enumerate(path):
        if not isinstance(value, Mapping):
            return path[:depth]
        value = value[key]
    return path


def _plain_table(plain: Mapping[str, object]) -> Table:
    """A table without comments. Most values of a large plan are plain ones, and no call is made for these."""
    return Table(
        {
            key: _frozen(value) if type(value) is dict or type(value) is list else cast("Value", value)
            for key, value in plain.items()
        }
    )


def _frozen(value: object) -> Value:
    """Like `freeze`, for what a parser gives and nothing else: it takes half the time."""
    if type(value) is dict:
        return _plain_table(value)
    return tuple(map(_frozen, value)) if type(value) is list else cast("Value", value)


def _grown(plain: Mapping[str, object], notes: _Notes) -> Table:
    return Table(dict(_values(plain, notes)), notes.here)


def _values(plain: Mapping[str, object], notes: _Notes) -> Iterator[tuple[str, Value]]:
    for key, value in plain.items():
        inner = notes.inside.get(key)
        yield key, _grown(value, inner) if inner and isinstance(value, Mapping) else _frozen(value)
