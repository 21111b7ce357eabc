"""The fields of a question: each with its label, its control, and what was said about it before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from successbook.errors import Refused
from successbook.guides.pages import Asked, Question
from successbook.plan.fields import PAST, Control
from successbook.plan.measured import Ambiguous, typed, with_unit
from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.rooms.field_editors import control_for
from successbook.tui.widgets.editors import (
    ChoiceEditor,
    DateEditor,
    Editor,
    LineEditor,
    MeasuredEditor,
    NumberEditor,
    ProseEditor,
    TargetValueEditor,
    Unsure,
)
from successbook.tui.widgets.editors.going_on import GoingOn, LinesGoingOn
from successbook.tui.widgets.wrapping import width_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["NOT_KNOWN", "FieldRow", "rows_for"]

NOT_KNOWN: Final = "don't know yet"
_WIDEST_LABEL = 18
_LABEL_GAP = 2
_ROOM_BELOW = 60
"""Columns that a field below its label needs to begin where the fields beside theirs do."""
_CHOICES = 10


class WithUnit(MeasuredEditor):
    """A measured value whose unit may come with it: ``96 s`` is number and unit while no unit is known."""

    def read(self, text: str) -> Value | None:
        """The value; a number with its unit stays one text, for the interview to take apart."""
        number, unit = ("", "") if self.unit else with_unit(text)
        if not unit:
            return super().read(text)
        try:
            return f"{typed(number)} {unit}"
        except Ambiguous as several:
            raise Ambiguous(text, tuple(f"{each} {unit}" for each in several.readings)) from None


class WantedValue(TargetValueEditor, WithUnit):
    """The value of a target in a question: of ``+10 %`` it asks whether points or percent are meant."""


class FieldRow(Container):
    """A field of a question.

    Args:
        asked: the field as it stands.
        editor: its control.
        width: columns of the labels beside the fields.
    """

    class Wanted(Message):
        """Somebody clicked on a folded field.

        Attributes:
            row: the field.
        """

        def __init__(self, row: FieldRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, asked: Asked, editor: Editor, width: int) -> None:
        super().__init__(classes="asked-field")
        self.asked = asked
        self.editor = editor
        self._at_rest = ""
        self._beside = width
        self._label = Static(Content(one_line(asked.ask.label)), classes="label")
        if width_of(asked.ask.label) > width:
            self.add_class("-above")
        else:
            self._label.styles.width = width
        self.folds = isinstance(editor, ChoiceEditor)
        self._folded = Static(classes="folded")

    def compose(self) -> ComposeResult:
        """Label, and control; one that takes many lines is folded away until it is wanted."""
        if self.has_class("-above") and self._beside and self.app.size.width - self._beside >= _ROOM_BELOW:
            self.editor.styles.margin = self._folded.styles.margin = (0, 0, 0, self._beside + _LABEL_GAP)
        yield self._label
        if self.folds:
            yield self._folded
            self.editor.display = False
        yield self.editor

    def on_mount(self) -> None:
        """Say what was said before; a unit that is asked for beside its number is known, not shown twice."""
        self._take_unit()
        self._at_rest = self.editor.text()
        self._tell()

    def _take_unit(self) -> None:
        """The unit may have been said on this page, in the field beside."""
        if isinstance(self.editor, WantedValue):
            self.editor.metric_unit = self.asked.unit
        if isinstance(self.editor, NumberEditor):
            self.editor.unit = self.asked.unit

    @property
    def key(self) -> str:
        """The name of the field."""
        return self.asked.key

    @property
    def filled(self) -> bool:
        """Whether something stands in it."""
        if self.folds:
            return self.editor.value is not None
        return bool(self.editor.text().strip())

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not in the plan."""
        return not self.folds and self.editor.text() != self._at_rest

    def salvaged(self) -> Value | None:
        """The value of what was typed, when nobody can be asked about it any more; None when it has none."""
        text = self.editor.text()
        try:
            return self.editor.read(text)
        except Unsure as doubt:
            return doubt.value
        except Ambiguous:
            return text if isinstance(self.editor, MeasuredEditor) else None  # its words: nothing is guessed
        except Refused:
            return None

    def enter(self) -> None:
        """Put the cursor into it."""
        if self.folds:
            self._folded.display, self.editor.display = False, True
            self.editor.fit(min(self.editor.LINES, self._room()))
            if isinstance(self.editor, ChoiceEditor):
                self.editor.stand_on_value()
            self.call_after_refresh(self.scroll_visible, animate=False)
        self.editor.focus_field()

    def _room(self) -> int:
        """The lines there are from here to the end of the page."""
        page = next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)
        return max(3, page.region.bottom - self.region.y - 1) if page is not None else _CHOICES

    def fold(self) -> None:
        """Show only what was chosen."""
        if self.folds:
            self._folded.display, self.editor.display = True, False

    def show(self, asked: Asked) -> None:
        """Show the field as it stands now; the cursor and what fits already stay."""
        stale = self.unsaved or asked.value != self.asked.value
        self.asked = asked
        self.editor.value = asked.value
        self._take_unit()
        if stale and isinstance(self.editor, LineEditor | ProseEditor):
            _write(self.editor, self.editor.shown(asked.value))
        self._at_rest = self.editor.text()
        self.editor.reopen()
        self._tell()

    def _tell(self) -> None:
        said = NOT_KNOWN if self.asked.not_known and self.asked.value is None else ""
        if self.folds:
            self._folded.update(_chosen(self.editor.value, said, self.asked.ask.field.question))
        elif said and not self.filled:
            self.call_after_refresh(self.editor.tell, said, "unknown")

    def on_click(self, event: events.Click) -> None:
        """A click on a folded field opens it."""
        if self.folds and self._folded.display:
            event.stop()
            self.post_message(self.Wanted(self))


