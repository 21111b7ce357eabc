"""The rows of a notebook: its sessions with their lines by dimension, what is open, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.dimensions import lines_by_dimension
from successbook.plan.kinds import NOTEBOOK
from successbook.plan.now import Now
from successbook.plan.sessions import sessions_of
from successbook.tree import Address, Tree
from successbook.tui.rooms.outline_rows import Folds, OutlineKey, group_rows, heading, record_row
from successbook.tui.widgets.sheet import Cell, Row
from successbook.verdicts.cadence import cadence_of

__all__ = ["INVITATION", "NOTEBOOK_PARTS", "reflect_rows"]

INVITATION: Final = (
    "How do you define success now?\n\n"
    "s begins a session of 45 minutes, alone, with a coach or as a team. It stays on this computer."
)
"""What stands where no session was held yet."""

NOTEBOOK_PARTS: Final = ("todo", "open_question", "capture", "facet")


def reflect_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The notebook, and its sessions, the latest first."""
    if not tree.has(NOTEBOOK):
        return []
    rows = [record_row(tree, NOTEBOOK, now)]
    rows += group_rows(tree, NOTEBOOK, NOTEBOOK_PARTS, now, folds, indent=1)
    sessions = sessions_of(tree)[::-1]
    if sessions:
        rows += heading("Sessions")
        if cadence := cadence_of(tree):
            key = OutlineKey(None, heading="cadence")
            rows.append(Row(key, (Cell(cadence, "muted", wrap=True),), marker="  ", selectable=False))
    else:
        key = OutlineKey(None, heading="invitation")
        rows.append(Row(key, (Cell(f"\n{INVITATION}", "muted", wrap=True),), marker="  ", selectable=False))
    for number, at in enumerate(sessions):
        folded = folds.folded(at) != bool(number)
        marker = "▸ " if folded else "▾ "
        rows.append(record_row(tree, at, now, marker=marker, plain=True))
        rows += [] if folded else _session(tree, at, now, folds)
    return rows


def _session(tree: Tree, at: Address, now: Now, folds: Folds) -> Iterator[Row]:
    for dimension, title, lines in lines_by_dimension(tree, at):
        key = OutlineKey(at, at, "", f"dimension {dimension} {at}")
        yield Row(key, (Cell(title, "heading"),), indent=1, selectable=False)
        for each in lines:
            yield record_row(tree, each, now, indent=1, parent=at, plain=True)
    yield from group_rows(tree, at, ("next_step", "session_question"), now, folds, indent=1)
