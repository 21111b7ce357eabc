"""A plan with a record of every kind there is, and a notebook in it, for tests that visit everything."""

from __future__ import annotations

from functools import cache

from successbook.plan.describe import field_named
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.tree import Address, Tree
from tests.plans import (
    ACTION,
    GOAL,
    INITIATIVE,
    INSIGHT,
    METRIC,
    MISSION,
    NOW,
    PROBLEM,
    RELEASE,
    STAKEHOLDER,
    TARGET,
    small_plan,
)

__all__ = ["PLACES", "full_plan", "holder"]

PLACES: dict[str, Address] = {
    "plan": Address("plan.toml"),
    "mission": MISSION,
    "problem": PROBLEM,
    "goal": GOAL,
    "key_action": ACTION,
    "initiative": INITIATIVE,
    "metric": METRIC,
    "insight": INSIGHT,
    "target": TARGET,
    "stakeholder": STAKEHOLDER,
    "release": RELEASE,
}
"""Where the record of each kind stands in the full plan; every kind is in here."""


def holder(kind: Kind) -> Address | None:
    """The record in which the one of this kind stands."""
    return PLACES[kind.inside] if kind.inside else None


def _id(kind: Kind) -> str:
    """The id of the record of a kind: made of others, a day, or the word for it."""
    if kind.names:
        places = [locate(PLACES[name]) for name in kind.names]
        return "--".join(place.id for place in places if place is not None)
    return "2026-06-01" if kind.name == "session" else kind.name.replace("_", "-")


for _kind in KINDS.values():
    PLACES.setdefault(_kind.name, _kind.at(_id(_kind), holder(_kind)))


@cache
def full_plan() -> Tree:
    """The small plan with one record of every kind; what has a title has one, and nothing else."""
    draft = Draft(small_plan(), today=NOW.date)
    for kind in KINDS.values():
        if not draft.tree.has(PLACES[kind.name]):
            title = f"The {kind.label}" if field_named(kind, "title") else ""
            at = draft.add(kind, title, inside=holder(kind), id_="" if kind.single else _id(kind))
            assert at == PLACES[kind.name]
    return draft.tree
