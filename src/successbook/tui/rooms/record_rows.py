"""The rows of the record pane: what is answered, what is asked, one line "more", what it comes from and is used by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass

from successbook.plan.answers import unit_of
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS, READINGS, Kind, locate, parts_of
from successbook.plan.measured import show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import people
from successbook.plan.titles import title_of
from successbook.plan.wording import worded
from successbook.tree import Address, Table, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.metrics import look_at, sparkline

__all__ = [
    "RECORD_COLUMNS",
    "FieldKey",
    "MoreKey",
    "NewKey",
    "PaneKey",
    "PartKey",
    "ReadingKey",
    "blank_rows",
    "record_rows",
]

RECORD_COLUMNS = (Column(at_least=9, at_most=16), Column(grow=True, at_least=16))
_RECENT = 4
_HIDDEN = ("format", "not_known")


@dataclass(frozen=True, slots=True)
class FieldKey:
    """A field of the record."""

    name: str


@dataclass(frozen=True, slots=True)
class PartKey:
    """A row that leads to another record: a part of this one, or one it is linked with."""

    record: Address
    part: bool = False


@dataclass(frozen=True, slots=True)
class NewKey:
    """The row that adds a part of this kind, or a reading."""

    kind: str


@dataclass(frozen=True, slots=True)
class ReadingKey:
    """A reading: the key of its day."""

    day: str


@dataclass(frozen=True, slots=True)
class MoreKey:
    """The line "more", and headings, which do nothing."""

    text: str = "more"


PaneKey = FieldKey | PartKey | NewKey | ReadingKey | MoreKey


def record_rows(
    tree: Tree, at: Address, now: Now, *, unfolded: bool, misfits: Container[str] = ()
) -> list[Row]:
    """All rows of a record.

    Args:
        tree: the plan.
        at: the record.
        now: the day, for dates.
        unfolded: whether fields that are folded away are shown.
        misfits: the fields whose values do not fit.
    """
    place = locate(at)
    if place is None or not tree.has(at):
        return []
    kind, table = place.kind, tree.table(at)
    rows: list[Row] = []
    hidden = 0
    for field in fields_of(kind.name):
        if field.name in _HIDDEN:
            continue
        if field.folded and field.name not in table and not unfolded:
            hidden += 1
        else:
            rows.append(_field(tree, at, field, now, misfit=field.name in misfits))
    rows += _parts(tree, at, kind)
    rows += _readings(tree, at, kind, now)
    if hidden:
        noun = "field" if hidden == 1 else "fields"
        more = (Cell("more…", "accent"), Cell(f"   {hidden} {noun} that most plans do not need", "muted"))
        rows.append(Row(MoreKey(), (more,)))
    rows += _unknown(table, kind)
    rows += _links(tree, at)
    return rows


def blank_rows(kind: Kind) -> list[Row]:
    """The rows of a record that does not exist yet: what will be asked."""
    return [
        Row(FieldKey(field.name), (Cell(field.label, "muted"), Cell(field.question, "muted", wrap=True)))
        for field in fields_of(kind.name)
        if not field.folded
    ]


def _field(tree: Tree, at: Address, field: FieldDescription, now: Now, *, misfit: bool) -> Row:
    found = worded(tree, at.child(field.name), field, now, misfit=misfit)
    if found.broken:
        value: tuple[Cell, ...] = (
            Cell(found.text, "bad", wrap=True),
            Cell(f"  {found.broken}", "careful", wrap=True),
        )
    elif found.text:
        strong = "strong" if field.name == "title" else ""
        value = (Cell(found.text, strong, wrap=True),)
        if found.aside:
            value = (*value, Cell(f"   {found.aside}", "muted", wrap=True))
    elif field.name in people(tree.table(at), "not_known"):
        value = (Cell("not known yet", "unknown"),)
    else:
        value = (Cell(field.question, "muted", wrap=True),)
    return Row(FieldKey(field.name), (Cell(field.label, "muted"), value))


def _heading(text: str) -> Iterator[Row]:
    yield Row(MoreKey(f"{text} blank"), (Cell(""),), selectable=False)
    yield Row(MoreKey(text), (Cell(text, "heading"),), selectable=False)


def _parts(tree: Tree, at: Address, kind: Kind) -> Iterator[Row]:
    """The records that stand inside this one. Kinds that most plans do not need show only when used."""
    for part in parts_of(kind):
        found = list(records(tree, part, at))
        if not found and part.name not in _OFFERED:
            continue
        yield from _heading(part.plural.capitalize())
        unit = unit_of(tree, at.child("baseline")) if kind.name == "metric" else ""
        for each in found:
            title = title_of(tree, each)
            yield Row(
                PartKey(each, part=True), (Cell(""), Cell(_with_unit(tree, each, title, unit), wrap=True))
            )
        yield Row(
            NewKey(part.name),
            (Cell(""), Cell(_OFFERED.get(part.name, f"add a {part.label}"), "muted", wrap=True)),
        )


_OFFERED = {
    "target": "add a target: where should it be, by when?",
    "update": "add an update: what were they told, when?",
    "milestone": "add a milestone",
    "replan": "add a new date, when the plan moves",
}


def _with_unit(tree: Tree, part: Address, title: str, unit: str) -> str:
    value = tree.get(part.child("value"))
    plain = show(value) if value is not None else ""
    return title.replace(plain, show(value, unit), 1) if plain and unit else title


def _readings(tree: Tree, at: Address, kind: Kind, now: Now) -> Iterator[Row]:
    if kind.name != "metric":
        return
    table = tree.table(Address(READINGS, ("readings", at.key)))
    notes = tree.table(Address(READINGS, ("notes", at.key)))
    unit = unit_of(tree, at.child("baseline"))
    yield from _heading("Readings")
    view = look_at(tree, at, now)
    spark = sparkline(view.numbers, 24)
    said = (
        Cell(f"{spark}  " if spark else "", "accent"),
        Cell(view.verdict.sentence, view.verdict.tone, wrap=True),
    )
    yield Row(MoreKey("verdict"), (said,), selectable=False)
    for key in sorted(table, reverse=True)[:_RECENT]:
        note = notes.get(key)
        value = (Cell(show(table[key], unit)), Cell(f"   {note}" if isinstance(note, str) else "", "muted"))
        yield Row(ReadingKey(key), (Cell(_day_words(key, now), "muted"), value))
    earlier = len(table) - _RECENT
    if earlier > 0:
        yield Row(
            MoreKey("earlier readings"), (Cell(""), Cell(f"and {earlier} earlier", "muted")), selectable=False
        )
    yield Row(NewKey("reading"), (Cell(""), Cell("write down a new number", "muted")))


def _day_words(key: str, now: Now) -> str:
    try:
        return short_date(dt.date.fromisoformat(key[:10]), now.date)
    except ValueError:
        return key


def _unknown(table: Table, kind: Kind) -> Iterator[Row]:
    """Keys that no field has: they are kept, and shown so that nobody wonders where they are."""
    known = {field.name for field in fields_of(kind.name)} | {part.table for part in parts_of(kind)}
    known |= {each.table for each in KINDS.values() if each.file == kind.file}
    strange = [key for key in table if key not in known]
    if strange:
        yield from _heading("In the file, unknown to this version")
        for key in strange:
            value = table[key]
            shown = "a table" if isinstance(value, Table) else str(value)
            yield Row(
                MoreKey(f"strange {key}"), (Cell(key, "muted"), Cell(shown, wrap=True)), selectable=False
            )


def _links(tree: Tree, at: Address) -> Iterator[Row]:
    hierarchy = Hierarchy.of(tree)
    users = [("used by", child) for child in hierarchy.children.get(at, ())]
    users += [("spoken for by", each) for each in _speaks_for(tree, at)]
    users += [("shipped by", each) for each in _ships(tree, at)]
    chain = [("serves", each) for each in reversed(hierarchy.chain(at)[:-1])] if at in hierarchy.kinds else []
    if not chain and not users:
        return
    yield from _heading("Comes from, used by")
    shown = ""
    for word, each in [*chain, *users]:
        place = locate(each)
        label = f"{place.kind.label}  " if place else ""
        title = (Cell(label, "muted"), Cell(title_of(tree, each)))
        yield Row(PartKey(each), (Cell(word if word != shown else "", "muted"), title))
        shown = word


def _speaks_for(tree: Tree, at: Address) -> Iterator[Address]:
    yield from _naming(tree, "insight", "supports", at)


def _ships(tree: Tree, at: Address) -> Iterator[Address]:
    yield from _naming(tree, "release", "initiatives", at)


def _naming(tree: Tree, kind: str, field: str, at: Address) -> Iterator[Address]:
    """The records of a kind whose field names the record at `at`."""
    place = locate(at)
    names = {place.id, f"{place.kind.name}:{place.id}"} if place else set()
    described = next((each for each in fields_of(kind) if each.name == field), None)
    if place is None or described is None or place.kind.name not in described.refers_to:
        return
    for each in records(tree, KINDS[kind]):
        if names & set(people(tree.table(each), field)):
            yield each
