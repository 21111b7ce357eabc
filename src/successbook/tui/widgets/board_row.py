"""Boards of several sessions side by side, small, each with its day and title below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from successbook.tui.widgets.board import look_of
from successbook.tui.widgets.board_look import Look, label_style
from successbook.tui.widgets.board_painting import Painter
from successbook.tui.widgets.board_raster import raster
from successbook.tui.widgets.wrapping import cut, width_of
from successbook.verdicts.board import Board
from successbook.verdicts.board_shape import counts_of

__all__ = ["BoardRow"]

_LEAST: Final = 20
"""Cells that a small board needs across."""
_BELOW: Final = 2
"""Lines of words below each."""

Shown = tuple[Board, str, str]
"""A board, its day, its title."""


class BoardRow(Widget):
    """Draws as many boards as fit; the latest ones unless it was moved.

    Args:
        boards: the boards with what stands below them, the oldest first.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "BoardRow { width: 1fr; height: 1fr; min-height: 8; }"

    def __init__(self, boards: Sequence[Shown] = ()) -> None:
        super().__init__()
        self._boards = list(boards)
        self._hidden = 0  # boards out of sight at the right
        self._lines: list[Strip] = []
        self._painted: tuple[object, ...] = ()

    def show(self, boards: Sequence[Shown]) -> None:
        """Draw these boards."""
        self._boards = list(boards)
        self._painted = ()
        self.refresh()

    @property
    def fitting(self) -> int:
        """How many fit."""
        return max(min(self.size.width // _LEAST, len(self._boards)), 1)

    def shift(self, by: int) -> bool:
        """Move to earlier (-1) or later (1) boards; False if there are none."""
        hidden = min(max(self._hidden - by, 0), max(len(self._boards) - self.fitting, 0))
        moved = hidden != self._hidden
        self._hidden = hidden
        if moved:
            self.refresh()
        return moved

    def render_line(self, y: int) -> Strip:
        """One line of all boards."""
        wanted = (self.size, self._hidden)
        if wanted != self._painted:
            self._painted = wanted
            self._lines = self._paint(look_of(self))
        return self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._painted = ()

    def _paint(self, look: Look) -> list[Strip]:
        count, height = self.fitting, max(self.size.height - _BELOW, 1)
        end = len(self._boards) - self._hidden
        shown = self._boards[max(end - count, 0) : end]
        if not shown:
            return []
        width = self.size.width // len(shown)
        blocks = [_block(board, width, height, look, words) for board, *words in shown]
        left = (self.size.width - width * len(shown)) // 2
        pad = Strip.blank(left, self.rich_style)
        return [
            Strip.join([pad, *lines]).adjust_cell_length(self.size.width, self.rich_style)
            for lines in zip(*blocks, strict=True)
        ]


def _block(board: Board, width: int, height: int, look: Look, words: Sequence[str]) -> list[Strip]:
    counts = counts_of(board)
    shape = raster(width, height, min(width - 2, 2 * height), counts)
    strips = Painter().paint(board, shape, look, None)
    return [*strips, *(_centred(text, width, look, strong=not at) for at, text in enumerate(words))]


def _centred(text: str, width: int, look: Look, *, strong: bool) -> Strip:
    shown = cut(text, max(width - 2, 1))
    left = (width - width_of(shown)) // 2
    style = label_style(look, "ink" if strong else "muted", strong=False)
    if strong:
        style += Style(bold=True)
    return Strip([Segment(" " * left, style), Segment(shown, style)]).adjust_cell_length(width, style)
