"""The kinds of record there are, where each one stands, and which may hang under which.

Loads no pydantic: an outline can be drawn from here before any record is validated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from successbook.errors import AddressError
from successbook.plan.patterns import filled, ids_in
from successbook.tree import Address

if TYPE_CHECKING:
    from successbook.plan.records import Record

__all__ = [
    "FORMAT",
    "KINDS",
    "NOTEBOOK",
    "PLAN",
    "READINGS",
    "Kind",
    "Place",
    "files_of",
    "filled",
    "ids_in",
    "is_plan_file",
    "kind_name",
    "kind_named",
    "locate",
    "parts_of",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    Attributes:
        name: its word in references (``goal:guest-pays``) and on the command line.
        label: what a person calls one of them.
        plural: what a person calls several.
        table: the table that holds them, by id; empty when the record is a whole file.
        file: the file they stand in; each ``*`` stands for an id, of a release first.
        model: where its record model is, ``module:Class``.
        link: the field that says what it hangs under, empty if it hangs under nothing.
        under: the kinds it may hang under.
        inside: the kind of record it is a part of, if any: in a table of that record, or in a file of its own
            in the folder of that record's release.
        names: the kinds whose ids make up its id, joined by ``--``: a result is called what its case is.
        single: whether there is only one, so that it needs no id.
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
    names: tuple[str, ...] = ()
    single: bool = False

    def record(self) -> type[Record]:
        """The record model; loads pydantic."""
        return _record_model(self.model)

    @property
    def a(self) -> str:
        """One of them in a sentence: ``a goal``, ``an initiative``."""
        return f"{'an' if self.label[0] in 'aeiou' else 'a'} {self.label}"

    @property
    def named(self) -> bool:
        """Whether records of this kind have ids of their own that a reference can give."""
        own = bool(self.table or "*" in self.file) and not self.single
        return own and (not self.inside or not KINDS[self.inside].table)

    def at(self, id_: str, inside: Address | None = None) -> Address:
        """The address of the record with this id.

        Raises:
            AddressError: the kind is a part of another record, and none, or one of another kind, is given.
        """
        above = ids_in(KINDS[self.inside].file, inside.file) if self.inside and inside else ()
        if above is None or (self.inside and inside is None):
            raise AddressError(f"{self.a} stands inside {KINDS[self.inside].a}")
        if self.table:
            return (inside or Address(self.file)).child(self.table, id_)
        return Address(filled(self.file, (*above, id_)))

    def holder_near(self, near: Address | None) -> Address | None:
        """The record that a reference from `near` to this kind looks into: the one of the same release.

        None for kinds that are no part of another, and where `near` stands in no release.
        """
        if not self.inside or near is None or KINDS[self.inside].table:
            return None
        pattern = KINDS[self.inside].file
        parts = near.file.split("/")
        if "*" not in pattern:
            return Address(pattern)
        if len(parts) < _IN_RELEASE or parts[0] != pattern.split("/")[0]:
            return None
        return Address(filled(pattern, (parts[1],)))


@cache
def _record_model(place: str) -> type[Record]:
    module, _, name = place.partition(":")
    found: type[Record] = getattr(import_module(f"successbook.plan.{module}"), name)
    return found


_IN_RELEASE: Final = 3


_PLAN = "plan.toml"
_STAKEHOLDERS = "stakeholders.toml"
_RELEASE = "releases/*/release.toml"
_UAT = "releases/*/uat.toml"
_NOTEBOOK = "notebook.toml"

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
    Kind("agreement", "agreement", "agreements", "agreements", _STAKEHOLDERS, "stakeholders:Agreement",
         inside="stakeholder", names=("release",)),
    Kind("release", "release", "releases", "", _RELEASE, "releases:Release"),
    Kind("milestone", "milestone", "milestones", "milestones", _RELEASE, "releases:Milestone",
         inside="release"),
    Kind("replan", "new date", "new dates", "replans", _RELEASE, "releases:Replan", inside="release"),
    Kind("instrument", "tracking", "tracking", "instruments", "tracking.toml", "tracking:Instrument"),
    Kind("release_kpi", "KPI of this release", "KPIs of this release", "kpis", _RELEASE,
         "release_kpis:ReleaseKpi", inside="release", names=("metric",)),
    Kind("benchmark_change", "changed benchmark", "changed benchmarks", "benchmark_changes", _RELEASE,
         "release_kpis:BenchmarkChange", inside="release_kpi"),
    Kind("phase", "phase", "phases of collecting", "schedule", _RELEASE, "release_kpis:Phase",
         inside="release_kpi"),
    Kind("risk", "risk", "risks", "risks", _RELEASE, "launch:Risk", inside="release"),
    Kind("gate", "gate", "gates", "gates", _RELEASE, "gates:Gate", inside="release"),
    Kind("gate_question", "question", "questions", "questions", _RELEASE, "gates:GateQuestion",
         inside="gate"),
    Kind("stage", "stage", "stages", "stages", _RELEASE, "launch:Stage", inside="release"),
    Kind("level", "entry of the launch log", "launch log", "log", _RELEASE, "launch:Level", inside="release"),
    Kind("checklist_item", "thing to do", "checklist", "checklist", _RELEASE, "launch:ChecklistItem",
         inside="release"),
    Kind("thanks", "thanks", "thanks", "thanks", _RELEASE, "launch:Thanks", inside="release"),
    Kind("incident", "unexpected result", "the unexpected", "incidents", _RELEASE, "incidents:Incident",
         inside="release"),
    Kind("incident_event", "moment", "timeline", "timeline", _RELEASE, "incidents:IncidentEvent",
         inside="incident"),
    Kind("action_item", "action item", "action items", "actions", _RELEASE, "incidents:ActionItem",
         inside="incident"),
    Kind("readout", "read-out", "read-outs", "readouts", _RELEASE, "readouts:Readout", inside="release"),
    Kind("readout_kpi", "KPI in the read-out", "KPIs in the read-out", "kpis", _RELEASE,
         "readouts:ReadoutKpi", inside="readout", names=("metric",)),
    Kind("uat", "acceptance test", "acceptance tests", "", _UAT, "uat:Uat", inside="release", single=True),
    Kind("criterion", "criterion", "criteria", "criteria", _UAT, "uat:Criterion", inside="uat"),
    Kind("case", "case", "cases", "cases", _UAT, "uat:Case", inside="uat"),
    Kind("case_step", "step", "steps", "steps", _UAT, "uat:CaseStep", inside="case"),
    Kind("round", "round", "rounds", "rounds", _UAT, "uat:Round", inside="uat"),
    Kind("tester", "tester", "testers", "testers", _UAT, "uat:Tester", inside="uat"),
    Kind("quota", "quota", "quotas", "quotas", _UAT, "uat:Quota", inside="uat"),
    Kind("waiver", "waiver", "waivers", "waivers", _UAT, "uat:Waiver", inside="uat"),
    Kind("sign_off", "sign-off", "sign-offs", "sign_offs", _UAT, "uat:SignOff", inside="uat"),
    Kind("sheet", "result sheet", "result sheets", "", "releases/*/results/*.toml", "results:Sheet",
         inside="uat", names=("round", "tester")),
    Kind("result", "result", "results", "results", "releases/*/results/*.toml", "results:Result",
         inside="sheet", names=("case",)),
    Kind("defect", "defect", "defects", "", "releases/*/defects/*.toml", "results:Defect", inside="uat"),
    Kind("notebook", "notebook", "notebooks", "", _NOTEBOOK, "notebooks:Notebook"),
    Kind("facet", "facet", "facets of my own", "facets", _NOTEBOOK, "notebooks:Facet", inside="notebook"),
    Kind("todo", "action", "actions", "actions", _NOTEBOOK, "notebooks:Todo", inside="notebook"),
    Kind("open_question", "open question", "open questions", "questions", _NOTEBOOK, "notebooks:OpenQuestion",
         inside="notebook"),
    Kind("capture", "note", "notes for the next session", "captures", _NOTEBOOK, "notebooks:Capture",
         inside="notebook"),
    Kind("session", "session", "sessions", "", "reflections/*.toml", "reflection:Session", inside="notebook"),
    Kind("entry", "line", "lines", "entries", "reflections/*.toml", "reflection:Entry", inside="session"),
    Kind("next_step", "next step", "next steps", "actions", "reflections/*.toml", "reflection:NextStep",
         inside="session"),
    Kind("session_question", "question", "open questions", "questions", "reflections/*.toml",
         "reflection:SessionQuestion", inside="session"),
)  # fmt: skip

FORMAT: Final = 1
"""The format of the files of a plan that this version writes, and the newest it knows."""

KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in _ALL}
"""Every kind by name, in the order in which people meet them."""

PLAN: Final = Address(_PLAN)
"""The record that is the plan itself; goals and metrics stand in it."""

NOTEBOOK: Final = Address(_NOTEBOOK)
"""The record that is a person's notebook; it is there only where a notebook is open."""

