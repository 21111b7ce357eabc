"""Targets: the number a target means, given the baseline, and whether a value reaches it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from successbook.plan.measured import Measure, measure
from successbook.plan.measured import show as show_measure
from successbook.plan.peek import day, words
from successbook.tree import Address, Table, Tree

__all__ = ["Aim", "aim_of", "aims_of"]

_YES = {"yes", "true", "done", "reached"}


@dataclass(frozen=True, slots=True)
class Aim:
    """One target of a metric, worked out.

    Attributes:
        at: where it stands.
        kind: what should happen, one of the words of a target's kind; empty when it was not said.
        goal: the number to reach, in the metric's unit, if there is one.
        by: by when.
        text: the target as people read it: ``60 s``, ``at most 0.8 %``, ``yes``.
    """

    at: Address
    kind: str
    goal: float | None
    by: dt.date | None
    text: str

    def met_by(self, value: Measure, *, falling: bool) -> bool | None:
        """Whether a value meets it; None when that cannot be said.

        Args:
            value: the value to judge.
            falling: whether smaller is better.
        """
        if self.kind in ("yes", "milestone") and self.goal is None:
            return value.words is not None and value.words.lower() in _YES if value.number is None else None
        if self.goal is None or value.number is None:
            return None
        if self.kind in ("at most", "down to zero") or (self.kind != "at least" and falling):
            return value.number <= self.goal
        return value.number >= self.goal

    def attainment(self, baseline: Measure | None, value: Measure) -> float | None:
        """How much of the way from baseline to target is done: 0.5 is half, above 1 beyond, below 0 away.

        None where there is no way to go: no baseline, no number, or a target that equals the baseline.
        """
        start = baseline.number if baseline else None
        if self.goal is None or start is None or value.number is None or self.goal == start:
            return None
        return (value.number - start) / (self.goal - start)


def aim_of(tree: Tree, metric: Address, target: Address) -> Aim:
    """A target of a metric, worked out against the metric's baseline."""
    table, of = tree.table(target), tree.table(metric)
    kind, unit = words(table, "kind"), words(of, "unit")
    value, start = measure(table.get("value")), measure(of.get("baseline"))
    return Aim(target, kind, _goal(kind, value, start), day(table, "by"), _text(kind, table, unit))


def aims_of(tree: Tree, metric: Address) -> list[Aim]:
    """All targets of a metric, the nearest horizon first, those without a date last."""
    holder = metric.child("targets")
    found = [
        aim_of(tree, metric, holder.child(key))
        for key, held in tree.table(holder).items()
        if isinstance(held, Table)
    ]
    return sorted(found, key=lambda aim: aim.by or dt.date.max)


def _goal(kind: str, value: Measure | None, start: Measure | None) -> float | None:
    if kind == "down to zero":
        return 0
    number = value.number if value else None
    if number is None or kind == "none yet":
        return None
    if kind in ("change by points", "change by percent"):
        if start is None or start.number is None:
            return None
        return start.number + (number if kind == "change by points" else start.number * number / 100)
    return number


def _text(kind: str, table: Table, unit: str) -> str:
    value = table.get("value")
    shown = show_measure(value, unit) if value is not None else ""
    match kind:
        case "at least" | "at most":
            return f"{'≥' if kind == 'at least' else '≤'} {shown}".rstrip()
        case "change by points":
            return f"{_signed(value)} points"
        case "change by percent":
            return f"{_signed(value)} %"
        case "down to zero":
            return "0"
        case "yes" | "milestone" | "none yet":
            return shown or kind
        case _:
            return shown or "-"


def _signed(value: object) -> str:
    if isinstance(value, int | float) and value > 0:
        return f"+{value}"
    return show_measure(value) if isinstance(value, int | float | str) else "-"
