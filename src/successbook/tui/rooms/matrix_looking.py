"""How the table of cases is looked at: which round, in which order, and which of the cases."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tui.rooms.filtering import FilterLine
from successbook.tui.rooms.matrix_rows import ORDERS
from successbook.tui.rooms.testing import Tests
from successbook.tui.upward import app_of
from successbook.tui.widgets.footer import KeyLine

if TYPE_CHECKING:
    from successbook.tree import Address
    from successbook.tui.rooms.matrix_rows import Look
    from successbook.tui.widgets.grid import Grid

__all__ = ["LooksAtCases"]


class LooksAtCases(Tests):
    """Mixin for the table of cases: what one sees of it.

    Attributes:
        grid: the table.
        filter: the line in which one writes what the cases shall hold.
        look: how the cases are looked at.
        marked: the cases that are marked.
    """

    grid: Grid
    filter: FilterLine
    look: Look
    marked: frozenset[Address]

    @abstractmethod
    def fill(self) -> None:
        """Show the plan as it is now."""

    def _rounds(self) -> list[str]:
        return [at.key for at in records(self.workbook.tree, KINDS["round"], self.uat)] if self.uat else []

    def do_other_round(self) -> None:
        """What counts of all, then the rounds from the latest backwards."""
        order = ["", *reversed(self._rounds())]
        at = order.index(self.look.round) if self.look.round in order else 0
        if self.look.fields:
            self.room.turn_to_view("matrix")
        self.look = replace(self.look, round=order[(at + 1) % len(order)])
        self.fill()

    def do_sort_cases(self) -> None:
        """Ask for the order."""
        from successbook.tui.screens.choose import ChooseScreen, Option

        def chosen(order: str | None) -> None:
            """Sort; "by the column" means the one under the cursor now."""
            if order is not None:
                self.look = replace(self.look, order=order.strip(), column=self.grid.column_key)
                self.fill()

        options = [Option(key or " ", key or "own", about) for key, about in ORDERS.items()]
        self._node.app.push_screen(ChooseScreen("In which order?", options), chosen)

    def do_filter_cases(self) -> None:
        """Write what the cases shall hold; they follow while one types."""
        self.filter.open()

    def on_filter_line_changed(self, event: FilterLine.Changed) -> None:
        """The cases that are left, with every letter."""
        event.stop()
        self._follow_filter()

    def _follow_filter(self) -> None:
        if self.look.words != self.filter.said:
            self.look = replace(self.look, words=self.filter.said)
            self.fill()

    def on_filter_line_left(self, event: FilterLine.Left) -> None:
        """Back to the cases."""
        event.stop()
        self._follow_filter()
        self.grid.focus()

    async def on_filter_line_beyond(self, event: FilterLine.Beyond) -> None:
        """Find anything in the plan instead."""
        event.stop()
        self._follow_filter()
        self.grid.focus()
        await app_of(self).action_run("find")

    def do_to_tests(self) -> None:
        """Drop the filter, then the marks; then go to the outline."""
        if self.look.words:
            self.filter.clear()
            self.look = replace(self.look, words="")
        elif self.marked:
            self.marked = frozenset()
        else:
            self.room.turn_to_view("outline")
            return
        self.fill()
        self._node.screen.query_one(KeyLine).look_again()
