"""Where a release stands: before its launch, launched, and the day that counts as its launch."""

from __future__ import annotations

import datetime as dt

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import day, words
from successbook.tree import Address, Tree
from successbook.verdicts.dated import planned_day

__all__ = ["has_launched", "launch_day", "shipped_unlogged"]

_STARTS = ("advance", "back", "resume", "override", "pause")
"""Steps of the launch log that only what is out can take; a hold may come before the first stage."""


def launch_day(tree: Tree, release: Address) -> dt.date | None:
    """The day on which a release shipped, else the one for which it is planned now."""
    return day(tree.table(release), "actual") or planned_day(tree, release)


def has_launched(tree: Tree, release: Address, now: Now) -> bool:
    """Whether a release is out on a day: it says so, or its launch log has a step that only then is taken."""
    actual = day(tree.table(release), "actual")
    return actual <= now.date if actual is not None else _has_stepped(tree, release, now)


def shipped_unlogged(tree: Tree, release: Address, now: Now) -> bool:
    """Whether a release says that it is out while no step of its launch log does: nobody knows who has it."""
    actual = day(tree.table(release), "actual")
    return actual is not None and actual <= now.date and not _has_stepped(tree, release, now)


def _has_stepped(tree: Tree, release: Address, now: Now) -> bool:
    for at in records(tree, KINDS["level"], release):
        table = tree.table(at)
        on = day(table, "date")
        if on is not None and on <= now.date and words(table, "step") in _STARTS:
            return True
    return False
