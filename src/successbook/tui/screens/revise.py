"""Revising one thing of a metric: what it was and what it becomes side by side, and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from successbook.errors import SuccessbookError
from successbook.plan.describe import field_named
from successbook.plan.kinds import locate
from successbook.plan.revising import reset_baseline, revise
from successbook.plan.titles import title_of
from successbook.text import visible
from successbook.tree import Address, Value
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.rooms.field_editors import control_for
from successbook.tui.widgets.editors import DateEditor, Editor, LineEditor
from successbook.tui.widgets.editors.line import MeasuredEditor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.verdicts.revisions import revisable

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ReviseScreen"]

_LINES: Final = 4
"""Lines of an editor that could take more."""


class ReviseScreen(Acts, ModalScreen[None]):
    """Asks for the new value, the reason and the day; keeps all three as one change.

    A baseline is taken anew: the one that held before joins the earlier baselines.

    Args:
        workbook: the open plan.
        metric: the metric.
        field: the field, as `plan.revising.revise` takes it.
    """

    SCOPE = "revision"
    BINDINGS = bindings_for("revision")

    def __init__(self, workbook: Workbook, metric: Address, field: str) -> None:
        super().__init__(classes="over -see-through -centred")
        self._workbook, self._metric, self._field = workbook, metric, field
        tree = workbook.tree
        self._at = metric.child(*field.split("."))
        place = locate(self._at)
        described = field_named(place.kind, place.field[0]) if place is not None else None
        if place is None or described is None:
            raise ValueError(field)
        named = (each for each in revisable(tree, metric, workbook.now) if each.field == field)
        held = next(named, None)
        self._label = held.label if held is not None else described.label
        self._old = held.now if held is not None else ""
        self._new = control_for(workbook, described, place.record)
        self._new.fit(min(self._new.LINES, _LINES))
        self._because = LineEditor(example="results of the first weeks")
        self._day = DateEditor(workbook.now.date, now=workbook.now, past=True)
        self._fields: tuple[Editor, ...] = (self._new, self._because, self._day)
        self._said: dict[Editor, Value | None] = {}
        self._asked_why = False

    def compose(self) -> ComposeResult:
        """Old and new side by side, then why, and since when."""
        title = title_of(self._workbook.tree, self._metric)
        with Panel(question=f"{self._label}   {title}", classes="over--panel -small revise"):
            with Horizontal(classes="side-by-side"):
                with Vertical():
                    yield Static("Until now", classes="label")
                    yield Static(Content(visible(self._old) or "nothing"), classes="old")
                with Vertical():
                    yield Static("From now on", classes="label")
                    yield self._new
            for label, field in (("Because", self._because), ("On", self._day)):
                with Horizontal(classes="labelled"):
                    yield Static(label, classes="label")
                    yield field
        yield KeyLine()

    def on_mount(self) -> None:
        """Write the new value at once; a number over the one that stands there."""
        self._new.focus_field()
        if isinstance(self._new, MeasuredEditor):
            self._new.select_all()

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """What was read of the field before counts no more."""
        event.stop()
        self._said.pop(event.editor, None)

    def on_editor_done(self, event: Editor.Done) -> None:
        """Enter and Tab go on, Enter with a reason keeps; Esc keeps too, or closes where nothing is new."""
        event.stop()
        event.editor.reopen()
        self._said[event.editor] = event.editor.value = event.value
        at = self._fields.index(event.editor)
        if event.leave in ("tab", "back"):
            self._fields[(at + (1 if event.leave == "tab" else -1)) % len(self._fields)].focus_field()
        elif event.leave == "enter" and at < 1:
            self._fields[at + 1].focus_field()
        elif event.leave == "esc" and not self._touched(event.editor):
            self.dismiss()
        elif event.leave in ("enter", "esc"):
            waiting = next((each for each in self._fields if each not in self._said), None)
            if waiting is None and not self._said[self._because]:
                self._ask_why(closing=event.leave == "esc")
            elif waiting is None:
                self._keep()
            elif not waiting.finish(event.leave):
                waiting.focus_field()

    def _touched(self, left: Editor) -> bool:
        """Whether there is anything to keep: a new value, or a reason."""
        before = self._workbook.tree.get(self._at)
        now = self._said.get(self._new, before if left is not self._new else None)
        return now != before or bool(self._said.get(self._because) or self._because.text().strip())

    def _ask_why(self, *, closing: bool) -> None:
        """Nothing is kept without a reason; Esc once more leaves everything as it was."""
        if closing and self._asked_why:
            self.dismiss()
            return
        self._asked_why = True
        self._because.tell("say why in a sentence; Esc again leaves all as it was", "careful")
        self._because.focus_field()

    def _keep(self) -> None:
        new, because, day = (self._said[each] for each in self._fields)
        on = day if isinstance(day, dt.date) else self._workbook.now.date
        try:
            self._carry_out(new, because if isinstance(because, str) else "", on)
        except SuccessbookError as error:
            say(self, str(error), "error")
            self._new.focus_field()
            return
        self.dismiss()

    def _carry_out(self, new: Value | None, because: str, on: dt.date) -> None:
        draft = self._workbook.draft()
        if self._field == "baseline" and self._workbook.tree.has(self._at) and new is not None:
            if new == self._workbook.tree.get(self._at) and not because:
                return
            reset_baseline(draft, self._metric, new, because, on)
        else:
            for name, value in self._new.also.items():
                draft.put(self._at.parent.child(name), value)
            revise(draft, self._metric, self._field, new, because, on)
        title = title_of(draft.tree, self._metric)
        self._workbook.do(draft.change(f'Revise {self._label.lower()} of "{title}"'))
        say(self.app, f'"{title}": {self._label.lower()} revised; what it was is kept. u takes it back')

    def do_close(self) -> None:
        """Close without a change."""
        self.dismiss()
