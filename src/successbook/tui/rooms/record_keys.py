"""What the rows of the record pane stand for."""

from __future__ import annotations

from dataclasses import dataclass

from successbook.tree import Address

__all__ = ["ChartKey", "FieldKey", "ListKey", "MoreKey", "NewKey", "PartKey", "ReadingKey", "StrangeKey"]


@dataclass(frozen=True, slots=True)
class FieldKey:
    """A field of the record."""

    name: str


@dataclass(frozen=True, slots=True)
class PartKey:
    """A row that leads to another record: a part of this one shown here, or one that stands elsewhere.

    Attributes:
        record: that record.
        part: whether it is shown in this pane.
        group: tells rows apart that lead to the same record.
    """

    record: Address
    part: bool = False
    group: str = ""


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


@dataclass(frozen=True, slots=True)
class ListKey:
    """The end of a long list, which shows the rest of it or folds it away."""

    name: str


@dataclass(frozen=True, slots=True)
class ChartKey:
    """The row that shows the readings as a chart."""


@dataclass(frozen=True, slots=True)
class StrangeKey:
    """A key of the file that no field has."""

    name: str
