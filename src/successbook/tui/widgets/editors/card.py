"""The card that lies over a row while its field is being edited."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from successbook.text import one_line
from successbook.tree import Value
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.widgets.editors.base import Editor, Leave
from successbook.tui.widgets.rows import RowList
from successbook.tui.widgets.wrapping import Span, clip, wrap

__all__ = ["EditorCard"]

_NARROWEST = 44
_BORDERS = 2


class EditorCard(Acts, Vertical):
    """The question, the control for its answer, examples on F1, and what is wrong.

    Args:
        editor: the control.
        label: the field's name, in the border.
        question: what the field asks.
        good: an answer that works.
        poor: an answer that does not.
        subject: whatever tells the receiver of `Done` which field this is.
    """

    SCOPE = "editor"
    BINDINGS = bindings_for("editor")

    class Done(Message):
        """The field was left; posted by the list under the card.

        Attributes:
            subject: which field.
            value: what it should hold now; None for nothing.
            changed: whether that is something new.
            also: other fields that should hold something now, with their values.
            leave: how it was left. After ``tab`` the next field is wanted, after ``back`` the one before.
        """

        def __init__(
            self,
            subject: object,
            value: Value | None,
            leave: Leave,
            *,
            changed: bool,
            also: Mapping[str, Value] | None = None,
        ) -> None:
            super().__init__()
            self.subject = subject
            self.also = dict(also or {})
            self.value = value
            self.leave: Leave = leave
            self.changed = changed

    def __init__(
        self,
        editor: Editor,
        *,
        label: str,
        question: str = "",
        good: str = "",
        poor: str = "",
        subject: object = None,
    ) -> None:
        super().__init__()
        self.editor = editor
        self.subject = subject
        self._question = question
        self._examples = [(mark, text) for mark, text in (("works: ", good), ("fails: ", poor)) if text]
        self._asked = Static(classes="asked")
        self._shown = Static(classes="examples")
        self._rows: RowList | None = None
        self._key: Hashable = None
        self._below = 1
        self.border_title = Content(one_line(label))

    def compose(self) -> ComposeResult:
        """Question, control, examples."""
        yield self._asked
        yield self.editor
        yield self._shown

    def open(self, rows: RowList, key: Hashable) -> None:
        """Lie down over the row of that key, and take the keys."""
        self._rows, self._key = rows, key
        self._shown.display = False
        rows.laid_out = self.place
        self.editor.told = self._make_room
        rows.screen.mount(self)
        self.place()
        self.call_after_refresh(self.editor.focus_field)

    def place(self) -> None:
        """Find the place: over the row, as wide as its list, inside the screen."""
        rows = self._rows
        if rows is None:
            return
        screen = rows.screen.size
        area = rows.content_region
        row = rows.region_of(self._key) or Region(0, 0, area.width, 1)
        width = min(max(area.width, _NARROWEST), screen.width)
        height = self._heights(width - 4, screen.height - 1)
        left = max(min(area.x, screen.width - width), 0)
        top = max(min(area.y + max(row.y, 0), screen.height - 1 - height), 0)
        self.styles.width = width
        self.styles.height = height
        self.styles.offset = (left, top)

    def _make_room(self) -> None:
        """What stands below the field may need another line."""
        if self._lines_below(self.size.width) != self._below:
            self.place()

    def _lines_below(self, width: int) -> int:
        return min(max(len(wrap([(self.editor.below, "")], width)), 1), 3)

    def _heights(self, width: int, most: int) -> int:
        """Share the lines out; returns how many the card takes."""
        question = self._fill(self._asked, [(self._question, "")] if self._question else [], width, 3)
        examples = 0
        if self._shown.display:
            lines = [(f"{mark}{text}\n", "") for mark, text in self._examples]
            examples = self._fill(self._shown, lines, width, max(most - question - 6, 1))
        self._below = self._lines_below(width)
        room = most - _BORDERS - question - examples - self._below
        lines_ = max(min(self.editor.LINES, room), 1)
        self.editor.fit(lines_)
        return min(lines_ + most - room, most)

    def _fill(self, widget: Static, spans: list[Span], width: int, most: int) -> int:
        wrapped = wrap([(_safe(text), role) for text, role in spans], width) if spans else []
        if len(wrapped) > most:
            wrapped = [*wrapped[: most - 1], clip([*wrapped[most - 1], (" …", "")], width)]
        widget.update(Content("\n".join("".join(text for text, _ in line) for line in wrapped)))
        widget.styles.height = len(wrapped)
        widget.display = bool(wrapped)
        return len(wrapped)

    # Leaving

    def on_editor_done(self, event: Editor.Done) -> None:
        """Go away, and tell."""
        event.stop()
        rows = self._rows
        if rows is None:
            return
        rows.laid_out = None
        focused = self.screen.focused
        if focused is None or self in focused.ancestors:
            rows.focus()
        also = event.editor.also
        rows.post_message(self.Done(self.subject, event.value, event.leave, changed=event.changed, also=also))
        self.remove()

    def on_descendant_blur(self) -> None:
        """A click elsewhere leaves the field, too."""
        self.call_after_refresh(self._left_alone)

    def _left_alone(self) -> None:
        focused = self.screen.focused if self.is_attached else None
        if focused is not None and self not in focused.ancestors and not self.editor.finish("away"):
            say(self, f"Not kept: {self.editor.problem}", "warning")
            self.editor.give_up("away")

    def do_example(self) -> None:
        """Show or hide the examples."""
        self._shown.display = not self._shown.display
        self.place()

    def do_not_known(self) -> None:
        """Leave with "don't know yet"."""
        self.editor.finish("not-known")

    def why_not(self, action_id: str) -> str | None:
        """There may be no example."""
        if action_id == "example" and not self._examples:
            return "There is no example for this field."
        return None


def _safe(text: str) -> str:
    return "\n".join(one_line(line) for line in text.split("\n"))
