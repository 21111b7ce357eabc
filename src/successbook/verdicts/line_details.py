"""What stands beneath a line of a session: what shows it, before and now, direction, amount, what held it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from successbook.plan.peek import words
from successbook.tree import Table

__all__ = ["DETAILS", "details_of"]

DETAILS: Final = {
    "example": "what shows it",
    "before": "before",
    "after": "now",
    "quote": "in their words",
    "by": "said by",
    "metric": "metric",
    "direction": "direction",
    "amount": "by how much",
    "hindrance": "in the way",
    "enablers": "made possible by",
}
"""Each field of a line that says more than the line itself, with what it is called beside its words."""


def details_of(entry: Table, names: Iterable[str] = DETAILS) -> list[tuple[str, str]]:
    """What is said of a line beyond the line itself, each with its label, on one line.

    Args:
        entry: the line.
        names: the fields that are wanted, in any order; what is none of `DETAILS` is passed over.
    """
    wanted = set(names)
    found = (
        (label, " ".join(words(entry, name).split())) for name, label in DETAILS.items() if name in wanted
    )
    return [(label, said) for label, said in found if said]
