"""One question on the screen: its fields, going from one to the next, and leaving all of them."""

from __future__ import annotations

from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from successbook.guides.pages import Question
from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.screens.interview_fields import FieldRow
from successbook.tui.screens.interview_words import example_lines
from successbook.tui.widgets.editors import Editor, Leave

__all__ = ["Going", "QuestionPage"]

Going = Literal["next", "back", "stop", "not-known"]
"""Where one goes from a page."""
_LEAVES: dict[Going, Leave] = {"next": "enter", "back": "away", "stop": "esc", "not-known": "away"}


class QuestionPage(VerticalScroll, can_focus=False):
    """A question and its fields.

    Attributes:
        rows: the fields.
        said: what was said and is not in the plan yet, by field.
        unknown: the field that "don't know yet" was said of, while the page is left for that.
    """

    class Said(Message):
        """A field was left, and what was said shall go into the plan.

        Attributes:
            row: the field.
        """

        def __init__(self, row: FieldRow) -> None:
            super().__init__()
            self.row = row

    class Left(Message):
        """All fields were left.

        Attributes:
            going: where to.
        """

        def __init__(self, going: Going) -> None:
            super().__init__()
            self.going: Going = going

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FieldRow] = []
        self.said: dict[str, Value | None] = {}
        self.unknown: FieldRow | None = None
        self._question: Question | None = None
        self._going: Going | None = None
        self._to_leave: list[FieldRow] = []
        self._insisted: tuple[Going, str, str] | None = None

    def compose(self) -> ComposeResult:
        """The question, the fields, and help with the answer."""
        yield Static(classes="question")
        yield Static(classes="others")
        yield Container(classes="fields")
        yield Static(classes="hint")
        yield Static(classes="examples")

    # What is shown

    async def ask(self, question: Question, rows: list[FieldRow], *, at_gap: bool = False) -> None:
        """Ask another question, with the cursor in the first field or, with `at_gap`, the first empty one."""
        self._question, self.rows = question, rows
        self.said.clear()
        self._going = self._insisted = self.unknown = None
        fields = self.query_one(".fields")
        await fields.remove_children()
        await fields.mount(*rows)
        self._show()
        self.scroll_home(animate=False)
        gap = next((row for row in rows if row.asked.value is None), rows[0])
        (gap if at_gap else rows[0]).enter()

    def _show(self) -> None:
        question = self._question
        if question is None:
            return
        step, names = question.step, ", ".join(map(one_line, question.others))
        self._write(".question", Content(one_line(question.text)))
        self._write(".others", Content(f"So far: {names}. Enter on an empty line goes on." if names else ""))
        more = "F1 an example that works, one that fails" if step.works or step.fails else ""
        lines = [Content(one_line(step.hint)), Content.styled(more, "$accent")]
        self._write(".hint", Content("\n").join(line for line in lines if line.plain))
        self._write(".examples", Content(""))

    def _write(self, where: str, what: Content) -> None:
        part = self.query_one(where, Static)
        part.update(what)
        part.display = bool(what.plain)

    def turn_examples(self) -> None:
        """Show the examples, or hide them again."""
        if self._question is not None:
            examples = self.query_one(".examples")
            self._write(".examples", Content("") if examples.display else example_lines(self._question.step))
            self.call_after_refresh(examples.scroll_visible, animate=False)

    def sync(self, question: Question, left: FieldRow | None = None) -> None:
        """Show the fields as they stand in the plan now, but none in which somebody writes.

        Args:
            question: the same question again.
            left: the field that was just left.
        """
        self._question = question
        for row, asked in zip(self.rows, question.fields, strict=True):
            if row is left or not row.unsaved:
                row.show(asked)

    # One field

    @property
    def present(self) -> FieldRow:
        """The field in which the cursor is, or the first."""
        focused = self.screen.focused
        return next(
            (row for row in self.rows if focused is not None and row in focused.ancestors), self.rows[0]
        )

    def turn(self, steps: int) -> None:
        """Go some fields on, or back."""
        self.rows[(self.rows.index(self.present) + steps) % len(self.rows)].enter()

    def on_editor_done(self, event: Editor.Done) -> None:
        """A field was left: keep its value and go where the key leads."""
        event.stop()
        row = next((each for each in self.rows if each.editor is event.editor), None)
        if row is None:
            return
        if event.changed:
            self.said[row.key] = row.editor.value = event.value
            self._take_along(row)
        row.editor.reopen()
        row.fold()
        if self._going is not None:
            self._to_leave = [each for each in self._to_leave if each is not row]
            self._leave_fields()
            return
        # Ids are made from titles, so nothing is made before the first field is filled.
        if self.rows[0].filled:
            self.post_message(self.Said(row))
        self._after(row, event.leave)

    def _take_along(self, row: FieldRow) -> None:
        """What an answer decides beside its own field: ``+10 points`` is a kind of target, too."""
        for name, value in row.editor.also.items():
            key = f"{row.asked.ask.part}.{name}"
            self.said[key] = value
            beside = next((each for each in self.rows if each.key == key), None)
            if beside is not None:
                beside.editor.value = value
                beside.fold()
        row.editor.also = {}

    def _after(self, row: FieldRow, leave: Leave) -> None:
        at = self.rows.index(row)
        if leave == "esc":
            self.leave("stop")
        elif leave == "enter" and (at == len(self.rows) - 1 or self._ends_here(row)):
            self.leave("next")
        elif leave in ("enter", "tab", "back"):
            self.rows[(at + (-1 if leave == "back" else 1)) % len(self.rows)].enter()

    def _ends_here(self, row: FieldRow) -> bool:
        """Whether an empty line ends a question that is asked until there is nothing more to say."""
        repeat = self._question is not None and self._question.step.repeat
        return repeat and row is self.rows[0] and not any(each.filled for each in self.rows)

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """Stays here."""
        event.stop()

    def on_field_row_wanted(self, event: FieldRow.Wanted) -> None:
        """A click on a folded field."""
        event.stop()
        event.row.enter()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A click elsewhere leaves a field, too."""
        row = next((each for each in self.rows if each in event.widget.ancestors), None)
        if row is not None:
            self.call_after_refresh(self._left_alone, row)

    def _left_alone(self, row: FieldRow) -> None:
        focused = self.screen.focused if self.is_attached else None
        if focused is not None and row in self.rows and row not in focused.ancestors and self._going is None:
            row.editor.finish("away")

    # All fields

    def leave(self, going: Going) -> None:
        """Leave the page: each field first. `Left` follows, unless something has to be asked about."""
        self._going, self._to_leave = going, list(self.rows)
        self._leave_fields()

    def _leave_fields(self) -> None:
        """Leave the fields that are left to leave; `on_editor_done` comes back here after each."""
        going = self._going
        if going is None:
            return
        for row in self._to_leave:
            if row.editor.finish("away" if row.folds else _LEAVES[going]):
                return
            if self._insists(going, row):
                row.editor.give_up("away")
                return
            self._going = self.unknown = None
            row.enter()
            return
        self._going = None
        self.post_message(self.Left(going))

    def _insists(self, going: Going, row: FieldRow) -> bool:
        """Whether somebody goes on although a field cannot be kept; then it stays as it was before."""
        if row is self.unknown:
            return True
        if going != "back":
            return False
        again = (going, row.key, row.editor.text())
        if self._insisted == again:
            return True
        self._insisted = again
        row.editor.tell(f"{row.editor.problem}; F2 again goes back without it", "careful")
        return False
