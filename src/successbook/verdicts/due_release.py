"""What is due around a release: its day and steps, what is to be done, readings, targets of its KPIs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure, show
from successbook.plan.now import Now
from successbook.plan.peek import day, readings, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.collecting import next_reading, phases_of
from successbook.verdicts.dated import Dated, named, planned_day, quoted, who
from successbook.verdicts.due_targets import judged_days, of_target
from successbook.verdicts.judging import stopped
from successbook.verdicts.targets import Aim, aims_of

__all__ = ["of_releases"]

_OPEN: Final = (
    ("milestone", "planned", "actual", "milestone {title} of {release}"),
    ("gate", "planned", "decision", "gate {title} of {release}"),
    ("checklist_item", "due", "done", "{title}"),
    ("readout", "planned", "held", "read-out {title} of {release}"),
)
"""Parts of a release: their kind, the field of their day, the field that says it is done, their words."""


def of_releases(tree: Tree, now: Now) -> Iterator[Dated]:
    """What is due around all releases; of readings of a metric that several of them want, the first."""
    wanted: dict[Address, Dated] = {}
    judged = judged_days(tree)
    for release in records(tree, KINDS["release"]):
        table, title = tree.table(release), named(tree, release)
        planned = planned_day(tree, release)
        if "actual" not in table and planned is not None:
            yield Dated(release, "actual", planned, f'release "{title}"', who(table))
        for kind, due, done, text in _OPEN:
            for at, held in _held(tree, kind, release):
                on = day(held, due)
                if on is not None and done not in held and "carried_to" not in held:
                    what = text.format(title=quoted(tree, at), release=title)
                    yield Dated(at, done, on, what, who(held))
        yield from _next_readout(tree, release, title)
        yield from _rollout(tree, release, title, now)
        for incident, said in _held(tree, "incident", release):
            seen = day(said, "detected")
            if seen is not None and not words(said, "decision") and "closed" not in said:
                what = f"decide on {quoted(tree, incident)} of {title}"
                past = f"{quoted(tree, incident)} of {title} is unexpected, and nobody has decided what to do"
                yield Dated(incident, "decision", seen, what, words(said, "fixed_by"), past)
            for at, held in _held(tree, "action_item", incident):
                on = day(held, "due")
                if on is not None and "done" not in held and "carried_to" not in held:
                    yield Dated(at, "done", on, quoted(tree, at), who(held))
        for metric, reading in _readings(tree, release, now):
            if metric not in wanted or reading.day < wanted[metric].day:
                wanted[metric] = reading
        yield from _targets(tree, release, judged, now)
    yield from wanted.values()


def _held(tree: Tree, kind: str, inside: Address) -> Iterator[tuple[Address, Table]]:
    for at in records(tree, KINDS[kind], inside):
        yield at, tree.table(at)


def _next_readout(tree: Tree, release: Address, title: str) -> Iterator[Dated]:
    """The read-out that the last one announces, unless it has a record of its own."""
    held = list(_held(tree, "readout", release))
    days = [day(table, "held") or day(table, "planned") for _, table in held]
    last = max((on for on in days if on is not None), default=None)
    for (at, table), on in zip(held, days, strict=True):
        following = day(table, "next")
        if following is not None and on is not None and on == last and "carried_to" not in table:
            yield Dated(at, "next", following, f"next read-out of {title}")


def _rollout(tree: Tree, release: Address, title: str, now: Now) -> Iterator[Dated]:
    """Stages that have not begun, and holds and pauses that have an end."""
    log = [(at, table) for at, table in _held(tree, "level", release) if _on(table) <= now.date]
    log.sort(key=lambda each: (_on(each[1]), _time(each[1])))
    last = {words(table, "channel"): (at, table) for at, table in log}
    waits = [
        (at, table, resolve(tree, words(table, "stage"), ("stage",), at))
        for at, table in last.values()
        if words(table, "step") in ("hold", "pause") and day(table, "until") is not None
    ]
    for at, table, stage in waits:
        until, step = day(table, "until"), words(table, "step")
        where = f" at {quoted(tree, stage)}" if stage is not None else ""
        if until is not None:
            yield Dated(at, "until", until, f"end of the {step}{where} of {title}", words(table, "by"))
    steps = [(at, table) for at, table in log if words(table, "step") != "hold"]
    begun = {resolve(tree, words(table, "stage"), ("stage",), at) for at, table in steps}
    yield from _stages(tree, release, title, begun, {stage for _, _, stage in waits}, now)


def _on(table: Table) -> dt.date:
    return day(table, "date") or dt.date.min


def _time(table: Table) -> dt.time:
    said = table.get("time")
    return said if isinstance(said, dt.time) else dt.time.min


def _stages(
    tree: Tree,
    release: Address,
    title: str,
    begun: set[Address | None],
    waiting: set[Address | None],
    now: Now,
) -> Iterator[Dated]:
    """Stages still to come; one that was passed over, or may be left out and was, is no longer."""
    passed: set[str] = set()
    ahead: list[Dated] = []
    for at, table in reversed(list(_held(tree, "stage", release))):
        channel, planned = words(table, "channel"), day(table, "planned")
        if at in begun:
            passed.add(channel)
        left_out = table.get("optional") is True and planned is not None and planned < now.date
        if planned is not None and channel not in passed and at not in waiting and not left_out:
            ahead.append(Dated(at, "planned", planned, f"stage {quoted(tree, at)} of {title}"))
    yield from reversed(ahead)


def _readings(tree: Tree, release: Address, now: Now) -> Iterator[tuple[Address, Dated]]:
    """The next reading that each KPI's schedule asks for; before the launch none is late."""
    launched = day(tree.table(release), "actual")
    for at, table in _held(tree, "release_kpi", release):
        schedule, metric = table.get("schedule"), KINDS["metric"].at(at.key)
        if not isinstance(schedule, Table) or stopped(tree.table(metric)):
            continue
        taken = [on for on, _ in readings(tree, metric) if on <= now.date]
        begins = launched or planned_day(tree, release)
        wanted = next_reading(phases_of(schedule, begins), taken[-1] if taken else None)
        if wanted is not None and (launched is not None or wanted.day > now.date):
            record = metric if tree.has(metric) else at
            what = f"reading of {quoted(tree, record)}"
            yield metric, Dated(record, "", wanted.day, what, f"every {wanted.every}")


def _targets(tree: Tree, release: Address, judged: Mapping[str, dt.date], now: Now) -> Iterator[Dated]:
    """The targets of the release's KPIs that no target of the metric itself says already."""
    for at, table in _held(tree, "release_kpi", release):
        by, value = day(table, "by"), table.get("target")
        goal, start = measure(value), measure(table.get("benchmark"))
        metric = KINDS["metric"].at(at.key)
        if by is None or goal is None or any(_same(each, goal.number, by) for each in aims_of(tree, metric)):
            continue
        text = show(value, words(tree.table(metric), "unit"))
        aim = Aim(at, "", goal.number, by, text, state=goal.words or "")
        yield from of_target(tree, metric, aim, start, judged.get(at.key), now)


def _same(aim: Aim, goal: float | None, by: dt.date) -> bool:
    """Whether a target of the metric says what a KPI's does, give or take the rounding of a percentage."""
    if aim.goal is None or goal is None:
        return False
    return aim.by == by and abs(aim.goal - goal) <= abs(goal) / 100
