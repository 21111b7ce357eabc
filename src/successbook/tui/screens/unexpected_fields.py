"""The fields of an unexpected result, each on a line or two; numbers are typed as people say them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from successbook.errors import Refused
from successbook.plan.counted import affected_parts, fix_parts
from successbook.plan.describe import fields_of
from successbook.plan.measured import show
from successbook.tree import Table, Value
from successbook.tui.screens.asking import Items, Paragraph, WordEditor
from successbook.tui.widgets.editors import Editor, LineEditor, ProseEditor

__all__ = ["AmountEditor", "Line", "fields_for"]

_NOT_KNOWN: Final = "don't know yet"


Parts = Callable[[str], tuple[Value | None, Value | None]]


class AmountEditor(LineEditor):
    """A number and what it counts on one line, as people say it.

    Args:
        value: what stands there.
        parts: takes it apart; raises `Ambiguous`.
        asks: what is missing from, or how one reads, a number and what it counts.
        not_known: what is not known where there are words and no number.
        example: shown while the field is empty.
    """

    def __init__(
        self,
        value: Value | None,
        parts: Parts,
        asks: Callable[[Value, Value | None], str],
        *,
        not_known: str,
        example: str,
    ) -> None:
        super().__init__(value, example=example)
        self._parts, self._asks, self._not_known = parts, asks, not_known

    def read(self, text: str) -> Value | None:
        """The text, when it can be taken apart."""
        self._parts(text)
        return text.strip() or None

    def preview(self, text: str) -> str:
        """How it reads, or what is missing from it."""
        try:
            value, counted = self._parts(text)
        except Refused:
            return ""
        if value is None or (isinstance(value, str) and value.startswith("(")):
            return ""
        if isinstance(value, str) and not value.startswith("~"):
            return f"no number: {self._not_known} is not known then"
        return self._asks(value, counted)


def _of_whom(_value: Value, of: Value | None) -> str:
    return "of whom? such as 26 guests, or 3 % of guests" if of is None else ""


def _how_long(value: Value, unit: Value | None) -> str:
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

    def tell_unknown(self, *, unknown: bool) -> None:
        """Show in the empty field that it is not known yet, else an example."""
        if isinstance(self.editor, LineEditor | ProseEditor):
            self.editor.hint(_NOT_KNOWN if unknown else "")

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
    described = {each.name: each for each in fields_of("incident")}
    example = {name: each.good for name, each in described.items()}
    severity, severities = table.get("severity"), described["severity"].choices
    return (
        Line("title", "What is the problem?", LineEditor(_text(table, "title"), example=example["title"])),
        Line("causes", "Why does it happen?", Items(table.get("causes"), example=example["causes"])),
        Line("fix", "How can it be fixed?", Paragraph(_text(table, "fix"), example=example["fix"])),
        Line("fixed_by", "By whom, or what?", LineEditor(_text(table, "fixed_by"),
                                                         example=example["fixed_by"])),
        Line("affected", "Who is affected?",
             AmountEditor(_both(table, "affected", "affected_of"), affected_parts, _of_whom,
                          not_known="how many", example="26 guests, ~3 % of guests, unknown")),
        Line("time_to_fix", "How long is a fix?",
             AmountEditor(_both(table, "time_to_fix", "fix_unit"), fix_parts, _how_long,
                          not_known="how long", example="4 h, 2 days, unknown")),
        Line("severity", "How bad is it?", WordEditor(severity if severity in severities else None,
                                                      severities)),
        Line("detected_how", "How was it seen?", LineEditor(_text(table, "detected_how"),
                                                            example=example["detected_how"])),
    )  # fmt: skip


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
