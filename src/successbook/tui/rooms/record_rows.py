"""The rows of the record pane: what is answered, what is asked, one line "more", then its parts and links."""

from __future__ import annotations

from collections.abc import Container, Iterator

from successbook.plan.belonging import NOTEBOOK_KINDS
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.kinds import Kind, locate
from successbook.plan.now import Now
from successbook.plan.peek import people, words
from successbook.plan.strange import meant_by, strange_keys
from successbook.plan.wording import worded
from successbook.text import counted
from successbook.tree import Address, Table, Tree
from successbook.tui.rooms.changing import called
from successbook.tui.rooms.record_evidence import confidence_aside, evidence_rows
from successbook.tui.rooms.record_keys import FieldKey, MoreKey, StrangeKey
from successbook.tui.rooms.record_lists import heading
from successbook.tui.rooms.record_parts import hidden_parts, link_rows, part_rows, reading_rows
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.evidence import DEPARTMENT

__all__ = ["RECORD_COLUMNS", "blank_rows", "record_rows", "shown_fields"]

RECORD_COLUMNS = (Column(at_least=9, at_most=18), Column(grow=True, at_least=16))
_HIDDEN = ("format", "not_known")


def shown_fields(kind: Kind) -> tuple[FieldDescription, ...]:
    """The fields that a person sees; the file's format and the list of what is not known are for programs."""
    return tuple(field for field in fields_of(kind.name) if field.name not in _HIDDEN)


def record_rows(
    tree: Tree,
    at: Address,
    now: Now,
    *,
    unfolded: bool,
    opened: Container[str] = (),
    misfits: Container[str] = (),
) -> list[Row]:
    """All rows of a record.

    Args:
        tree: the plan.
        at: the record.
        now: the day, for dates.
        unfolded: whether fields and lists that are folded away are shown.
        opened: the long lists that are shown whole.
        misfits: the fields whose values do not fit.
    """
    place = locate(at)
    if place is None or not tree.has(at):
        return []
    kind, table = place.kind, tree.table(at)
    fields = shown_fields(kind)
    asides = _asides(tree, at, kind)
    rare = [
        field for field in fields if field.folded and field.name not in table and field.name not in asides
    ]
    rows = [
        _field(tree, at, field, now, misfit=field.name in misfits, aside=asides.get(field.name, ""))
        for field in fields
        if unfolded or field not in rare
    ]
    most = kind.plural if kind.name in NOTEBOOK_KINDS else "plans"
    rows += _more(len(rare), hidden_parts(tree, at, kind), most, unfolded=unfolded)
    rows += part_rows(tree, at, kind, now, unfolded=unfolded, opened=opened)
    if kind.name == "metric":
        rows += reading_rows(tree, at, now, opened)
    rows += evidence_rows(tree, at, kind.name, now, opened)
    rows += _unknown(tree, at, kind)
    rows += link_rows(tree, at, kind, opened)
    return rows


def _asides(tree: Tree, at: Address, kind: Kind) -> dict[str, str]:
    """Folded fields that are wanted because of what the record says, with what is said beside them."""
    if kind.name == "goal" and (sure := confidence_aside(tree, at)):
        return {"confidence": sure}
    if kind.name == "insight" and words(tree.table(at), "kind") == DEPARTMENT:
        return {"department": ""}
    return {}


def _more(fields: int, lists: int, most: str, *, unfolded: bool) -> Iterator[Row]:
    said = " and ".join(counted(count, word) for count, word in ((fields, "field"), (lists, "list")) if count)
    if said:
        word = "less…" if unfolded else "more…"
        about = f"   {said} that most {most} do not need"
        yield Row(MoreKey(), ((Cell(word, "accent"), Cell(about, "muted", wrap=True)),))


def blank_rows(kind: Kind) -> list[Row]:
    """The rows of a record that does not exist yet: what will be asked."""
    return [
        Row(
            FieldKey(field.name),
            (Cell(field.label, "muted", wrap=True), Cell(field.question, "muted", wrap=True)),
        )
        for field in shown_fields(kind)
        if not field.folded
    ]


def _field(
    tree: Tree, at: Address, field: FieldDescription, now: Now, *, misfit: bool, aside: str = ""
) -> Row:
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
    if aside:
        value = (*value, Cell(f"   {aside}", "accent", wrap=True))
    return Row(FieldKey(field.name), (Cell(field.label, "muted", wrap=True), value))


def _unknown(tree: Tree, at: Address, kind: Kind) -> Iterator[Row]:
    """Keys that no field has: they are kept, and shown so that nobody wonders where they are."""
    table = tree.table(at)
    if strange := strange_keys(table, kind):
        yield from heading("In the file, unknown to this version", len(strange))
        for key in strange:
            value = table[key]
            shown = Cell("a table" if isinstance(value, Table) else str(value), wrap=True)
            meant = meant_by(tree, at.child(key))
            aside = f'   did you mean "{called(kind, meant)}"?' if meant else ""
            yield Row(StrangeKey(key), (Cell(key, "muted"), (shown, Cell(aside, "careful", wrap=True))))
