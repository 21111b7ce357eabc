"""Which metric a new number is of: the one that a record is about, and of all those that are likely first."""

from __future__ import annotations

import datetime as dt

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS, locate
from successbook.plan.peek import readings
from successbook.tree import Address, Tree
from successbook.verdicts.judging import stopped

__all__ = ["metric_of", "recently_read"]


def recently_read(tree: Tree) -> list[Address]:
    """All metrics: the latest read ones first, then those never read, last those that are stopped."""
    found = list(records(tree, KINDS["metric"]))
    latest = {at: max((on for on, _ in readings(tree, at)), default=dt.date.min) for at in found}
    return sorted(found, key=lambda at: (stopped(tree.table(at)), -latest[at].toordinal()))


def metric_of(tree: Tree, at: Address) -> Address | None:
    """The metric that a record is, is a part of, or is named after (a KPI of a release); else None."""
    place = locate(at)
    if place is None:
        return None
    if place.kind.names == ("metric",):
        return resolve(tree, place.id, ("metric",))
    metric = Address(place.record.file, place.record.path[:2])
    held = locate(metric)
    return metric if held is not None and held.kind.name == "metric" and tree.has(metric) else None
