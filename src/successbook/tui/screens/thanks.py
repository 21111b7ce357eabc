"""Who made this possible? Names and praise, in a few keys, at the moment of launch and whenever one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.launching import thank
from successbook.plan.peek import first_line
from successbook.plan.titles import title_of
from successbook.text import one_line
from successbook.tree import Address, Value
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.screens.launch_steps import candidates_to_thank
from successbook.tui.widgets.editors import Editor, LineEditor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ThanksScreen"]


class ThanksScreen(Acts, ModalScreen[None]):
    """Keeps who is thanked, and what for.

    Args:
        workbook: the open plan.
        release: the release.
        launched: whether it has just been launched.
    """

    SCOPE = "thanks"
    BINDINGS = bindings_for("thanks")

    def __init__(self, workbook: Workbook, release: Address, *, launched: bool = False) -> None:
        super().__init__(classes="over -see-through -centred")
        self._workbook, self._release, self._launched = workbook, release, launched
        self._whose = ""  # the praise of which it was asked whose it is
        self._who = LineEditor(example="Ines, data")
        self._what = LineEditor(example="found our own tests in the benchmark")
        self._names = Static("", classes="told")
        self._list = RowList(columns=[Column(at_least=12, at_most=30), Column(grow=True)], empty="")
        self._list.can_focus = False
        for each in (self._who, self._what):
            each.words = {"keep": "thank them", "leave": "done"}

    def compose(self) -> ComposeResult:
        """Two fields, names to think of, and those who are thanked."""
        first = "It is on. " if self._launched else ""
        with Panel(question=f"{first}Who made this possible?", classes="over--panel -small asking thanking"):
            for label, field in (("Who", self._who), ("For what", self._what)):
                with Horizontal(classes="labelled"):
                    yield Static(label, classes="label")
                    yield field
            yield self._names
            yield self._list
        yield KeyLine()

    def on_mount(self) -> None:
        """Write the first name."""
        self._fill()
        self._who.focus_field()

    def _fill(self) -> None:
        tree = self._workbook.tree
        rows = [
            Row(at, (Cell(title_of(tree, at), "good"), Cell(first_line(tree.table(at), "what"), "muted")))
            for at in records(tree, KINDS["thanks"], self._release)
        ]
        self._list.show(rows[::-1])
        names = "; ".join(candidates_to_thank(self._workbook, self._release))
        text = f"not thanked yet (F2 takes the next): {names}" if names else ""
        self._names.update(Content.styled(one_line(text), "$muted"))
        self._names.display = bool(text)

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """Stays here."""
        event.stop()

    def on_editor_done(self, event: Editor.Done) -> None:
        """Enter keeps the name and asks for the next, Esc is done."""
        event.stop()
        event.editor.reopen()
        other = self._what if event.editor is self._who else self._who
        if event.leave in ("tab", "back"):
            other.focus_field()
        elif event.leave in ("enter", "esc") and not self._who.text().strip():
            self._nobody()
        elif event.leave == "enter" and event.editor is self._who and not self._what.text().strip():
            self._what.focus_field()
        elif event.leave == "enter":
            self.attempt(self._keep)
        elif event.leave == "esc":
            self.attempt(self._keep)  # what was typed is not lost
            self.dismiss(None)

    def _nobody(self) -> None:
        """Close where nobody is named; praise without a name asks once whose it is."""
        praise = self._what.text().strip()
        if praise in ("", self._whose):
            self.dismiss(None)
            return
        self._whose = praise
        self._who.focus_field()
        self._who.tell("Who was that? Esc again throws the words away", "careful")

    def _keep(self) -> None:
        who, what = self._who.text().strip(), self._what.text().strip()
        draft = self._workbook.draft()
        thank(draft, self._release, who, what, self._workbook.moment().date())
        self._workbook.do(draft.change(f"Thank {who}"))
        for each in (self._who, self._what):
            _write(each, None)
        self._fill()
        self._who.focus_field()

    def do_next_name(self) -> None:
        """Take the next name of the plan that has not been thanked."""
        names = candidates_to_thank(self._workbook, self._release)
        if not names:
            say(self, "Everybody who is named in the plan has been thanked")
            return
        at = (names.index(self._who.text()) + 1) % len(names) if self._who.text() in names else 0
        _write(self._who, names[at])
        self._who.focus_field()


def _write(editor: LineEditor, value: Value | None) -> None:
    line = editor.query_one(Input)
    line.value = editor.shown(value)
    line.cursor_position = len(line.value)
