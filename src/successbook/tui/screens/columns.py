"""Saying what the columns of a file are: once, for every file with the same headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.sharing.columns import TABLES, Columns, folded, mapped
from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from successbook.shelf import Shelf

__all__ = ["ColumnsScreen"]

_COLUMNS = (Column(grow=True, at_least=18), Column(at_most=20, firm=True), Column(grow=True, hide_below=60))


class ColumnsScreen(Acts, ModalScreen[None]):
    """The columns of a file, what each is taken for, and something that stands in it.

    Args:
        shelf: what is remembered of columns.
        columns: the columns.
        examples: by the place of a column something that stands in it.
    """

    SCOPE = "columns"
    BINDINGS = bindings_for("columns")

    def __init__(self, shelf: Shelf, columns: Columns, examples: Mapping[int, str]) -> None:
        super().__init__(classes="over")
        self._shelf, self._columns, self._examples = shelf, columns, examples

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        question = f"These are {self._columns.sort}. What are the columns?"
        with Panel(question=question, classes="over--panel"):
            yield RowList(columns=_COLUMNS)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the columns."""
        self._fill()
        self.query_one(RowList).focus()

    def _fill(self) -> None:
        sort = self._columns.sort
        self._columns = mapped(self._columns.headings, sort, self._shelf.settings.columns(sort))
        fields = {at: field for field, at in self._columns.places.items()}
        names = {column.field: column.heading for column in TABLES[sort]}
        rows = []
        for at, heading in enumerate(self._columns.headings):
            field = fields.get(at, "")
            known = Cell(names.get(field, field) or "left out", "accent" if field else "muted")
            example = Cell(self._examples.get(at, ""), "muted")
            rows.append(Row(at, (Cell(heading or f"column {at + 1}", "strong"), known, example)))
        self.query_one(RowList).show(rows)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Ask what the column is."""
        event.stop()
        self.do_choose_field()

    def why_not(self, action_id: str) -> str | None:
        """A column without a heading cannot be known again."""
        key = self.query_one(RowList).cursor_key
        if action_id == "choose-field" and isinstance(key, int) and not folded(self._columns.headings[key]):
            return "It has no heading by which it could be known again; give it one in the file"
        return super().why_not(action_id)

    def do_choose_field(self) -> None:
        """Ask what the column under the cursor is, and keep the answer."""
        key = self.query_one(RowList).cursor_key
        if not isinstance(key, int) or self.why_not("choose-field"):
            return
        heading, sort = self._columns.headings[key], self._columns.sort
        options = [Option("", "nothing", "Leave this column out.")]
        options += [Option(each.field, each.heading, each.about) for each in TABLES[sort]]

        def keep(field: str | None) -> None:
            """Remember it for every file with such a heading."""
            if field is not None:
                self.attempt(lambda: self._shelf.settings.keep_columns(sort, {folded(heading): field}))
                self._fill()

        self.app.push_screen(ChooseScreen(f'What is "{heading}"?', options), keep)

    def do_close(self) -> None:
        """Back to the preview."""
        self.dismiss()
