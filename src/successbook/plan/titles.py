"""What a record is called, for people: its title, or what is known of it. Reads the tree only."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from successbook.plan.hierarchy import resolve
from successbook.plan.kinds import KINDS, Kind, Place, locate
from successbook.plan.measured import show
from successbook.tree import Address, Table, Tree

__all__ = ["any_of", "before_comma", "title_of", "title_of_table"]


def title_of(tree: Tree, at: Address) -> str:
    """The title of the record that stands at `at`; never empty."""
    place = locate(at)
    if place is None:
        return str(at)
    table = tree.table(place.record)
    found = _of_level(tree, place, table) or title_of_table(place.kind, table)
    found = found or _of_named(tree, place)
    if not found and not table and not place.record.path and place.id != place.record.file:
        return f"{place.kind.label} {place.id}"  # its file is gone, and only the folder has a name
    return found or f"{place.kind.label} without a name"


def _of_level(tree: Tree, place: Place, table: Table) -> str:
    """A line of the launch log: its day, and its stage by name."""
    stage = table.get("stage") if place.kind.name == "level" else None
    at = resolve(tree, stage, ("stage",), place.record) if isinstance(stage, str) else None
    if at is None or table.get("title"):
        return ""
    words = (_text(table.get("date")), title_of_table(KINDS["stage"], tree.table(at)) or at.key)
    return ", ".join(word for word in words if word)


def _of_named(tree: Tree, place: Place) -> str:
    """The titles of the records from whose ids a record's id is made, or which it is about."""
    kinds, ids = place.kind.names, place.id.split("--")
    if place.kind.name == "waiver":
        said = tree.table(place.record).get("case")
        kinds, ids = ("case",), [said] if isinstance(said, str) else []
    named = []
    for name, id_ in zip(kinds, ids, strict=False):
        at = resolve(tree, id_, (name,), place.record)
        title = title_of_table(KINDS[name], tree.table(at)) if at is not None else id_
        named.append(title if len(kinds) == 1 else before_comma(title))
    if place.kind.name in ("uat", "session"):
        above = place.kind.holder_near(place.record) if place.kind.name == "uat" else None
        of = f" of {title_of(tree, above)}" if above is not None and tree.has(above) else ""
        return f"{place.kind.label} {of or place.id}".replace("  ", " ")
    return ", ".join(each for each in named if each)


def any_of(kinds: Iterable[str]) -> str:
    """Kinds in a sentence, by their names: ``a goal or an initiative``."""
    return " or ".join(KINDS[name].a for name in kinds) or "a record"


def before_comma(title: str) -> str:
    """The beginning of a title that stands beside others: ``Round 2`` of "Round 2, what had failed"."""
    return re.split(r"[,:;]\s", title, maxsplit=1)[0]


def title_of_table(kind: Kind, table: Table) -> str:
    """The title of a record of this kind, made up of its main fields if it has none; may be empty.

    It is one line, even where the file has more.
    """
    title = table.get("title")
    said = title if isinstance(title, str) and title.strip() else _main_fields(kind, table)
    return " ".join(line.strip() for line in said.splitlines()).strip()


def _main_fields(kind: Kind, table: Table) -> str:
    if kind.name == "target":
        return _target(table)
    if kind.name == "phase":
        return _phase(table)
    if kind.name == "plan":
        return _text(table.get("product"))
    words = [_text(table.get(key)) for key in _MAIN.get(kind.name, ())]
    return ", ".join(word for word in words if word)


_MAIN = {
    "reset": ("value", "date"),
    "revision": ("date", "new"),
    "score": ("date", "kind", "value"),
    "update": ("date", "step"),
    "replan": ("to", "because"),
    "benchmark_change": ("date", "old"),
    "level": ("date", "step", "stage"),
    "session": ("held",),
}


def _target(table: Table) -> str:
    kind, value, by = (table.get(key) for key in ("kind", "value", "by"))
    parts = [kind if isinstance(kind, str) else "", show(value) if value is not None else ""]
    parts.append(f"by {_text(by)}" if by is not None else "")
    return " ".join(part for part in parts if part)


def _phase(table: Table) -> str:
    every, days = _text(table.get("every")), _text(table.get("days"))
    parts = (f"every {every}" if every else "", f"for {days} days" if days else "")
    return " ".join(part for part in parts if part)


def _text(value: object) -> str:
    if isinstance(value, dt.date):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, str | int | float):
        return show(value)
    return ""
