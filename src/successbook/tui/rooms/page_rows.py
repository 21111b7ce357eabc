"""The rows of the plan on a page, from what `verdicts.page` works out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from successbook.plan.now import Now, short_date
from successbook.text import capital
from successbook.tree import Address
from successbook.tui.rooms.amounts import amount, bare, unit_beside
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.metrics import MetricView, sparkline

if TYPE_CHECKING:
    from successbook.verdicts.page import Need, Page, Ship
    from successbook.verdicts.page_head import Head

__all__ = [
    "METRIC_COLUMNS",
    "NEED_COLUMNS",
    "SHIP_COLUMNS",
    "WHY_COLUMNS",
    "Goal",
    "metric_rows",
    "need_rows",
    "ship_rows",
    "why_rows",
]

WHY_COLUMNS = (Column(at_least=7), Column(grow=True))
METRIC_COLUMNS = (
    Column(at_most=10, hide_below=72, firm=True),
    Column(grow=True, at_least=18, at_most=72),
    Column(at_most=8, hide_below=96),
    Column(align="right", at_most=9, hide_below=90),
    Column(align="right", at_least=5, at_most=9),
    Column(at_most=12, hide_below=84),
    Column(align="right", at_least=6, at_most=12),
    Column(align="right", at_most=9, hide_below=80),
    Column(at_most=16, firm=True),
)
SHIP_COLUMNS = (Column(grow=True),)
NEED_COLUMNS = (Column(at_most=9, hide_below=34), Column(grow=True))


_REASONS = 3
"""Reasons why a release cannot ship that stand on the page."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where Enter on a row leads: to a record and field, or to the question for a kind without a record.

    Attributes:
        at: the record; None for a question.
        field: the field in it.
        kind: the kind of record that the question is about.
        row: tells rows apart that lead to the same place.
        need: what can be put off, by its id.
    """

    at: Address | None
    field: str = ""
    kind: str = ""
    row: str = ""
    need: str = ""


def why_rows(page: Page | Head) -> list[Row]:
    """From mission to goal, one step a line; a missing step is its question."""
    return [
        Row(
            Goal(step.at, "title", step.kind.name, step.kind.name),
            (Cell(step.kind.label, "muted"), Cell(step.title, "strong" if step.known else "unknown")),
        )
        for step in page.why
    ]


def metric_rows(page: Page | Head, now: Now) -> list[Row]:
    """A heading, then a line for each metric."""
    if not page.metrics:
        return []
    names = ("", "", "", "start", "now", "", "target", "by", "")
    rows = [Row("heading", tuple(Cell(name, "muted") for name in names), selectable=False)]
    return rows + [_metric(view, now) for view in page.metrics]


def _metric(view: MetricView, now: Now) -> Row:
    by = view.aim.by if view.aim else None
    unit = view.unit
    cells = (
        Cell(view.role or "metric", "muted"),
        Cell(view.title),
        Cell(sparkline(view.numbers), "accent"),
        amount(view.start, unit, "muted"),
        _now(view),
        Cell(unit_beside(unit), "muted"),
        amount(view.wanted, unit),
        Cell(short_date(by, now.date), "muted", shorter=(f"{by:%b %Y}", f"{by:%Y}")) if by else Cell(""),
        Cell(view.verdict.word, view.verdict.tone),
    )
    return Row(Goal(view.at, kind="metric"), cells)


def _now(view: MetricView) -> Cell:
    """Where a metric stands; before its first reading where it stood at the start, said to be that."""
    if view.now != "-" or view.start == "-":
        return amount(view.now, view.unit, "strong")
    start = bare(view.start, view.unit)
    said = f"from {start}" if any(map(str.isdigit, start)) else "-"
    return Cell(said, "muted", shorter=("-",) if said != "-" else ())


def ship_rows(page: Page, now: Now) -> list[Row]:
    """What ships next, each initiative, and what will show whether it worked."""
    ship = page.ship
    if ship is None or ship.release is None:
        return []
    when = "no date yet"
    if ship.day is not None:
        when = f"{'shipped ' if ship.shipped else ''}{now.relative(ship.day)}"
    state = Cell("   turned off", "bad") if ship.off else Cell(f"   {when}", "accent")
    title = (Cell(ship.title, "strong"), state)
    level = Cell(f"   {ship.level}" if ship.level else "", "muted", shorter=("",))
    rows = [Row(Goal(ship.release, "planned", "release", "release"), ((*title, level),))]
    rows += [*_ready_rows(ship), *_tested_rows(ship)]
    for at, name, metrics in ship.initiatives:
        rows.append(
            Row(Goal(at, kind="initiative"), ((Cell("initiative  ", "muted"), Cell(name)),), indent=1)
        )
        for view in metrics:
            shown = view.wanted if view.wanted != "-" else "no target yet"
            spans = (
                Cell("it worked if  ", "muted"),
                Cell(view.title, wrap=True),
                Cell(f"  {shown}", "accent"),
            )
            rows.append(Row(Goal(view.at, kind="metric", row="ship"), (spans,), indent=2))
        if not metrics:
            text = "how will you know that it worked?"
            rows.append(Row(Goal(at, kind="initiative", row="no KPI"), (Cell(text, "unknown"),), indent=2))
    if page.stakeholders:
        rows.append(Row("told blank", (Cell(""),), selectable=False))
        names = "; ".join(name for _, name in page.stakeholders)
        told = (Cell("must not be surprised  ", "muted"), Cell(names, wrap=True))
        rows.append(Row(Goal(page.stakeholders[0][0], kind="stakeholder"), (told,)))
    return rows


def _tested_rows(ship: Ship) -> Iterator[Row]:
    """The verdict on its acceptance test, and how far that is."""
    found = ship.tested
    if found is not None:
        done = f"   {found.counts.done} done" if found.counts.executed else "   not begun"
        cells = (Cell("tested  ", "muted"), Cell(found.verdict, found.tone), Cell(done, "muted"))
        yield Row(Goal(found.uat, "", "uat", "tests"), (cells,))


def _ready_rows(ship: Ship) -> Iterator[Row]:
    """Whether it can ship, and the first reasons why not, each leading to its cause."""
    if ship.ready is None or ship.release is None:
        return
    verdict, tone = ship.ready.verdict
    yield Row(Goal(ship.release, "", "release", "verdict"), (Cell(verdict, tone, wrap=True),))
    for number, each in enumerate(ship.ready.against[:_REASONS]):
        said = capital(each.says)
        yield Row(Goal(each.at, each.field, row=f"reason {number}"), (Cell(said, wrap=True),), marker="✗ ")
    rest = len(ship.ready.against) - _REASONS
    if rest > 0:
        more = (Cell(f"and {rest} more", "muted"), Cell("   v shows them all", "muted", shorter=("",)))
        yield Row(Goal(ship.release, "", "release", "more"), (more,), marker="  ")


_SHORT = {"not known yet": "unknown"}


def need_rows(page: Page, troubles: Sequence[str] = ()) -> list[Row]:
    """What waits for somebody: files that cannot be read as they stand, tasks late or due soon, questions."""
    rows = [Row(said, (Cell("file", "bad"), Cell(said, "bad", wrap=True))) for said in troubles]
    return rows + list(_needs(page.needs))


def _needs(needs: tuple[Need, ...]) -> Iterator[Row]:
    for number, need in enumerate(needs):
        key = Goal(need.at, need.field, need.kind, f"{number}", need.id)
        role = {"late": "careful", "not known yet": "unknown"}.get(need.when, "accent")
        yield Row(
            key,
            (Cell(need.when, role, shorter=(_SHORT.get(need.when, need.when),)), Cell(need.text, wrap=True)),
        )
