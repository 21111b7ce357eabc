"""From a table to the bytes of its file: one deterministic layout, and only what changed is made again.

The layout: the file's own comment block and a blank line; plain values; then each table, a blank line
before it. A header ``[a.b]`` is written only for a table with plain values, with nothing in it, or with a
comment. Comments stand directly above what they belong to, or two spaces behind it. Text with a line break
is a block between three quotation marks, lists have one item a line, so a change of one value is a change
of one line. LF, one final newline.

Each table's own part (header and plain values) is a block. Blocks are kept from one rendering to the next
as a tree beside the tables and found again by identity, so memory is bounded by the file as it was last
rendered. Each new block is parsed again and compared, strictly, before it is trusted: with Python's own
`tomllib`, another parser than the one that reads plans, so that any program can read what is written here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import tomli_w

from successbook.errors import NotReadable, Refused
from successbook.files.comments import attached
from successbook.files.limits import check_plain
from successbook.files.settling import note_of, shows_header
from successbook.tree import NO_NOTE, Note, Table, Value, same

__all__ = ["Writer", "literal", "written_key"]

_SIMPLE: Final = re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*+')
_BARE: Final = re.compile(r"[A-Za-z0-9_-]++")
_ESCAPES: Final = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n"} | {
    ord("\\"): "\\\\",
    ord("\b"): "\\b",
    ord("\f"): "\\f",
    ord("\r"): "\\r",
}
_CLOSING_QUOTES: Final = re.compile(r'"""|"\Z')


def written_key(key: str) -> str:
    """A key as a file spells it, quoted only if it must be."""
    return key if _BARE.fullmatch(key) else _line_of_text(key)


def literal(value: Value) -> str:
    """A plain value as a file spells it.

    Text with a line break becomes a block between three quotation marks, in which quotation marks stay as
    they are.
    """
    if isinstance(value, str):
        return _block_of_text(value) if "\n" in value else _line_of_text(value)
    return _list(value) if type(value) is tuple else _short(value)


def _short(value: Value) -> str:
    """A value that takes one line."""
    if isinstance(value, str):
        return _line_of_text(value)
    if value is True or value is False:
        return "true" if value else "false"
    return str(value)


def _line_of_text(text: str) -> str:
    if _SIMPLE.fullmatch(text):
        return f'"{text}"'
    return tomli_w.dumps({"k": text})[4:-1]


def _block_of_text(text: str) -> str:
    # tomli-w escapes every quotation mark and turns CR LF into LF; prose is to be read, and values are to
    # be kept
    body = _CLOSING_QUOTES.sub(lambda quotes: f'{quotes[0][:-1]}\\"', text.translate(_ESCAPES))
    return f'"""\n{body}"""'


def _list(items: tuple[Value, ...]) -> str:
    kinds = set(map(type, items))
    if not items:
        return "[]"
    if kinds.isdisjoint((tuple, Table)):
        return "".join(["[\n", *(f"    {_short(item)},\n" for item in items), "]"])
    if kinds == {Table}:
        # tomli-w writes such a list under [[headers]] as soon as one item is wide; a number among them
        # prevents it
        return tomli_w.dumps({"k": (*items, 0)})[4:].removesuffix("    0,\n]\n") + "]"
    return tomli_w.dumps({"k": items})[4:-1]


@dataclass(slots=True)
class _Block:
    """A table as it was rendered.

    Attributes:
        own: its own part.
        whole: its own part and those of the tables in it, a blank line between them.
        inner: the blocks of the tables in it.
    """

    table: Table
    note: Note
    own: str
    whole: str
    inner: dict[str, _Block]


