"""Benchmarks: what a release's new data are compared with, whether each is frozen, and what changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.measured import Measure, measure, show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, first_line, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import named
from successbook.verdicts.metrics import Tone
from successbook.verdicts.release_state import launch_day

__all__ = ["Benchmark", "BenchmarkWas", "benchmarks_of", "freezable", "is_frozen", "not_frozen_sentence"]


@dataclass(frozen=True, slots=True)
class BenchmarkWas:
    """What a frozen benchmark was before it was changed: both values are kept."""

    at: Address
    on: dt.date | None
    old: str
    because: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The benchmark of a KPI of a release.

    Attributes:
        at: the KPI of the release.
        title: what the metric is called.
        value: the benchmark, if there is one.
        text: the value as people read it.
        taken: the last day it was taken from.
        frozen: when it was frozen.
        launch: the day that counts as the launch.
        source: where it comes from.
        was: what it was before, for each change after it was frozen.
    """

    at: Address
    title: str
    value: Measure | None
    text: str
    taken: dt.date | None
    frozen: dt.date | None
    launch: dt.date | None
    source: str
    was: tuple[BenchmarkWas, ...]

    @property
    def taken_after_launch(self) -> bool:
        """Whether it was taken when the release was out: then it holds what the release did."""
        return self.taken is not None and self.launch is not None and self.taken > self.launch

    @property
    def frozen_after_launch(self) -> bool:
        """Whether it was frozen when the release was out."""
        return self.frozen is not None and self.launch is not None and self.frozen > self.launch

    def says(self, now: Now) -> tuple[str, Tone]:
        """How it stands, in a few words."""
        if self.value is None:
            return "no benchmark yet", "careful"
        if self.value.state and self.value.state != "n/a":
            return f"{self.value.state}, nothing to compare with", "careful"
        if self.frozen is None:
            late = ", taken after the launch" if self.taken_after_launch else ""
            return f"not frozen{late}", "careful"
        if self.frozen > now.date:
            return f"to be frozen {now.relative(self.frozen)}", "careful"
        if self.frozen_after_launch:
            return f"frozen {short_date(self.frozen, now.date)}, after the launch", "careful"
        changed = f", changed {_times(len(self.was))} since" if self.was else ""
        return f"frozen {short_date(self.frozen, now.date)}{changed}", "good"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def benchmarks_of(tree: Tree, release: Address) -> list[Benchmark]:
    """The benchmark of every KPI of a release, in the order of the file."""
    launch = launch_day(tree, release)
    return [_benchmark(tree, at, launch) for at in records(tree, KINDS["release_kpi"], release)]


def _benchmark(tree: Tree, at: Address, launch: dt.date | None) -> Benchmark:
    table = tree.table(at)
    metric = KINDS["metric"].at(at.key)
    unit = words(tree.table(metric), "unit")
    value = measure(table.get("benchmark"))
    return Benchmark(
        at,
        named(tree, metric) if tree.has(metric) else at.key,
        value,
        show(table.get("benchmark"), unit),
        day(table, "benchmark_to") or day(table, "benchmark_date"),
        day(table, "frozen"),
        launch,
        words(table, "benchmark_source"),
        tuple(_changes(tree, at, unit)),
    )


def _changes(tree: Tree, kpi: Address, unit: str) -> Iterator[BenchmarkWas]:
    for at in records(tree, KINDS["benchmark_change"], kpi):
        table: Table = tree.table(at)
        yield BenchmarkWas(at, day(table, "date"), show(table.get("old"), unit), first_line(table, "because"))


def freezable(tree: Tree, release: Address) -> list[Address]:
    """The KPIs of a release whose benchmark has a value and is not frozen yet."""
    return [each.at for each in benchmarks_of(tree, release) if each.frozen is None and _whole(each)]


def _whole(each: Benchmark) -> bool:
    return each.value is not None and each.value.state in (None, "n/a")


def is_frozen(tree: Tree, at: Address) -> bool:
    """Whether a field is a frozen benchmark: it changes with a reason, and both values are kept."""
    place = locate(at)
    here = place is not None and place.kind.name == "release_kpi" and place.field == ("benchmark",)
    return here and tree.has(at) and day(tree.table(at.parent), "frozen") is not None


def not_frozen_sentence(each: Benchmark, now: Now) -> str:
    """Why new data cannot be compared with a benchmark, a sentence without a full stop; empty if they can.

    It need not be frozen where it does not apply: something new has nothing to be compared with.
    """
    name = f'"{each.title}"'
    if each.value is None:
        return f"{name} has no benchmark: nothing to compare new data with"
    match each.value.state:
        case "n/a":
            return ""
        case "establishing":
            return f"the benchmark of {name} is still being established"
        case "blocked":
            return f"the benchmark of {name} cannot be taken for now"
        case "unknown":
            return f"the benchmark of {name} is not known yet"
    if each.frozen is None:
        return f"the benchmark of {name} is not frozen"
    if each.frozen > now.date:
        return f"the benchmark of {name} is to be frozen {now.relative(each.frozen)}"
    return ""
