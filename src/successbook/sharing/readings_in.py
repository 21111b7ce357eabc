"""Dated values from a spreadsheet: a row for each value, or one for each day and a column for each metric."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from successbook.errors import Refused, SuccessbookError
from successbook.plan.answers import unit_of
from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.measured import Ambiguous, show, typed
from successbook.sharing.columns import Columns, folded
from successbook.sharing.incoming import Cells, Taker
from successbook.sharing.naming import find_named
from successbook.sharing.tables import Found
from successbook.sharing.values import Reading, cell_of, day_in
from successbook.tree import Address, Value

__all__ = ["take_readings", "wide_columns"]

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?")


def wide_columns(taker: Taker, columns: Columns) -> dict[int, str]:
    """The columns that are called like a metric, or that a person has mapped to one, by their place."""
    metrics = KINDS["metric"]
    found: dict[int, str] = {
        at: field.partition(":")[2] for field, at in columns.places.items() if field.startswith("metric:")
    }
    used = set(columns.places.values())
    for at, heading in enumerate(columns.headings):
        if at not in used and folded(heading):
            try:
                found[at] = find_named(taker.draft.tree, metrics, heading).key
            except Refused:
                continue
    return found


def take_readings(taker: Taker, found: Found, columns: Columns, wide: Mapping[int, str]) -> None:
    """Take the values of a file.

    Args:
        taker: carries it out and keeps what came of it.
        found: the rows.
        columns: which column is which field.
        wide: metrics by the place of the column that holds their values, for files with a row for each day.
    """
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    for row in found.rows:
        cells = Cells(row, columns)
        if row.beyond:
            taker.refuse_longer(row, columns, "reading", "look for a comma that is not in quotes")
            continue
        for metric, text, remark in _values(cells, wide):
            try:
                _take(taker, cells, (metric, text, remark), seen)
            except SuccessbookError as error:
                taker.refuse(row.number, f'reading of "{metric}"' if metric else "reading", error)


def _values(cells: Cells, wide: Mapping[int, str]) -> Iterator[tuple[str, str, str]]:
    """The values of a row: metric, value, remark."""
    for at, metric in wide.items():
        text = cells.row.cells.get(at, "").strip()
        if text:
            yield metric, text, ""
    value, remark = cells.get("value").strip(), cells.get("remark")
    if "value" in cells.columns.places and (value or remark.strip()):
        yield (cells.get("metric") or cells.get("title")).strip(), value, remark


def _take(
    taker: Taker, cells: Cells, said: tuple[str, str, str], seen: dict[tuple[str, str], tuple[int, str]]
) -> None:
    """Take one value.

    Raises:
        Refused: it is of no metric or of no day, or can be read in two ways.
    """
    name, text, remark = said
    if not name:
        raise Refused("it names no metric", remedy='give its title or id in a column "Metric"')
    metric = find_named(taker.draft.tree, KINDS["metric"], name)
    day = _day(cells.get("day"), taker.reading)
    before = seen.setdefault((metric.key, day), (cells.row.number, text))
    if before != (cells.row.number, text) and before[1] != text:
        raise Refused(f"row {before[0]} says something else of that day", remedy="keep one of them")
    what = f"{taker.named(metric, 'metric')}, {day}"
    at = Address(READINGS, ("readings", metric.key, day))
    old = taker.draft.tree.get(at)
    says = []
    if text and text != str(cell_of(old)):
        value = _measured(text, unit_of(taker.draft.tree, metric.child("baseline")), taker.reading)
        if value != old:
            taker.draft.put(at, value)
            says.append(f"{show(old)} → {show(value)}" if old is not None else show(value))
    note = Address(READINGS, ("notes", metric.key, day))
    line = " ".join(remark.split("\n")).strip()
    if line and line != taker.draft.tree.get(note):
        taker.draft.put(note, line)
        says.append("Remark")
    is_new = old is None and taker.draft.tree.has(at)
    taker.say(cells.row.number, "new" if is_new else "changed" if says else "same", what, "; ".join(says), at)


def _day(said: str, reading: Reading) -> str:
    """A day, or a moment of one, as the key of a reading."""
    if not said.strip():
        raise Refused("it has no day", remedy='give it in a column "Date"')
    moment = _MOMENT.fullmatch(said.strip())
    if moment is None or moment[2] == "00:00":
        return day_in(said, reading).isoformat()
    try:
        return f"{dt.datetime.fromisoformat(f'{moment[1]}T{moment[2]}'):%Y-%m-%dT%H:%M}"
    except ValueError:
        raise Refused(f'there is no moment "{said.strip()}"', remedy="write it as 2026-09-30T09:30") from None


def _measured(text: str, unit: str, reading: Reading) -> Value:
    """The value that a cell holds; what can be read in two ways is settled by what the person said."""
    try:
        return typed(text, unit)
    except Ambiguous as doubt:
        mark = {"comma": ",", "point": "."}.get(reading.decimal)
        if mark is None:
            raise
        plain = text.replace("." if mark == "," else ",", "").replace(",", ".")
        settled = typed(plain, unit)
        if settled not in doubt.readings:
            raise
        return settled