READINGS: Final = "readings.toml"
"""The file of dated values: ``[readings.<metric>]``, with remarks in ``[notes.<metric>]``."""


def kind_named(name: str) -> Kind:
    """The kind called `name`; the plural, the table's name and a hyphen are understood too.

    Raises:
        AddressError: there is no such kind.
    """
    wanted = _folded(name)
    for kind in _ALL:
        if wanted and wanted in map(_folded, (kind.name, kind.table, kind.label, kind.plural)):
            return kind
    raise AddressError(f'there is no kind of record called "{name}"', remedy=f"one of {', '.join(KINDS)}")


def _folded(name: str) -> str:
    return name.strip().replace("-", "_").replace(" ", "_").lower()


def parts_of(kind: Kind) -> tuple[Kind, ...]:
    """The kinds of record that stand in tables of a record of this kind."""
    return _PARTS_OF.get(kind.name, ())


def files_of(kind: Kind) -> tuple[Kind, ...]:
    """The kinds of record that are parts of a record of this kind and have files of their own."""
    return tuple(each for each in _ALL if each.inside == kind.name and not each.table)


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
        """The record's id; that of a whole file is in the file's name."""
        if self.record.path:
            return self.record.path[-1]
        ids = ids_in(self.kind.file, self.record.file)
        return ids[-1] if ids else self.record.file


