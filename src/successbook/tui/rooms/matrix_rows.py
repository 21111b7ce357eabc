"""What the table of cases shows: results by tester or the fields of the cases, filtered and in some order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from successbook.plan.belonging import acceptance_test_of
from successbook.plan.keeping import Kept
from successbook.plan.kinds import KINDS
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of, title_of_table
from successbook.tree import Address, Table, Tree
from successbook.tui.widgets.grid import GridColumn, GridRow
from successbook.tui.widgets.sheet import Cell
from successbook.tui.widgets.wrapping import width_of
from successbook.verdicts.acceptance import Acceptance
from successbook.verdicts.attendance import came
from successbook.verdicts.case_views import CaseView, who_is
from successbook.verdicts.defects import retest_queue
from successbook.verdicts.results import Evidence, evidence_of, results_in_words, takes

__all__ = ["FIELDS", "MARKS", "ORDERS", "Look", "Section", "Shown", "field_in_words", "marks_in", "shown"]

MARKS: Final = {
    "passed": ("✓", "good"),
    "passed with note": ("+", "good"),
    "failed": ("✗", "bad"),
    "blocked": ("!", "bad"),
    "not observed": ("?", "unknown"),
    "not applicable": ("–", "muted"),
    "did not show": ("○", "careful"),
    "not run": ("·", "muted"),
}
"""Marks of results, readable without colour."""
_ODD: Final = ("·", "muted")
FIELDS: Final = {
    "priority": 8, "section": 14, "role": 14, "environment": 14, "tags": 12, "requirement": 9,
    "test_data": 14, "pass_when": 26, "steps": 5, "traces": 12,
}  # fmt: skip
"""The fields of a case that have a column, with its width."""
_LABELS: Final = {"test_data": "test data", "pass_when": "passes when", "traces": "traces to"}
ORDERS: Final = {
    "": "as listed, by section",
    "worst": "the worst results first",
    "priority": "must, should, could",
    "title": "by title",
    "column": "by the column under the cursor",
}
"""The orders in which cases stand."""
_WORST: Final = ("failed", "blocked", "not observed", "not run", "", "passed with note", "passed")
_PRIORITIES: Final = ("must", "", "should", "could")
_CODE: Final = 7


@dataclass(frozen=True, slots=True)
class Section:
    """The key of a heading: the cases below it stand in one section."""

    title: str
    number: int


@dataclass(frozen=True, slots=True)
class Look:
    """How the cases are looked at.

    Attributes:
        fields: whether the columns are the fields of the cases; else the testers.
        round: the id of the round that is shown; empty for what counts of all.
        order: a key of `ORDERS`.
        column: the column to sort by.
        words: the words of the filter.
    """

    fields: bool = False
    round: str = ""
    order: str = ""
    column: Hashable = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the table.

    Attributes:
        keys: the rows: sections and cases.
        headings: the sections among them.
        columns: the columns.
        draw: draws a row.
        cases: how many cases are shown.
    """

    keys: Sequence[Hashable]
    headings: frozenset[Hashable]
    columns: tuple[GridColumn, ...]
    draw: Callable[[Hashable], GridRow]
    cases: int


def shown(
    tree: Tree, judged: Acceptance, evidence: Evidence, look: Look, marked: frozenset[Address]
) -> Shown:
    """The table.

    Args:
        tree: the plan.
        judged: the verdict, with the cases as they stand.
        evidence: the results that are shown: of one round, or those that count.
        look: how it is looked at.
        marked: the cases that are marked.
    """
    views = {each.at: each for each in judged.cases}
    cases = _found(tree, evidence, look.words)
    if look.order:
        cases.sort(key=lambda at: _rank(tree, evidence, at, look))
    keys, headings = _by_section(tree, cases) if not look.order else (cases, frozenset[Hashable]())
    columns = _field_columns() if look.fields else _tester_columns(tree, evidence)
    queue = retest_queue(tree, judged.uat)
    doubled = _doubled(tree, evidence)

    def draw(key: Hashable) -> GridRow:
        """The row of a section, or of a case."""
        if not isinstance(key, Address):
            heading = key.title if isinstance(key, Section) else ""
            return GridRow((Cell(heading or "Without a section", "heading"),))
        cells = _fields_of(tree, key) if look.fields else _results_of(tree, evidence, views[key])
        title = title_of(tree, key)
        which = _which(tree.table(key), key) if title in doubled else ""
        again = "  retest" if key in queue else ""
        return GridRow((Cell(title), Cell(which, "muted"), Cell(again, "accent")), cells, key in marked)

    return Shown(keys, headings, columns, draw, len(cases))


def _doubled(tree: Tree, evidence: Evidence) -> frozenset[str]:
    """The titles that several cases have; kept while the cases stay what they are."""

    def found() -> frozenset[str]:
        titles = Counter(title_of_table(KINDS["case"], tree.table(at)) for at in evidence.cases)
        return frozenset(title for title, count in titles.items() if count > 1)

    cases = evidence.uat.child("cases")
    return _DOUBLED.of(cases, (tree.table(cases),), found)


_DOUBLED: Final[Kept[frozenset[str]]] = Kept(64)


def _which(table: Table, at: Address) -> str:
    """What tells a case from another one with the same title."""
    said = (words(table, name) for name in ("environment", "role", "test_data"))
    return f"  {next((each for each in said if each), at.key)}"


def _by_section(tree: Tree, cases: Iterable[Address]) -> tuple[list[Hashable], frozenset[Hashable]]:
    """The cases below the headings of their sections, in their own order."""
    keys: list[Hashable] = []
    headings: list[Hashable] = []
    here: str | None = None
    for at in cases:
        section = words(tree.table(at), "section")
        if section != here and (section or here is not None):
            headings.append(Section(section, len(headings)))
            keys.append(headings[-1])
        here = section
        keys.append(at)
    return keys, frozenset(headings)


