"""Fields of one line: text, date, time, number, measured value. Enter leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from successbook.errors import Refused
from successbook.plan.measured import Ambiguous, number_typed, show, typed
from successbook.plan.now import Now
from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.widgets.editors.base import Editor, Unsure
from successbook.tui.widgets.editors.dates import day_in_words, parse_day, parse_time
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.pasting import pasted_line

__all__ = ["DateEditor", "LineEditor", "MeasuredEditor", "NumberEditor", "TimeEditor"]


class _LineInput(OneLineInput):
    """An input that keeps every line of a paste."""

    def __init__(
        self, placeholder: str, notice: Callable[[str], None], refuse: Callable[[str], None]
    ) -> None:
        super().__init__(placeholder=one_line(placeholder), compact=True, select_on_focus=False)
        self._notice, self._refuse = notice, refuse

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        try:
            joined, lines = pasted_line(event.text)
        except Refused as error:
            self._refuse(str(error))
            return
        self.replace(joined, *self.selection)
        if lines > 1:
            self._notice(f"{lines} lines were joined into one")


class LineEditor(Editor):
    """One line of text.

    Args:
        value: what the field holds.
        example: shown while the field is empty.
        unit: shown right of the field.
    """

    GIVES_WAY: ClassVar[bool] = False
    """Whether a form lets the first letter replace what it proposes: a day, a number, one of a few words."""

    def __init__(self, value: Value | None = None, *, example: str = "", unit: str = "") -> None:
        super().__init__(value)
        self.unit = unit
        self._proposed = value
        self._input = _LineInput(example, self._notice, self._refuse)
        self._example = example
        self._noticed = ""

    def hint(self, words: str = "") -> None:
        """Show words in the empty field; without any the example."""
        self._input.placeholder = one_line(words or self._example)

    def shown(self, value: Value | None) -> str:
        """The value as it is typed."""
        return "" if value is None else str(value)

    def controls(self) -> ComposeResult:
        """The input, and the unit."""
        self._input.value = self.shown(self.value)  # now, because an input needs its app for that
        if not self.unit:
            yield self._input
            return
        with Horizontal(classes="with-unit"):
            yield self._input
            yield Static(Content(one_line(self.unit)), classes="unit")

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        self._input.focus()

    def select_all(self) -> None:
        """Let the next letter replace what stands there."""
        self._input.select_all()

    def enter_field(self) -> None:
        """Put the cursor into the field; what nobody typed there is marked, if it may give way."""
        self.focus_field()
        if self.GIVES_WAY and self.text() == self.shown(self._proposed):
            self.select_all()

    def _notice(self, sentence: str) -> None:
        self._noticed = sentence  # shown with the change that it is about

    def _refuse(self, sentence: str) -> None:
        self.tell(sentence, "careful")

    def text(self) -> str:
        """What stands in the field."""
        return self._input.value

    def read(self, text: str) -> Value | None:
        """The text without blanks at its ends; None when nothing is left."""
        return text.strip() or None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell how it reads."""
        event.stop()
        self.typed()
        if self._noticed:
            self.tell(self._noticed, "careful")
            self._noticed = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leaves."""
        event.stop()
        self.finish("enter")


class DateEditor(LineEditor):
    """A day, in any of the ways of `parse_day`; below stands which day that is.

    Args:
        value: a date.
        now: today.
        past: whether the day has been, so that one without a year is looked for backwards.
    """

    GIVES_WAY = True

    def __init__(
        self, value: Value | None = None, *, now: Now, example: str = "", past: bool = False
    ) -> None:
        self._now, self._past = now, past
        example = example or ("30 sep, fri, yesterday" if past else "30 sep, fri, +14")
        super().__init__(value, example=example)

    def shown(self, value: Value | None) -> str:
        """ISO."""
        return value.isoformat() if isinstance(value, dt.date) else super().shown(value)

    def read(self, text: str) -> Value | None:
        """The day."""
        return parse_day(text, self._now, past=self._past) if text.strip() else None

    def preview(self, text: str) -> str:
        """``Fri 30 Oct 2026, in 12 days``, as soon as it is a day."""
        try:
            return (
                day_in_words(parse_day(text, self._now, past=self._past), self._now) if text.strip() else ""
            )
        except Refused:
            return ""


class TimeEditor(LineEditor):
    """A time of day."""

    GIVES_WAY = True

    def shown(self, value: Value | None) -> str:
        """``9:30``."""
        return f"{value:%H:%M}" if isinstance(value, dt.time) else super().shown(value)

    def read(self, text: str) -> Value | None:
        """The time."""
        return parse_time(text) if text.strip() else None


class NumberEditor(LineEditor):
    """A number. ``1,5`` is asked about, never guessed; the unit may be typed behind it.

    Args:
        value: a number.
        unit: its unit.
        parse: text to number; raises `Refused`, or `Ambiguous` with what it may mean.
    """

    GIVES_WAY = True

    def __init__(
        self,
        value: Value | None = None,
        *,
        unit: str = "",
        example: str = "",
        parse: Callable[[str, str], Value] = number_typed,
    ) -> None:
        self._parse = parse
        super().__init__(value, example=example, unit=unit)

    def read(self, text: str) -> Value | None:
        """The number."""
        return self._parse(text, self.unit) if text.strip() else None


class MeasuredEditor(NumberEditor):
    """A number, ``~13k``, blocked, establishing, n/a, unknown; words only on a second Enter."""

    def __init__(
        self,
        value: Value | None = None,
        *,
        unit: str = "",
        example: str = "",
        parse: Callable[[str, str], Value] = typed,
    ) -> None:
        super().__init__(value, unit=unit, example=example, parse=parse)

    def shown(self, value: Value | None) -> str:
        """A state without its brackets."""
        text = super().shown(value)
        return text[1:-1] if text.startswith("(") and text.endswith(")") else text

    def read(self, text: str) -> Value | None:
        """The value; words are asked about."""
        value = super().read(text)
        if isinstance(value, str) and not value.startswith(("~", "(")):
            also = "blocked, establishing, n/a and unknown can be typed too"
            raise Unsure(f'"{value}" is no number ({also}).', value)
        return value

    def preview(self, text: str) -> str:
        """How it will read, when that is not what was typed."""
        try:
            value = self._parse(text, self.unit) if text.strip() else None
        except (Refused, Ambiguous):
            return ""
        words = show(value, self.unit) if value is not None else ""
        return words if isinstance(value, str) and value.startswith(("~", "(")) else ""
