"""A line to write in and a list below it, which a few letters narrow while the arrows move in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from successbook.tui.dispatch import Acts
from successbook.tui.widgets.rows import Row, RowList

__all__ = ["Narrows"]


class Narrows(Acts, ModalScreen[ScreenResultType]):
    """A screen with one `Input` and one `RowList`. The focus stays in the line; Enter takes from the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    TAKES: ClassVar[str] = "take"
    """The action of Enter, and of a double click."""

    @property
    def found(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    def begin(self) -> None:
        """Write in the line, and show the cursor of the list all the same."""
        self.found.steered = True
        self.query_one(Input).focus()

    def show_found(self, rows: Sequence[Row]) -> None:
        """Show what the letters leave, with the cursor on the first."""
        self.found.show(rows)
        if rows:
            self.found.select(rows[0].key)

    def action_move(self, direction: int) -> None:
        """Move the cursor in the list while the focus stays in the line."""
        self.found.do_down() if direction > 0 else self.found.do_up()

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_run(self.TAKES)

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run(self.TAKES)
