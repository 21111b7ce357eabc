"""Below the fields of a record: its parts in groups, its readings, what it comes from and is used by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator
from typing import Final

from successbook.plan.answers import unit_of
from successbook.plan.belonging import acceptance_test_of
from successbook.plan.describe import fields_of
from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS, READINGS, Kind, files_of, locate, parts_of
from successbook.plan.measured import show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import first_line, people, words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Table, Tree
from successbook.tui.rooms.record_keys import ChartKey, MoreKey, NewKey, PartKey, ReadingKey
from successbook.tui.rooms.record_lists import heading, limited
from successbook.tui.widgets.sheet import Cell, Row
from successbook.verdicts.asides import aside_of
from successbook.verdicts.metrics import look_at, sparkline
from successbook.verdicts.results import round_and_tester
from successbook.verdicts.targets import aims_of

__all__ = ["hidden_parts", "link_rows", "part_rows", "reading_rows"]

_OFFERED: Final = {
    "target": "add a target: where should it be, by when?",
    "update": "add an update: what were they told, when?",
    "release_kpi": "add a KPI: what will show that this release worked?",
    "milestone": "add a milestone",
    "replan": "add a new date, when the plan moves",
    "phase": "add a phase: how often is a reading taken, for how long?",
    "gate_question": "add a question: what must be answered first?",
    "action_item": "add an action: what is done about it, by whom?",
    "readout_kpi": "add a KPI: where is it now, what does that say?",
    "case": "add a case: what does a user do, and when does that pass?",
    "case_step": "add a step: what is done, what should happen?",
    "result": "add a result: what did the tester see?",
    "entry": "add a line: what counts as success?",
    "next_step": "add a next step: what will be done, by when?",
}
"""The kinds of parts that a record asks for before it has any, and how."""
_ASKS: Final = {
    **_OFFERED,
    "checklist_item": "add something to do",
    "thanks": "add somebody to thank",
    "level": "add an entry: which level was set, by whom, and why?",
    "session": "begin a session",
}


def _part_kinds(kind: Kind) -> tuple[Kind, ...]:
    """The kinds of parts of a record, those it asks for first."""
    kinds = (*parts_of(kind), *files_of(kind))
    return tuple(sorted(kinds, key=lambda part: part.name not in _OFFERED))


def hidden_parts(tree: Tree, at: Address, kind: Kind) -> int:
    """How many kinds of parts are out of sight, because most plans do not need them and there are none."""
    return sum(
        part.name not in _OFFERED and not any(True for _ in records(tree, part, at))
        for part in _part_kinds(kind)
    )


def part_rows(
    tree: Tree, at: Address, kind: Kind, now: Now, *, unfolded: bool, opened: Container[str]
) -> Iterator[Row]:
    """The records that stand inside this one, a group for each kind, each with a row that adds one.

    Args:
        tree: the plan.
        at: the record.
        kind: its kind.
        now: the day.
        unfolded: whether kinds that most plans do not need are shown while there are none.
        opened: the kinds whose long lists are shown whole.
    """
    unit = unit_of(tree, at.child("baseline")) if kind.name == "metric" else ""
    for part in _part_kinds(kind):
        found = list(records(tree, part, at))
        if not (found or part.name in _OFFERED or unfolded):
            continue
        yield from heading(capital(part.plural), len(found))
        yield from limited([_part(tree, each, part, now, unit) for each in found], part.name, opened)
        if not (part.single and found):
            asks = _ASKS.get(part.name, f"add {part.a}")
            yield Row(NewKey(part.name), (Cell(asks, "muted", wrap=True),), indent=1)


def _part(tree: Tree, at: Address, kind: Kind, now: Now, unit: str) -> Row:
    title = _with_unit(tree, at, title_of(tree, at), unit)
    said, tone = _aim(tree, at, now) if kind.name == "target" else aside_of(tree, at, now)
    beside = "" if said.casefold() in title.casefold() else f"   {said}"
    cells = (Cell(title, wrap=True), Cell(beside, tone, wrap=True))
    return Row(PartKey(at, part=bool(kind.table)), (cells,), indent=1)


def _aim(tree: Tree, target: Address, now: Now) -> tuple[str, str]:
    """What a target with a name of its own wants."""
    aim = next((each for each in aims_of(tree, target.parent.parent) if each.at == target), None)
    if aim is None or not words(tree.table(target), "title"):
        return "", ""
    return f"{aim.text}{f', {short_date(aim.by, now.date)}' if aim.by else ''}", "muted"


def _with_unit(tree: Tree, part: Address, title: str, unit: str) -> str:
    value = tree.get(part.child("value"))
    plain = show(value) if value is not None else ""
    return title.replace(plain, show(value, unit), 1) if plain and unit else title


def reading_rows(tree: Tree, at: Address, now: Now, opened: Container[str]) -> Iterator[Row]:
    """The readings of a metric, the latest first, and what they say."""
    table = tree.table(Address(READINGS, ("readings", at.key)))
    notes = tree.table(Address(READINGS, ("notes", at.key)))
    unit = unit_of(tree, at.child("baseline"))
    yield from heading("Readings", len(table))
    view = look_at(tree, at, now)
    spark = sparkline(view.numbers, 24)
    said = (
        Cell(f"{spark}  " if spark else "", "accent"),
        Cell(view.verdict.sentence, view.verdict.tone, wrap=True),
    )
    yield Row(MoreKey("verdict"), (said,), indent=1, selectable=False)
    if spark:
        yield Row(ChartKey(), (Cell("view them as a chart", "muted"),), indent=1)
    rows = [_reading(key, table, notes, unit, now) for key in sorted(table, reverse=True)]
    yield from limited(rows, "readings", opened)
    yield Row(NewKey("reading"), (Cell("write down a new number", "muted"),), indent=1)


def _reading(key: str, table: Table, notes: Table, unit: str, now: Now) -> Row:
    remark = notes.get(key)
    beside = Cell(f"   {remark}" if isinstance(remark, str) else "", "muted", wrap=True)
    day = Cell(_day_words(key, now), "muted")
    return Row(ReadingKey(key), (day, (Cell(show(table[key], unit), wrap=True), beside)), indent=1)


def _day_words(key: str, now: Now) -> str:
    try:
        return short_date(dt.date.fromisoformat(key[:10]), now.date)
    except ValueError:
        return key


def link_rows(tree: Tree, at: Address, kind: Kind, opened: Container[str]) -> Iterator[Row]:
    """What a record comes from and is used by; what testers saw in a case."""
    if kind.name == "case":
        yield from _seen(tree, at, opened)
    hierarchy = Hierarchy.of(tree)
    chain = reversed(hierarchy.chain(at)[:-1]) if at in hierarchy.kinds else ()
    groups = {
        "serves": list(chain),
        "used by": list(hierarchy.children.get(at, ())),
        "shipped by": list(_naming(tree, "release", "initiatives", at)),
    }
    if any(groups.values()):
        yield from heading("Comes from, used by")
    for word, found in groups.items():
        rows = [_link(tree, each, word, first=number == 0) for number, each in enumerate(found)]
        yield from limited(rows, word, opened)


def _link(tree: Tree, at: Address, word: str, *, first: bool) -> Row:
    place = locate(at)
    label = f"{place.kind.label}  " if place else ""
    title = (Cell(label, "muted"), Cell(title_of(tree, at), wrap=True))
    return Row(PartKey(at, group=word), (Cell(word if first else "", "muted"), title))


def _seen(tree: Tree, case: Address, opened: Container[str]) -> Iterator[Row]:
    """What each tester saw in a case, the latest round first, because that one counts."""
    uat = acceptance_test_of(case)
    order = [at.key for at in records(tree, KINDS["round"], uat)]
    sheets = sorted(records(tree, KINDS["sheet"], uat), key=lambda at: _round(at, order), reverse=True)
    rows = []
    for sheet in sheets:
        result = KINDS["result"].at(case.key, sheet)
        table = tree.table(result)
        if tree.has(result):
            state = words(table, "state") or "nothing said"
            note = first_line(table, "note")
            cells = (
                Cell(f"{title_of(tree, sheet)}  ", "muted"),
                Cell(state, aside_of(tree, result, _NO_DAY)[1], wrap=True),
                Cell(f"   {note}" if note else "", "muted", wrap=True),
            )
            rows.append(Row(PartKey(result, group="seen"), (cells,), indent=1))
    if rows:
        yield from heading("What testers saw", len(rows))
        yield from limited(rows, "seen", opened)


def _round(sheet: Address, order: list[str]) -> int:
    round_, _ = round_and_tester(sheet)
    return order.index(round_) if round_ in order else -1


_NO_DAY: Final = Now(dt.date.min, "UTC")


def _naming(tree: Tree, kind: str, field: str, at: Address) -> Iterator[Address]:
    """The records of a kind whose field names the record at `at`."""
    place = locate(at)
    names = {place.id, f"{place.kind.name}:{place.id}"} if place else set()
    described = next((each for each in fields_of(kind) if each.name == field), None)
    if place is None or described is None or place.kind.name not in described.refers_to:
        return
    for each in records(tree, KINDS[kind]):
        if names & set(people(tree.table(each), field)):
            yield each
