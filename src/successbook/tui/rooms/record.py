"""The record pane: one record at a time, every field as text, an editor only for the field being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from successbook.errors import Refused
from successbook.plan.describe import FieldDescription, field_named, fields_of
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, READINGS, Kind, locate
from successbook.plan.titles import title_of
from successbook.tree import Address, Value
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.rooms.field_editors import card_for
from successbook.tui.rooms.record_rows import (
    RECORD_COLUMNS,
    FieldKey,
    MoreKey,
    NewKey,
    PartKey,
    ReadingKey,
    blank_rows,
    record_rows,
)
from successbook.tui.rooms.room import Room
from successbook.tui.widgets.editors import EditorCard
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["RecordPane"]


@dataclass(frozen=True, slots=True)
class Beginning:
    """A record that comes to be when its first field is left.

    Attributes:
        kind: its kind.
        inside: the record it will be a part of.
        under: the record it will hang under.
        after: the neighbour it will follow.
    """

    kind: Kind
    inside: Address | None = None
    under: Address | None = None
    after: Address | None = None


class RecordPane(Acts, Panel):
    """Shows and edits one record of the open plan.

    Args:
        workbook: the open plan.

    Attributes:
        record: the record shown.
        home: the record of the outline it belongs to; the same, or the one that holds it.
    """

    SCOPE = "record"
    BINDINGS = bindings_for("record")

    class Left(Message):
        """Back to the outline."""

    class Made(Message):
        """A record came to be."""

        def __init__(self, record: Address) -> None:
            super().__init__()
            self.record = record

    def __init__(self, workbook: Workbook) -> None:
        self._list = RowList(columns=RECORD_COLUMNS, empty="Put the cursor on a record.")
        self._card: EditorCard | None = None
        super().__init__(self._list, classes="second")
        self.workbook = workbook
        self.record: Address | None = None
        self.home: Address | None = None
        self._unfolded = False
        self._beginning: Beginning | None = None

    @property
    def writing(self) -> bool:
        """Whether a field is being written."""
        return self._card is not None or self._beginning is not None

    # What is shown

    def look_at(self, record: Address | None, *, field: str = "", home: Address | None = None) -> None:
        """Show a record, with the cursor on one of its fields."""
        if self._card is not None:
            return
        self._beginning = None
        if record != self.record:
            self._unfolded = False
        self.record, self.home = record, home or record
        self._fill(field)

    def _fill(self, field: str = "") -> None:
        tree = self.workbook.tree
        place = locate(self.record) if self.record is not None and tree.has(self.record) else None
        if self.record is None or place is None:
            self.ask("")
            self._list.show([])
            return
        folded = field and (described := field_named(place.kind, field)) and described.folded
        self._unfolded = self._unfolded or bool(folded and not tree.has(self.record.child(field)))
        of = f" of {title_of(tree, self.home)}" if self.home and self.home != self.record else ""
        self.ask(f"{place.kind.label.capitalize()}{of}", aside=self._remark())
        view = self.workbook.record(self.record)
        misfits = view.misfits if view is not None else ()
        rows = record_rows(tree, self.record, self.workbook.now, unfolded=self._unfolded, misfits=misfits)
        self._list.show(rows, cursor=FieldKey(field) if field else None)

    def _remark(self) -> str:
        reason = self.workbook.why_not_change(self.record) if self.record is not None else None
        return "read only" if reason else ""

    def focus_list(self) -> None:
        """Put the focus on the fields."""
        self._list.focus()

    def begin(
        self,
        kind: Kind,
        *,
        inside: Address | None = None,
        under: Address | None = None,
        after: Address | None = None,
    ) -> None:
        """Begin a new record, writing its first field."""
        self._beginning = Beginning(kind, inside, under, after)
        self.ask(f"New {kind.label}")
        self._list.show(blank_rows(kind))
        self._list.focus()
        self._write(fields_of(kind.name)[0].name)

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
            self._say_not_known(name)
        elif event.changed:
            self._keep(name, event.value)
        elif self._beginning is not None:
            self._give_up()
            return
        if event.leave in ("tab", "back") and self._beginning is None:
            self._write_next(name, 1 if event.leave == "tab" else -1)

    def _give_up(self) -> None:
        """Nothing was written in a new record: there is none."""
        beginning, self._beginning = self._beginning, None
        if beginning is not None and beginning.inside is not None:
            self._fill()
        else:
            self.post_message(self.Left())

    def _keep(self, name: str, value: Value | None) -> None:
        draft = self.workbook.draft()
        beginning, self._beginning = self._beginning, None
        if beginning is not None:
            self._make(draft, beginning, name, value)
            return
        if self.record is None:
            return
        at = self.record.child(name)
        draft.put(at, value)
        described = self._described(name)
        label = described.label.lower() if described else name
        title, kind = title_of(draft.tree, self.record), self._kind()
        named = f'Rename {kind.label} "{title}"' if kind and name == "title" else f'"{title}": {label}'
        self.workbook.do(draft.change(f"{named} emptied" if value is None else named))
        self._fill(name)

    def _make(self, draft: Draft, beginning: Beginning, name: str, value: Value | None) -> None:
        kind = beginning.kind
        title = value if name == "title" and isinstance(value, str) else ""
        fields = {} if title or value is None else {name: value}
        record = draft.add(
            kind,
            title,
            inside=beginning.inside,
            after=beginning.after,
            under=beginning.under if kind.under else None,
            fields=fields,
        )
        self.workbook.do(draft.change(f'Add {kind.label} "{title_of(draft.tree, record)}"'))
        if beginning.inside is not None:
            self.look_at(record, field=name, home=self.home)
            self._list.focus()
        else:
            self.post_message(self.Made(record))

    def _write_next(self, name: str, step: int) -> None:
        names = [row.key.name for row in self._list.rows if isinstance(row.key, FieldKey)]
        at = names.index(name) + step if name in names else len(names)
        if 0 <= at < len(names):
            self._list.select(FieldKey(names[at]))
            self.call_after_refresh(self._write, names[at])

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_edit()

    # What can be done

    def why_not(self, action_id: str) -> str | None:
        """What needs a field under the cursor says so."""
        key = self._list.cursor_key
        if action_id in ("external", "not-known", "example") and not isinstance(key, FieldKey):
            return "Put the cursor on a field"
        if action_id == "reading" and (
            self.home is None or (place := locate(self.home)) is None or place.kind.name != "metric"
        ):
            return "Readings belong to a metric"
        return None

    def do_edit(self) -> None:
        """Write in the field under the cursor, or follow the line."""
        match self._list.cursor_key:
            case FieldKey(name):
                self._write(name)
            case MoreKey():
                self.do_more()
            case PartKey(record, True):
                self.look_at(record, home=self.home)
            case PartKey(record, False):
                self.post_message(Room.GoTo(record))
            case NewKey("reading"):
                self.do_reading()
            case NewKey(kind):
                self.begin(KINDS[kind], inside=self.record)
            case ReadingKey(day):
                if self.home is not None:
                    self.screen.take_reading(self.home, day)  # type: ignore[attr-defined]

    def do_more(self) -> None:
        """Show the folded fields, or fold them away again."""
        self._unfolded = not self._unfolded
        self._fill()

    def do_to_outline(self) -> None:
        """From a part back to its record, from a record back to the outline."""
        if self.record != self.home and self.home is not None:
            part, self.record = self.record, self.home
            self._fill()
            if part is not None:
                self._list.select(PartKey(part, part=True))
        else:
            self.post_message(self.Left())

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
                draft = self.workbook.draft()
                draft.put(Address(READINGS, ("readings", self.home.key, day)), None)
                draft.put(Address(READINGS, ("notes", self.home.key, day)), None)
                self.workbook.do(draft.change(f'Delete reading of "{title_of(draft.tree, self.home)}"'))
            case _:
                raise Refused("there is nothing to delete in this line")

    def delete(self, record: Address) -> None:
        """Delete a record; what served it hangs loose, and is shown so."""
        tree = self.workbook.tree
        place = locate(record)
        if place is None:
            return
        title = title_of(tree, record)
        below = len(Hierarchy.of(tree).children.get(record, ()))
        draft = self.workbook.draft()
        draft.remove(record)
        self.workbook.do(draft.change(f'Delete {place.kind.label} "{title}"'))
        loose = (
            f"; {below} that served it now hang loose"
            if below > 1
            else "; what served it now hangs loose"
            if below
            else ""
        )
        say(self, f'Deleted "{title}"{loose}. u brings it back')

    def do_reading(self) -> None:
        """Write down a number."""
        if self.home is not None:
            self.screen.take_reading(self.home)  # type: ignore[attr-defined]

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
