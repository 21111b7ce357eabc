"""What the parts of a board look like: soft edges in full colour, firm ones in sixteen colours or in none.

Never by colour alone: what is *shown* is solid, what is only *said* is hatched, and misses are crosses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from successbook.tui.widgets.board_raster import DOTTED, LEVELS, Mix, Raster, middle_of
from successbook.verdicts.board import Board
from successbook.verdicts.board_shape import RIM, bands_of, counts_of

__all__ = ["Look", "label_style", "paint"]

RGB = tuple[float, float, float]
Glyphs = dict[tuple[int, int], tuple[str, str, bool]]
"""Characters on top of the picture, by column and row, with the name of their colour, and whether bold."""

CROSS: Final = "×"
MOST: Final = "◆"
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


def paint(board: Board, shape: Raster, look: Look, cursor: int | None) -> list[Strip]:
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
    return _Soft(shape, look, parts, board).strips(glyphs)


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


def _is_lit(part: str, phase: int) -> bool:
    """Whether a pixel of this part is lit; of a hatching every other stripe is."""
    return part in ("shown", "cursor") or (part == "said" and phase < _STRIPES // 2)


class _Soft:
    """Full colour: each pixel is the mean of what its nine looks met."""

    def __init__(self, shape: Raster, look: Look, parts: Sequence[str], board: Board) -> None:
        named = look.named()
        self._named = {name: _rgb(value) for name, value in named.items() if value.startswith("#")}
        self._shape, self._parts, self._board = shape, parts, board
        self._colours = [self._table(phase) for phase in range(_STRIPES)]

    def _part(self, key: int, phase: int) -> RGB:
        named = self._named
        if key < 0:
            dot = "accent" if self._board.before else "line"
            return named[dot] if key == DOTTED else named["paper"]
        part, hue = self._parts[key], named[self._board.sectors[key // LEVELS].dimension]
        dark = _between(named["paper"], named["line"], 0.28)
        match part:
            case "cursor":
                return named["ink"]
            case "rim":
                return _between(named["paper"], hue, 0.45)
            case "missed":
                return _between(dark, named["bad"], 0.16)
            case "shown":
                return hue
            case "said":
                return _between(dark, hue, 0.85) if _is_lit(part, phase) else _between(dark, hue, 0.12)
        return dark

    def _table(self, phase: int) -> list[str]:
        """The colour of every mix, as ``#rrggbb``."""
        known: dict[int, RGB] = {}
        found = []
        for mix in self._shape.mixes:
            red = green = blue = 0.0
            for key, weight in mix:
                colour = known.get(key)
                if colour is None:
                    colour = known[key] = self._part(key, phase)
                red += colour[0] * weight
                green += colour[1] * weight
                blue += colour[2] * weight
            found.append(f"#{round(red / 9):02x}{round(green / 9):02x}{round(blue / 9):02x}")
        return found

    def strips(self, glyphs: Glyphs) -> list[Strip]:
        paper = _hex(self._named["paper"])
        return [self._strip(y, row, glyphs, paper) for y, row in enumerate(self._shape.cells)]

    def _strip(self, y: int, row: Sequence[tuple[int, int]], glyphs: Glyphs, paper: str) -> Strip:
        segments: list[Segment] = []
        last, count = (paper, paper), 0
        for x, (upper, lower) in enumerate(row):
            pair = (
                self._colours[(x + 2 * y) % _STRIPES][upper],
                self._colours[(x + 2 * y + 1) % _STRIPES][lower],
            )
            glyph = glyphs.get((x, y))
            if glyph is None and pair == last:
                count += 1
                continue
            if count:
                segments.append(_half(*last, count))
            count, last = 1, pair
            if glyph is not None:
                char, name, bold = glyph
                segments.append(Segment(char, _style(_hex(self._named[name]), pair[0], bold)))
                count = 0
        if count:
            segments.append(_half(*last, count))
        return Strip(segments, len(row))


class _Firm:
    """The terminal's own colours, or none: each pixel is lit or not, and a cell has one character."""

    def __init__(self, shape: Raster, look: Look, parts: Sequence[str], board: Board) -> None:
        self._shape, self._parts, self._board = shape, parts, board
        self._named, self._plain = look.named(), look.plain
        self._table = [[self._lit(mix, phase) for mix in shape.mixes] for phase in range(_STRIPES)]
        self._inside = [self._disc(mix) for mix in shape.mixes]

    def _lit(self, mix: Mix, phase: int) -> str:
        """The name of the colour of a pixel, empty where it is dark."""
        key = max(mix, key=lambda each: each[1])[0]
        if key < 0:
            return "accent" if key == DOTTED and self._board.before else ""
        part = self._parts[key]
        if not _is_lit(part, phase):
            return ""
        return "ink" if part == "cursor" else self._board.sectors[key // LEVELS].dimension

    def _disc(self, mix: Mix) -> str:
        """What a pixel shows where it is dark: a point on the rim, a fainter one in the disc."""
        key = max(mix, key=lambda each: each[1])[0]
        if key < 0:
            return "o" if key == DOTTED else ""
        part = self._parts[key]
        return CROSS if part == "missed" else "·" if part == "rim" else ""

    def strips(self, glyphs: Glyphs) -> list[Strip]:
        return [
            Strip([self._cell(x, y, pair, glyphs) for x, pair in enumerate(row)], len(row)).simplify()
            for y, row in enumerate(self._shape.cells)
        ]

    def _cell(self, x: int, y: int, pair: tuple[int, int], glyphs: Glyphs) -> Segment:
        upper = self._table[(x + 2 * y) % _STRIPES][pair[0]]
        lower = self._table[(x + 2 * y + 1) % _STRIPES][pair[1]]
        glyph = glyphs.get((x, y))
        if glyph is not None:
            return Segment(glyph[0], self._style(glyph[1], bold=True))
        if upper and lower:
            same = self._plain or self._named[upper] == self._named[lower]
            return Segment("█" if same else "▀", self._style(upper, "" if same else lower))
        if upper or lower:
            return Segment("▀" if upper else "▄", self._style(upper or lower))
        point = self._inside[pair[0]] or self._inside[pair[1]]
        if point == CROSS and (x + y) % 2:
            point = ""
        return Segment(point or " ", self._style("bad" if point == CROSS else "muted"))

    def _style(self, name: str, behind: str = "", *, bold: bool = False) -> Style:
        colour = self._named[name]
        return _style(colour, self._named[behind] if behind else self._named["paper"], bold)


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
    style = _style(named[name if strong else "muted"], named["paper"], strong)
    return style + Style(underline=True) if strong else style
