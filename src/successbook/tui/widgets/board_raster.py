"""The board cut into half-block cells: which parts of it each pixel shows, worked out once for a size.

A cell of the terminal is two pixels on each other. Every pixel is looked at in nine places; what they see is
kept as a *mix*, a number that many pixels share. What a mix looks like is another question: see
`board_painting`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from successbook.verdicts.board_shape import DOT, RIM, START, point, span_of

__all__ = ["DOTTED", "LEVELS", "NOTHING", "SEAM", "Mix", "Raster", "middle_of", "raster"]

LEVELS: Final = 64
"""Into how many rings a radius is divided."""
NOTHING: Final = -1
"""Outside the disc."""
SEAM: Final = -2
"""Between two sectors."""
DOTTED: Final = -3
"""The dot in the middle."""

Mix = tuple[tuple[int, int], ...]
"""Parts of the board, and how many of nine looks met each; a ring is ``sector * LEVELS + ring``."""

_LARGEST: Final = 120
"""Cells across; a larger picture says no more, and takes time to cut."""
_LOOKS: Final = (-1 / 3, 0.0, 1 / 3)
_WIDE: Final = 0.55
"""Pixels between two quadrants, half of it on either side."""
_NARROW: Final = 0.28
"""Pixels between two facets, half of it on either side."""
_SEAM_SHOWS: Final = 3
"""Of nine looks that met a seam: enough to show it where a pixel can show one thing only."""
_SEAMED: Final = 3.5
"""Where a sector is narrower than this, nothing is left between it and the next."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A board of one size.

    Attributes:
        width: cells across.
        height: cells down.
        left: the column of the middle, in cells.
        radius: of the disc, in pixels.
        cells: for each row its cells, each the mix of its upper and its lower pixel.
        mixes: every mix there is, by number.
        mains: for each mix the one part to show where only one can be.
        touching: for each sector the numbers of the mixes in which it is; those of the rest under -1.
    """

    width: int
    height: int
    left: float
    radius: float
    cells: tuple[tuple[tuple[int, int], ...], ...]
    mixes: tuple[Mix, ...]
    mains: tuple[int, ...]
    touching: Mapping[int, tuple[int, ...]]

    def touched(self, sector: int) -> tuple[int, ...]:
        """The numbers of the mixes in which a sector is; -1 is what is in none."""
        return self.touching.get(sector, ())

    def place(self, turn: float, radius: float) -> tuple[int, int]:
        """The cell (column, row) in which a point of the disc lies."""
        x, y = point(turn, radius)
        column, row = self.left + x * self.radius, (self.height + y * self.radius) / 2
        return (
            min(max(math.floor(column), 0), self.width - 1),
            min(max(math.floor(row), 0), self.height - 1),
        )

    def sector_at(self, x: int, y: int) -> int | None:
        """The sector under a cell, None beside the disc and on the dot."""
        if not (0 <= y < self.height and 0 <= x < self.width):
            return None
        seen: Counter[int] = Counter()
        for mix in self.cells[y][x]:
            for key, weight in self.mixes[mix]:
                if key >= 0:
                    seen[key // LEVELS] += weight
        return seen.most_common(1)[0][0] if seen else None


@lru_cache(maxsize=16)
def raster(width: int, height: int, across: int, counts: tuple[int, ...]) -> Raster:
    """The board of a size.

    Args:
        width: cells of the widget across.
        height: cells down.
        across: columns that the disc may take, in the middle of them.
        counts: how many sectors each quadrant has, clockwise.
    """
    half = max(min(across, height * 2, _LARGEST) // 2, 1)
    radius = half - 0.1
    seen: dict[Mix, int] = {((NOTHING, 9),): 0}
    quarter = _quarter(half, radius, counts)
    blank = (0, 0)
    left, top = width // 2 - half, height - half  # in pixels; `top` may split a cell
    rows = []
    for y in range(height):
        row = [blank] * width
        for x in range(max(left, 0), min(left + 2 * half, width)):
            upper, lower = (
                seen.setdefault(quarter.get((x - left, at - top), _OUTSIDE), len(seen))
                for at in (2 * y, 2 * y + 1)
            )
            row[x] = (upper, lower)
        rows.append(tuple(row))
    return Raster(
        width, height, left + half, radius, tuple(rows), tuple(seen), tuple(map(_main, seen)), _touching(seen)
    )


def _main(mix: Mix) -> int:
    """Seams count for more than they take, else facets would run together."""
    if any(key == SEAM and weight >= _SEAM_SHOWS for key, weight in mix):
        return SEAM
    return max(mix, key=lambda each: each[1])[0]


def _touching(mixes: Iterable[Mix]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for at, mix in enumerate(mixes):
        for sector in {max(key // LEVELS, -1) for key, _ in mix}:
            found.setdefault(sector, []).append(at)
    return {sector: tuple(each) for sector, each in found.items()}


_OUTSIDE: Final[Mix] = ((NOTHING, 9),)


def _quarter(half: int, radius: float, counts: tuple[int, ...]) -> dict[tuple[int, int], Mix]:
    """Every pixel of the disc: one quadrant is looked at, the others are its mirrors."""
    found: dict[tuple[int, int], Mix] = {}
    firsts = [0, *accumulate(counts)]
    for y in range(half):
        for x in range(half):
            looks = list(_looks(x, y, half, radius))
            if all(ring == NOTHING for ring, _, _ in looks):
                continue
            far_x, far_y = 2 * half - 1 - x, 2 * half - 1 - y
            for quadrant, at in enumerate(((x, y), (far_x, y), (far_x, far_y), (x, far_y))):
                mirrored = quadrant % 2 == 1
                found[at] = _mixed(looks, firsts[quadrant], counts[quadrant], mirrored=mirrored)
    return found


def _looks(x: int, y: int, half: int, radius: float) -> Iterator[tuple[int, float, float]]:
    """Nine looks into a pixel of the first quadrant: ring, share of the quadrant, pixels from the middle."""
    for down in _LOOKS:
        dy = half - (y + 0.5 + down)
        for across in _LOOKS:
            dx = half - (x + 0.5 + across)
            far = math.hypot(dx, dy)
            share = far / radius
            if share > 1:
                yield NOTHING, 0.0, far
            elif share < DOT:
                yield DOTTED, 0.0, far
            elif min(dx, dy) < _WIDE or share < START:
                yield SEAM, 0.0, far
            else:
                yield int(share * LEVELS), math.atan2(dy, dx) / (math.pi / 2), far


def _mixed(looks: list[tuple[int, float, float]], first: int, count: int, *, mirrored: bool) -> Mix:
    seen: dict[int, int] = {}
    for ring, share, far in looks:
        key = ring
        if ring >= 0:
            part = (1 - share if mirrored else share) * count
            sector = min(int(part), count - 1)
            inside = part - sector
            apart = min(inside if sector else 1.0, 1 - inside if sector < count - 1 else 1.0)
            # Away from a boundary by this many pixels, along the arc.
            arc = math.pi / 2 / count * far
            near = arc > _SEAMED and apart * arc < _NARROW
            key = SEAM if near and ring < int(RIM * LEVELS) else (first + sector) * LEVELS + ring
        seen[key] = seen.get(key, 0) + 1
    return tuple(sorted(seen.items()))


def middle_of(counts: tuple[int, ...], index: int) -> float:
    """The turn at which a sector has its middle."""
    return sum(span_of(counts, index)) / 2
