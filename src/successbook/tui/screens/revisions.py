"""Revising a metric: what holds now, and what was revised before, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from successbook.plan.now import Now, short_date
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.overlay import Overlay
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.revisions import Revised, revisable, revisions_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["RevisableKey", "RevisionsScreen"]

COLUMNS = (Column(at_least=12, at_most=30), Column(grow=True, at_least=14), Column(grow=True, at_least=14))


@dataclass(frozen=True, slots=True)
class RevisableKey:
    """A line that can be revised.

    Attributes:
        field: the field, as `plan.revising.revise` takes it.
    """

    field: str


class RevisionsScreen(Overlay):
    """What of a metric can be revised, and its earlier revisions; its result is where to go, or None.

    Args:
        workbook: the open plan.
        metric: the metric.
    """

    SCOPE = "revising"
    BINDINGS = bindings_for("revising")

    def __init__(self, workbook: Workbook, metric: Address) -> None:
        super().__init__(workbook)
        self._metric = metric

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        title = title_of(self.workbook.tree, self._metric)
        with Panel(question=f"What changes, and why?   {title}", classes="over--panel"):
            yield RowList(columns=COLUMNS)
        yield KeyLine()

    def fill(self) -> None:
        """Show both lists."""
        self.query_one(RowList).show(list(_rows(self.workbook.tree, self._metric, self.workbook.now)))

    def label_of(self, each: Action) -> str:
        """On an earlier revision Enter goes to what keeps it."""
        earlier = isinstance(self.query_one(RowList).cursor_key, Address)
        return "go there" if each.id == "revise-this" and earlier else super().label_of(each)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Enter may mean something else on another line."""
        event.stop()
        self.query_one(KeyLine).look_again()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter."""
        event.stop()
        self.do_revise_this()

    def do_revise_this(self) -> None:
        """Revise what is under the cursor, or go to what keeps an earlier revision."""
        from successbook.tui.screens.revise import ReviseScreen

        match self.query_one(RowList).cursor_key:
            case RevisableKey(field):
                self.app.push_screen(ReviseScreen(self.workbook, self._metric, field))
            case Address() as at:
                self.dismiss(at)


def _rows(tree: Tree, metric: Address, now: Now) -> Iterator[Row]:
    yield Row("now", (Cell("What holds now", "heading"),), selectable=False)
    for each in revisable(tree, metric, now):
        said = Cell(each.now, wrap=True) if each.now else Cell("nothing is said yet", "muted")
        label = "  by" if each.field.endswith(".by") else each.label  # stands right below its target
        yield Row(RevisableKey(each.field), (Cell(label, "muted", wrap=True), said))
    yield Row("blank", (Cell(""),), selectable=False)
    earlier = revisions_of(tree, metric)
    if not earlier:
        none = "Nothing was revised yet: what changes is kept here, with its day and its reason."
        yield Row("none", (Cell(none, "muted", wrap=True),), selectable=False)
        return
    names = (Cell("Revised before", "heading"), Cell("until then", "muted"), Cell("from then on", "muted"))
    yield Row("earlier", names, selectable=False)
    for revised in earlier:
        yield from _revised(revised, now)


def _revised(each: Revised, now: Now) -> Iterator[Row]:
    on = short_date(each.on, now.date) if each.on is not None else "some day"
    when = (Cell(on), Cell(f"  {each.what.lower()}" if each.what else "", "muted", wrap=True))
    yield Row(each.at, (when, Cell(each.old, wrap=True), Cell(each.new, "strong", wrap=True)))
    if each.because:
        because = (Cell("because  ", "muted"), Cell(" ".join(each.because.split()), wrap=True))
        yield Row((each.at, "because"), (Cell(""), because), selectable=False)
