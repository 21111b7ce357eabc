"""What the readings of a metric say, seen against its baseline and its targets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.measured import Measure, measure
from successbook.plan.measured import show as show_measure
from successbook.plan.now import Now, short_date
from successbook.plan.peek import readings, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.targets import Aim, aims_of

__all__ = ["MetricView", "Tone", "Verdict", "falls", "in_words", "look_at", "sparkline"]

Tone = Literal["good", "careful", "bad", "unknown"]
ENOUGH: Final = 3
"""Fewer readings than this are too few to speak of a movement."""

_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement in one or two words, with the sentence that carries its numbers."""

    word: str
    tone: Tone
    sentence: str


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
    table = tree.table(metric)
    unit = words(table, "unit")
    known = [(on, value) for on, value in readings(tree, metric) if on <= now.date]
    aims = aims_of(tree, metric)
    aim = next((each for each in aims if each.by is None or each.by >= now.date), aims[-1] if aims else None)
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
        verdict=_judge(table, known, aim, now),
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


def _judge(table: Table, known: list[tuple[dt.date, Measure]], aim: Aim | None, now: Now) -> Verdict:
    unit = words(table, "unit")
    state = words(table, "state")
    if state in ("on hold", "dropped"):
        because = words(table, "because").rstrip(".")
        return Verdict(state, "unknown", f"It is {state}{': ' + because if because else ''}.")
    if not known:
        return Verdict("no reading yet", "unknown", "Nobody has taken a reading yet.")
    on, latest = known[-1]
    if latest.number is None and latest.state:
        return Verdict(
            latest.state, "unknown", f"The last reading, {short_date(on, now.date)}, is {latest.state}."
        )
    limit = _limit(table, latest, unit)
    if limit is not None:
        return limit
    if aim is None or (aim.goal is None and aim.kind not in ("yes", "milestone")):
        return Verdict(
            "no target yet",
            "unknown",
            f"It stands at {in_words(latest, unit)}; no target says where it should be.",
        )
    return _against(table, known, aim, now)


def _limit(table: Table, latest: Measure, unit: str) -> Verdict | None:
    """The verdict of a guardrail, or of a metric that shall stay within limits."""
    low, high = (measure(table.get(key)) for key in ("at_least", "at_most"))
    if latest.number is None or not (
        words(table, "role") == "guardrail" or words(table, "direction") == "keep within"
    ):
        return None
    if low is None and high is None:
        return None
    shown = in_words(latest, unit)
    if high is not None and high.number is not None and latest.number > high.number:
        return Verdict("above limit", "bad", f"{shown} is above the limit of {in_words(high, unit)}.")
    if low is not None and low.number is not None and latest.number < low.number:
        return Verdict("below limit", "bad", f"{shown} is below the limit of {in_words(low, unit)}.")
    return Verdict("within", "good", f"{shown} is within its limits.")


def _against(table: Table, known: list[tuple[dt.date, Measure]], aim: Aim, now: Now) -> Verdict:
    unit = words(table, "unit")
    start, latest = measure(table.get("baseline")), known[-1][1]
    falling = falls(table, start, aim)
    shown, wanted = in_words(latest, unit), aim.text
    late = aim.by is not None and aim.by < now.date
    if aim.met_by(latest, falling=falling):
        return Verdict("met", "good", f"It stands at {shown}; the target is {wanted}.")
    share = aim.attainment(start, latest)
    way = f"{shown}, from {show_measure(table.get('baseline'), unit)}; the target is {wanted}"
    if late:
        return Verdict(
            "missed", "bad", f"{way} by {short_date(aim.by or now.date, now.date)}, which has passed."
        )
    if sum(value.number is not None for _, value in known) < ENOUGH:
        return Verdict(
            "too few to say",
            "unknown",
            f"{way}. Fewer than {ENOUGH} readings are too few to say where it goes.",
        )
    if share is None:
        return Verdict("not met", "careful", f"It stands at {shown}; the target is {wanted}.")
    tolerance = measure(table.get("tolerance"))
    moved = (latest.number or 0) - (start.number if start and start.number is not None else 0)
    if tolerance is not None and tolerance.number is not None and abs(moved) <= tolerance.number:
        return Verdict("flat", "careful", f"{way}. It has moved by no more than {in_words(tolerance, unit)}.")
    if share < 0:
        return Verdict("wrong way", "bad", f"{way}. It has moved away from it.")
    if share == 0:
        return Verdict("not moved", "careful", f"{way}. It stands where it stood.")
    return Verdict("moving", "careful", f"{way}: {share:.0%} of the way.")


def falls(table: Table, start: Measure | None, aim: Aim) -> bool:
    """Whether smaller is better: as the metric says, else as the target lies to the baseline."""
    direction = words(table, "direction")
    if direction in ("increase", "decrease"):
        return direction == "decrease"
    return start is not None and start.number is not None and aim.goal is not None and aim.goal < start.number


def sparkline(numbers: tuple[float, ...], width: int = 8) -> str:
    """The last numbers as a row of bars, one cell each; empty for fewer than two."""
    last = numbers[-width:]
    if len(last) < 2:  # one point is no line
        return ""
    low, high = min(last), max(last)
    if low == high:
        return _BARS[3] * len(last)
    return "".join(_BARS[round((number - low) / (high - low) * (len(_BARS) - 1))] for number in last)
