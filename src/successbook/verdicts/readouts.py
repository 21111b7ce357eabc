"""Read-outs: what was called success, and for each KPI where it stood, where it is, and what that says.

What came after a release did not come because of it: sentences say *after*. Fewer than three readings since
the launch are too few to say anything. What people wrote down in a read-out stands beside what follows here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure, show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import named, planned_day
from successbook.verdicts.readout_kpis import KpiLine, kpi_line

__all__ = ["ReadoutView", "opening", "readout_lines", "readout_of", "success_of", "success_said"]


@dataclass(frozen=True, slots=True)
class ReadoutView:
    """A read-out on a day.

    Attributes:
        at: the record.
        release: its release.
        title: what it is called.
        opening: what was said success is, and when: the first line.
        day: the day it was held, else today.
        held: whether it was.
        planned: the day it is planned for.
        kpis: each KPI.
        learned: what was learned.
        revised: what is revised.
        next: the day of the next one.
    """

    at: Address
    release: Address
    title: str
    opening: str
    day: dt.date
    held: bool
    planned: dt.date | None
    kpis: tuple[KpiLine, ...]
    learned: str
    revised: str
    next: dt.date | None


def readout_of(tree: Tree, readout: Address, now: Now) -> ReadoutView:
    """A read-out: as it was on the day it was held, or as it would be today."""
    table, release = tree.table(readout), Address(readout.file)
    held = day(table, "held")
    on = held if held is not None and held <= now.date else now.date
    ids = dict.fromkeys(at.key for at in records(tree, KINDS["release_kpi"], release))
    ids |= dict.fromkeys(at.key for at in records(tree, KINDS["readout_kpi"], readout))
    return ReadoutView(
        readout,
        release,
        named(tree, readout),
        opening(tree, readout, now),
        on,
        held is not None and held <= now.date,
        day(table, "planned"),
        tuple(kpi_line(tree, release, readout, each, on) for each in ids),
        words(table, "learned"),
        words(table, "revised"),
        day(table, "next"),
    )


def success_of(tree: Tree, readout: Address) -> str:
    """What success was said to be: as the read-out keeps it, else as the release says it."""
    for at, name in ((readout, "success_was"), (Address(readout.file), "success")):
        if text := " ".join(words(tree.table(at), name).split()):
            return text
    return ""


def success_said(tree: Tree, readout: Address) -> dt.date | None:
    """When that was said: as the read-out keeps it, else as the release says it."""
    own = day(tree.table(readout), "success_said")
    return own or day(tree.table(Address(readout.file)), "success_said")


def opening(tree: Tree, readout: Address, now: Now) -> str:
    """The first line of a read-out: ``On 29 June you said success is: "..."``; nothing is made up."""
    release = Address(readout.file)
    text, said = success_of(tree, readout), success_said(tree, readout)
    if text:
        on = f"On {_long(said, now.date)}" if said is not None else "On a day nobody wrote down"
        return f'{on} you said success is: "{text.replace(chr(34), chr(39))}"'
    wanted = [
        f"{named(tree, metric) if tree.has(metric) else metric.key} {_target(tree, metric, table, now)}"
        for metric, table in _kpis(tree, release)
        if table.get("target") is not None
    ]
    if wanted:
        return f"Nobody said in a sentence what success is; the targets were: {'; '.join(wanted)}"
    return "Nobody wrote down what success is before the launch"


def _kpis(tree: Tree, release: Address) -> Iterator[tuple[Address, Table]]:
    """The metric and the table of each KPI of a release."""
    for at in records(tree, KINDS["release_kpi"], release):
        yield KINDS["metric"].at(at.key), tree.table(at)


def _target(tree: Tree, metric: Address, table: Table, now: Now) -> str:
    by, value = day(table, "by"), table.get("target")
    found = measure(value)
    text = show(value, words(tree.table(metric), "unit")) if found is not None and value is not None else ""
    return f"{text} by {short_date(by, now.date)}" if by is not None else text


def _long(on: dt.date, today: dt.date) -> str:
    return f"{on.day} {on:%B}" + (f" {on.year}" if on.year != today.year else "")


def readout_lines(tree: Tree, release: Address, now: Now) -> tuple[tuple[Address, str, str], ...]:
    """The read-outs of a release as lines: what is to be held, the nearest first, then the last that was.

    Each is the record, when in a word or two, and a sentence without a full stop.
    """
    ahead: list[tuple[dt.date, Address]] = []
    behind: list[tuple[dt.date, Address]] = []
    for at in records(tree, KINDS["readout"], release):
        table = tree.table(at)
        held, planned = day(table, "held"), day(table, "planned")
        if held is not None and held <= now.date:
            behind.append((held, at))
        elif "carried_to" not in table:
            ahead.append((planned or dt.date.max, at))
    lines = [(at, _when(on, now), f"read-out: {named(tree, at)}") for on, at in sorted(ahead, key=_by_day)]
    if behind:
        on, at = max(behind, key=_by_day)
        following = day(tree.table(at), "next")
        coming = f"; the next one {now.relative(following)}" if following is not None else ""
        lines.append((at, "held", f"read-out: {named(tree, at)}, {now.relative(on)}{coming}"))
    if launched := day(tree.table(release), "actual") or planned_day(tree, release):
        lines.sort(key=lambda each: each[1] != "held" and launched > now.date)
    return tuple(lines)


def _by_day(each: tuple[dt.date, Address]) -> dt.date:
    return each[0]


def _when(on: dt.date, now: Now) -> str:
    if on == dt.date.max:
        return "no day"
    return "today" if on == now.date else short_date(on, now.date)
