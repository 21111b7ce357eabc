"""What the readings of a metric say, seen against its baseline and its targets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from successbook.plan.keeping import Kept
from successbook.plan.kinds import READINGS
from successbook.plan.measured import Measure, measure
from successbook.plan.measured import show as show_measure
from successbook.plan.now import Now
from successbook.plan.peek import first_line, readings, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.cases import Case, Tone, Verdict
from successbook.verdicts.early import first_releases
from successbook.verdicts.judging import aim_on, judge
from successbook.verdicts.targets import Aim, aims_of, falls

__all__ = ["MetricView", "Tone", "Verdict", "falls", "in_words", "look_at", "sparkline"]

_BARS = "▁▂▃▄▅▆▇"  # never all of a line: rows above each other stay apart


@dataclass(frozen=True, slots=True)
class MetricView:
    """One metric on one day.

    Attributes:
        at: the metric.
        title: what it is called.
        role: north star, KPI, ...; empty when it was not said.
        unit: its unit.
        start: the baseline as people read it.
        now: the latest reading as people read it.
        latest: the day of that reading.
        aim: the target that counts: the next one, or the last when all have passed.
        wanted: the target, or the limits of a guardrail, as people read them; ``-`` where there is none.
        numbers: the readings that are numbers, oldest first.
        verdict: what follows.
    """

    at: Address
    title: str
    role: str
    unit: str
    start: str
    now: str
    latest: dt.date | None
    aim: Aim | None
    wanted: str
    numbers: tuple[float, ...]
    verdict: Verdict


def look_at(tree: Tree, metric: Address, now: Now) -> MetricView:
    """What there is to say about a metric on a day. Readings after that day do not count yet."""
    release = first_releases(tree).get(metric.key)
    follows = (
        tree.table(metric),
        tree.table(Address(READINGS, ("readings", metric.key))),
        tree.table(release[0]) if release else None,
    )
    return _VIEWS.of((metric, now), follows, lambda: _look_at(tree, metric, now))


_VIEWS: Final[Kept[MetricView]] = Kept()


def _look_at(tree: Tree, metric: Address, now: Now) -> MetricView:
    table = tree.table(metric)
    unit = first_line(table, "unit")
    known = [(on, value) for on, value in readings(tree, metric) if on <= now.date]
    aims = aims_of(tree, metric)
    aim = aim_on(aims, now.date)
    latest = known[-1] if known else None
    return MetricView(
        at=metric,
        title=words(table, "title") or "metric without a name",
        role=words(table, "role"),
        unit=unit,
        start=show_measure(table.get("baseline"), unit),
        now=in_words(latest[1], unit) if latest else "-",
        latest=latest[0] if latest else None,
        aim=aim,
        wanted=_wanted(table, aim, unit),
        numbers=tuple(value.number for _, value in known if value.number is not None),
        verdict=judge(Case(tree, metric, known, aims, now)),
    )


def _wanted(table: Table, aim: Aim | None, unit: str) -> str:
    if aim is not None:
        return aim.text
    low, high = (measure(table.get(key)) for key in ("at_least", "at_most"))
    limits = [
        f"{sign} {in_words(limit, unit)}" for sign, limit in (("≥", low), ("≤", high)) if limit is not None
    ]
    return " ".join(limits) or "-"


def in_words(value: Measure, unit: str) -> str:
    """A value as people read it."""
    if value.number is None:
        return value.state or value.words or "-"
    return show_measure(f"~{value.number}" if value.about else value.number, unit)


def sparkline(numbers: tuple[float, ...], width: int = 8) -> str:
    """The last numbers as a row of bars, one cell each; empty for fewer than two."""
    last = numbers[-width:]
    if len(last) < 2:  # one point is no line
        return ""
    low, high = min(last), max(last)
    if low == high:
        return _BARS[3] * len(last)
    return "".join(_BARS[round((number - low) / (high - low) * (len(_BARS) - 1))] for number in last)
