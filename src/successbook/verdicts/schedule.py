"""Schedules of a release's KPIs: phases with what is due, done and overdue in each, and the way on."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, first_line, readings, words
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.verdicts.collecting import Phase, Wanted, next_reading, phases_of
from successbook.verdicts.dated import Dated, quoted
from successbook.verdicts.judging import stopped
from successbook.verdicts.metrics import Tone
from successbook.verdicts.reasons import on_day
from successbook.verdicts.release_state import launch_day

__all__ = ["PhaseView", "of_schedules", "schedule_of", "to_decide", "wanted_days"]

_MOST = 5_000
"""Readings of a phase that are counted: nobody takes more, and a file may say anything."""


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase of a schedule on a day.

    Attributes:
        at: the phase.
        every: how often a reading is wanted.
        begins: its first day; None where nothing tells.
        ends: the first day after it; None while it goes on.
        state: ``to come``, ``now``, ``over``, or ``no day`` where nothing tells when it is.
        wanted: the readings that were wanted up to now.
        taken: how many of these there are.
        following: the day of the next one.
        goes_on_when: the condition to go on; may be empty.
        decision: go on or stay; empty while nobody has decided.
        decided: when.
        because: why.
        last: whether no phase follows.
    """

    at: Address
    every: str
    begins: dt.date | None
    ends: dt.date | None
    state: str
    wanted: int
    taken: int
    following: dt.date | None
    goes_on_when: str
    decision: str
    decided: dt.date | None
    because: str
    last: bool

    @property
    def missing(self) -> int:
        """The readings that were wanted and are not there."""
        return self.wanted - self.taken

    @property
    def undecided(self) -> bool:
        """Whether it is over, another follows, and nobody has said whether to go on."""
        return self.state == "over" and not self.last and not self.decision and bool(self.goes_on_when)

    def says(self, now: Now) -> tuple[str, Tone]:
        """How it stands, in a sentence without a full stop."""
        taken = f"{self.taken} of {counted(self.wanted, 'reading')}"
        if self.missing:
            taken += f", {self.missing} missing"
        match self.state:
            case "no day":
                return "nobody has said when it begins", "careful"
            case "to come":
                return f"begins {on_day(self.begins or now.date, now)}", "unknown"
            case "now":
                return self._now(taken, now)
        ended = f"over since {short_date(self.ends, now.date)}" if self.ends else "over"
        said = f"{ended}, {taken}"
        if self.decision:
            on = f" on {short_date(self.decided, now.date)}" if self.decided else ""
            why = f": {self.because}" if self.because else ", no reason is written down"
            return f"{said}; decided to {self.decision}{on}{why}", "careful" if self.missing else "good"
        if self.undecided:
            return f"{said}; nobody has decided whether to go on", "careful"
        return said, "careful" if self.missing else "good"

    def _now(self, taken: str, now: Now) -> tuple[str, Tone]:
        until = f" until {short_date(self.ends - dt.timedelta(days=1), now.date)}" if self.ends else ""
        late = self.following is not None and self.following < now.date
        coming = ""
        if self.following is not None:
            days = -now.days_until(self.following)
            coming = (
                f"; a reading is {counted(days, 'day')} late"
                if late
                else f"; next {on_day(self.following, now)}"
            )
        stays = " stays," if self.decision == "stay" else ""
        return (
            f"{stays} runs{until}, {taken}{coming}".strip(),
            "careful" if late or self.missing else "good",
        )


def wanted_days(phase: Phase, until: dt.date) -> Iterator[dt.date]:
    """The days on which a phase wants a reading, up to a day and with it, oldest first."""
    latest: dt.date | None = None
    for _ in range(_MOST):
        wanted: Wanted | None = next_reading([phase], latest)
        if wanted is None or wanted.day > until or (latest is not None and wanted.day <= latest):
            return
        yield wanted.day
        latest = wanted.day


