"""Drafts: what a person means, turned into edits.

A draft knows what the four edits do not: in which order a record's fields stand, that a prose field ends with
a newline, that a new record needs its table and an emptied table goes, that an answer ends a "don't know yet".
Forms, interviews, importers and ``set`` all go through here.
"""

from __future__ import annotations

import datetime as dt
import random as chance
from collections.abc import Callable, Mapping, Sequence

from successbook.errors import AddressError, CycleError, Refused
from successbook.plan.describe import field_named, fields_of
from successbook.plan.fields import Control
from successbook.plan.hierarchy import Hierarchy, reference_to, resolve
from successbook.plan.kinds import KINDS, READINGS, Kind, Place, locate, parts_of
from successbook.plan.titles import title_of
from successbook.tree import (
    Add,
    Address,
    Change,
    Edit,
    Move,
    Remove,
    Set,
    Table,
    Tree,
    Value,
    apply,
    mint,
    same,
)

__all__ = ["FORMAT", "Draft", "normal"]

FORMAT = 1
"""The version of the file format, kept at the top of every file that is one of its own."""

_DATED = 3
_HEADED = ("plan.toml", "stakeholders.toml", READINGS)


def normal(control: Control, value: Value | None) -> Value | None:
    """A value in the one shape its control gives it; None for what is as good as absent.

    One-line text is trimmed, prose has LF and exactly one final newline, empty text and empty lists are absence:
    so a field's shape in the file never depends on its value.
    """
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        if control is Control.PROSE:
            return f"{text.strip(chr(10)).rstrip()}\n" if text.strip() else None
        return text.strip() or None
    if isinstance(value, tuple) and control in (Control.LINES, Control.REFERENCES):
        kept = tuple(item.strip() if isinstance(item, str) else item for item in value)
        return tuple(item for item in kept if item != "") or None
    return value


