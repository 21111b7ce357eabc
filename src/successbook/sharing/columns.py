"""Which column of a spreadsheet is which field: our headings, those of other tools, a person's mapping.

One table of names for each sort of file. It is what export writes, what import looks for, and what the
documentation prints. A heading is compared without regard to capitals, punctuation and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from successbook.errors import UsageError
from successbook.plan.near import did_you_mean

__all__ = ["CASES", "READINGS", "RESULTS", "TABLES", "Column", "Columns", "Sort", "asked", "folded", "mapped"]

Sort = Literal["cases", "results", "readings"]
"""What the rows of a file are."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that we know.

    Attributes:
        field: its name in a mapping: a field of the record, or what else an importer asks for.
        heading: what export calls it.
        about: what stands in it, for the documentation.
        also: what other tools call it, the likeliest first.
    """

    field: str
    heading: str
    about: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, ours first; a bare "ID" is a number of the tool that wrote it."""
        own = () if self.field == "id" else (self.field,)
        return (self.heading, *own, *self.also)


_NUMBER = Column(
    "number", "Number elsewhere", "the number under which another tool knows the case",
    ("Case ID", "Test case ID", "Test case key", "TCID", "Test key", "Issue key", "Key", "External ID", "ID"),
)  # fmt: skip
_TITLE = Column(
    "title", "Case", "what is tried, one line",
    ("Title", "Test case title", "Summary", "Test summary", "Name", "Test case", "Test case name", "Test"),
)  # fmt: skip
_SECTION = Column(
    "section", "Section", "the part it belongs to",
    ("Section hierarchy", "Folder", "Category", "Module", "Component", "Components", "Suite", "Area"),
)  # fmt: skip
_NOT_KNOWN = Column("not_known", "Not known yet", "names of fields whose answer is not known yet")

# fmt: off
CASES: Final = (
    Column("id", "Id in plan", "the case's id; leave it empty for a new case"),
    _TITLE,
    _SECTION,
    Column("priority", "Priority", "must, should or could", ("Test priority", "Importance")),
    Column("pass_when", "Passes when", "what passes",
           ("Pass criterion", "Pass criteria", "Acceptance criterion", "Acceptance criteria")),
    Column("fail_when", "Fails when", "what fails", ("Fail criterion", "Fail criteria")),
    Column("role", "Role", "as whom it is tried", ("User role", "Persona", "Actor")),
    Column("preconditions", "Before", "what must be there before",
           ("Preconditions", "Precondition", "Prerequisites", "Setup")),
    Column("test_data", "Test data", "with which data"),
    Column("data_expires", "Data expires", "until when the data are good, a date"),
    Column("environment", "Environment", "where it is tried", ("Environments", "Platform")),
    Column("traces", "Traces to", "KPIs, goals, problems: metric:seconds-to-pay, goal:guests-pay"),
    Column("requirement", "Requirement", "the requirement it is about",
           ("Requirements", "Requirement ID", "References", "Refs", "Coverage (Issues)", "Coverage", "Story",
            "User story")),
    _NUMBER,
    Column("tags", "Tags", "words that help to find it: phone, long", ("Labels", "Keywords")),
    Column("notes", "Notes", "anything else",
           ("Objective", "Description", "Details", "Comment", "Comments", "Note")),
    _NOT_KNOWN,
    Column("step", "Step", "what the tester does; a row for each step, or all of them in one cell, numbered",
           ("Steps (Step)", "Test Script (Step-by-Step) - Step", "Test Script (Plain Text)", "Steps",
            "Test step", "Test steps", "Action", "Actions", "Step description", "Do", "Text")),
    Column("expect", "Expect", "what should happen then",
           ("Steps (Expected Result)", "Test Script (Step-by-Step) - Expected Result", "Expected result",
            "Expected results", "Expected", "Expected outcome", "Step result", "Result")),
    Column("step_notes", "Step notes", "anything else about the step",
           ("Steps (Additional Info)", "Test Script (Step-by-Step) - Test Data", "Step data", "Data")),
    Column("step_not_known", "Step not known yet", "names of its fields whose answer is not known yet"),
    Column("step_id", "Step in plan", "the step's id; leave it empty for a new step"),
)
"""The columns of a suite of cases."""

RESULTS: Final = (
    _SECTION,
    _TITLE,
    Column("state", "Result", "passed, passed with note, failed, blocked, not observed, not applicable, "
           "did not show, not run; empty is not run",
           ("Verdict", "Outcome", "Test result", "Execution status", "Status")),
    Column("note", "Note", "what the tester saw",
           ("Comment", "Comments", "Actual result", "Remark", "Remarks")),
    Column("defect", "Defect", "what does not work: a defect that is known by its id, number or title; any "
           "other words make a new one", ("Defects", "Bug", "Bugs", "Linked defects")),
    Column("date", "On", "the day, such as 2026-06-08",
           ("Tested on", "Executed on", "Execution date", "Date")),
    Column("started", "Started", 'when the tester started; in the row "All in all"'),
    Column("finished", "Finished", 'when the tester was done; in the row "All in all"'),
    Column("showed_up", "Showed up", 'whether the tester came, yes or no; in the row "All in all"'),
    Column("notes", "Notes", "anything else"),
    _NOT_KNOWN,
    Column("round", "Round in plan", "the round's id or title",
           ("Round", "Test run", "Run", "Test cycle", "Cycle")),
    Column("tester", "Tester in plan", "the tester's id, name or code",
           ("Tester", "Tested by", "Executed by", "Assigned to", "Assignee")),
    _NUMBER,
    Column("case", "Case in plan", 'the case\'s id; * in the row "All in all", whose note is the remark'),
    Column("release", "Release in plan", "the release's id or title", ("Release",)),
)
"""The columns of results, one row for each case and tester."""

