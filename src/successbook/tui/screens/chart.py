"""The chart of a metric: its readings over time, with baseline, target and releases, and in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.plan.now import short_date
from successbook.tree import Address
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.anywhere import Turns
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.painting import GUTTER
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.tui.widgets.wrapping import width_of
from successbook.verdicts.chart import Chart, Span, chart_of, draw, told
from successbook.verdicts.metrics import look_at

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ChartScreen"]

_TALLEST = 26
"""Lines of a chart; a taller one says no more."""


class ChartScreen(Turns, ModalScreen[None]):
    """Shows how a metric has moved.

    Args:
        workbook: the open plan.
        metric: the metric.
    """

    SCOPE = "chart"
    BINDINGS = bindings_for("chart")

    def __init__(self, workbook: Workbook, metric: Address) -> None:
        super().__init__(classes="over")
        self._workbook, self._metric = workbook, metric

    def compose(self) -> ComposeResult:
        """One panel with one list, whose lines are the chart's."""
        with Panel(classes="over--panel charted"):
            yield RowList(columns=[Column(grow=True)], empty="")
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw when the size is known."""
        self.call_after_refresh(self._draw)

    def on_resize(self, event: events.Resize) -> None:
        """Draw again for the new size."""
        del event
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        tree, now = self._workbook.tree, self._workbook.now
        view = look_at(tree, self._metric, now)
        chart = chart_of(tree, self._metric, now)
        unit = f", {chart.unit}" if chart.unit else ""
        self.query_one(Panel).ask(f"{chart.title}{unit}", aside=view.verdict.word)
        shown = self.query_one(RowList)
        width = max(shown.size.width - GUTTER - shown.scrollbar_size_vertical, 1)
        below = list(_below(chart, now.date, width))
        below += [(Cell(line, "muted", wrap=True),) for line in told(chart, now)]
        if not chart.points and not chart.silent:
            below.append((Cell("Where is it today?   r takes a reading", "muted", wrap=True),))
        lines = sum(-(-sum(len(cell.text) for cell in cells) // width) for cells in below)
        height = min(max(shown.size.height - lines, 8), _TALLEST, shown.size.height)
        drawn = [_cells(line) for line in draw(chart, width, height, now.date)]
        shown.show([Row(at, (cells,), selectable=False) for at, cells in enumerate([*drawn, *below])])

    def do_reading(self) -> None:
        """Write down a new number, and draw again."""
        from successbook.tui.screens.reading import ReadingScreen

        screen = ReadingScreen(self._workbook, self._metric)
        self.app.push_screen(screen, lambda _: self._draw())

    def do_copy(self) -> None:
        """Copy the chart as Markdown."""
        from successbook.sharing.cards import chart_markdown

        chart, now = chart_of(self._workbook.tree, self._metric, self._workbook.now), self._workbook.now
        picture = ["".join(text for text, _ in line) for line in draw(chart, 72, 18, now.date)]
        self.app.copy_to_clipboard(chart_markdown(chart, picture, now))
        say(self, "Copied the chart as Markdown")

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)


def _cells(line: tuple[Span, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(text, role) for text, role in line)


def _below(chart: Chart, today: dt.date, width: int) -> Iterator[tuple[Cell, ...]]:
    """What the marks mean, as many to a line as fit; each has its own character, colour is not needed."""
    if not chart.points:
        return
    marks = [("●", "accent", "readings"), *((char * 2, role, said) for _, char, role, said in chart.levels)]
    marks += [("▲", "careful", f"{said} {short_date(on, today)}") for on, said in chart.releases]
    line: list[Cell] = []
    for mark, role, said in marks:
        entry = [Cell(f"   {mark} " if line else f"{mark} ", role), Cell(said)]
        if line and sum(width_of(cell.text) for cell in [*line, *entry]) > width:
            yield tuple(line)
            line, entry = [], [Cell(f"{mark} ", role), Cell(said)]
        line += entry
    yield tuple(line)
