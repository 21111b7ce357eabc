"""An outline at the left, the record under its cursor at the right: what most rooms share.

In a narrow terminal the two are pages; Enter turns to the record, Esc back.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from successbook.plan.kinds import locate
from successbook.text import capital
from successbook.tree import Address, Change
from successbook.tui.actions import Action
from successbook.tui.rooms.adding import Adds
from successbook.tui.rooms.beginning import Beginning
from successbook.tui.rooms.holders import outwards
from successbook.tui.rooms.outline_rows import Folds, OutlineKey
from successbook.tui.rooms.record import RecordPane
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Column, Row, RowList

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


class OutlineRoom(Adds):
    """An outline and a record pane."""

    QUESTION: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    COLUMNS: ClassVar[Sequence[Column]] = (Column(grow=True),)
    PANE: ClassVar[type[RecordPane]] = RecordPane

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._folds = Folds()
        self._outline = RowList(columns=self.COLUMNS, empty=self.EMPTY, classes="outline")
        self._outline.follow = self._follow
        self._pane = self.PANE(workbook)
        self._kind_before = ("", "")
        self.add_class("panes")

    def rows(self) -> list[Row]:
        """The outline's rows."""
        return []

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

    def _key_of(self, record: Address) -> OutlineKey:
        return next(key for key in self._keys() if key.record == record and not key.group)

    def _keys(self) -> list[OutlineKey]:
        return [row.key for row in self._outline.rows if isinstance(row.key, OutlineKey)]

    def _listed(self, record: Address) -> bool:
        return _lists(self._outline.rows, record)

    def _reveal(self, record: Address) -> bool:
        """Unfold what hides a record; False, and all as it was, if it has no row of its own here."""
        if self._listed(record):
            return True
        folds, rows = self._folds, list(self._outline.rows)
        for holder, group in self._hiding(record):
            before = self._folds
            self._folds = before.toggle(holder, group)
            fresh = self.rows()
            if len(fresh) < len(rows):
                self._folds = before  # it was open
            else:
                rows = fresh
            if _lists(rows, record):
                self._outline.show(rows)
                return True
        self._folds = folds
        return False

    def _hiding(self, record: Address) -> Iterator[tuple[Address, str]]:
        """What may hide a record when folded, from the top: the records it stands in, and their groups."""
        place = locate(record)
        holders = list(outwards(place))[::-1] if place else []
        for number, holder in enumerate(holders):
            yield holder, ""
            inner = locate(holders[number + 1]) if number + 1 < len(holders) else None
            if inner is not None:
                yield holder, inner.kind.name

    @property
    def key(self) -> OutlineKey:
        """What the row under the cursor stands for."""
        row = self._outline.cursor_row
        return row.key if row is not None and isinstance(row.key, OutlineKey) else OutlineKey(None)

    @property
    def subject(self) -> Address | None:
        """The record under the cursor; a group is none."""
        return None if self.key.group else self.record

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
        self._follow()

    def _follow(self) -> None:
        """Show the record under the cursor, and the keys for it."""
        if not self._pane.writing and self._pane.home != self.record:
            self._look()
        kind = (locate_kind(self.key), self.key.group)
        if kind != self._kind_before:
            self._kind_before = kind
            self.screen.query_one(KeyLine).refresh()

    @on(RowList.Chosen, ".outline")
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run("write")

    @on(RowList.Marked, ".outline")
    def _marked(self, event: RowList.Marked) -> None:
        event.stop()
        if isinstance(event.row.key, OutlineKey):
            self._fold(event.row.key)

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

    def do_fold(self) -> None:
        """Fold what hangs below; if there is nothing, go to what it hangs under."""
        row, key = self._outline.cursor_row, self.key
        if row is not None and row.marker.startswith("▾"):
            self._fold(key)
        elif key.parent is not None:
            above = [each for each in self._keys() if each.record == key.parent]
            self._outline.select(
                above[-1] if locate_kind(key) in {each.group for each in above} else above[0]
            )

    def do_unfold(self) -> None:
        """Unfold what hangs below; if it is unfolded, go into it."""
        row = self._outline.cursor_row
        if row is not None and row.marker.startswith("▸"):
            self._fold(self.key)
        elif row is not None and row.marker.startswith("▾"):
            self._outline.do_down()

    def _fold(self, key: OutlineKey) -> None:
        if key.record is not None:
            self._folds = self._folds.toggle(key.record, key.group)
            self._outline.show(self.rows())
            self.screen.query_one(KeyLine).refresh()


def _lists(rows: Sequence[Row], record: Address) -> bool:
    """Whether a record has a row of its own."""
    keys = (row.key for row in rows)
    return any(isinstance(key, OutlineKey) and key.record == record and not key.group for key in keys)


def locate_kind(key: OutlineKey) -> str:
    """The kind of record that a row stands for."""
    place = locate(key.record) if key.record is not None else None
    return place.kind.name if place else ""
