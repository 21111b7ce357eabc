"""The rows of a read-out: each KPI with its verdict, what was learned, what is revised, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.now import Now, short_date
from successbook.tree import Address
from successbook.tui.widgets.rows import Cell, Column, Row
from successbook.verdicts.readout_kpis import KpiLine
from successbook.verdicts.readouts import ReadoutView

__all__ = ["NARROW_COLUMNS", "WIDE_COLUMNS", "ReadoutKey", "readout_rows"]

WIDE_COLUMNS = (
    Column(grow=True, at_least=16, at_most=72),
    Column(align="right", firm=True, at_least=6),
    Column(align="right", firm=True, at_least=5),
    Column(align="right", firm=True, at_least=6),
    Column(firm=True, at_least=8),
)
NARROW_COLUMNS = (Column(grow=True),)


@dataclass(frozen=True, slots=True)
class ReadoutKey:
    """A line of a read-out.

    Attributes:
        part: ``kpi``, ``learned``, ``revised``, ``next``, ``carry``.
        metric: the metric of a KPI.
    """

    part: str
    metric: Address | None = None


def readout_rows(view: ReadoutView, carried: int, now: Now, *, wide: bool) -> list[Row]:
    """The lines of a read-out.

    Args:
        view: the read-out.
        carried: how many things must be carried on.
        now: the day.
        wide: whether each KPI has columns; else it takes two lines.
    """
    rows: list[Row] = []
    if wide and view.kpis:
        heads = ("", "before", "now", "target", "")
        rows.append(Row("head", tuple(Cell(each, "muted") for each in heads), selectable=False))
    for each in view.kpis:
        rows += _wide(each) if wide else _narrow(each)
    if not view.kpis:
        text = "No KPI belongs to this release: how will you know that it worked?"
        rows.append(Row("none", (Cell(text, "unknown", wrap=True),), selectable=False))
    rows.append(Row("blank", (Cell(""),), selectable=False))
    rows += _said(view, carried, now)
    return rows


def _wide(each: KpiLine) -> Iterator[Row]:
    yield Row(
        ReadoutKey("kpi", each.metric),
        (
            Cell(each.title, wrap=True),
            Cell(each.benchmark, "muted"),
            Cell(each.now, "strong"),
            Cell(each.target, "muted"),
            Cell(each.short, each.tone),
        ),
    )
    yield from _beside(each)


def _narrow(each: KpiLine) -> Iterator[Row]:
    yield Row(
        ReadoutKey("kpi", each.metric),
        ((Cell(each.title, wrap=True), Cell(f"   {each.short}", each.tone, wrap=True)),),
    )
    text = f"{each.benchmark} before, {each.now} now, target {each.target}"
    yield Row(("numbers", each.metric), (Cell(text, "muted", wrap=True),), indent=1, selectable=False)
    yield from _beside(each)


def _beside(each: KpiLine) -> Iterator[Row]:
    """What people said of it, where that is more than the word."""
    parts = [each.learned] if each.learned else []
    if each.said and each.said != each.word:
        parts.insert(0, f"you said: {each.said}")
    if parts:
        yield Row(
            ("beside", each.metric), (Cell("; ".join(parts), "muted", wrap=True),), indent=1, selectable=False
        )


def _said(view: ReadoutView, carried: int, now: Now) -> Iterator[Row]:
    for part, question, text in (
        ("learned", "What did you learn?", view.learned),
        ("revised", "What is changed because of it?", view.revised),
    ):
        answer = (Cell("  Enter writes it", "unknown", wrap=True),) if not text else ()
        yield Row(ReadoutKey(part), ((Cell(question, "accent", wrap=True), *answer),))
        if text:
            yield Row((part, "said"), (Cell(text, wrap=True),), indent=1, selectable=False)
    if view.next is not None:
        days = dict.fromkeys((short_date(view.next, now.date), now.relative(view.next)))
        when = Cell(f"  {', '.join(days)}", wrap=True)
    else:
        when = Cell("  Enter writes a day", "unknown", wrap=True)
    yield Row(ReadoutKey("next"), ((Cell("When is the next one?", "accent", wrap=True), when),))
    if carried:
        things = "one thing is" if carried == 1 else f"{carried} things are"
        them = "it" if carried == 1 else "them"
        text = f"  {things} open: o takes {them} into the next release"
        yield Row(ReadoutKey("carry"), ((Cell("What goes on?", "accent", wrap=True), Cell(text, wrap=True)),))
