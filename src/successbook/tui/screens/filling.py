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
from successbook.tui.screens.holding import Holding
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

    Enter goes to the next line that is empty and was not seen yet, and keeps all after the last; what is
    needed is asked for until it is there. Tab goes on; Esc closes without keeping anything, and asks before
    if something was typed.

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
        self._holding = Holding({each.name: each.editor for each in asked})
        self._seen: set[str] = set()
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
            each.editor.alone = len(self._asked) == 1
        self._holding.begin()
        self._dropping.begin()
        self._enter(self._first)

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
        self._holding.left(self._asked[at].name, event.value)
        if event.leave in ("tab", "back"):
            step = 1 if event.leave == "tab" else -1
            self._enter(self._asked[(at + step) % len(self._asked)])
        elif event.leave == "enter" and (waits := self._waits(at)) is not None:
            self._enter(waits)
        elif event.leave == "enter":
            self._keep_all(event.editor)

    def _enter(self, blank: Blank) -> None:
        """Write a line; its Enter is called what it does."""
        self._seen.add(blank.name)
        goes_on = self._waits(self._asked.index(blank)) is not None
        blank.editor.words = {"keep": "next" if goes_on else "keep all", "leave": "close"}
        blank.editor.enter_field()

    def _waits(self, at: int) -> Blank | None:
        """The next line below that is empty, and in which nobody has been."""
        below = self._asked[at + 1 :]
        return next((each for each in below if each.name not in self._seen and not each.editor.text()), None)

    def _keep_all(self, left: Editor) -> None:
        said: dict[str, Value | None] = {}
        for each in self._asked:
            try:
                said[each.name] = self._holding.read(each.name)
            except Refused as error:
                each.editor.focus_field()
                each.editor.tell(str(error), "careful")
                return
        lacking = next((each for each in self._asked if each.needed and said[each.name] is None), None)
        if lacking is not None:
            self._enter(lacking)
            if lacking.editor is left:
                lacking.editor.tell("this is needed; Esc closes without keeping anything", "careful")
            return
        try:
            self._keep(said)
        except Refused as error:
            say(self, str(error), "error")
            return
        self.dismiss(True)
