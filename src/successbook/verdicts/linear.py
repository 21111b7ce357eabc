"""Parts of a plan as plain text, one thing a line, in reading order: for screen readers, pipes and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from successbook.plan.describe import fields_of
from successbook.plan.hierarchy import Hierarchy, Line
from successbook.plan.kinds import KINDS, PLAN, READINGS
from successbook.plan.now import Now, short_date
from successbook.tree import Address, Plain, Table, Tree
from successbook.verdicts.board_time import FacetsOf, usual_facets
from successbook.verdicts.calendar import WEEKS, calendar_lines, weeks_of
from successbook.verdicts.due import Due, due_of
from successbook.verdicts.linear_board import board_data, board_text
from successbook.verdicts.linear_light import light_data, light_lines, look_data, look_lines
from successbook.verdicts.linear_reflection import notebook_data, notebook_lines
from successbook.verdicts.linear_release import release_data, release_lines
from successbook.verdicts.linear_tests import tests_data, tests_lines
from successbook.verdicts.telling import (
    all_of,
    flat,
    flat_but_indent,
    head,
    plain,
    readings,
    record_data,
    strays,
    table_data,
    told,
)

__all__ = ["PARTS", "part_data", "part_text"]

_BESIDE = ("insight", "instrument", "stakeholder")


def part_text(tree: Tree, part: str, now: Now, title: str, facets_of: FacetsOf = usual_facets) -> str:
    """A part of a plan in words.

    Args:
        tree: the plan.
        part: one of `PARTS`.
        now: the day, for dates and what is due.
        title: what the plan is called.
        facets_of: the facets with which a session of a notebook began.
    """
    heading, lines, _ = PARTS[part]
    found = board_text(tree, now, facets_of) if part == "board" else lines(tree, now)
    elsewhere = part in ("reflection", "board") and tree.has(PLAN)
    nowhere = _IN_NOTEBOOKS if elsewhere else "Nothing has been said yet."
    said = list(found) or [_NOTHING.get(part, nowhere)]
    return "\n".join([f"{heading} {flat(title)}", "", *said]).rstrip()


def part_data(tree: Tree, part: str, now: Now, title: str, facets_of: FacetsOf = usual_facets) -> Plain:
    """A part of a plan, structured: its records in reading order, each with its whole table as it stands.

    Args:
        tree: the plan.
        part: one of `PARTS`.
        now: the day, for what is due.
        title: what the plan is called.
        facets_of: the facets with which a session of a notebook began.
    """
    found = board_data(tree, now, facets_of) if part == "board" else PARTS[part][2](tree, now)
    table = tree.table(PLAN)
    about = {name: plain(table[name]) for name in (each.name for each in fields_of("plan")) if name in table}
    told: dict[str, Plain] = {"part": part, "day": now.date.isoformat(), "title": title, "plan": about}
    looks: dict[str, Plain] = {"looks": look_data(tree)} if part == "goals" else {}
    return {**told, **looks, "records": found}


def _goals(tree: Tree, now: Now) -> Iterator[str]:
    lines = list(_numbered(tree))
    if any(key != "format" for key in tree.table(PLAN)):
        yield head(tree, KINDS["plan"], PLAN)
        yield from told(tree, KINDS["plan"], PLAN, now)
        yield ""
    for number, line in lines:
        first = f"{number} {head(tree, line.kind, line.record)}"
        if line.also:
            yield f"{first} (also here; told elsewhere)"
        else:
            yield first
            yield from told(tree, line.kind, line.record, now)
            yield from light_lines(tree, line.record, now) if line.kind.name == "metric" else ()
        yield ""
    yield from _lost_readings(tree)
    for name in _BESIDE:
        yield from all_of(tree, KINDS[name], now)
    yield from look_lines(tree)
    for file in ("stakeholders.toml", "tracking.toml"):
        yield from _lost_keys(tree, file)


def _numbered(tree: Tree) -> Iterator[tuple[str, Line]]:
    """The lines of the outline, numbered 1, 1.1, 1.1.1."""
    counts: list[int] = []
    for line in Hierarchy.of(tree).outline():
        counts = [*counts[: line.depth + 1], *[0] * (line.depth + 1 - len(counts))]
        counts[-1] += 1
        yield f"{'.'.join(map(str, counts))}.", line


def _lost_readings(tree: Tree) -> Iterator[str]:
    """Readings of metrics that are not there."""
    metrics = tree.table(PLAN.child("metrics"))
    groups = [tree.table(Address(READINGS, (group,))) for group in ("readings", "notes")]
    for key in dict.fromkeys(key for group in groups for key in group):
        if not isinstance(metrics.get(key), Table):
            yield f'Readings of "{flat(key)}", which is no metric of this plan'
            yield from readings(tree, PLAN.child("metrics", key), "  ")
            yield ""


def _lost_keys(tree: Tree, file: str) -> Iterator[str]:
    kind = next(each for each in KINDS.values() if each.file == file)
    at = Address(file)
    table = tree.table(at)
    rest = table.without("format").without(kind.table)
    if rest:
        yield f"Also in {file}"
        yield from strays(Tree({file: rest}), kind, at, "  ")
        yield ""


def _due(tree: Tree, now: Now) -> Iterator[str]:
    found = due_of(tree, now)
    for name, late in (("Late", True), ("To come", False)):
        here = [each for each in found if each.overdue == late]
        if here:
            yield f"{name}: {len(here)}"
            for each in here:
                yield f"  {flat(each.text)}"
                yield f"    {short_date(each.day, now.date)}, {each.at}"
            yield ""
    if any(week.days for week in weeks_of(tree, now)):
        yield f"The next {WEEKS} weeks"
        yield from (f"  {flat_but_indent(line)}" for line in calendar_lines(tree, now))


def _goals_data(tree: Tree, now: Now) -> list[Plain]:
    found: list[Plain] = []
    for number, line in _numbered(tree):
        place: dict[str, Plain] = {"number": number.rstrip("."), "depth": line.depth, "also": line.also}
        if line.parent is not None:
            place["under"] = str(line.parent)
        light = light_data(tree, line.record, now) if line.kind.name == "metric" else {}
        found.append({**record_data(tree, line.kind, line.record), **light, **place})
    return found + [each for name in _BESIDE for each in table_data(tree, KINDS[name])]


def _due_data(tree: Tree, now: Now) -> list[Plain]:
    return [_due_plain(each) for each in due_of(tree, now)]


def _due_plain(each: Due) -> Plain:
    return {
        "address": str(each.at),
        "kind": each.kind,
        "field": each.field,
        "day": each.day.isoformat(),
        "overdue": each.overdue,
        "text": each.text,
    }


Lines = Callable[[Tree, Now], Iterator[str]]
Data = Callable[[Tree, Now], list[Plain]]

PARTS: Final[dict[str, tuple[str, Lines, Data]]] = {
    "goals": ("Goals of", _goals, _goals_data),
    "release": ("Releases of", release_lines, release_data),
    "uat": ("Acceptance tests of", tests_lines, tests_data),
    "due": ("What is due in", _due, _due_data),
    "reflection": ("Reflection:", notebook_lines, notebook_data),
    "board": ("Boards of", board_text, board_data),
}
"""The parts that can be told: what opens them, their lines, and their records as data."""

_IN_NOTEBOOKS: Final = (
    "A plan holds none: what is said in a session stands in a notebook. successbook where names yours."
)
_NOTHING: Final = {"due": "Nothing is late, and nothing that has a day is open."}
