"""What the parts of a board look like: soft edges in full colour, firm ones in sixteen colours or in none.

Never by colour alone: what is *shown* is solid, what is only *said* is hatched, and misses are crosses.
"""

from __future__ import annotations

from typing import Final

from textual.strip import Strip

from successbook.tui.widgets.board_firm import Firm
from successbook.tui.widgets.board_look import CROSS, Glyphs, Look
from successbook.tui.widgets.board_raster import LEVELS, Raster, middle_of
from successbook.tui.widgets.board_soft import Soft
from successbook.verdicts.board import Board
from successbook.verdicts.board_shape import RIM, bands_of, counts_of

__all__ = ["Look", "Painter"]

MOST: Final = "◆"
"""What matters most."""


class Painter:
    """Paints boards one after another; what has not changed since the last one is not worked out again."""

    def __init__(self) -> None:
        self._soft: Soft | None = None

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
            return Firm(shape, look, parts, board).strips(glyphs)
        soft = self._soft
        if soft is None or soft.shape is not shape or soft.look != look:
            soft = self._soft = Soft(shape, look)
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
