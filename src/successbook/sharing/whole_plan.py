"""A whole plan as an outline of records with their answers: what Markdown and HTML are made of.

Every record says itself what its fields are called, so a new field or kind needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.describe import fields_of
from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS, PLAN, Kind, files_of, parts_of
from successbook.plan.now import Now, short_date
from successbook.plan.peek import readings, words
from successbook.plan.titles import title_of
from successbook.plan.wording import worded
from successbook.sharing.audiences import Audience, may_read, may_read_field
from successbook.sharing.handout import Fact
from successbook.tree import Address, Tree
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.metrics import MetricView, look_at
from successbook.verdicts.saying import said

__all__ = ["Entry", "Number", "WholePlan", "whole_plan"]

_LATEST = 12
"""Readings of a metric that are shown; all of them are in the table of readings."""
_OWN = ("format", "title", "not_known")
_BESIDE = (
    ("What we have seen", "insight"),
    ("How it is tracked", "instrument"),
    ("Who must not be surprised", "stakeholder"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it stands in a document.

    Attributes:
        depth: how deep it stands, 0 for the top of a section.
        kind: what it is.
        title: what it is called.
        facts: what is answered.
    """

    depth: int
    kind: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A metric in a line of a table."""

    title: str
    role: str
    start: str
    now: str
    wanted: str
    by: str
    verdict: str


@dataclass(frozen=True, slots=True)
class WholePlan:
    """A plan as a document.

    Attributes:
        title: what it is called.
        day: the day on which it was exported.
        facts: what is said of the plan itself.
        numbers: where its metrics stand.
        sections: the records, under a heading each.
    """

    title: str
    day: str
    facts: tuple[Fact, ...]
    numbers: tuple[Number, ...]
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]


def whole_plan(tree: Tree, title: str, now: Now, audience: Audience) -> WholePlan:
    """The plan as an audience may read it.

    Args:
        tree: the plan.
        title: what it is called.
        now: the day, for verdicts and dates.
        audience: who reads it.
    """
    teller = _Teller(tree, now, audience)
    sections = [("Goals", tuple(teller.goals())), ("Releases", tuple(teller.all_of("release")))]
    sections += [(heading, tuple(teller.all_of(kind))) for heading, kind in _BESIDE]
    return WholePlan(
        title=title,
        day=f"{now.date.day} {now.date:%B} {now.date.year}",
        facts=tuple(teller.facts(KINDS["plan"], PLAN)),
        numbers=tuple(_number(look_at(tree, at, now), now) for at in records(tree, KINDS["metric"])),
        sections=tuple((heading, held) for heading, held in sections if held),
    )


def _number(view: MetricView, now: Now) -> Number:
    by = short_date(view.aim.by, now.date) if view.aim and view.aim.by else ""
    return Number(view.title, view.role, view.start, view.now, view.wanted, by, view.verdict.sentence)


@dataclass(frozen=True, slots=True)
class _Teller:
    tree: Tree
    now: Now
    audience: Audience

    def goals(self) -> Iterator[Entry]:
        """The hierarchy: under each record what serves it in the first place."""
        for line in Hierarchy.of(self.tree).outline():
            if not line.also and may_read(self.audience, line.kind.name):
                yield from self.record(line.kind, line.record, line.depth)

    def all_of(self, kind: str, inside: Address | None = None, depth: int = 0) -> Iterator[Entry]:
        """All records of a kind, each followed by its parts."""
        if may_read(self.audience, kind):
            for at in records(self.tree, KINDS[kind], inside):
                yield from self.record(KINDS[kind], at, depth)

    def record(self, kind: Kind, at: Address, depth: int) -> Iterator[Entry]:
        """A record with its parts, also those in files of their own."""
        facts = [*self.facts(kind, at)]
        if kind.name == "metric":
            facts += self._readings(at)
        elif kind.name == "release" and (tested := acceptance_of(self.tree, at)).cases:
            facts.append(Fact("Acceptance test", tested.verdict))
        yield Entry(depth, kind.label, title_of(self.tree, at), tuple(facts))
        for part in (*parts_of(kind), *files_of(kind)):
            yield from self.all_of(part.name, at, depth + 1)

    def facts(self, kind: Kind, at: Address) -> Iterator[Fact]:
        """What is answered of a record."""
        for field in fields_of(kind.name):
            if field.name not in _OWN and may_read_field(self.audience, kind.name, field.name):
                answer = worded(self.tree, at.child(field.name), field, self.now)
                if answer.text:
                    yield Fact(field.label, answer.text)

    def _readings(self, at: Address) -> Iterator[Fact]:
        """The latest readings of a metric, the oldest of them first."""
        unit, held = words(self.tree.table(at), "unit"), list(readings(self.tree, at))
        shown = [f"{short_date(on, self.now.date)}: {said(value, unit)}" for on, value in held[-_LATEST:]]
        if shown:
            earlier = len(held) - len(shown)
            yield Fact("Readings", ", ".join([*([f"{earlier} earlier"] if earlier else []), *shown]))
