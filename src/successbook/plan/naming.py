"""Which records name which in a field of references, looked up from the side of those that are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.keeping import Kept
from successbook.plan.kinds import PLAN, Kind
from successbook.plan.peek import references
from successbook.tree import Address, Tree

__all__ = ["naming"]


def naming(
    tree: Tree, kind: Kind, field: str, kinds: tuple[str, ...]
) -> Mapping[Address, tuple[Address, ...]]:
    """For each record that a field of references names, the records that name it, in display order.

    Args:
        tree: the plan.
        kind: the kind of record that has the field; one of those in a single file.
        field: the field.
        kinds: the kinds it may name; they stand in plan.toml.
    """
    sources = (tree.files.get(PLAN.file), tree.files.get(kind.file))
    return _NAMED.of((kind.name, field), sources, lambda: _named(tree, kind, field, kinds))


_NAMED: Final[Kept[Mapping[Address, tuple[Address, ...]]]] = Kept(50)


def _named(
    tree: Tree, kind: Kind, field: str, kinds: tuple[str, ...]
) -> Mapping[Address, tuple[Address, ...]]:
    found: dict[Address, dict[Address, None]] = {}
    for at in records(tree, kind):
        for named in references(tree, tree.table(at), field, kinds):
            found.setdefault(named, {})[at] = None
    return {named: tuple(by) for named, by in found.items()}
