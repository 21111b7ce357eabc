"""Lists that stand beside or below each other: past the end of one the cursor goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from successbook.tui.widgets.rows import RowList

__all__ = ["ChainedList", "go_beyond"]


class ChainedList(RowList):
    """A list that tells when the cursor wants to leave it at its top or its end."""

    class Beyond(Message):
        """The cursor wants to leave a list at its top (-1) or its end (1)."""

        def __init__(self, rows: ChainedList, direction: int) -> None:
            super().__init__()
            self.rows = rows
            self.direction = direction

    def _step(self, direction: int) -> None:
        before = self.cursor_key
        super()._step(direction)
        if self.cursor_key == before:
            self.post_message(self.Beyond(self, direction))


def go_beyond(event: ChainedList.Beyond, lists: Sequence[ChainedList]) -> None:
    """Put the focus on the next list that has something to select, at its near end."""
    event.stop()
    order = [each for each in lists if each.cursor_row is not None and each.display]
    at = order.index(event.rows) + event.direction if event.rows in order else -1
    if 0 <= at < len(order):
        order[at].focus()
        order[at].do_first() if event.direction > 0 else order[at].do_last()
