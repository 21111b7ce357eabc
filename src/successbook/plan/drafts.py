"""Drafts: what a person means, turned into edits.

A draft knows what the four edits do not: in which order a record's fields stand, that a prose field ends with
a newline, that a new record needs its table and an emptied one goes, that an answer ends a "don't know yet".
Forms, interviews, importers and ``set`` all go through here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from successbook.errors import AddressError, Refused
from successbook.plan.describe import field_named
from successbook.plan.drafting import Drafting
from successbook.plan.hanging import expect_hangs, links_under
from successbook.plan.hierarchy import records
from successbook.plan.ids import expect_id, taken_ids, words_of
from successbook.plan.kinds import (
    FORMAT,
    KINDS,
    Kind,
    Place,
    files_of,
    ids_in,
    is_plan_file,
    locate,
)
from successbook.plan.order import neighbour
from successbook.plan.shapes import normal
from successbook.tree import (
    Add,
    Address,
    Move,
    Remove,
    Set,
    Table,
    Tree,
    Value,
    mint,
    same,
)

__all__ = ["FORMAT", "Draft", "normal"]


class Draft(Drafting):
    """What a person means, carried out step by step against a tree.

    Args:
        tree: the plan as it stands.
        today: for the ids of records without words.
        random: four random characters for ids that clash; the default draws them.

    Attributes:
        tree: the plan as it will be.
    """

    def __init__(
        self, tree: Tree, *, today: dt.date | None = None, random: Callable[[], str] | None = None
    ) -> None:
        super().__init__(tree)
        self._today = today
        self._random = random

    def put(self, at: Address, value: Value | None) -> None:
        """Give a field a value, or take it away with None.

        The table of the plan itself and those between records and files are made when they are needed.

        Raises:
            AddressError: the record it belongs to is not there, or no plan has such a file.
            Refused: something else stands in its way.
        """
        place = locate(at)
        self._expect_home(at, place)
        described = field_named(place.kind, place.field[0]) if place and len(place.field) == 1 else None
        value = normal(described.control if described else None, value)
        if place and described and value is not None and described.name != "not_known":
            self._known(place.record, described.name)
        old = self.tree.get(at)
        if value is None:
            if old is not None:
                self.edit(Remove(at))
                self._prune(at.parent)
        elif old is None:
            self._make(at.parent)
            self.edit(Add(at, value, after=neighbour(self.tree, at, value)))
        elif isinstance(old, Table) and not isinstance(value, Table) and not described:
            raise Refused("a table stands here, which no single value can replace", where=str(at))
        elif isinstance(old, Table) != isinstance(value, Table):
            note, before = self.tree.note(at), self.tree.table(at.parent).before(at.key)
            self.edit(Remove(at))
            self.edit(Add(at, value, note, before))
        elif not same(old, value):
            self.edit(Set(at, value))

    def add(
        self,
        kind: Kind,
        title: str = "",
        *,
        inside: Address | None = None,
        after: Address | None = None,
        under: Address | None = None,
        fields: Mapping[str, Value] | None = None,
        id_: str = "",
    ) -> Address:
        """Add a record.

        Args:
            kind: what kind of record.
            title: its title, from which its id is minted.
            inside: the record it is a part of, for kinds that are parts.
            after: the neighbour it follows; without one in the same table it comes last.
            under: the record it hangs under.
            fields: further fields.
            id_: its id, when it shall not be minted.

        Returns:
            its address.

        Raises:
            AddressError: the record it is a part of, or shall hang under, is not there.
            Refused: the id is taken or is none, or the kind cannot hang there.
        """
        if under is not None:
            expect_hangs(kind, self._record(under))
        holder = self._holder(kind, inside)
        if id_:
            expect_id(kind, id_)
        at = kind.at(id_ or self.new_id(kind, title or words_of(kind, fields or {}), inside), inside)
        self._place(at, holder, after)
        if inside is not None and kind.table:
            self._known(inside, kind.table)
        if title:
            self.put(at.child("title"), title)
        for name, value in (fields or {}).items():
            self.put(at.child(name), value)
        if under is not None:
            self.hang(at, under)
            self._known(under, kind.table)
        return at

    def new_id(self, kind: Kind, words: str, inside: Address | None) -> str:
        """An id that no other record of the kind has there, minted from words."""
        return mint(words, taken_ids(self.tree, kind, inside), today=self._today, random=self._random)

    def _place(self, at: Address, holder: Address | None, after: Address | None) -> None:
        """Put the table of a new record behind its neighbour, else last; a file is made with its format."""
        if holder is None:
            self.edit(Add(at, Table({"format": FORMAT})))
            return
        self._make(holder)
        neighbours = [key for key, value in self.tree.table(holder).items() if isinstance(value, Table)]
        last = neighbours[-1] if neighbours else None
        beside = after.key if after is not None and after.parent == holder else last
        self.edit(Add(at, Table(), after=beside))

    def remove(self, record: Address) -> None:
        """Take a record away, with its parts, also those in files of their own; references to it stay.

        A release goes with its acceptance test, that with its result sheets: nobody could see them any more.

        Raises:
            AddressError: there is nothing.
        """
        place = locate(record)
        for kind in files_of(place.kind) if place is not None and not place.field else ():
            for part in list(records(self.tree, kind, record)):
                self.remove(part)
        self.edit(Remove(record))
        if record.path:
            self._prune(record.parent)

    def reorder(self, record: Address, after: Address | None) -> None:
        """Put a record behind another of the same table, or first.

        Raises:
            AddressError: it is not there.
            Refused: the other stands in another table.
        """
        if after is not None and after.parent != record.parent:
            raise Refused("it can only be put beside records of its own kind", where=str(after))
        self.edit(Move(record, record, after.key if after else None))

    def hang(self, record: Address, parent: Address, *, instead_of: Address | None = None) -> None:
        """Let a record hang under `parent` in the first place; what else it serves stays.

        Args:
            record: the record.
            parent: its new display parent.
            instead_of: a parent to leave.

        Raises:
            AddressError: one of them is not there.
            Refused: this kind cannot hang under that one.
            CycleError: it would come to serve itself.
        """
        place = self._record(record)
        expect_hangs(place.kind, self._record(parent))
        self.put(record.child(place.kind.link), links_under(self.tree, record, parent, instead_of))

    def dont_know(self, record: Address, name: str) -> None:
        """Keep "don't know yet" as the answer to a field of a record; a value it has goes."""
        place = locate(record)
        at = record.child(name)
        if self.tree.get(at) is not None and place is not None and field_named(place.kind, name):
            self.put(at, None)
        held = self.tree.get(record.child("not_known"))
        names = held if isinstance(held, tuple) else ()
        if name not in names:
            self.put(record.child("not_known"), (*names, name))

    def _known(self, record: Address, name: str) -> None:
        """Let `name` no longer be among what is not known of a record."""
        at = record.child("not_known")
        held = self.tree.get(at)
        if isinstance(held, tuple) and name in held:
            self.put(at, tuple(each for each in held if each != name))

    def _record(self, at: Address) -> Place:
        """What a record's address names.

        Raises:
            AddressError: there is no record.
        """
        place = locate(at)
        if place is None or place.field or not isinstance(self.tree.get(at), Table):
            raise AddressError("no record stands here", where=str(at))
        return place

    def _expect_home(self, at: Address, place: Place | None) -> None:
        """Let there be a record, or at least a file of a plan, for what shall stand at `at`."""
        if place is None and not is_plan_file(at.file):
            raise AddressError("a plan has no such file", where=str(at))
        if place is not None and place.field and place.kind.name != "plan":
            self._record(place.record)

    def _holder(self, kind: Kind, inside: Address | None) -> Address | None:
        """The table that a new record goes into; None when it is a file of its own."""
        if not kind.inside:
            return Address(kind.file, (kind.table,)) if kind.table else None
        self._expect_single(kind, inside)
        if inside is None or self._record(inside).kind.name != kind.inside:
            raise AddressError(f"{kind.a} stands inside {KINDS[kind.inside].a}")
        return inside.child(kind.table) if kind.table else None

    def _expect_single(self, kind: Kind, inside: Address | None) -> None:
        """Let a holder of which there is only one be there: the first case brings its release's UAT file."""
        holder = KINDS[kind.inside]
        if holder.single and inside is not None and not self.tree.has(inside):
            above = holder.holder_near(inside) if holder.inside else None
            if (above is None or self.tree.has(above)) and ids_in(holder.file, inside.file) is not None:
                self.edit(Add(inside, Table({"format": FORMAT})))
