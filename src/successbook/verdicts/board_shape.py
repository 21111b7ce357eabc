"""The shape of the board: where each sector lies, how far its light grows, and where an arrow key leads.

The board is a disc of radius 1. Angles are in turns, clockwise, and begin at the left, so that the quadrants
stand as one reads: personal top left, team top right, company bottom right, product bottom left. Each has a
quarter, shared evenly by its facets.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, Literal

from successbook.plan.dimensions import DIMENSIONS
from successbook.verdicts.board import Board, Standing

__all__ = [
    "DOT",
    "EDGE",
    "RIM",
    "START",
    "Arrow",
    "Band",
    "bands_of",
    "counts_of",
    "neighbour",
    "point",
    "span_of",
]

Arrow = Literal["left", "right", "up", "down"]

DOT: Final = 0.1
"""Radius of the dot: the first definition of success."""
START: Final = 0.16
"""Where light begins."""
EDGE: Final = 0.9
"""What light comes near to and never reaches: no sector is ever full."""
RIM: Final = 0.955
"""Where the rim begins; it ends at 1."""

_KEEPS: Final = 0.66
"""What each further line leaves of the way that was still dark."""
_STEEP: Final = 0.35
"""How much of a step along the rim must go the way of an arrow key; else the key goes straight across."""
_WAYS: Final = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Band:
    """A ring of light in a sector.

    Attributes:
        standing: how its lines stand.
        inner: where it begins, as a radius.
        outer: where it ends.
    """

    standing: Standing
    inner: float
    outer: float


def reach(lines: int) -> float:
    """The radius to which so many lines light a sector."""
    return START + (EDGE - START) * (1 - _KEEPS**lines)


def bands_of(standings: Sequence[Standing]) -> tuple[Band, ...]:
    """One ring a line, from the middle outwards."""
    radii = pairwise(reach(count) for count in range(len(standings) + 1))
    return tuple(Band(each, inner, outer) for each, (inner, outer) in zip(standings, radii, strict=True))


def counts_of(board: Board) -> tuple[int, ...]:
    """How many sectors each quadrant has, clockwise; a board has one at least in each."""
    return tuple(len(board.of(each)) for each in DIMENSIONS)


def span_of(counts: Sequence[int], index: int) -> tuple[float, float]:
    """From where to where a sector goes, in turns clockwise from the left."""
    starts = [0, *accumulate(counts)]
    quadrant = next(at for at, end in enumerate(starts[1:]) if index < end)
    width = 1 / len(counts) / counts[quadrant]
    first = quadrant / len(counts) + (index - starts[quadrant]) * width
    return first, first + width


def point(turn: float, radius: float = 1) -> tuple[float, float]:
    """A point of the disc: x to the right, y downwards."""
    angle = turn * math.tau
    return -radius * math.cos(angle), -radius * math.sin(angle)


def neighbour(counts: Sequence[int], index: int, arrow: Arrow) -> int:
    """The sector to which an arrow key leads: along the rim, or straight across where the rim turns away."""
    total = sum(counts)
    centres = [point(sum(span_of(counts, each)) / 2) for each in range(total)]
    x, y = centres[index]
    way = _WAYS[arrow]

    def share(other: int) -> float:
        dx, dy = centres[other][0] - x, centres[other][1] - y
        return (dx * way[0] + dy * way[1]) / (math.hypot(dx, dy) or 1)

    best = max(((index - 1) % total, (index + 1) % total), key=share)
    if share(best) >= _STEEP:
        return best
    across = (-x, y) if way[0] else (x, -y)
    if (across[0] - x) * way[0] + (across[1] - y) * way[1] <= 0:
        return index
    return min(range(total), key=lambda each: math.dist(centres[each], across))
