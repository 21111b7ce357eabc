"""Which record a part stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from successbook.plan.kinds import Place, kind_name, locate
from successbook.tree import Address, Tree

__all__ = ["around", "changed_at", "holder_of", "outwards"]


def holder_of(place: Place) -> Address | None:
    """The record that a part stands in, None for a record that is no part."""
    if not place.kind.inside:
        return None
    if place.kind.table:
        return Address(place.record.file, place.record.path[:-2])
    return place.kind.holder_near(place.record)


def outwards(place: Place) -> Iterator[Address]:
    """A record and those it stands in, the innermost first."""
    here: Place | None = place
    while here is not None:
        yield here.record
        holder = holder_of(here)
        here = locate(holder) if holder is not None else None


def around(at: Address | None, kind: str) -> Address | None:
    """The record of a kind that a record is, or stands in; None where there is none."""
    place = locate(at) if at is not None else None
    return next((each for each in outwards(place) if kind_name(each) == kind), None) if place else None


def changed_at(tree: Tree, places: Iterable[Address]) -> Address | None:
    """Where a change can be seen now: a field it wrote, a record, or what holds a record that is gone.

    None when nothing that it touched is there any more.

    Args:
        tree: the plan after the change.
        places: where the change happened.
    """
    seen = [found for place in places if (found := _seen(tree, place)) is not None]
    fields = [each for each in seen if (place := locate(each)) is not None and place.field]
    return next(iter(fields or sorted(seen, key=lambda each: not each.path)), None)


def _seen(tree: Tree, at: Address) -> Address | None:
    place = locate(at)
    if place is None:
        return None
    if tree.has(place.record) and place.field:
        from successbook.plan.describe import field_named  # the record models load with the first edit

        shown = place.field[0] != "not_known" and field_named(place.kind, place.field[0])
        if shown:
            return place.record.child(place.field[0])
        return place.record if place.record.path else None  # a table of records, no field
    return next((each for each in outwards(place) if tree.has(each)), None)
