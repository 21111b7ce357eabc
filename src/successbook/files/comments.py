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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, cast

from successbook.files.lexing import KEY_PATH, STRING, key_path
from successbook.tree import NO_NOTE, Note, Table, Value

__all__ = ["Path", "annotated", "attached", "has_comments", "note_of", "settled", "shows_header"]

Path = tuple[str, ...]

_FLAT: Final = rf"(?:\[(?:[^\[\]{{}}#\"']++|{STRING})*+\]|\{{(?:[^\[\]{{}}#\"'\n]++|{STRING})*+\}})"
_BEFORE_COMMENT: Final = re.compile(rf"(?:[^#\"']++|{STRING})*+(?P<sign>#)?")
_PLAIN_LINES: Final = re.compile(
    rf"(?:(?![ \t]*+[\[#])(?:[^\n\"'#\[\]{{}}]++|{STRING}|{_FLAT})*+\n)++",
)
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*+\n)++")
_COMMENT_LINES: Final = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?\n)++")
_HEADER: Final = re.compile(
    rf"[ \t]*+\[(?P<many>\[)?[ \t]*+(?P<key>{KEY_PATH})[ \t]*+\]\]?[ \t]*+(?P<beside>#[^\n]*+)?\n"
)
_PAIR: Final = re.compile(rf"[ \t]*+(?P<key>{KEY_PATH})[ \t]*+=")
_TOKEN: Final = re.compile(rf"{STRING}|#[^\n]*+|[\[\]{{}}\n]")


class _Statement(NamedTuple):
    """One header or pair: its path, the comments in its value and at its end, where the next starts."""

    path: Path
    within: tuple[str, ...]
    beside: str
    end: int
    is_header: bool


@dataclass(slots=True)
class _Found:
    """The comments of a text: of its top, of its statements in order, of its end."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    remarks: list[tuple[Path, Note]] = field(default_factory=list)


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


def shows_header(table: Table, note: Note) -> bool:
    """Whether a table's header is written: it has plain values of its own, nothing at all, or a comment."""
    return bool(note) or not table or type(next(iter(table.values()))) is not Table


# Walking the text


def _find(text: str, *, whole: bool) -> _Found:
    found = _Found()
    text = text if text.endswith("\n") else f"{text}\n"
    header: Path = ()
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
                found.head, above = _head_and_rest(above)
            statement = _statement(text, position, header)
            header = _note_down(statement, above, header, found.remarks)
            position, fresh = statement.end, False
        else:
            statement = _statement(text, position, header)
            header = _note_down(statement, (), header, found.remarks)
            position, fresh = statement.end, False
    found.head, found.foot = _trimmed(found.head), _trimmed(found.foot)
    return found


def _note_down(
    statement: _Statement, above: tuple[str, ...], header: Path, remarks: list[tuple[Path, Note]]
) -> Path:
    """Keep what belongs to a statement; the path of the header that holds from here on."""
    note = Note(_trimmed(above) + statement.within, statement.beside)
    if note:
        remarks.append((statement.path, note))
    return statement.path if statement.is_header else header


def _statement(text: str, position: int, header: Path) -> _Statement:
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


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """`lines` without blank ones at either end."""
    first, last = 0, len(lines)
    while first < last and not lines[first]:
        first += 1
    while first < last and not lines[last - 1]:
        last -= 1
    return lines[first:last]


def _head_and_rest(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A block before the first statement, cut at its last blank line: the file's part, the statement's."""
    lines = (*_trimmed(lines), "") if not lines[-1] else _trimmed(lines)
    for index in range(len(lines) - 1, -1, -1):
        if not lines[index]:
            return lines[:index], lines[index + 1 :]
    return (), lines


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
            head = _joined(head, note.above)
            continue
        holder = notes
        for key in path[:-1]:
            holder = holder.inside.setdefault(key, _Notes())
        old = holder.here.get(path[-1], NO_NOTE)
        holder.here[path[-1]] = Note(old.above + note.above, note.beside)
    notes.here[""] = Note(above=head, below=found.foot)
    return notes


def _addressable(plain: Mapping[str, object], path: Path) -> Path:
    """As much of `path` as leads through tables: inside a list nothing has an address."""
    value: object = plain
    for depth, key in enumerate(path):
        if not isinstance(value, Mapping):
            return path[:depth]
        value = value[key]
    return path


def _joined(*blocks: Iterable[str]) -> tuple[str, ...]:
    """Blocks of lines with a blank line between them."""
    lines: list[str] = []
    for block in map(tuple, blocks):
        lines += ["", *block] if lines and block else block
    return tuple(lines)


def _plain_table(plain: Mapping[str, object]) -> Table:
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


# The one form that a file can hold


def settled(table: Table) -> Table:
    """A whole file's table with its comments where a reader of the written file would find them.

    Two arrangements look alike in a file. What stands above the first statement up to a blank line is the
    file's own; and in a file without any statement nothing stands below. Values never change.
    """
    own = table.note("")
    if not table:
        return Table((), {"": Note(above=_joined(own.above, own.below))})
    first = _first_statement(table)
    note = _note_at(table, first)
    head, above = _head_and_rest(note.above) if note.above else ((), ())
    if not head:
        return table
    notes = {**table.notes, "": Note(_joined(own.above, head), own.beside, own.below)}
    return _with_note(Table(table, notes), first, Note(above, note.beside))


def _first_statement(table: Table) -> Path:
    """The path of what is written first."""
    path: Path = ()
    while True:
        key = next(iter(table))
        path = (*path, key)
        value = table[key]
        if not isinstance(value, Table) or shows_header(value, note_of(table, key, root=len(path) == 1)):
            return path
        table = value


def note_of(table: Table, key: str, *, root: bool) -> Note:
    """The comments of a key; at the top of a file an empty key has none, for ``""`` is the file there."""
    return NO_NOTE if root and not key else table.note(key)


def _note_at(table: Table, path: Path) -> Note:
    for key in path[:-1]:
        inner = table[key]
        table = inner if isinstance(inner, Table) else Table()
    return note_of(table, path[-1], root=len(path) == 1)


def _with_note(table: Table, path: Path, note: Note) -> Table:
    key, value = path[0], table[path[0]]
    if len(path) == 1:
        return Table(table, {**table.notes, key: note})
    return table.put(key, _with_note(value, path[1:], note)) if isinstance(value, Table) else table
