"""How a stored value reads: dates with their distance, numbers with their unit, references as titles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from successbook.plan.answers import expects, unit_of
from successbook.plan.describe import FieldDescription
from successbook.plan.fields import Control
from successbook.plan.hierarchy import resolve
from successbook.plan.kinds import locate
from successbook.plan.measured import measure, show
from successbook.plan.now import Now, short_date
from successbook.plan.sessions import guide_called, page_called
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree, Value

__all__ = ["Worded", "worded"]

_NAMES: Final = {"guide": guide_called, "paused_at": page_called}
"""Fields that hold a name of something that people call otherwise."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A value in words.

    Attributes:
        text: what to show.
        aside: what belongs to it but weighs less: how far a date is away.
        broken: what is wrong with it, empty when it fits.
    """

    text: str
    aside: str = ""
    broken: str = ""


def worded(tree: Tree, at: Address, field: FieldDescription, now: Now, *, misfit: bool = False) -> Worded:
    """The value of a field in words; empty text when it has none.

    Args:
        tree: the plan.
        at: the field's address.
        field: its description.
        now: the day, for dates.
        misfit: whether the record's view has set the value aside.
    """
    value = tree.get(at)
    if value is None:
        return Worded("")
    if misfit or not _fits(field, value):
        return Worded(_plainly(value), broken=f"it should be {expects(field)}")
    match field.control:
        case Control.DATE if isinstance(value, dt.date):
            return _date(value, now)
        case Control.MEASURED | Control.NUMBER:
            return _measured(value, unit_of(tree, at))
        case Control.REFERENCE | Control.REFERENCES:
            return _references(tree, at, field, value if isinstance(value, tuple) else (value,))
        case Control.LINES if isinstance(value, tuple):
            return Worded(", ".join(map(str, value)))
        case Control.TIME if isinstance(value, dt.time):
            return Worded(f"{value:%H:%M}")
        case Control.YES_NO:
            return Worded("yes" if value else "no")
        case _ if field.name in _NAMES:
            return Worded(_NAMES[field.name](str(value)))
        case _:
            return Worded(str(value).rstrip("\n"))


def _measured(value: Value, unit: str) -> Worded:
    """A number with its unit; words in quotation marks, so that nobody takes a remark for a number."""
    found = measure(value)
    text = show(value, unit)
    if found is None or not found.words or found.words.casefold() in ("yes", "no"):
        return Worded(text)
    return Worded(f'"{text}"', aside="in words")


def _date(value: dt.date, now: Now) -> Worded:
    shown, away = short_date(value, now.date), now.relative(value)
    return Worded(shown, "" if away == shown else away)


def _references(tree: Tree, at: Address, field: FieldDescription, items: tuple[Value, ...]) -> Worded:
    titles, broken = [], []
    for item in items:
        found = resolve(tree, str(item), field.refers_to, at)
        if found is None:
            titles.append(str(item))
            broken.append(str(item))
        else:
            place = locate(found)
            label = f"{place.kind.label} " if place and len(field.refers_to) > 1 else ""
            titles.append(f"{label}{title_of(tree, found)}")
    return Worded("\n".join(titles), broken=f"{', '.join(broken)}: not in this plan" if broken else "")


def _fits(field: FieldDescription, value: Value) -> bool:
    """Whether a value has a shape its control can show; the record's view judges the rest."""
    match field.control:
        case Control.DATE:
            return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        case Control.TIME:
            return isinstance(value, dt.time)
        case Control.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Control.MEASURED:
            return isinstance(value, int | float | str) and not isinstance(value, bool)
        case Control.YES_NO:
            return isinstance(value, bool)
        case Control.LINES | Control.REFERENCES:
            return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        case Control.CHOICE:
            return isinstance(value, str) and value in field.choices
        case _:
            return isinstance(value, str)


def _plainly(value: Value) -> str:
    if isinstance(value, Table):
        return f"a table with {', '.join(value) or 'nothing in it'}"
    if isinstance(value, tuple):
        return ", ".join(_plainly(item) for item in value)
    return str(value)
