"""JSON Schema (2020-12) of the files of a plan, made from the record models.

For editors that complete and check TOML, and for programs that write plans. Unknown keys are allowed, as they
are in the files; dates stand as their ISO text, since JSON has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from successbook.errors import AddressError
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS, READINGS, Kind, kind_named, parts_of
from successbook.plan.near import did_you_mean
from successbook.tree.ids import LONGEST

__all__ = ["FILES", "file_schema", "kind_schema", "plan_schema", "schema_named"]

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Object: TypeAlias = dict[str, Json]

_STAR: Final = re.escape("*")
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_IDS: Final[Object] = {"minLength": 1, "maxLength": LONGEST, "pattern": r"^[^\s.:/\\-]+(-[^\s.:/\\-]+)*$"}
_LINE: Final[Object] = {"type": "string", "pattern": r"^[^\r\n]*$"}
_DAYS: Final[Object] = {"pattern": r"^\d{4}-\d\d-\d\d$"}

FILES: Final = tuple(dict.fromkeys([*(kind.file for kind in KINDS.values()), READINGS]))
"""The files of plans and notebooks; each ``*`` stands for an id, of a release first."""


def schema_named(name: str) -> Object:
    """The schema of a kind, of a file (``plan.toml``, ``release.toml``), or of a whole plan for ``""``.

    Raises:
        AddressError: there is no such kind or file.
    """
    if not name:
        return plan_schema()
    for file in FILES:
        if name in _names_of(file):
            return file_schema(file)
    if "." in name or "/" in name:
        names = [_names_of(file)[-1] for file in FILES]
        remedy = did_you_mean(name, names, f"one of {', '.join(names)}")
        raise AddressError(f'no file of a plan is called "{name}"', remedy=remedy)
    return kind_schema(kind_named(name))


def _names_of(file: str) -> tuple[str, str]:
    """A file's pattern, and its last name if that is its own: ``release.toml``, but ``results/*.toml``."""
    folder, _, last = file.rpartition("/")
    return file, f"{folder.rpartition('/')[2]}/{last}" if "*" in last else last


def kind_schema(kind: Kind) -> Object:
    """The schema of one record, with the records inside it."""
    return {
        "$schema": _DIALECT,
        **_record(kind),
        "$defs": {each.name: _record(each) for each in _within(kind)},
    }


def file_schema(file: str) -> Object:
    """The schema of one of the `FILES`."""
    kinds = [kind for kind in KINDS.values() if kind.file == file]
    return {"$schema": _DIALECT, **_file(file), "$defs": {each.name: _record(each) for each in kinds}}


def plan_schema() -> Object:
    """The schema of a whole plan or notebook as one object: its files by their paths."""
    files: Object = {file: _file(file) for file in FILES if "*" not in file}
    many: Object = {
        f"^{re.escape(file).replace(_STAR, '[^/]+')}$": _file(file) for file in FILES if "*" in file
    }
    return {
        "$schema": _DIALECT,
        "title": "A plan",
        "description": "The files of a plan, or of a notebook, by their paths inside its folder.",
        "type": "object",
        "properties": files,
        "patternProperties": many,
        "$defs": {kind.name: _record(kind) for kind in KINDS.values()},
    }


def _within(kind: Kind) -> list[Kind]:
    """The kinds of record that stand in tables of a record of this kind, however deep."""
    return [each for part in parts_of(kind) for each in (part, *_within(part))]


def _file(file: str) -> Object:
    root = next((kind for kind in KINDS.values() if kind.file == file and not kind.table), None)
    tables: Object = {
        kind.table: _keyed(kind)
        for kind in KINDS.values()
        if kind.file == file and kind.table and not kind.inside
    }
    if file == READINGS:
        tables = {"readings": _dated(_value(Control.MEASURED)), "notes": _dated({"type": "string"})}
    if root is None:
        tables = {"format": {"type": "integer", "minimum": 1}, **tables}
        return {"title": file, "type": "object", "properties": tables, "additionalProperties": True}
    return {
        "title": file,
        "allOf": [{"$ref": f"#/$defs/{root.name}"}],
        "type": "object",
        "properties": tables,
    }


def _record(kind: Kind) -> Object:
    fields: Object = {each.name: _field(each) for each in fields_of(kind.name)}
    parts: Object = {part.table: _keyed(part) for part in parts_of(kind)}
    return {
        "title": kind.label,
        "description": _summary(kind),
        "type": "object",
        "properties": {**fields, **parts},
        "additionalProperties": True,
    }


def _summary(kind: Kind) -> str:
    return " ".join((kind.record().__doc__ or "").split("\n\n")[0].split())


def _keyed(kind: Kind) -> Object:
    """A table of records by id."""
    return {
        "description": f"The {kind.plural} by their ids, in display order.",
        "type": "object",
        "propertyNames": dict(_IDS),
        "additionalProperties": {"$ref": f"#/$defs/{kind.name}"},
    }


def _dated(value: Object) -> Object:
    by_day: Object = {"type": "object", "propertyNames": dict(_DAYS), "additionalProperties": value}
    return {"type": "object", "propertyNames": dict(_IDS), "additionalProperties": by_day}


def _field(field: FieldDescription) -> Object:
    about: Object = {"title": field.label}
    if field.question:
        about["description"] = field.question
    shape = _value(field.control, field)
    if field.good and shape.get("type") == "string":
        about["examples"] = [field.good]
    extra: Object = {"control": str(field.control), "folded": field.folded}
    if field.unit:
        extra["unit"] = field.unit
    if field.refers_to:
        extra["refers_to"] = list(field.refers_to)
    return {**about, **shape, "x-successbook": extra}


def _value(control: Control, field: FieldDescription | None = None) -> Object:
    """The shape of a field's value."""
    if field is not None and field.choices:
        return {"type": "string", "enum": list(field.choices)}
    if field is not None and field.whole:
        return {"type": "integer", "minimum": 1 if field.name == "format" else 0}
    return dict(_SHAPES[control])


_SHAPES: Final[Mapping[Control, Object]] = {
    Control.LINE: _LINE,
    Control.PROSE: {"type": "string"},
    Control.DATE: {"type": "string", "format": "date"},
    Control.TIME: {"type": "string", "pattern": r"^\d\d:\d\d:\d\d(\.\d+)?$"},
    Control.NUMBER: {"type": "number"},
    Control.MEASURED: {"type": ["number", "string"], "pattern": r"^[^\r\n]*$"},
    Control.CHOICE: {"type": "string"},
    Control.YES_NO: {"type": "boolean"},
    Control.REFERENCE: _LINE,
    Control.REFERENCES: {"type": "array", "items": _LINE},
    Control.LINES: {"type": "array", "items": _LINE},
}
