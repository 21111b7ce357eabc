"""A board in full colour: each pixel is the mean of what its nine looks met, so edges are soft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from rich.segment import Segment
from textual.strip import Strip

from successbook.tui.palettes import contrast
from successbook.tui.widgets.board_look import Glyphs, Look, style_of
from successbook.tui.widgets.board_raster import LEVELS, Mix, Raster
from successbook.verdicts.board import Board

__all__ = ["Soft"]

RGB = tuple[float, float, float]

_BELOW_ZERO: Final = -3
"""Where the colours of the keys below zero begin, at the end of all."""
_TOLD_APART: Final = 3
"""Contrast that a mark in a picture needs (WCAG 2.2, 1.4.11)."""
_STRIPES: Final = 4
"""Pixels from one stripe of a hatching to the next."""


class Soft:
    """A board of one size and look; what has not changed since the last picture is not worked out again."""

    def __init__(self, shape: Raster, look: Look) -> None:
        self.shape, self.look = shape, look
        self._named = {name: _rgb(value) for name, value in look.colours}
        self._stripe: list[RGB] = []
        self._between: list[RGB] = []
        self._first = [""] * len(shape.mixes)
        self._second = list(self._first)

    def take(self, parts: Sequence[str], board: Board) -> None:
        """Work out the colours of what has changed."""
        stripe, between = self._inks(parts, board, "stripe"), self._inks(parts, board, "between")
        for at in self._changed(stripe, between):
            mix = self.shape.mixes[at]
            self._first[at] = self._second[at] = _mean(mix, stripe)
            if any(stripe[key] != between[key] for key, _ in mix):
                self._second[at] = _mean(mix, between)
        self._stripe, self._between = stripe, between

    def _changed(self, stripe: list[RGB], between: list[RGB]) -> Iterable[int]:
        """The mixes in which a changed sector is, or the dot."""
        if len(stripe) != len(self._stripe):
            return range(len(self.shape.mixes))
        sectors = {
            key // LEVELS if key < len(stripe) + _BELOW_ZERO else -1
            for key, inks in enumerate(zip(stripe, self._stripe, between, self._between, strict=True))
            if inks[0] != inks[1] or inks[2] != inks[3]
        }
        return {at for sector in sectors for at in self.shape.touched(sector)}

    def _inks(self, parts: Sequence[str], board: Board, said: str) -> list[RGB]:
        """The colour of every key; those below zero stand at the end, where Python looks for them."""
        named = self._named
        by_part = [self._of_sector(sector.dimension, said) for sector in board.sectors]
        inks = [by_part[key // LEVELS][part] for key, part in enumerate(parts)]
        return [*inks, named["accent" if board.before else "line"], named["paper"], named["paper"]]

    def _of_sector(self, dimension: str, said: str) -> dict[str, RGB]:
        """What each part of a sector looks like, its hatching on a stripe or between two."""
        named = self._named
        hue, dark = named[dimension], _between(named["paper"], named["line"], 0.28)
        return {
            "cursor": named["ink"],
            "rim": _between(named["paper"], hue, 0.45),
            "missed": _between(dark, named["bad"], 0.16),
            "shown": hue,
            "said": _between(dark, hue, 0.8) if said == "stripe" else _between(dark, hue, 0.17),
            "dark": dark,
        }

    def strips(self, glyphs: Glyphs) -> list[Strip]:
        """The board, a strip for each row."""
        return [self._strip(y, row, glyphs) for y, row in enumerate(self.shape.cells)]

    def _strip(self, y: int, row: Sequence[tuple[int, int]], glyphs: Glyphs) -> Strip:
        segments: list[Segment] = []
        phases = [self._first if phase < _STRIPES // 2 else self._second for phase in range(_STRIPES)]
        pairs = [
            (phases[(x + 2 * y) % _STRIPES][upper], phases[(x + 2 * y + 1) % _STRIPES][lower])
            for x, (upper, lower) in enumerate(row)
        ]
        start, marks = 0, sorted(x for x, at in glyphs if at == y)
        for x in marks:
            segments += _run(pairs[start:x])
            char, name, bold = glyphs[x, y]
            segments.append(Segment(char, style_of(self._seen(name, pairs[x][0]), pairs[x][0], bold)))
            start = x + 1
        return Strip([*segments, *_run(pairs[start:])], len(row))

    def _seen(self, name: str, behind: str) -> str:
        """The colour of a mark; ink or paper where its own cannot be told from what is behind it."""
        own, ink, paper = (_hex(self._named[each]) for each in (name, "ink", "paper"))
        if contrast(own, behind) >= _TOLD_APART:
            return own
        return max(ink, paper, key=lambda each: contrast(each, behind))


def _run(pairs: Sequence[tuple[str, str]]) -> list[Segment]:
    """Cells of two pixels, those that look the same as one."""
    return [_half(upper, lower, len(list(cells))) for (upper, lower), cells in groupby(pairs)]


def _mean(mix: Mix, inks: Sequence[RGB]) -> str:
    """The colour of a pixel, as ``#rrggbb``."""
    if len(mix) == 1:
        return _hex(inks[mix[0][0]])
    red = green = blue = 0.0
    for key, weight in mix:
        one, two, three = inks[key]
        red += one * weight
        green += two * weight
        blue += three * weight
    return f"#{round(red / 9):02x}{round(green / 9):02x}{round(blue / 9):02x}"


def _half(upper: str, lower: str, count: int) -> Segment:
    """So many cells of two pixels; of one colour as blanks, which every terminal draws without seams."""
    if upper == lower:
        return Segment(" " * count, style_of(lower, lower, False))
    return Segment("▀" * count, style_of(upper, lower, False))


def _rgb(colour: str) -> RGB:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


@lru_cache(maxsize=4096)
def _hex(colour: RGB) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)


def _between(one: RGB, other: RGB, share: float) -> RGB:
    return (
        one[0] + (other[0] - one[0]) * share,
        one[1] + (other[1] - one[1]) * share,
        one[2] + (other[2] - one[2]) * share,
    )
