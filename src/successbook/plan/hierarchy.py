"""What hangs under what: references, the goal hierarchy as a graph with one display parent, cycles, orphans.

Reads the tree only, so an outline can be drawn before any record is validated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.errors import AddressError
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.tree import Address, Table, Tree

__all__ = ["HIERARCHY", "Hierarchy", "Line", "records", "reference_to", "resolve"]

HIERARCHY: Final = ("mission", "problem", "goal", "key_action", "initiative", "metric")
"""The kinds of the goal hierarchy, from the top."""


def records(tree: Tree, kind: Kind, inside: Address | None = None) -> Iterator[Address]:
    """The addresses of all records of a kind, in display order; of one record's parts when `inside` is given."""
    if kind.inside:
        holders = [inside] if inside else list(records(tree, KINDS[kind.inside]))
        for holder in holders:
            yield from _tables(tree, holder.child(kind.table))
    elif kind.table:
        yield from _tables(tree, Address(kind.file, (kind.table,)))
    else:
        for name in tree.files:
            place = locate(Address(name))
            if place is not None and place.kind is kind:
                yield Address(name)


def _tables(tree: Tree, holder: Address) -> Iterator[Address]:
    for key, value in tree.table(holder).items():
        if isinstance(value, Table):
            yield holder.child(key)


def resolve(tree: Tree, reference: str, kinds: tuple[str, ...]) -> Address | None:
    """The record that a reference names, or None when there is none.

    Args:
        tree: the plan.
        reference: a bare id where the field implies the kind, else ``kind:id``.
        kinds: the kinds the field may name, in order.
    """
    name, colon, id_ = reference.partition(":")
    if colon and (name not in KINDS or KINDS[name].inside):
        return None
    wanted = (name,) if colon else kinds
    for each in wanted:
        at = KINDS[each].at(id_ if colon else reference)
        if isinstance(tree.get(at), Table):
            return at
    return None


def reference_to(record: Address, kinds: tuple[str, ...]) -> str:
    """How a field that may name these kinds writes a reference to `record`.

    Raises:
        AddressError: no record stands at that address.
    """
    place = locate(record)
    if place is None:
        raise AddressError("no record stands here", where=str(record))
    return place.id if len(kinds) == 1 else f"{place.kind.name}:{place.id}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outline.

    Attributes:
        record: the record.
        kind: its kind.
        depth: how deep it hangs, 0 for the top.
        also: whether it hangs elsewhere in the first place, and is shown here as well.
        parent: the record it is shown under, None at the top.
    """

    record: Address
    kind: Kind
    depth: int
    also: bool = False
    parent: Address | None = None


class Hierarchy:
    """The goal hierarchy of one tree.

    Attributes:
        parents: for each record the records it serves, in order, dangling references left out.
        children: for each record those that serve it, in display order.
        orphans: records that should hang somewhere and do not, or only in a circle.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.kinds: dict[Address, Kind] = {}
        for name in HIERARCHY:
            self.kinds.update((at, KINDS[name]) for at in records(tree, KINDS[name]))
        self.parents = {at: self._parents(at, kind) for at, kind in self.kinds.items()}
        self.children: dict[Address, list[Address]] = {at: [] for at in self.kinds}
        for at, parents in self.parents.items():
            for parent in parents:
                self.children[parent].append(at)
        self.orphans = [at for at, kind in self.kinds.items() if kind.under and self._is_loose(at)]

    def _parents(self, at: Address, kind: Kind) -> tuple[Address, ...]:
        links = self.tree.table(at).get(kind.link) if kind.link else None
        found = [
            parent
            for link in (links if isinstance(links, tuple) else ())
            if isinstance(link, str) and (parent := resolve(self.tree, link, kind.under)) is not None
        ]
        return tuple(dict.fromkeys(parent for parent in found if parent in self.kinds and parent != at))

    def _is_loose(self, at: Address) -> bool:
        """Whether a record has no parent, or is its own ancestor by display parents."""
        seen, up = {at}, self.parents[at]
        while up:
            if up[0] == at:
                return True
            if up[0] in seen:
                return False
            seen.add(up[0])
            up = self.parents[up[0]]
        return len(seen) == 1

    def roots(self) -> list[Address]:
        """The records shown at the top: those without a parent, and one way into every circle."""
        return [at for at, kind in self.kinds.items() if not kind.under] + self.orphans

    def outline(self, folded: frozenset[Address] = frozenset()) -> Iterator[Line]:
        """All lines from the top, depth first; what hangs under `folded` records is left out."""
        for root in self.roots():
            yield from self._below(Line(root, self.kinds[root], 0), folded)

    def _below(self, top: Line, folded: frozenset[Address]) -> Iterator[Line]:
        loose = set(self.orphans)
        stack = [(top, frozenset({top.record}))]
        while stack:
            line, path = stack.pop()
            yield line
            if line.also or line.record in folded:
                continue
            below = [
                (
                    Line(
                        child,
                        self.kinds[child],
                        line.depth + 1,
                        self.parents[child][0] != line.record,
                        line.record,
                    ),
                    path | {child},
                )
                for child in self.children[line.record]
                if child not in path and not (child in loose and self.parents[child][0] == line.record)
            ]
            stack += reversed(below)

    def would_circle(self, record: Address, parent: Address) -> bool:
        """Whether hanging `record` under `parent` makes it serve itself."""
        todo, seen = [parent], set()
        while todo:
            at = todo.pop()
            if at == record:
                return True
            if at not in seen:
                seen.add(at)
                todo += self.parents.get(at, ())
        return False

    def chain(self, record: Address) -> list[Address]:
        """`record` and its display parents, the topmost first."""
        chain = [record]
        while (parents := self.parents.get(chain[-1], ())) and parents[0] not in chain:
            chain.append(parents[0])
        return chain[::-1]
