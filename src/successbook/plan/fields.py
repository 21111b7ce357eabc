"""What a field of a record can be, and how it describes itself.

A field is declared once, in its record: its type says which control edits it, `asks` says what it is called,
what it asks and what a good answer looks like. Forms, interviews, exports, help, the documentation of the
format and JSON Schema all read it from there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field

from successbook.plan.measured import is_number

__all__ = [
    "PAST",
    "Clock",
    "Control",
    "Count",
    "Day",
    "Line",
    "Lines",
    "Measured",
    "Number",
    "Prose",
    "RefersTo",
    "YesNo",
    "asks",
]


class Control(StrEnum):
    """The ways in which a field is edited, one for each shape of value."""

    LINE = "line"
    PROSE = "prose"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    MEASURED = "measured"
    CHOICE = "choice"
    YES_NO = "yes or no"
    REFERENCE = "reference"
    REFERENCES = "references"
    LINES = "list"


PAST: Final = frozenset(
    {
        "actual", "agreed", "asked", "baseline_date", "baseline_from", "baseline_to", "benchmark_date",
        "benchmark_from", "benchmark_to", "closed", "date", "decided", "detected", "done", "finished",
        "found", "frozen", "held", "kill_switch_tried", "paused_on", "period_from", "period_to", "role_since",
        "said", "seen", "since", "started", "success_said", "taken_up", "verified",
    }
)  # fmt: skip
"""The fields whose days have been: typed without a year, such a day is looked for backwards."""


@dataclass(frozen=True)
class RefersTo:
    """The kinds of record that a reference may name; with one kind the bare id is enough."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


def _one_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise ValueError("it has more than one line")
    return text


def _in_range(number: float) -> float:
    if not is_number(number):
        raise ValueError("it is too large" if isinstance(number, int) else "it is no finite number")
    return number


def _measured(value: float | str) -> float | str:
    return _one_line(value) if isinstance(value, str) else _in_range(value)


Line = Annotated[str, Control.LINE, AfterValidator(_one_line)]
Prose = Annotated[str, Control.PROSE]
Day = Annotated[dt.date, Control.DATE]
Clock = Annotated[dt.time, Control.TIME]
Number = Annotated[int | float, Control.NUMBER, AfterValidator(_in_range)]
Count = Annotated[int, Control.NUMBER, Field(ge=0), AfterValidator(_in_range)]
Measured = Annotated[int | float | str, Control.MEASURED, AfterValidator(_measured)]
YesNo = Annotated[bool, Control.YES_NO]
Lines = Annotated[tuple[Line, ...], Control.LINES]


def asks(
    label: str,
    question: str = "",
    *,
    good: str = "",
    poor: str = "",
    folded: bool = False,
    unit: str = "",
) -> Any:  # noqa: ANN401  # a default for fields of every type, as pydantic's own Field is
    """A field that may be absent, with what the person reads about it.

    Args:
        label: what it is called, one to three words.
        question: what it asks.
        good: an answer that works.
        poor: an answer that does not, to tell the difference.
        folded: whether it stays out of sight until it is used or asked for.
        unit: the unit of a number; ``=unit`` takes it from the record's field of that name.
    """
    extra: dict[str, Any] = {"folded": folded}
    if poor:
        extra["poor"] = poor
    if unit:
        extra["unit"] = unit
    return Field(
        default=None,
        title=label,
        description=question or None,
        examples=[good] if good else None,
        json_schema_extra={"successbook": extra},
    )
