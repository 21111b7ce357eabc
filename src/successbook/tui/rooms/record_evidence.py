"""In the record pane: what speaks for a record, and the row that adds to it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.rooms.record_keys import MoreKey, NewKey, PartKey
from successbook.tui.rooms.record_lists import heading, limited
from successbook.tui.widgets.sheet import Cell, Row
from successbook.verdicts.evidence import DEPARTMENT, SUPPORTED, evidence_of

__all__ = ["EVIDENCE", "confidence_aside", "evidence_rows"]

EVIDENCE = "evidence"
"""What the row that adds evidence stands for."""


def evidence_rows(tree: Tree, at: Address, kind: str, now: Now, opened: Container[str]) -> Iterator[Row]:
    """What speaks for a record, how sure that makes one, and an invitation to add more.

    Args:
        tree: the plan.
        at: the record.
        kind: its kind.
        now: the day.
        opened: the long lists that are shown whole.
    """
    if kind not in SUPPORTED:
        return
    found = evidence_of(tree, at)
    every = (*found.insights, *found.behind)
    if not every and kind not in ("problem", "goal"):
        return
    yield from heading("Evidence", len(found.insights))
    if every:
        said = Cell(found.sentence, "accent", wrap=True)
        yield Row(MoreKey("evidence said"), (said,), indent=1, selectable=False)
    rows = [_insight(tree, each, now) for each in found.insights]
    rows += [_insight(tree, each, now, beside="   for its problem") for each in found.behind]
    yield from limited(rows, EVIDENCE, opened)
    asks = Cell("add evidence: what did you see in data, or hear from people?", "muted", wrap=True)
    yield Row(NewKey(EVIDENCE), (asks,), indent=1)


def _insight(tree: Tree, at: Address, now: Now, *, beside: str = "") -> Row:
    table = tree.table(at)
    kind, told = words(table, "kind"), words(table, "department")
    where = told if kind == DEPARTMENT and told else kind
    sure, on = words(table, "confidence"), day(table, "found")
    asides = (sure, short_date(on, now.date) if on else "")
    about = "".join(f"   {each}" for each in asides if each) + beside
    title = (Cell(f"{where}  " if where else "", "muted"), Cell(title_of(tree, at), wrap=True))
    return Row(PartKey(at, group=EVIDENCE), ((*title, Cell(about, "muted", wrap=True)),), indent=1)


def confidence_aside(tree: Tree, goal: Address) -> str:
    """What the evidence says beside the confidence somebody has or could have; empty where they agree."""
    found = evidence_of(tree, goal)
    if not (found.insights or found.behind) or words(tree.table(goal), "confidence") == found.word:
        return ""
    return f"the evidence says {found.sentence.rpartition(': ')[2]}"
