"""The trace of a record: up to the mission, down to what shows that it works and to whom it matters.

Up and down follow what records say of one another: a goal serves a problem, tracking feeds a metric, a
release ships an initiative, a case is about a KPI or a goal, a stakeholder hears of a release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.belonging import acceptance_test_of, release_of
from successbook.plan.hierarchy import Hierarchy, records, resolve
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.plan.now import Now
from successbook.plan.peek import references, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.verdicts.asides import aside_of
from successbook.verdicts.metrics import look_at
from successbook.verdicts.results import results_in_words, results_of

__all__ = ["Trace", "TraceStep", "trace_of"]

_LINKS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "instrument": ("metrics", ("metric",)),
    "case": ("traces", ("metric", "goal", "problem", "key_action", "initiative")),
    "release": ("initiatives", ("initiative",)),
    "stakeholder": ("releases", ("release",)),
    "insight": ("supports", ("problem", "goal", "key_action", "initiative", "metric")),
    "result": ("", ("case",)),
    "defect": ("case", ("case",)),
    "waiver": ("case", ("case",)),
    "release_kpi": ("", ("metric",)),
    "readout_kpi": ("", ("metric",)),
}
"""Of records outside the hierarchy: the field that names what they are about ("" is their id), its kinds."""
_BELOW: Final = ("instrument", "case", "release", "stakeholder")
"""The kinds outside the goal hierarchy that every trace shows, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One line of a trace.

    Attributes:
        record: the record.
        kind: its kind.
        word: what a person calls it here: ``goal``, ``north star``.
        title: what it is called.
        depth: how deep it stands below the topmost record.
        said: where it stands, in a few words.
        tone: how good that is; ``muted`` is neither good nor bad.
        asked: whether it is the record that the trace is of.
        also: whether its own line is further up, and it stands here because it serves this one as well.
    """

    record: Address
    kind: Kind
    word: str
    title: str
    depth: int
    said: str = ""
    tone: str = "muted"
    asked: bool = False
    also: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """The trace of one record.

    Attributes:
        record: the record that was asked about.
        title: what it is called.
        steps: all lines, from the top.
        gaps: what is missing on the way, in sentences.
    """

    record: Address
    title: str
    steps: tuple[TraceStep, ...]
    gaps: tuple[str, ...]


class _Links:
    """What stands on what, in the whole plan.

    Attributes:
        up: for each record those it stands on, the first one is where it is shown.
        down: for each record those that stand on it.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.hierarchy = Hierarchy.of(tree)
        self.up: dict[Address, tuple[Address, ...]] = dict(self.hierarchy.parents)
        self.down: dict[Address, list[Address]] = {at: list(of) for at, of in self.hierarchy.children.items()}
        for name in _BELOW:
            for at in records(tree, KINDS[name]):
                self.add(at)

    def add(self, record: Address) -> None:
        """Know a record that is not in the goal hierarchy."""
        if record in self.up:
            return
        self.up[record] = tuple(dict.fromkeys(self._stands_on(record)))
        for at in self.up[record]:
            self.down.setdefault(at, []).append(record)

    def _stands_on(self, record: Address) -> list[Address]:
        place = locate(record)
        if place is None:
            return []
        name, table = place.kind.name, self._tree.table(record)
        field, kinds = _LINKS.get(name, ("", ()))
        if field and not isinstance(table.get(field), str):
            found = references(self._tree, table, field, kinds, record)
        else:
            at = resolve(self._tree, words(table, field) if field else place.id, kinds, record)
            found = [at] if at is not None else []
        if name == "case":
            found = self._nearest(found)
        if name == "stakeholder" and "releases" not in table:
            found = list(records(self._tree, KINDS["release"]))
        if not found and place.kind.inside:
            found = list(self._holders(record, place.kind))
        return found

    def _nearest(self, found: list[Address]) -> list[Address]:
        """Those of some records on which no other of them stands: who tests a KPI tests its goal too."""
        return [at for at in found if not any(at in self.above([other]) for other in found if other != at)]

    def _holders(self, record: Address, kind: Kind) -> Iterator[Address]:
        """The record that a part stands in; an acceptance test is told as its release."""
        if kind.table and record.path[:-2]:
            yield Address(record.file, record.path[:-2])
        elif (release := release_of(record)) is not None and self._tree.has(release):
            yield release

    def above(self, start: Iterable[Address]) -> set[Address]:
        """All records that some stand on, directly or through others; themselves only in a circle."""
        return _reached(start, self.up)

    def below(self, start: Iterable[Address]) -> set[Address]:
        """All records that stand on some, directly or through others."""
        return _reached(start, self.down)


def _reached(
    start: Iterable[Address], ways: dict[Address, tuple[Address, ...]] | dict[Address, list[Address]]
) -> set[Address]:
    seen: set[Address] = set()
    todo = list(start)
    while todo:
        for at in ways.get(todo.pop(), ()):
            if at not in seen:
                seen.add(at)
                todo.append(at)
    return seen


