"""The board on the screen: live, named by the arrow keys, opened with Enter.

Mount it anywhere and hand it a board whenever something changed:

    view = BoardView(board_of(tree, session))
    view.show(board_of(workbook.tree, session))

It posts `Named` when another sector is named and `Opened` when one is opened.
"""

from __future__ import annotations

from typing import Final

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from successbook.text import one_line
from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.board_look import Look, label_style
from successbook.tui.widgets.board_painting import Painter
from successbook.tui.widgets.board_raster import Raster, middle_of, raster
from successbook.tui.widgets.wrapping import cut, width_of
from successbook.verdicts.board import Board, Sector
from successbook.verdicts.board_shape import Arrow, counts_of, neighbour

__all__ = ["BoardView", "look_of"]

_LEAST: Final = 16
"""Cells across that a board needs to be one."""
_SHARE: Final = 0.75
"""Of the disc that must be left when the names of facets stand beside it."""
_ENOUGH: Final = 64
"""Columns of a disc that is large enough for names beside it, whatever it could be without them."""
_COLOURS: Final = ("paper", "ink", "muted", "line", "accent", "bad", "personal", "team", "company", "product")


class _OfSector(Message):
    """A sector came under the cursor, or was opened."""

    def __init__(self, view: BoardView, sector: Sector) -> None:
        super().__init__()
        self.view = view
        self.sector = sector

    @property
    def control(self) -> BoardView:
        """The board."""
        return self.view