class Writer:
    """Renders the versions of one file, one after the other, each time only the blocks that changed."""

    def __init__(self) -> None:
        self._last: _Block | None = None

    def render(self, table: Table) -> bytes:
        """The file that holds `table`, with LF line ends, in UTF-8.

        Raises:
            Refused: something in it has no form in TOML that reads back the same; says at which key.
        """
        if self._last is None or self._last.table is not table:
            self._last = _rendered(table, NO_NOTE, (), self._last, proven=False)
        return _assembled(self._last)

    def learn(self, table: Table, data: bytes) -> bool:
        """Take over a file that has been read, so that its first save need not prove every block.

        Args:
            table: what `data` was parsed to.
            data: the file, with LF line ends and no byte order mark.

        Returns:
            whether `data` is in this layout already; if so, all its blocks are proven.
        """
        try:
            block = _rendered(table, NO_NOTE, (), None, proven=True)
            canonical = _assembled(block) == data
        except (Refused, ValueError):
            return False
        if canonical:
            self._last = block
        return canonical


def _assembled(root: _Block) -> bytes:
    own = root.table.note("")
    head = ["".join(f"{line}\n" for line in own.above)] if own.above else []
    foot = ["".join(f"{line}\n" for line in own.below)] if own.below else []
    _expect_comments((*own.above, *own.below))
    try:
        return "\n".join([*head, *([root.whole] if root.whole else []), *foot]).encode()
    except UnicodeEncodeError as error:
        raise Refused("half a character (a lone surrogate) cannot be saved") from error


def _expect_comments(lines: tuple[str, ...]) -> None:
    for line in lines:
        if line and (not line.startswith("#") or not _COMMENT.fullmatch(line)):
            raise Refused("a comment needs to start with # and be one line")


_COMMENT: Final = re.compile(r"#[^\x00-\x08\x0a-\x1f\x7f]*+")


def _rendered(
    table: Table, note: Note, path: tuple[str, ...], last: _Block | None, *, proven: bool
) -> _Block:
    """The block of a table; `last` is the one that stood in its place before."""
    own = _own_text(table, note, path)
    if own and not proven and (last is None or own != last.own):
        _prove(table, note, path, own)
    known: Mapping[str, _Block] = last.inner if last else {}
    inner: dict[str, _Block] = {}
    for key, value in table.items():
        if type(value) is Table:
            block = known.get(key)
            its_note = note_of(table, key, root=not path)
            if block is None or block.table is not value or block.note != its_note:
                block = _rendered(value, its_note, (*path, key), block, proven=proven)
            inner[key] = block
    parts = [block.whole for block in inner.values()]
    whole = "\n".join([own, *parts] if own else parts)
    return _Block(table, note, own, whole, inner)


def _own_text(table: Table, note: Note, path: tuple[str, ...]) -> str:
    parts = []
    if path and shows_header(table, note):
        parts.append(_with_comments(f"[{'.'.join(map(written_key, path))}]", note))
    for key, value in table.items():
        if type(value) is Table:
            break
        try:
            spelled = literal(value)
        except (TypeError, ValueError) as error:  # a time with a zone, a number of thousands of digits
            raise _refused((*path, key)) from error
        parts.append(_with_comments(f"{written_key(key)} = {spelled}", note_of(table, key, root=not path)))
    return "".join(parts)


def _with_comments(line: str, note: Note) -> str:
    if not note:
        return f"{line}\n"
    above = "".join(f"{each}\n" for each in note.above)
    return f"{above}{line}  {note.beside}\n" if note.beside else f"{above}{line}\n"


def _prove(table: Table, note: Note, path: tuple[str, ...], text: str) -> None:
    """Parse a block again and compare it with what it was made from, types and comments included."""
    plain = {key: value for key, value in table.items() if type(value) is not Table}
    expected = Table(plain, {key: note_of(table, key, root=not path) for key in plain})
    for depth, key in enumerate(reversed(path)):
        expected = Table({key: expected}, {} if depth else {key: note})
    try:
        text.encode()  # half a character fails here, and its place is known
        read = tomllib.loads(text)
        check_plain(read, text, "")
        proven = same(attached(read, text), expected)
    except (ValueError, RecursionError, NotReadable) as error:
        raise _refused(path) from error
    if not proven:
        raise _refused(path)


def _refused(path: tuple[str, ...]) -> Refused:
    return Refused(
        "something here cannot be written as TOML", where=".".join(path), remedy="change or remove it"
    )
