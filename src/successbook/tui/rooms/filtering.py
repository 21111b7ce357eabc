"""Narrowing an outline down: a line to write in above it, and the rows that stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.rows import Cell, Row

__all__ = ["FilterLine", "narrowed"]


class FilterLine(Acts, Vertical):
    """The line in which one writes what the rows shall hold; out of sight while nothing is filtered.

    Args:
        hint: what stands there until something is typed.
    """

    SCOPE = "filtering"
    BINDINGS = bindings_for("filtering")

    class Changed(Message):
        """The words are others now."""

    class Left(Message):
        """Back to the rows; the filter stays."""

    class Beyond(Message):
        """Find anything in the plan instead."""

    def __init__(self, hint: str = "words, a kind, an owner; / finds anything") -> None:
        super().__init__(classes="filter")
        self._input = OneLineInput(placeholder=hint, compact=True)

    def compose(self) -> ComposeResult:
        """One line."""
        yield self._input

    def on_mount(self) -> None:
        """Out of sight."""
        self.display = False

    @property
    def words(self) -> tuple[str, ...]:
        """What the rows shall hold, capitals aside."""
        return tuple(self._input.value.casefold().split())

    @property
    def said(self) -> str:
        """What was typed."""
        return self._input.value.strip()

    def open(self) -> None:
        """Write; what stands there is replaced by the first letter."""
        self.display = True
        self._input.focus()
        self._input.select_all()

    def clear(self) -> None:
        """Show all rows again."""
        self.display = False
        self._input.value = ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == "/":
            self.clear()
            self.post_message(self.Beyond())
            return
        self.post_message(self.Changed())

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        await self.action_run("filter-keep")

    def do_filter_keep(self) -> None:
        """Go to the rows."""
        if not self.words:
            self.clear()
        self.post_message(self.Left())

    def do_filter_clear(self) -> None:
        """Show all rows, and go to them."""
        self.clear()
        self.post_message(self.Left())


def narrowed(
    rows: Sequence[Row], words: Sequence[str], beside: Callable[[Row], str]
) -> tuple[list[Row], Row | None]:
    """The rows that hold all words, and those above them that say where they hang.

    Args:
        rows: the rows of an outline, nothing folded.
        words: beginnings or parts of words, in small letters.
        beside: what else a row is found by: its owners.

    Returns:
        these rows, and the first that holds the words itself.
    """
    kept: list[Row] = []
    first: Row | None = None
    wanted_above = 0  # rows with a smaller indent than this stand above a row that is kept
    for row in reversed(rows):
        if not row.selectable:
            if kept and kept[-1].selectable and row.cells != (Cell(""),):
                kept.append(row)  # the heading of what is kept
            wanted_above = 0
            continue
        text = f"{_text(row)} {beside(row)}".casefold()
        holds = all(word in text for word in words)
        first = row if holds else first
        if holds or row.indent < wanted_above:
            kept.append(row)
            wanted_above = row.indent
    return kept[::-1], first


def _text(row: Row) -> str:
    cells = (part for cell in row.cells for part in ((cell,) if isinstance(cell, Cell) else cell))
    return " ".join(part.text for part in cells)
