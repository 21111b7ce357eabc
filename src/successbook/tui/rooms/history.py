"""6 History: the changes of this sitting, each of which can be taken back."""

from __future__ import annotations

from textual.app import ComposeResult

from successbook.errors import Refused
from successbook.tree import Change, Done
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.room import Room
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["HistoryRoom"]


class HistoryRoom(Room):
    """What changed since the plan was opened, the latest first."""

    SCOPE = "history"
    NAME = "history"
    BINDINGS = bindings_for("history")

    def compose(self) -> ComposeResult:
        """One list."""
        with Panel(question="What changed since you opened the plan?"):
            yield RowList(
                columns=[Column(grow=True), Column(at_most=30, hide_below=70)],
                empty="Nothing has changed yet. Every change appears here, and each can be taken back.",
            )

    def refill(self, change: Change | None = None) -> None:
        """List the changes."""
        del change
        history = self.workbook.history
        rows = [
            Row(
                ("undone", number),
                (Cell(each.change.label, "muted"), Cell("taken back; U does it again", "muted")),
                selectable=False,
            )
            for number, each in enumerate(history.undone)
        ]
        rows += [
            Row(
                ("done", len(history.done) - 1 - number),
                (Cell(each.change.label), Cell(_where(each), "muted")),
            )
            for number, each in enumerate(reversed(history.done))
        ]
        self.query_one(RowList).show(rows)

    def enter(self) -> None:
        """The list."""
        self.query_one(RowList).focus()

    def _chosen(self) -> Done:
        key = self.query_one(RowList).cursor_key
        if not isinstance(key, tuple) or key[0] != "done":
            raise Refused("no change is chosen")
        return self.workbook.history.done[key[1]]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to where it happened."""
        event.stop()
        self.do_go_there()

    def do_go_there(self) -> None:
        """Go to where the change under the cursor happened."""
        self.post_message(Room.GoTo(self._chosen().change.places[-1]))

    def do_take_back(self) -> None:
        """Take back only the change under the cursor; what came later stays."""
        done = self._chosen()
        self.workbook.undo_one(done)
        say(self, f"Taken back: {done.change.label}")


def _where(done: Done) -> str:
    return ", ".join(sorted(done.change.files))
