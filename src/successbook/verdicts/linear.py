"""Parts of a plan as plain text, one thing a line, in reading order: for screen readers, pipes and paper."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from successbook.plan.answers import unit_of
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.fields import Control
from successbook.plan.hierarchy import Hierarchy, Line, records
from successbook.plan.kinds import KINDS, READINGS, Kind, parts_of
from successbook.plan.measured import show
from successbook.plan.now import Now
from successbook.plan.titles import title_of
from successbook.plan.wording import worded
from successbook.tree import Address, Plain, Table, Tree, Value

__all__ = ["PARTS", "part_data", "part_text"]

PARTS = ("goals", "release")
"""The parts that can be told."""

_BESIDE = ("insight", "instrument", "stakeholder")
_OWN = ("format", "not_known", "title")
_INDENT = "  "


def part_text(tree: Tree, part: str, now: Now, title: str) -> str:
    """A part of a plan in words.

    Args:
        tree: the plan.
        part: one of `PARTS`.
        now: the day, for dates.
        title: what the plan is called.
    """
    told = _goals(tree, now) if part == "goals" else _releases(tree, now)
    lines = list(told) or ["Nothing has been said yet."]
    return "\n".join([f"{'Goals' if part == 'goals' else 'Releases'} of {_flat(title)}", "", *lines]).rstrip()


def _goals(tree: Tree, now: Now) -> Iterator[str]:
    for number, line in _numbered(tree):
        head = f"{number} {_head(tree, line.kind, line.record)}"
        if line.also:
            yield f"{head} (also here; told elsewhere)"
        else:
            yield head
            yield from _told(tree, line.kind, line.record, now)
        yield ""
    for name in _BESIDE:
        yield from _all(tree, KINDS[name], now)


def _releases(tree: Tree, now: Now) -> Iterator[str]:
    yield from _all(tree, KINDS["release"], now)


def _all(tree: Tree, kind: Kind, now: Now) -> Iterator[str]:
    for at in records(tree, kind):
        yield _head(tree, kind, at)
        yield from _told(tree, kind, at, now)
        yield ""


def _numbered(tree: Tree) -> Iterator[tuple[str, Line]]:
    """The lines of the outline, numbered 1, 1.1, 1.1.1."""
    counts: list[int] = []
    for line in Hierarchy.of(tree).outline():
        counts = [*counts[: line.depth + 1], *[0] * (line.depth + 1 - len(counts))]
        counts[-1] += 1
        yield f"{'.'.join(map(str, counts))}.", line


def _head(tree: Tree, kind: Kind, at: Address) -> str:
    return f"{kind.label.capitalize()}: {_flat(title_of(tree, at))}"


def _told(tree: Tree, kind: Kind, at: Address, now: Now, indent: str = _INDENT) -> Iterator[str]:
    """Every field of a record: what is not answered is said too, unless it is a rare one."""
    yield f"{indent}Address: {at}"
    unknown = tree.table(at).get("not_known")
    for field in fields_of(kind.name):
        if field.name in _OWN:
            continue
        if tree.has(at.child(field.name)):
            yield from _answer(tree, at.child(field.name), field, now, indent)
        elif isinstance(unknown, tuple) and field.name in unknown:
            yield f"{indent}{field.label}: not known yet"
        elif not field.folded:
            yield f"{indent}{field.label}: not answered"
    for part in parts_of(kind):
        for inner in records(tree, part, at):
            yield f"{indent}{_head(tree, part, inner)}"
            yield from _told(tree, part, inner, now, indent + _INDENT)
    if kind.name == "metric":
        yield from _readings(tree, at, indent)


def _answer(tree: Tree, at: Address, field: FieldDescription, now: Now, indent: str) -> Iterator[str]:
    said = worded(tree, at, field, now)
    aside = f" ({said.aside})" if said.aside else ""
    broken = f" [{said.broken}]" if said.broken else ""
    if field.control is not Control.PROSE:
        yield f"{indent}{field.label}: {', '.join(said.text.splitlines())}{aside}{broken}"
        return
    yield f"{indent}{field.label}:{broken}"
    for line in said.text.split("\n"):
        yield f"{indent}{_INDENT}{line}".rstrip()


def _readings(tree: Tree, metric: Address, indent: str) -> Iterator[str]:
    remarks = tree.table(Address(READINGS, ("notes", metric.key)))
    for day, value in tree.table(Address(READINGS, ("readings", metric.key))).items():
        at = Address(READINGS, ("readings", metric.key, day))
        remark = remarks.get(day)
        beside = f" ({_flat(remark)})" if isinstance(remark, str) else ""
        yield f"{indent}Reading of {day}: {_flat(show(value, unit_of(tree, at)))}{beside}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def part_data(tree: Tree, part: str, title: str) -> Plain:
    """A part of a plan, structured: its records in reading order, each with its whole table as it stands.

    Args:
        tree: the plan.
        part: one of `PARTS`.
        title: what the plan is called.
    """
    told: list[Plain] = []
    if part == "goals":
        for number, line in _numbered(tree):
            place: dict[str, Plain] = {"number": number.rstrip("."), "depth": line.depth, "also": line.also}
            if line.parent is not None:
                place["under"] = str(line.parent)
            told.append({**_data(tree, line.kind, line.record), **place})
        told += [_data(tree, KINDS[name], at) for name in _BESIDE for at in records(tree, KINDS[name])]
    else:
        told += [_data(tree, KINDS["release"], at) for at in records(tree, KINDS["release"])]
    plan = tree.table(Address("plan.toml"))
    about = {name: _plain(plan[name]) for name in (each.name for each in fields_of("plan")) if name in plan}
    return {"part": part, "title": title, "plan": about, "records": told}


def _data(tree: Tree, kind: Kind, at: Address) -> dict[str, Plain]:
    found: dict[str, Plain] = {
        "address": str(at),
        "kind": kind.name,
        "title": title_of(tree, at),
        "values": _plain(tree.table(at)),
    }
    if kind.name == "metric":
        for group in ("readings", "notes"):
            found[group] = _plain(tree.table(Address(READINGS, (group, at.key))))
    return found


def _plain(value: Value) -> Plain:
    """A value that JSON can hold: dates as ISO text, what is no finite number as text."""
    if isinstance(value, Table):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
