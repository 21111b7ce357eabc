"""A field's value as the text of a cell, and back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final, Literal

from successbook.errors import Refused
from successbook.plan.answers import answer, expects
from successbook.plan.describe import FieldDescription, field_named
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS
from successbook.plan.near import did_you_mean
from successbook.plan.shapes import normal
from successbook.sharing.cells import Cell, lines_of, packed, unpacked
from successbook.text import folded
from successbook.tree import Address, Table, Tree, Value

__all__ = ["SYNONYMS", "Reading", "UnknownWord", "cell_of", "day_in", "is_result", "value_in"]

_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00)?)?")
_DOTTED: Final = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")
_SLASHED: Final = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
_MONTHS: Final = 12
SYNONYMS: Final = {
    "pass": "passed", "ok": "passed", "success": "passed", "✓": "passed", "✔": "passed",
    "fail": "failed", "✗": "failed", "✘": "failed",
    "n/a": "not applicable", "na": "not applicable",
    "no show": "did not show",
    "untested": "not run", "not executed": "not run", "unexecuted": "not run", "todo": "not run",
    "to do": "not run", "idle": "not run",
}  # fmt: skip
"""What other tools call our results, where nobody can mean anything else by it."""


class UnknownWord(Refused):
    """A word that is none of a choice's.

    Attributes:
        said: the word, as it stands in the file.
        choices: the words there are.
    """

    def __init__(self, field_: FieldDescription, said: str) -> None:
        remedy = did_you_mean(said, field_.choices, f"it is {expects(field_)}")
        super().__init__(f'"{said}" is no {field_.label.lower()} that is known', remedy=remedy)
        self.said = said
        self.choices = field_.choices


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are to be read where more than one way is possible.

    Attributes:
        words: our word of a choice for a word of the file, both folded to small letters.
        dates: which number comes first in 06/08/2026; empty refuses what can be read in two ways.
        decimal: what stands before the decimals of a number; empty refuses what can be read in two ways.
    """

    words: dict[str, str] = field(default_factory=dict)
    dates: Literal["", "day-first", "month-first"] = ""
    decimal: Literal["", "comma", "point"] = ""


def cell_of(value: Value | None) -> Cell:
    """A stored value as the content of a cell; empty when there is none."""
    match value:
        case None:
            return ""
        case str():
            return value.strip("\n").rstrip() if "\n" in value else value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return value
        case dt.time():
            return value.isoformat() if value.second or value.microsecond else f"{value:%H:%M}"
        case tuple():
            return packed(str(cell_of(item)) for item in value)
        case Table():
            return f"a table with {', '.join(value) or 'nothing in it'}"
        case _:
            return value.isoformat()


def value_in(tree: Tree, at: Address, field_: FieldDescription, text: str, reading: Reading) -> Value | None:
    """The value to store for the text of a cell.

    Raises:
        Ambiguous, Refused: it does not fit the field, or can be read in more than one way.
        AddressError: the record is not there.
    """
    if field_.name == "not_known":
        return normal(Control.LINES, unpacked(text))
    match field_.control:
        case Control.LINES | Control.REFERENCES:
            return answer(tree, at, unpacked(text))
        case Control.LINE | Control.REFERENCE:
            return answer(tree, at, (" ".join(lines_of(text)),))
        case Control.DATE:
            return day_in(text, reading)
        case Control.CHOICE:
            return _choice(field_, text, reading)
        case _:
            return answer(tree, at, (text,))


def is_result(text: str, reading: Reading) -> bool:
    """Whether a cell holds a word for a result."""
    field_ = field_named(KINDS["result"], "state")
    try:
        return field_ is not None and bool(_choice(field_, text, reading))
    except UnknownWord:
        return False


def _choice(field_: FieldDescription, text: str, reading: Reading) -> str:
    """The word of a choice: ours, one a person has mapped, or another tool's that means nothing else."""
    said = folded(text)
    found = reading.words.get(said) or (SYNONYMS.get(said) if field_.name == "state" else None) or said
    if found in field_.choices:
        return found
    raise UnknownWord(field_, " ".join(text.split()))


def day_in(text: str, reading: Reading) -> dt.date:
    """The day that a cell names; spreadsheets write days again in the order of their country.

    Raises:
        Refused: it is none, or can be read in two ways.
    """
    said = text.strip()
    try:
        if found := _ISO.fullmatch(said):
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DOTTED.fullmatch(said):
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        if found := _SLASHED.fullmatch(said):
            return _slashed(said, int(found[1]), int(found[2]), int(found[3]), reading)
    except ValueError:
        raise Refused(f'there is no day "{said}"', remedy="write it as 2026-09-30") from None
    raise Refused(f'"{said}" is no date', remedy="write it as 2026-09-30")


def _slashed(said: str, one: int, two: int, year: int, reading: Reading) -> dt.date:
    order = reading.dates
    if not order and one != two and one <= _MONTHS and two <= _MONTHS:
        raise Refused(
            f'"{said}" can be read in two ways', remedy="say --dates day-first or --dates month-first"
        )
    day_first = order == "day-first" if order else one > _MONTHS
    return dt.date(year, two, one) if day_first else dt.date(year, one, two)
