"""What stands below a table: what its marks mean, and a line about what is under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from successbook.text import one_line
from successbook.tui.widgets.wrapping import cut, width_of

__all__ = ["Legend", "Remark"]

_GAP = 3


class Remark(Widget):
    """One line of text that changes with every key: painted again, and nothing is laid out."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.text = ""
        self.aside = ""

    def show(self, text: str, aside: str = "") -> None:
        """Say something else.

        Args:
            text: the line.
            aside: what stands at its right end, if there is room for both; it gives way as a whole.
        """
        if (text, aside) != (self.text, self.aside):
            self.text, self.aside = text, aside
            self.refresh()

    def render(self) -> Content:
        """The line, cut where it ends."""
        width, aside = self.size.width, one_line(self.aside)
        line = cut(self.text, width)
        room = width - width_of(line) - width_of(aside)
        if not aside or room < (_GAP if line else 0):
            return Content(line)
        return Content.assemble(Content(line + " " * room), Content.styled(aside, "not bold $muted"))


class Legend(Widget):
    """Entries, as many to a line as fit, none of them broken.

    Args:
        entries: what is explained.
    """

    def __init__(self, entries: Sequence[str] = (), *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._entries = tuple(entries)

    def show(self, entries: Sequence[str]) -> None:
        """Explain something else."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self.refresh(layout=True)

    def lines(self, width: int) -> list[str]:
        """The entries in lines of that width."""
        lines: list[str] = []
        for entry in map(one_line, self._entries):
            room = width - width_of(lines[-1]) - _GAP if lines else 0
            if lines and width_of(entry) <= room:
                lines[-1] += " " * _GAP + entry
            else:
                lines.append(entry)
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the entries need."""
        del container, viewport
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n".join(self.lines(self.size.width)))
