"""The watched guardrails of a launch: where a metric is now, which limit it must keep, and what that says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import Measure, number_of
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, readings, words
from successbook.tree import Address, Tree
from successbook.verdicts.cases import Tone
from successbook.verdicts.collecting import next_reading, phases_of
from successbook.verdicts.dated import named, planned_day
from successbook.verdicts.metrics import in_words
from successbook.verdicts.saying import aloud, amount, said

__all__ = ["Watched", "breaches", "watched_of"]

_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Watched:
    """A metric that is watched during a launch.

    Attributes:
        metric: the metric.
        kpi: the KPI of the release that says so.
        title: what it is called.
        now: the latest value, ``-`` where there is none.
        on: the day of that value.
        limit: the limits, ``≤ 0.8 %``; empty where there is none.
        word: within, above the limit, below the limit, no reading, no limit, cannot say.
        tone: how that weighs.
        number: the latest value, without a unit that is long.
        short_limit: the limits without a unit that is long.
        breach: where a limit is passed, ``Card errors 0.9 %, limit 0.8 %``.
        due: the day of the next reading, where a schedule says so.
    """

    metric: Address
    kpi: Address
    title: str
    now: str
    on: dt.date | None
    limit: str
    word: str
    tone: Tone
    number: str = ""
    short_limit: str = ""
    breach: str = ""
    due: dt.date | None = None

    def text(self, now: Now) -> str:
        """All of it as a sentence: ``Card errors: 0.5 %, at most 0.8 %: within, read today``."""
        limit = aloud(self.limit)
        parts = [each for each in (self.now if self.on else "", limit) if each]
        on = f", read {now.relative(self.on)}" if self.on else ""
        due = f"; next reading {now.relative(self.due)}" if self.due else ""
        return f"{self.title}: {', '.join(parts)}{': ' if parts else ''}{self.word}{on}{due}"


def watched_of(tree: Tree, release: Address, now: Now) -> tuple[Watched, ...]:
    """What is watched: KPIs marked so, those with a limit in this release, and guardrails among them."""
    return tuple(_watched(tree, release, now))


def breaches(watched: tuple[Watched, ...]) -> str:
    """The thresholds that are passed, in words; empty when none is."""
    return "; ".join(each.breach for each in watched if each.breach)


def _watched(tree: Tree, release: Address, now: Now) -> Iterator[Watched]:
    for kpi in records(tree, KINDS["release_kpi"], release):
        metric = KINDS["metric"].at(kpi.key)
        table, of = tree.table(kpi), tree.table(metric)
        own = any(key in table for key in ("at_least", "at_most"))
        if table.get("watched") is True or own or words(of, "role") == "guardrail":
            yield _look(tree, release, kpi, metric, now)


def _look(tree: Tree, release: Address, kpi: Address, metric: Address, now: Now) -> Watched:
    table, of = tree.table(kpi), tree.table(metric)
    unit = words(of, "unit")
    title = named(tree, metric) if tree.has(metric) else kpi.key
    low, high = (number_of(table.get(key)) or number_of(of.get(key)) for key in ("at_least", "at_most"))
    known = [each for each in readings(tree, metric) if each[0] <= now.date]
    on, latest = known[-1] if known else (None, None)
    word, tone, passed = _judged(latest, low, high)
    breach = ""
    if passed is not None and passed.number is not None and latest is not None:
        day_ = f" on {short_date(on, now.date)}" if on is not None else ""
        breach = f"{title} {said(latest, unit)}{day_}, limit {amount(passed.number, unit)}"
    due = _due(tree, release, kpi, on)
    shown = in_words(latest, unit) if latest is not None else "-"
    short = unit if len(unit) <= _SHORT else ""
    limits = [_limits(low, high, each) for each in (unit, short)]
    number = in_words(latest, short) if latest is not None else "-"
    return Watched(metric, kpi, title, shown, on, limits[0], word, tone, number, limits[1], breach, due)


def _limits(low: Measure | None, high: Measure | None, unit: str) -> str:
    pairs = (("≥", low), ("≤", high))
    return " ".join(
        f"{sign} {amount(each.number, unit)}"
        for sign, each in pairs
        if each is not None and each.number is not None
    )


def _judged(
    latest: Measure | None, low: Measure | None, high: Measure | None
) -> tuple[str, Tone, Measure | None]:
    """The word for a value between its limits, and the limit it passes."""
    if latest is None:
        return "no reading yet", "unknown", None
    if low is None and high is None:
        return "no limit is set", "unknown", None
    if latest.number is None:
        return latest.state or "cannot say", "unknown", None
    if high is not None and high.number is not None and latest.number > high.number:
        return "above the limit", "bad", high
    if low is not None and low.number is not None and latest.number < low.number:
        return "below the limit", "bad", low
    return "within", "good", None


def _due(tree: Tree, release: Address, kpi: Address, latest: dt.date | None) -> dt.date | None:
    """The day of the next reading that the KPI's schedule asks for."""
    begins = day(tree.table(release), "actual") or planned_day(tree, release)
    wanted = next_reading(phases_of(tree.table(kpi.child("schedule")), begins), latest)
    return wanted.day if wanted is not None else None
