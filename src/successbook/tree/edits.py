"""The four edits, and the tree they work on. Nothing else ever changes a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from successbook.errors import AddressError, Refused
from successbook.tree.address import Address
from successbook.tree.values import NO_NOTE, Note, Table, Value

__all__ = ["Add", "Edit", "Move", "Remove", "Set", "Tree", "apply"]

_EMPTY = Table()


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole plan in memory: the tables of its files, by posix path inside the plan's folder."""

    files: Mapping[str, Table] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "files", MappingProxyType(dict(sorted(self.files.items()))))

    def get(self, at: Address) -> Value | None:
        """The value at an address, or None."""
        value: Value | None = self.files.get(at.file)
        for key in at.path:
            if type(value) is not Table:
                return None
            value = value._items.get(key)  # noqa: SLF001  # the innermost loop of all that reads a plan
        return value

    def has(self, at: Address) -> bool:
        """Whether there is anything at an address."""
        return self.get(at) is not None

    def table(self, at: Address) -> Table:
        """The table at an address; an empty one if there is none."""
        value = self.get(at)
        return value if isinstance(value, Table) else _EMPTY

    def note(self, at: Address) -> Note:
        """The comments of what stands at an address; of a file: its top block and its end."""
        if not at.path:
            return self.table(at).note("")
        return self.table(at.parent).note(at.key) if at.key else NO_NOTE

    def with_table(self, at: Address, table: Table) -> Tree:
        """A tree in which the table at `at`, which is there already, is `table`."""
        for depth in range(len(at.path), 0, -1):
            holder = self.table(Address(at.file, at.path[: depth - 1]))
            table = holder.put(at.path[depth - 1], table)
        return Tree({**self.files, at.file: table})

    def without_file(self, name: str) -> Tree:
        """A tree without the file `name`."""
        return Tree({each: table for each, table in self.files.items() if each != name})


@dataclass(frozen=True, slots=True)
class Set:
    """Give the value at an address another value; its place and comments stay."""

    at: Address
    value: Value


@dataclass(frozen=True, slots=True)
class Add:
    """Put a value where there is none.

    Attributes:
        at: where; its parent must be there. Without keys it adds a whole file.
        value: what.
        note: the comments that come with it.
        after: the key of the neighbour it follows; it comes first when that is None or is not there.
    """

    at: Address
    value: Value
    note: Note = NO_NOTE
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a value and its comments away."""

    at: Address


@dataclass(frozen=True, slots=True)
class Move:
    """Put what stands at `at`, with its comments, to another place, or elsewhere among its neighbours.

    Attributes:
        at: where it stands.
        to: where it shall stand: free, or `at` itself.
        after: the key of its new neighbour, as in `Add`.
    """

    at: Address
    to: Address
    after: str | None = None


Edit: TypeAlias = Set | Add | Remove | Move


def apply(tree: Tree, edit: Edit) -> tuple[Tree, Edit]:
    """Carry out one edit.

    Returns:
        the new tree, and the edit that takes it back exactly, order and comments included.

    Raises:
        AddressError: the address names nothing, or its parent is missing.
        Refused: something stands there already.
    """
    match edit:
        case Set(at, value):
            return _set(tree, at, value)
        case Add(at, value, note, after):
            return _add(tree, at, value, note, after), Remove(at)
        case Remove(at):
            return _remove(tree, at)
        case Move(at, to, after):
            return _move(tree, at, to, after)


def _expect(tree: Tree, at: Address) -> Value:
    value = tree.get(at)
    if value is None:
        raise AddressError("there is nothing here", where=str(at))
    return value


def _holder(tree: Tree, at: Address) -> Table:
    """The table that holds, or shall hold, what stands at `at`."""
    value = tree.get(at.parent)
    if not isinstance(value, Table):
        raise AddressError("there is no such place", where=str(at.parent))
    return value


def _set(tree: Tree, at: Address, value: Value) -> tuple[Tree, Edit]:
    old = _expect(tree, at)
    if not at.path:
        if not isinstance(value, Table):
            raise Refused("a file holds a table, not a single value", where=str(at))
        return Tree({**tree.files, at.file: value}), Set(at, old)
    if isinstance(old, Table) != isinstance(value, Table):
        raise Refused("a table and a single value cannot stand for each other", where=str(at))
    return tree.with_table(at.parent, _holder(tree, at).put(at.key, value)), Set(at, old)


def _add(tree: Tree, at: Address, value: Value, note: Note, after: str | None) -> Tree:
    if tree.has(at):
        raise Refused("something stands here already", where=str(at), remedy="choose another id")
    if not at.path:
        if not isinstance(value, Table):
            raise Refused("a file holds a table, not a single value", where=str(at))
        return Tree({**tree.files, at.file: value})
    return tree.with_table(at.parent, _holder(tree, at).put(at.key, value, note=note, after=after))


def _remove(tree: Tree, at: Address) -> tuple[Tree, Edit]:
    old = _expect(tree, at)
    if not at.path:
        return tree.without_file(at.file), Add(at, old)
    holder = _holder(tree, at)
    back = Add(at, old, tree.note(at), holder.before(at.key))
    return tree.with_table(at.parent, holder.without(at.key)), back


def _move(tree: Tree, at: Address, to: Address, after: str | None) -> tuple[Tree, Edit]:
    value = _expect(tree, at)
    if not at.path or not to.path:
        raise Refused("a whole file cannot be moved", where=str(at))
    if to != at and to.within(at):
        raise Refused("a record cannot be moved into itself", where=str(at))
    if to != at and tree.has(to):
        raise Refused("something stands here already", where=str(to), remedy="choose another id")
    holder = _holder(tree, at)
    note, before = tree.note(at), holder.before(at.key)
    if note and not to.key:
        raise Refused("an empty key cannot keep comments", where=str(to), remedy="choose another key")
    if to == at and after == at.key:
        after = before
    emptied = tree.with_table(at.parent, holder.without(at.key))
    return _add(emptied, to, value, note, after), Move(to, at, before)
