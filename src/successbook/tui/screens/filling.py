"""A few lines to fill in at once: a decision with name, day and reason, or what several people were told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from successbook.errors import Refused
from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.screens.dropping import Dropping
from successbook.tui.widgets.editors import Editor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["Blank", "FillScreen"]

Keep = Callable[[dict[str, Value | None]], None]


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to fill in.

    Attributes:
        name: the key of its answer.
        label: what it is called.
        editor: its control, with what it holds at first.
        needed: whether nothing can be kept without it.
    """

    name: str
    label: str
    editor: Editor
    needed: bool = False


class FillScreen(Acts, ModalScreen[bool]):
    """Asks for a few lines; its result is whether they were kept.

    Enter keeps all of them as soon as those that are needed are there, and goes to the first that is not;
    Tab goes on; Esc closes without keeping anything, and asks before if something was typed.

    Args:
        question: the title.
        asked: the lines.
        keep: keeps the answers by name; what it refuses is said, and the lines stay.
        first: the name of the line to begin with; without one it is the first that is empty.
    """

    SCOPE = "filling"
    BINDINGS = bindings_for("filling")

    def __init__(self, question: str, asked: Sequence[Blank], keep: Keep, *, first: str = "") -> None:
        super().__init__(classes="over -see-through -centred")
        self._question, self._asked, self._keep = question, tuple(asked), keep
        named = (each for each in asked if each.name == first)
        empty = (each for each in asked if each.editor.value is None)
        self._first = next(named, next(empty, self._asked[0]))
        self._said: dict[str, Value | None] = {each.name: each.editor.value for each in asked}
        self._dropping = Dropping([each.editor for each in self._asked])

    def compose(self) -> ComposeResult:
        """A line for each."""
        with Panel(question=self._question, classes="over--panel -small filling"):
            for each in self._asked:
                with Horizontal(classes="labelled"):
                    yield Static(one_line(each.label), classes="label", markup=False)
                    yield each.editor
        yield KeyLine()

    def on_mount(self) -> None:
        """Write the first line at once."""
        for each in self._asked:
            each.editor.words = {"keep": "keep all", "leave": "close"}
        self._dropping.begin()
        self._first.editor.enter_field()

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """Stays here."""
        event.stop()

    def on_editor_done(self, event: Editor.Done) -> None:
        """Tab goes on, Enter keeps all, Esc closes."""
        event.stop()
        if event.leave == "esc":
            self.dismiss(False)
            return
        event.editor.reopen()
        at = next(number for number, each in enumerate(self._asked) if each.editor is event.editor)
        self._said[self._asked[at].name] = event.value
        if event.leave in ("tab", "back"):
            step = 1 if event.leave == "tab" else -1
            self._asked[(at + step) % len(self._asked)].editor.enter_field()
        elif event.leave == "enter":
            self._keep_all(event.editor)

    def _keep_all(self, left: Editor) -> None:
        for each in self._asked:
            if each.editor is not left and each.editor.text() and not self._read(each):
                return
        lacking = next((each for each in self._asked if each.needed and self._said[each.name] is None), None)
        if lacking is not None:
            lacking.editor.focus_field()
            if lacking.editor is left:
                lacking.editor.tell("this is needed; Esc closes without keeping anything", "careful")
            return
        try:
            self._keep(self._said)
        except Refused as error:
            say(self, str(error), "error")
            return
        self.dismiss(True)

    def _read(self, each: Blank) -> bool:
        """Take over what stands in a line; False, and the cursor in it, if that cannot be kept."""
        try:
            self._said[each.name] = each.editor.read(each.editor.text())
        except Refused as error:
            each.editor.focus_field()
            each.editor.tell(str(error), "careful")
            return False
        return True