def is_plan_file(name: str) -> bool:
    """Whether a plan or a notebook keeps something we know in a file of this name."""
    return name == READINGS or _pattern_of(name) is not None


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


def kind_name(at: Address | None) -> str:
    """The name of the kind of record in which an address stands; empty where no record is meant."""
    place = locate(at) if at is not None else None
    return place.kind.name if place is not None else ""


def _top(at: Address) -> Place | None:
    pattern = _pattern_of(at.file)
    if pattern is None:
        return None
    kind = _TOP.get((pattern, at.path[0])) if len(at.path) >= 2 and at.path[0] else None
    if kind is not None:
        return Place(kind, Address(at.file, at.path[:2]), at.path[2:])
    root = _TOP.get((pattern, ""))
    return Place(root, Address(at.file), at.path) if root is not None else None


@lru_cache(maxsize=4096)
def _pattern_of(file: str) -> str | None:
    """The pattern of the files that this one is one of."""
    if file in _SINGLE_FILES:
        return file
    return next((pattern for pattern in _PATTERNS if ids_in(pattern, file) is not None), None)


_PARTS_OF: Final = {
    name: tuple(each for each in _ALL if each.inside == name and each.table) for name in KINDS
}
_PARTS: Final = {(kind.inside, kind.table): kind for kind in _ALL if kind.inside and kind.table}
_TOP: Final = {(kind.file, kind.table): kind for kind in _ALL if not kind.inside or not kind.table}
_SINGLE_FILES: Final = frozenset(kind.file for kind in _ALL if "*" not in kind.file)
_PATTERNS: Final = tuple(dict.fromkeys(kind.file for kind in _ALL if "*" in kind.file))
