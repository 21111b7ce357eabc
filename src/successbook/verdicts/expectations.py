"""Stakeholders of a release: what they expect, what they were told, what they agreed to, when they heard."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, people, references, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.reasons import on_day

__all__ = [
    "HEAR_EVERY",
    "Agreement",
    "Hearing",
    "agreement_of",
    "concerned",
    "gap_in_words",
    "has_left",
    "hearing_of",
    "silence_of",
    "updates_of",
]

HEAR_EVERY: Final = 30
"""Days without news that are too long where neither the stakeholder nor the plan says how many are."""
_LEFT: Final = "(left)"
_PLAN: Final = Address("plan.toml")

Agreement = Literal["agreed", "agreed earlier", "not agreed"]
"""``agreed earlier`` is to something else: before it was said what success of this release is."""


def concerned(tree: Tree, release: Address) -> list[Address]:
    """The stakeholders of a release: those who name it, and those who name none."""
    found = []
    for at in records(tree, KINDS["stakeholder"]):
        table = tree.table(at)
        if not people(table, "releases") or release in references(tree, table, "releases", ("release",)):
            found.append(at)
    return found


def has_left(tree: Tree, stakeholder: Address) -> bool:
    """Whether a stakeholder is marked as gone: "(left)" behind the name; nobody is guessed to have left."""
    return _LEFT in words(tree.table(stakeholder), "title").casefold()


def updates_of(tree: Tree, stakeholder: Address) -> list[tuple[dt.date, Address, Table]]:
    """What a stakeholder was told, by the day, the oldest first; what has no day is passed over."""
    found = []
    for at in records(tree, KINDS["update"], stakeholder):
        table = tree.table(at)
        on = day(table, "date")
        if on is not None:
            found.append((on, at, table))
    return sorted(found, key=lambda each: each[0])


def agreement_of(tree: Tree, stakeholder: Address, release: Address) -> tuple[Agreement, dt.date | None]:
    """Whether a stakeholder agreed to what this release calls success, and when.

    A day of agreement before success was said is an agreement to something else, as with an earlier release.
    """
    on = day(tree.table(stakeholder), "agreed")
    if on is None:
        return "not agreed", None
    said = day(tree.table(release), "success_said")
    return ("agreed earlier" if said is not None and on < said else "agreed"), on


def silence_of(tree: Tree, stakeholder: Address) -> int:
    """Days without news that are too long: the stakeholder's own number, the plan's, else `HEAR_EVERY`."""
    for table in (tree.table(stakeholder), tree.table(_PLAN)):
        every = table.get("hear_every")
        if isinstance(every, int) and not isinstance(every, bool) and every > 0:
            return every
    return HEAR_EVERY


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
    return Hearing(last, since, silence_of(tree, stakeholder), days)


def gap_in_words(tree: Tree, stakeholder: Address, release: Address | None, now: Now) -> str:
    """What lies between what a stakeholder expects and what they were told, a sentence without a full stop.

    A gap that somebody wrote down is said as it is; else what follows from what is there and what is not.
    """
    table = tree.table(stakeholder)
    written = words(table, "gap")
    if written:
        return " ".join(written.split()).rstrip(".")
    expects, told = words(table, "expects"), words(table, "told")
    if not expects and not told:
        return "nobody has asked what they expect, and nobody has told them what to expect"
    if not told:
        return "they expect something, and were not told what to expect"
    if not expects:
        return "they were told what to expect, and nobody asked what they do"
    moved = _moved_since(tree, stakeholder, release, now)
    if moved:
        return moved
    state, on = agreement_of(tree, stakeholder, release) if release else ("not agreed", None)
    if state == "agreed" and on is not None:
        return f"they agreed on {short_date(on, now.date)}"
    if state == "agreed earlier" and on is not None:
        return (
            f"they agreed on {short_date(on, now.date)}, before it was said what success of this release is"
        )
    return "both are written down, and nobody has said what lies between them"


def _moved_since(tree: Tree, stakeholder: Address, release: Address | None, now: Now) -> str:
    """That the release has a new date of which they have not heard."""
    if release is None:
        return ""
    moved = [
        (on, to)
        for at in records(tree, KINDS["replan"], release)
        if (on := day(tree.table(at), "decided")) is not None
        and (to := day(tree.table(at), "to")) is not None
        and on <= now.date
    ]
    if not moved:
        return ""
    decided, to = max(moved)
    heard = [on for on, _, _ in updates_of(tree, stakeholder) if on <= now.date]
    since = day(tree.table(stakeholder), "since")
    if (since is not None and since > decided) or (heard and heard[-1] >= decided):
        return ""
    return f"they have not heard since the release was moved to {short_date(to, now.date)}"