def schedule_of(tree: Tree, kpi: Address, now: Now) -> list[PhaseView]:
    """The phases of a release KPI's schedule, in the order of the file."""
    place = locate(kpi)
    release = Address(kpi.file) if place is not None else kpi
    metric = KINDS["metric"].at(kpi.key)
    taken = [on for on, _ in readings(tree, metric) if on <= now.date]
    phases = {
        each.key: each for each in phases_of(tree.table(kpi.child("schedule")), launch_day(tree, release))
    }
    coming = next_reading(phases.values(), taken[-1] if taken else None)
    found = list(records(tree, KINDS["phase"], kpi))
    last = max(phases.values(), key=lambda each: each.begins, default=None)
    return [
        _view(tree, at, phases.get(at.key), taken, coming, now, last=last is None or at.key == last.key)
        for at in found
    ]


def _view(
    tree: Tree,
    at: Address,
    phase: Phase | None,
    taken: list[dt.date],
    coming: Wanted | None,
    now: Now,
    *,
    last: bool,
) -> PhaseView:
    table = tree.table(at)
    begins, ends = (phase.begins, phase.ends) if phase is not None else (None, None)
    state = "no day"
    if begins is not None:
        over = ends is not None and ends <= now.date
        state = "to come" if begins > now.date else "over" if over else "now"
    wanted, there = _counted(phase, taken, now) if phase is not None else (0, 0)
    inside = coming is not None and begins is not None and begins <= coming.day < (ends or dt.date.max)
    return PhaseView(
        at,
        words(table, "every"),
        begins,
        ends,
        state,
        wanted,
        there,
        coming.day if inside and coming is not None else None,
        first_line(table, "goes_on_when"),
        words(table, "decision"),
        day(table, "decided"),
        first_line(table, "because"),
        last,
    )


def _counted(phase: Phase, taken: list[dt.date], now: Now) -> tuple[int, int]:
    """How many readings were wanted up to now, and how many of these there are.

    A reading counts for the last day that wanted one before it: a week's reading may be taken a day later.
    What is wanted today is not missing yet.
    """
    days = list(wanted_days(phase, now.date))
    if days and days[-1] == now.date and now.date not in taken:
        days.pop()
    ends = [*days[1:], phase.ends or dt.date.max]
    there = sum(_any_within(taken, begin, end) for begin, end in zip(days, ends, strict=False))
    return len(days), there


def _any_within(taken: list[dt.date], begin: dt.date, end: dt.date) -> bool:
    """Whether a reading, of those in the order of their days, lies from one day on and before another."""
    at = bisect_left(taken, begin)
    return at < len(taken) and taken[at] < end


def to_decide(tree: Tree, kpi: Address) -> Address | None:
    """The phase of a schedule at which the next decision is to be made: the first without one.

    None where all are decided; at the last one, on which none follows, nothing is decided.
    """
    found = list(records(tree, KINDS["phase"], kpi))
    return next((at for at in found[:-1] if not words(tree.table(at), "decision")), None)


def of_schedules(tree: Tree, now: Now) -> Iterator[Dated]:
    """The decisions that are due: a phase is over, another follows, and nobody has said whether to go on."""
    for release in records(tree, KINDS["release"]):
        for kpi in records(tree, KINDS["release_kpi"], release):
            metric = KINDS["metric"].at(kpi.key)
            if stopped(tree.table(metric)):
                continue
            for at, ends in _undecided(tree, kpi, launch_day(tree, release), now):
                record = metric if tree.has(metric) else kpi
                what = f"go on with fewer readings of {quoted(tree, record)}, or stay?"
                when = first_line(tree.table(at), "goes_on_when")
                yield Dated(at, "decision", ends, what, f"goes on when: {when}")


def _undecided(
    tree: Tree, kpi: Address, launch: dt.date | None, now: Now
) -> Iterator[tuple[Address, dt.date]]:
    """The phases that `PhaseView.undecided` tells of, with their ends, without counting any readings."""
    asked = {
        at.key: at
        for at in records(tree, KINDS["phase"], kpi)
        if first_line(tree.table(at), "goes_on_when") and not words(tree.table(at), "decision")
    }
    if not asked:
        return
    phases = phases_of(tree.table(kpi.child("schedule")), launch)
    last = max(phases, key=lambda each: each.begins, default=None)
    for each in phases:
        over = each.ends is not None and each.ends <= now.date and each.begins <= now.date
        if over and each.ends is not None and each is not last and each.key in asked:
            yield asked[each.key], each.ends
