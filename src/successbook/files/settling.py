"""The one arrangement of comments that a file can hold, so that what is read again is what was written.

A comment stands in a block of lines above what it belongs to, or beside it; a blank line parts the file's own
block at the top from that of its first statement.
"""

from __future__ import annotations

from collections.abc import Iterable

from successbook.tree import NO_NOTE, Note, Table

__all__ = ["KeyPath", "head_and_rest", "joined", "note_of", "settled", "shows_header", "trimmed"]

KeyPath = tuple[str, ...]
"""Keys that lead from a file's table to a value."""


def shows_header(table: Table, note: Note) -> bool:
    """Whether a table's header is written: it has plain values of its own, nothing at all, or a comment."""
    return bool(note) or not table or type(next(iter(table.values()))) is not Table


def trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """`lines` without blank ones at either end."""
    first, last = 0, len(lines)
    while first < last and not lines[first]:
        first += 1
    while first < last and not lines[last - 1]:
        last -= 1
    return lines[first:last]


def head_and_rest(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A block before the first statement, cut at its last blank line: the file's part, the statement's."""
    lines = (*trimmed(lines), "") if not lines[-1] else trimmed(lines)
    for index in range(len(lines) - 1, -1, -1):
        if not lines[index]:
            return lines[:index], lines[index + 1 :]
    return (), lines


def joined(*blocks: Iterable[str]) -> tuple[str, ...]:
    """Blocks of lines with a blank line between them."""
    lines: list[str] = []
    for block in map(tuple, blocks):
        lines += ["", *block] if lines and block else block
    return tuple(lines)


def settled(table: Table) -> Table:
    """A whole file's table with its comments where a reader of the written file would find them.

    Two arrangements look alike in a file. What stands above the first statement up to a blank line is the
    file's own; and in a file without any statement nothing stands below. Values never change.
    """
    own = table.note("")
    if not table:
        return Table((), {"": Note(above=joined(own.above, own.below))})
    first = _first_statement(table)
    note = _note_at(table, first)
    head, above = head_and_rest(note.above) if note.above else ((), ())
    if not head:
        return table
    notes = {**table.notes, "": Note(joined(own.above, head), own.beside, own.below)}
    return _with_note(Table(table, notes), first, Note(above, note.beside))


def _first_statement(table: Table) -> KeyPath:
    """The path of what is written first."""
    path: KeyPath = ()
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


def _note_at(table: Table, path: KeyPath) -> Note:
    for key in path[:-1]:
        inner = table[key]
        table = inner if isinstance(inner, Table) else Table()
    return note_of(table, path[-1], root=len(path) == 1)


def _with_note(table: Table, path: KeyPath, note: Note) -> Table:
    key, value = path[0], table[path[0]]
    if len(path) == 1:
        return Table(table, {**table.notes, key: note})
    return table.put(key, _with_note(value, path[1:], note)) if isinstance(value, Table) else table
