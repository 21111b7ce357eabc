"""Readiness, the half about success: the chain of goals, the KPIs with their benchmarks, and the tracking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, references, words
from successbook.text import counted
from successbook.tree import Address, Table, Tree
from successbook.verdicts.benchmarks import Benchmark, benchmarks_of, not_frozen_sentence
from successbook.verdicts.dated import quoted
from successbook.verdicts.reasons import Reason, against, fine, look_at
from successbook.verdicts.release_state import launch_day
from successbook.verdicts.targets import aims_of

__all__ = ["of_goals", "of_kpis", "of_tracking"]

_ABOVE: Final = ("goal", "problem", "mission")
_LIMITS: Final = ("at_least", "at_most")
_ONLY: Final = {
    "wanted": "is wanted, and not built yet",
    "planned": "is only planned",
    "implemented": "is set up, and nobody has verified it",
    "broken": "is broken",
    "cannot be collected": "cannot be collected",
    "": "is named, and nobody has said whether it works",
}
"""What is said of tracking in each state but verified."""
_NEAREST: Final = ("implemented", "planned", "wanted", "", "broken", "cannot be collected")
"""Of several trackings none of which is verified, the one that is told about: the nearest to it."""


def of_goals(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether the chain from what ships up to the mission is complete, and whether success has a sentence."""
    table = tree.table(release)
    shipped = references(tree, table, "initiatives", ("initiative",))
    hierarchy = Hierarchy.of(tree)
    if not shipped:
        says = "it names no initiative: nothing says what ships, and what for"
        yield against("goals", says, release, "initiatives")
    gaps = 0
    for at in shipped:
        above = _kinds_above(hierarchy, at)
        lacking = [KINDS[name].label for name in _ABOVE if name not in above]
        if lacking:
            gaps += 1
            says = f"{quoted(tree, at)} leads up to no {', and no '.join(lacking)}"
            yield against("goals", says, at, "serves")
        if not any(hierarchy.kinds[child].name == "metric" for child in hierarchy.children.get(at, ())):
            gaps += 1
            yield against("goals", f"nothing measures whether {quoted(tree, at)} worked", at)
    if shipped and not gaps:
        verb = "leads" if len(shipped) == 1 else "lead"
        says = f"{counted(len(shipped), 'initiative')} {verb} up to the mission, and {_is(shipped)} measured"
        yield fine("goals", says, release, "initiatives")
    yield from _success(table, release, launch_day(tree, release), now)


def _is(found: list[Address]) -> str:
    return "is" if len(found) == 1 else "are"


