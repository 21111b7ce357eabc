"""The trace of a record on one screen: up to the mission, down to what shows that it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.tree import Address
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.anywhere import Turns
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.traces import TraceStep, trace_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["TraceKey", "TraceScreen"]

TRACE_COLUMNS = (Column(grow=True, at_least=42), Column(at_most=30, hide_below=50))


@dataclass(frozen=True, slots=True)
class TraceKey:
    """A line of the trace; a record that serves several has several.

    Attributes:
        record: the record.
        line: the number of the line.
    """

    record: Address
    line: int


class TraceScreen(Turns, ModalScreen[Address]):
    """Shows the trace; its result is the record to go to, None when it was closed.

    Args:
        workbook: the open plan.
        record: the record that is asked about.
    """

    SCOPE = "trace"
    BINDINGS = bindings_for("trace")

    def __init__(self, workbook: Workbook, record: Address) -> None:
        super().__init__(classes="over")
        self._workbook = workbook
        self._trace = trace_of(workbook.tree, record, workbook.now)

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        question = f"Where does it come from, what shows that it works?   {self._trace.title}"
        with Panel(question=question, classes="over--panel"):
            yield RowList(columns=TRACE_COLUMNS)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the lines, with the cursor on the record that was asked about."""
        rows = [_row(step, number) for number, step in enumerate(self._trace.steps)]
        asked = next((row.key for row, step in zip(rows, self._trace.steps, strict=True) if step.asked), None)
        gaps = [
            Row(("gap", gap), (Cell(gap, "careful", wrap=True),), selectable=False)
            for gap in self._trace.gaps
        ]
        blank = [Row("blank", (Cell(""),), selectable=False)] if gaps else []
        self.query_one(RowList).show([*rows, *blank, *gaps], cursor=asked)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to the record."""
        event.stop()
        self.do_go_there()

    def do_go_there(self) -> None:
        """Go to the record under the cursor."""
        key = self.query_one(RowList).cursor_key
        if isinstance(key, TraceKey):
            self.dismiss(key.record)

    def do_copy(self) -> None:
        """Copy the trace as Markdown."""
        from successbook.sharing.cards import trace_markdown

        self.app.copy_to_clipboard(trace_markdown(self._trace))
        say(self, "Copied the trace as Markdown")

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)


def _row(step: TraceStep, number: int) -> Row:
    role = "strong" if step.asked else "muted" if step.also else ""
    title = (Cell(f"{step.word}  ", "muted"), Cell(step.title, role))
    here = (Cell("   asked about", "accent", shorter=("  ◂", "")),) if step.asked else ()
    marker = "• " if step.asked else "  "
    return Row(
        TraceKey(step.record, number),
        ((*title, *here), Cell(step.said, step.tone, shorter=_in_short(step.said))),
        indent=step.depth,
        marker=marker,
    )


def _in_short(said: str) -> tuple[str, ...]:
    """Of "96 s, 15 days ago: too early" the verdict, where there is no room for the number."""
    verdict = said.rpartition(": ")[2]
    return (verdict,) if verdict != said else ()