READINGS: Final = (
    Column("title", "Metric", "the metric's title", ("KPI", "Name")),
    Column("day", "Date", "the day, such as 2026-06-08; 2026-06-08T09:30 for several on one day",
           ("Day", "On", "Week", "Month")),
    Column("value", "Value", "a number, about a number (~13000), a state (blocked), or words",
           ("Reading", "Number", "Amount")),
    Column("unit", "Unit", "the metric's unit, to read by"),
    Column("remark", "Remark", "anything unusual that day", ("Note", "Comment", "Remarks")),
    Column("metric", "Metric in plan", "the metric's id"),
)
"""The columns of dated values, one row for each."""
# fmt: on

TABLES: Final[dict[Sort, tuple[Column, ...]]] = {"cases": CASES, "results": RESULTS, "readings": READINGS}
"""The columns of each sort of file."""

_TOLD: Final = frozenset({"priority", "test data", "what to do", "passes when", "fails when", "who you are",
                          "before", "where"})  # fmt: skip
"""Headings of a result sheet that only tell the tester something."""
_APART: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a file is which field.

    Attributes:
        sort: what the rows are.
        places: for each field the place of its column, 0 is the first.
        headings: the file's heading.
        unused: headings from which nothing is taken.
    """

    sort: Sort
    places: Mapping[str, int]
    headings: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def told(self) -> dict[str, str]:
        """The fields that are read, with the headings they are read from, in the file's order."""
        ordered = sorted(self.places.items(), key=lambda pair: pair[1])
        return {field: self.headings[at] for field, at in ordered}


def folded(heading: str) -> str:
    """A heading as it is compared: ``Steps (Expected Result)`` is ``steps expected result``."""
    return _APART.sub(" ", heading).strip().casefold()


def asked(words: Iterable[str], sorts: Sequence[Sort]) -> dict[Sort, dict[str, str]]:
    """The mapping that a person gives as ``HEADING=FIELD``, for each sort of file that has such a field.

    Args:
        words: what they say; an empty field leaves the column out.
        sorts: what the files may be.

    Returns:
        for each sort the fields by `folded` heading.

    Raises:
        UsageError: one of them is no mapping, or names a field that no such file has.
    """
    known = {
        sort: {folded(name): each.field for each in TABLES[sort] for name in (each.heading, each.field)}
        for sort in sorts
    }
    found: dict[Sort, dict[str, str]] = {sort: {} for sort in sorts}
    for word in words:
        heading, equals, said = word.rpartition("=")
        if not equals or not folded(heading):
            raise UsageError(f'"{word}" maps nothing', where="--map", remedy="write it as HEADING=FIELD")
        fields = {sort: "" if not said.strip() else _field(said, known[sort], sort) for sort in sorts}
        if all(field is None for field in fields.values()):
            names = list(dict.fromkeys(each.field for sort in sorts for each in TABLES[sort]))
            remedy = did_you_mean(said, names, f"one of {', '.join(names)}")
            raise UsageError(f'there is no field "{said}"', where="--map", remedy=remedy)
        for sort, field in fields.items():
            if field is not None:
                found[sort][folded(heading)] = field
    return found


def _field(said: str, known: Mapping[str, str], sort: Sort) -> str | None:
    """The field that a person names; of readings also a metric."""
    if sort == "readings" and said.strip().startswith("metric:"):
        return said.strip()
    return known.get(folded(said))


def mapped(heading: Sequence[str], sort: Sort, by_hand: Mapping[str, str]) -> Columns:
    """Which column of a file is which field: as a person says, else as the names say.

    Args:
        heading: the file's heading.
        sort: what its rows are.
        by_hand: fields by `folded` heading, as `asked` gives them and as they are kept; "" leaves one out.
    """
    names = [folded(each) for each in heading]
    places: dict[str, int] = {}
    for at, name in enumerate(names):
        if by_hand.get(name):
            places.setdefault(by_hand[name], at)
    free = {name: at for at, name in reversed(list(enumerate(names))) if name and name not in by_hand}
    for column in TABLES[sort]:
        found = next((free[folded(each)] for each in column.names if folded(each) in free), None)
        if found is not None and column.field not in places and found not in places.values():
            places[column.field] = found
    used = set(places.values())
    unused = tuple(
        each for at, each in enumerate(heading) if each and at not in used and not _tells(names[at], sort)
    )
    return Columns(sort, places, tuple(heading), unused)


def _tells(name: str, sort: Sort) -> bool:
    return sort == "results" and name in _TOLD