def _chosen(value: Value | None, said: str, question: str) -> Content:
    """What was chosen; that it is not known; else what is asked."""
    if value is not None:
        return Content(one_line(str(value)))
    return Content.styled(said, "$unknown") if said else Content.styled(one_line(question), "$muted")


def _write(editor: Editor, text: str) -> None:
    if editor.text() == text:
        return
    for line in editor.query(Input):
        line.value = text
        line.cursor_position = len(text)
    for area in editor.query(TextArea):
        area.text = text
        area.move_cursor(area.document.end)


def rows_for(workbook: Workbook, question: Question) -> list[FieldRow]:
    """The fields of a question, ready to be filled in."""
    labels = [width_of(asked.ask.label) for asked in question.fields]
    width = max((each for each in labels if each <= _WIDEST_LABEL), default=0)
    names = {(asked.ask.part, asked.ask.field.name) for asked in question.fields}
    rows = []
    for asked in question.fields:
        own_unit = (asked.ask.part, asked.ask.field.unit.removeprefix("=")) in names
        editor = _editor(workbook, asked, "" if own_unit else asked.unit)
        editor.words = {"keep": "next", "leave": "stop here"}
        editor.alone = len(question.fields) == 1
        rows.append(FieldRow(asked, editor, width))
    return rows


def _editor(workbook: Workbook, asked: Asked, unit: str) -> Editor:
    """The control of a field; without the examples that the record pane shows in it."""
    field = asked.ask.field
    match field.control:
        case Control.LINE:
            return LineEditor(asked.value)
        case Control.PROSE:
            return GoingOn(asked.value)
        case Control.DATE:
            return DateEditor(asked.value, now=workbook.now, past=field.name in PAST)
        case Control.LINES:
            return LinesGoingOn(asked.value)
        case Control.MEASURED if asked.ask.kind == "target":
            kind = workbook.tree.get(asked.at.parent.child("kind")) if asked.at is not None else None
            return WantedValue(
                asked.value, unit=unit, metric_unit=asked.unit, kind=kind if isinstance(kind, str) else ""
            )
        case Control.MEASURED:
            return WithUnit(asked.value, unit=unit)
        case _:
            return control_for(workbook, field, asked.at.parent if asked.at else None)
