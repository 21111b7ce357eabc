"""A short dialogue: a question with a few fields, which are kept together, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from successbook.errors import Refused, SuccessbookError
from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.dropping import Dropping
from successbook.tui.screens.holding import Holding
from successbook.tui.screens.new_lines import NewLines
from successbook.tui.widgets.editors import (
    ChoiceEditor,
    Editor,
    LineEditor,
    ProseEditor,
    ReferencesEditor,
)
from successbook.tui.widgets.editors.going_on import GoingOn, LinesGoingOn
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

__all__ = ["AskScreen", "Asked", "Items", "Paragraph", "WordEditor", "settle"]

Answers = dict[str, Value | None]


class Paragraph(GoingOn):
    """Prose of two lines in which Enter goes on; F4 begins a new line."""

    LINES = 2


class Items(LinesGoingOn):
    """A list of two lines, one item a line, in which Enter goes on; F4 begins the next item."""

    def preview(self, text: str) -> str:
        """Nothing: what stands on two lines is counted at a glance."""
        del text
        return ""


class WordEditor(LineEditor):
    """One of a few words, known by its first letters: on one line, where a list would take too many.

    Args:
        value: the word.
        choices: the words.
    """

    GIVES_WAY = True

    def __init__(self, value: Value | None, choices: Sequence[str]) -> None:
        super().__init__(value, example=" · ".join(choices))
        self._choices = choices

    def read(self, text: str) -> Value | None:
        """The word that begins so."""
        said = text.strip().casefold()
        if not said:
            return None
        found = [each for each in self._choices if each.casefold().startswith(said)]
        exact = [each for each in found if each.casefold() == said]
        if len(found) == 1 or exact:
            return (exact or found)[0]
        raise Refused(f"it is one of {', '.join(self._choices)}")

    def preview(self, text: str) -> str:
        """The word that is meant, when that is not what was typed."""
        try:
            found = self.read(text)
        except Refused:
            return " · ".join(self._choices)
        return str(found) if found is not None and found != text else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a dialogue.

    Attributes:
        key: its key among the answers.
        label: its label, one to three words.
        editor: its control, holding what is proposed.
        wanted: what is asked once when it is left empty; empty for what may be.
    """

    key: str
    label: str
    editor: Editor
    wanted: str = ""


class AskScreen(NewLines, ModalScreen[None]):
    """Asks, and hands the answers over when they are kept.

    Args:
        question: the question.
        fields: the fields, the one to write in first at the top.
        keep: takes the answers and carries out what was asked; a `SuccessbookError` it raises is shown.
        told: sentences to know before answering, with their tone.
        does: what Enter does, one to three words.
    """

    SCOPE = "asking"
    BINDINGS = bindings_for("asking")

    def __init__(
        self,
        question: str,
        fields: Sequence[Asked],
        keep: Callable[[Answers], None],
        *,
        told: Sequence[tuple[str, str]] = (),
        does: str = "write it down",
    ) -> None:
        super().__init__(classes="over -see-through -centred")
        self._question, self._fields, self._keep, self._told = question, tuple(fields), keep, tuple(told)
        self._doubted: set[str] = set()
        self._holding = Holding({each.key: each.editor for each in self._fields})
        self._dropping = Dropping([each.editor for each in self._fields])
        for each in self._fields:
            picks = isinstance(each.editor, ReferencesEditor)  # there Enter takes a line
            each.editor.alone = len(self._fields) == 1
            each.editor.words = {"leave": does} if picks else {"keep": does, "leave": "not now"}

    def compose(self) -> ComposeResult:
        """What is to know, the fields, the keys."""
        with Panel(question=self._question, classes="over--panel -small asking"):
            for text, tone in self._told:
                yield Static(Content.styled(one_line(text), f"${tone}" if tone else ""), classes="told")
            for each in self._fields:
                with Horizontal(classes="labelled"):
                    yield Static(Content(one_line(each.label)), classes="label")
                    yield each.editor
        yield KeyLine()

    def on_mount(self) -> None:
        """Write in the first field, or where an answer is wanted; a proposal there gives way to a letter."""
        for each in self._fields:
            if isinstance(each.editor, ProseEditor | ChoiceEditor):
                each.editor.fit(each.editor.LINES)
        self._holding.begin()
        self._dropping.begin()
        begins = self._fields[0]
        if begins.editor.text().strip():
            empty = (each for each in self._fields if each.wanted and not each.editor.text().strip())
            begins = next(empty, begins)
        first = begins.editor
        first.focus_field()
        if isinstance(first, LineEditor):
            first.select_all()

    @property
    def fields(self) -> Mapping[str, Editor]:
        """The controls by their keys."""
        return {each.key: each.editor for each in self._fields}

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """Stays here."""
        event.stop()

    def on_editor_done(self, event: Editor.Done) -> None:
        """Tab goes on, Enter keeps everything, Esc nothing, asking first; what was picked is kept by Esc."""
        event.stop()
        event.editor.reopen()
        self._holding.left(
            next(each.key for each in self._fields if each.editor is event.editor), event.value
        )
        if event.leave == "esc" and not isinstance(event.editor, ReferencesEditor):
            self.dismiss(None)
        elif event.leave in ("tab", "back"):
            editors = [each.editor for each in self._fields]
            at = editors.index(event.editor) + (1 if event.leave == "tab" else -1)
            editors[at % len(editors)].enter_field()
        elif event.leave in ("enter", "esc"):
            self._finish()

    def _finish(self) -> None:
        """Keep all answers, if each can be kept; what is empty and should not be is asked for once."""
        answers: Answers = {}
        for each in self._fields:
            try:
                answers[each.key] = self._holding.read(each.key)
            except SuccessbookError as error:
                each.editor.tell(str(error), "careful")
                each.editor.focus_field()
                return
        missing = next((each for each in self._fields if self._asks(each, answers[each.key])), None)
        if missing is not None:
            self._doubted.add(missing.key)
            missing.editor.tell(f"{missing.wanted} Enter again leaves it open", "careful")
            missing.editor.focus_field()
            return
        try:
            self._keep(answers)
        except SuccessbookError as error:
            say(self, str(error), "error")
            return
        self.dismiss(None)

    def _asks(self, each: Asked, value: Value | None) -> bool:
        return bool(each.wanted) and value is None and each.key not in self._doubted


def settle(editor: Editor) -> None:
    """Let a field that was left show what was understood, without the line below it."""
    if isinstance(editor, WordEditor) and editor.value is not None:
        line = editor.query_one(Input)
        line.value = editor.shown(editor.value)
    editor.tell("")
    editor.reopen()
