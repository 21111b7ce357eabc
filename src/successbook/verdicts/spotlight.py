"""The purpose card of a work item, and the spotlight of a metric: which work it keeps, and which has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import HIERARCHY, Hierarchy
from successbook.plan.kinds import Kind
from successbook.plan.now import Now
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.verdicts.metrics import MetricView, look_at

__all__ = ["Purpose", "Served", "Spotlight", "Work", "purpose_of", "spotlight_of", "work_in_light"]

_STOPPED: Final = ("dropped",)


@dataclass(frozen=True, slots=True)
class Served:
    """A record that something stands on.

    Attributes:
        at: the record.
        kind: its kind.
        title: what it is called.
        how: in a goal's own words how it serves what stands above it; else empty.
    """

    at: Address
    kind: Kind
    title: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why a work item is built.

    Attributes:
        at: the initiative.
        title: what is built.
        level: bug fix, feature, MVP, ...; empty when it was not said.
        state: where the work stands; empty when it was not said.
        why: why it is built; empty when it was not said.
        for_whom: who will notice; empty when it was not said.
        owners: who builds it.
        metrics: what shows whether it worked.
        serves: what it stands on, the nearest first, the mission last.
    """

    at: Address
    title: str
    level: str
    state: str
    why: str
    for_whom: str
    owners: tuple[str, ...]
    metrics: tuple[MetricView, ...]
    serves: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work item in the light of a metric.

    Attributes:
        at: the initiative.
        title: what it is called.
        level: bug fix, feature, MVP, ...
        state: where the work stands.
        through: what it serves that the metric measures; None when the metric measures the work itself.
        others: the other metrics that measure it.
    """

    at: Address
    title: str
    level: str
    state: str
    through: Served | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spotlight:
    """What a metric keeps.

    Attributes:
        metric: the metric, where it stands.
        tells: what it tells; empty when it was not said.
        serves: what it stands on besides the work, the nearest first, the mission last.
        keeps: the work that stands on it.
        bare: the work of the plan that no metric measures.
    """

    metric: MetricView
    tells: str
    serves: tuple[Served, ...]
    keeps: tuple[Work, ...]
    bare: tuple[Work, ...]

    @property
    def problem(self) -> Served | None:
        """The user's problem behind it, if there is one."""
        return next((each for each in self.serves if each.kind.name == "problem"), None)


def purpose_of(tree: Tree, initiative: Address, now: Now) -> Purpose:
    """The purpose card of an initiative on a day: what, why, for whom, measured by, and what it serves."""
    hierarchy, table = Hierarchy.of(tree), tree.table(initiative)
    return Purpose(
        at=initiative,
        title=title_of(tree, initiative),
        level=words(table, "level"),
        state=words(table, "state"),
        why=words(table, "why"),
        for_whom=words(table, "for_whom"),
        owners=people(table, "owners"),
        metrics=tuple(look_at(tree, each, now) for each in _metrics(hierarchy, initiative)),
        serves=_serves(tree, hierarchy, initiative),
    )


def spotlight_of(tree: Tree, metric: Address, now: Now) -> Spotlight:
    """What a metric keeps: the work it measures or what that serves, without what is dropped."""
    hierarchy = Hierarchy.of(tree)
    keeps = work_in_light(tree, metric)
    kept = {each.at for each in keeps}
    bare = [
        _work(tree, hierarchy, at)
        for at, kind in hierarchy.kinds.items()
        if kind.name == "initiative" and not _metrics(hierarchy, at)
    ]
    return Spotlight(
        metric=look_at(tree, metric, now),
        tells=words(tree.table(metric), "tells"),
        serves=tuple(each for each in _serves(tree, hierarchy, metric) if each.kind.name != "initiative"),
        keeps=keeps,
        bare=tuple(each for each in bare if each.state not in _STOPPED and each.at not in kept),
    )


def work_in_light(tree: Tree, metric: Address) -> tuple[Work, ...]:
    """The work that a metric measures, then that below what it measures; what is dropped is left out."""
    hierarchy = Hierarchy.of(tree)
    keeps: dict[Address, Work] = {}
    for parent in hierarchy.parents.get(metric, ()):
        if hierarchy.kinds[parent].name == "initiative":
            keeps[parent] = _work(tree, hierarchy, parent, metric)
    for parent in hierarchy.parents.get(metric, ()):
        if hierarchy.kinds[parent].name != "initiative":
            through = _served(tree, hierarchy, parent)
            for each in _initiatives_below(hierarchy, parent):
                keeps.setdefault(each, _work(tree, hierarchy, each, metric, through))
    return tuple(each for each in keeps.values() if each.state not in _STOPPED)


def _metrics(hierarchy: Hierarchy, at: Address) -> list[Address]:
    return [each for each in hierarchy.children.get(at, ()) if hierarchy.kinds[each].name == "metric"]


def _serves(tree: Tree, hierarchy: Hierarchy, at: Address) -> tuple[Served, ...]:
    """All that a record stands on, the mission last; a circle is gone round once."""
    seen: dict[Address, None] = {at: None}
    level = [at]
    while level:
        level = [up for each in level for up in hierarchy.parents.get(each, ()) if up not in seen]
        seen.update(dict.fromkeys(level))
    above = list(seen)[1:]
    above.sort(key=lambda each: -HIERARCHY.index(hierarchy.kinds[each].name))
    return tuple(_served(tree, hierarchy, each) for each in above)


def _served(tree: Tree, hierarchy: Hierarchy, at: Address) -> Served:
    return Served(at, hierarchy.kinds[at], title_of(tree, at), words(tree.table(at), "how_it_serves"))


def _initiatives_below(hierarchy: Hierarchy, top: Address) -> list[Address]:
    seen: dict[Address, None] = {}
    todo = [top]
    while todo:
        at = todo.pop()
        if at not in seen:
            seen[at] = None
            todo += reversed(hierarchy.children.get(at, ()))
    return [at for at in seen if hierarchy.kinds[at].name == "initiative"]


def _work(
    tree: Tree,
    hierarchy: Hierarchy,
    at: Address,
    metric: Address | None = None,
    through: Served | None = None,
) -> Work:
    table = tree.table(at)
    others = tuple(title_of(tree, each) for each in _metrics(hierarchy, at) if each != metric)
    return Work(at, title_of(tree, at), words(table, "level"), words(table, "state"), through, others)
