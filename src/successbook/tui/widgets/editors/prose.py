"""Fields of several lines: prose, and lists with one item a line. Enter is a new line; Esc leaves."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import TextArea

from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.actions import Action
from successbook.tui.dispatch import say
from successbook.tui.widgets.editors.base import Editor

__all__ = ["LinesEditor", "ProseEditor"]


_LONGEST = 100_000  # characters; a text area wraps a whole paragraph anew at every key
_GLIMPSE = 20_000
_OWN_EDITOR = "leave the field and press e for your own editor"


class _Area(TextArea):
    """A text area that does not swallow a book."""

    async def _on_paste(self, event: events.Paste) -> None:
        length = len(event.text)
        if len(self.text) + length > _LONGEST:
            event.stop()
            event.prevent_default()
            say(
                self, f"{length:,} characters are too many here, nothing was pasted: {_OWN_EDITOR}", "warning"
            )


class ProseEditor(Editor):
    """Prose with soft wrap.

    Args:
        value: the text.
        example: shown while the field is empty.
    """

    LINES = 8

    def __init__(self, value: Value | None = None, *, example: str = "") -> None:
        super().__init__(value)
        text = self.shown(value)
        self._example = example
        self._too_long = len(text) > _LONGEST
        self._area = _Area(
            text[:_GLIMPSE] if self._too_long else text,
            read_only=self._too_long,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(one_line(example)),
        )
        if not self._too_long:
            self._area.move_cursor(self._area.document.end)
        self.fit(self.LINES)

    def hint(self, words: str = "") -> None:
        """Show words in the empty field; without any the example."""
        self._area.placeholder = Content(one_line(words or self._example))

    def shown(self, value: Value | None) -> str:
        """The value as it is typed: without the final newline that the file has."""
        return "" if value is None else str(value).removesuffix("\n")

    def controls(self) -> ComposeResult:
        """The text area."""
        yield self._area

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        if not self._area.has_focus and not self._too_long:
            self._area.move_cursor(self._area.document.end)
        self._area.focus()

    def to_beginning(self) -> None:
        """Show the first lines of what stands there, where it is read and not written."""
        self._area.move_cursor((0, 0))

    def fit(self, lines: int) -> None:
        """So many lines to write in."""
        self._area.styles.height = lines

    def label_of(self, each: Action) -> str:
        """Enter is a new line here."""
        return "new line" if each.id == "keep" else super().label_of(each)

    def text(self) -> str:
        """What stands there."""
        return self._area.text

    def preview(self, text: str) -> str:
        """Why it cannot be written in, if so."""
        del text
        return f"Only its beginning, it is too long to write in here: {_OWN_EDITOR}" if self._too_long else ""

    def read(self, text: str) -> Value | None:
        """The text with one newline at its end, as it stands in the file; None when it is blank."""
        return f"{text.rstrip()}\n" if text.strip() else None

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note it."""
        event.stop()
        self.typed()


class LinesEditor(ProseEditor):
    """An ordered list: one item a line."""

    LINES = 6

    def shown(self, value: Value | None) -> str:
        """Each item on a line of its own."""
        return "\n".join(str(item) for item in value) if isinstance(value, tuple) else super().shown(value)

    def read(self, text: str) -> Value | None:
        """The items, without blank lines."""
        return tuple(line.strip() for line in text.splitlines() if line.strip()) or None

    def preview(self, text: str) -> str:
        """How many there are."""
        if self._too_long:
            return super().preview(text)
        count = sum(1 for line in text.splitlines() if line.strip())
        return "" if not count else "1 item" if count == 1 else f"{count} items, one a line"
