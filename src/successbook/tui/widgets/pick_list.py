"""A list whose lines are picked one by one, with the space bar."""

from __future__ import annotations

from textual.message import Message

from successbook.tui.dispatch import bindings_for
from successbook.tui.widgets.rows import Row, RowList

__all__ = ["PickList"]


class PickList(RowList):
    """A `RowList` in which Space picks instead of turning the page."""

    SCOPE = "picking"
    BINDINGS = bindings_for("picking")

    class Picked(Message):
        """The line under the cursor shall be picked, or no longer."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def do_pick_line(self) -> None:
        """Pick the line under the cursor, or no longer."""
        if self.cursor_row is not None:
            self.post_message(self.Picked(self.cursor_row))
