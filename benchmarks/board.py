"""The board while somebody answers: another line is said, the picture follows."""

from __future__ import annotations

import itertools
import statistics
import time

from benchmarks.rows import Row
from successbook.files.folder import PlanFolder
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.resources import resource
from successbook.tree import Add, Address, Table, Tree, apply
from successbook.tui.palettes import COLOURS, DEFAULT, find_palette
from successbook.tui.widgets.board_painting import Look, Painter
from successbook.tui.widgets.board_raster import raster
from successbook.verdicts.board import board_of
from successbook.verdicts.board_shape import counts_of

__all__ = ["board_rows", "redrawn"]

_WIDTH, _HEIGHT = 60, 30
_FACETS = (("personal", "learning"), ("team", "trust"), ("company", "strategy"), ("product", "quality"))


def redrawn(theme: str = DEFAULT, times: int = 15) -> list[float]:
    """Milliseconds of processor time for each line that is said: the board worked out again, and painted."""
    palette = find_palette(theme)
    look = Look(tuple((name, palette.colours[name]) for name in COLOURS), firm=palette.ansi)
    tree = PlanFolder.open(resource("sample_plans") / "ml-platform-notebook").tree
    session = max(records(tree, KINDS["session"]), key=lambda at: at.file)
    shape = raster(_WIDTH, _HEIGHT, _WIDTH, counts_of(board_of(tree, session)))
    painter, numbers, taken = Painter(), itertools.count(), []
    painter.paint(board_of(tree, session), shape, look, 0)
    for _ in range(times):
        tree = _said(tree, session, next(numbers))
        start = time.process_time()
        painter.paint(board_of(tree, session), shape, look, 0)
        taken.append((time.process_time() - start) * 1000)
    return taken


def _said(tree: Tree, session: Address, number: int) -> Tree:
    dimension, facet = _FACETS[number % len(_FACETS)]
    line = Table({"title": f"Line {number}", "dimension": dimension, "facet": facet, "example": "Yes."})
    return apply(tree, Add(session.child("entries", f"line-{number}"), line))[0]


def board_rows() -> list[Row]:
    """What a redraw of a warm board takes, in full colour and in sixteen."""
    return [
        Row(f"redraw of a warm board of 60x30 cells, {name}", 16, statistics.median(redrawn(theme)), "ms")
        for name, theme in (("full colour", DEFAULT), ("16 colours", "ansi-16"))
    ]
