"""A run: one tester goes through the cases of a round, one page each, one key for what they saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.recording import (
    new_round,
    record_result,
    sheet_at,
    take_note,
)
from successbook.plan.titles import title_of
from successbook.tree import Address, Change, Table
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.run_notes import Notes
from successbook.tui.screens.run_rows import RUN_COLUMNS, case_rows
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.legend import Legend, Remark
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from successbook.tui.widgets.wrapping import width_of
from successbook.verdicts.case_views import who_is
from successbook.verdicts.defects import FIXED, retest_queue
from successbook.verdicts.results import PASSED, evidence_of, takes

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft
    from successbook.workbook import Workbook

__all__ = ["RunScreen"]

_ASKS = "What did you see?"
_KEYS = (
    "p passed", "n passed, but …", "f failed", "b could not go on", "o could not tell",
    "a not for me",
)  # fmt: skip
_CORNERS = 6
"""Cells of a title line that are not the title."""
_STAYS = ("failed", "blocked")
"""The results after which the case stays in front: most want a defect, too."""


class RunScreen(Notes):
    """Walks one tester through the cases. It keeps nothing: the sheet says where one is.

    Args:
        workbook: the open plan.
        uat: the acceptance test.
        tester: the tester's id.
        round_: the round's id; empty to begin a new one with the first result.
        start: the case to begin at; else the first without a result.
        only: the cases to run, if not all that the tester takes: a retest.
    """

    SCOPE = "run"
    BINDINGS = bindings_for("run")

    def __init__(
        self,
        workbook: Workbook,
        uat: Address,
        tester: str,
        round_: str,
        *,
        start: Address | None = None,
        only: list[Address] | None = None,
    ) -> None:
        super().__init__(workbook)
        self._uat, self._tester, self._round = uat, tester, round_
        self._retest = only is not None
        taken = takes(workbook.tree, uat, tester)
        every = evidence_of(workbook.tree, uat).cases
        self._cases = only or [at for at in every if not taken or at.key in taken or at == start]
        self._at = self._cases.index(start) if start in self._cases else self._first_open()
        self._who = who_is(workbook.tree, uat, tester)

    # What is shown

    def compose(self) -> ComposeResult:
        """The case, and what the keys mean."""
        with Panel(classes="over--panel running"):
            yield RowList(columns=RUN_COLUMNS)
            yield Remark(classes="run-line")
            yield Legend(_KEYS, classes="run-keys")
        yield KeyLine()

    @property
    def case(self) -> Address:
        """The case that is shown."""
        return self._cases[self._at]

    @property
    def sheet(self) -> Address:
        """The tester's sheet; it may still have to come to be."""
        return sheet_at(self._uat, self._round or "(new)", self._tester)

    @property
    def _result(self) -> Table:
        return (
            self.workbook.tree.table(self.sheet.child("results", self.case.key)) if self._round else Table()
        )

    def _state(self, case: Address) -> str:
        at = self.sheet.child("results", case.key, "state")
        held = self.workbook.tree.get(at) if self._round else None
        return held if isinstance(held, str) else ""

    def _first_open(self) -> int:
        return next((number for number, at in enumerate(self._cases) if not self._state(at)), 0)

    @property
    def left(self) -> int:
        """How many cases have no result yet."""
        return sum(not self._state(at) for at in self._cases)

    def fill(self) -> None:
        """Show the case as it is now."""
        tree = self.workbook.tree
        self._at = sum(tree.has(at) for at in self._cases[: self._at])  # the case that is shown stays
        self._cases = [at for at in self._cases if tree.has(at)]
        if not self._cases:
            self.dismiss(None)
            return
        self._at = min(self._at, len(self._cases) - 1)
        title = self._title()
        long = width_of(title) > self.query_one(Panel).outer_size.width - _CORNERS
        self.query_one(Panel).ask(title)
        self.tell("")
        rows = case_rows(tree, self.case, self._result, self._earlier(), whole=title if long else "")
        self.query_one(RowList).show(rows)
        self.query_one(KeyLine).look_again()  # what was said about this case can be cleared, of another not

    def on_resize(self) -> None:
        """A title that no longer fits is told below its line; one that fits again is not."""
        self.call_after_refresh(self.fill)

    def tell(self, sentence: str) -> None:
        """Say something above the keys, until the next thing happens; beside it stands how far one is."""
        self.query_one(Remark).show(sentence or _ASKS, self._progress())

    def _earlier(self) -> list[tuple[str, Table]]:
        """What this tester said about the case in other rounds, the latest first."""
        tree, found = self.workbook.tree, []
        for at in reversed(list(records(tree, KINDS["round"], self._uat))):
            result = tree.table(sheet_at(self._uat, at.key, self._tester).child("results", self.case.key))
            if at.key != self._round and words(result, "state"):
                found.append((title_of(tree, at).partition(",")[0], result))
        return found

    def _title(self) -> str:
        table = self.workbook.tree.table(self.case)
        section = words(table, "section")
        must = "must pass" if words(table, "priority") in ("must", "") else words(table, "priority")
        title = title_of(self.workbook.tree, self.case)
        return f"{section + ': ' if section else ''}{title} ({must})"

    def _progress(self) -> str:
        at = self._uat.child("rounds", self._round)
        where = title_of(self.workbook.tree, at).partition(",")[0] if self._round else "a new round"
        left = f"{self.left} to go" if self.left else "all done"
        return f"{self._who}, {where}: {self._at + 1} of {len(self._cases)}, {left}"

    def _changed(self, change: Change) -> None:
        if self._round and not self.workbook.tree.has(self._uat.child("rounds", self._round)):
            self._round = ""  # what began the round was taken back
        super()._changed(change)

    # What the tester says

    def do_passed(self) -> None:
        """It passed."""
        self._say("passed")

    def do_passed_with_note(self) -> None:
        """It passed, and there is something to say."""
        self._ask_note("passed with note", "It passed. What is there to say?")

    def do_failed(self) -> None:
        """It failed."""
        self._ask_note("failed", "What happened instead?")

    def do_blocked(self) -> None:
        """The tester could not go on."""
        self._ask_note("blocked", "What stopped you?")

    def do_not_observed(self) -> None:
        """The tester could not tell."""
        self._say("not observed")

    def do_not_applicable(self) -> None:
        """The case is not for this tester."""
        self._say("not applicable")

    def _say(self, state: str, note: str | None = None) -> None:
        """Write a result down and go on; undo takes both back."""
        case, round_ = self.case, self._round
        title, today = title_of(self.workbook.tree, case), self.workbook.now.date
        draft = self.workbook.draft()
        round_ = round_ or new_round(draft, self._uat)
        sheet = sheet_at(self._uat, round_, self._tester)
        record_result(draft, sheet, case.key, state, cases=[at.key for at in self._cases], today=today)
        if note is not None:  # one that was emptied goes, too
            take_note(draft, sheet, case.key, note, today)
        closed = self._retested(draft, case, state) if self._retest else ""
        self._round = round_
        stays = state in _STAYS
        self._at = self._at if stays else self._next_open()
        if change := draft.change(f'{self._who}: "{title}" {state}'):
            self.workbook.do(change)
        else:
            self.fill()
        if closed:
            self.tell(closed)
        elif stays:
            self.tell("Kept. d reports it as a defect; Enter goes on")
        elif not self.left:
            self.tell("All done, thank you. Esc leaves; everything is kept")

    def _retested(self, draft: Draft, case: Address, state: str) -> str:
        """What a retest decides: a defect that is fixed is closed when its case passes, else open again."""
        if state not in (*PASSED, "failed"):
            return ""
        to = "closed" if state in PASSED else "open"
        defects = retest_queue(draft.tree, self._uat).get(case, [])
        for at in defects:
            if words(draft.tree.table(at), "state") in FIXED:
                draft.put(at.child("state"), to)
        titles = " and ".join(f'"{title_of(draft.tree, at)}"' for at in defects)
        return f"{titles} is {to if to == 'closed' else 'open again'}; u takes it back" if defects else ""

    def _next_open(self) -> int:
        """The next case without a result, from the one that is shown onwards; else the next one."""
        order = [*range(self._at + 1, len(self._cases)), *range(self._at)]
        return next(
            (number for number in order if not self._state(self._cases[number])),
            min(self._at + 1, len(self._cases) - 1),
        )

    # Moving

    def why_not(self, action_id: str) -> str | None:
        """At the first and the last case, and where nothing was said."""
        match action_id:
            case "next-case" if self._at + 1 >= len(self._cases):
                return "This is the last case"
            case "case-before" if self._at == 0:
                return "This is the first case"
            case "clear-result" if not self._result:
                return "Nothing was said about this case yet"
        return super().why_not(action_id)

    def do_next_case(self) -> None:
        """The next case, whatever was said of this one."""
        self._at += 1
        self.fill()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter goes on to the next case that has no result."""
        event.stop()
        self._at = self._next_open()
        self.fill()

    def do_case_before(self) -> None:
        """The case before."""
        self._at -= 1
        self.fill()

    def show_change(self, change: Change) -> None:
        """Go to the case of what was taken back, or done again."""
        places = {
            place.path[1] for place in change.places if len(place.path) > 1 and place.path[0] == "results"
        }
        at = next((number for number, case in enumerate(self._cases) if case.key in places), None)
        if at is not None:
            self._at = at
            self.fill()

    def do_help(self) -> None:
        """The key ?."""
        from successbook.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.app.screen))

    def do_end_run(self) -> None:
        """Back to the matrix, at this case, whether it has a result or not."""
        self.dismiss(self.sheet.child("results", self.case.key))
