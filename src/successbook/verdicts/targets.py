"""Targets: the number a target means, given the baseline, and whether a value reaches it."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from successbook.plan.keeping import Kept
from successbook.plan.measured import Measure, measure
from successbook.plan.measured import show as show_measure
from successbook.plan.peek import day, first_line, words
from successbook.text import folded
from successbook.tree import Address, Table, Tree

__all__ = ["Aim", "aim_of", "aims_of", "exactly", "falls", "on_its_day"]

_YES: Final = {"yes", "true", "done", "reached"}
_CHANGES: Final = ("change by points", "change by percent")
_WEEK: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Aim:
    """One target of a metric, worked out.

    Attributes:
        at: where it stands.
        kind: what should happen, one of the words of a target's kind; empty when it was not said.
        goal: the number to reach, in the metric's unit, if there is one.
        by: by when.
        text: the target as people read it in a table: ``60 s``, ``≤ 0.8 %``, ``yes``.
        rises: whether the target itself asks for more (True) or for less (False); None where only the
            metric's direction or its baseline can tell.
        state: what is to be reached where that is no number: ``yes``, or the words of a milestone.
    """

    at: Address
    kind: str
    goal: float | None
    by: dt.date | None
    text: str
    rises: bool | None = None
    state: str = ""

    @property
    def set(self) -> bool:
        """Whether it says where the metric should be; a target may also say that there is none yet."""
        change = self.kind in _CHANGES and self.rises is not None
        return change or self.goal is not None or bool(self.state)

    def met_by(self, value: Measure, *, falling: bool | None) -> bool | None:
        """Whether a value meets it; None when that cannot be said.

        Args:
            value: the value to judge.
            falling: whether smaller is better, as `falls` says; None where nobody said.
        """
        if self.goal is None:
            return _reached(self.state, value)
        if value.number is None:
            return True if self.kind in ("yes", "milestone") and _reached("yes", value) else None
        if falling is None:
            return True if value.number == self.goal else None
        return value.number <= self.goal if falling else value.number >= self.goal

    def attainment(self, baseline: Measure | None, value: Measure) -> float | None:
        """How much of the way from baseline to target is done: 0.5 is half, above 1 beyond, below 0 away.

        None where there is no way to go: no baseline, no number, or a target that equals the baseline.
        """
        start = baseline.number if baseline else None
        if self.goal is None or start is None or value.number is None or self.goal == start:
            return None
        share = float((exactly(value.number) - exactly(start)) / (exactly(self.goal) - exactly(start)))
        return share if math.isfinite(share) else None


def falls(metric: Table, start: Measure | None, aim: Aim) -> bool | None:
    """Whether smaller is better for a target; None when nothing tells.

    The target's own kind tells first (at most, down to zero, a change with a sign), then the direction of the
    metric, then where the target lies seen from the baseline.
    """
    if aim.rises is not None:
        return not aim.rises
    direction = words(metric, "direction")
    if direction in ("increase", "decrease"):
        return direction == "decrease"
    if start is None or start.number is None or aim.goal is None or aim.goal == start.number:
        return None
    return aim.goal < start.number


def on_its_day(known: list[tuple[dt.date, Measure]], by: dt.date) -> Measure | None:
    """The reading that speaks for a day: the first one within a week after it, else the last before it."""
    before: Measure | None = None
    for on, value in known:
        if on >= by:
            return value if before is None or on - by <= _WEEK else before
        before = value
    return before


def exactly(number: float) -> Decimal:
    """A number as it is written: sums of tenths are then tenths."""
    return Decimal(str(number))


def aim_of(tree: Tree, metric: Address, target: Address) -> Aim:
    """A target of a metric, worked out against the metric's baseline."""
    table, of = tree.table(target), tree.table(metric)
    kind, unit = words(table, "kind"), first_line(of, "unit")
    value, start = measure(table.get("value")), measure(of.get("baseline"))
    return Aim(
        target,
        kind,
        _goal(kind, value, start),
        day(table, "by"),
        _text(kind, table, unit),
        _rises(kind, value),
        _state(kind, value, words(of, "direction")),
    )


def aims_of(tree: Tree, metric: Address) -> list[Aim]:
    """All targets of a metric, the nearest horizon first, those without a date last."""
    return list(_AIMS.of(metric, (tree.table(metric),), lambda: _aims(tree, metric)))


_AIMS: Final[Kept[list[Aim]]] = Kept()


def _aims(tree: Tree, metric: Address) -> list[Aim]:
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
    if kind not in _CHANGES:
        return number
    if start is None or start.number is None or (kind == "change by percent" and start.number == 0 < number):
        return None  # nothing is ten percent more than nothing
    by = exactly(number)
    if kind == "change by percent":
        by *= abs(exactly(start.number)) / 100
    goal = float(exactly(start.number) + by)
    whole = int(goal) if math.isfinite(goal) and goal.is_integer() else goal
    return whole if math.isfinite(goal) else None


def _rises(kind: str, value: Measure | None) -> bool | None:
    if kind in ("at most", "down to zero"):
        return False
    if kind == "at least":
        return True
    if kind in _CHANGES and value is not None and value.number:
        return value.number > 0
    return None


def _state(kind: str, value: Measure | None, direction: str) -> str:
    """What is to be reached where that is no number."""
    said = (value.words or "") if value else ""
    if kind in ("yes", "milestone") or (kind in ("", "reach") and direction in ("yes or no", "milestone")):
        return said or "yes"
    return said if kind not in ("down to zero", "none yet") else ""


def _reached(state: str, value: Measure) -> bool | None:
    """Whether words say that a state is reached; a milestone is reached by "yes" too."""
    if not state or value.words is None:
        return None
    said, wanted = folded(value.words), folded(state)
    return said == wanted or (said in _YES and wanted not in ("no", "false"))


def _text(kind: str, table: Table, unit: str) -> str:
    value = table.get("value")
    shown = show_measure(value, unit) if value is not None else ""
    match kind:
        case "at least" | "at most":
            return f"{'≥' if kind == 'at least' else '≤'} {shown}".rstrip()
        case "change by points":
            points = _signed(value)
            return f"{points} point{'' if points in ('+1', '-1') else 's'}"
        case "change by percent":
            return f"{_signed(value)} %"
        case "down to zero":
            return "0"
        case "yes" | "milestone" | "none yet":
            return shown or kind
        case _:
            return shown or "-"


def _signed(value: object) -> str:
    found = measure(value) if isinstance(value, int | float | str) else None
    if found is None or found.number is None:
        return show_measure(value) if isinstance(value, int | float | str) else "-"
    sign = "+" if found.number > 0 else ""
    return f"{'about ' if found.about else ''}{sign}{show_measure(found.number)}"
