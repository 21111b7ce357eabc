"""Targets whose day comes soon, and those whose day has passed unmet, with how much was missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import Measure, show
from successbook.plan.now import Now
from successbook.plan.peek import day, readings, words
from successbook.tree import Address, Tree
from successbook.verdicts.dated import SOON, Dated, near, quoted
from successbook.verdicts.judging import stopped
from successbook.verdicts.metrics import in_words
from successbook.verdicts.saying import aloud
from successbook.verdicts.targets import Aim, falls, on_its_day

__all__ = ["judged_days", "of_target"]

_LATER: Final = ("", "too early to say")
"""Verdicts of a read-out that leave a target open."""


def judged_days(tree: Tree) -> dict[str, dt.date]:
    """The last day on which somebody said what follows for a metric, by its id.

    That is a final score, a revision, or the verdict of a read-out.
    """
    found: dict[str, dt.date] = {}

    def judge(metric: str, on: dt.date | None) -> None:
        if on is not None:
            found[metric] = max(on, found.get(metric, on))

    for at in records(tree, KINDS["metric"]):
        for score in map(tree.table, records(tree, KINDS["score"], at)):
            if words(score, "kind") == "final":
                judge(at.key, day(score, "date"))
        for revision in map(tree.table, records(tree, KINDS["revision"], at)):
            judge(at.key, day(revision, "date"))
    for at in records(tree, KINDS["readout_kpi"]):
        if words(tree.table(at), "verdict") not in _LATER:
            judge(at.key, day(tree.table(Address(at.file, at.path[:2])), "held"))
    return found


def of_target(
    tree: Tree, metric: Address, aim: Aim, start: Measure | None, judged: dt.date | None, now: Now
) -> Iterator[Dated]:
    """A target, if its day is near and it is not met.

    One that was missed is told for two weeks; after that only until somebody has said what follows.

    Args:
        tree: the plan.
        metric: the metric.
        aim: its target, or that of a release.
        start: where it stood before.
        judged: the last day on which somebody said what follows.
        now: the day.
    """
    table, by = tree.table(metric), aim.by
    if by is None or not near(by, now) or stopped(table):
        return
    title = quoted(tree, metric if tree.has(metric) else aim.at)
    done = judged is not None and judged >= by
    if done and (now.days_until(by) < -SOON or aim.kind == "none yet"):
        return
    if aim.kind == "none yet":
        yield Dated(aim.at, "value", by, f"target of {title} to be set")
        return
    known = [(on, value) for on, value in readings(tree, metric) if on <= now.date]
    latest, then = known[-1][1] if known else None, on_its_day(known, by)
    falling = falls(table, start, aim)
    if any(value is not None and aim.met_by(value, falling=falling) for value in (latest, then)):
        return
    what = f"target {_wanted(aim)} of {title}"
    unit = words(table, "unit")
    if by >= now.date:
        yield Dated(aim.at, "", by, what, f"now {in_words(latest, unit)}" if latest else "no reading yet")
    elif aim.goal is not None and falling is not None and then is not None and then.number is not None:
        gap = f"{'about ' if then.about else ''}{_gap(aim, then.number, unit)}"
        yield Dated(aim.at, "", by, what, past=f"{what} was missed by {gap}")
    elif not done:
        yield Dated(aim.at, "", by, what, past=f"{what} was due", rest=f"; {_untold(aim, then, unit)}")


def _wanted(aim: Aim) -> str:
    """A target in words that can be read aloud."""
    text = aloud(aim.text)
    return text if any(char.isdigit() for char in text) else f'"{text}"'


def _untold(aim: Aim, value: Measure | None, unit: str) -> str:
    """Why nobody can say whether a target was met."""
    if value is None:
        return "no reading says whether it was met"
    if aim.goal is not None and value.number is not None:
        return f"the reading is {in_words(value, unit)}, and nobody said which way is good"
    return f"the reading, {in_words(value, unit)}, does not say that it was met"


def _gap(aim: Aim, number: float, unit: str) -> str:
    """The distance from a target: percentages differ by points."""
    gap = abs(Decimal(str(aim.goal)) - Decimal(str(number)))
    rounded = float(round(gap, 2) or round(gap, 6))
    missing = int(rounded) if rounded.is_integer() else rounded
    if unit == "%" or aim.kind == "change by points":
        return f"{show(missing)} point{'' if missing == 1 else 's'}"
    return show(missing, unit)
