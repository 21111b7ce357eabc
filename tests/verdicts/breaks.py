"""What a test breaks in a plan with which nothing is wrong, to see what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Value

__all__ = ["Break", "add", "both", "put", "without"]

Break = Callable[[Draft], object]


def put(at: Address, value: Value | None) -> Break:
    """Breaks one field."""
    return lambda draft: draft.put(at, value)


def without(at: Address) -> Break:
    """Takes a record away."""
    return lambda draft: draft.remove(at)


def add(kind: str, title: str, inside: Address, **fields: Value) -> Break:
    """Adds a record."""
    return lambda draft: draft.add(KINDS[kind], title, inside=inside, fields=fields)


def both(*breaks: Break) -> Break:
    """Breaks several things."""

    def done(draft: Draft) -> None:
        for each in breaks:
            each(draft)

    return done
