"""Something unexpected: three questions, what the advice needs, the advice, and F-keys for what is done.

Everything is kept as soon as its field is left: under stress nothing is lost, and nothing has to be saved.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from successbook.errors import Refused
from successbook.plan.deciding import REACTIONS, write_unexpected
from successbook.plan.describe import field_named
from successbook.plan.kinds import KINDS, locate
from successbook.plan.launching import launch_moment
from successbook.plan.moments import clock_words
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, people, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Value
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.asking import AskScreen, settle
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.screens.new_lines import NewLines
from successbook.tui.screens.unexpected_asks import (
    action_dialogue,
    close_dialogue,
    decision_dialogue,
    links_dialogue,
    moment_dialogue,
)
from successbook.tui.screens.unexpected_fields import Line, fields_for
from successbook.tui.screens.unexpected_rows import ADVICE_COLUMNS, advice_rows
from successbook.tui.screens.unexpected_scrolling import ScrollsFollows, from_every_field
from successbook.tui.widgets.editors import Editor, ProseEditor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.tui.widgets.wrapping import width_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["UnexpectedScreen"]

_TALL = 30
"""Lines from which on everything that follows has room; below, each part of it has one line."""
_AROUND_TITLE = 8
"""Columns of a panel's first line that neither its question nor its aside can have."""


