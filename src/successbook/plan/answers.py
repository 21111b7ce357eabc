"""Answers: what a person typed for a field, as the value that then stands in the file.

Nothing is guessed: what can be read in two ways, or does not fit its field, is refused with what would fit.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Final

from successbook.errors import AddressError, CycleError, Refused
from successbook.plan.describe import FieldDescription, field_named, fields_of
from successbook.plan.fields import Control
from successbook.plan.hierarchy import Hierarchy, reference_to, resolve
from successbook.plan.kinds import KINDS, READINGS, Kind, Place, locate
from successbook.plan.measured import number_typed, typed
from successbook.plan.near import did_you_mean
from successbook.plan.shapes import normal
from successbook.plan.titles import any_of, title_of
from successbook.tree import Address, Table, Tree, Value, is_id

__all__ = ["answer", "dangling", "expect_field", "expect_record", "expects", "is_reading", "unit_of"]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK: Final = re.compile(r"\d\d:\d\d(?::\d\d)?")
_YES_NO: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_MANY: Final = (Control.LINES, Control.REFERENCES)
_EXPECTS: Final = {
    Control.LINE: "one line of text",
    Control.PROSE: "text",
    Control.DATE: "a date such as 2026-09-30",
    Control.TIME: "a time such as 09:30",
    Control.NUMBER: "a number such as 14 or 14.5",
    Control.MEASURED: 'a number such as 14 or "~13000", a state such as "(blocked)", or one line of text',
    Control.YES_NO: "true or false",
    Control.LINES: "a list of lines of text",
}
_CHANGES: Final = {"change by points": "points", "change by percent": "%"}
_READING: Final = FieldDescription("reading", "Reading", "", "", "", Control.MEASURED, False, "", (), ())
_REMARK: Final = FieldDescription("remark", "Remark", "", "", "", Control.LINE, False, "", (), ())


def expects(field: FieldDescription) -> str:
    """What a field holds, in words that finish the sentence "it holds ..."."""
    if field.control is Control.CHOICE:
        return f"one of {', '.join(field.choices)}"
    if field.control in (Control.REFERENCE, Control.REFERENCES):
        several = field.control is Control.REFERENCES
        return f"{'a list of references' if several else 'a reference'} to {any_of(field.refers_to)}"
    return "a whole number, 0 or more" if field.whole else _EXPECTS[field.control]


def is_reading(at: Address) -> bool:
    """Whether an address names a dated value of a metric, or the remark on one."""
    return at.file == READINGS and len(at.path) == 3 and at.path[0] in ("readings", "notes")


def expect_record(tree: Tree, record: Address, kind: Kind) -> None:
    """Let a record be there.

    Raises:
        AddressError: it is not; the nearest id there is, is named.
    """
    if isinstance(tree.get(record), Table):
        return
    place = Place(kind, record)
    siblings = tree.table(record.parent) if record.path else tree.files
    raise AddressError(
        f'there is no {kind.label} "{place.id}"',
        where=str(record),
        remedy=did_you_mean(record.key, siblings, f"add the {kind.label} first"),
    )


def expect_field(kind: Kind, name: str) -> FieldDescription:
    """The field of a kind with this key.

    Raises:
        AddressError: it has no such field; the nearest one is named.
    """
    found = field_named(kind, name)
    if found is None:
        names = [each.name for each in fields_of(kind.name)]
        remedy = did_you_mean(name, names, f"its fields are {', '.join(names)}")
        raise AddressError(f'{kind.a} has no field "{name}"', remedy=remedy)
    return found


def unit_of(tree: Tree, at: Address) -> str:
    """The unit of the numbers at an address, from its field or its metric; may be empty."""
    if is_reading(at):
        metric = KINDS["metric"].at(at.path[1])
        return _text(tree.get(metric.child("unit")))
    place = locate(at)
    field = field_named(place.kind, place.field[0]) if place and place.field else None
    if place is None or field is None:
        return ""
    if place.kind.names == ("metric",) and field.control in (Control.MEASURED, Control.NUMBER):
        return _text(tree.get(KINDS["metric"].at(place.id).child("unit")))
    if not field.unit.startswith("="):
        return field.unit
    if place.kind.name == "target" and (change := _CHANGES.get(_text(tree.get(place.record.child("kind"))))):
        return change
    own = _text(tree.get(place.record.child(field.unit[1:])))
    if own or not place.kind.inside:
        return own
    return _text(tree.get(Address(at.file, place.record.path[:-2]).child(field.unit[1:])))


def dangling(tree: Tree, at: Address, field: FieldDescription, value: Value | None) -> list[str]:
    """The references in the value of a field that name no record of this plan."""
    if not field.refers_to or value is None:
        return []
    each = value if isinstance(value, tuple) else (value,)
    return [
        said for said in each if isinstance(said, str) and resolve(tree, said, field.refers_to, at) is None
    ]


def answer(tree: Tree, at: Address, said: Sequence[str]) -> Value | None:
    """The value to store for what a person typed.

    Args:
        tree: the plan.
        at: the field, or the reading of a day.
        said: the texts typed; several only for lists.

    Returns:
        the value in the one shape of its field; None when nothing was said.

    Raises:
        AddressError: the address names no field, or its record is not there.
        Ambiguous: a number can be read in more than one way.
        CycleError: the record would come to serve itself.
        Refused: it does not fit the field.
    """
    field = _field_at(tree, at)
    if field.control not in _MANY and len(said) > 1:
        raise Refused(
            f"it takes one value, not {len(said)}", where=str(at), remedy="put words with spaces in quotes"
        )
    if field.control not in _MANY and not any(text.strip() for text in said):
        return None
    try:
        value = _READERS[field.control](tree, at, field, said)
    except Refused as problem:
        if not problem.where:
            problem.where = str(at)
        raise
    return normal(field.control, value)


def _field_at(tree: Tree, at: Address) -> FieldDescription:
    if is_reading(at):
        expect_record(tree, KINDS["metric"].at(at.path[1]), KINDS["metric"])
        _day(tree, at, _READING, at.path[2:])
        return _READING if at.path[0] == "readings" else _REMARK
    place = locate(at)
    if place is None or len(place.field) != 1:
        raise AddressError(
            "no field stands here", where=str(at), remedy="such as plan.toml:goals.guest-pays.title"
        )
    expect_record(tree, place.record, place.kind)
    try:
        return expect_field(place.kind, place.field[0])
    except AddressError as problem:
        raise AddressError(problem.what, where=str(at), remedy=problem.remedy) from None


def _refuse(field: FieldDescription, said: str) -> Refused:
    return Refused(f'"{said}" does not fit', remedy=f"it holds {expects(field)}")


def _line(_tree: Tree, _at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    if any("\n" in text.strip() or "\r" in text.strip() for text in said):
        raise Refused("it has more than one line", remedy=f"it holds {expects(field)}")
    return said[0]


def _lines(tree: Tree, at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    return tuple(str(_line(tree, at, field, (text,))) for text in said)


def _day(_tree: Tree, _at: Address, _field: FieldDescription, said: Sequence[str]) -> Value:
    try:
        return dt.date.fromisoformat(_matching(_DAY, said[0]))
    except ValueError:
        raise Refused(f'"{said[0]}" is no date', remedy="write it as 2026-09-30") from None


def _clock(_tree: Tree, _at: Address, _field: FieldDescription, said: Sequence[str]) -> Value:
    try:
        return dt.time.fromisoformat(_matching(_CLOCK, said[0]))
    except ValueError:
        raise Refused(f'"{said[0]}" is no time', remedy="write it as 09:30") from None


def _matching(pattern: re.Pattern[str], said: str) -> str:
    """What was said, if it has the one form we take: `fromisoformat` takes several more."""
    if not pattern.fullmatch(said.strip()) or not said.isascii():
        raise ValueError(said)
    return said.strip()


def _number(tree: Tree, at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    number = number_typed(said[0], unit_of(tree, at))
    if field.whole and (not isinstance(number, int) or number < 0):
        raise _refuse(field, said[0])
    return number


def _measured(tree: Tree, at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    _line(tree, at, field, said)
    place = locate(at)
    if place is not None and place.kind.name == "target":
        from successbook.plan.changes_typed import change_for

        kind = _text(tree.get(place.record.child("kind")))
        change = change_for(said[0], _text(tree.get(place.record.parent.parent.child("unit"))), kind)
        if change is not None:
            return change
    return typed(said[0], unit_of(tree, at))


def _choice(_tree: Tree, _at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    wanted = said[0].strip().casefold()
    for each in field.choices:
        if each.casefold() == wanted:
            return each
    raise _refuse(field, said[0])


def _yes_no(_tree: Tree, _at: Address, _field: FieldDescription, said: Sequence[str]) -> Value:
    found = _YES_NO.get(said[0].strip().casefold())
    if found is None:
        raise Refused(f'"{said[0]}" does not fit', remedy="it holds yes or no")
    return found


def _reference(tree: Tree, at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    text = said[0].strip()
    found = resolve(tree, text, field.refers_to, at)
    if found is None:
        kind, colon, id_ = text.rpartition(":")
        if not is_id(id_) or (colon and kind not in field.refers_to):
            raise _refuse(field, text)
        return text
    place, target = locate(at), locate(found)
    if target is None or target.kind.name not in field.refers_to:
        raise _refuse(field, text)
    if (
        place is not None
        and at.key == place.kind.link
        and Hierarchy.of(tree).would_circle(place.record, found)
    ):
        raise CycleError(
            f'"{title_of(tree, place.record)}" would come to serve itself through "{title_of(tree, found)}"',
            remedy="name another one",
        )
    return reference_to(found, field.refers_to)


def _references(tree: Tree, at: Address, field: FieldDescription, said: Sequence[str]) -> Value:
    kept = (_reference(tree, at, field, (text,)) for text in said if text.strip())
    return tuple(dict.fromkeys(str(each) for each in kept))


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""


_Reader = Callable[[Tree, Address, FieldDescription, Sequence[str]], Value]
_READERS: Final[dict[Control, _Reader]] = {
    Control.LINE: _line,
    Control.PROSE: lambda _tree, _at, _field, said: said[0],
    Control.DATE: _day,
    Control.TIME: _clock,
    Control.NUMBER: _number,
    Control.MEASURED: _measured,
    Control.CHOICE: _choice,
    Control.YES_NO: _yes_no,
    Control.REFERENCE: _reference,
    Control.REFERENCES: _references,
    Control.LINES: _lines,
}
