"""Writing in the record pane: an editor over the row of a field, new records, and what becomes of both."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from successbook.errors import Refused
from successbook.plan.describe import FieldDescription, field_named
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.plan.titles import title_of
from successbook.tree import Address, Value
from successbook.tui.dispatch import say
from successbook.tui.rooms.beginning import Beginning, choose_id, come_to_be
from successbook.tui.rooms.deciding import ask_freeze
from successbook.tui.rooms.field_editors import card_for
from successbook.tui.rooms.looking import Looks
from successbook.tui.rooms.record_keys import FieldKey
from successbook.tui.rooms.record_rows import RECORD_COLUMNS, blank_rows
from successbook.tui.rooms.room import Room
from successbook.tui.widgets.editors import EditorCard, Leave
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.benchmarks import is_frozen
from successbook.verdicts.moving import expect_no_circle

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Writes"]

_EMPTY = "Here the record under the cursor can be read and written: every field with the question it asks."


class Writes(Looks, Panel):
    """A panel in which the fields of one record are written.

    Args:
        workbook: the open plan.

    Attributes:
        record: the record shown.
        home: the record of the outline it belongs to; the same, or the one that holds it.
    """

    class Left(Message):
        """Back to the outline."""

    class Made(Message):
        """A record came to be.

        Attributes:
            record: the record.
            going_on: whether its next field is being written already.
        """

        def __init__(self, record: Address, *, going_on: bool) -> None:
            super().__init__()
            self.record = record
            self.going_on = going_on

    def __init__(self, workbook: Workbook) -> None:
        self._list = RowList(columns=RECORD_COLUMNS, empty=_EMPTY)
        self._card: EditorCard | None = None
        super().__init__(self._list, question="Record", classes="second")
        self.workbook = workbook
        self.record: Address | None = None
        self.home: Address | None = None
        self._beginning: Beginning | None = None

    @property
    def writing(self) -> bool:
        """Whether a field is being written."""
        return self._card is not None or self._beginning is not None

    @abstractmethod
    def look_at(self, record: Address | None, *, field: str = "", home: Address | None = None) -> None:
        """Show a record, with the cursor on one of its fields."""

    @abstractmethod
    def _fill(self, field: str = "") -> None:
        """Show the record as it is now, with the cursor on one of its fields."""

    # New records

    def begin(self, beginning: Beginning) -> None:
        """Begin a new record: choose what it is about, or write its first field."""
        if beginning.kind.names:

            def chosen(id_: str) -> None:
                self.attempt(lambda: self._add(beginning, id_))

            choose_id(self, self.workbook.tree, beginning.kind, beginning.inside, chosen)
            return
        self._beginning = beginning
        self.ask(f"New {beginning.kind.label}")
        rows = blank_rows(beginning.kind)
        self._list.show(rows)
        self._list.focus()
        if rows and isinstance(rows[0].key, FieldKey):
            self._write(rows[0].key.name)

    def _begin_part(self, name: str) -> None:
        self.begin(Beginning(KINDS[name], inside=self.record, here=True))

    def _add(self, beginning: Beginning, id_: str) -> None:
        """Add a record that is called what others are."""
        draft = self.workbook.draft()
        record = draft.add(beginning.kind, inside=beginning.inside, after=beginning.after, id_=id_)
        self.workbook.do(draft.change(f'Add {beginning.kind.label} "{title_of(draft.tree, record)}"'))
        keys = (row.key for row in blank_rows(beginning.kind))
        first = next((key.name for key in keys if isinstance(key, FieldKey)), "")
        self._shown_after(beginning, record, first)

    def _shown_after(
        self, beginning: Beginning, record: Address, name: str = "", *, on: bool = False
    ) -> None:
        """Show a new record, here or where it stands."""
        if beginning.here and beginning.kind.table:
            self.look_at(record, field=name, home=self.home)
            self._list.focus()
            return
        if on:
            self.look_at(record, field=name)
        elif not beginning.kind.table:
            self.post_message(Room.GoTo(record))  # it may stand in another room
            return
        self.post_message(self.Made(record, going_on=on))

    # Writing

    def _kind(self) -> Kind | None:
        if self._beginning is not None:
            return self._beginning.kind
        place = locate(self.record) if self.record is not None else None
        return place.kind if place else None

    def _described(self, name: str) -> FieldDescription | None:
        kind = self._kind()
        return field_named(kind, name) if kind else None

    def _write(self, name: str) -> None:
        """Open the editor of a field over its row."""
        described = self._described(name)
        region = self._list.region_of(FieldKey(name))
        if described is None or region is None or self._card is not None:
            return
        if self.record is not None and self._beginning is None:
            reason = self.workbook.why_not_change(self.record)
            if reason:
                raise Refused(reason)
            if is_frozen(self.workbook.tree, self.record.child(name)):
                ask_freeze(self, self.workbook, self.record)
                return
        self._list.select(FieldKey(name))
        beginning = self._beginning
        at = None if beginning else self.record
        self._card = card_for(self.workbook, described, at, inside=beginning.inside if beginning else None)
        self._card.open(self._list, FieldKey(name))

    @on(EditorCard.Done)
    def _done(self, event: EditorCard.Done) -> None:
        """A field was left: what was written goes into the plan."""
        event.stop()
        self._card = None
        name = str(event.subject)
        if event.leave == "not-known":
            self.attempt(lambda: self._say_not_known(name))
        elif event.changed:
            self.attempt(lambda: self._keep(name, event.value, event.leave, event.also))
        elif self._beginning is not None:
            self._give_up()
            return
        if event.leave in ("tab", "back") and self._beginning is None:
            self._write_next(name, 1 if event.leave == "tab" else -1)

    def _give_up(self) -> None:
        """Nothing was written in a new record: there is none."""
        beginning, self._beginning = self._beginning, None
        if beginning is not None and beginning.here:
            self._fill()
        else:
            self.post_message(self.Left())

    def _keep(
        self, name: str, value: Value | None, leave: Leave = "enter", also: Mapping[str, Value] | None = None
    ) -> None:
        beginning, self._beginning = self._beginning, None
        if beginning is not None:
            self._make(beginning, name, value, leave)
            return
        if self.record is None:
            return
        if is_frozen(self.workbook.tree, self.record.child(name)):
            raise Refused("a frozen benchmark is changed with a reason", remedy="f asks for both")
        expect_no_circle(self.workbook.tree, self.record, name, value)
        draft = self.workbook.draft()
        before = title_of(draft.tree, self.record)
        for field, held in {name: value, **(also or {})}.items():
            draft.put(self.record.child(field), held)
        described = self._described(name)
        label = described.label.lower() if described else name
        title, kind = title_of(draft.tree, self.record), self._kind()
        if value is None:
            named = f'"{before}": {label} emptied'
        else:
            named = f'Rename {kind.label} "{title}"' if kind and name == "title" else f'"{title}": {label}'
        self.workbook.do(draft.change(named))
        self._fill(name)

    def _make(self, beginning: Beginning, name: str, value: Value | None, leave: Leave) -> None:
        draft, kind = self.workbook.draft(), beginning.kind
        try:
            record = come_to_be(draft, beginning, name, value, self.workbook.now)
            self.workbook.do(draft.change(f'Add {kind.label} "{title_of(draft.tree, record)}"'))
        except Refused as error:
            say(self, str(error), "error")
            self._beginning = beginning
            self._give_up()
            return
        on = leave in ("tab", "back")
        self._shown_after(beginning, record, name, on=on)

    def _write_next(self, name: str, step: int) -> None:
        names = [row.key.name for row in self._list.rows if isinstance(row.key, FieldKey)]
        at = names.index(name) + step if name in names else len(names)
        if 0 <= at < len(names):
            self._list.select(FieldKey(names[at]))
            self.call_after_refresh(self._write, names[at])

    # Fields without an editor

    def do_not_known(self) -> None:
        """Say "don't know yet" to the question under the cursor."""
        match self._list.cursor_key:
            case FieldKey(name):
                self._say_not_known(name)
            case _:
                raise Refused("put the cursor on a field")

    def _say_not_known(self, name: str) -> None:
        if self._beginning is not None:
            self._give_up()
        elif self.record is not None:
            draft = self.workbook.draft()
            draft.dont_know(self.record, name)
            described = self._described(name)
            label = described.label.lower() if described else name
            title = title_of(draft.tree, self.record)
            self.workbook.do(draft.change(f'"{title}": {label} not known yet'))
            self._fill(name)

    def do_example(self) -> None:
        """Say what a good answer looks like."""
        key = self._list.cursor_key
        described = self._described(key.name) if isinstance(key, FieldKey) else None
        if described is None or not described.good:
            raise Refused("there is no example for this one")
        poor = f"   and not: {described.poor}" if described.poor else ""
        say(self, f"{described.question}  such as: {described.good}{poor}")

    def do_external(self) -> None:
        """Write the field under the cursor in the person's own editor."""
        from successbook.tui.external import write_elsewhere

        key = self._list.cursor_key
        described = self._described(key.name) if isinstance(key, FieldKey) else None
        if described is None or self.record is None:
            raise Refused("put the cursor on a field")
        at = self.record.child(described.name)
        found = write_elsewhere(self.app, self.workbook.tree, at, described)
        if found is not None:
            self._keep(described.name, found.value)
