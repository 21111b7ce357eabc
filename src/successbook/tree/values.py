"""The values a plan is made of: plain TOML values and immutable, ordered tables with their comments."""

from __future__ import annotations

import datetime as dt
from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar, Union, final, overload

__all__ = ["KEEP", "NO_NOTE", "Note", "Plain", "Scalar", "Table", "Value", "freeze", "same", "thaw"]

Scalar: TypeAlias = str | int | float | bool | dt.date | dt.time | dt.datetime
Value: TypeAlias = Union[Scalar, tuple["Value", ...], "Table"]
Plain: TypeAlias = Scalar | list["Plain"] | dict[str, "Plain"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Note:
    """The comments that belong to one key; lines are kept with their ``#``, a blank line as ``""``.

    Attributes:
        above: whole lines over the key or table header.
        beside: the comment at the end of its line.
        below: lines after everything else; only the note of a whole file has them.
    """

    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.above or self.beside or self.below)


NO_NOTE: Final = Note()
_NO_NOTES: Final[Mapping[str, Note]] = MappingProxyType({})


class _Keep:
    """The type of `KEEP`."""

    def __repr__(self) -> str:
        return "KEEP"


KEEP: Final = _Keep()
"""For `Table.put`: leave the key where it is, or put a new one last."""


@final
class Table(Mapping[str, Value]):
    """An immutable, ordered TOML table; plain values stand before tables, as they must in a file.

    Equality is structural and strict: order, comments and types count (``1``, ``1.0`` and ``True`` differ),
    and a nan equals a nan. What a change leaves alone is shared, so ``is`` is a quick "unchanged".

    Args:
        items: key and value pairs in order.
        notes: comments by key; ``""`` holds the file's own (``above``: its top block, ``below``: its end),
            so a value whose key is empty has none.
    """

    __slots__ = ("_items", "_notes")

    def __init__(
        self,
        items: Mapping[str, Value] | Iterable[tuple[str, Value]] = (),
        notes: Mapping[str, Note] | None = None,
    ) -> None:
        given = dict(items)
        # Counted first: every table of a large plan comes by here, and few hold both values and tables.
        if 0 < list(map(type, given.values())).count(Table) < len(given):
            plain = {key: value for key, value in given.items() if type(value) is not Table}
            given = {**plain, **{key: value for key, value in given.items() if type(value) is Table}}
        self._items = given
        said = notes.items() if notes else ()
        kept = {key: note for key, note in said if note and (key in given or not key)}
        self._notes: Mapping[str, Note] = MappingProxyType(kept) if kept else _NO_NOTES

    @classmethod
    def _of(cls, items: dict[str, Value], notes: Mapping[str, Note]) -> Table:
        """A table of what is in order already."""
        table = cls.__new__(cls)
        table._items, table._notes = items, notes  # noqa: SLF001  # its own
        return table

    def __getitem__(self, key: str) -> Value:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    @overload
    def get(self, key: str, /) -> Value | None: ...
    @overload
    def get(self, key: str, default: Value, /) -> Value: ...
    @overload
    def get(self, key: str, default: T, /) -> Value | T: ...
    def get(self, key: str, default: object = None, /) -> object:
        """The value of `key`, or `default`."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[str]:
        """The keys in order."""
        return self._items.keys()

    def values(self) -> ValuesView[Value]:
        """The values in order."""
        return self._items.values()

    def items(self) -> ItemsView[str, Value]:
        """Keys and values in order."""
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and same(self, other)

    __hash__ = None  # type: ignore[assignment]  # structural equality over dates and floats: no use as a key

    def __repr__(self) -> str:
        notes = f", notes={dict(self._notes)!r}" if self._notes else ""
        return f"Table({self._items!r}{notes})"

    @property
    def notes(self) -> Mapping[str, Note]:
        """The comments, by key; read only."""
        return self._notes

    def note(self, key: str) -> Note:
        """The comments of `key`, empty if it has none."""
        return self._notes.get(key, NO_NOTE)

    def before(self, key: str) -> str | None:
        """The key that stands before `key`, or None when it is first.

        Raises:
            KeyError: `key` is not here.
        """
        previous = None
        for each in self._items:
            if each == key:
                return previous
            previous = each
        raise KeyError(key)

    def put(
        self, key: str, value: Value, *, note: Note | None = None, after: str | _Keep | None = KEEP
    ) -> Table:
        """A table in which `key` has `value`.

        Args:
            key: the key to set or to add.
            value: its new value.
            note: its comments; None keeps those it has.
            after: the key it shall follow, None or one that is not here for first, `KEEP` for where it is
                (a new key: last).
        """
        notes = self._notes if note is None or not key else {**self._notes, key: note}
        if isinstance(after, _Keep) or after == key:
            return self._put_in_place(key, value, notes)
        rest = dict(self._items)
        rest.pop(key, None)
        if after is None or after not in rest:
            return Table({key: value, **rest}, notes)
        ordered: dict[str, Value] = {}
        for each, held in rest.items():
            ordered[each] = held
            if each == after:
                ordered[key] = value
        return Table(ordered, notes)

    def _put_in_place(self, key: str, value: Value, notes: Mapping[str, Note]) -> Table:
        held = self._items.get(key)
        if held is value and notes is self._notes:
            return self
        items = {**self._items, key: value}
        # A value of the same sort in its old place, or a new one behind its like, keeps plain values first.
        neighbour = held if held is not None else next(reversed(self._items.values()), value)
        if notes is self._notes and (type(neighbour) is Table) == (type(value) is Table):
            return Table._of(items, notes)
        return Table(items, notes)

    def without(self, key: str) -> Table:
        """A table without `key` and without its comments."""
        if key not in self._items:
            return self
        items = dict(self._items)
        del items[key]
        if key in self._notes and key:
            return Table(items, self._notes)
        return Table._of(items, self._notes)


def same(one: Value, other: Value) -> bool:
    """Whether two values are the same: strict about types and order, comments included, nan equal to nan.

    Moments are the same when they are written the same: an hour later one zone further east is another value.
    """
    if one is other:
        return True
    if isinstance(one, Table) and isinstance(other, Table):
        return (
            len(one) == len(other)
            and dict(one.notes) == dict(other.notes)
            and all(
                mine == yours and same(held, its)
                for (mine, held), (yours, its) in zip(one.items(), other.items(), strict=True)
            )
        )
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(
            same(mine, yours) for mine, yours in zip(one, other, strict=True)
        )
    if isinstance(one, float | dt.time | dt.datetime):
        return str(one) == str(other)
    return one == other


def freeze(plain: object) -> Value:
    """What a TOML parser gives, as an immutable value: dicts become tables, lists tuples.

    Subclasses, such as the strings of an enumeration, become what they stand for.

    Raises:
        TypeError: something that TOML does not know.
    """
    if isinstance(plain, Table):
        return plain
    if isinstance(plain, Mapping):
        return Table((str(key), freeze(value)) for key, value in plain.items())
    if isinstance(plain, list | tuple):
        return tuple(freeze(item) for item in plain)
    if isinstance(plain, str):
        return str.__str__(plain)
    if isinstance(plain, bool | dt.date | dt.time):
        return plain
    if isinstance(plain, int):
        return int(plain)
    if isinstance(plain, float):
        return float(plain)
    raise TypeError(f"{type(plain).__name__} is no TOML value")


def thaw(value: Value) -> Plain:
    """The plain dicts and lists of `value`, for a TOML or JSON writer; comments are left behind."""
    if isinstance(value, Table):
        return {key: thaw(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value
