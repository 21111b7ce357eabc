"""A board in the terminal's own colours, or in none: firm edges, and a character for each standing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from successbook.tui.widgets.board_look import CROSS, Glyphs, Look, style_of
from successbook.tui.widgets.board_raster import DOTTED, LEVELS, Raster
from successbook.verdicts.board import Board

__all__ = ["Firm"]

Part = tuple[str, str]
"""What a pixel shows, and the name of its colour."""

_SOLID: Final = frozenset({"shown", "cursor", "dot"})
_FAINT: Final = {"said": "▒", "missed": CROSS, "ring": "o", "rim": "·"}


class Firm:
    """A board in which a cell has one character: `█ ▒ ×` for shown, said and missed."""

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
        """The board, a strip for each row."""
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
        return style_of(self._named[name], self._named[behind or "paper"], bold)
