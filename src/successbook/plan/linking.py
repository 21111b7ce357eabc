"""Naming one record more, or one less, in a field of references."""

from __future__ import annotations

from successbook.errors import CycleError, Refused
from successbook.plan.answers import expect_field, expect_record
from successbook.plan.drafts import Draft
from successbook.plan.hanging import expect_hangs
from successbook.plan.hierarchy import reference_to, resolve, would_circle
from successbook.plan.kinds import Place, locate
from successbook.plan.titles import title_of
from successbook.tree import Address, Value

__all__ = ["link", "unlink"]


def link(draft: Draft, record: Address, field: str, to: Address) -> None:
    """Name one record more; the others keep their places.

    Raises:
        AddressError: one of the two, or the field, is not there.
        Refused: it is named already, or is of a kind that the field cannot name.
        CycleError: the record would come to serve itself.
    """
    place, kinds = _place(draft, record, field)
    above = locate(to)
    if above is not None and field == place.kind.link:
        expect_hangs(place.kind, above)
        if would_circle(draft.tree, record, to):
            title = title_of(draft.tree, record)
            raise CycleError(f'"{title}" would come to serve itself', remedy="name another one")
    expect_record(draft.tree, to, above.kind if above is not None else place.kind)
    held = _held(draft, record.child(field))
    if any(resolve(draft.tree, each, kinds) == to for each in held if isinstance(each, str)):
        raise Refused(f'"{title_of(draft.tree, to)}" is named there already')
    draft.put(record.child(field), (*held, reference_to(to, kinds)))


def unlink(draft: Draft, record: Address, field: str, to: Address) -> None:
    """Name one record less.

    Raises:
        AddressError: the record or the field is not there.
        Refused: it is not named.
    """
    _, kinds = _place(draft, record, field)
    held = _held(draft, record.child(field))
    rest = tuple(
        each for each in held if not (isinstance(each, str) and resolve(draft.tree, each, kinds) == to)
    )
    if len(rest) == len(held):
        raise Refused(f'"{title_of(draft.tree, to)}" is not named there')
    draft.put(record.child(field), rest or None)


def _place(draft: Draft, record: Address, field: str) -> tuple[Place, tuple[str, ...]]:
    place = locate(record)
    if place is None or place.field:
        raise Refused("no record stands here", where=str(record))
    expect_record(draft.tree, record, place.kind)
    return place, expect_field(place.kind, field).refers_to


def _held(draft: Draft, at: Address) -> tuple[Value, ...]:
    """What a field of references names; a single word there is one of them."""
    held = draft.tree.get(at)
    return held if isinstance(held, tuple) else (held,) if isinstance(held, str) else ()
