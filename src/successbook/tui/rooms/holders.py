"""Which record a part stands in."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.kinds import Place, locate
from successbook.tree import Address

__all__ = ["holder_of", "outwards"]


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
