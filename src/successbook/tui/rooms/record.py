"""The record pane: one record at a time, every field as text, an editor only for the field being written."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from successbook.errors import Refused
from successbook.plan.describe import field_named
from successbook.plan.hierarchy import reference_to
from successbook.plan.kinds import KINDS, Kind, Place, kind_name, locate, parts_of
from successbook.plan.strange import meant_by
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.asking import Asks
from successbook.tui.rooms.beginning import Beginning
from successbook.tui.rooms.changing import called, delete, delete_reading, delete_strange, take_as_meant
from successbook.tui.rooms.holders import holder_of
from successbook.tui.rooms.record_evidence import EVIDENCE
from successbook.tui.rooms.record_keys import (
    ChartKey,
    FieldKey,
    ListKey,
    MoreKey,
    NewKey,
    PartKey,
    ReadingKey,
    StrangeKey,
)
from successbook.tui.rooms.record_rows import record_rows
from successbook.tui.rooms.record_writing import Writes
from successbook.tui.rooms.room import Room
from successbook.tui.upward import plan_screen_of
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.evidence import SUPPORTED

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["RecordPane"]


class RecordPane(Asks, Writes):
    """Shows and edits one record of the open plan.

    Args:
        workbook: the open plan.

    Attributes:
        record: the record shown.
        home: the record of the outline it belongs to; the same, or the one that holds it.
    """

    SCOPE = "record"
    BINDINGS = bindings_for("record")

    class Add(Message):
        """A record shall be added beside the one of the outline."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._unfolded = False
        self._opened: frozenset[str] = frozenset()

    # What is shown

    def look_at(self, record: Address | None, *, field: str = "", home: Address | None = None) -> None:
        """Show a record, with the cursor on one of its fields."""
        if self._card is not None:
            return
        self._beginning = None
        if record != self.record:
            self._unfolded, self._opened = False, frozenset()
        self.record, self.home = record, home or record
        self._fill(field)

    def refill(self, home: Address | None) -> None:
        """The plan changed: show the record as it is now, or `home` if that is another one."""
        part = self.record if home is not None and home == self.home else None
        there = part is not None and self.workbook.tree.has(part)
        self.look_at(part if there else home, home=home)

    def _fill(self, field: str = "") -> None:
        tree = self.workbook.tree
        place = locate(self.record) if self.record is not None and tree.has(self.record) else None
        if self.record is None or place is None:
            self.ask("Record")
            self._list.show([])
            return
        folded = field and (described := field_named(place.kind, field)) and described.folded
        self._unfolded = self._unfolded or bool(folded and not tree.has(self.record.child(field)))
        self.ask(self._title(place), aside=self._remark())
        view = self.workbook.record(self.record)
        rows = record_rows(
            tree,
            self.record,
            self.workbook.now,
            unfolded=self._unfolded,
            opened=self._opened,
            misfits=view.misfits if view is not None else (),
        )
        self._list.show(rows, cursor=_key_of(place.kind, field) if field else None)

    def _title(self, place: Place) -> str:
        """What kind of record it is; which one, if no field says it; and of which one it is a part."""
        tree = self.workbook.tree
        which = f" · {title_of(tree, place.record)}" if place.kind.names else ""
        holder = holder_of(place) if self.record != self.home else None
        return f"{capital(place.kind.label)}{which}{f' of {title_of(tree, holder)}' if holder else ''}"

    def _remark(self) -> str:
        reason = self.workbook.why_not_change(self.record) if self.record is not None else None
        return "read only" if reason else ""

    def focus_list(self) -> None:
        """Put the focus on the fields."""
        self._list.focus()

    @property
    def subject(self) -> Address | None:
        """The record that is shown."""
        return self.record

    def place(self) -> Hashable:
        """Which record is shown and its line; None while one is not in here."""
        here = self.screen.focused is self._list
        return (self.record, self.home, self._list.cursor_key) if here else None

    def return_to(self, place: Hashable) -> None:
        """Show a record again, with the cursor on the line of then."""
        match place:
            case (Address() as record, home, key) if self.workbook.tree.has(record):
                self.look_at(record, home=home if isinstance(home, Address) else None)
                self._list.select(key)
                self._list.focus()

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run("edit")

    # What can be done

    def why_not(self, action_id: str) -> str | None:
        """What needs a field under the cursor says so."""
        key = self._list.cursor_key
        if action_id in ("external", "not-known", "example") and not isinstance(key, FieldKey):
            return "Put the cursor on a field"
        if action_id == "delete" and not (
            isinstance(key, FieldKey | ReadingKey | StrangeKey) or _is_part(key)
        ):
            return "There is nothing to delete in this line"
        if action_id == "edit" and isinstance(key, StrangeKey) and not self._meant(key):
            return "No empty field is called like it; d deletes it"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """What Enter does on the line under the cursor, and where Esc leads from a part."""
        if each.id == "to-outline" and (holder := self._holder) is not None:
            return f"to the {holder.kind.label}"
        if each.id != "edit":
            return super().label_of(each)
        match self._list.cursor_key:
            case PartKey():
                return "go there"
            case NewKey():
                return "add"
            case ChartKey():
                return "view"
            case ListKey() | MoreKey():
                return "unfold or fold"
            case StrangeKey() as key if meant := self._meant(key):
                return f"take it as {called(KINDS[kind_name(self.record)], meant)}"
            case _:
                return super().label_of(each)

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        """The keys may mean something else on another line."""
        event.stop()
        self.screen.query_one(KeyLine).look_again()

    def do_edit(self) -> None:
        """Write in the field under the cursor, or follow the line."""
        match self._list.cursor_key:
            case FieldKey(name):
                self._write(name)
            case MoreKey():
                self.do_more()
            case ListKey(name):
                self._opened ^= {name}
                self._fill()
            case PartKey(record, True):
                self.look_at(record, home=self.home)
            case PartKey(record, False):
                self.post_message(Room.GoTo(record))
            case ChartKey():
                self.do_view()
            case StrangeKey(name) if self.record is not None:
                self._fill(take_as_meant(self.workbook, self.record.child(name)))
            case NewKey(kind):
                self._add_at(kind)
            case ReadingKey(day):
                if self.home is not None:
                    plan_screen_of(self).take_reading(self.home, day)

    def do_add(self) -> None:
        """Add a part beside the one under the cursor, or one of the kind that its row adds; else a record."""
        match self._list.cursor_key:
            case ReadingKey():
                self.do_reading()
            case NewKey(kind):
                self._add_at(kind)
            case PartKey(_, False, name) if name == EVIDENCE:
                self.do_evidence()
            case PartKey(record) if (place := locate(record)) and holder_of(place) == self.record:
                self.begin(Beginning(place.kind, inside=self.record, after=record, here=True))
            case _:
                self.post_message(self.Add())

    def _add_at(self, kind: str) -> None:
        match kind:
            case "reading":
                self.do_reading()
            case _ if kind == EVIDENCE:
                self.do_evidence()
            case _:
                self._begin_part(kind)

    @property
    def evidence_pane(self) -> RecordPane:
        """Here."""
        return self

    def begin_evidence(self, record: Address) -> None:
        """Begin an insight that speaks for a record."""
        reference = reference_to(record, SUPPORTED)
        self.begin(Beginning(KINDS["insight"], here=True, fields={"supports": (reference,)}))

    def _meant(self, key: StrangeKey) -> str:
        """What a key that no field has probably stands for; empty when nothing is like it."""
        return meant_by(self.workbook.tree, self.record.child(key.name)) if self.record is not None else ""

    def do_more(self) -> None:
        """Show the folded fields, or fold them away again."""
        self._unfolded = not self._unfolded
        self._fill()

    @property
    def _holder(self) -> Place | None:
        """The record to which Esc leads back from a part; None where it leads to the outline."""
        place = locate(self.record) if self.record is not None and self.record != self.home else None
        back = holder_of(place) or self.home if place is not None else None
        return locate(back) if back is not None else None

    def do_to_outline(self) -> None:
        """From a part back to its record, from a record back to the outline."""
        part = self.record
        place = locate(part) if part is not None and part != self.home else None
        if place is None:
            self.post_message(self.Left())
            return
        self.look_at(holder_of(place) or self.home, home=self.home)
        if part is not None and not self._list.select(PartKey(part, part=True)):
            self._opened |= {place.kind.name}  # it is further down in a long list
            self._fill()
            self._list.select(PartKey(part, part=True))

    def do_delete(self) -> None:
        """Empty the field under the cursor, or delete the part or the reading."""
        match self._list.cursor_key:
            case FieldKey(name) if self.record is not None:
                if not self.workbook.tree.has(self.record.child(name)):
                    raise Refused("this field is empty already")
                self._keep(name, None)
            case PartKey(record, True):
                self.delete(record)
            case ReadingKey(day) if self.home is not None:
                delete_reading(self.workbook, self.home, day)
            case StrangeKey(name) if self.record is not None:
                delete_strange(self.workbook, self.record.child(name))
            case _:
                raise Refused("there is nothing to delete in this line")

    def delete(self, record: Address) -> None:
        """Delete a record."""
        say(self, delete(self.workbook, record))


def _is_part(key: object) -> bool:
    return isinstance(key, PartKey) and key.part


def _key_of(kind: Kind, field: str) -> FieldKey | NewKey | StrangeKey:
    """The line of a field or of a key that no field has; of a table of parts, the line that adds one."""
    part = next((each for each in parts_of(kind) if each.table == field), None)
    if part is not None:
        return NewKey(part.name)
    return FieldKey(field) if field_named(kind, field) else StrangeKey(field)
