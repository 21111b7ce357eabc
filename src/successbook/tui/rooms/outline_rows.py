"""The rows of the outlines: what stands in each line, worked out from the tree alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.hierarchy import Hierarchy, Line, records
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.now import Now
from successbook.plan.peek import day, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.metrics import look_at
from successbook.verdicts.page import planned_day

__all__ = ["GOALS_COLUMNS", "OutlineKey", "goals_rows", "release_rows"]

GOALS_COLUMNS = (
    Column(grow=True, at_least=24),
    Column(align="right", at_most=22, hide_below=48),
    Column(at_most=15, hide_below=66),
)


@dataclass(frozen=True, slots=True)
class OutlineKey:
    """What an outline row stands for: a record, where it is shown. A heading has no record."""

    record: Address | None
    parent: Address | None = None
    heading: str = ""


def goals_rows(tree: Tree, now: Now, folded: frozenset[Address]) -> list[Row]:
    """The goal hierarchy, what hangs nowhere yet, and the evidence."""
    hierarchy = Hierarchy.of(tree)
    loose = set(hierarchy.orphans)
    rows: list[Row] = [_plan(tree)] if tree.has(_PLAN) else []
    headed = False
    for line in hierarchy.outline(folded):
        if line.depth == 0 and line.record in loose and not headed:
            rows += _heading("Not linked to a mission yet", first=not rows)
            headed = True
        rows.append(_line(tree, hierarchy, line, now, folded))
    rows += _section(tree, KINDS["insight"], "Evidence", first=not rows)
    return rows


_PLAN = Address("plan.toml")


def _plan(tree: Tree) -> Row:
    title = words(tree.table(_PLAN), "title")
    spans = (
        Cell("plan  ", "muted"),
        Cell(title or "What is this plan called?", "strong" if title else "unknown"),
    )
    return Row(OutlineKey(_PLAN), (spans,), marker="  ")


def release_rows(tree: Tree, now: Now, folded: frozenset[Address]) -> list[Row]:
    """The releases, the nearest first, and who must not be surprised."""
    del folded
    rows: list[Row] = []
    for at in records(tree, KINDS["release"]):
        table = tree.table(at)
        actual, planned = day(table, "actual"), planned_day(tree, at)
        when = (
            f"shipped {now.relative(actual)}"
            if actual
            else now.relative(planned)
            if planned
            else "no date yet"
        )
        level = words(table, "level")
        title = (
            Cell("release  ", "muted"),
            Cell(title_of(tree, at), "strong"),
            Cell(f"   {level}", "muted"),
            Cell(f"   {when}", "accent"),
        )
        rows.append(Row(OutlineKey(at), (title,), marker="  "))
    rows += _section(tree, KINDS["stakeholder"], "Who must not be surprised?", first=not rows)
    return rows


def _heading(text: str, *, first: bool) -> list[Row]:
    blank = [] if first else [Row(OutlineKey(None, None, f"{text} blank"), (Cell(""),), selectable=False)]
    return [*blank, Row(OutlineKey(None, None, text), (Cell(text, "heading"),), selectable=False)]


def _section(tree: Tree, kind: Kind, heading: str, *, first: bool) -> Iterator[Row]:
    found = list(records(tree, kind))
    if not found:
        return
    yield from _heading(heading, first=first)
    for at in found:
        table = tree.table(at)
        side = words(table, "kind") or words(table, "role")
        title = (Cell(f"{kind.label}  ", "muted"), Cell(title_of(tree, at)), Cell(f"   {side}", "muted"))
        yield Row(OutlineKey(at), (title,), marker="  ")


def _line(tree: Tree, hierarchy: Hierarchy, line: Line, now: Now, folded: frozenset[Address]) -> Row:
    below = bool(hierarchy.children.get(line.record)) and not line.also
    marker = ("▸ " if line.record in folded else "▾ ") if below else "  "
    table = tree.table(line.record)
    word = words(table, "role") if line.kind.name == "metric" else line.kind.label
    parts = [
        Cell(f"{word or line.kind.label}  ", "muted"),
        Cell(title_of(tree, line.record), _weight(line.kind)),
    ]
    parts += [Cell(f"   {aside}", "muted") for aside in _asides(tree, hierarchy, line)]
    key = OutlineKey(line.record, line.parent)
    if line.kind.name != "metric":
        return Row(key, (tuple(parts),), indent=line.depth, marker=marker)
    value, verdict = _side(tree, line, now)
    return Row(key, (tuple(parts), value, verdict), indent=line.depth, marker=marker)


def _asides(tree: Tree, hierarchy: Hierarchy, line: Line) -> Iterator[str]:
    """What is said of a record after its title: its level and state, where else it hangs, that no KPI shows it."""
    table = tree.table(line.record)
    yield from (
        said for key in ("level", "state") if (said := words(table, key)) and said not in ("open", "active")
    )
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
