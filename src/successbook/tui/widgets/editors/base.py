"""What every control for a field has in common: a value in, a message out, a line for what is wrong."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from successbook.errors import Refused
from successbook.plan.measured import Ambiguous
from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for

__all__ = ["Editor", "Leave", "Unsure"]

Leave = Literal["enter", "esc", "tab", "back", "away", "not-known"]
"""How somebody left a field. ``back`` is Shift+Tab; ``away`` a click elsewhere; ``not-known`` F3."""


class Unsure(Refused):
    """What was typed can be kept if the person says so by leaving again.

    Attributes:
        value: what would be kept.
    """

    def __init__(self, question: str, value: Value) -> None:
        super().__init__(question)
        self.value = value


class Editor(Acts, Vertical):
    """A control for one field. Subclasses lay out their widgets and say how text becomes a value.

    Args:
        value: what the field holds now; None when it is empty.

    Attributes:
        words: what keys are called here instead, by action: in a question Enter goes to the next field.
        also: other fields of the record that what was typed decides, with their values.
    """

    SCOPE = "editor"
    BINDINGS = bindings_for("editor")
    LINES = 1
    """Lines it wants, without the line below it."""

    class Done(Message):
        """Somebody left the field.

        Attributes:
            editor: the control.
            value: what the field should hold; None for nothing.
            changed: whether that differs from what it held.
            leave: how they left.
        """

        def __init__(self, editor: Editor, value: Value | None, leave: Leave, *, changed: bool) -> None:
            super().__init__()
            self.editor = editor
            self.value = value
            self.leave: Leave = leave
            self.changed = changed

        @property
        def control(self) -> Editor:
            """The control."""
            return self.editor

    class Typed(Message):
        """Something in the field changed; `text` is what stands there now, for the journal."""

        def __init__(self, editor: Editor, text: str) -> None:
            super().__init__()
            self.editor = editor
            self.text = text

    def __init__(self, value: Value | None = None) -> None:
        super().__init__()
        self.value = value
        self.words: dict[str, str] = {}
        self.also: dict[str, Value] = {}
        self._started: str | None = None
        self._warned: tuple[str, Leave, str] | None = None
        self._below = Static("", classes="below")
        self._shown_below: tuple[str, str] | None = None
        self.below = ""  # what stands below the field
        self.told: Callable[[], None] | None = None  # called when that changes
        self.may_drop: Callable[[Editor], bool] | None = None  # asked where Esc throws away what was typed
        self.alone = False  # whether there is no other field to go on to
        self._done = False

    # For subclasses

    @abstractmethod
    def controls(self) -> ComposeResult:
        """The widgets that are typed into."""

    @abstractmethod
    def focus_field(self) -> None:
        """Send the keys here."""

    def enter_field(self) -> None:
        """Send the keys here, from a form; a date or number proposed there gives way to the first letter."""
        self.focus_field()

    def fit(self, lines: int) -> None:
        """Take this many lines, without the one below. A line stays a line."""

    @abstractmethod
    def text(self) -> str:
        """What stands there now, as one string; comparing it tells whether anything changed."""

    @abstractmethod
    def read(self, text: str) -> Value | None:
        """The value of that text.

        Raises:
            Unsure: only if the person insists.
            Refused: it cannot be kept at all.
        """

    def preview(self, text: str) -> str:
        """How the text reads, shown below while it is typed."""
        del text
        return ""

    def label_of(self, each: Action) -> str:
        """What a key is called here."""
        return self.words.get(each.id, super().label_of(each))

    def why_not(self, action_id: str) -> str | None:
        """Where there is one field, none is next."""
        if self.alone and action_id in ("next-field", "previous-field"):
            return "There is no other field"
        return super().why_not(action_id)

    # The common part

    def compose(self) -> ComposeResult:
        """The controls, and the line below them."""
        yield from self.controls()
        yield self._below

    def on_mount(self) -> None:
        """Remember how it looked when it was opened."""
        self._started = self.text()
        self.tell(self.preview(self._started))

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, as shown; empty when nothing is."""
        return self._warned[2] if self._warned else ""

    def tell(self, sentence: str, role: str = "muted") -> None:
        """Show a line below the field."""
        if (one_line(sentence), role) == self._shown_below:
            return  # an update lays everything out again, which would be felt with every letter
        self.below = one_line(sentence)
        self._shown_below = (self.below, role)
        self._below.update(Content.styled(self.below, f"${role}"))
        self._below.display = bool(sentence)
        if self.told is not None:
            self.told()

    def typed(self) -> None:
        """Call this whenever what stands there changed."""
        if self._started is None:
            return
        self._warned = None
        text = self.text()
        self.tell(self.preview(text))
        self.post_message(self.Typed(self, text))

    def finish(self, leave: Leave) -> bool:
        """Leave the field if what stands there can be kept; else say why not. True if it was left.

        A doubt is settled by leaving in the same way once more; Esc on something that cannot be kept leaves
        the field as it was before. In a form whose Esc keeps nothing, that is asked for first.
        """
        if leave == "esc" and self.may_drop is not None:
            return self._dropped()
        text = self.text()
        if text == self._started or leave == "not-known":
            self.also = {}
            return self._leave(self.value, leave)
        again = self._warned is not None and self._warned[:2] == (text, leave)
        try:
            return self._leave(self.read(text), leave)
        except (Ambiguous, Unsure) as doubt:
            likely = doubt.readings[0] if isinstance(doubt, Ambiguous) else doubt.value
            if again and leave != "away":
                return self._leave(likely, leave)
            question = f"Did you mean {likely}?" if isinstance(doubt, Ambiguous) else doubt.what
            self._warn(text, leave, f"{question} {_KEY.get(leave, 'Enter')} again keeps it")
        except Refused as error:
            if again and leave == "esc":
                self.give_up(leave)
                return True
            self._warn(
                text, leave, f"{error}; Esc again leaves it as it was" if leave == "esc" else str(error)
            )
        return False

    def _warn(self, text: str, leave: Leave, sentence: str) -> None:
        self._warned = (text, leave, sentence)
        self.tell(sentence, "careful")

    def _leave(self, value: Value | None, leave: Leave) -> bool:
        if not self._done:
            self._done = True
            changed = bool(self.also) or not _same(value, self.value)
            self.post_message(self.Done(self, value, leave, changed=changed))
        return True

    def _dropped(self) -> bool:
        """Leave without what was typed, if the form that this is a part of lets it go."""
        if self.may_drop is not None and not self.may_drop(self):
            return False
        self.give_up("esc")
        return True

    def give_up(self, leave: Leave) -> None:
        """Leave the field as it was before."""
        self.also = {}
        self._leave(self.value, leave)

    def reopen(self) -> None:
        """Let it be left again, where it stays on the screen after `Done`."""
        self._done = False
        self._started = self.text()

    def do_keep(self) -> None:
        """Enter, where the control itself does not take it."""
        self.finish("enter")

    def do_leave(self) -> None:
        """Esc."""
        self.finish("esc")

    def do_next_field(self) -> None:
        """Tab."""
        self.finish("tab")

    def do_previous_field(self) -> None:
        """Shift+Tab."""
        self.finish("back")


_KEY: dict[Leave, str] = {"enter": "Enter", "esc": "Esc", "tab": "Tab", "back": "Shift+Tab"}


def _same(one: Value | None, other: Value | None) -> bool:
    return type(one) is type(other) and one == other
