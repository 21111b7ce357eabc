"""Findings about single files: formats, keys, the shapes of values, ids."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from successbook.plan.answers import expects
from successbook.plan.describe import field_named
from successbook.plan.hierarchy import records
from successbook.plan.kinds import FORMAT, KINDS, READINGS, Kind, parts_of
from successbook.plan.measured import measure
from successbook.plan.near import nearest
from successbook.plan.records import Views
from successbook.plan.strange import known_keys, tables_in
from successbook.tree import Address, Table, Tree, Value, is_id
from successbook.verdicts.findings import Finding

__all__ = ["of_values"]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MARKS: Final = re.compile(r"^<{7} [^\n]*\n(?:[^\n]*\n)*?={7}\n(?:[^\n]*\n)*?>{7} ", re.MULTILINE)
_SHOWN: Final = 40


def of_values(tree: Tree, views: Views) -> Iterator[Finding]:
    """What is wrong inside the files of a plan, one value at a time."""
    newer = {name: each for name, table in tree.files.items() if (each := _newer(name, table)) is not None}
    yield from newer.values()
    for name, table in tree.files.items():
        if not table and not table.notes:
            yield Finding(
                "empty-file", Address(name), "the file is empty", "restore an older version, or delete it"
            )
    for kind in KINDS.values():
        if kind.table and not kind.inside and kind.file not in newer:
            yield from _holder(tree, kind, Address(kind.file, (kind.table,)))
        for at in records(tree, kind):
            if at.file not in newer:
                yield from _record(tree, views, kind, at)
    for name in tree.files:
        if name not in newer and (kept := _outside_records(name)):
            yield from _keys(tree, Address(name), kept)
    if READINGS not in newer:
        yield from _readings(tree)


def _newer(name: str, table: Table) -> Finding | None:
    found = table.get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found <= FORMAT:
        return None
    return Finding(
        "future-format",
        Address(name, ("format",)),
        f"the file is of format {found}, this version knows up to {FORMAT}",
        "update successbook",
    )


def _record(tree: Tree, views: Views, kind: Kind, at: Address) -> Iterator[Finding]:
    table = tree.table(at)
    record = views.of(kind.record(), table)
    for name, misfit in record.misfits.items():
        field = field_named(kind, name)
        if field is not None and not (isinstance(misfit.value, Table) and name in tables_in(kind)):
            yield Finding(
                "misfit", at.child(name), f"{name} is {_said(misfit.value)}", f"it holds {expects(field)}"
            )
    if table.get("format") == 0:
        yield Finding("misfit", at.child("format"), "there is no format 0", f"write {FORMAT}")
    for name, value in table.items():
        if isinstance(value, str) and "<<<<<<<" in value and _MARKS.search(value):
            yield Finding(
                "conflict-marker", at.child(name), f"{name} has marks of a git merge", "keep what is right"
            )
    for part in parts_of(kind):
        if part.table in table:
            yield from _holder(tree, part, at.child(part.table))
    yield from _keys(tree, at, known_keys(kind))


def _holder(tree: Tree, kind: Kind, at: Address) -> Iterator[Finding]:
    """What is wrong with a table that holds records by id."""
    held = tree.get(at)
    if held is not None and not isinstance(held, Table):
        yield Finding("misplaced", at, f"{at.key} is {_said(held)}", f"it holds {kind.plural} by their ids")
        return
    for key, value in tree.table(at).items():
        if not isinstance(value, Table):
            fix = f"{kind.a} is a table of its own, such as [{'.'.join((*at.path, 'its-id'))}]"
            yield Finding("misplaced", at.child(key), f"{key} is {_said(value)}, not {kind.a}", fix)
        elif not is_id(key):
            yield Finding(
                "odd-id", at.child(key), f'"{key}" is no good id', "use letters, digits and single hyphens"
            )


def _keys(tree: Tree, at: Address, known: Sequence[str]) -> Iterator[Finding]:
    for key in tree.table(at):
        if key in known:
            continue
        alike = nearest(key, known)
        if alike:
            yield Finding(
                "misspelt-key", at.child(key), f'there is no key "{key}" here', f'did you mean "{alike}"?'
            )
            continue
        home = next((kind.file for kind in KINDS.values() if kind.table == key and not kind.inside), None)
        fix = f"it belongs into {home}" if home else "it is kept; remove it, or leave it to another tool"
        yield Finding("unknown-key", at.child(key), f'there is no key "{key}" here', fix)


def _readings(tree: Tree) -> Iterator[Finding]:
    for group in ("readings", "notes"):
        at = Address(READINGS, (group,))
        held = tree.get(at)
        if held is not None and not isinstance(held, Table):
            yield Finding("misplaced", at, f"{group} is {_said(held)}", "it holds a table for each metric")
        for metric, days in tree.table(at).items():
            if not isinstance(days, Table):
                fix = f"it holds dates with values, below [{group}.{metric}]"
                yield Finding("misplaced", at.child(metric), f"{metric} is {_said(days)}", fix)
                continue
            for day, value in days.items():
                yield from _reading(at.child(metric, day), value)


def _reading(at: Address, value: Value) -> Iterator[Finding]:
    if not _is_day(at.key):
        yield Finding("misfit", at, f'"{at.key}" is no date', "write it as 2026-09-30")
    if at.path[0] == "notes" and not isinstance(value, str):
        yield Finding("misfit", at, f"{at.key} is {_said(value)}", "it holds text")
    elif at.path[0] == "readings" and measure(value) is None:
        yield Finding(
            "misfit",
            at,
            f"{at.key} is {_said(value)}",
            'it holds a number, such as 14, "~13000" or "(blocked)"',
        )


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and dt.date.fromisoformat(text) is not None
    except ValueError:
        return False


@cache
def _outside_records(name: str) -> tuple[str, ...]:
    """The keys at the top of a file that is no record itself; none for files that no kind stands in."""
    if name == READINGS:
        return ("format", "readings", "notes")
    if any(kind.file == name and not kind.table for kind in KINDS.values()):
        return ()
    tables = [kind.table for kind in KINDS.values() if kind.file == name and not kind.inside]
    return ("format", *tables) if tables else ()


def _said(value: Value) -> str:
    """A value as a person would name it, short."""
    if isinstance(value, Table):
        return "a table"
    if isinstance(value, tuple):
        return "a list" if all(isinstance(each, str) for each in value) else "a list of more than text"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return f'"{short}"' if isinstance(value, str) else short
