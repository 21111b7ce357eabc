"""6 History: the changes of this sitting, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import commonpath
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from successbook.errors import Refused
from successbook.tree import Change, Done
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.room import Room
from successbook.tui.upward import plan_screen_of
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ChangeKey", "HistoryRoom"]

_FEW = 2


@dataclass(frozen=True, slots=True)
class ChangeKey:
    """A change of one of the workbooks that are open.

    Attributes:
        book: which workbook, 0 for the plan.
        number: its place among the changes that were done, or undone.
        undone: whether it has been taken back.
    """

    book: int
    number: int
    undone: bool = False


class HistoryRoom(Room):
    """What changed since the plan was opened, the latest first; the notebook's under its own heading.

    `workbook` is the one that the change under the cursor belongs to, so that undo is about that one.
    """

    SCOPE = "history"
    NAME = "history"
    BINDINGS = bindings_for("history")

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._list = RowList(
            columns=[Column(grow=True, at_least=44), Column(at_most=44, hide_below=64)],
            empty="Nothing has changed yet.\n\nEvery change appears here.\n"
            "Enter goes to where it happened, x takes back only that one.",
        )

    def compose(self) -> ComposeResult:
        """One list."""
        opened = "notebook" if plan_screen_of(self).is_notebook else "plan"
        yield Panel(self._list, question=f"What changed since you opened the {opened}?")

    def refill(self, change: Change | None = None) -> None:
        """List the changes."""
        del change
        self._list.show(list(self._rows()))
        self._follow()

    def _books(self) -> list[Workbook]:
        return plan_screen_of(self).workbooks

    def _rows(self) -> Iterator[Row]:
        books = self._books()
        several = any(book.history.done or book.history.undone for book in books[1:])
        for number, book in enumerate(books):
            if several:
                heading = "In your notebook" if number else "In the plan"
                yield Row(("heading", number), (Cell(heading, "heading"),), selectable=False)
            yield from _changes(number, book)
            if several and number + 1 < len(books):
                yield Row(("blank", number), (Cell(""),), selectable=False)

    def enter(self) -> None:
        """The list."""
        self._list.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Undo is about the workbook under the cursor."""
        event.stop()
        self._follow()

    def _follow(self) -> None:
        key = self._list.cursor_key
        self.workbook = self._books()[key.book if isinstance(key, ChangeKey) else 0]

    def _chosen(self) -> Done:
        key = self._list.cursor_key
        if not isinstance(key, ChangeKey) or key.undone:
            raise Refused("this change has been taken back already", remedy="U does it again")
        return self._books()[key.book].history.done[key.number]

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to where it happened."""
        event.stop()
        await self.action_run("go-there")

    def why_not(self, action_id: str) -> str | None:
        """There must be a change."""
        key = self._list.cursor_key
        if action_id not in ("go-there", "take-back"):
            return None
        if not isinstance(key, ChangeKey):
            return "Nothing has changed yet"
        return "This change has been taken back already; U does it again" if key.undone else None

    def do_go_there(self) -> None:
        """Go to where the change under the cursor happened."""
        change = self._chosen().change
        there = [place for place in change.places if self.workbook.tree.has(place)]
        if not there:
            raise Refused("what it was about is not there any more", remedy="x takes the change back")
        self.post_message(Room.GoTo(there[-1]))

    def do_take_back(self) -> None:
        """Take back only the change under the cursor; what came later stays."""
        done = self._chosen()
        self.workbook.undo_one(done)
        say(self, f"Taken back: {done.change.label}")


def _changes(number: int, book: Workbook) -> Iterator[Row]:
    """The changes of a workbook, the latest first: those that were taken back, then those that hold."""
    history = book.history
    for at, each in enumerate(history.undone):
        cells = (Cell(each.change.label, "muted"), Cell("taken back; U does it again", "muted"))
        yield Row(ChangeKey(number, at, undone=True), cells)
    for at in range(len(history.done) - 1, -1, -1):
        each = history.done[at]
        where = _where(each.change)
        shorter = (where.removeprefix("releases/"), where.rpartition("/")[2])
        yield Row(ChangeKey(number, at), (Cell(each.change.label), Cell(where, "muted", shorter=shorter)))


def _where(change: Change) -> str:
    """The files that a change touched; of more than a few how many, and the folder in which they all are."""
    files = sorted(change.files)
    if len(files) <= _FEW:
        return ", ".join(files)
    folder = commonpath(files)
    return f"{len(files)} files in {folder}" if folder else f"{len(files)} files"