class UnexpectedScreen(ScrollsFollows, NewLines, ModalScreen[Address]):
    """Asks what is unexpected, says what follows, and keeps what is decided.

    Args:
        workbook: the open plan.
        record: an unexpected result; or a release, for a new one in it.
    """

    SCOPE = "unexpected"
    BINDINGS = from_every_field(bindings_for("unexpected"))

    def __init__(self, workbook: Workbook, record: Address) -> None:
        super().__init__(classes="over unexpected")
        self._workbook = workbook
        place = locate(record)
        is_new = place is not None and place.kind.name == "release"
        self.incident: Address | None = None if is_new else record
        self.release = Address(record.file)
        self._lines = fields_for(self._record)
        self.follows = RowList(columns=ADVICE_COLUMNS, mark_away=False, empty="")
        self.follows.can_focus = False
        for each in self._lines:
            each.editor.words = {"keep": "next", "leave": "back"}

    @property
    def _record(self) -> Table:
        """What is known of it; nothing of a new one."""
        return self._workbook.tree.table(self.incident) if self.incident is not None else Table()

    def compose(self) -> ComposeResult:
        """The fields, then what follows from them."""
        with Panel(classes="unexpected--asks"), Vertical(classes="unexpected--fields"):
            for each in self._lines:
                with Horizontal(classes="labelled"):
                    yield Static(Content(each.question), classes="label")
                    yield each.editor
        yield Panel(self.follows, classes="unexpected--follows")
        yield KeyLine()

    def on_mount(self) -> None:
        """Write at once."""
        unknown = people(self._record, "not_known")
        for each in self._lines:
            each.tell_unknown(unknown=each.name in unknown)
            if isinstance(each.editor, ProseEditor):
                each.editor.fit(each.editor.LINES)
                each.editor.to_beginning()
            each.editor.tell("")
        self._fill()
        self._lines[0].editor.focus_field()

    def _moment(self) -> dt.datetime:
        now = self._workbook.now
        return launch_moment(self._workbook.tree, self.release, self._workbook.moment(), now.zone)[0]

    def _fill(self) -> None:
        """What follows from what is known now."""
        tree, moment = self._workbook.tree, self._moment()
        now = Now(moment.date(), self._workbook.now.zone)
        table = self._record
        seen, time = day(table, "detected"), table.get("time")
        aside = ""
        if seen is not None:
            clock = f" {self._clock(seen, time)}" if isinstance(time, dt.time) else ""
            days = now.days_until(seen)
            aside = f"seen {now.relative(seen) if -1 <= days <= 0 else short_date(seen, now.date)}{clock}"
        of = f"{title_of(tree, self.release)}: what"
        if width_of(f"{of} is unexpected?{aside}") > self.app.size.width - _AROUND_TITLE:
            of = "What"  # when it was seen is worth more than the name one came from
        self.query_one(".unexpected--asks", Panel).ask(f"{of} is unexpected?", aside=aside)
        low = self.app.size.height < _TALL
        word, rows = advice_rows(tree, self.incident, self.release, now, low=low)
        decision = words(table, "decision")
        self.query_one(".unexpected--follows", Panel).ask(
            word, aside=f"decided: {decision}" if decision else ""
        )
        self.follows.show(rows)
        self.call_after_refresh(self.offer_scrolling)

    def _clock(self, on: dt.date, time: dt.time) -> str:
        """A time on the clocks of the release, and whose clocks these are if they differ from those here."""
        zone = words(self._workbook.tree.table(self.release), "zone")
        return clock_words(dt.datetime.combine(on, time), zone, self._workbook.now.zone)

    # Writing

    @property
    def line(self) -> Line | None:
        """The field that is being written."""
        focused = self.focused
        for each in self._lines:
            if focused is not None and each.editor in focused.ancestors_with_self:
                return each
        return None

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """Stays here."""
        event.stop()

    def on_editor_done(self, event: Editor.Done) -> None:
        """What was written is kept; Enter and Tab go on, Esc goes back."""
        event.stop()
        event.editor.reopen()
        at = next(n for n, each in enumerate(self._lines) if each.editor is event.editor)
        if event.leave == "not-known":
            return
        if event.changed:
            self.attempt(lambda: self._keep(self._lines[at], event.value))
        settle(event.editor)
        if isinstance(event.editor, ProseEditor):
            event.editor.to_beginning()
        if event.leave == "esc":
            self.dismiss(None)
        elif event.leave != "away":
            step = -1 if event.leave == "back" else 1
            self._lines[(at + step) % len(self._lines)].editor.focus_field()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """A click elsewhere leaves a field, too."""
        left = next((each.editor for each in self._lines if each.editor in event.widget.ancestors), None)
        if left is not None:
            self.call_after_refresh(self._left_alone, left)

    def _left_alone(self, left: Editor) -> None:
        if self.is_attached and self.focused is not None and left not in self.focused.ancestors:
            left.finish("away")

    def _keep(self, line: Line, value: Value | None) -> None:
        values = line.values(value)
        draft = self._workbook.draft()
        if self.incident is None:
            incident = write_unexpected(draft, self.release, self._moment(), values)
            label = f'Unexpected: "{title_of(draft.tree, incident)}"'
        else:
            incident = self.incident
            for name, each in values.items():
                draft.put(incident.child(name), each)
            described = field_named(KINDS["incident"], line.name)
            field = described.label.lower() if described is not None else line.name
            label = f'"{title_of(draft.tree, incident)}": {field}'
        self._workbook.do(draft.change(label))
        self.incident = incident
        line.editor.value = value
        line.tell_unknown(unknown=False)
        self._fill()

    def _keep_open_field(self) -> None:
        """Keep what is being written before something else happens.

        Raises:
            Refused: it cannot be kept.
        """
        line = self.line
        value = line.editor.read(line.editor.text()) if line is not None else None
        if line is not None and value != line.editor.value:
            self._keep(line, value)

    def _there(self) -> Address:
        """The record, made now if nothing has been written yet but the problem.

        Raises:
            Refused: nothing is written.
        """
        self._keep_open_field()
        if self.incident is None:
            raise Refused("nothing is written yet", remedy="what is the problem?")
        return self.incident

    # What is done about it

    def do_example(self) -> None:
        """What a good answer looks like."""
        line = self.line
        described = field_named(KINDS["incident"], line.name) if line is not None else None
        if described is None or not described.good:
            raise Refused("there is no example for this one")
        say(self, f"{described.question}  such as: {described.good}")

    def do_not_known(self) -> None:
        """Say that it is not known yet; the advice then asks for it first."""
        line = self.line
        if line is None:
            return
        if self.incident is None:
            raise Refused("nothing is written yet", remedy="what is the problem?")
        draft = self._workbook.draft()
        draft.dont_know(self.incident, line.name)
        title = title_of(draft.tree, self.incident)
        described = field_named(KINDS["incident"], line.name)
        field = described.label.lower() if described is not None else line.name
        self._workbook.do(draft.change(f'"{title}": {field} not known yet'))
        _empty(line.editor)
        line.tell_unknown(unknown=True)
        line.editor.tell("don't know yet: it is kept", "unknown")
        self._fill()

    def do_moment(self) -> None:
        """A line of the timeline."""
        self._ask(moment_dialogue(self._workbook, self._there(), self._moment()))

    def do_react(self) -> None:
        """What is done about it: the five decisions, then who and why."""
        self._there()
        options = [Option(key, key, about) for key, about in REACTIONS.items()]
        self.app.push_screen(ChooseScreen("What do you do about it?", options), self._chosen)

    def _chosen(self, decision: str | None) -> None:
        if decision is not None and self.incident is not None:
            self._ask(decision_dialogue(self._workbook, self.incident, decision, self._moment))

    def do_action_item(self) -> None:
        """Something to do about it."""
        self._ask(action_dialogue(self._workbook, self._there()))

    def do_links(self) -> None:
        """Which KPI, stage, test case or defect it concerns."""
        self._ask(links_dialogue(self._workbook, self._there()))

    def do_close_it(self) -> None:
        """It is over: what stays wrong?"""
        self._ask(close_dialogue(self._workbook, self._there(), self._moment))

    def do_whole_record(self) -> None:
        """Everything about it in the outline, field by field."""
        self.dismiss(self._there())

    def _ask(self, screen: AskScreen) -> None:
        self.app.push_screen(screen, lambda _: self._fill())


def _empty(editor: Editor) -> None:
    """Take what stands in a control away, without a change."""
    from textual.widgets import Input

    for line in editor.query(Input):
        line.value = ""
    for area in editor.query(TextArea):
        area.text = ""
    editor.value = None
    editor.call_after_refresh(editor.reopen)