class Draft:
    """Edits against a tree, carried out one by one so that the next can build on them.

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
        self.tree = tree
        self._today = today
        self._random = random or _four
        self._edits: list[Edit] = []

    def change(self, label: str) -> Change:
        """All edits so far as one named change."""
        return Change(label, tuple(self._edits))

    def edit(self, edit: Edit) -> None:
        """Carry out a plain edit.

        Raises:
            AddressError, Refused: it does not fit.
        """
        self.tree, _ = apply(self.tree, edit)
        self._edits.append(edit)

    def put(self, at: Address, value: Value | None) -> None:
        """Give a field a value, or take it away with None.

        Raises:
            AddressError: the record it belongs to is not there.
        """
        place = locate(at)
        described = field_named(place.kind, place.field[0]) if place and len(place.field) == 1 else None
        value = normal(described.control if described else Control.LINE, value)
        if place and described and value is not None and described.name != "not_known":
            self._known(place, described.name)
        old = self.tree.get(at)
        if value is None:
            if old is not None:
                self.edit(Remove(at))
                self._prune(at.parent)
        elif old is None:
            self._make(at.parent)
            self.edit(Add(at, value, after=self._after(at, value)))
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
            after: the neighbour it follows; by default it comes last.
            under: the record it hangs under.
            fields: further fields.
            id_: its id, when it shall not be minted.

        Returns:
            its address.

        Raises:
            Refused: the id is taken, or the kind cannot hang there.
        """
        holder = self._holder(kind, inside)
        id_ = id_ or mint(
            title or _words(kind, fields or {}),
            self._taken(kind, holder),
            today=self._today,
            random=self._random,
        )
        at = kind.at(id_, inside)
        start = Table({"format": FORMAT}) if not kind.table and not kind.inside else Table()
        if holder is not None:
            self._make(holder)
            neighbours = [key for key, value in self.tree.table(holder).items() if isinstance(value, Table)]
            last = neighbours[-1] if neighbours else None
            self.edit(Add(at, start, after=after.key if after is not None else last))
        else:
            self.edit(Add(at, start))
        if title:
            self.put(at.child("title"), title)
        for name, value in (fields or {}).items():
            self.put(at.child(name), value)
        if under is not None:
            self.hang(at, under)
        return at

    def remove(self, record: Address) -> None:
        """Take a record away; references to it stay and are shown as broken."""
        self.edit(Remove(record))
        if record.path:
            self._prune(record.parent)

    def reorder(self, record: Address, after: Address | None) -> None:
        """Put a record behind another of the same table, or first."""
        self.edit(Move(record, record, after.key if after else None))

    def hang(self, record: Address, parent: Address, *, instead_of: Address | None = None) -> None:
        """Let a record hang under `parent` in the first place; what else it serves stays.

        Args:
            record: the record.
            parent: its new display parent.
            instead_of: a parent to leave.

        Raises:
            Refused: this kind cannot hang under that one.
            CycleError: it would come to serve itself.
        """
        place, above = locate(record), locate(parent)
        if place is None or above is None or above.kind.name not in place.kind.under:
            names = " or ".join(KINDS[name].label for name in place.kind.under) if place else ""
            raise Refused(
                f"a {place.kind.label if place else 'value'} cannot hang under a {above.kind.label if above else 'value'}",
                remedy=f"it hangs under a {names}" if names else "",
            )
        if Hierarchy(self.tree).would_circle(record, parent):
            raise CycleError(
                f'"{title_of(self.tree, record)}" would come to serve itself',
                remedy="move what lies between them first",
            )
        link = record.child(place.kind.link)
        held = self.tree.get(link)
        kinds = place.kind.under
        leaving = {parent, instead_of}
        rest = [
            each
            for each in (held if isinstance(held, tuple) else ())
            if not self._names(each, kinds, leaving)
        ]
        self.put(link, (reference_to(parent, kinds), *rest))

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

    def _known(self, place: Place, name: str) -> None:
        at = place.record.child("not_known")
        held = self.tree.get(at)
        if isinstance(held, tuple) and name in held:
            self.put(at, tuple(each for each in held if each != name))

    def _names(self, reference: Value, kinds: tuple[str, ...], records: set[Address | None]) -> bool:
        return isinstance(reference, str) and resolve(self.tree, reference, kinds) in records - {None}

    def _holder(self, kind: Kind, inside: Address | None) -> Address | None:
        if kind.inside:
            if inside is None:
                raise AddressError(f"a {kind.label} stands inside a {KINDS[kind.inside].label}")
            return inside.child(kind.table)
        return Address(kind.file, (kind.table,)) if kind.table else None

    def _taken(self, kind: Kind, holder: Address | None) -> set[str]:
        if holder is not None:
            return set(self.tree.table(holder))
        places = (locate(Address(name)) for name in self.tree.files)
        return {place.id for place in places if place is not None and place.kind.file == kind.file}

    def _make(self, at: Address) -> None:
        """Let a table, and all it stands in, be there."""
        if isinstance(self.tree.get(at), Table):
            return
        if not at.path:
            headed = at.file in _HEADED
            self.edit(Add(at, Table({"format": FORMAT}) if headed else Table()))
            return
        self._make(at.parent)
        self.edit(Add(at, Table(), after=self._after(at, Table())))

    def _prune(self, at: Address) -> None:
        """Take an emptied table away, unless it is a record."""
        while at.path and not self.tree.table(at) and self.tree.has(at) and not _is_record(at):
            self.edit(Remove(at))
            at = at.parent

    def _after(self, at: Address, value: Value) -> str | None:
        """The key a new one stands behind: fields as declared, tables as the kinds go, dates by date."""
        there = [
            key
            for key, held in self.tree.table(at.parent).items()
            if isinstance(held, Table) == isinstance(value, Table)
        ]
        order = self._order(at)
        if not order:
            earlier = [key for key in there if key < at.key]
            if at.file == READINGS and len(at.path) == _DATED:
                return max(earlier, default=None)
            return there[-1] if there else None
        rank = {name: index for index, name in enumerate(order)}
        mine = rank.get(at.key, len(order))
        return next((key for key in reversed(there) if rank.get(key, len(order)) <= mine), None)

    def _order(self, at: Address) -> Sequence[str]:
        place = locate(at.parent)
        if place is not None and not place.field:
            names = [each.name for each in fields_of(place.kind.name)]
            return [*names, *(part.table for part in parts_of(place.kind)), *_tables_of(place.kind.file)]
        return () if at.parent.path else _tables_of(at.file)


def _words(kind: Kind, fields: Mapping[str, Value]) -> str:
    """The first words said in a record without a title; choices and numbers are no words."""
    for each in fields_of(kind.name):
        said = fields.get(each.name)
        if each.control in (Control.LINE, Control.PROSE) and isinstance(said, str):
            return said
    return ""


def _is_record(at: Address) -> bool:
    place = locate(at)
    return place is not None and not place.field


def _tables_of(file: str) -> list[str]:
    return [kind.table for kind in KINDS.values() if kind.file == file and kind.table and not kind.inside]


def _four() -> str:
    return "".join(chance.SystemRandom().choices("abcdefghjkmnpqrstuvwxyz23456789", k=4))
