"""The grid of stakeholders and steps: who was told what at which step, who agreed, who has yet to hear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.agreements import Agreement, agreement_of
from successbook.verdicts.dated import SOON, named
from successbook.verdicts.expectations import Hearing, concerned, has_left, hearing_of
from successbook.verdicts.gaps import gap_in_words
from successbook.verdicts.metrics import Tone
from successbook.verdicts.release_state import launch_day
from successbook.verdicts.told_steps import Step, releases_of, step_meant, steps_of, updates_about

__all__ = [
    "DECIDING",
    "LEGEND",
    "Grid",
    "GridCell",
    "GridRow",
    "Step",
    "grid_lines",
    "grid_of",
    "release_for",
]

_BEFORE, _AFTER = 3, 7
"""Days around a step at which whoever heard of something else is not quite without news."""

LEGEND: Final = "✓ told   ★ agreed   ~ heard of something else then   due   ✗ not told   · need not hear"
"""What the marks of the grid mean."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A stakeholder at a step.

    Attributes:
        state: told, agreed, heard (of something else, around that day), due, not told; empty where nothing
            need be.
        day: when they were told.
        update: what they were told.
    """

    state: str
    day: dt.date | None = None
    update: Address | None = None

    def shown(self, now: Now) -> tuple[str, Tone | str]:
        """The cell in eight letters, readable without colours, and its tone."""
        on = short_date(self.day, now.date) if self.day is not None else ""
        match self.state:
            case "told":
                return f"✓ {on}".strip(), "good"
            case "agreed":
                return f"★ {on}".strip(), "good"
            case "heard":
                return f"~ {on}".strip(), "careful"
            case "due":
                return "due", "careful"
            case "not told":
                return "✗", "bad"
        return "·", "muted"

    def says(self, step: Step, now: Now) -> str:
        """The cell in words, without a full stop."""
        when = f", {short_date(step.day, now.date)}" if step.day is not None else ""
        on = f" on {short_date(self.day, now.date)}" if self.day is not None else ""
        words_ = {
            "told": f"told{on}",
            "agreed": f"told, and agreed,{on}",
            "heard": f"not told of it, but heard of something else{on}",
            "due": f"to be told {now.relative(step.day) if step.day else ''}".rstrip(),
            "not told": "not told",
        }
        return f"{step.title}{when}: {words_.get(self.state, 'nothing need be told')}"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A stakeholder with a cell for each step.

    Attributes:
        at: the stakeholder.
        name: what they are called.
        role: informed, consulted, approver, sponsor.
        left: whether they have left.
        hearing: when they last heard.
        agreement: whether they agreed to this release, and when.
        gap: what lies between what they expect and what they were told.
        cells: one for each step.
    """

    at: Address
    name: str
    role: str
    left: bool
    hearing: Hearing
    agreement: Agreement
    gap: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All stakeholders of a release, the deciding ones first, and all steps in the order of their days."""

    release: Address | None
    title: str
    steps: tuple[Step, ...]
    rows: tuple[GridRow, ...]

    def present(self, now: Now) -> int:
        """The number of the step that is next, else of the last one."""
        for number, step in enumerate(self.steps):
            if step.day is not None and step.day >= now.date:
                return number
        return max(len(self.steps) - 1, 0)


def release_for(tree: Tree, stakeholder: Address, now: Now) -> Address | None:
    """The release about which a stakeholder is asked first: the next that concerns them, else the last."""
    found = releases_of(tree, stakeholder)
    days = {at: launch_day(tree, at) or dt.date.max for at in found}
    ahead = [at for at in found if days[at] >= now.date and day(tree.table(at), "actual") is None]
    return min(ahead, key=lambda at: days[at]) if ahead else max(found, key=lambda at: days[at], default=None)


DECIDING: Final = ("approver", "sponsor")
"""The roles whose agreement is asked for."""
_ROLES: Final = ("approver", "sponsor", "consulted", "informed")


def grid_of(tree: Tree, release: Address | None, now: Now) -> Grid:
    """The grid of a release; without one that of all stakeholders, with the steps they were told at."""
    found = concerned(tree, release) if release is not None else list(records(tree, KINDS["stakeholder"]))
    found.sort(
        key=lambda at: (
            _ROLES.index(role) if (role := words(tree.table(at), "role")) in _ROLES else len(_ROLES)
        )
    )
    steps = steps_of(tree, release, found)
    title = named(tree, release) if release is not None else ""
    return Grid(release, title, tuple(steps), tuple(_row(tree, at, release, steps, now) for at in found))


def _row(tree: Tree, at: Address, release: Address | None, steps: Sequence[Step], now: Now) -> GridRow:
    table = tree.table(at)
    agreement = agreement_of(tree, at, release, now)
    agreed = None if agreement.state in ("agreed elsewhere", "to agree") else agreement.on
    since = day(table, "since")
    told: dict[int, tuple[dt.date, Address]] = {}
    own = [each for each in updates_about(tree, at, release) if each[0] <= now.date]
    for on, update, held in own:
        number = step_meant(words(held, "step"), on, steps)
        if number is not None:
            told[number] = (on, update)
    cells = tuple(
        _cell(step, told.get(number) or _around(step, own), agreed, since, now, left=has_left(tree, at))
        for number, step in enumerate(steps)
    )
    hearing = hearing_of(tree, at, now)
    gap = gap_in_words(tree, at, release, now)
    return GridRow(
        at, named(tree, at), words(table, "role"), has_left(tree, at), hearing, agreement, gap, cells
    )


def _around(step: Step, told: Sequence[tuple[dt.date, Address, Table]]) -> tuple[dt.date, None] | None:
    """That a stakeholder heard of something else around the day of a step that needs to be told."""
    if not step.needed or step.day is None:
        return None
    near = [on for on, _, _ in told if -_BEFORE <= (on - step.day).days <= _AFTER]
    return (near[0], None) if near else None


def _cell(
    step: Step,
    told: tuple[dt.date, Address | None] | None,
    agreed: dt.date | None,
    since: dt.date | None,
    now: Now,
    *,
    left: bool,
) -> GridCell:
    if told is not None:
        on, update = told
        state = "heard" if update is None else "agreed" if agreed == on else "told"
        return GridCell(state, on, update)
    if not step.needed or step.day is None or left or (since is not None and since > step.day):
        return GridCell("")
    days = now.days_until(step.day)
    if days < 0:
        return GridCell("not told")
    return GridCell("due" if days <= SOON else "")


def grid_lines(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    """The grid told line by line: each stakeholder, when they heard, what lies between, and every step."""
    grid = grid_of(tree, release, now)
    if not grid.rows:
        yield "Nobody is named who must not be surprised."
    for row in grid.rows:
        role = f", {row.role}" if row.role else ""
        left = "has left" if row.left else row.hearing.says(now)
        yield f"{row.name}{role}: {left}"
        yield f"  Between what they expect and what they were told: {row.gap}"
        if row.role in DECIDING or row.agreement.on is not None:
            yield f"  Agreement: {row.agreement.says(tree, now)}"
        for step, cell in zip(grid.steps, row.cells, strict=True):
            if cell.state:
                yield f"  {cell.says(step, now)}"
