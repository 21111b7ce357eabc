"""Which metrics one is likely to have a new number of."""

from __future__ import annotations

import datetime as dt

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import readings, words
from successbook.tree import Address, Tree

__all__ = ["recently_read"]


def recently_read(tree: Tree) -> list[Address]:
    """All metrics: the one with the latest reading first, then those never read, last those that are stopped."""
    found = list(records(tree, KINDS["metric"]))
    latest = {at: max((on for on, _ in readings(tree, at)), default=dt.date.min) for at in found}
    stopped = {at for at in found if words(tree.table(at), "state") in ("on hold", "dropped")}
    return sorted(found, key=lambda at: (at in stopped, -latest[at].toordinal()))
