"""An outline at the left, the record under its cursor at the right: what most rooms share.

In a narrow terminal the two are pages; Enter turns to the record, Esc back.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from successbook.plan.kinds import kind_name, locate
from successbook.text import capital
from successbook.tree import Address, Change
from successbook.tui.actions import Action
from successbook.tui.rooms.beginning import Beginning
from successbook.tui.rooms.folding import Folding
from successbook.tui.rooms.holders import outwards
from successbook.tui.rooms.outline_rows import OutlineKey
from successbook.tui.rooms.record import RecordPane
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["OutlineRoom"]

_NEEDY = (
    "write",
    "delete",
    "move-down",
    "move-up",
    "indent",
    "outdent",
    "to-record",
    "add-below",
    "fold",
    "unfold",
)


class OutlineRoom(Folding):
    """An outline and a record pane."""

    QUESTION: ClassVar[str] = ""
    PANE: ClassVar[type[RecordPane]] = RecordPane

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._outline.follow = self._follow
        self._pane = self.PANE(workbook)
        self._kind_before = ("", "")
        self.add_class("panes")

    def compose(self) -> ComposeResult:
        """Two panes."""
        yield Panel(self._outline, question=self.QUESTION, classes="first")
        yield self._pane

    # What is shown

    def refill(self, change: Change | None = None) -> None:
        """The outline and the record as they are now."""
        del change
        self._outline.show(self.rows())
        self._pane.refill(self.record)

    def enter(self) -> None:
        """The outline."""
        self._turn(record=False)
        self._outline.focus()

    def show(self, at: Address) -> bool:
        """Bring a record under the cursor, and a field of it too; what hides it is unfolded."""
        place = locate(at)
        home = self._home_of(at)
        if place is None or home is None:
            return False
        self._outline.select(self._key_of(home))
        self._look()
        if place.record != home or place.field:
            self._pane.look_at(place.record, field=place.field[0] if place.field else "", home=home)
            self._turn(record=True)
            self._pane.focus_list()
        else:
            self._turn(record=False)
            self._outline.focus()
        return True

    def _home_of(self, at: Address) -> Address | None:
        """The record with a row of its own that a record is, or stands in; what hides it is unfolded."""
        place = locate(at)
        return next((each for each in outwards(place) if self._reveal(each)), None) if place else None

    @property
    def subject(self) -> Address | None:
        """The record under the cursor; a group is none."""
        return None if self.key.group else self.record

    @property
    def pictured(self) -> Address | None:
        """The record under the cursor; on a group, that whose parts it lists."""
        return self.record

    def place(self) -> Hashable:
        """The row, and where one is in the record, if one is there."""
        return self.key, self._pane.place()

    def return_to(self, place: Hashable) -> None:
        """Back on the row, and in the record."""
        match place:
            case (OutlineKey() as key, inside):
                if key.record is not None and self._reveal(key.record):
                    self._outline.select(key)
                self._look()
                self._turn(record=inside is not None)
                if inside is None:
                    self._outline.focus()
                else:
                    self._pane.return_to(inside)

    def _look(self) -> None:
        self._pane.look_at(self.record)

    def _turn(self, *, record: bool) -> None:
        """In a narrow terminal, turn the page."""
        self.set_class(record, "-second")

    @on(RowList.Moved, ".outline")
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._outline.at_last(self._follow)

    def _follow(self) -> None:
        """Show the record under the cursor, and the keys for it."""
        if not self._pane.writing and self._pane.home != self.record:
            self._look()
        kind = (kind_name(self.record), self.key.group)
        if kind != self._kind_before:
            self._kind_before = kind
            self.screen.query_one(KeyLine).look_again()

    @on(RowList.Chosen, ".outline")
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run("write")

    @on(RecordPane.Left)
    def _left(self, event: RecordPane.Left) -> None:
        event.stop()
        self._turn(record=False)
        self._outline.focus()
        self._look()

    @on(RecordPane.Made)
    def _made(self, event: RecordPane.Made) -> None:
        event.stop()
        if not event.going_on:
            self.show(event.record)
        elif (home := self._home_of(event.record)) is not None:
            self._pane.home = home
            self._outline.select(self._key_of(home))

    @on(RecordPane.Add)
    async def _add(self, event: RecordPane.Add) -> None:
        event.stop()
        await self.action_run("add")

    # What can be done

    def why_not(self, action_id: str) -> str | None:
        """What needs a record under the cursor says so."""
        place = locate(self.record) if self.record is not None else None
        if action_id in _NEEDY and place is None:
            return "There is no record here yet; a adds one"
        if self.key.group and action_id in ("delete", "move-up", "move-down"):
            return "This line is a group; unfold it and choose one of them"
        if place is None:
            return super().why_not(action_id)
        if place.kind.name in ("plan", "notebook") and action_id in ("delete", "move-up", "move-down"):
            return f"This line is the {place.kind.name} itself"
        if action_id in ("move-up", "move-down") and not place.record.path:
            return (
                f"{capital(place.kind.plural)} are files of their own, and stand in the order of their names"
            )
        if action_id == "add-below" and not self.kinds_below(place.kind):
            return f"Nothing belongs to {place.kind.a}"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """On a group Enter unfolds it."""
        row = self._outline.cursor_row
        if each.id == "write" and self.key.group and row is not None:
            return "unfold" if row.marker.startswith("▸") else "fold"
        return super().label_of(each)

    def do_write(self) -> None:
        """Go to the record, ready to write; unfold a group."""
        if self.key.group:
            self._fold(self.key)
            return
        self._turn(record=True)
        self._pane.focus_list()

    def do_to_record(self) -> None:
        """Go to the record."""
        self._turn(record=True)
        self._pane.focus_list()

    def do_delete(self) -> None:
        """Delete the record under the cursor."""
        if self.record is not None:
            self._pane.delete(self.record)

    def start(self, beginning: Beginning) -> None:
        """Turn to the record pane and begin a record there; what needs an id of others asks first."""
        if not beginning.kind.names:
            self._turn(record=True)
        self._pane.begin(beginning)
