"""The page of a case during a run: what to do, what should happen, and what was said so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row

__all__ = ["RUN_COLUMNS", "case_rows"]

Line = tuple[str, tuple[Cell, ...]]
"""A line of the page: its label, and what it says."""
RUN_COLUMNS = (Column(at_least=8, at_most=13, firm=True), Column(grow=True))
_BEFORE = (("role", "As"), ("environment", "Where"), ("preconditions", "Before"), ("test_data", "With"))
_AFTER = (("pass_when", "Passes when"), ("fail_when", "Fails when"))


def case_rows(
    tree: Tree, case: Address, result: Table, earlier: Sequence[tuple[str, Table]] = (), whole: str = ""
) -> list[Row]:
    """The page of a case.

    Args:
        tree: the plan.
        case: the case.
        result: what this tester said about it in this round; empty for nothing yet.
        earlier: what they said in earlier rounds, each with the round's title.
        whole: the title, where the line above has no room for all of it.
    """
    lines: list[Line] = [("Case", (Cell(whole, "strong", wrap=True),))] if whole else []
    lines += [*_fields(tree.table(case), _BEFORE), *_steps(tree, case), *_fields(tree.table(case), _AFTER)]
    lines += [*_before(earlier), *_said(tree, case, result)]
    return [Row(number, (Cell(label, "muted"), cells)) for number, (label, cells) in enumerate(lines)]


def _fields(table: Table, fields: tuple[tuple[str, str], ...]) -> Iterator[Line]:
    for name, label in fields:
        said = words(table, name)
        if said:
            yield label, (Cell(said, wrap=True),)


def _steps(tree: Tree, case: Address) -> Iterator[Line]:
    steps = list(records(tree, KINDS["case_step"], case))
    if not steps:
        yield "Do", (Cell(f'Try it: "{title_of(tree, case)}"', wrap=True),)
    for number, at in enumerate(steps, 1):
        table = tree.table(at)
        yield f"{number}", (Cell(words(table, "title") or "-", "strong", wrap=True),)
        expect = words(table, "expect")
        if expect:
            yield "", (Cell(f"→ {expect}", wrap=True),)


def _before(earlier: Sequence[tuple[str, Table]]) -> Iterator[Line]:
    """What the tester said in earlier rounds: a retest is easier when one knows what it is about."""
    if earlier:
        yield "", (Cell(""),)
    for round_, result in earlier:
        note = words(result, "note")
        said = f"{words(result, 'state')}{f': {note}' if note else ''}"
        yield round_, (Cell(said, "muted", wrap=True),)


def _said(tree: Tree, case: Address, result: Table) -> Iterator[Line]:
    state, note = words(result, "state"), words(result, "note")
    named = words(result, "defect")
    defect = resolve(tree, named, ("defect",), case) if named else None
    if not (state or note or defect):
        return
    yield "", (Cell(""),)
    yield "You said", (Cell(state or "nothing yet", _TONES.get(state, "muted")),)
    if note:
        yield "Note", (Cell(note, wrap=True),)
    if defect is not None:
        yield "Defect", (Cell(title_of(tree, defect), "careful", wrap=True),)


_TONES = {
    "passed": "good", "passed with note": "good", "failed": "bad", "blocked": "bad",
    "not observed": "unknown", "did not show": "careful",
}  # fmt: skip
