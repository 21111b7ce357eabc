"""Keys of a record that no field has: misspelt ones, those of other tools, those of a later version.

They are kept where they stand. One that is like the name of a field probably means it.
"""

from __future__ import annotations

from functools import cache

from successbook.errors import Refused
from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, Kind, locate, parts_of
from successbook.plan.near import nearest
from successbook.plan.order import neighbour
from successbook.tree import Address, Move, Table, Tree

__all__ = ["known_keys", "meant_by", "strange_keys", "tables_in", "take_as_meant"]


@cache
def tables_in(kind: Kind) -> tuple[str, ...]:
    """The tables that may stand in a record: its parts, and for a whole file the records it holds."""
    inside = [part.table for part in parts_of(kind)]
    if not kind.table:
        inside += [
            each.table for each in KINDS.values() if each.file == kind.file and each.table and not each.inside
        ]
    return tuple(inside)


@cache
def known_keys(kind: Kind) -> tuple[str, ...]:
    """All keys that mean something in a record: its fields, and the tables in it."""
    return (*(field.name for field in fields_of(kind.name)), *tables_in(kind))


def strange_keys(table: Table, kind: Kind) -> list[str]:
    """The keys of a record's table that mean nothing in it."""
    known = known_keys(kind)
    return [key for key in table if key not in known]


def meant_by(tree: Tree, at: Address) -> str:
    """The key that the strange one at `at` probably stands for.

    Empty where none is like it, where something stands at that key already, or where a table and a value
    would change places.
    """
    place, value = locate(at), tree.get(at)
    if place is None or len(place.field) != 1 or value is None:
        return ""
    key = nearest(at.key, known_keys(place.kind)) or ""
    if not key or tree.has(place.record.child(key)):
        return ""
    return key if isinstance(value, Table) == (key in tables_in(place.kind)) else ""


def take_as_meant(draft: Draft, at: Address) -> Address:
    """Give the strange key at `at` the name that it probably stands for; its value and comments stay.

    Returns:
        where it stands now.

    Raises:
        Refused: no field is called like it.
    """
    key = meant_by(draft.tree, at)
    if not key:
        raise Refused("no empty field is called like it", where=str(at))
    value = draft.tree.get(at)
    to = at.parent.child(key)
    if value is not None:
        draft.edit(Move(at, to, neighbour(draft.tree, to, value)))
        draft.put(to, value)
    return to
