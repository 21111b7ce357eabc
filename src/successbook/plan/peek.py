"""Reading single values straight from a table, without validating its record.

The page and the outline are drawn from here, so that the first picture of a plan waits for no model. A value
of the wrong type reads as absent; the record's view and ``check`` say what is wrong with it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import resolve, served
from successbook.plan.keeping import Kept
from successbook.plan.kinds import READINGS, Kind, locate
from successbook.plan.measured import Measure, measure
from successbook.tree import Address, Table, Tree

__all__ = ["day", "first_line", "linked", "people", "readings", "references", "whole", "words"]

_DATED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?")


def words(table: Table, key: str) -> str:
    """A text field, trimmed; empty when it is not there."""
    value = table.get(key)
    return value.strip() if isinstance(value, str) else ""


def first_line(table: Table, key: str) -> str:
    """The first line of a text field."""
    return words(table, key).partition("\n")[0]


def day(table: Table, key: str) -> dt.date | None:
    """A date field."""
    value = table.get(key)
    return value if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else None


def whole(table: Table, key: str) -> int | None:
    """A field that counts: a whole number; yes and no are none."""
    value = table.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def people(table: Table, key: str) -> tuple[str, ...]:
    """A list of texts."""
    value = table.get(key)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()


def references(
    tree: Tree, table: Table, key: str, kinds: tuple[str, ...], near: Address | None = None
) -> list[Address]:
    """The records of these kinds that a field of references names; broken references are left out."""
    found = (resolve(tree, each, kinds, near) for each in people(table, key))
    places = (locate(at) for at in found if at is not None)
    return [place.record for place in places if place is not None and place.kind.name in kinds]


def linked(tree: Tree, kind: Kind, record: Address) -> list[Address]:
    """The records that a record of this kind hangs under, in order."""
    return list(served(tree, record)) if kind.link else []


def readings(tree: Tree, metric: Address) -> Iterator[tuple[dt.date, Measure]]:
    """The dated values of a metric, oldest first; what is no date or no value is passed over."""
    table = tree.table(Address(READINGS, ("readings", metric.key)))
    return iter(_TAKEN.of(metric.key, (table,), lambda: _taken(table)))


_TAKEN: Final[Kept[list[tuple[dt.date, Measure]]]] = Kept()


def _taken(table: Table) -> list[tuple[dt.date, Measure]]:
    taken = ((_day_of(key), measure(value)) for key, value in table.items())
    found = [(on, value) for on, value in taken if on is not None and value is not None]
    return sorted(found, key=lambda pair: pair[0])


def _day_of(key: str) -> dt.date | None:
    """The day of a reading; several of one day have the time behind it, ``2026-06-15T09:30``."""
    try:
        return dt.date.fromisoformat(key[:10]) if _DATED.fullmatch(key) else None
    except ValueError:
        return None
