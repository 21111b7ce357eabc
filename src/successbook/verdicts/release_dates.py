"""The days of a release: planned, planned anew and actual side by side, milestones with roles and zones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.moments import time_in_words
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, first_line, words
from successbook.text import counted
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import named, planned_day, who
from successbook.verdicts.metrics import Tone

__all__ = ["DateLine", "RiskLine", "dates_of", "moves_of", "risks_of", "slip"]


@dataclass(frozen=True, slots=True)
class DateLine:
    """A day of a release.

    Attributes:
        at: the record it belongs to.
        field: the field that holds the day.
        day: the day: the actual one, else the planned one.
        title: what happens.
        says: when, in words: planned, moved, actual.
        tone: how that is.
        who: the role or person that answers for it.
        happened: whether it has happened.
    """

    at: Address
    field: str
    day: dt.date
    title: str
    says: str
    tone: Tone
    who: str
    happened: bool


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk with what is done about it.

    Attributes:
        at: the risk.
        title: what may go wrong.
        state: open, mitigated, happened, gone; ``open`` where nobody said.
        mitigation: what is done about it; empty where nothing is.
        owner: who watches it.
        tone: how it stands.
    """

    at: Address
    title: str
    state: str
    mitigation: str
    owner: str
    tone: Tone


def slip(planned: dt.date | None, actual: dt.date) -> str:
    """How far the actual day lies from the planned one: ``as planned``, ``3 days late``, ``1 day early``."""
    if planned is None:
        return ""
    days = (actual - planned).days
    if not days:
        return "as planned"
    return f"{counted(abs(days), 'day')} {'late' if days > 0 else 'early'}"


def moves_of(tree: Tree, release: Address, now: Now) -> Iterator[tuple[Address, str]]:
    """The plans for the launch in their order, the first and each new one, each a sentence without a stop."""
    table = tree.table(release)
    first = day(table, "planned")
    if first is not None:
        yield release, f"first planned for {short_date(first, now.date)}"
    for at in records(tree, KINDS["replan"], release):
        held = tree.table(at)
        to, decided, because = day(held, "to"), day(held, "decided"), first_line(held, "because")
        said = f"moved to {short_date(to, now.date)}" if to else "moved to a day nobody wrote down"
        on = f" on {short_date(decided, now.date)}" if decided else ""
        yield at, f"{said}{on}{f': {because}' if because else ', no reason is written down'}"


def dates_of(tree: Tree, release: Address, now: Now) -> list[DateLine]:
    """The days of a release in their order: milestones, gates, the acceptance test, the launch, read-outs."""
    found = {(each.day, each.title.casefold()): each for each in reversed(list(_dates(tree, release, now)))}
    return sorted(found.values(), key=lambda each: (each.day, each.title))


def _dates(tree: Tree, release: Address, now: Now) -> Iterator[DateLine]:
    table = tree.table(release)
    launch = _line(tree, release, table, "actual", now, planned=planned_day(tree, release))
    if launch is not None:
        yield launch
    for name, done in (("milestone", "actual"), ("gate", "decided"), ("readout", "held")):
        for at in records(tree, KINDS[name], release):
            line = _line(tree, at, tree.table(at), done, now)
            if line is not None:
                yield line
    uat = KINDS["uat"].at("", release)
    for field, title in (("starts", "Acceptance test begins"), ("ends", "Acceptance test ends")):
        on = day(tree.table(uat), field)
        if on is not None:
            yield DateLine(uat, field, on, title, now.relative(on), "unknown", "", on < now.date)


def _line(
    tree: Tree, at: Address, table: Table, done: str, now: Now, *, planned: dt.date | None = None
) -> DateLine | None:
    planned = planned or day(table, "planned")
    actual = day(table, done)
    on = actual or planned
    if on is None:
        return None
    time = table.get("time")
    zone = words(table, "zone")
    clock = f", {time_in_words(on, time, zone, now.zone)}" if isinstance(time, dt.time) else ""
    if actual is not None and actual <= now.date:
        moved = slip(planned, actual)
        tone: Tone = "careful" if moved.endswith("late") else "good"
        says = f"{now.relative(actual)}{clock}{f', {moved}' if moved else ''}"
    else:
        tone = "bad" if on < now.date else "unknown"
        late = ", nobody has said whether it happened" if on < now.date else ""
        says = f"{now.relative(on)}{clock}{late}"
    happened = actual is not None and actual <= now.date
    return DateLine(at, done if not happened else "", on, named(tree, at), says, tone, who(table), happened)


def risks_of(tree: Tree, release: Address) -> list[RiskLine]:
    """The risks of a release, those that are open or have happened first."""
    found = []
    for at in records(tree, KINDS["risk"], release):
        table = tree.table(at)
        state = words(table, "state") or "open"
        mitigation = " ".join(words(table, "mitigation").split())
        over = state in ("mitigated", "gone")
        tone: Tone = "good" if over else "bad" if state == "happened" else "careful"
        found.append(RiskLine(at, named(tree, at), state, mitigation, words(table, "owner"), tone))
    return sorted(found, key=lambda each: each.tone == "good")
