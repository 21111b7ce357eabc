"""What a guide is: questions, the fields their answers fill, and the records that come of it.

A guide is data, read from a TOML file (`reading`). Nothing here knows what is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from successbook.plan.describe import FieldDescription
from successbook.plan.kinds import Kind
from successbook.text import one_line
from successbook.tree import Value

__all__ = ["FORMAT", "SLOT", "Ask", "Guide", "Part", "Step", "clipped"]

FORMAT: Final = 1
"""The version of the guide format."""

SLOT: Final = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
"""A gap in a question: the name of a record, and the words to use while it has no title."""

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Part:
    """A record that the answers of a guide fill.

    Attributes:
        name: its name within the guide.
        kind: the kind of record.
        label: what it is called in the line of what was said so far.
        under: the parts it may hang under; the first that is there counts.
        inside: the part it stands in, for kinds that are parts of another kind.
        links: fields that name another part, by field.
        same: fields that follow a field of another part, by field: the part's name and its field.
        fixed: values it has from the start, by field.
        named: the part after which it is called, for kinds that have the id of another record; it comes to be
            with that one, and nothing of it is asked.
    """

    name: str
    kind: Kind
    label: str
    under: tuple[str, ...] = ()
    inside: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, Value] = field(default_factory=dict)
    named: str = ""

    @property
    def place(self) -> str:
        """The part it belongs under or inside; empty when it stands for itself."""
        return self.inside or (self.under[0] if self.under else "")


@dataclass(frozen=True, slots=True)
class Ask:
    """One field that a question asks for.

    Attributes:
        part: the name of the part it belongs to.
        field: the field, as it describes itself.
        label: what it is called on this page.
        kind: the name of the kind of its record.
    """

    part: str
    field: FieldDescription
    label: str
    kind: str = ""

    @property
    def key(self) -> str:
        """Its name within the guide, ``part.field``."""
        return f"{self.part}.{self.field.name}"


@dataclass(frozen=True, slots=True)
class Step:
    """One question, one page.

    Attributes:
        name: its name within the guide, by which a place in it is remembered.
        asks: the question, with slots.
        hint: what makes an answer a good one.
        works: an answer that works.
        fails: an answer that does not.
        fields: what is filled in; never empty.
        repeat: whether there is a page for each record, until one is left empty.
        unless: what answers the question, too, without being asked.
    """

    name: str
    asks: str
    hint: str
    works: str
    fails: str
    fields: tuple[Ask, ...]
    repeat: bool = False
    unless: tuple[Ask, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts whose fields it asks, in the order of the fields."""
        return tuple(dict.fromkeys(ask.part for ask in self.fields))

    def text(self, titles: Mapping[str, str]) -> str:
        """The question, its slots filled.

        Args:
            titles: the titles of the parts that have one, by name; the others get their neutral words.
        """

        def fill(slot: re.Match[str]) -> str:
            title = titles.get(slot[1], "")
            return f'"{clipped(title)}"' if title else slot[2]

        return SLOT.sub(fill, self.asks)

    @property
    def plain(self) -> str:
        """The question in its neutral words."""
        return self.text({})


@dataclass(frozen=True, slots=True)
class Guide:
    """An interview as data.

    Attributes:
        name: what it is called on the disk, without ``.toml``.
        title: what people call it.
        about: what it is for.
        closing: the sentence at its end.
        parts: the records that come of it, by name, in the order in which they come to be.
        steps: its questions in order; never empty.
        given: the part that is there from the start, for a guide about one record; else empty.
        when: what that record must hold for the guide to be about it, by field.
    """

    name: str
    title: str
    about: str
    closing: str
    parts: Mapping[str, Part]
    steps: tuple[Step, ...]
    given: str = ""
    when: Mapping[str, str] = field(default_factory=dict)

    def alone(self, part: Part) -> bool:
        """Whether no other part of the guide is of the same kind."""
        return sum(each.kind is part.kind for each in self.parts.values()) == 1

    def first(self, part: Part) -> bool:
        """Whether no earlier part of the guide is of the same kind."""
        return part is next(each for each in self.parts.values() if each.kind is part.kind)

    def step(self, name: str) -> int | None:
        """The number of the step called `name`, counted from 0, or None."""
        return next((number for number, step in enumerate(self.steps) if step.name == name), None)


def clipped(title: str, longest: int = _LONGEST) -> str:
    """A title on one line, cut at a word when it is longer than a question can bear."""
    text = " ".join(one_line(title).split())
    if len(text) <= longest:
        return text
    start = text[: longest - 1]
    return f"{start.rsplit(' ', 1)[0] if ' ' in start[longest // 2 :] else start}…"
