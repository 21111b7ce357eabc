"""The rows of the releases: each with its parts in groups, then tracking and stakeholders."""

from __future__ import annotations

from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Tree
from successbook.tui.rooms.outline_rows import Folds, group_rows, record_row, section
from successbook.tui.widgets.sheet import Row

__all__ = ["RELEASE_PARTS", "release_rows"]

RELEASE_PARTS: Final = (
    "release_kpi", "gate", "stage", "level", "incident", "readout", "checklist_item", "milestone", "risk",
    "replan", "thanks",
)  # fmt: skip
"""The parts of a release, in the order in which they matter around a launch."""


def release_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The releases, what tracks the metrics, and who must not be surprised."""
    rows: list[Row] = []
    for at in records(tree, KINDS["release"]):
        parts = list(group_rows(tree, at, RELEASE_PARTS, now, folds, indent=1))
        marker = ("▸ " if folds.folded(at) else "▾ ") if parts else "  "
        rows.append(record_row(tree, at, now, marker=marker))
        rows += [] if folds.folded(at) else parts
    rows += section(tree, KINDS["instrument"], "Where does one look?", now, first=not rows)
    rows += section(tree, KINDS["stakeholder"], "Who must not be surprised?", now, first=not rows)
    return rows