def trace_of(tree: Tree, record: Address, now: Now) -> Trace:
    """From a record up to the mission and down to metrics, tracking, test cases, releases and stakeholders.

    Args:
        tree: the plan.
        record: the record, or a part of one.
        now: the day, for what is said of each.
    """
    links = _Links(tree)
    at = record
    while at not in links.up:  # a part is shown below what it is a part of, up to a record that is known
        links.add(at)
        at = links.up[at][0] if links.up[at] else at
    members = _members(tree, links, record)
    teller = _Teller(tree, now, record)
    steps = tuple(teller.step(*line) for line in _lines(links, members, record))
    return Trace(record, title_of(tree, record), steps, tuple(_gaps(links, members, record)))


def _members(tree: Tree, links: _Links, record: Address) -> set[Address]:
    """The records of a trace. Work that is shown has its releases with it, a release all that judges it."""
    members = {record} | links.above([record]) | links.below([record])
    if _is(record, "release"):
        shown = {each for at in members if _is(at, "initiative") for each in links.down.get(at, ())}
        members |= shown | links.below(shown)
        cases = list(records(tree, KINDS["case"], KINDS["uat"].at("", record)))
        for at in cases:
            if not members.intersection(links.up[at]):
                links.up[at] = (record,)
        return members.union(cases)
    for at in [each for each in members if _is(each, "initiative")]:
        ships = [each for each in links.down.get(at, ()) if _is(each, "release")]
        members.update(ships)
        members |= {each for ship in ships for each in links.down.get(ship, ()) if _is(each, "stakeholder")}
    return members


def _is(at: Address, *names: str) -> bool:
    place = locate(at)
    return place is not None and place.kind.name in names


def _lines(links: _Links, members: set[Address], record: Address) -> Iterator[tuple[Address, int, bool]]:
    """Every member where it stands, its depth, and whether its own line is elsewhere."""
    order = [at for at in links.up if at in members]
    ups = {at: [each for each in links.up[at] if each in members] for at in order}
    below: dict[Address, list[Address]] = {at: [] for at in order}
    for at in order:
        for up in ups[at]:
            below[up].append(at)
    shown: set[Address] = set()
    first = [at for at in order if not ups[at]]
    for root in [*first, record, *order]:  # what hangs in a circle has no top of its own
        stack = [(root, 0, False)] if root not in shown else []
        while stack:
            at, depth, elsewhere = stack.pop()
            also = elsewhere or at in shown
            yield at, depth, also
            if not also:
                shown.add(at)
                stack += [(each, depth + 1, ups[each][0] != at) for each in reversed(below[at])]


def _gaps(links: _Links, members: set[Address], record: Address) -> Iterator[str]:
    """What is missing on the way up and down."""
    above = links.above([record]) | {record}
    if not any(_is(at, "mission") for at in above):
        yield "It leads to no mission."
    if _is(record, "problem", "goal", "key_action", "initiative") and not any(
        _is(at, "metric") for at in links.below([record])
    ):
        yield "No metric shows whether it works."
    if _is(record, "metric"):
        if not any(_is(at, "problem") for at in above):
            yield "No user's problem stands behind it."
        if not any(_is(at, "instrument") for at in members):
            yield "Nobody tracks it."


class _Teller:
    """Says of each record where it stands."""

    def __init__(self, tree: Tree, now: Now, asked: Address) -> None:
        self._tree, self._now, self._asked = tree, now, asked
        self._results: dict[Address, dict[str, dict[str, str]]] = {}

    def step(self, at: Address, depth: int, also: bool) -> TraceStep:
        """One line."""
        place = locate(at)
        kind = place.kind if place is not None else KINDS["plan"]
        word = (words(self._tree.table(at), "role") if kind.name == "metric" else "") or kind.label
        said, tone = ("also here", "muted") if also else self._said(at, kind)
        asked = at == self._asked and not also
        return TraceStep(at, kind, word, title_of(self._tree, at), depth, said, tone, asked, also)

    def _said(self, at: Address, kind: Kind) -> tuple[str, str]:
        if kind.name == "metric":
            view = look_at(self._tree, at, self._now)
            taken = f", {self._now.relative(view.latest)}" if view.latest is not None else ""
            known = f"{view.now}{taken}: " if taken else ""
            return f"{known}{view.verdict.word}", view.verdict.tone
        if kind.name == "case":
            uat = acceptance_test_of(at) or at
            if uat not in self._results:
                self._results[uat] = results_of(self._tree, uat)
            return results_in_words(self._results[uat].get(at.key, {}).values())
        if kind.name == "initiative":
            table = self._tree.table(at)
            return ", ".join(filter(None, (words(table, "level"), words(table, "state")))), "muted"
        return aside_of(self._tree, at, self._now)
