"""Findings about names: what files and records are called after against what there is, and what they hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS, Kind, ids_in
from successbook.plan.peek import day
from successbook.tree import Address, Tree, is_id
from successbook.verdicts.findings import Finding

__all__ = ["of_names"]

_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:-.+)?", re.ASCII)
_ANOTHER: Final = "use letters, digits and single hyphens"


def of_names(tree: Tree) -> Iterator[Finding]:
    """What is wrong with the names of files, and of records that are called after others."""
    for kind in KINDS.values():
        if not kind.names and not (kind.file.count("*") and not kind.table):
            continue
        for at in records(tree, kind):
            if kind.names:
                yield from _after_others(tree, kind, at)
            elif kind.name == "session":
                yield from _after_a_day(tree, at)
            elif not kind.single:
                yield from _id_of_a_file(kind, at)


def _id_of_a_file(kind: Kind, at: Address) -> Iterator[Finding]:
    for id_ in (ids_in(kind.file, at.file) or ())[-1:]:
        if not is_id(id_):
            yield Finding("odd-id", at, f'"{id_}" is no good id', f"rename it: {_ANOTHER}")


def _after_others(tree: Tree, kind: Kind, at: Address) -> Iterator[Finding]:
    """The id of a record that is named after others names each of them."""
    name = at.key if at.path else (ids_in(kind.file, at.file) or ("",))[-1]
    parts = name.split("--", len(kind.names) - 1)
    if len(parts) < len(kind.names):
        form = "--".join(f"<{KINDS[each].label}>" for each in kind.names)
        yield Finding(
            "file-name", at, f'"{name}" names no {KINDS[kind.names[-1]].label}', f"call it {form}.toml"
        )
    named = "file-name" if kind.name in ("sheet", "result") else "broken-reference"
    what = "this file" if not at.path else "this"
    for of, id_ in zip(kind.names, parts, strict=False):
        if resolve(tree, id_, (of,), at) is None:
            label = KINDS[of].label
            says = f'there is no {label} "{id_}", after which {what} is named'
            yield Finding(named, at, says, f"add the {label}, or {'remove' if at.path else 'rename'} {what}")


def _after_a_day(tree: Tree, at: Address) -> Iterator[Finding]:
    """A session's file is called after the day on which it was held."""
    name = (ids_in(KINDS["session"].file, at.file) or ("",))[-1]
    found = _day_in(name)
    held = day(tree.table(at), "held")
    if found is None:
        fix = f"rename it to {held}.toml" if held else "rename it, such as 2026-09-30.toml"
        yield Finding("file-name", at, f'"{name}" is no day, after which a session is named', fix)
    elif held is not None and held != found:
        says = f"the session was held on {held}, and the file is named after {found}"
        yield Finding("file-name", at.child("held"), says, "correct the day, or rename the file")


def _day_in(name: str) -> dt.date | None:
    """The day that a name begins with; more may follow, as where two sessions were held on one day."""
    found = _DAY.fullmatch(name)
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
