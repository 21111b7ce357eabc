"""Everything that can be said of one line of a session, over the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.tree import Address, Change
from successbook.tui.actions import Action
from successbook.tui.rooms.record import RecordPane
from successbook.tui.rooms.room import Room
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["LineScreen"]

_ELSEWHERE = ("trace", "purpose", "view", "reading", "back", "add")


class _LinePane(RecordPane):
    """The record pane, without what leads out of a session."""

    def why_not(self, action_id: str) -> str | None:
        """What leads elsewhere waits until the session is left."""
        return "Not during a session; q stops it" if action_id in _ELSEWHERE else super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """Esc leads back to the session."""
        return "back to the session" if each.id == "to-outline" else super().label_of(each)


class LineScreen(ModalScreen[None]):
    """One record of the notebook, every field of it.

    Args:
        workbook: the open notebook.
        record: the record.
        field: the field to begin at; empty for the first.
    """

    def __init__(self, workbook: Workbook, record: Address, field: str = "") -> None:
        super().__init__(classes="over session-record")
        self._workbook, self._record, self._field = workbook, record, field
        self._pane = _LinePane(workbook)

    def compose(self) -> ComposeResult:
        """One pane."""
        yield TitleLine(self._workbook.title)
        yield self._pane
        yield KeyLine()

    def on_mount(self) -> None:
        """Show it, and follow its changes."""
        self._unlisten = self._workbook.listen(self._changed)
        self._pane.look_at(self._record, field=self._field)
        self._pane.focus_list()

    def on_unmount(self) -> None:
        """Stop listening."""
        self._unlisten()

    def _changed(self, change: Change) -> None:
        del change
        if not self._workbook.tree.has(self._record):
            self.dismiss()
        else:
            self._pane.refill(self._record)

    @on(RecordPane.Left)
    def _left(self, event: RecordPane.Left) -> None:
        event.stop()
        self.dismiss()

    @on(RecordPane.Add)
    @on(RecordPane.Made)
    @on(Room.GoTo)
    def _stay(self, event: RecordPane.Add | RecordPane.Made | Room.GoTo) -> None:
        event.stop()
