"""What hangs under what: references, the goal hierarchy as a graph with one display parent, cycles, orphans.

Reads the tree only, so an outline can be drawn before any record is validated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, Final, NamedTuple

from successbook.errors import AddressError
from successbook.plan.kinds import KINDS, PLAN, Kind, ids_in, locate
from successbook.tree import Address, Table, Tree, Value

__all__ = [
    "HIERARCHY",
    "Hierarchy",
    "Line",
    "records",
    "reference_to",
    "resolve",
    "served",
    "would_circle",
]

HIERARCHY: Final = ("mission", "problem", "goal", "key_action", "initiative", "metric")
"""The kinds of the goal hierarchy, from the top."""


def records(tree: Tree, kind: Kind, inside: Address | None = None) -> Iterator[Address]:
    """The addresses of all records of a kind in display order; of one record's parts if `inside` is given."""
    if not kind.table:
        held = ids_in(KINDS[kind.inside].file, inside.file) if kind.inside and inside else ()
        for name in tree.files:
            ids = ids_in(kind.file, name)
            if ids is not None and ids[: len(held or ())] == (held or ()):
                yield Address(name)
    elif kind.inside:
        for holder in [inside] if inside else list(records(tree, KINDS[kind.inside])):
            yield from _tables(tree, holder.child(kind.table))
    else:
        yield from _tables(tree, Address(kind.file, (kind.table,)))


def _tables(tree: Tree, holder: Address) -> Iterator[Address]:
    for key, value in tree.table(holder).items():
        if isinstance(value, Table):
            yield holder.child(key)


def resolve(
    tree: Tree, reference: str, kinds: tuple[str, ...], near: Address | None = None
) -> Address | None:
    """The record that a reference names, or None when there is none.

    Args:
        tree: the plan.
        reference: a bare id where the field implies the kind, else ``kind:id``.
        kinds: the kinds the field may name, in order. Another kind may be named too: that it does not fit is
            for the caller to say.
        near: where the reference stands; what belongs to a release is looked for in the same one.
    """
    name, colon, id_ = reference.partition(":")
    if colon and (name not in KINDS or not KINDS[name].named):
        return None
    wanted = (name,) if colon else kinds
    for each in wanted:
        kind = KINDS[each]
        holder = kind.holder_near(near)
        if kind.inside and holder is None:
            continue
        at = kind.at(id_ if colon else reference, holder)
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


def served(tree: Tree, record: Address) -> tuple[Address, ...]:
    """The records that a record hangs under, in order: what `Hierarchy.parents` holds, for one record."""
    place = locate(record)
    if place is None or not place.kind.link:
        return ()
    links = tree.table(record).get(place.kind.link)
    found: dict[Address, None] = {}
    for link in links if isinstance(links, tuple) else ():
        parent = resolve(tree, link, place.kind.under) if isinstance(link, str) else None
        above = locate(parent) if parent is not None and parent != record else None
        if above is not None and above.kind.name in place.kind.under:
            found[above.record] = None
    return tuple(found)


def would_circle(tree: Tree, record: Address, parent: Address) -> bool:
    """Whether hanging `record` under `parent` makes it serve itself, directly or through others."""
    return _reaches(record, parent, lambda at: served(tree, at))


def _reaches(record: Address, start: Address, above: Callable[[Address], tuple[Address, ...]]) -> bool:
    """Whether `record` is `start` or stands above it; what is gone round once is not gone round again."""
    todo, seen = [start], set[Address]()
    while todo:
        at = todo.pop()
        if at == record:
            return True
        if at not in seen:
            seen.add(at)
            todo += above(at)
    return False


class Line(NamedTuple):
    """One line of the outline.

    Attributes:
        record: the record.
        kind: its kind.
        depth: how deep it hangs, 0 for the top.
        also: whether its own line is elsewhere, and it is shown here because it serves this parent as well.
        parent: the record it is shown under, None at the top.
    """

    record: Address
    kind: Kind
    depth: int
    also: bool = False
    parent: Address | None = None


