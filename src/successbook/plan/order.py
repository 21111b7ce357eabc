"""Where a new key stands: fields as they are declared, tables as the kinds go, readings by date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from successbook.plan.describe import fields_of
from successbook.plan.kinds import KINDS, READINGS, locate, parts_of
from successbook.tree import Address, Table, Tree, Value

__all__ = ["neighbour"]

_DATED: Final = 3
_READINGS_ORDER: Final = ("readings", "notes")


def neighbour(tree: Tree, at: Address, value: Value) -> str | None:
    """The key behind which a new value at `at` stands, None for first.

    Plain values stand among plain values and tables among tables; keys nobody knows come last.
    """
    there = [
        key
        for key, held in tree.table(at.parent).items()
        if isinstance(held, Table) == isinstance(value, Table)
    ]
    order = _order(at)
    if not order:
        earlier = [key for key in there if key < at.key]
        if at.file == READINGS and len(at.path) == _DATED:
            return max(earlier, default=None)
        return there[-1] if there else None
    rank = {name: index for index, name in enumerate(order)}
    mine = rank.get(at.key, len(order))
    return next((key for key in reversed(there) if rank.get(key, len(order)) <= mine), None)


def _order(at: Address) -> Sequence[str]:
    """The keys of the table that holds `at`, in order; empty where there is no such order."""
    place = locate(at.parent)
    if place is not None and not place.field:
        names = [each.name for each in fields_of(place.kind.name)]
        return [*names, *(part.table for part in parts_of(place.kind)), *_tables_of(place.kind.file)]
    if at.parent.path:
        return ()
    return _READINGS_ORDER if at.file == READINGS else _tables_of(at.file)


def _tables_of(file: str) -> list[str]:
    return [kind.table for kind in KINDS.values() if kind.file == file and kind.table and not kind.inside]
