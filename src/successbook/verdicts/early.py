"""When it is too early to judge a metric, or when there are too few readings."""

from __future__ import annotations

import datetime as dt
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.keeping import once_a_tree
from successbook.plan.kinds import KINDS
from successbook.plan.peek import day
from successbook.tree import Address, Table, Tree
from successbook.verdicts.cases import Case, Verdict, verdict
from successbook.verdicts.dated import planned_day, quoted

__all__ = ["ENOUGH", "first_releases", "too_early"]

ENOUGH: Final = 3
"""Fewer readings than this are too few to speak of a movement."""


def too_early(case: Case, goal: str, missed: str) -> Verdict | None:
    """The verdict where it is too early, or there are too few readings, to speak of a movement.

    Too early is told by dates alone: the baseline is still being taken, or the first release that lists the
    metric among its KPIs is not out, or has had fewer than three readings since.

    Args:
        case: the metric.
        goal: its target in words.
        missed: what is said of an earlier target.
    """
    here, today = case.stands(moved=True), case.now.date
    text = f"{here}; the target is {goal}{missed}"
    until = max(
        (on for key in ("baseline_to", "baseline_date") if (on := day(case.table, key)) is not None),
        default=None,
    )
    if until is not None and until > today:
        return verdict("too early", f"{text}; its baseline is being taken until {case.date(until)}")
    release = first_releases(case.tree).get(case.at.key)
    if release is not None:
        at, on = release
        name = f"release {quoted(case.tree, at)}"
        launched = day(case.tree.table(at), "actual")
        if launched is None or launched > today:
            when = f", planned for {case.date(on)}" if on is not None else ""
            return verdict("too early", f"{text}; {name} is not out yet{when}")
        since = sum(value.number is not None for day_, value in case.known if day_ >= launched)
        if since < ENOUGH:
            told = f"{since} readings have" if since > 1 else "1 reading has" if since else "no reading has"
            return verdict("too early", f"{text}; {told} been taken since {name} on {case.date(launched)}")
    count = sum(value.number is not None for _, value in case.known)
    if count < ENOUGH and case.known[-1][1].number is not None:
        told = "1 reading is" if count == 1 else f"{count} readings are"
        return verdict("too few to say", f"{text}; {told} too few to say where it goes")
    return None


@once_a_tree
def first_releases(tree: Tree) -> dict[str, tuple[Address, dt.date | None]]:
    """The first release that lists a metric among its KPIs, and its day; by the metric's id."""
    days = {
        at: day(tree.table(at), "actual") or planned_day(tree, at) for at in records(tree, KINDS["release"])
    }
    found: dict[str, tuple[Address, dt.date | None]] = {}
    for at, on in sorted(days.items(), key=lambda each: each[1] or dt.date.max):
        for metric, held in tree.table(at.child("kpis")).items():
            if isinstance(held, Table):
                found.setdefault(metric, (at, on))
    return found
