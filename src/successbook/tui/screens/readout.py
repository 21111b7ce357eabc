"""A read-out: it opens with what was called success, and ends with what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from successbook.plan.carrying import Carried
from successbook.plan.kinds import KINDS
from successbook.plan.now import short_date
from successbook.plan.reading_out import VERDICTS, hold_readout, verdict_word
from successbook.plan.titles import title_of
from successbook.text import visible
from successbook.tree import Address, Value
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.asking import Asked, AskScreen, Paragraph, WordEditor
from successbook.tui.screens.overlay import Overlay
from successbook.tui.screens.readout_rows import NARROW_COLUMNS, WIDE_COLUMNS, ReadoutKey, readout_rows
from successbook.tui.widgets.editors import DateEditor, Editor, LineEditor, MeasuredEditor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.carrying import carried_of
from successbook.verdicts.readout_kpis import KpiLine
from successbook.verdicts.readouts import ReadoutView, readout_of, success_of, success_said

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ReadoutScreen"]

_WIDE = 92


class _Long(Paragraph):
    """Prose of four lines."""

    LINES = 4


class ReadoutScreen(Overlay):
    """Shows a read-out, and keeps what is said in it; its result is where to go.

    Args:
        workbook: the open plan.
        readout: the read-out.
    """

    SCOPE = "readout"
    BINDINGS = bindings_for("readout")

    def __init__(self, workbook: Workbook, readout: Address) -> None:
        super().__init__(workbook)
        self.add_class("readout")
        self.readout = readout
        self.release = Address(readout.file)
        self._was = Static("", classes="readout--sentence")
        self._list = RowList(columns=NARROW_COLUMNS)

    def compose(self) -> ComposeResult:
        """What was called success, then the KPIs and the answers."""
        yield Panel(self._was, classes="readout--was")
        yield Panel(self._list, classes="readout--kpis")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill it, and listen to the plan."""
        super().on_mount()
        self._list.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Columns where there is room for them."""
        del event
        self.call_after_refresh(self.fill)

    @property
    def view(self) -> ReadoutView:
        """The read-out as it is now."""
        return readout_of(self.workbook.tree, self.readout, self.workbook.now)

    def fill(self) -> None:
        """The read-out as it is now."""
        if not self.workbook.tree.has(self.readout):
            self.dismiss(None)
            return
        view, now = self.view, self.workbook.now
        head, colon, sentence = view.opening.partition(": ")
        aside = f"held {short_date(view.day, now.date)}" if view.held else "not held yet"
        if view.planned is not None and not view.held:
            aside = f"planned {now.relative(view.planned)}"
        self.query_one(".readout--was", Panel).ask(head, aside=title_of(self.workbook.tree, self.release))
        self._was.update(
            Content(visible(sentence if colon else "Say it in the release, before the next one."))
        )
        self.query_one(".readout--kpis", Panel).ask(f"{view.title}: did it work?", aside=aside)
        carried = len(self._carried())
        wide = self.app.size.width >= _WIDE
        self._list.show(readout_rows(view, carried, now, wide=wide), WIDE_COLUMNS if wide else NARROW_COLUMNS)

    def _carried(self) -> tuple[Carried, ...]:
        """What must be carried on; not this read-out itself, which is being held."""
        return carried_of(self.workbook.tree, self.release, self.workbook.now, open_now=self.readout)

    # What can be done

    @property
    def key(self) -> ReadoutKey | None:
        """What the line under the cursor stands for."""
        found = self._list.cursor_key
        return found if isinstance(found, ReadoutKey) else None

    def _kpi(self) -> KpiLine | None:
        key = self.key
        return next((each for each in self.view.kpis if key is not None and each.metric == key.metric), None)

    def label_of(self, each: Action) -> str:
        """Enter writes."""
        if each.id == "go-there":
            return "carry on" if self.key is not None and self.key.part == "carry" else "write"
        return super().label_of(each)

    def why_not(self, action_id: str) -> str | None:
        """Why something cannot be done now."""
        if action_id in ("hold-it", "carry-on"):
            reason = self.workbook.why_not_change(self.release)
            if reason:
                return reason
        view = self.view
        match action_id:
            case "hold-it" if view.held:
                return "It is kept already; Enter on a line changes it"
            case "carry-on" if not self._carried():
                return "Nothing is open that must be carried on"
            case "reading" | "revise" if self._kpi() is None:
                return "Put the cursor on a KPI"
        return super().why_not(action_id)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter."""
        event.stop()
        self.attempt(self.do_go_there)

    def do_go_there(self) -> None:
        """Write in the line under the cursor."""
        key = self.key
        match key.part if key is not None else "":
            case "kpi":
                self._write_kpi()
            case "learned":
                self._write("learned", "What did you learn?", _Long(self._held("learned")))
            case "revised":
                self._write("revised", "What is changed because of it?", _Long(self._held("revised")))
            case "next":
                editor = DateEditor(self._held("next"), now=self.workbook.now)
                self._write("next", "When is the next one?", editor)
            case "carry":
                self.do_carry_on()

    def _held(self, name: str) -> Value | None:
        return self.workbook.tree.get(self.readout.child(name))

    def _write(self, name: str, question: str, editor: Editor) -> None:
        def keep(answers: dict[str, Value | None]) -> None:
            """Write the answer."""
            draft = self.workbook.draft()
            draft.put(self.readout.child(name), answers[name])
            title = title_of(draft.tree, self.readout)
            self.workbook.do(draft.change(f'"{title}": {name}'))

        self.app.push_screen(AskScreen(question, [Asked(name, name.capitalize(), editor)], keep))

    def _write_kpi(self) -> None:
        line = self._kpi()
        if line is None:
            return
        tree = self.workbook.tree
        at, unit = line.at, tree.get(line.metric.child("unit"))
        said = tree.get(at.child("verdict"))

        def keep(answers: dict[str, Value | None]) -> None:
            """Write what was learned; the line comes to be if it is not there."""
            draft = self.workbook.draft()
            if not draft.tree.has(at):
                draft.add(KINDS["readout_kpi"], inside=self.readout, id_=at.key)
            for name, value in answers.items():
                draft.put(at.child(name), value)
            self.workbook.do(draft.change(f'"{line.title}" in "{title_of(draft.tree, self.readout)}"'))

        asks = [
            Asked("learned", "Learned", LineEditor(tree.get(at.child("learned")))),
            Asked("now", "Now", MeasuredEditor(line.value, unit=unit if isinstance(unit, str) else "")),
            Asked("verdict", "Verdict", WordEditor(said or verdict_word(line.word), VERDICTS)),
        ]
        self.app.push_screen(
            AskScreen(f"What did you learn?   {line.title}", asks, keep, told=[(line.sentence, "")])
        )

    def do_hold_it(self) -> None:
        """Keep the read-out as it stands today, as one change."""
        view, tree = self.view, self.workbook.tree
        draft = self.workbook.draft()
        success = (success_of(tree, self.readout), success_said(tree, self.readout))
        kpis = [(each.metric.key, each.value, each.word) for each in view.kpis]
        hold_readout(draft, self.readout, self.workbook.now.date, success, kpis)
        self.workbook.do(draft.change(f'Hold read-out "{view.title}"'))
        say(self, "Kept as it stands today. Enter on a line writes what you learned")

    def do_revise(self) -> None:
        """A new target, baseline or definition of the KPI under the cursor, and why."""
        line = self._kpi()
        if line is None:
            return
        from successbook.tui.screens.revisions import RevisionsScreen

        self.app.push_screen(RevisionsScreen(self.workbook, line.metric), self.leave_for)

    def do_reading(self) -> None:
        """Write down a number of the KPI under the cursor."""
        from successbook.tui.screens.reading import ReadingScreen

        line = self._kpi()
        if line is not None:
            self.app.push_screen(ReadingScreen(self.workbook, line.metric))

    def do_carry_on(self) -> None:
        """Take what is left open over into the next release."""
        from successbook.tui.screens.carrying import CarryScreen

        self.app.push_screen(CarryScreen(self.workbook, self.release, self.readout), self.leave_for)

    def do_copy(self) -> None:
        """Copy the read-out as Markdown."""
        from successbook.sharing.launches import readout_markdown

        self.app.copy_to_clipboard(readout_markdown(self.workbook.tree, self.view, self.workbook.now))
        say(self, "Copied the read-out as Markdown")

    def again(self) -> ReadoutScreen:
        """The same screen, for the way back."""
        return ReadoutScreen(self.workbook, self.readout)
