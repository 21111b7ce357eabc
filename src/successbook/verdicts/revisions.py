"""What of a metric can be revised, and how it was revised before: what it was, what it became, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.answers import unit_of
from successbook.plan.describe import field_named
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.measured import show
from successbook.plan.now import Now
from successbook.plan.peek import day, first_line, words
from successbook.plan.titles import title_of
from successbook.plan.wording import worded
from successbook.tree import Address, Tree, Value

__all__ = ["Revisable", "Revised", "revisable", "revisions_of"]

_ALWAYS: Final = ("baseline", "definition", "title")
_IF_SAID: Final = ("direction", "at_least", "at_most", "unit")


@dataclass(frozen=True, slots=True)
class Revisable:
    """Something of a metric that can be revised.

    Attributes:
        field: the field, as `plan.revising.revise` takes it: ``baseline``, ``targets.summer.value``.
        label: what it is called.
        now: what it is now, in words; empty where nothing is said.
    """

    field: str
    label: str
    now: str


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision.

    Attributes:
        at: the record that keeps it.
        on: the day; None if it was not said.
        what: what was revised: ``Baseline``, ``Target value``; empty where only the words are kept.
        old: what it was.
        new: what it became.
        because: why.
    """

    at: Address
    on: dt.date | None
    what: str
    old: str
    new: str
    because: str


def revisable(tree: Tree, metric: Address, now: Now) -> tuple[Revisable, ...]:
    """What of a metric can be revised, with what it is now: its targets first."""
    found: list[Revisable] = []
    several = sum(1 for _ in records(tree, KINDS["target"], metric)) > 1
    for target in records(tree, KINDS["target"], metric):
        named = words(tree.table(target), "title") or (title_of(tree, target) if several else "")
        for name, label in (("value", "Target"), ("by", "Target, by")):
            of = f", {named}" if named else ""
            found.append(
                Revisable(f"targets.{target.key}.{name}", f"{label}{of}", _now(tree, target.child(name), now))
            )
    held = tree.table(metric)
    for name in (*_ALWAYS, *(each for each in _IF_SAID if each in held)):
        described = field_named(KINDS["metric"], name)
        label = {"title": "Name"}.get(name, described.label if described else name)
        found.append(Revisable(name, label, _now(tree, metric.child(name), now)))
    return tuple(found)


def _now(tree: Tree, at: Address, now: Now) -> str:
    place = locate(at)
    described = field_named(place.kind, place.field[0]) if place is not None and place.field else None
    return " ".join(worded(tree, at, described, now).text.split()) if described is not None else ""


def revisions_of(tree: Tree, metric: Address) -> tuple[Revised, ...]:
    """How a metric was revised, the latest first: its revisions, and its earlier baselines."""
    found = [*_revisions(tree, metric), *_resets(tree, metric)]
    return tuple(sorted(found, key=lambda each: each.on or dt.date.min, reverse=True))


def _revisions(tree: Tree, metric: Address) -> Iterator[Revised]:
    for at in records(tree, KINDS["revision"], metric):
        table = tree.table(at)
        what, old, new = _named(words(table, "old"), words(table, "new"))
        yield Revised(at, day(table, "date"), what, old, new, words(table, "because"))


def _named(old: str, new: str) -> tuple[str, str, str]:
    """What both begin with, ``Baseline: 96 s``, and the rest of each."""
    before, colon, was = old.partition(": ")
    after, again, became = new.partition(": ")
    return (before, was, became) if colon and again and before == after else ("", old, new)


def _resets(tree: Tree, metric: Address) -> Iterator[Revised]:
    """Earlier baselines; each gave way to the next one, the last to the present one."""
    resets = list(records(tree, KINDS["reset"], metric))
    resets.sort(key=lambda at: day(tree.table(at), "date") or dt.date.min)
    values: list[Value | None] = [tree.table(at).get("value") for at in resets]
    values.append(tree.table(metric).get("baseline"))
    unit = unit_of(tree, metric.child("baseline"))
    for at, old, new in zip(resets, values, values[1:], strict=False):
        table = tree.table(at)
        was, became = (show(each, unit) if each is not None else "" for each in (old, new))
        yield Revised(at, day(table, "date"), "Baseline", was, became, first_line(table, "because"))
