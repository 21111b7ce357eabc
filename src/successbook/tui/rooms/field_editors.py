"""The right control for a field, with its question and examples, ready to lie over the field's row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from successbook.plan.answers import unit_of
from successbook.plan.describe import FieldDescription
from successbook.plan.fields import PAST, Control
from successbook.plan.hierarchy import records, reference_to
from successbook.plan.kinds import KINDS, locate
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree, Value
from successbook.tui.widgets.editors import (
    Candidate,
    ChoiceEditor,
    DateEditor,
    Editor,
    EditorCard,
    LineEditor,
    LinesEditor,
    MeasuredEditor,
    NumberEditor,
    ProseEditor,
    ReferencesEditor,
    TargetValueEditor,
    TimeEditor,
)

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["candidates", "card_for", "control_for"]


def card_for(
    workbook: Workbook, field: FieldDescription, record: Address | None, *, inside: Address | None = None
) -> EditorCard:
    """The card for a field.

    Args:
        workbook: the open plan.
        field: the field.
        record: the record it belongs to; None for one that does not exist yet.
        inside: the record that such a one will be a part of.
    """
    return EditorCard(
        control_for(workbook, field, record, inside=inside),
        label=field.label,
        question=field.question,
        good=field.good,
        poor=field.poor,
        subject=field.name,
    )


def control_for(
    workbook: Workbook, field: FieldDescription, record: Address | None, *, inside: Address | None = None
) -> Editor:
    """The control for a field, holding its value."""
    tree = workbook.tree
    value = tree.get(record.child(field.name)) if record is not None else None
    unit = _unit(tree, field, record, inside)
    match field.control:
        case Control.PROSE:
            return ProseEditor(value, example=field.good)
        case Control.LINES:
            return LinesEditor(value, example=field.good)
        case Control.DATE:
            return DateEditor(value, now=workbook.now, past=field.name in PAST)
        case Control.TIME:
            return TimeEditor(value, example=field.good)
        case Control.NUMBER:
            return NumberEditor(value, unit=unit, example=field.good)
        case Control.MEASURED:
            return _measured(tree, field, record, unit)
        case Control.YES_NO:
            return ChoiceEditor.yes_no(value)
        case Control.CHOICE:
            return ChoiceEditor(value, [(word, word) for word in field.choices])
        case Control.REFERENCE | Control.REFERENCES:
            return _references(tree, field, record or inside, value, record)
        case _:
            return LineEditor(value, example=field.good)


def _measured(tree: Tree, field: FieldDescription, record: Address | None, unit: str) -> Editor:
    """A measured value; that of a target may be typed as a change."""
    place = locate(record) if record is not None else None
    value = tree.get(record.child(field.name)) if record is not None else None
    if place is None or place.kind.name != "target":
        return MeasuredEditor(value, unit=unit, example=field.good)
    of, kind = (
        _said(tree, at) for at in (place.record.parent.parent.child("unit"), place.record.child("kind"))
    )
    return TargetValueEditor(value, unit=unit, example=field.good, metric_unit=of, kind=kind)


def _said(tree: Tree, at: Address) -> str:
    held = tree.get(at)
    return held if isinstance(held, str) else ""


def _unit(tree: Tree, field: FieldDescription, record: Address | None, inside: Address | None) -> str:
    if record is not None:
        return unit_of(tree, record.child(field.name))
    if not field.unit.startswith("=") or inside is None:
        return "" if field.unit.startswith("=") else field.unit
    unit = tree.get(inside.child(field.unit[1:]))
    return unit if isinstance(unit, str) else ""


def _references(
    tree: Tree, field: FieldDescription, near: Address | None, value: Value | None, record: Address | None
) -> Editor:
    found = candidates(tree, field.refers_to, without=record, near=near)
    return ReferencesEditor(value, found, many=field.control is Control.REFERENCES)


def candidates(
    tree: Tree, kinds: tuple[str, ...], *, without: Address | None = None, near: Address | None = None
) -> list[Candidate]:
    """The records a field may refer to, each with the reference that is written.

    Args:
        tree: the plan.
        kinds: the kinds it may refer to.
        without: a record to leave out: the one that refers.
        near: where the field stands; what belongs to a release is looked for in the same one.
    """
    return [
        Candidate(reference_to(at, kinds), title_of(tree, at), KINDS[name].label)
        for name in kinds
        for at in records(tree, KINDS[name], KINDS[name].holder_near(near))
        if at != without and (not KINDS[name].inside or KINDS[name].holder_near(near) is not None)
    ]
