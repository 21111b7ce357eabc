"""Stakeholders of a release: whom it concerns, what they were told, and when they last heard."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, PLAN
from successbook.plan.now import Now
from successbook.plan.peek import day, people, references, whole, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.reasons import on_day

__all__ = [
    "HEAR_EVERY", "LEFT", "Hearing", "concerned", "concerns", "has_left", "hearing_of", "hears_every",
    "updates_of",
]  # fmt: skip

HEAR_EVERY: Final = 30
"""Days without news that are too long where neither the stakeholder nor the plan says how many are."""
LEFT: Final = "(left)"
"""What stands behind the name of somebody who is gone, or in the notes; nobody is guessed to have left."""


def concerned(tree: Tree, release: Address) -> list[Address]:
    """The stakeholders of a release: those who name it, and those who name none."""
    return [at for at in records(tree, KINDS["stakeholder"]) if concerns(tree, at, release)]


def concerns(tree: Tree, stakeholder: Address, release: Address) -> bool:
    """Whether a release concerns a stakeholder: they name it, or none."""
    table = tree.table(stakeholder)
    return not people(table, "releases") or release in references(tree, table, "releases", ("release",))


def has_left(tree: Tree, stakeholder: Address) -> bool:
    """Whether a stakeholder is marked as gone, behind the name or in the notes."""
    table = tree.table(stakeholder)
    return LEFT in f"{words(table, 'title')} {words(table, 'notes')}".casefold()


def updates_of(tree: Tree, stakeholder: Address) -> list[tuple[dt.date, Address, Table]]:
    """What a stakeholder was told, by the day, the oldest first; what has no day is passed over."""
    found = []
    for at in records(tree, KINDS["update"], stakeholder):
        table = tree.table(at)
        on = day(table, "date")
        if on is not None:
            found.append((on, at, table))
    return sorted(found, key=lambda each: each[0])


def hears_every(tree: Tree, stakeholder: Address) -> int | None:
    """The days that may pass without news, as the stakeholder says, else the plan; None if neither does."""
    said = (whole(tree.table(at), "hear_every") for at in (stakeholder, PLAN))
    return next((every for every in said if every is not None and every > 0), None)


@dataclass(frozen=True, slots=True)
class Hearing:
    """When a stakeholder last heard.

    Attributes:
        last: the day of the last update that was; None when there was none.
        since: the day from which the days without news count: the last update, else the day they agreed or
            were involved; None where nothing tells.
        limit: how many days without news are too long.
        days: the days without news, None where nothing tells since when.
    """

    last: dt.date | None
    since: dt.date | None
    limit: int
    days: int | None

    @property
    def too_long(self) -> bool:
        """Whether they have not heard for too long; whoever never heard and has no day has."""
        return self.days > self.limit if self.days is not None else self.last is None

    def says(self, now: Now) -> str:
        """When they last heard, in a few words."""
        if self.last is None:
            return "has not heard anything yet"
        if self.too_long:
            return f"has not heard for {self.days} days; {self.limit} are the most"
        return f"heard {on_day(self.last, now)}"


def hearing_of(tree: Tree, stakeholder: Address, now: Now) -> Hearing:
    """When a stakeholder last heard, on a day."""
    table = tree.table(stakeholder)
    past = [on for on, _, _ in updates_of(tree, stakeholder) if on <= now.date]
    last = past[-1] if past else None
    since = last or day(table, "agreed") or day(table, "since")
    days = -now.days_until(since) if since is not None else None
    return Hearing(last, since, hears_every(tree, stakeholder) or HEAR_EVERY, days)
