"""Hanging a record under another: what may, and what its references are then."""

from __future__ import annotations

from successbook.errors import CycleError, Refused
from successbook.plan.hierarchy import reference_to, resolve, would_circle
from successbook.plan.kinds import Kind, Place, locate
from successbook.plan.titles import any_of, title_of
from successbook.tree import Address, Tree, Value

__all__ = ["expect_hangs", "links_under"]


def expect_hangs(kind: Kind, above: Place) -> None:
    """Let a kind be one that may hang under what stands above.

    Raises:
        Refused: it may not; the kinds it may hang under are named.
    """
    if above.kind.name not in kind.under:
        remedy = f"it hangs under {any_of(kind.under)}" if kind.under else ""
        raise Refused(f"{kind.a} cannot hang under {above.kind.a}", remedy=remedy)


def links_under(
    tree: Tree, record: Address, parent: Address, instead_of: Address | None = None
) -> tuple[Value, ...]:
    """What a record names in its link field when it hangs under `parent` in the first place.

    What else it serves follows in its order, broken references too; `instead_of` is left out.

    Raises:
        CycleError: it would come to serve itself.
    """
    place = locate(record)
    if place is None or would_circle(tree, record, parent):
        raise CycleError(
            f'"{title_of(tree, record)}" would come to serve itself',
            remedy="move what lies between them first",
        )
    kinds = place.kind.under
    held = tree.get(record.child(place.kind.link))
    said = held if isinstance(held, tuple) else _coming_alive(tree, record, held, kinds)
    return (
        reference_to(parent, kinds),
        *(each for each in said if _named(tree, each, kinds) not in (parent, instead_of or parent)),
    )


def _coming_alive(
    tree: Tree, record: Address, held: Value | None, kinds: tuple[str, ...]
) -> tuple[Value, ...]:
    """A single word where a list of references should be is one of them, unless that makes a circle."""
    named = _named(tree, held, kinds)
    if not isinstance(held, str) or (named is not None and would_circle(tree, record, named)):
        return ()
    return (held,)


def _named(tree: Tree, reference: Value | None, kinds: tuple[str, ...]) -> Address | None:
    return resolve(tree, reference, kinds) if isinstance(reference, str) else None