def _found(tree: Tree, evidence: Evidence, wanted: str) -> list[Address]:
    """The cases that have all words of the filter somewhere, capitals aside."""
    asked = wanted.casefold().split()
    if not asked:
        return list(evidence.cases)
    follows = (tree.table(evidence.uat), evidence)
    texts = _TEXTS.of(evidence.uat, follows, lambda: [_text(tree, evidence, at) for at in evidence.cases])
    pairs = zip(evidence.cases, texts, strict=True)
    return [at for at, text in pairs if all(word in text for word in asked)]


def _text(tree: Tree, evidence: Evidence, at: Address) -> str:
    """Everything that a case is found by."""
    table = tree.table(at)
    said = [title_of_table(KINDS["case"], table), *(words(table, name) for name in _FOUND_BY)]
    said += [*people(table, "tags"), *people(table, "traces"), *_states(evidence, at)]
    return "\n".join(said).casefold()


_FOUND_BY: Final = ("section", "priority", "role", "environment", "requirement", "number", "test_data")
_TEXTS: Final[Kept[list[str]]] = Kept(8)


def _states(evidence: Evidence, at: Address) -> list[str]:
    return [seen.state for seen in evidence.of(at.key).values()] or ["nobody ran it"]


def _rank(tree: Tree, evidence: Evidence, at: Address, look: Look) -> tuple[object, ...]:
    match look.order:
        case "worst":
            states = _states(evidence, at)
            return (min((_WORST.index(each) for each in states if each in _WORST), default=3),)
        case "title":
            return (title_of(tree, at).casefold(),)
        case "column" if not look.fields:
            seen = evidence.of(at.key).get(str(look.column))
            return (_WORST.index(seen.state if seen and seen.state in _WORST else ""),)
    name = str(look.column) if look.order == "column" else "priority"
    said = field_in_words(tree.table(at), name).casefold()
    if name == "priority":
        return (_PRIORITIES.index(said) if said in _PRIORITIES else 1,)
    return (len(said) if name == "steps" else 0, said)  # ten steps are more than two


# Results by tester


def _tester_columns(tree: Tree, evidence: Evidence) -> tuple[GridColumn, ...]:
    columns = [GridColumn("must", "must", 4, fixed=True)]
    for tester in evidence.testers:
        label = who_is(tree, evidence.uat, tester)
        columns.append(GridColumn(tester, label, min(max(width_of(label), 1), _CODE)))
    return tuple(columns)


def _results_of(tree: Tree, evidence: Evidence, view: CaseView) -> tuple[Cell, ...]:
    seen = evidence.of(view.at.key)
    must = ("(●)" if view.exempt else " ● ") if view.must else ("( )" if view.exempt else "")
    cells = [Cell(must, "muted" if view.exempt else "strong")]
    for tester in evidence.testers:
        held = seen.get(tester)
        if held is not None:
            mark, role = MARKS.get(held.state, _ODD)
        else:
            mark, role = _unseen(tree, evidence, tester, view.at.key)
        cells.append(Cell(mark, role))
    return tuple(cells)


def _unseen(tree: Tree, evidence: Evidence, tester: str, case: str) -> tuple[str, str]:
    """The mark where there is no result: not run, did not come, or a case that another tester takes."""
    if came(tree, evidence, tester) is False:
        return MARKS["did not show"]
    only = takes(tree, evidence.uat, tester)
    return ("", "") if only and case not in only else MARKS["not run"]


def marks_in(tree: Tree, evidence: Evidence, judged: Acceptance) -> list[str]:
    """What the marks mean that stand in the table: ``✓ passed``, ``✗ failed``."""
    cases = [at.key for at in evidence.cases]
    seen = {each.state for case in cases for each in evidence.of(case).values()}
    for tester in evidence.testers:
        away, only = came(tree, evidence, tester) is False, takes(tree, evidence.uat, tester)
        if any(tester not in evidence.of(case) and (away or not only or case in only) for case in cases):
            seen.add("did not show" if away else "not run")
    said = [f"{mark} {_SAID.get(state, state)}" for state, (mark, _) in MARKS.items() if state in seen]
    musts = ["● must pass"] if any(each.must for each in judged.cases) else []
    musts += ["(●) waived"] if any(each.exempt for each in judged.cases) else []
    return [*said, *musts]


_SAID: Final = {"did not show": "did not come", "not observed": "could not tell"}


# The fields of the cases


_SHORT: Final = {"nobody could tell": "not told"}


def _field_columns() -> tuple[GridColumn, ...]:
    results = GridColumn("results", "results", 13, fixed=True)
    return (results, *(GridColumn(name, _LABELS.get(name, name), width) for name, width in FIELDS.items()))


def _fields_of(tree: Tree, at: Address) -> tuple[Cell, ...]:
    table = tree.table(at)
    test = acceptance_test_of(at)
    states = evidence_of(tree, test).states(at.key) if test is not None else []
    said, tone = results_in_words(states)
    cells = [Cell(_SHORT.get(said, said.partition(",")[0]), tone)]
    for name in FIELDS:
        text = field_in_words(table, name)
        cells.append(Cell(text, "strong" if text == "must" else ""))
    return tuple(cells)


def field_in_words(table: Table, name: str) -> str:
    """A field of a case in one line."""
    held = table.get(name)
    if name == "steps":
        return str(sum(isinstance(each, Table) for each in held.values())) if isinstance(held, Table) else ""
    if isinstance(held, tuple):
        said = [each for each in held if isinstance(each, str)]
        return ", ".join(each.partition(":")[2] or each if name == "traces" else each for each in said)
    return " ".join(str(held).split()) if held is not None else ""
