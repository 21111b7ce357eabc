"""Records told line by line: every field that has a value, and which questions have no answer."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from successbook.plan.answers import unit_of
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.fields import Control
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, READINGS, Kind, parts_of
from successbook.plan.measured import show
from successbook.plan.now import Now
from successbook.plan.titles import title_of
from successbook.plan.wording import worded
from successbook.text import capital
from successbook.tree import Address, Plain, Table, Tree, Value

__all__ = [
    "INDENT", "all_of", "answers", "flat", "flat_but_indent", "head", "plain", "record_data", "strays",
    "table_data", "told",
]  # fmt: skip

INDENT = "  "
_OWN = ("format", "not_known", "title")


def flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def flat_but_indent(line: str) -> str:
    """A line that stays one, whatever somebody wrote; its indentation stays too."""
    return f"{' ' * (len(line) - len(line.lstrip(' ')))}{flat(line)}"


def head(tree: Tree, kind: Kind, at: Address) -> str:
    """What opens a record: its kind and its title."""
    return f"{capital(kind.label)}: {flat(title_of(tree, at))}"


def all_of(tree: Tree, kind: Kind, now: Now, inside: Address | None = None) -> Iterator[str]:
    """All records of a kind, each closed by a blank line."""
    for at in records(tree, kind, inside):
        yield head(tree, kind, at)
        yield from told(tree, kind, at, now)
        yield ""


def told(
    tree: Tree, kind: Kind, at: Address, now: Now, indent: str = INDENT, *, but: Sequence[str] = ()
) -> Iterator[str]:
    """Every field of a record and of its parts: what is not answered is said too, unless it is a rare one.

    Args:
        tree: the plan.
        kind: the record's kind.
        at: the record.
        now: the day, for dates.
        indent: what each line begins with.
        but: the names of fields, and of kinds of its parts, that are told elsewhere.
    """
    yield f"{indent}Address: {at}"
    yield from answers(tree, kind, at, now, indent, but=but)
    for part in parts_of(kind):
        for inner in records(tree, part, at) if part.name not in but else ():
            yield f"{indent}{head(tree, part, inner)}"
            yield from told(tree, part, inner, now, indent + INDENT)
    if kind.name == "metric":
        yield from readings(tree, at, indent)


def answers(
    tree: Tree,
    kind: Kind,
    at: Address,
    now: Now,
    indent: str,
    *,
    but: Sequence[str] = (),
    open_too: bool = True,
) -> Iterator[str]:
    """The fields of a record: answers, what is not known, unknown keys, and if `open_too` what is open."""
    unknown = tree.table(at).get("not_known")
    names = [each for each in unknown if isinstance(each, str)] if isinstance(unknown, tuple) else []
    said = set()
    for field in fields_of(kind.name):
        if field.name in (*_OWN, *but) and not (field.name == "title" and _odd(tree, at)):
            continue
        if tree.has(at.child(field.name)):
            yield from answer(tree, at.child(field.name), field, now, indent)
        elif field.name in names:
            said.add(field.name)
            yield f"{indent}{field.label}: not known yet"
        elif not field.folded and open_too:
            yield f"{indent}{field.label}: not answered"
    if left := [each for each in names if each not in said]:
        yield f"{indent}Not known yet: {flat(', '.join(each.replace('_', ' ') for each in left))}"
    yield from strays(tree, kind, at, indent)


def _odd(tree: Tree, at: Address) -> bool:
    """Whether a title is none that could open its record."""
    title = tree.get(at.child("title"))
    return title is not None and not isinstance(title, str)


def strays(tree: Tree, kind: Kind, at: Address, indent: str) -> Iterator[str]:
    """What stands in a record and is none of its fields: keys nobody knows, values where records go."""
    known = {each.name for each in fields_of(kind.name)}
    tables = {each.table for each in parts_of(kind)}
    if not at.path:
        tables |= {each.table for each in KINDS.values() if each.file == kind.file}
    for key, value in tree.table(at).items():
        if key in tables and isinstance(value, Table):
            for id_, held in value.items():
                if not isinstance(held, Table):
                    yield from _stray(f"{key}.{id_}", held, indent)
        elif key not in known:
            yield from _stray(key, value, indent)


def _stray(name: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Table):
        for key, held in value.items():
            yield from _stray(f"{name}.{key}", held, indent)
        return
    items = value if isinstance(value, tuple) else (value,)
    yield f"{indent}{flat(name)}: {flat(', '.join(map(str, items)))} [not known here]"


def answer(tree: Tree, at: Address, field: FieldDescription, now: Now, indent: str) -> Iterator[str]:
    """One field and its value; prose keeps its lines."""
    said = worded(tree, at, field, now)
    aside = f" ({said.aside})" if said.aside else ""
    broken = f" [{said.broken}]" if said.broken else ""
    if field.control is not Control.PROSE:
        value = tree.get(at)
        lines = [flat(str(each)) for each in value] if isinstance(value, tuple) else said.text.splitlines()
        lines = said.text.splitlines() if field.refers_to else lines
        yield f"{indent}{field.label}: {'; '.join(lines)}{aside}{broken}"
        return
    yield f"{indent}{field.label}:{broken}"
    for line in said.text.split("\n"):
        yield f"{indent}{INDENT}{line}".rstrip()


def readings(tree: Tree, metric: Address, indent: str) -> Iterator[str]:
    """The readings of a metric with their remarks, a remark without a reading included."""
    values = tree.table(Address(READINGS, ("readings", metric.key)))
    remarks = tree.table(Address(READINGS, ("notes", metric.key)))
    for day in (*values, *(each for each in remarks if each not in values)):
        at = Address(READINGS, ("readings", metric.key, day))
        said = flat(show(values[day], unit_of(tree, at))) if day in values else "no reading"
        beside = f" ({flat(str(remarks[day]))})" if day in remarks else ""
        yield f"{indent}Reading of {day}: {said}{beside}"


def record_data(tree: Tree, kind: Kind, at: Address) -> dict[str, Plain]:
    """A record with its whole table as it stands; a metric with its readings."""
    found: dict[str, Plain] = {
        "address": str(at),
        "kind": kind.name,
        "title": title_of(tree, at),
        "values": plain(tree.table(at)),
    }
    if kind.name == "metric":
        for group in ("readings", "notes"):
            found[group] = plain(tree.table(Address(READINGS, (group, at.key))))
    return found


def table_data(tree: Tree, kind: Kind, inside: Address | None = None) -> list[Plain]:
    """All records of a kind as data."""
    return [record_data(tree, kind, at) for at in records(tree, kind, inside)]


def plain(value: Value) -> Plain:
    """A value that JSON can hold: dates as ISO text, what is no finite number as text."""
    if isinstance(value, Table):
        return {key: plain(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
