"""When it is too early to judge a metric, or when there are too few readings."""

from __future__ import annotations

import datetime as dt
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import day
from successbook.tree import Address, Table
from successbook.verdicts.cases import Case, Verdict, verdict
from successbook.verdicts.dated import planned_day, quoted

__all__ = ["ENOUGH", "too_early"]

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
    release = _first_release(case)
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


def _first_release(case: Case) -> tuple[Address, dt.date | None] | None:
    """The first release that lists the metric among its KPIs, and its day."""
    found = [
        (at, day(case.tree.table(at), "actual") or planned_day(case.tree, at))
        for at in records(case.tree, KINDS["release"])
        if isinstance(case.tree.get(at.child("kpis", case.at.key)), Table)
    ]
    return min(found, key=lambda each: each[1] or dt.date.max, default=None)
