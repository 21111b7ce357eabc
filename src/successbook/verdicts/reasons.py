"""Reasons: what speaks for shipping a release and what against, each a sentence with its cause."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.now import Now
from successbook.tree import Address

__all__ = ["GROUPS", "Reason", "Weight", "against", "fine", "look_at", "on_day"]

Weight = Literal["against", "look at", "fine"]
"""``against`` stands in the way, ``look at`` does not but should be known, ``fine`` is in order."""

GROUPS: Final[dict[str, str]] = {
    "goals": "What it is for",
    "kpis": "What it is compared with",
    "tracking": "Whether it will be seen",
    "people": "Who expects what",
    "acceptance": "Whether it is accepted",
    "sign-offs": "Who signed",
    "switch": "How it is turned off",
    "unexpected": "What is still wrong",
    "gates": "What must be answered",
    "dates": "When, and what may go wrong",
}
"""What reasons are about, in the order in which they are told, with their headings."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    Attributes:
        group: a key of `GROUPS`.
        weight: how it weighs.
        says: a sentence without a full stop.
        at: the record that is its cause, or lacks what is missing.
        field: the field to fill or correct; empty for the record as a whole.
    """

    group: str
    weight: Weight
    says: str
    at: Address
    field: str = ""


def against(group: str, says: str, at: Address, field: str = "") -> Reason:
    """A reason that stands in the way."""
    return Reason(group, "against", says, at, field)


def look_at(group: str, says: str, at: Address, field: str = "") -> Reason:
    """Something that should be known and does not stand in the way."""
    return Reason(group, "look at", says, at, field)


def fine(group: str, says: str, at: Address, field: str = "") -> Reason:
    """Something that is in order."""
    return Reason(group, "fine", says, at, field)


def on_day(day: dt.date, now: Now) -> str:
    """A day inside a sentence: ``3 days ago``, ``in 12 days``, ``on 30 Sep``."""
    said = now.relative(day)
    return f"on {said}" if said[:1].isdigit() and not said.endswith("ago") else said
