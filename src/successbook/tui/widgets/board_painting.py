"""What the parts of a board look like: soft edges in full colour, firm ones in sixteen colours or in none.

Never by colour alone: what is *shown* is solid, what is only *said* is hatched, and misses are crosses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from successbook.tui.widgets.board_raster import DOTTED, LEVELS, Mix, Raster, middle_of
from successbook.verdicts.board import Board
from successbook.verdicts.board_shape import RIM, bands_of, counts_of

__all__ = ["Look", "Painter", "label_style"]

RGB = tuple[float, float, float]
Glyphs = dict[tuple[int, int], tuple[str, str, bool]]
"""Characters on top of the picture, by column and row, with the name of their colour, and whether bold."""

CROSS: Final = "×"
"""A miss."""
MOST: Final = "◆"
"""What matters most."""
_BELOW_ZERO: Final = -3
"""Where the colours of the keys below zero begin, at the end of all."""
_STRIPES: Final = 4
"""Pixels from one stripe of a hatching to the next."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the terminal and the theme let the board look.

    Attributes:
        colours: the theme's colours by name.
        firm: whether there are only the terminal's own colours, so that nothing can be mixed.
        plain: whether there is no colour at all.
    """

    colours: tuple[tuple[str, str], ...]
    firm: bool = False
    plain: bool = False

    def named(self) -> Mapping[str, str]:
        """The colours by name."""
        return dict(self.colours)


class Painter:
    """Paints boards one after another; what has not changed since the last one is not worked out again."""

    def __init__(self) -> None:
        self._soft: _Soft | None = None

    def paint(self, board: Board, shape: Raster, look: Look, cursor: int | None) -> list[Strip]:
        """The board, a strip for each row.

        Args:
            board: what is drawn.
            shape: its size.
            look: colours.
            cursor: the sector that is named now.
        """
        parts = _parts(board, cursor)
        glyphs = _glyphs(board, shape, cursor)
        if look.firm or look.plain:
            return _Firm(shape, look, parts, board).strips(glyphs)
        soft = self._soft
        if soft is None or soft.shape is not shape or soft.look != look:
            soft = self._soft = _Soft(shape, look)
        soft.take(parts, board)
        return soft.strips(glyphs)


def _parts(board: Board, cursor: int | None) -> list[str]:
    """What each ring of each sector is: shown, said, missed, dark, edge, rim or the cursor's rim."""
    rim = int(RIM * LEVELS)
    found: list[str] = []
    for index, sector in enumerate(board.sectors):
        rings = ["dark"] * (LEVELS + 1)
        for band in bands_of(sector.bands):
            for ring in range(round(band.inner * LEVELS), round(band.outer * LEVELS)):
                rings[ring] = band.standing
        edge = "cursor" if index == cursor else "rim"
        rings[rim:] = [edge] * (LEVELS + 1 - rim)
        if index == cursor:
            rings[rim - 1] = "cursor"
        found += rings[:LEVELS]
    return found


def _glyphs(board: Board, shape: Raster, cursor: int | None) -> Glyphs:
    """The crosses of the misses, one for each at least, and a mark at the rim of what matters most."""
    counts, found = counts_of(board), Glyphs()
    for index, sector in enumerate(board.sectors):
        middle = middle_of(counts, index)
        for band in bands_of(sector.bands):
            if band.standing == "missed":
                found[shape.place(middle, (band.inner + band.outer) / 2)] = (CROSS, "bad", True)
        if sector.matters:
            found[shape.place(middle, (1 + RIM) / 2)] = (MOST, "paper" if index == cursor else "ink", True)
    return found


class _Soft:
    """Full colour: each pixel is the mean of what its nine looks met."""

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
            segments.append(Segment(char, _style(_hex(self._named[name]), pairs[x][0], bold)))
            start = x + 1
        return Strip([*segments, *_run(pairs[start:])], len(row))


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


Part = tuple[str, str]
"""What a pixel shows, and the name of its colour."""


