"""What the marks of the board mean, and what stands in its middle."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widget import Widget

from successbook.tui.widgets.board_painting import MOST
from successbook.tui.widgets.wrapping import cut
from successbook.verdicts.board import MARKS, WORDS

__all__ = ["BoardLegend"]

_MARKS: Final = (*((mark, WORDS[standing]) for standing, mark in MARKS.items()), (MOST, "matters most"))
_ASKED: Final = "How do you define success now?"


class BoardLegend(Widget):
    """Two lines: the first definition of success, then the marks."""

    def __init__(self) -> None:
        super().__init__()
        self._before = ""

    def show(self, before: str) -> None:
        """Show this definition."""
        if before != self._before:
            self._before = before
            self.refresh()

    def render(self) -> Content:
        """Both lines, each cut to the width."""
        room = max(self.size.width - 4, 1)
        said = cut(self._before or _ASKED, room)
        marks = [Content.assemble(mark, Content.styled(f" {means}", "$muted")) for mark, means in _MARKS]
        middle = Content.styled("● ", "$accent" if self._before else "$muted")
        return Content.assemble(
            " ",
            middle,
            Content.styled(said, "" if self._before else "$muted"),
            "\n ",
            Content("   ").join(marks),
        )
