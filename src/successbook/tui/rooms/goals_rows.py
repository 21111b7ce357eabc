"""The rows of the goal hierarchy: every record where it hangs, the orphans, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from successbook.plan.hierarchy import Hierarchy, Line
from successbook.plan.kinds import KINDS, PLAN, Kind
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.rooms.amounts import way
from successbook.tui.rooms.outline_rows import Folds, OutlineKey, heading, section
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.metrics import look_at

__all__ = ["GOALS_COLUMNS", "goals_rows"]

GOALS_COLUMNS = (
    Column(grow=True, at_least=40),
    Column(align="right", at_most=28, hide_below=60),
    Column(at_most=15, hide_below=50, firm=True),
)
_INVITATION = Cell(
    "\nWhat does your company exist for?\n\ni asks ten questions, one page each; a adds a mission.",
    "muted",
    wrap=True,
)


def goals_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The goal hierarchy, what hangs nowhere yet, and the evidence."""
    hierarchy, folded = Hierarchy.of(tree), folds.records
    loose = set(hierarchy.orphans)
    rows: list[Row] = [_plan(tree)] if tree.has(PLAN) else []
    headed = False
    for line in hierarchy.outline(folded):
        if line.depth == 0 and line.record in loose and not headed:
            rows += heading("Not linked to a mission yet", first=not rows)
            headed = True
        rows.append(_line(tree, hierarchy, line, now, folded))
    if rows and not hierarchy.kinds:
        rows.append(
            Row(OutlineKey(None, heading="invitation"), (_INVITATION,), marker="  ", selectable=False)
        )
    rows += map(_whole, section(tree, KINDS["insight"], "Evidence", now, first=not rows))
    return rows


def _whole(row: Row) -> Row:
    """A row whose title has all the room, as a goal's; what is said after it gives way."""
    match row.cells:
        case (tuple() as title, Cell(text, role)) if text:
            beside = Cell(f"   {text}", role or "muted", shorter=("",))
            return replace(row, cells=((*title, beside),))
    return row


def _plan(tree: Tree) -> Row:
    title = words(tree.table(PLAN), "title")
    spans = (
        Cell("plan  ", "muted"),
        Cell(title or "What is this plan called?", "strong" if title else "unknown"),
    )
    return Row(OutlineKey(PLAN), (spans,), marker="  ")


def _line(tree: Tree, hierarchy: Hierarchy, line: Line, now: Now, folded: frozenset[Address]) -> Row:
    below = bool(hierarchy.children.get(line.record)) and not line.also
    marker = ("▸ " if line.record in folded else "▾ ") if below else "  "
    table = tree.table(line.record)
    word = words(table, "role") if line.kind.name == "metric" else line.kind.label
    title = Cell(title_of(tree, line.record), "muted" if line.also else _weight(line.kind))
    parts = [Cell(f"{word or line.kind.label}  ", "muted"), title]
    parts += _beside(list(_asides(tree, hierarchy, line)))
    key = OutlineKey(line.record, line.parent)
    if line.kind.name != "metric" or line.also:
        return Row(key, (tuple(parts),), indent=line.depth, marker=marker)
    view = look_at(tree, line.record, now)
    cells = (tuple(parts), way(view), Cell(view.verdict.word, view.verdict.tone))
    return Row(key, cells, indent=line.depth, marker=marker)


def _beside(asides: list[tuple[str, str]]) -> Iterator[Cell]:
    """All that is said beside a title; where there is no room, the last of it goes first."""
    gap = "   "
    whole = [gap + gap.join(text for text, _ in asides[:count]) for count in range(len(asides) + 1)]
    shorter: list[str] = []
    for count in range(len(asides), 0, -1):
        short = asides[count - 1][1]
        shorter += [
            *([f"{whole[count - 1]}{gap if count > 1 else ''}{short}"] if short else []),
            whole[count - 1],
        ]
    if asides:
        yield Cell(whole[-1], "muted", shorter=(*shorter, ""))


def _asides(tree: Tree, hierarchy: Hierarchy, line: Line) -> Iterator[tuple[str, str]]:
    """After the title: level and state, where else it hangs, that no KPI shows whether it worked.

    Each with what to say where there is less room.
    """
    table = tree.table(line.record)
    said = (words(table, key) for key in ("level", "state"))
    yield from ((each, "") for each in said if each and each not in ("open", "active"))
    measured = any(hierarchy.kinds[child].name == "metric" for child in hierarchy.children[line.record])
    if line.kind.name == "initiative" and not measured and not line.also:
        yield "no KPI yet", ""
    if line.also:
        yield f"hangs under {title_of(tree, hierarchy.parents[line.record][0])}", "elsewhere"
    elif len(hierarchy.parents[line.record]) > 1:
        others = ", ".join(title_of(tree, each) for each in hierarchy.parents[line.record][1:])
        yield f"also under {others}", "also elsewhere"


def _weight(kind: Kind) -> str:
    return "strong" if kind.name in ("mission", "goal") else ""