class _Firm:
    """The terminal's own colours, or none: a cell has one character, `█ ▒ ×` for shown, said and missed."""

    def __init__(self, shape: Raster, look: Look, parts: Sequence[str], board: Board) -> None:
        self._shape, self._parts, self._board = shape, parts, board
        self._named, self._plain = look.named(), look.plain
        known = {key: self._part(key) for key in set(shape.mains)}
        self._table = [known[key] for key in shape.mains]
        self._cells: dict[tuple[Part, Part, int], tuple[str, Style]] = {}

    def _part(self, key: int) -> Part:
        """What a pixel shows, and the name of its colour."""
        if key < 0:
            return ("dot" if self._board.before else "ring", "accent") if key == DOTTED else ("", "muted")
        part = self._parts[key]
        hue = {"cursor": "ink", "missed": "bad", "rim": "muted", "dark": "muted"}
        return part, hue.get(part, self._board.sectors[key // LEVELS].dimension)

    def strips(self, glyphs: Glyphs) -> list[Strip]:
        return [self._strip(y, row, glyphs) for y, row in enumerate(self._shape.cells)]

    def _strip(self, y: int, row: Sequence[tuple[int, int]], glyphs: Glyphs) -> Strip:
        """A line of cells, those of one style as one segment."""
        table, cells, segments = self._table, self._cells, []
        text, before = "", None
        for x, (upper, lower) in enumerate(row):
            if (x, y) in glyphs:
                char, style = self._glyph(glyphs[x, y])
            else:
                key = (table[upper], table[lower], (x + y) % 2)
                found = cells.get(key)
                if found is None:
                    found = cells[key] = self._made(key[0], key[1], odd=bool(key[2]))
                char, style = found
            if style is not before and before is not None:
                segments.append(Segment(text, before))
                text = ""
            text, before = text + char, style
        return Strip([*segments, Segment(text, before)], len(row))

    def _glyph(self, glyph: tuple[str, str, bool]) -> tuple[str, Style]:
        """A mark; on the cursor it would be seen on ink only in full colour."""
        name = "ink" if glyph[1] == "paper" else glyph[1]
        return glyph[0], self._style(name, bold=True)

    def _made(self, one: Part, other: Part, *, odd: bool) -> tuple[str, Style]:
        """A cell of two pixels: its character and its style."""
        (upper, over), (lower, under) = one, other
        if upper in _SOLID and lower in _SOLID:
            same = self._plain or self._named[over] == self._named[under]
            return ("█" if same else "▀", self._style(over, "" if same else under))
        if upper in _SOLID or lower in _SOLID:
            return ("▀" if upper in _SOLID else "▄", self._style(over if upper in _SOLID else under))
        for part, char in _FAINT.items():
            if part in (upper, lower) and not (part == "missed" and odd):
                return (char, self._style(over if upper == part else under))
        return (" ", self._style("muted"))

    def _style(self, name: str, behind: str = "", *, bold: bool = False) -> Style:
        return _style(self._named[name], self._named[behind or "paper"], bold)


_SOLID: Final = frozenset({"shown", "cursor", "dot"})
_FAINT: Final = {"said": "▒", "missed": CROSS, "ring": "o", "rim": "·"}


def _half(upper: str, lower: str, count: int) -> Segment:
    """So many cells of two pixels; of one colour as blanks, which every terminal draws without seams."""
    if upper == lower:
        return Segment(" " * count, _style(lower, lower, False))
    return Segment("▀" * count, _style(upper, lower, False))


@lru_cache(maxsize=16_384)
def _style(colour: str, behind: str, bold: bool) -> Style:
    return Style(color=_rich(colour), bgcolor=_rich(behind), bold=bold or None)


@lru_cache(maxsize=16_384)
def _rich(colour: str) -> RichColor:
    return RichColor.parse(colour) if colour.startswith("#") else Color.parse(colour).rich_color


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


def label_style(look: Look, name: str, *, strong: bool) -> Style:
    """The style of a name beside the disc, in the colour of its quadrant."""
    named = look.named()
    style = _style(named[name if strong or name == "ink" else "muted"], named["paper"], strong)
    return style + Style(underline=True) if strong else style