def _kinds_above(hierarchy: Hierarchy, at: Address) -> set[str]:
    """The kinds of all records that a record leads up to, on any way."""
    todo, seen = [at], {at}
    while todo:
        for parent in hierarchy.parents.get(todo.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                todo.append(parent)
    return {hierarchy.kinds[each].name for each in seen}


def _success(table: Table, release: Address, launch: dt.date | None, now: Now) -> Iterator[Reason]:
    said = day(table, "success_said")
    if not words(table, "success"):
        yield against("goals", "nobody has said what success is", release, "success")
    elif said is not None and launch is not None and said > launch:
        says = f"what success is was said on {short_date(said, now.date)}, after the launch"
        yield look_at("goals", says, release, "success_said")
    else:
        on = f", on {short_date(said, now.date)}" if said is not None else ""
        yield fine("goals", f"it is said what success is{on}", release, "success")


def of_kpis(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether every KPI of the release has a target, or a limit, and a frozen benchmark."""
    found = benchmarks_of(tree, release)
    if not found:
        near = _nearby(tree, release)
        could = f"; {quoted(tree, near)}, which hangs under its initiative, could be one" if near else ""
        says = f"it has no KPI of its own{could or ': nothing will show whether it worked'}"
        yield against("kpis", says, release, KINDS["release_kpi"].table)
    whole = 0
    for each in found:
        reasons = list(_of_kpi(tree, each, now))
        yield from reasons
        whole += not any(reason.weight == "against" for reason in reasons)
    if found and whole == len(found):
        have = counted(whole, "KPI has", "KPIs have")
        yield fine("kpis", f"{have} a target or a limit, and a frozen benchmark", found[0].at)


def _nearby(tree: Tree, release: Address) -> Address | None:
    """The first metric that hangs under what a release ships: it may become its KPI."""
    hierarchy = Hierarchy.of(tree)
    for at in references(tree, tree.table(release), "initiatives", ("initiative",)):
        for child in hierarchy.children.get(at, ()):
            if hierarchy.kinds[child].name == "metric":
                return child
    return None


def _of_kpi(tree: Tree, each: Benchmark, now: Now) -> Iterator[Reason]:
    table = tree.table(each.at)
    metric = KINDS["metric"].at(each.at.key)
    wanted = measure(table.get("target")) is not None or any(measure(table.get(key)) for key in _LIMITS)
    if not wanted and not any(aim.set for aim in aims_of(tree, metric)):
        says = f'"{each.title}" has neither a target nor a limit'
        yield against("kpis", says, each.at, "target")
    missing = not_frozen_sentence(each, now)
    if missing:
        yield against("kpis", missing, each.at, "frozen" if each.value and each.frozen else _field(each))
    if each.taken_after_launch and each.taken is not None:
        says = (
            f'the benchmark of "{each.title}" is of {short_date(each.taken, now.date)}, after the launch: '
            "it holds what the release did"
        )
        yield look_at("kpis", says, each.at, "benchmark_date")
    elif each.frozen_after_launch and each.frozen is not None:
        frozen = short_date(each.frozen, now.date)
        says = f'the benchmark of "{each.title}" was frozen on {frozen}, after the launch'
        yield look_at("kpis", says, each.at, "frozen")


def _field(each: Benchmark) -> str:
    """The field to fill: the benchmark itself while it says nothing to compare with."""
    return "frozen" if each.value is not None and each.value.state is None else "benchmark"


def of_tracking(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether every KPI of the release is tracked by something that is verified and still there at launch."""
    until = max(filter(None, (launch_day(tree, release), now.date)))
    feeds = _instruments(tree)
    kpis = [at for at in records(tree, KINDS["release_kpi"], release) if tree.has(KINDS["metric"].at(at.key))]
    seen = 0
    for kpi in kpis:
        metric = KINDS["metric"].at(kpi.key)
        found = feeds.get(metric, [])
        says, at = _tracking_sentence(tree, metric, found, until, now)
        if says:
            yield against("tracking", says, at, "state" if at != metric else "")
            continue
        seen += 1
        for broken in found:
            if words(tree.table(broken), "state") == "broken":
                says = f"{quoted(tree, broken)}, which also tracks {quoted(tree, metric)}, is broken"
                yield look_at("tracking", says, broken, "state")
    if kpis and seen == len(kpis):
        says = f"{counted(seen, 'KPI')} tracked by something that is verified"
        yield fine("tracking", says, release)


def _instruments(tree: Tree) -> dict[Address, list[Address]]:
    """By metric the tracking that feeds it."""
    found: dict[Address, list[Address]] = {}
    for at in records(tree, KINDS["instrument"]):
        for metric in references(tree, tree.table(at), "metrics", ("metric",)):
            found.setdefault(metric, []).append(at)
    return found


def _tracking_sentence(
    tree: Tree, metric: Address, found: list[Address], until: dt.date, now: Now
) -> tuple[str, Address]:
    """Why a metric will not be seen on a day, with the cause; empty where something verified tracks it.

    Args:
        tree: the plan.
        metric: the metric.
        found: what tracks it.
        until: the day, the launch: tracking that has expired by then does not count.
        now: today.
    """
    name = quoted(tree, metric)
    if not found:
        return f"nobody tracks {name}", metric
    verified = [at for at in found if words(tree.table(at), "state") == "verified"]
    expired = [(at, on) for at in verified if (on := day(tree.table(at), "expires")) and on < until]
    if len(expired) < len(verified):
        return "", metric
    if expired:
        at, on = max(expired, key=lambda pair: pair[1])
        when = f"on {short_date(on, now.date)}"
        ends = f"expired {when}" if on < now.date else f"expires {when}, before the launch"
        return f"{quoted(tree, at)}, which tracks {name}, {ends}", at
    at = min(found, key=lambda each: _rank(words(tree.table(each), "state")))
    state = words(tree.table(at), "state")
    return f"{quoted(tree, at)}, which tracks {name}, {_ONLY.get(state, _ONLY[''])}", at


def _rank(state: str) -> int:
    return _NEAREST.index(state) if state in _NEAREST else _NEAREST.index("")
