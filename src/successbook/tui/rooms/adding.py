"""Adding records from an outline, beside or below the one under the cursor; letting them change places."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from successbook.plan.kinds import KINDS, Kind, Place, files_of, locate, parts_of
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Value
from successbook.tui.rooms.beginning import Beginning
from successbook.tui.rooms.changing import move
from successbook.tui.rooms.holders import holder_of
from successbook.tui.rooms.outline_rows import OutlineKey
from successbook.tui.rooms.room import Room

__all__ = ["Adds"]


class Adds(Room):
    """A room with an outline, to whose records others can be added, and whose records change places."""

    @property
    @abstractmethod
    def key(self) -> OutlineKey:
        """What the row under the cursor stands for."""

    @abstractmethod
    def _keys(self) -> list[OutlineKey]:
        """What all rows stand for."""

    @property
    def record(self) -> Address | None:
        """The record under the outline's cursor."""
        return self.key.record

    @abstractmethod
    def start(self, beginning: Beginning) -> None:
        """Begin a new record in the record pane."""

    def kinds_below(self, kind: Kind) -> Sequence[Kind]:
        """The kinds of record that can be added below one of this kind: its parts."""
        return [*parts_of(kind), *files_of(kind)]

    def do_add(self) -> None:
        """Add a record beside the one under the cursor."""
        self.add_beside()

    def do_add_below(self) -> None:
        """Add a part to the record under the cursor."""
        place = locate(self.record) if self.record is not None else None
        if place is not None:
            self.add_part(place.record)

    def add_part(self, holder: Address) -> None:
        """Ask which kind of part to add to a record, and begin it."""
        place = locate(holder)
        kinds = self.kinds_below(place.kind) if place is not None else ()
        single = [kind for kind in kinds if kind.single and self.workbook.tree.has(kind.at("", holder))]
        question = f'What belongs to "{title_of(self.workbook.tree, holder)}"?'
        self.choose_kind(question, [kind for kind in kinds if kind not in single], inside=holder)

    def begin(
        self,
        kind: Kind,
        *,
        inside: Address | None = None,
        under: Address | None = None,
        after: Address | None = None,
        fields: Mapping[str, Value] | None = None,
    ) -> None:
        """Begin a new record: it comes to be when its first field is left."""
        self.start(Beginning(kind, inside, under, after, fields=fields or {}))

    def _begin_in(self, kind: Kind, inside: Address | None, under: Address | None) -> None:
        """Begin a record where it can stand: a part inside another one, what hangs under one there."""
        self.begin(kind, inside=inside if kind.inside else None, under=under if kind.under else None)

    def choose_kind(
        self,
        question: str,
        kinds: Sequence[Kind],
        *,
        inside: Address | None = None,
        under: Address | None = None,
    ) -> None:
        """Ask which kind of record to begin; with one kind there is nothing to ask."""
        from successbook.tui.screens.choose import ChooseScreen, Option

        def chosen(name: str | None) -> None:
            if name is not None:
                self.attempt(lambda: self._begin_in(KINDS[name], inside, under))

        if len(kinds) == 1:
            chosen(kinds[0].name)
            return

        options = [Option(kind.name, kind.label, kind.record().__doc__ or "") for kind in kinds]
        self.app.push_screen(ChooseScreen(question, options), chosen)

    def add_beside(self) -> bool:
        """Begin a record beside the one under the cursor, of the same kind; False if there is no such."""
        key = self.key
        place = locate(key.record) if key.record is not None else None
        if place is None:
            return False
        if key.group:
            self.begin(KINDS[key.group], inside=place.record)
            return True
        holder = holder_of(place) if place.kind.inside else None
        if place.kind.single or (place.kind.inside and holder is None):
            return False
        self.begin(
            place.kind,
            inside=holder,
            under=key.parent if place.kind.under else None,
            after=key.record,
            fields=self._as_its_neighbour(place),
        )
        return True

    def _as_its_neighbour(self, place: Place) -> dict[str, Value]:
        """What a metric has in common with the one it is added beside: KPI, input or guardrail."""
        role = words(self.workbook.tree.table(place.record), "role") if place.kind.name == "metric" else ""
        return {"role": role} if role and role != "north star" else {}

    def do_move_down(self) -> None:
        """Behind the next of its kind."""
        self._move(1)

    def do_move_up(self) -> None:
        """Before the one above of its kind."""
        self._move(-1)

    def _move(self, direction: int) -> None:
        key = self.key
        if key.record is not None:
            move(self.workbook, key.record, self._siblings(key), direction)

    def _siblings(self, key: OutlineKey) -> list[Address]:
        """The records of the same table that are shown under the same one."""
        return [
            each.record
            for each in self._keys()
            if each.record is not None
            and not each.group
            and each.parent == key.parent
            and key.record is not None
            and key.record.path
            and each.record.parent == key.record.parent
        ]
