"""Findings about the days and decisions of releases: what contradicts itself, whatever day it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.moments import is_zone
from successbook.plan.peek import day, whole, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.findings import Finding
from successbook.verdicts.release_state import launch_day

__all__ = ["of_releases"]

_PAIRS: Final = (
    ("uat", "starts", "ends", "it starts", "it ends"),
    ("round", "starts", "ends", "it starts", "it ends"),
    ("sheet", "started", "finished", "it was started", "it was finished"),
    ("metric", "baseline_from", "baseline_to", "it begins", "its baseline ends"),
    ("release_kpi", "benchmark_from", "benchmark_to", "it begins", "its benchmark ends"),
    ("incident", "detected", "closed", "it was seen", "it was closed"),
    ("session", "period_from", "period_to", "it begins", "its period ends"),
)
"""Kinds of record with two days of which the second cannot come before the first, and how each is said."""
_ZONED: Final = ("release", "milestone", "level")
_DECIDED: Final = (("gate", ("decided", "decided_by")), ("phase", ("decided",)))
"""What is only said of a decision, by the kinds that have one."""


def of_releases(tree: Tree) -> Iterator[Finding]:
    """What contradicts itself in releases, their acceptance tests and their KPIs."""
    for name, *pair in _PAIRS:
        for at in records(tree, KINDS[name]):
            yield from _crossed(tree.table(at), at, *pair)
    for name in _ZONED:
        for at in records(tree, KINDS[name]):
            zone = words(tree.table(at), "zone")
            if zone and not is_zone(zone):
                fix = "name it as the IANA does, such as Europe/Berlin"
                yield Finding(
                    "unknown-zone", at.child("zone"), f'"{zone}" is no time zone that is known', fix
                )
    for name, said in _DECIDED:
        for at in records(tree, KINDS[name]):
            yield from _undecided(tree.table(at), at, said)
    for release in records(tree, KINDS["release"]):
        yield from _release(tree, release)


def _crossed(table: Table, at: Address, first: str, second: str, begun: str, ended: str) -> Iterator[Finding]:
    one, other = day(table, first), day(table, second)
    if one is not None and other is not None and other < one:
        says = f"{ended} on {other}, before {begun} on {one}"
        yield Finding("days-crossed", at.child(second), says, "correct one of the two days")


def _undecided(table: Table, at: Address, said: tuple[str, ...]) -> Iterator[Finding]:
    there = [name for name in said if name in table]
    if there and not words(table, "decision"):
        says = f"{there[0]} is said, and no decision"
        yield Finding("nothing-decided", at.child(there[0]), says, "say what was decided, or take it away")


def _release(tree: Tree, release: Address) -> Iterator[Finding]:
    table = tree.table(release)
    launch, actual = launch_day(tree, release), day(table, "actual")
    tried = day(table, "kill_switch_tried")
    if tried is not None and not words(table, "kill_switch"):
        says, fix = "a kill switch was tried that is not named", "say what turns it off"
        yield Finding("nothing-decided", release.child("kill_switch_tried"), says, fix)
    ends = day(tree.table(uat := KINDS["uat"].at("", release)), "ends")
    if ends is not None and launch is not None and ends > launch:
        says = f"the acceptance test ends on {ends}, after the launch on {launch}"
        yield Finding(
            "test-after-launch", uat.child("ends"), says, "correct one of the days, or move the launch"
        )
    for at in records(tree, KINDS["release_kpi"], release):
        yield from _kpi(tree, at, launch, actual)


def _kpi(tree: Tree, at: Address, launch: dt.date | None, actual: dt.date | None) -> Iterator[Finding]:
    table = tree.table(at)
    frozen = day(table, "frozen")
    taken = day(table, "benchmark_to") or day(table, "benchmark_date")
    if frozen is not None and taken is not None and frozen < taken:
        says = f"the benchmark was frozen on {frozen}, before the day it is of, {taken}"
        yield Finding("benchmark-days", at.child("frozen"), says, "correct one of the days")
    elif frozen is not None and actual is not None and frozen > actual:
        says = f"the benchmark was frozen on {frozen}, after the launch on {actual}"
        fix = "correct the day; if it is right, say in the source why it was frozen so late"
        yield Finding("benchmark-days", at.child("frozen"), says, fix)
    elif frozen is None and taken is not None and launch is not None and taken > launch:
        name = "benchmark_to" if "benchmark_to" in table else "benchmark_date"
        says = f"the benchmark is of {taken}, after the launch on {launch}: new data would meet new data"
        yield Finding(
            "benchmark-days", at.child(name), says, "take one from before the launch, and freeze it"
        )
    yield from _overlaps(tree, at)


def _overlaps(tree: Tree, kpi: Address) -> Iterator[Finding]:
    """Phases with days of their own of which one begins while an earlier one runs."""
    ends: dt.date | None = None
    for at in records(tree, KINDS["phase"], kpi):
        table = tree.table(at)
        starts, length = day(table, "starts"), whole(table, "days")
        if starts is not None and ends is not None and starts < ends:
            says = f"it begins on {starts}, while the phase above it runs until {ends - dt.timedelta(days=1)}"
            yield Finding(
                "days-crossed", at.child("starts"), says, "correct its day, or the length of the other"
            )
        ends = None
        if starts is not None and length is not None and 0 <= length <= (dt.date.max - starts).days:
            ends = starts + dt.timedelta(days=length)
