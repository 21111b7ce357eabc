"""Answers turned into changes: ordinary edits, made by a draft, that can be undone like any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from successbook.guides.finding import Found, unknown_place
from successbook.guides.guide import Ask, Guide, Part, Step
from successbook.plan.describe import field_named
from successbook.plan.drafts import Draft, normal
from successbook.plan.fields import Control
from successbook.plan.hierarchy import reference_to
from successbook.plan.measured import Ambiguous, typed, with_unit
from successbook.plan.peek import linked, people
from successbook.tree import Address, Change, Table, Tree, Value

__all__ = ["Answering"]

_Given: TypeAlias = dict[str, dict[str, Value | None]]


class Answering:
    """The edits of one answer, against one state of a plan.

    Args:
        guide: the guide.
        tree: the plan as it stands.
        step: the step that is answered.
        item: for a repeated step, the record of the page, None for one that is not there yet.
        given: the record that a guide about one record is about.
        today: the day, for the ids of records without words.
        random: four random characters for ids that clash.
    """

    def __init__(
        self,
        guide: Guide,
        tree: Tree,
        step: Step,
        item: Address | None = None,
        *,
        given: Address | None = None,
        today: dt.date | None = None,
        random: Callable[[], str] | None = None,
    ) -> None:
        found = Found.of(guide, tree, given)
        self._guide, self._tree, self._step = guide, tree, step
        self._records = dict(found.records)
        if item is not None:
            self._records[step.parts[0]] = item
        self._found = Found(guide, tree, self._records)
        self._draft = Draft(tree, today=today, random=random)
        self._made: list[str] = []

    def give(self, values: Mapping[str, Value | None]) -> Change:
        """The change that gives asked fields these values; empty when they have them already.

        Args:
            values: values by the key of their `Ask`; None empties a field, one that is left out stays. A
                field of the same record that is not asked may come along.
        """
        given = self._given(values)
        before = {name: self._tree.table(at) for name, at in self._records.items()}
        for part in self._guide.parts.values():
            fields = given.get(part.name, {})
            if part.name in self._records:
                for name, value in fields.items():
                    self._draft.put(self._records[part.name].child(name), value)
            elif any(value is not None for value in fields.values()):
                self._make(part, fields)
        self._follow(before)
        for name in self._made:
            self._settle(name)
        self._accompany()
        if self._step.repeat:
            self._drop_empty(self._step.parts[0])
        return self._draft.change(f'Answer "{self._step.plain}"')

    def dont_know(self, keys: Iterable[str]) -> Change:
        """The change that keeps "don't know yet" as the answer to asked fields; values they have go."""
        keys = set(keys)
        for ask in self._step.fields:
            if ask.key not in keys or self._found.unknown(ask, self._records.get(ask.part)):
                continue
            record, part = self._records.get(ask.part), self._guide.parts[ask.part]
            if record is not None:
                self._draft.dont_know(record, ask.field.name)
            elif part.inside in self._records or part.inside not in self._step.parts:
                self._draft.dont_know(*unknown_place(self._guide, part, self._records))
        return self._draft.change(f'Don\'t know yet: "{self._step.plain}"')

    # What was given

    def _given(self, values: Mapping[str, Value | None]) -> _Given:
        given: _Given = {}
        for ask in self._step.fields:
            if ask.key in values:
                given.setdefault(ask.part, {})[ask.field.name] = normal(ask.field.control, values[ask.key])
        for key, value in values.items():  # what an answer decided beside its own field
            part, _, name = key.partition(".")
            if part in given and name not in given[part] and field_named(self._guide.parts[part].kind, name):
                given[part][name] = value
        for ask in self._step.fields:
            said = given.get(ask.part, {}).get(ask.field.name)
            if ask.field.control is Control.MEASURED and isinstance(said, str):
                given[ask.part][ask.field.name] = self._without_unit(ask, said, given)
        return given

    def _without_unit(self, ask: Ask, said: str, given: _Given) -> Value:
        """A number that was said together with its unit: the number; the unit goes where units are kept."""
        home = self._unit_home(ask)
        if home is None:
            return said
        part, name = home
        record = self._records.get(part)
        stored = self._tree.table(record).get(name) if record else None
        known = given.get(part, {}).get(name, stored)
        try:
            if isinstance(known, str):
                return typed(said, known)
            number, unit = with_unit(said)
            value = typed(number) if unit else said
        except Ambiguous:  # whoever typed it was asked before; what was not settled stays as words
            return said
        if unit:
            given.setdefault(part, {})[name] = unit
        return value

    def _unit_home(self, ask: Ask) -> tuple[str, str] | None:
        """The part and the field that hold the unit of a measured field."""
        name = ask.field.unit.removeprefix("=")
        part = self._guide.parts[ask.part]
        holders = [part, *([self._guide.parts[part.inside]] if part.inside else [])]
        homes = ((each.name, name) for each in holders if field_named(each.kind, name))
        return next(homes, None) if ask.field.unit.startswith("=") else None

    # Records that come to be

    def _make(self, part: Part, fields: Mapping[str, Value | None]) -> Address:
        """Add the record of a part, and before it the one that it is a part of."""
        inside = None
        if part.inside:
            holder = self._guide.parts[part.inside]
            inside = self._records.get(holder.name) or self._make(holder, {})
        above = next((self._records[name] for name in part.under if name in self._records), None)
        if above is None and part.under and not self._guide.first(part):
            above = self._make(self._guide.parts[part.under[0]], {})  # nothing else would tell the two apart
        said = {name: value for name, value in fields.items() if value is not None}
        new = {**self._copied(part), **self._links(part), **part.fixed, **said}
        title = new.pop("title", "")
        was_unknown = self._forget_unknown(part)
        at = self._draft.add(part.kind, str(title), inside=inside, under=above, fields=new)
        self._records[part.name] = at
        self._made.append(part.name)
        asked = next(step for step in self._guide.steps if part.name in step.parts)
        if was_unknown and asked is not self._step:  # what was not known when it was asked for still is not
            for ask in asked.fields:
                if ask.part == part.name and ask.field.name not in said:
                    self._draft.dont_know(at, ask.field.name)
        return at

    def _copied(self, part: Part) -> dict[str, Value]:
        sources = ((name, self._now(source).get(field)) for name, (source, field) in part.same.items())
        return {name: value for name, value in sources if value is not None}

    def _links(self, part: Part) -> dict[str, Value]:
        return {
            name: _reference(part, name, self._records[to])
            for name, to in part.links.items()
            if to in self._records
        }

    def _forget_unknown(self, part: Part) -> bool:
        place, name = unknown_place(self._guide, part, self._records)
        names = people(self._draft.tree.table(place), "not_known")
        if name in names:
            self._draft.put(place.child("not_known"), tuple(each for each in names if each != name))
        return name in names

    def _now(self, part: str) -> Table:
        """The record of a part as the draft has it; empty when there is none."""
        at = self._records.get(part)
        return self._draft.tree.table(at) if at is not None else Table()

    # What follows

    def _follow(self, before: Mapping[str, Table]) -> None:
        """Let fields that are the same as another follow it, unless they have a value of their own."""
        for part in self._guide.parts.values():
            for name, (source, field) in part.same.items():
                old, new = before.get(source, Table()).get(field), self._now(source).get(field)
                mine = self._now(part.name).get(name)
                if part.name in before and old != new and mine in (None, old):
                    self._draft.put(self._records[part.name].child(name), new)

    def _settle(self, new: str) -> None:
        """Let records that were there before a late one take the place they would have had under it."""
        at = self._records[new]
        for part in self._guide.parts.values():
            record = self._records.get(part.name)
            if record is None or part.name == new:
                continue
            if new in part.under:
                later = part.under[part.under.index(new) + 1 :]
                instead = next((self._records[name] for name in later if name in self._records), None)
                parents = linked(self._draft.tree, part.kind, record)
                if parents == ([instead] if instead else []):
                    self._draft.hang(record, at, instead_of=instead)
            for name, to in part.links.items():
                if to == new and self._draft.tree.get(record.child(name)) is None:
                    self._draft.put(record.child(name), _reference(part, name, at))

    def _accompany(self) -> None:
        """Add what is called after a new record, or stands in one; what was taken away later stays away."""
        for part in self._guide.parts.values():
            giver, holder = self._records.get(part.named), self._records.get(part.inside)
            new = {part.named, part.inside} & set(self._made)
            if giver is not None and holder is not None and new and part.name not in self._records:
                self._records[part.name] = self._draft.add(
                    part.kind, inside=holder, id_=giver.key, fields=part.fixed
                )

    def _drop_empty(self, part: str) -> None:
        """Take the record of a page that was emptied away."""
        if part in self._records and self._tree.has(self._records[part]) and not self._now(part):
            self._draft.remove(self._records[part])


def _reference(part: Part, name: str, to: Address) -> Value:
    field = field_named(part.kind, name)
    reference = reference_to(to, field.refers_to if field else ())
    return reference if field and field.control is Control.REFERENCE else (reference,)
