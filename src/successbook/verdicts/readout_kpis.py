"""One KPI in a read-out: its benchmark, its target in this release, where it is, and a word for that."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.measured import Measure, measure, show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, readings, words
from successbook.text import counted
from successbook.tree import Address, Table, Tree
from successbook.verdicts.cases import WORDS, Tone
from successbook.verdicts.dated import named
from successbook.verdicts.early import ENOUGH
from successbook.verdicts.judging import aim_on
from successbook.verdicts.metrics import in_words
from successbook.verdicts.saying import aloud, amount, said
from successbook.verdicts.targets import Aim, aims_of, exactly, falls, on_its_day

__all__ = ["KpiLine", "kpi_line"]


@dataclass(frozen=True, slots=True)
class KpiLine:
    """A KPI in a read-out.

    Attributes:
        metric: the metric.
        at: the record of this KPI in the read-out; it may not be there yet.
        title: what it is called.
        benchmark: what it is compared with, in words.
        target: where it should be, in words.
        now: where it is, in words.
        value: the same as it is written down.
        word: met, missed, moving, flat, ...
        short: the word with the distance: ``missed by 3 points``.
        tone: how that weighs.
        sentence: all of it as a sentence that says *after*.
        said: the word that people wrote down; empty while they did not.
        learned: what was learned.
        met: whether its target is met; None where that cannot be said or there is none.
    """

    metric: Address
    at: Address
    title: str
    benchmark: str
    target: str
    now: str
    value: int | float | str | None
    word: str
    short: str
    tone: Tone
    sentence: str
    said: str
    learned: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class _Look:
    """What one KPI is judged by, on a day."""

    metric: Table
    unit: str
    start: Measure | None
    aim: Aim | None
    value: Measure | None
    known: list[tuple[dt.date, Measure]]
    launched: dt.date | None
    on: dt.date
    low: Measure | None
    high: Measure | None


def kpi_line(tree: Tree, release: Address, readout: Address, key: str, on: dt.date) -> KpiLine:
    """A KPI as a read-out of a day tells it.

    Args:
        tree: the plan.
        release: the release.
        readout: the read-out.
        key: the id of the metric.
        on: the day.
    """
    metric, at = KINDS["metric"].at(key), readout.child("kpis", key)
    written = tree.table(at).get("now")
    value = written if isinstance(written, int | float | str) else _latest(tree, key, on)
    look = _look(tree, release, metric, measure(value), on)
    start, unit = look.start, look.unit
    word, rest, met = _judged(look)
    return KpiLine(
        metric=metric,
        at=at,
        title=named(tree, metric) if tree.has(metric) else key,
        benchmark=said(start, unit) if start is not None else "-",
        target=look.aim.text if look.aim is not None and look.aim.set else _limits(look) or "-",
        now=in_words(look.value, unit) if look.value is not None else "-",
        value=value,
        word=word,
        short=f"{word}{rest}",
        tone=WORDS[word],
        sentence=_sentence(look, word, rest),
        said=words(tree.table(at), "verdict"),
        learned=words(tree.table(at), "learned"),
        met=met,
    )


def _look(tree: Tree, release: Address, metric: Address, value: Measure | None, on: dt.date) -> _Look:
    """What the KPI of a release is judged by on a day, its value among it."""
    table, kpi = tree.table(metric), tree.table(release.child("kpis", metric.key))
    unit = words(table, "unit")
    return _Look(
        metric=table,
        unit=unit,
        start=measure(kpi.get("benchmark")) or measure(table.get("baseline")),
        aim=_aim(tree, release, kpi, metric, on, unit),
        value=value,
        known=[each for each in readings(tree, metric) if each[0] <= on],
        launched=day(tree.table(release), "actual"),
        on=on,
        low=_limit(kpi, table, "at_least"),
        high=_limit(kpi, table, "at_most"),
    )


def _latest(tree: Tree, key: str, on: dt.date) -> int | float | str | None:
    """The latest reading up to a day, as it is written down."""
    table = tree.table(Address(READINGS, ("readings", key)))
    days = sorted(each for each in table if each[:10] <= on.isoformat())
    value = table.get(days[-1]) if days else None
    return value if isinstance(value, int | float | str) and not isinstance(value, bool) else None


def _aim(tree: Tree, release: Address, kpi: Table, metric: Address, on: dt.date, unit: str) -> Aim | None:
    """The target of this release, else the one of the metric that counts on that day."""
    value = kpi.get("target")
    goal = measure(value)
    if goal is None or value is None:
        return aim_on(aims_of(tree, metric), on)
    at = release.child("kpis", metric.key, "target")
    return Aim(at, "", goal.number, day(kpi, "by"), show(value, unit), state=goal.words or "")


def _limit(kpi: Table, metric: Table, name: str) -> Measure | None:
    return measure(kpi.get(name)) or measure(metric.get(name))


def _limits(look: _Look) -> str:
    pairs = (("≥", look.low), ("≤", look.high))
    return " ".join(f"{sign} {said(each, look.unit)}" for sign, each in pairs if each is not None)


def _judged(look: _Look) -> tuple[str, str, bool | None]:
    """The word, what follows on it (``by 3 points``), and whether the target is met."""
    if look.value is None:
        return "no data", "", None
    if look.value.state:
        return look.value.state, "", None
    over = _over(look, look.value.number)
    if over:
        return over, "", None
    since = [each for each in look.known if look.launched is not None and each[0] >= look.launched]
    count = sum(value.number is not None for _, value in since)
    if look.launched is None or look.launched > look.on:
        return "too early", ", it is not out yet", None
    if look.value.number is not None and count < ENOUGH:
        return "too few to say", f", {counted(count, 'reading')}", None
    if look.aim is None or not look.aim.set or (look.aim.goal is None and (look.low or look.high)):
        return ("within", "", None) if look.low or look.high else ("no target yet", "", None)
    return _against(look, look.aim, look.value)


def _over(look: _Look, number: float | None) -> str:
    if number is None:
        return ""
    if look.high is not None and look.high.number is not None and number > look.high.number:
        return "above limit"
    if look.low is not None and look.low.number is not None and number < look.low.number:
        return "below limit"
    return ""


def _against(look: _Look, aim: Aim, value: Measure) -> tuple[str, str, bool | None]:
    falling = falls(look.metric, look.start, aim)
    met = aim.met_by(value, falling=falling)
    if met:
        return "met", "", True
    passed = aim.by is not None and aim.by < look.on
    then = on_its_day(look.known, aim.by) if passed and aim.by is not None else None
    if then is not None and aim.met_by(then, falling=falling):
        return "met", f" on its day, with {said(then, look.unit)}", True
    if met is None:
        return "cannot say", "", None
    gap = _gap(look, aim, value)
    if passed:
        return "missed", f" by {gap}" if gap else "", False
    word = _movement(look, value, falling)
    return word, f", {gap} to go" if gap and word == "moving" else "", False


def _movement(look: _Look, value: Measure, falling: bool | None) -> str:
    start, tolerance = look.start, measure(look.metric.get("tolerance"))
    if start is None or start.number is None or value.number is None:
        return "not yet"
    way = exactly(value.number) - exactly(start.number)
    if tolerance is not None and tolerance.number is not None and abs(way) <= exactly(tolerance.number):
        return "flat"
    if way == 0:
        return "not moved"
    return "moving" if (way < 0) is bool(falling) else "wrong way"


def _gap(look: _Look, aim: Aim, value: Measure) -> str:
    """How far it is from the target: ``3 points``, ``12 s``."""
    if aim.goal is None or value.number is None:
        return ""
    gap = abs(exactly(aim.goal) - exactly(value.number))
    number = int(gap) if gap == gap.to_integral_value() else float(gap)
    return amount(number, "points" if look.unit == "%" else look.unit)


def _sentence(look: _Look, word: str, rest: str) -> str:
    if look.value is None:
        return "Nobody has taken a reading."
    before = f", {said(look.start, look.unit)} before" if look.start is not None else ""
    out = look.launched is not None and look.launched <= look.on
    stands = f'says "{look.value.state}"' if look.value.state else f"stands at {said(look.value, look.unit)}"
    here = f"{'After the release it' if out else 'It'} {stands}{before}"
    aim = look.aim
    if aim is None or not aim.set:
        limits = aloud(_limits(look))
        return f"{here}; {f'{word}, {limits}' if limits else 'no target says where it should be'}."
    now = Now(look.on)
    by = f" by {short_date(aim.by, now.date)}" if aim.by is not None else ""
    return f"{here}; the target is {aim.text}{by}: {word}{rest}."
