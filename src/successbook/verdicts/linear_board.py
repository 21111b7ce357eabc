"""The boards of a notebook told line by line, the latest session first, then what moved over time."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.now import Now
from successbook.tree import Plain, Tree
from successbook.verdicts.board import Board, BoardLine
from successbook.verdicts.board_time import FacetsOf, Sitting, over_time, usual_facets
from successbook.verdicts.board_told import board_lines, over_time_lines
from successbook.verdicts.telling import INDENT, flat, flat_but_indent

__all__ = ["board_data", "board_text"]


def board_text(tree: Tree, now: Now, facets_of: FacetsOf = usual_facets) -> Iterator[str]:
    """Every board in words, and what moved between them."""
    found = over_time(tree, now, facets_of)
    for each in reversed(found.sittings):
        yield f"Board of {flat(each.title)}"
        yield from (f"{INDENT}{flat_but_indent(line)}" for line in board_lines(each.board))
        yield ""
    if found.sittings:
        yield from map(flat_but_indent, over_time_lines(found, now))


def board_data(tree: Tree, now: Now, facets_of: FacetsOf = usual_facets) -> list[Plain]:
    """Every board, structured: its sectors with their lines as they stand."""
    return [_structured(each) for each in reversed(over_time(tree, now, facets_of).sittings)]


def _structured(sitting: Sitting) -> Plain:
    board: Board = sitting.board
    return {
        "session": str(sitting.at),
        "title": sitting.title,
        "held": sitting.held.isoformat() if sitting.held else "",
        "before": board.before,
        "sectors": [
            {
                "dimension": each.dimension,
                "facet": each.name,
                "own": each.own,
                "matters_most": each.matters,
                "lines": [_line(line) for line in each.lines],
            }
            for each in board.sectors
        ],
        "nowhere": [_line(line) for line in board.nowhere],
    }


def _line(line: BoardLine) -> Plain:
    return {
        "at": str(line.at),
        "title": line.title,
        "kind": line.kind,
        "stands": line.standing,
        "why": line.why,
        "also": line.also,
    }
