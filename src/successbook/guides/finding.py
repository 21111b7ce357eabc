"""Which records of a plan stand for the parts of a guide, and how far each question is answered.

Nothing is remembered: what was answered is found again in the plan, so an answer that was changed elsewhere
is shown as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from successbook.guides.guide import Ask, Guide, Part, Step
from successbook.plan.describe import field_named
from successbook.plan.hierarchy import Hierarchy, records, resolve
from successbook.plan.kinds import KINDS, locate
from successbook.plan.naming import naming
from successbook.plan.peek import linked, people
from successbook.plan.titles import title_of_table
from successbook.tree import Address, Table, Tree, Value

__all__ = ["ROOT", "Found", "State", "unknown_place"]

ROOT: Final = Address(KINDS["plan"].file)
"""The record of the plan itself; it keeps which kinds of record are not known yet."""


class State(StrEnum):
    """How far a question is answered; the values are words for people."""

    OPEN = "open"
    ANSWERED = "answered"
    NOT_KNOWN = "don't know yet"


@dataclass(frozen=True, slots=True)
class Found:
    """The records of a plan that stand for the parts of a guide.

    Attributes:
        guide: the guide.
        tree: the plan.
        records: the record of each part that has one, by the part's name. Parts of a repeated step have
            several and are found with `all_of` instead.
    """

    guide: Guide
    tree: Tree
    records: Mapping[str, Address]

    @classmethod
    def of(cls, guide: Guide, tree: Tree, given: Address | None = None) -> Found:
        """Find the parts of a guide in a plan.

        Args:
            guide: the guide.
            tree: the plan.
            given: the record that a guide about one record is about; the other parts are then what hangs
                under it, stands in it, or names it, and nothing else.

        A part is the first record of its kind that hangs under an earlier part, as the guide would hang it;
        else the first of its kind. Where several parts are of one kind, only what it hangs under tells them
        apart: a record that hangs elsewhere is none of them, one that hangs nowhere is the first.
        """
        repeated = {name for step in guide.steps if step.repeat for name in step.parts}
        found: dict[str, Address] = {guide.given: given} if given is not None else {}
        for part in guide.parts.values():
            if part.name in found:
                continue
            first = _called if part.named else _near if given is not None else _first
            at = None if part.name in repeated else first(guide, tree, part, found)
            if at is not None:
                found[part.name] = at
        return cls(guide, tree, found)

    def all_of(self, part: str) -> list[Address]:
        """All records of the part of a repeated step, in display order."""
        return list(records(self.tree, self.guide.parts[part].kind))

    def titles(self) -> dict[str, str]:
        """The titles of the parts that have one, by name."""
        named = (
            (name, title_of_table(self.guide.parts[name].kind, self.tree.table(at)))
            for name, at in self.records.items()
        )
        return {name: title for name, title in named if title.strip()}

    def value(self, ask: Ask, record: Address | None) -> Value | None:
        """What stands in an asked field of `record`, the record of its part."""
        return self.tree.table(record).get(ask.field.name) if record is not None else None

    def unknown(self, ask: Ask, record: Address | None) -> bool:
        """Whether "don't know yet" is the answer to an asked field, or to what it would be a part of."""
        if record is not None:
            return ask.field.name in people(self.tree.table(record), "not_known")
        part = self.guide.parts[ask.part]
        if self._is_unknown(part):
            return True
        return (
            bool(part.inside)
            and part.inside not in self.records
            and self._is_unknown(self.guide.parts[part.inside])
        )

    def _is_unknown(self, part: Part) -> bool:
        place, name = unknown_place(self.guide, part, self.records)
        return name in people(self.tree.table(place), "not_known")

    def state(self, step: Step) -> State:
        """How far a step is answered: one value is an answer, what is still missing is shown with it.

        A guide about one record asks for its first field, and what goes with that.
        """
        if step.repeat and self.all_of(step.parts[0]):
            return State.ANSWERED
        if any(self.value(ask, self.records.get(ask.part)) is not None for ask in step.unless):
            return State.ANSWERED
        asks = step.fields[:1] if self.guide.given else step.fields
        pairs = [(ask, self.records.get(ask.part)) for ask in asks]
        if any(self.value(ask, record) is not None for ask, record in pairs):
            return State.ANSWERED
        return State.NOT_KNOWN if any(self.unknown(ask, record) for ask, record in pairs) else State.OPEN

    def unit(self, ask: Ask, record: Address | None) -> str:
        """The unit of an asked field: its own, or what the record, or the one it stands in, says."""
        unit = ask.field.unit
        if not unit.startswith("="):
            return unit
        for table in self._tables(ask, record):
            value = table.get(unit[1:])
            if isinstance(value, str):
                return value
        return ""

    def _tables(self, ask: Ask, record: Address | None) -> Iterator[Table]:
        holder = self.records.get(self.guide.parts[ask.part].inside)
        for at in (record, holder):
            if at is not None:
                yield self.tree.table(at)


def unknown_place(guide: Guide, part: Part, found: Mapping[str, Address]) -> tuple[Address, str]:
    """Where "don't know yet" is kept for a part without a record: the record that keeps it, and the name.

    That is the plan itself and the table of the kind. But a part of another record is not known *of that
    record*, and neither is a later part of a kind that has an earlier one; so it is kept there. Without that
    record, it is the record itself that is not known. In a guide about one record it is not known of that.
    """
    name = part.kind.table or f"{part.kind.name}s"
    if part.inside in found:
        return found[part.inside], name
    if guide.given and not part.inside:
        return found[guide.given], name
    if guide.first(part):
        return ROOT, name
    above = next((found[each] for each in part.under if each in found), None)
    return (above, name) if above is not None else unknown_place(guide, guide.parts[part.place], found)


def _near(guide: Guide, tree: Tree, part: Part, found: Mapping[str, Address]) -> Address | None:
    """The first record that hangs under those of earlier parts, or names them."""
    if part.inside:
        return _first(guide, tree, part, found)
    if part.under:
        below = Hierarchy.of(tree).children
        wanted = (found[name] for name in part.under if name in found)
        return next((at for up in wanted for at in below.get(up, ()) if _is(at, part)), None)
    if not part.links:
        return next(records(tree, part.kind), None)
    name, to = next(iter(part.links.items()))
    field = field_named(part.kind, name)
    named_by = naming(tree, part.kind, name, field.refers_to if field else ())
    return next(iter(named_by.get(found[to], ())), None) if to in found else None


def _is(at: Address, part: Part) -> bool:
    place = locate(at)
    return place is not None and place.kind is part.kind


def _called(_guide: Guide, tree: Tree, part: Part, found: Mapping[str, Address]) -> Address | None:
    """The record that is called after another part, in the one it stands in."""
    if part.named not in found or part.inside not in found:
        return None
    at = part.kind.at(found[part.named].key, found[part.inside])
    return at if tree.has(at) else None


def _first(guide: Guide, tree: Tree, part: Part, found: Mapping[str, Address]) -> Address | None:
    taken = set(found.values())
    if part.inside:
        holder = found.get(part.inside)
        return (
            next((at for at in records(tree, part.kind, holder) if at not in taken), None) if holder else None
        )
    there = _linked(tree, part, [at for at in records(tree, part.kind) if at not in taken], found)
    wanted = [found[name] for name in part.under if name in found]
    above = {at: linked(tree, part.kind, at) for at in there}
    for parent in wanted:
        for at in there:
            if above[at][:1] == [parent]:
                return at
    if guide.alone(part):
        near = (at for parent in wanted for at in there if parent in above[at])
        return next(near, there[0] if there else None)
    return next((at for at in there if not above[at]), None) if guide.first(part) else None


def _linked(tree: Tree, part: Part, there: list[Address], found: Mapping[str, Address]) -> list[Address]:
    """The records whose links name what they should, then those whose links name nothing yet; no others."""
    near, free = there, there
    for name, to in part.links.items():
        named = {at: _named(tree, part, at, name) for at in there}
        near = [at for at in near if found.get(to) in named[at]]
        free = [at for at in free if not named[at] or at in near]
    return [*near, *(at for at in free if at not in near)]


def _named(tree: Tree, part: Part, at: Address, name: str) -> list[Address]:
    """The records that a field of references, or of one reference, names."""
    field = field_named(part.kind, name)
    kinds = field.refers_to if field else ()
    value = tree.table(at).get(name)
    given = value if isinstance(value, tuple) else (value,)
    found = (resolve(tree, each, kinds) for each in given if isinstance(each, str))
    return [each for each in found if each is not None]
