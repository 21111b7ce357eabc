"""Writing down a number: the value of a metric on a day. Three keys from anywhere: r, the number, Enter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from successbook.plan.answers import unit_of
from successbook.plan.kinds import READINGS
from successbook.plan.measured import show
from successbook.plan.now import Now
from successbook.plan.titles import title_of
from successbook.tree import Address, Value
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.widgets.editors import DateEditor, Editor, LineEditor, MeasuredEditor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ReadingScreen"]


class ReadingScreen(Acts, ModalScreen[None]):
    """Asks for the value, and lets the day and a remark be changed.

    Args:
        workbook: the open plan.
        metric: the metric.
        day: the day of a reading to change; empty for a new one of today.
    """

    SCOPE = "reading"
    BINDINGS = bindings_for("reading")

    def __init__(self, workbook: Workbook, metric: Address, day: str = "") -> None:
        super().__init__(classes="over -see-through -centred")
        tree = workbook.tree
        self._workbook, self._metric = workbook, metric
        self._key = day or workbook.now.date.isoformat()
        at = self._at("readings", self._key)
        unit = unit_of(tree, metric.child("baseline"))
        self._value = MeasuredEditor(tree.get(at), unit=unit, example=self._before() or "14")
        self._day = _day_editor(self._key, workbook)
        self._remark = LineEditor(
            tree.get(self._at("notes", self._key)), example="anything unusual that day?"
        )
        self._fields: tuple[Editor, ...] = (self._value, self._day, self._remark)
        self._said: dict[Editor, Value | None] = {}

    def _at(self, table: str, key: str) -> Address:
        return Address(READINGS, (table, self._metric.key, key))

    def _before(self) -> str:
        """Where it stood last, for the empty field; before the first reading where it began."""
        tree = self._workbook.tree
        held = tree.table(Address(READINGS, ("readings", self._metric.key)))
        earlier = [key for key in held if key < self._key]
        if earlier:
            return f"last {show(held[max(earlier)])}"
        start = tree.get(self._metric.child("baseline"))
        return f"{show(start)} at the start" if start is not None else ""

    def compose(self) -> ComposeResult:
        """Three lines."""
        title = title_of(self._workbook.tree, self._metric)
        with Panel(question=f"What is it now?   {title}", classes="over--panel -small reading"):
            for label, field in zip(("Value", "On", "Remark"), self._fields, strict=True):
                with Horizontal(classes="labelled"):
                    yield Static(label, classes="label")
                    yield field
        yield KeyLine()

    def on_mount(self) -> None:
        """Write the number at once; over the one that stands there."""
        self._value.focus_field()
        self._value.select_all()

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """What was read of the field before counts no more."""
        event.stop()
        self._said.pop(event.editor, None)

    def on_editor_done(self, event: Editor.Done) -> None:
        """Tab goes on; Enter or Esc keeps all three, if each can be kept."""
        event.stop()
        event.editor.reopen()
        self._said[event.editor] = event.editor.value = event.value
        at = self._fields.index(event.editor)
        if event.leave in ("tab", "back", "away"):
            if event.leave != "away":
                self._fields[(at + (1 if event.leave == "tab" else -1)) % len(self._fields)].focus_field()
            return
        missing = next((each for each in self._fields if each not in self._said), None)
        if missing is None:
            self._keep()
        elif not missing.finish(event.leave):
            missing.focus_field()

    def _keep(self) -> None:
        value, day, remark = (self._said[each] for each in self._fields)
        key = day.isoformat() if isinstance(day, dt.date) else self._key
        draft = self._workbook.draft()
        if key != self._key:
            draft.put(self._at("readings", self._key), None)
            draft.put(self._at("notes", self._key), None)
        draft.put(self._at("readings", key), value)
        draft.put(self._at("notes", key), remark if value is not None else None)
        title = title_of(draft.tree, self._metric)
        if change := draft.change(f'Reading of "{title}"'):
            self._workbook.do(change)
            unit = unit_of(draft.tree, self._metric.child("baseline"))
            say(self, f"{title}: {show(value, unit)}, {day_words(day, self._workbook.now)}")
        self.dismiss()

    def do_close(self) -> None:
        """Close without a number."""
        self.dismiss()


def day_words(day: Value | None, now: Now) -> str:
    """A day as people say it."""
    return now.relative(day) if isinstance(day, dt.date) else str(day or "")


def _day_editor(key: str, workbook: Workbook) -> LineEditor:
    try:
        return DateEditor(dt.date.fromisoformat(key), now=workbook.now, past=True)
    except ValueError:
        return LineEditor(key)
