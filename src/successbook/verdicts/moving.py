"""What a record would serve if it hung elsewhere, in a sentence, or why it cannot hang there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from successbook.errors import CycleError
from successbook.plan.hierarchy import HIERARCHY, Hierarchy, resolve
from successbook.plan.kinds import locate
from successbook.text import with_and
from successbook.tree import Address, Tree, Value
from successbook.verdicts.dated import quoted

__all__ = ["Preview", "expect_no_circle", "places_for", "preview_of"]

_MOST: Final = 2
"""How many records of a kind are named before they are counted; what is served through others is long."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be if a record hung under others.

    Attributes:
        says: what it would serve, a sentence; empty where it cannot hang there.
        refused: why it cannot hang there; empty where it can.
    """

    says: str
    refused: str = ""


def places_for(tree: Tree, record: Address) -> tuple[Address, ...]:
    """The records that one may hang under by their kinds, in the order of the outline; itself never."""
    hierarchy, place = Hierarchy.of(tree), locate(record)
    under = place.kind.under if place is not None else ()
    lines = (line for line in hierarchy.outline() if not line.also)
    return tuple(line.record for line in lines if line.kind.name in under and line.record != record)


def preview_of(tree: Tree, record: Address, parents: Sequence[Address]) -> Preview:
    """What a record would serve if it hung under `parents`, the first one in the first place.

    ``"Card errors" would then serve the goal "Pay quickly", and through it the mission "Shopping"; no longer
    the initiative "Guest checkout"``.
    """
    hierarchy = Hierarchy.of(tree)
    for parent in parents:
        if parent == record:
            return Preview("", f"{quoted(tree, record)} cannot hang under itself")
        if hierarchy.would_circle(record, parent):
            return Preview("", _circle(tree, hierarchy, record, parent))
    before, after = _above(hierarchy, hierarchy.parents.get(record, ())), _above(hierarchy, parents)
    parts = [_direct(tree, hierarchy, record, parents)]
    through = [at for at in after if at not in parents]
    if through:
        parts[0] += (
            f", and through {'it' if len(parents) == 1 else 'them'} {_listed(tree, hierarchy, through)}"
        )
    lost = [at for at in before if at not in after]
    if lost:
        parts.append(f"no longer {_listed(tree, hierarchy, lost)}")
    return Preview("; ".join(parts))


def expect_no_circle(tree: Tree, record: Address, field: str, value: Value | None) -> None:
    """Let a value that is written into the field by which a record hangs be one that closes no circle.

    Raises:
        CycleError: the record would come to serve itself; it says through what.
    """
    place = locate(record)
    if place is None or field != place.kind.link or not isinstance(value, tuple):
        return
    named = (resolve(tree, each, place.kind.under) for each in value if isinstance(each, str))
    found = preview_of(tree, record, [at for at in named if at is not None])
    if found.refused:
        raise CycleError(found.refused)


def _direct(tree: Tree, hierarchy: Hierarchy, record: Address, parents: Sequence[Address]) -> str:
    title = quoted(tree, record)
    if not parents:
        return f"{title} would then hang under nothing, and stand below the outline"
    first, *others = (_named(tree, hierarchy, at) for at in parents)
    metric = hierarchy.kinds.get(record) is not None and hierarchy.kinds[record].name == "metric"
    verb = "show the success of" if metric else "serve"
    also = f", and also {with_and(others)}" if others else ""
    return f"{title} would then {verb} {first}{also}"


def _above(hierarchy: Hierarchy, parents: Sequence[Address]) -> list[Address]:
    """The parents and all above them, the nearest kinds first."""
    seen: dict[Address, None] = {}
    todo = list(parents)
    while todo:
        at = todo.pop(0)
        if at not in seen:
            seen[at] = None
            todo += hierarchy.parents.get(at, ())
    return sorted(seen, key=lambda at: -HIERARCHY.index(hierarchy.kinds[at].name))


def _listed(tree: Tree, hierarchy: Hierarchy, found: Sequence[Address]) -> str:
    return with_and(list(_by_kind(tree, hierarchy, found)))


def _by_kind(tree: Tree, hierarchy: Hierarchy, found: Sequence[Address]) -> Iterator[str]:
    for name in reversed(HIERARCHY):
        here = [at for at in found if hierarchy.kinds[at].name == name]
        if len(here) >= _MOST:
            yield f"{len(here)} {hierarchy.kinds[here[0]].plural}"
        else:
            yield from (_named(tree, hierarchy, at) for at in here)


def _named(tree: Tree, hierarchy: Hierarchy, at: Address) -> str:
    return f"the {hierarchy.kinds[at].label} {quoted(tree, at)}"


def _circle(tree: Tree, hierarchy: Hierarchy, record: Address, parent: Address) -> str:
    """Why: the way on which the parent serves the record already."""
    way = _way(hierarchy, parent, record)
    between = [quoted(tree, at) for at in way[1:-1]]
    through = f" through {with_and(between)}" if between else ""
    return (
        f"{quoted(tree, record)} cannot hang under {quoted(tree, parent)}: that serves it already{through}, "
        "so it would come to serve itself"
    )


def _way(hierarchy: Hierarchy, start: Address, end: Address) -> list[Address]:
    """The shortest way up from one record to another, both included."""
    came: dict[Address, Address | None] = {start: None}
    todo = [start]
    while todo and end not in came:
        at = todo.pop(0)
        for up in hierarchy.parents.get(at, ()):
            if up not in came:
                came[up] = at
                todo.append(up)
    way: list[Address] = []
    here: Address | None = end if end in came else None
    while here is not None:
        way.append(here)
        here = came[here]
    return way[::-1]
