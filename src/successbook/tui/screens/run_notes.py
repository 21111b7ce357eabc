"""What a tester writes during a run: notes, and defects on the spot."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from successbook.plan.peek import words
from successbook.plan.recording import clear_result, new_round, report_defect, sheet_at, take_note
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Value
from successbook.tui.screens.run_undo import TakesBack

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft

__all__ = ["Notes"]


class Notes(TakesBack):
    """The half of a run that is written in words."""

    _uat: Address
    _tester: str
    _round: str
    _who: str

    @property
    @abstractmethod
    def case(self) -> Address:
        """The case that is shown."""

    @property
    @abstractmethod
    def sheet(self) -> Address:
        """The tester's sheet."""

    @property
    @abstractmethod
    def _result(self) -> Table:
        """What the tester said of the case so far."""

    @abstractmethod
    def _state(self, case: Address) -> str:
        """The verdict on a case, or nothing."""

    @abstractmethod
    def _say(self, state: str, note: str | None = None) -> None:
        """Put down a verdict on the case that is shown, and a note if one was asked for."""

    @abstractmethod
    def tell(self, sentence: str) -> None:
        """Say something on the line above the keys."""

    def _ask_note(self, state: str, question: str) -> None:
        """Ask for a note; without one the result is kept all the same, but for "passed with note"."""
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph

        held = words(self._result, "note")
        editor = Paragraph(held or None, example="F4 begins a new line")

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Keep the result with its note."""
            note = answers["note"]
            said = note.strip() if isinstance(note, str) else ""
            self._say("passed" if state == "passed with note" and not said else state, said)

        asked = [Asked("note", "Note", editor)]
        self.app.push_screen(AskScreen(question, asked, keep, does="keep"))

    def do_write_note(self) -> None:
        """Write what was seen, whatever the result is."""
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph

        editor = Paragraph(words(self._result, "note") or None, example="F4 begins a new line")

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Keep the note, whatever the result is."""
            note = answers["note"]
            said = note if isinstance(note, str) else ""
            self._write(
                lambda draft, sheet: take_note(draft, sheet, self.case.key, said, self.workbook.now.date)
            )

        self.app.push_screen(AskScreen("What did you see?", [Asked("note", "Note", editor)], keep))

    def _write(self, what: Callable[[Draft, Address], object], label: str = "note on") -> None:
        """Carry out something else than a result; the round comes to be if it has to."""
        draft = self.workbook.draft()
        round_ = self._round or new_round(draft, self._uat)
        what(draft, sheet_at(self._uat, round_, self._tester))
        if change := draft.change(f'{self._who}: {label} "{title_of(draft.tree, self.case)}"'):
            self._round = round_
            self.workbook.do(change)

    def do_report_defect(self) -> None:
        """Report what does not work, in a file of its own."""
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph, WordEditor
        from successbook.tui.widgets.editors import LineEditor

        note = words(self._result, "note")
        first = note.partition("\n")[0]
        asked = [
            Asked("title", "Defect", LineEditor(first or None, example="The card is asked for again"),
                  "What does not work?"),
            Asked("steps", "What happened", Paragraph(None, example="Pay, go back, pay again.")),
            Asked("severity", "How bad", WordEditor(None, ("cosmetic", "minor", "major", "critical"))),
            Asked("blocking", "Blocker", WordEditor(None, ("yes", "no"))),
        ]  # fmt: skip

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Report it, in the change that names it in the result."""
            fields = {name: value for name, value in answers.items() if value is not None}
            if "blocking" in fields:
                fields["blocking"] = fields["blocking"] == "yes"
            today = self.workbook.now.date
            self._write(
                lambda draft, sheet: report_defect(
                    draft, sheet, self.case.key, fields, reporter=self._who, today=today
                ),
                "defect in",
            )
            rest = "Enter goes on" if self._state(self.case) else "now p, f or b says how the case went"
            self.tell(f"Reported; {rest}")

        self.app.push_screen(AskScreen("What does not work?", asked, keep, does="report"))

    def do_clear_result(self) -> None:
        """Take the result of this case away."""
        case = self.case
        if case.key in self.workbook.tree.table(self.sheet.child("results")):
            self._write(lambda draft, sheet: clear_result(draft, sheet, case.key), "clear")