class BoardView(Acts, Widget, can_focus=True):
    """Draws a board, and names one sector at a time.

    Args:
        board: what is drawn; an empty board until `show` says otherwise.
    """

    SCOPE = "board"
    BINDINGS = bindings_for("board")
    ALLOW_SELECT = False
    DEFAULT_CSS = "BoardView { width: 1fr; height: 1fr; min-height: 5; }"

    class Named(_OfSector):
        """Another sector is named now."""

    class Opened(_OfSector):
        """Enter, or a double click, on a sector."""

    def __init__(
        self,
        board: Board | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._board = board or Board("", ())
        self._cursor = 0
        self._painter = Painter()
        self._strips: list[Strip] = []
        self._painted: tuple[object, ...] = ()

    # What is shown

    @property
    def board(self) -> Board:
        """What is drawn."""
        return self._board

    def show(self, board: Board) -> None:
        """Draw this board; the sector that is named stays so, if it is still there."""
        named, before = self.sector, self._board
        if board == before:
            return
        self._board, self._painted = board, ()
        found = [
            at
            for at, each in enumerate(board.sectors)
            if named is not None and (each.dimension, each.name) == (named.dimension, named.name)
        ]
        self._cursor = found[0] if found else min(self._cursor, max(len(board.sectors) - 1, 0))
        self.refresh()

    @property
    def sector(self) -> Sector | None:
        """The sector that is named now."""
        return self._board.sectors[self._cursor] if self._cursor < len(self._board.sectors) else None

    def name_sector(self, dimension: str, name: str) -> bool:
        """Name a sector; False if there is none of that name."""
        for at, each in enumerate(self._board.sectors):
            if (each.dimension, each.name) == (dimension, name):
                self._go(at)
                return True
        return False

    def _go(self, at: int) -> None:
        if at != self._cursor:
            self._cursor = at
            self.refresh()
            self.post_message(self.Named(self, self._board.sectors[at]))

    # Drawing

    @property
    def _shape(self) -> Raster:
        width, height = self.size.width, max(self.size.height, 1)
        counts = counts_of(self._board)
        across = min(width, 2 * height)
        beside = (width - 2 * _longest_name(self._board) - 4) // 2 * 2
        if beside >= min(across * _SHARE, _ENOUGH):
            across = min(across, beside)
        return raster(width, height, across, counts)

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        width = self.size.width
        if width < _LEAST or not self._board.sectors:
            return Strip.blank(width, self.rich_style)
        wanted = (self.size, self._cursor, self.has_focus)
        if wanted != self._painted:  # asked for every line: what colours there are is looked up for a picture
            self._painted = wanted
            shape, look = self._shape, look_of(self)
            strips = self._painter.paint(self._board, shape, look, self._cursor if self.has_focus else None)
            self._strips = _labelled(strips, self._board, shape, look, self._cursor)
        return self._strips[y] if y < len(self._strips) else Strip.blank(width, self.rich_style)

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._painted = ()

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as it is high."""
        del viewport
        return min(container.width, container.height * 2)

    # Keys

    def why_not(self, action_id: str) -> str | None:
        """There must be something to name."""
        del action_id
        return None if self._board.sectors else "There is nothing on the board yet"

    def _step(self, arrow: Arrow) -> None:
        self._go(neighbour(counts_of(self._board), self._cursor, arrow))

    def do_board_left(self) -> None:
        """The sector at the left."""
        self._step("left")

    def do_board_right(self) -> None:
        """The sector at the right."""
        self._step("right")

    def do_board_up(self) -> None:
        """The sector above."""
        self._step("up")

    def do_board_down(self) -> None:
        """The sector below."""
        self._step("down")

    def do_open_sector(self) -> None:
        """The lines of the sector."""
        if self.sector is not None:
            self.post_message(self.Opened(self, self.sector))

    def on_click(self, event: events.Click) -> None:
        """Name the sector under the mouse; twice opens it."""
        at = self._shape.sector_at(event.x, event.y) if self._board.sectors else None
        if at is None:
            return
        self._go(at)
        if event.chain == 2:
            self.do_open_sector()


def look_of(widget: Widget) -> Look:
    """How the terminal and the theme let a board look on this widget."""
    app = widget.app
    words = {**app.theme_variables, **app.current_theme.variables}
    colours = tuple((name, words[name]) for name in _COLOURS)
    return Look(colours, firm=colours[0][1].startswith("ansi_"), plain=app.no_color)


def _longest_name(board: Board) -> int:
    return max((width_of(one_line(each.name)) for each in board.sectors), default=0)


def _labelled(strips: list[Strip], board: Board, shape: Raster, look: Look, cursor: int) -> list[Strip]:
    """The names of the quadrants, and those of facets beside the disc where there is room for all."""
    strips = list(strips)
    beside = shape.left - shape.radius
    names = [
        *_quadrants(board, shape),
        *(_facets(board, shape) if beside >= _longest_name(board) + 1 else ()),
    ]
    for y, x, text, at in names:
        if not 0 <= y < len(strips) or x < 0 or x + width_of(text) > shape.width:
            continue
        sector = board.sectors[at]
        chosen = (
            at == cursor if text != sector.dimension else sector.dimension == board.sectors[cursor].dimension
        )
        label = Strip([Segment(text, label_style(look, sector.dimension, strong=chosen))], width_of(text))
        strip = strips[y]
        strips[y] = Strip.join(
            [strip.crop(0, x), label, strip.crop(x + label.cell_length, strip.cell_length)]
        )
    return strips


def _quadrants(board: Board, shape: Raster) -> list[tuple[int, int, str, int]]:
    """The names of the quadrants in the corners that the disc leaves free."""
    found = []
    corners = {"personal": (0, False), "team": (0, True), "company": (-1, True), "product": (-1, False)}
    for at, sector in enumerate(board.sectors):
        place = corners.pop(sector.dimension, None)
        if place is None:
            continue
        row, right = place
        y = row % shape.height
        room = shape.left - _chord(shape, y)
        text = sector.dimension
        if room > len(text):
            found.append((y, shape.width - len(text) if right else 0, text, at))
    return found


def _chord(shape: Raster, y: int) -> float:
    """Half of what the disc takes of a row."""
    down = min(abs(2 * y - shape.height), abs(2 * y + 2 - shape.height))
    return float(max(shape.radius**2 - down**2, 0) ** 0.5)


def _nearest(rows: set[int], y: int) -> int:
    return min(rows, key=lambda row: abs(row - y))


def _facets(board: Board, shape: Raster) -> list[tuple[int, int, str, int]]:
    """The name of each facet beside its sector; where two would meet, the lower one gives way."""
    counts, found = counts_of(board), []
    free = {False: set(range(shape.height)), True: set(range(shape.height))}
    room = int(shape.left - shape.radius) - 1
    for at, sector in enumerate(board.sectors):
        x, y = shape.place(middle_of(counts, at), 1)
        right = x >= shape.left
        rows = free[right]
        if not rows:
            continue
        y = _nearest(rows, y)
        rows.discard(y)
        text = cut(sector.name, room)
        edge = (
            int(shape.left + _chord(shape, y)) + 2
            if right
            else int(shape.left - _chord(shape, y)) - 1 - width_of(text)
        )
        found.append((y, edge, text, at))
    return found
