"""Moving all dates of a plan, so that a sample is always about these weeks."""

from __future__ import annotations

import datetime as dt
import re

from successbook.plan.kinds import KINDS, filled, ids_in
from successbook.tree import Table, Tree, Value

__all__ = ["shifted", "whole_weeks"]

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?")


def whole_weeks(start: dt.date, today: dt.date) -> int:
    """The days from `start` to `today`, rounded down to whole weeks so that weekdays stay what they were."""
    return (today - start).days // 7 * 7


def shifted(tree: Tree, days: int) -> Tree:
    """A tree with every date, and every key that is a date, moved by some days. Dates in prose stay.

    A session's file is named by its day, so it gets the name of the new one.
    """
    by = dt.timedelta(days=days)
    return Tree({_name(name, by): _table(table, by) for name, table in tree.files.items()})


def _name(name: str, by: dt.timedelta) -> str:
    day = ids_in(KINDS["session"].file, name)
    return filled(KINDS["session"].file, (_key(day[0], by),)) if day else name


def _table(table: Table, by: dt.timedelta) -> Table:
    items = ((_key(key, by), _value(value, by)) for key, value in table.items())
    return Table(items, {_key(key, by): note for key, note in table.notes.items()})


def _value(value: Value, by: dt.timedelta) -> Value:
    if isinstance(value, Table):
        return _table(value, by)
    if isinstance(value, tuple):
        return tuple(_value(item, by) for item in value)
    return value + by if isinstance(value, dt.date) else value


def _key(key: str, by: dt.timedelta) -> str:
    found = _DAY.fullmatch(key)
    try:
        return f"{dt.date.fromisoformat(found[1]) + by}{found[2] or ''}" if found else key
    except ValueError:
        return key
