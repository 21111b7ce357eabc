"""The rows of the goal hierarchy: every record where it hangs, the orphans, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.hierarchy import Hierarchy, Line
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.rooms.outline_rows import Folds, OutlineKey, heading, section
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.metrics import look_at

__all__ = ["GOALS_COLUMNS", "goals_rows"]

GOALS_COLUMNS = (
    Column(grow=True, at_least=24),
    Column(align="right", at_most=22, hide_below=48),
    Column(at_most=15, hide_below=66),
)
_PLAN = Address("plan.toml")


def goals_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The goal hierarchy, what hangs nowhere yet, and the evidence."""
    hierarchy, folded = Hierarchy.of(tree), folds.records
    loose = set(hierarchy.orphans)
    rows: list[Row] = [_plan(tree)] if tree.has(_PLAN) else []
    headed = False
    for line in hierarchy.outline(folded):
        if line.depth == 0 and line.record in loose and not headed:
            rows += heading("Not linked to a mission yet", first=not rows)
            headed = True
        rows.append(_line(tree, hierarchy, line, now, folded))
    rows += section(tree, KINDS["insight"], "Evidence", now, first=not rows)
    return rows


def _plan(tree: Tree) -> Row:
    title = words(tree.table(_PLAN), "title")
    spans = (
        Cell("plan  ", "muted"),
        Cell(title or "What is this plan called?", "strong" if title else "unknown"),
    )
    return Row(OutlineKey(_PLAN), (spans,), marker="  ")


def _line(tree: Tree, hierarchy: Hierarchy, line: Line, now: Now, folded: frozenset[Address]) -> Row:
    below = bool(hierarchy.children.get(line.record)) and not line.also
    marker = ("▸ " if line.record in folded else "▾ ") if below else "  "
    table = tree.table(line.record)
    word = words(table, "role") if line.kind.name == "metric" else line.kind.label
    title = Cell(title_of(tree, line.record), _weight(line.kind))
    parts = [Cell(f"{word or line.kind.label}  ", "muted"), title]
    parts += [Cell(f"   {aside}", "muted") for aside in _asides(tree, hierarchy, line)]
    key = OutlineKey(line.record, line.parent)
    if line.kind.name != "metric":
        return Row(key, (tuple(parts),), indent=line.depth, marker=marker)
    value, verdict = _side(tree, line, now)
    return Row(key, (tuple(parts), value, verdict), indent=line.depth, marker=marker)


def _asides(tree: Tree, hierarchy: Hierarchy, line: Line) -> Iterator[str]:
    """After the title: level and state, where else it hangs, that no KPI shows whether it worked."""
    table = tree.table(line.record)
    said = (words(table, key) for key in ("level", "state"))
    yield from (each for each in said if each and each not in ("open", "active"))
    if line.also:
        yield f"hangs under {title_of(tree, hierarchy.parents[line.record][0])}"
    elif len(hierarchy.parents[line.record]) > 1:
        yield "also under " + ", ".join(title_of(tree, each) for each in hierarchy.parents[line.record][1:])
    measured = any(hierarchy.kinds[child].name == "metric" for child in hierarchy.children[line.record])
    if line.kind.name == "initiative" and not measured and not line.also:
        yield "no KPI yet"


def _weight(kind: Kind) -> str:
    return "strong" if kind.name in ("mission", "goal") else ""


def _side(tree: Tree, line: Line, now: Now) -> tuple[Cell, Cell]:
    """A metric's latest value and its target, and what follows from them."""
    view = look_at(tree, line.record, now)
    here = view.now if view.now != "-" else view.start
    wanted = f" → {view.wanted}" if view.wanted != "-" else ""
    return Cell(f"{here}{wanted}" if here != "-" or wanted else ""), Cell(
        view.verdict.word, view.verdict.tone
    )
