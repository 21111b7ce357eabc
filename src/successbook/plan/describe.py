"""What a field says of itself, read once from its record model."""

from __future__ import annotations

import typing
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from pydantic.fields import FieldInfo

from successbook.plan.fields import Control, RefersTo
from successbook.plan.kinds import KINDS, Kind
from successbook.tree.ids import slug

__all__ = ["FieldDescription", "field_named", "fields_of", "references_of"]

_LAST = ("notes", "not_known")


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """One field as forms, interviews, exports and the format's documentation see it.

    Attributes:
        name: its key in the file.
        label: what it is called.
        question: what it asks.
        good: an answer that works.
        poor: an answer that does not, or nothing.
        control: how it is edited, and with that the shape of its value.
        folded: whether it stays out of sight until used.
        unit: a unit, or ``=field`` for the record's own field that holds it.
        choices: the words to choose from.
        refers_to: the kinds of record that a reference may name.
        whole: whether a number must be whole and not negative.
    """

    name: str
    label: str
    question: str
    good: str
    poor: str
    control: Control
    folded: bool
    unit: str
    choices: tuple[str, ...]
    refers_to: tuple[str, ...]
    whole: bool = False


@cache
def fields_of(kind: str) -> tuple[FieldDescription, ...]:
    """The fields of a kind, in the order in which they are asked; what all kinds share comes last."""
    declared = KINDS[kind].record().model_fields
    names = [name for name in declared if name not in _LAST] + [name for name in _LAST if name in declared]
    return tuple(_describe(name, declared[name]) for name in names)


@cache
def references_of(kind: str) -> tuple[FieldDescription, ...]:
    """Those fields of a kind that name other records."""
    declared = KINDS[kind].record().model_fields
    return tuple(_describe(name, info) for name, info in declared.items() if _refers(info))


def _refers(info: FieldInfo) -> bool:
    said, _, _ = _said_by_type(cast("Hashable", info.annotation))
    return any(isinstance(each, RefersTo) for each in (*said, *info.metadata))


def field_named(kind: Kind, name: str) -> FieldDescription | None:
    """The field of a kind with this key, or None."""
    return next((each for each in fields_of(kind.name) if each.name == name), None)


def _describe(name: str, info: FieldInfo) -> FieldDescription:
    extra = info.json_schema_extra
    told: dict[str, Any] = extra.get("successbook", {}) if isinstance(extra, dict) else {}  # type: ignore[assignment]
    said, choices, fractions = _said_by_type(cast("Hashable", info.annotation))
    found = [*said, *info.metadata]
    control = next((each for each in found if isinstance(each, Control)), Control.LINE)
    refers = next((each for each in found if isinstance(each, RefersTo)), RefersTo())
    control = _outermost(found, control)
    good = str(info.examples[0]) if info.examples else _example(control, choices, refers.kinds)
    return FieldDescription(
        name=name,
        label=info.title or name,
        question=info.description or "",
        good=good,
        poor=str(told.get("poor", "")),
        control=control,
        folded=bool(told.get("folded", False)),
        unit=str(told.get("unit", "")),
        choices=choices,
        refers_to=refers.kinds,
        whole=control is Control.NUMBER and not fractions,
    )


@cache  # there are seven times as many fields as types
def _said_by_type(annotation: Hashable) -> tuple[tuple[object, ...], tuple[str, ...], bool]:
    """What is annotated anywhere in a type, the words to choose from, whether it may be a fraction."""
    return tuple(_metadata(annotation)), tuple(_choices(annotation)), _holds(annotation, float)


def _example(control: Control, choices: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    """An answer that works, for fields whose control alone says what one looks like."""
    if kinds:
        title = KINDS[kinds[0]].record().model_fields["title"].examples
        id_ = slug(str(title[0])) if title else kinds[0]
        return id_ if len(kinds) == 1 else f"{kinds[0]}:{id_}"
    plain = {Control.DATE: "2026-09-30", Control.TIME: "09:30", Control.YES_NO: "yes"}
    return choices[0] if choices else plain.get(control, "")


def _outermost(found: list[object], control: Control) -> Control:
    """The control of the whole value: a list's, not that of its items; a reference's, not that of a line."""
    for whole in (Control.REFERENCES, Control.REFERENCE, Control.LINES):
        if whole in found:
            return whole
    return control


def _metadata(annotation: object) -> typing.Iterator[object]:
    """Everything that is annotated anywhere in a type, the outermost first."""
    yield from getattr(annotation, "__metadata__", ())
    for inside in typing.get_args(annotation):
        if not isinstance(inside, str):
            yield from _metadata(inside)


def _holds(annotation: object, wanted: type) -> bool:
    """Whether a type is `wanted` in one of its readings."""
    return annotation is wanted or any(_holds(inside, wanted) for inside in typing.get_args(annotation))


def _choices(annotation: object) -> typing.Iterator[str]:
    if typing.get_origin(annotation) is Literal:
        yield from map(str, typing.get_args(annotation))
        return
    for inside in typing.get_args(annotation):
        yield from _choices(inside)