class Hierarchy:
    """The goal hierarchy of one tree: a graph in which a record's first parent is where it is shown.

    References to nothing, to the record itself and to kinds it cannot hang under are left out here; `check`
    names them.

    Attributes:
        kinds: the kind of each record of the hierarchy, in display order.
        parents: for each record the records it serves, in order.
        children: for each record those that serve it, in display order.
        orphans: records that should hang somewhere and do not, or only in a circle of display parents.
    """

    _kept: ClassVar[tuple[Table | None, Hierarchy] | None] = None

    def __init__(self, tree: Tree) -> None:
        self.kinds: dict[Address, Kind] = {}
        self._ids: dict[str, dict[str, Address]] = {}
        for name in HIERARCHY:
            self._ids[name] = {at.key: at for at in records(tree, KINDS[name])}
            self.kinds.update(dict.fromkeys(self._ids[name].values(), KINDS[name]))
        self.parents = {
            at: self._parents(at, kind, tree.table(at).get(kind.link)) for at, kind in self.kinds.items()
        }
        self.children: dict[Address, list[Address]] = {at: [] for at in self.kinds}
        for at, parents in self.parents.items():
            for parent in parents:
                self.children[parent].append(at)
        circular = self._in_circles()
        self.orphans = [
            at for at, kind in self.kinds.items() if kind.under and (not self.parents[at] or at in circular)
        ]
        self._at_top = {at for at, kind in self.kinds.items() if not kind.under}.union(self.orphans)

    @classmethod
    def of(cls, tree: Tree) -> Hierarchy:
        """The hierarchy of `tree`, kept until the file it stands in changes; not to be changed itself."""
        table = tree.files.get(PLAN.file)
        if cls._kept is None or cls._kept[0] is not table:
            cls._kept = (table, cls(tree))
        return cls._kept[1]

    def _parents(self, at: Address, kind: Kind, links: Value | None) -> tuple[Address, ...]:
        found: dict[Address, None] = {}
        for link in links if isinstance(links, tuple) else ():
            parent = self._named(link, kind.under) if isinstance(link, str) else None
            if parent is not None and parent != at:
                found[parent] = None
        return tuple(found)

    def _named(self, reference: str, kinds: tuple[str, ...]) -> Address | None:
        """The record of one of these kinds that a reference names; what `resolve` finds, by a look-up."""
        name, colon, id_ = reference.partition(":")
        if colon:
            return self._ids[name].get(id_) if name in kinds else None
        for each in kinds:
            if reference in self._ids[each]:
                return self._ids[each][reference]
        return None

    def _in_circles(self) -> set[Address]:
        """The records that come back to themselves on the way up their display parents."""
        circular: set[Address] = set()
        done: set[Address] = set()
        for start in self.kinds:
            way: dict[Address, None] = {}
            at = start
            while at not in done and at not in way and self.parents[at]:
                way[at] = None
                at = self.parents[at][0]
            if at in way:
                walked = list(way)
                circular.update(walked[walked.index(at) :])
            done.update(way)
        return circular

    def roots(self) -> list[Address]:
        """The records shown at the top: those that hang under nothing by nature, then the orphans."""
        return [at for at, kind in self.kinds.items() if not kind.under] + self.orphans

    def outline(self, folded: frozenset[Address] = frozenset()) -> Iterator[Line]:
        """All lines from the top, depth first; what hangs under `folded` records is left out.

        Every record has one line of its own. Under each other parent, and where a circle closes, it has a
        line marked `also` with nothing below it, so that every reference is seen and no walk is endless.
        """
        stack = [Line(root, self.kinds[root], 0) for root in reversed(self.roots())]
        while stack:
            line = stack.pop()
            yield line
            at, _, depth, also, _ = line
            if also or at in folded:
                continue
            for child in reversed(self.children[at]):
                elsewhere = child in self._at_top or self.parents[child][0] != at
                stack.append(Line(child, self.kinds[child], depth + 1, elsewhere, at))

    def would_circle(self, record: Address, parent: Address) -> bool:
        """Whether hanging `record` under `parent` makes it serve itself."""
        return _reaches(record, parent, lambda at: self.parents.get(at, ()))

    def chain(self, record: Address) -> list[Address]:
        """`record` and its display parents, the topmost first; a circle is gone round once."""
        chain = {record: None}
        at = record
        while (parents := self.parents.get(at, ())) and parents[0] not in chain:
            at = parents[0]
            chain[at] = None
        return list(chain)[::-1]
