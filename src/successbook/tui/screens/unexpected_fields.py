"""The fields of an unexpected result, each on a line or two; numbers are typed as people say them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from successbook.errors import Refused
from successbook.plan.describe import field_named
from successbook.plan.kinds import KINDS
from successbook.plan.measured import Ambiguous, show, typed
from successbook.tree import Table, Value
from successbook.tui.screens.asking import Items, Paragraph, WordEditor
from successbook.tui.widgets.editors import Editor, LineEditor

__all__ = ["Affected", "FixTime", "Line", "affected_parts", "fields_for", "fix_parts"]

_NUMBER: Final = re.compile(
    r"((?:~ ?|about )?[-+−]?\d[\d., ]*(?: ?(?:k|bn)(?![^\W\d_]))?)\s*(.*)", re.IGNORECASE
)
_UNITS: Final = {"h": "hours", "hr": "hours", "hour": "hours", "d": "days", "day": "days"}
_FACTORS: Final = {
    "min": (1 / 60, "hours"),
    "minute": (1 / 60, "hours"),
    "week": (7, "days"),
    "w": (7, "days"),
}
_SEVERITIES: Final = ("low", "medium", "high", "critical")


def affected_parts(text: str) -> tuple[Value | None, Value | None]:
    """What ``~3 % of guests`` says: the number, and of whom; words alone are kept as the number's place.

    Raises:
        Ambiguous: the number can be read in more than one way.
    """
    said = " ".join(text.split())
    found = _NUMBER.fullmatch(said)
    if found is None:
        return (typed(said), None) if said else (None, None)
    try:
        return typed(found[1].strip()), found[2] or None
    except Ambiguous as several:
        raise Ambiguous(text, tuple(f"{each} {found[2]}".strip() for each in several.readings)) from None


def fix_parts(text: str) -> tuple[Value | None, Value | None]:
    """What ``4 h`` says: the number, and hours or days; minutes and weeks are worked out.

    Raises:
        Ambiguous: the number can be read in more than one way.
    """
    said = " ".join(text.split())
    found = _NUMBER.fullmatch(said)
    if found is None:
        return (typed(said), None) if said else (None, None)
    word = found[2].casefold().rstrip(".").removesuffix("s") if found[2] != "s" else "s"
    try:
        value = typed(found[1].strip())
    except Ambiguous as several:
        raise Ambiguous(text, tuple(f"{each} {found[2]}".strip() for each in several.readings)) from None
    if word in _FACTORS:
        factor, unit = _FACTORS[word]
        return _times(value, factor), unit
    if word and word not in _UNITS:
        return typed(said), None
    return value, _UNITS.get(word)


def _times(value: float | str, factor: float) -> int | float | str:
    """A number, or about a number, times a factor, to two digits behind the point."""
    about = isinstance(value, str) and value.startswith("~")
    try:
        number = round(float(str(value).lstrip("~")) * factor, 2)
    except ValueError:
        return value
    whole = int(number) if number.is_integer() else number
    return f"~{whole}" if about else whole


class Affected(LineEditor):
    """How many are affected, and of whom, on one line."""

    def read(self, text: str) -> Value | None:
        """The text, when it can be taken apart."""
        affected_parts(text)
        return text.strip() or None

    def preview(self, text: str) -> str:
        """What is missing from it."""
        try:
            value, of = affected_parts(text)
        except Refused:
            return ""
        if isinstance(value, str) and not value.startswith(("~", "(")):
            return "no number: how many is not known then"
        return "of whom? such as 26 guests, or 3 % of guests" if value is not None and of is None else ""


class FixTime(LineEditor):
    """How long a fix takes, with its unit on the same line."""

    def read(self, text: str) -> Value | None:
        """The text, when it can be taken apart."""
        fix_parts(text)
        return text.strip() or None

    def preview(self, text: str) -> str:
        """How it reads, or what is missing."""
        try:
            value, unit = fix_parts(text)
        except Refused:
            return ""
        if value is None:
            return ""
        if isinstance(value, str) and not value.startswith(("~", "(")):
            return "no number: how long is not known then"
        if isinstance(value, str) and value.startswith("("):
            return ""
        return f"{show(value)} {unit}" if unit else "hours or days?"


@dataclass(frozen=True, slots=True)
class Line:
    """A field on the screen.

    Attributes:
        name: the field of the record.
        question: what stands before it.
        editor: its control.
    """

    name: str
    question: str
    editor: Editor

    def values(self, value: Value | None) -> Mapping[str, Value | None]:
        """The fields of the record that an answer fills."""
        text = value if isinstance(value, str) else ""
        if self.name == "affected":
            number, of = affected_parts(text)
            return {"affected": number, "affected_of": of}
        if self.name == "time_to_fix":
            number, unit = fix_parts(text)
            return {"time_to_fix": number, "fix_unit": unit}
        return {self.name: value}


def fields_for(table: Table) -> tuple[Line, ...]:
    """The fields, filled in with what is known: the three questions first, then what the advice needs."""
    example = {name: _good(name) for name in ("title", "causes", "fix", "fixed_by", "detected_how")}
    severity = table.get("severity")
    return (
        Line("title", "What is the problem?", LineEditor(_text(table, "title"), example=example["title"])),
        Line("causes", "Why does it happen?", Items(table.get("causes"), example=example["causes"])),
        Line("fix", "How can it be fixed?", Paragraph(_text(table, "fix"), example=example["fix"])),
        Line("fixed_by", "By whom, or what?", LineEditor(_text(table, "fixed_by"),
                                                         example=example["fixed_by"])),
        Line("affected", "Who is affected?", Affected(_both(table, "affected", "affected_of"),
                                                      example="26 guests, ~3 % of guests, unknown")),
        Line("time_to_fix", "How long is a fix?", FixTime(_both(table, "time_to_fix", "fix_unit"),
                                                          example="4 h, 2 days, unknown")),
        Line("severity", "How bad is it?", WordEditor(severity if severity in _SEVERITIES else None,
                                                      _SEVERITIES)),
        Line("detected_how", "How was it seen?", LineEditor(_text(table, "detected_how"),
                                                            example=example["detected_how"])),
    )  # fmt: skip


def _good(name: str) -> str:
    found = field_named(KINDS["incident"], name)
    return found.good if found is not None else ""


def _text(table: Table, name: str) -> str | None:
    value = table.get(name)
    return value if isinstance(value, str) else None


def _both(table: Table, name: str, of: str) -> str | None:
    """A number and what it counts on one line, as they would be typed."""
    value, unit = table.get(name), table.get(of)
    if not isinstance(value, int | float | str) or isinstance(value, bool):
        return None
    text = str(value)
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return f"{text} {unit}" if isinstance(unit, str) else text
