"""The kinds of record there are, where each one stands, and which may hang under which.

Loads no pydantic: an outline can be drawn from here before any record is validated.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from successbook.errors import AddressError
from successbook.tree import Address

if TYPE_CHECKING:
    from successbook.plan.records import Record

__all__ = ["FORMAT", "KINDS", "READINGS", "Kind", "Place", "is_plan_file", "kind_named", "locate", "parts_of"]


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

    @property
    def a(self) -> str:
        """One of them in a sentence: ``a goal``, ``an initiative``."""
        return f"{'an' if self.label[0] in 'aeiou' else 'a'} {self.label}"

    @property
    def named(self) -> bool:
        """Whether records of this kind have ids of their own that a reference can give."""
        return not self.inside and bool(self.table or "*" in self.file)

    def at(self, id_: str, inside: Address | None = None) -> Address:
        """The address of the record with this id.

        Raises:
            AddressError: the kind is a part of another record, and none is given.
        """
        if self.inside:
            if inside is None:
                raise AddressError(f"{self.a} stands inside {KINDS[self.inside].a}")
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

FORMAT: Final = 1
"""The format of the files of a plan that this version writes, and the newest it knows."""

KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in _ALL}
"""Every kind by name, in the order in which people meet them."""

READINGS: Final = "readings.toml"
"""The file of dated values: ``[readings.<metric>]``, with remarks in ``[notes.<metric>]``."""


def kind_named(name: str) -> Kind:
    """The kind called `name`; the plural, the table's name and a hyphen are understood too.

    Raises:
        AddressError: there is no such kind.
    """
    wanted = name.strip().replace("-", "_").replace(" ", "_").lower()
    for kind in _ALL:
        names = (kind.name, kind.table, kind.label.replace(" ", "_"), kind.plural.replace(" ", "_"))
        if wanted and wanted in names:
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


def is_plan_file(name: str) -> bool:
    """Whether a plan keeps something we know in a file of this name."""
    return name == READINGS or name in _SINGLE_FILES or _release_id(name) is not None


def locate(at: Address) -> Place | None:
    """Which record an address stands in, and where in it; None when no kind of record stands there."""
    place = _top(at)
    if place is None:
        return None
    while len(place.field) >= 2:
        part = _PARTS.get((place.kind.name, place.field[0]))
        if part is None:
            break
        place = Place(part, place.record.child(*place.field[:2]), place.field[2:])
    return place


def _top(at: Address) -> Place | None:
    pattern = at.file if at.file in _SINGLE_FILES else _RELEASE
    if pattern is _RELEASE and _release_id(at.file) is None:
        return None
    kind = _TOP.get((pattern, at.path[0])) if len(at.path) >= 2 and at.path[0] else None
    if kind is not None:
        return Place(kind, Address(at.file, at.path[:2]), at.path[2:])
    root = _TOP.get((pattern, ""))
    return Place(root, Address(at.file), at.path) if root is not None else None


def _release_id(file: str) -> str | None:
    """The id in the name of a release's file, or None when it is the name of no such file."""
    folder, *rest = file.split("/")
    if folder != "releases" or rest[1:] != ["release.toml"] or rest[0] in ("", ".", ".."):
        return None
    return rest[0]


_TOP: Final = {(kind.file, kind.table): kind for kind in _ALL if not kind.inside}
_PARTS: Final = {(kind.inside, kind.table): kind for kind in _ALL if kind.inside}
_SINGLE_FILES: Final = frozenset(kind.file for kind in _ALL if "*" not in kind.file)
