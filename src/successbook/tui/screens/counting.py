"""Does that count? Yes, no, or thinking: three keys, and none of them is Enter, for there is no default."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from successbook.text import one_line
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["CountsScreen"]


class CountsScreen(Acts, ModalScreen[str]):
    """Asks whether a line counts; its result is yes, no or thinking, None when it stays open.

    Args:
        line: the line.
    """

    SCOPE = "counting"
    BINDINGS = bindings_for("counting")

    def __init__(self, line: str) -> None:
        super().__init__(classes="over -see-through -centred")
        self._said = line

    def compose(self) -> ComposeResult:
        """The line, and the three answers."""
        with Panel(question="Does that count?", classes="over--panel -small counting"):
            yield Static(Content(one_line(self._said)), classes="counting--line")
            answers = "y yes     n no     t thinking"
            yield Static(Content.styled(answers, "$accent"), classes="counting--answers")
        yield KeyLine()

    def label_of(self, each: Action) -> str:
        """Esc answers nothing."""
        return "leave it open" if each.id == "close" else super().label_of(each)

    def do_counts_yes(self) -> None:
        """The key y."""
        self.dismiss("yes")

    def do_counts_no(self) -> None:
        """The key n."""
        self.dismiss("no")

    def do_counts_thinking(self) -> None:
        """The key t."""
        self.dismiss("thinking")

    def do_close(self) -> None:
        """Esc."""
        self.dismiss(None)
