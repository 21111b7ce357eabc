"""A bordered panel: its border holds the question that it answers."""

from __future__ import annotations

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from successbook.text import one_line
from successbook.tui.widgets.steady import Steady
from successbook.tui.widgets.wrapping import cut, width_of

__all__ = ["Panel"]


class Panel(Steady, Vertical):
    """A panel with a title, and on the same line at the right an aside (a count, a date, a state).

    Args:
        children: what stands in it.
        question: the title, shown as it is, never as markup.
        aside: the text at the right of the title line; gives way first when space is short.
    """

    def __init__(
        self,
        *children: Widget,
        question: str = "",
        aside: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(*children, id=id, classes=classes)
        self._question = question
        self._aside = aside
        self.border_title = Content(one_line(question))  # the first picture comes before the first size

    @property
    def question(self) -> str:
        """The title."""
        return self._question

    def ask(self, question: str, aside: str = "") -> None:
        """Change the title line; nothing is laid out again."""
        if (question, aside) != (self._question, self._aside):
            self._question, self._aside = question, aside
            self._letter()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the title line to the width."""
        del event
        self._letter()

    def _letter(self) -> None:
        room = self.outer_size.width - 6  # at either side a corner, a bit of line, a blank
        if room < 4:
            self.border_title = Content(one_line(self._question))
            return
        question = one_line(self._question)
        aside = one_line(self._aside)
        left = room - width_of(question) - width_of(aside) - 2
        if not aside or left < 1:
            self._show_title(Content(cut(question, room)))
            return
        self._show_title(
            Content.assemble(
                Content(question),
                Content.styled(f" {'─' * left} ", f"not bold {self._line}"),
                Content.styled(aside, "not bold $muted"),
            )
        )

    @property
    def _line(self) -> str:
        """The colour of the border, as in styles/frame.tcss."""
        return "$accent" if self.screen.has_class("-see-through") else "$line"

    def _show_title(self, title: Content) -> None:
        """Change the title and paint its line only; setting `border_title` would paint it all."""
        self._border_title = title
        self.refresh(Region(-1, -1, self.outer_size.width, 1))
