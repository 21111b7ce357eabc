"""The kinds of record there are, where each one stands, and which may hang under which.

Loads no pydantic: an outline can be drawn from here before any record is validated.
"""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from successbook.errors import AddressError
from successbook.tree import Address

if TYPE_CHECKING:
    from successbook.plan.records import Record

__all__ = ["KINDS", "Kind", "Place", "kind_named", "locate", "parts_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    Attributes:
        name: its word in references (``goal:guest-pays``) and on the command line.
        label: what a person calls one of them.
        plural: what a person calls several.
        table: the table that holds them, by id; empty when the record is a whole file.
        file: the file they stand in, ``*`` for the id of a release.
        model: where its record model is, ``module:Class``.
        link: the field that says what it hangs under, empty if it hangs under nothing.
        under: the kinds it may hang under.
        inside: the kind of record it is a part of, if any.
    """

    name: str
    label: str
    plural: str
    table: str
    file: str
    model: str
    link: str = ""
    under: tuple[str, ...] = ()
    inside: str = ""

    def record(self) -> type[Record]:
        """The record model; loads pydantic."""
        module, _, name = self.model.partition(":")
        found: type[Record] = getattr(import_module(f"successbook.plan.{module}"), name)
        return found

    def at(self, id_: str, inside: Address | None = None) -> Address:
        """The address of the record with this id.

        Raises:
            AddressError: the kind is a part of another record, and none is given.
        """
        if self.inside:
            if inside is None:
                raise AddressError(f"a {self.label} stands inside a {KINDS[self.inside].label}")
            return inside.child(self.table, id_)
        if not self.table:
            return Address(self.file.replace("*", id_))
        return Address(self.file, (self.table, id_))


_PLAN = "plan.toml"
_STAKEHOLDERS = "stakeholders.toml"
_RELEASE = "releases/*/release.toml"

_ALL = (
    Kind("plan", "plan", "plans", "", _PLAN, "goals:Plan"),
    Kind("mission", "mission", "missions", "missions", _PLAN, "goals:Mission"),
    Kind("problem", "problem", "problems", "problems", _PLAN, "goals:Problem", "serves", ("mission",)),
    Kind("goal", "goal", "goals", "goals", _PLAN, "goals:Goal", "serves", ("problem", "mission", "goal")),
    Kind("key_action", "key action", "key actions", "key_actions", _PLAN, "goals:KeyAction",
         "serves", ("goal", "problem")),
    Kind("initiative", "initiative", "initiatives", "initiatives", _PLAN, "goals:Initiative",
         "serves", ("key_action", "goal")),
    Kind("metric", "metric", "metrics", "metrics", _PLAN, "metrics:Metric",
         "measures", ("goal", "initiative", "key_action", "problem")),
    Kind("insight", "insight", "insights", "insights", _PLAN, "insights:Insight"),
    Kind("target", "target", "targets", "targets", _PLAN, "metrics:Target", inside="metric"),
    Kind("reset", "earlier baseline", "earlier baselines", "resets", _PLAN, "metrics:Reset", inside="metric"),
    Kind("revision", "revision", "revisions", "revisions", _PLAN, "metrics:Revision", inside="metric"),
    Kind("score", "score", "scores", "scores", _PLAN, "metrics:Score", inside="metric"),
    Kind("stakeholder", "stakeholder", "stakeholders", "stakeholders", _STAKEHOLDERS,
         "stakeholders:Stakeholder"),
    Kind("update", "update", "updates", "updates", _STAKEHOLDERS, "stakeholders:Update",
         inside="stakeholder"),
    Kind("release", "release", "releases", "", _RELEASE, "releases:Release"),
    Kind("milestone", "milestone", "milestones", "milestones", _RELEASE, "releases:Milestone",
         inside="release"),
    Kind("replan", "new date", "new dates", "replans", _RELEASE, "releases:Replan", inside="release"),
)  # fmt: skip

KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in _ALL}
"""Every kind by name, in the order in which people meet them."""

READINGS: Final = "readings.toml"
"""The file of dated values: ``[readings.<metric>]``, with remarks in ``[notes.<metric>]``."""


def kind_named(name: str) -> Kind:
    """The kind called `name`; the plural, the table's name and a hyphen are understood too.

    Raises:
        AddressError: there is no such kind.
    """
    wanted = name.replace("-", "_").replace(" ", "_").lower()
    for kind in _ALL:
        if wanted in (kind.name, kind.table, kind.label.replace(" ", "_"), kind.plural.replace(" ", "_")):
            return kind
    raise AddressError(f'there is no kind of record called "{name}"', remedy=f"one of {', '.join(KINDS)}")


def parts_of(kind: Kind) -> tuple[Kind, ...]:
    """The kinds of record that stand inside a record of this kind."""
    return tuple(each for each in _ALL if each.inside == kind.name)


@dataclass(frozen=True, slots=True)
class Place:
    """What an address names.

    Attributes:
        kind: the kind of the innermost record.
        record: that record's address.
        field: the keys inside the record; empty for the record itself.
    """

    kind: Kind
    record: Address
    field: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The record's id; a release's is the name of its folder."""
        if self.record.path:
            return self.record.path[-1]
        return self.record.file.split("/")[1] if "/" in self.record.file else self.record.file


def locate(at: Address) -> Place | None:
    """Which record an address stands in, and where in it; None when no kind of record stands there."""
    place = _top(at)
    if place is None:
        return None
    while len(place.field) >= 2:
        part = next((each for each in parts_of(place.kind) if each.table == place.field[0]), None)
        if part is None:
            break
        place = Place(part, place.record.child(*place.field[:2]), place.field[2:])
    return place


def _top(at: Address) -> Place | None:
    root = None
    for kind in _ALL:
        if (
            kind.inside
            or not fnmatch.fnmatchcase(at.file, kind.file)
            or at.file.count("/") != kind.file.count("/")
        ):
            continue
        if not kind.table:
            root = Place(kind, Address(at.file), at.path)
        elif len(at.path) >= 2 and at.path[0] == kind.table:
            return Place(kind, Address(at.file, at.path[:2]), at.path[2:])
    return root
