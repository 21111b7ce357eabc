"""What a plan knows of a period that a session may count: metrics that were read, what shipped.

It is offered, never counted by itself. Whether something counts is for the person to say; a sentence says
what was read and what was wanted, after whatever happened and never because of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.belonging import id_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import Measure, measure
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, readings, words
from successbook.plan.titles import title_of
from successbook.text import folded
from successbook.tree import Address, Table, Tree
from successbook.verdicts.judging import aim_on
from successbook.verdicts.metrics import falls, in_words, look_at
from successbook.verdicts.saying import said, wanted
from successbook.verdicts.targets import aims_of

__all__ = ["PlanFact", "facts_of", "where_it_stands"]

_FACETS: Final = {"proxy": "proxy metrics", "guardrail": "quality"}
_METRICS: Final = "top-level metrics"
_SHIPPED: Final = "quality"
_EARLY: Final = ("too early", "too few to say")
_KEPT: Final = ("met", "within")
"""Where a metric stands still because it is where it should be."""


@dataclass(frozen=True, slots=True)
class PlanFact:
    """Something in a plan that may be counted, as a line of a session would say it.

    Attributes:
        source: the record, as a reference (``metric:weekly-teams``).
        title: the line.
        metric: what the metric is called; empty where it is none.
        facet: the facet of the product that it belongs to.
        direction: in the words of a line's direction; empty where it cannot be said.
        amount: by how much, and what was wanted.
        example: the readings that show it.
    """

    source: str
    title: str
    metric: str = ""
    facet: str = _METRICS
    direction: str = ""
    amount: str = ""
    example: str = ""


def facts_of(plan: Tree, since: dt.date | None, until: dt.date | None, now: Now) -> list[PlanFact]:
    """What happened in a plan between two days: readings of metrics, then releases that shipped.

    Args:
        plan: the plan.
        since: the first day; None for ever.
        until: the last day; None for today.
        now: the day it is.
    """
    last = min(until or now.date, now.date)
    then = Now(last, now.zone)
    found = [_of_metric(plan, at, since, then) for at in records(plan, KINDS["metric"])]
    return [each for each in found if each is not None] + list(_shipped(plan, since, then))


def where_it_stands(plan: Tree, title: str, now: Now) -> str:
    """In one sentence, where the metric of that title stands; empty when the plan has none of that name."""
    wanted_title = folded(title)
    for at in records(plan, KINDS["metric"]):
        if wanted_title and title_of(plan, at).casefold() == wanted_title:
            return look_at(plan, at, now).verdict.sentence
    return ""


def _of_metric(plan: Tree, at: Address, since: dt.date | None, then: Now) -> PlanFact | None:
    known = [(on, value) for on, value in readings(plan, at) if on <= then.date and value.number is not None]
    inside = [(on, value) for on, value in known if since is None or on >= since]
    if not inside:
        return None
    table, name = plan.table(at), title_of(plan, at)
    start = _start(table, known, inside)
    if start is None:
        return None
    unit, (on, latest) = words(table, "unit"), inside[-1]
    title = f"{name} {in_words(start[1], '')} → {in_words(latest, unit)}"
    begun = f"{said(start[1], unit)}{f' on {short_date(start[0], then.date)}' if start[0] else ' at first'}"
    return PlanFact(
        source=f"metric:{at.key}",
        title=title,
        metric=name,
        facet=_FACETS.get(words(table, "role"), _METRICS),
        direction=_direction(plan, at, start[1], latest, then),
        amount=_amount(plan, at, start[1], latest, then),
        example=f"{begun}, {said(latest, unit)} on {short_date(on, then.date)}.",
    )


_Reading = tuple[dt.date | None, Measure]


def _start(
    table: Table, known: list[tuple[dt.date, Measure]], inside: list[tuple[dt.date, Measure]]
) -> _Reading | None:
    """Where a metric stood at the beginning: the last reading before it, the baseline, the first in it."""
    before = known[: len(known) - len(inside)]
    if before:
        return before[-1]
    baseline = measure(table.get("baseline"))
    if baseline is not None and baseline.number is not None:
        return day(table, "baseline_date"), baseline
    return inside[0] if len(inside) > 1 else None


def _direction(plan: Tree, at: Address, start: Measure, latest: Measure, then: Now) -> str:
    view = look_at(plan, at, then)
    if view.verdict.word in _EARLY:
        return "too early to judge"
    if start.number == latest.number:
        return "" if view.verdict.word in _KEPT else "no movement"
    falling = falls(plan.table(at), start, view.aim) if view.aim is not None else _falls(plan.table(at))
    if falling is None or start.number is None or latest.number is None:
        return ""
    return "right direction" if (latest.number < start.number) == falling else "wrong direction"


def _falls(table: Table) -> bool | None:
    """Whether less is better, for a metric without a target."""
    return {"decrease": True, "increase": False}.get(words(table, "direction"))


def _amount(plan: Tree, at: Address, start: Measure, latest: Measure, then: Now) -> str:
    """By how much it moved, and what was wanted."""
    unit = words(plan.table(at), "unit")
    aim = aim_on(aims_of(plan, at), then.date)
    moved = f"from {said(start, '')} to {said(latest, unit)}"
    return f"{moved}; wanted: {wanted(aim, unit, then)}" if aim is not None and aim.set else moved


def _shipped(plan: Tree, since: dt.date | None, then: Now) -> Iterator[PlanFact]:
    for at in records(plan, KINDS["release"]):
        on = day(plan.table(at), "actual")
        if on is not None and on <= then.date and (since is None or on >= since):
            name = title_of(plan, at)
            shown = f"It shipped on {short_date(on, then.date)}."
            yield PlanFact(f"release:{id_of(at)}", f"{name} shipped", facet=_SHIPPED, example=shown)
