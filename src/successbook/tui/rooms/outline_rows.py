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
    hierarchy = Hierarchy(tree)
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
    spans = (Cell("plan  ", "muted"), Cell(title or "What is this plan called?", "strong" if title else "unknown"))
    return Row(OutlineKey(_PLAN), (spans, Cell(""), Cell("")), marker="  ")


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
        title = (Cell("release  ", "muted"), Cell(title_of(tree, at), "strong"))
        rows.append(Row(OutlineKey(at), (title, Cell(words(table, "level"), "muted"), Cell(when, "accent")), marker="  "))
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
        title = (Cell(f"{kind.label}  ", "muted"), Cell(title_of(tree, at)))
        yield Row(OutlineKey(at), (title, Cell(""), Cell(side, "muted")), marker="  ")


def _line(tree: Tree, hierarchy: Hierarchy, line: Line, now: Now, folded: frozenset[Address]) -> Row:
    below = bool(hierarchy.children.get(line.record)) and not line.also
    marker = ("▸ " if line.record in folded else "▾ ") if below else "  "
    value, verdict = _side(tree, line, now)
    table = tree.table(line.record)
    word = words(table, "role") if line.kind.name == "metric" else line.kind.label
    parts = [
        Cell(f"{word or line.kind.label}  ", "muted"),
        Cell(title_of(tree, line.record), _weight(line.kind)),
    ]
    if line.also:
        first = hierarchy.parents[line.record][0]
        parts.append(Cell(f"  also under {title_of(tree, first)}", "muted"))
    return Row(
        OutlineKey(line.record, line.parent), (tuple(parts), value, verdict), indent=line.depth, marker=marker
    )


def _weight(kind: Kind) -> str:
    return "strong" if kind.name in ("mission", "goal") else ""


def _side(tree: Tree, line: Line, now: Now) -> tuple[Cell, Cell]:
    """What stands at the right: a metric's latest value and target, the state of other records."""
    table = tree.table(line.record)
    if line.kind.name != "metric":
        side = words(table, "level") or ""
        state = words(table, "state")
        return Cell(side, "muted"), Cell("" if state == "open" else state, "muted")
    view = look_at(tree, line.record, now)
    here = view.now if view.now != "-" else view.start
    wanted = f" → {view.aim.text}" if view.aim is not None and view.aim.text != "-" else ""
    return Cell(f"{here}{wanted}" if here != "-" or wanted else ""), Cell(
        view.verdict.word, view.verdict.tone
    )
