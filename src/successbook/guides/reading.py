"""Guides from TOML files, checked before the first question is asked.

A guide that cannot be used is a `SettingsError`: one line that names the file, the key and what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from successbook.errors import SettingsError
from successbook.guides.guide import FORMAT, SLOT, Ask, Guide, Part, Step
from successbook.guides.shapes import (
    GuideShape,
    PartShape,
    StepShape,
    all_in,
    meant,
    other_format,
    shaped,
    text_in,
)
from successbook.plan.describe import FieldDescription, field_named, fields_of
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.records import view
from successbook.plan.titles import any_of
from successbook.resources import resource
from successbook.tree import Table, Value, freeze, is_id

__all__ = ["guide_from", "guides_in", "read_guide", "shipped_guide"]

_LINKS: Final = (Control.REFERENCE, Control.REFERENCES)


def shipped_guide(name: str) -> Guide:
    """The guide that comes with the program, such as ``ten-questions``.

    Raises:
        SuccessbookError: there is none of that name.
    """
    return read_guide(resource(f"guides/{name}.toml"))


def guides_in(folder: Path) -> tuple[dict[str, Guide], list[SettingsError]]:
    """The guides in a folder.

    Args:
        folder: where they lie; it need not be there.

    Returns:
        the guides that can be used, by name, and one sentence for each that cannot.
    """
    return all_in(folder, read_guide)


def read_guide(path: Path) -> Guide:
    """The guide in a file.

    Raises:
        SettingsError: the file cannot be read, or what it says cannot be asked.
    """
    return guide_from(text_in(path), path.stem, str(path))


def guide_from(text: str, name: str, where: str) -> Guide:
    """The guide that a TOML text describes.

    Args:
        text: the text.
        name: what the guide is called.
        where: what to call the text in an error.

    Raises:
        SettingsError: it cannot be asked.
    """
    shape = shaped(text, where)
    if shape.format != FORMAT:
        raise other_format(shape.format, f"{where}: format")
    return _Builder(shape, where).guide(name)


class _Builder:
    """Looks up the words of a guide, from the top down."""

    def __init__(self, shape: GuideShape, where: str) -> None:
        self.shape = shape
        self.where = where
        self.parts: dict[str, Part] = {}
        self.asked: dict[str, str] = {}  # part -> the step that asks for it first

    def guide(self, name: str) -> Guide:
        """The guide, all of whose words are found.

        Raises:
            SettingsError: something it names is not there, or cannot be asked; says where.
        """
        for key in [*self.shape.records, *self.shape.steps]:
            if not is_id(key):
                table = "records" if key in self.shape.records else "steps"
                raise self._wrong(
                    f"{table}.{key}", "this is no name", "letters and digits, joined by hyphens"
                )
        given = self.shape.given
        if given and given != next(iter(self.shape.records)):
            raise self._wrong(
                "given", f'"{given}" is not the first record', "name the record it is all about"
            )
        for key, part in self.shape.records.items():
            self.parts[key] = self._part(key, part)
        if given:
            self.asked[given] = ""
        for field in self.shape.when if given else ():
            self._field(f"when.{field}", self.parts[given].kind, field)
        steps = [self._step(key, step) for key, step in self.shape.steps.items()]
        for key in self.parts:
            if key not in self.asked and not self.parts[key].named:
                raise self._wrong(
                    f"records.{key}", "no step asks for this record", "name one of its fields in a step"
                )
        for step in steps:
            if step.repeat:
                self._alone(step, steps)
        shape = self.shape
        return Guide(
            name, shape.title, shape.about, shape.closing, self.parts, tuple(steps), given, shape.when
        )

    def _wrong(self, key: str, what: str, remedy: str = "") -> SettingsError:
        return SettingsError(what, where=f"{self.where}: {key}", remedy=remedy)

    # Records

    def _part(self, name: str, shape: PartShape) -> Part:
        here = f"records.{name}"
        kind = KINDS.get(shape.kind)
        if kind is None:
            raise self._wrong(f"{here}.kind", f'there is no kind "{shape.kind}"', meant(shape.kind, KINDS))
        for above in shape.under:
            if self._earlier(f"{here}.under", above).kind.name not in kind.under:
                raise self._wrong(f"{here}.under", f'{kind.a} cannot hang under "{above}"', _places(kind))
        place = shape.inside or "".join(shape.under[:1])
        if any(kind is each.kind and place in ("", each.place) for each in self.parts.values()):
            told = "let it hang under, or stand inside, another record"
            raise self._wrong(here, f"nothing tells it from the {kind.label} before", told)
        if kind.inside and not shape.inside:
            raise self._wrong(
                f"{here}.inside", "this is missing", f"name the {KINDS[kind.inside].label} it stands in"
            )
        if shape.inside and self._earlier(f"{here}.inside", shape.inside).kind.name != kind.inside:
            raise self._wrong(f"{here}.inside", f'{kind.a} is no part of "{shape.inside}"')
        giver = self._earlier(f"{here}.named", shape.named).kind.name if shape.named else ""
        if giver and kind.names != (giver,):
            raise self._wrong(f"{here}.named", f'{kind.a} is not called after "{shape.named}"')
        return Part(
            name=name,
            kind=kind,
            label=shape.label or kind.label,
            under=tuple(shape.under),
            inside=shape.inside,
            links={key: self._link(f"{here}.links.{key}", kind, key, to) for key, to in shape.links.items()},
            same={key: self._same(f"{here}.same.{key}", kind, key, as_) for key, as_ in shape.same.items()},
            fixed={
                key: self._fixed(f"{here}.fixed.{key}", kind, key, held) for key, held in shape.fixed.items()
            },
            named=shape.named,
        )

    def _earlier(self, key: str, name: str) -> Part:
        if name in self.parts:
            return self.parts[name]
        if name in self.shape.records:
            raise self._wrong(key, f'"{name}" comes later', "put it before this record")
        raise self._wrong(key, f'there is no record "{name}" here', meant(name, self.parts))

    def _field(self, key: str, kind: Kind, name: str) -> FieldDescription:
        found = field_named(kind, name)
        if found is None:
            names = [each.name for each in fields_of(kind.name)]
            raise self._wrong(key, f'{kind.a} has no field "{name}"', meant(name, names))
        return found

    def _link(self, key: str, kind: Kind, name: str, to: str) -> str:
        field = self._field(key, kind, name)
        named = self._earlier(key, to).kind
        if field.control not in _LINKS or named.name not in field.refers_to:
            raise self._wrong(key, f'this field cannot name "{to}"')
        return to

    def _same(self, key: str, kind: Kind, name: str, as_: str) -> tuple[str, str]:
        field = self._field(key, kind, name)
        part, _, source = as_.partition(".")
        if self._field(key, self._earlier(key, part).kind, source).control is not field.control:
            raise self._wrong(key, f'this field cannot hold what "{as_}" holds')
        return part, source

    def _fixed(self, key: str, kind: Kind, name: str, held: object) -> Value:
        self._field(key, kind, name)
        value = freeze(held)
        if view(kind.record(), Table({name: value})).misfits:
            raise self._wrong(key, f"this field cannot hold {held!r}")
        return value

    # Steps

    def _step(self, name: str, shape: StepShape) -> Step:
        here = f"steps.{name}"
        self._slots(f"{here}.asks", shape.asks)
        asks = tuple(self._ask(f"{here}.fields", token, shape.labels) for token in shape.fields)
        keys = [ask.key for ask in asks]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice:
            raise self._wrong(f"{here}.fields", f'"{twice}" is asked twice')
        for key in shape.labels:
            if key not in keys:
                raise self._wrong(f"{here}.labels", f'"{key}" is not asked here', meant(key, keys))
        unless = tuple(self._ask(f"{here}.unless", token, {}) for token in shape.unless)
        for ask in (*asks, *unless):
            self.asked.setdefault(ask.part, name)
        first = asks[0].field
        return Step(
            name=name,
            asks=_neutral(shape.asks, self.parts),
            hint=shape.hint,
            works=shape.works or first.good,
            fails=shape.fails or first.poor,
            fields=asks,
            repeat=shape.repeat,
            unless=unless,
        )

    def _ask(self, key: str, token: str, labels: Mapping[str, str]) -> Ask:
        part, dot, name = token.partition(".")
        if part not in self.parts:
            raise self._wrong(key, f'there is no record "{part}" here', meant(part, self.parts))
        if not dot:
            raise self._wrong(key, f'"{token}" names no field', f'write it as "{part}.title"')
        kind = self.parts[part].kind
        field = self._field(key, kind, name)
        return Ask(part, field, labels.get(token) or field.label, kind.name)

    def _slots(self, key: str, text: str) -> None:
        rest = SLOT.sub("", text)
        if "{" in rest or "}" in rest:
            raise self._wrong(key, "a brace is left over", "a slot looks like {name|other words}")
        for slot in SLOT.finditer(text):
            if slot[1] not in self.parts:
                raise self._wrong(key, f'there is no record "{slot[1]}" here', meant(slot[1], self.parts))
            if slot[1] not in self.asked:
                raise self._wrong(key, f'"{slot[1]}" is not asked before this question')

    def _alone(self, step: Step, steps: Iterable[Step]) -> None:
        """A repeated step has many records, so nothing else can mean "the" record."""
        key, name = f"steps.{step.name}.repeat", step.parts[0]
        others = [each for each in steps if each is not step]
        parts = self.parts.values()
        used = any(name in (*part.under, part.inside, part.named, *part.links.values()) for part in parts)
        copied = any(name in [source for source, _ in part.same.values()] for part in parts)
        slots = any(slot[1] == name for each in others for slot in SLOT.finditer(each.asks))
        if len(step.parts) > 1 or used or copied or slots or any(name in each.parts for each in others):
            raise self._wrong(key, "only one record that nothing else uses can be asked repeatedly")


def _places(kind: Kind) -> str:
    return f"it hangs under {any_of(kind.under) if kind.under else 'nothing'}"


def _neutral(asks: str, parts: Mapping[str, Part]) -> str:
    """`asks` with neutral words in every slot."""
    return SLOT.sub(lambda slot: f"{{{slot[1]}|{slot[2] or f'the {parts[slot[1]].kind.label}'}}}", asks)
