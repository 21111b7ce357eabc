"""What was answered with "don't know yet", and is not known still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import HIERARCHY, Hierarchy, records
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.naming import naming
from successbook.plan.peek import people
from successbook.tree import Address, Table, Tree
from successbook.verdicts.evidence import SUPPORTED

__all__ = ["NotKnown", "not_known", "unsaid"]

_KINDS: Final = (*HIERARCHY, "release", "stakeholder", "insight")
_BY_TABLE: Final[dict[str, Kind]] = {kind.table: kind for kind in KINDS.values() if kind.table}
_NAMING: Final = {"insight": ("supports", SUPPORTED), "instrument": ("metrics", ("metric",))}


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Something that is not known yet.

    Attributes:
        at: the record that keeps it.
        name: the field, or the table of what would belong to the record.
        words: what that is called.
        kind: the name of the record's kind.
    """

    at: Address
    name: str
    words: str
    kind: str


def unsaid(tree: Tree, at: Address, name: str) -> bool:
    """Whether nobody has said that a field, or what would belong to a record, is not known yet."""
    return name not in people(tree.table(at), "not_known")


def not_known(tree: Tree) -> Iterator[NotKnown]:
    """All that is not known yet, record by record; what has come since is left out."""
    for kind in _KINDS:
        for at in records(tree, KINDS[kind]):
            for name in people(tree.table(at), "not_known"):
                if not _is_there(tree, at, name):
                    part = _BY_TABLE.get(name)
                    yield NotKnown(at, name, part.plural if part else name.replace("_", " "), kind)


def _is_there(tree: Tree, at: Address, name: str) -> bool:
    """Whether what was not known has come to be, from wherever."""
    part, hierarchy = _BY_TABLE.get(name), Hierarchy.of(tree)
    if part is None:
        return False
    if part.name in _NAMING:
        field, kinds = _NAMING[part.name]
        return at in naming(tree, part, field, kinds)
    if part.name in HIERARCHY:
        return any(hierarchy.kinds[child] is part for child in hierarchy.children.get(at, ()))
    return isinstance(tree.get(at.child(name)), Table)
