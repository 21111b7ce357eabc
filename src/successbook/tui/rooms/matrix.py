"""The cases of one acceptance test as a table: against their testers, or with their fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from successbook.plan.kinds import KINDS
from successbook.plan.now import short_date
from successbook.plan.peek import day, first_line, words
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.filtering import FilterLine
from successbook.tui.rooms.matrix_looking import LooksAtCases
from successbook.tui.rooms.matrix_rows import ORDERS, Look, field_in_words, marks_in, shown
from successbook.tui.rooms.testing import Around
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.grid import Grid, GridRow
from successbook.tui.widgets.legend import Legend, Remark
from successbook.tui.widgets.panel import Panel
from successbook.verdicts.acceptance import Acceptance, acceptance_of
from successbook.verdicts.case_views import who_is
from successbook.verdicts.results import Evidence, evidence_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["MatrixPane"]

_NOTHING = GridRow(())
_ON_CASES = ("run-case", "mark-case", "change-marked", "duplicate", "waive")
_EMPTY = (
    "What will people try before it is launched, and when does it pass?\n\n"
    "a adds a case; A adds testers, rounds, criteria; v shows the outline of the test."
)


class MatrixPane(LooksAtCases, Panel):
    """The table of cases.

    Args:
        workbook: the open plan.
        room: the room it stands in.

    Attributes:
        release: the release whose test is shown.
        look: how the cases are looked at.
        marked: the cases that are marked.
    """

    SCOPE = "matrix"
    BINDINGS = bindings_for("matrix")

    def __init__(self, workbook: Workbook, room: Around) -> None:
        self.grid = Grid(empty=_EMPTY)
        self.grid.follow = self._follow
        self._detail = Remark(classes="detail")
        self._legend = Legend(classes="legend")
        self.filter = FilterLine("words of cases, tags, results; / finds anything")
        super().__init__(
            self.filter,
            self.grid,
            self._detail,
            self._legend,
            question="Who saw what?",
            classes="first of-cases",
        )
        self.workbook, self.room = workbook, room
        self.release: Address | None = None
        self.look = Look()
        self.marked: frozenset[Address] = frozenset()
        self.count = 0

    # What is shown

    @property
    def uat(self) -> Address | None:
        """The acceptance test that is shown; it may still have to come to be."""
        return KINDS["uat"].at("", self.release) if self.release is not None else None

    @property
    def judged(self) -> Acceptance | None:
        """The verdict on it."""
        return acceptance_of(self.workbook.tree, self.release) if self.release is not None else None

    @property
    def evidence(self) -> Evidence | None:
        """The results that are shown."""
        return evidence_of(self.workbook.tree, self.uat, self.look.round) if self.uat is not None else None

    @property
    def case(self) -> Address | None:
        """The case under the cursor."""
        key = self.grid.cursor_key
        return key if isinstance(key, Address) else None

    @property
    def tester(self) -> str | None:
        """The tester under the cursor."""
        key = self.grid.column_key
        return key if isinstance(key, str) and not self.look.fields else None

    @property
    def round_chosen(self) -> str:
        """The id of the round that is shown, empty for all."""
        return self.look.round

    def select_case(self, case: Address) -> None:
        """Put the cursor on a case."""
        self.grid.select(case)

    @property
    def field(self) -> str:
        """The field under the cursor, where the columns are fields."""
        key = self.grid.column_key
        return key if isinstance(key, str) and self.look.fields else ""

    @property
    def chosen(self) -> list[Address]:
        """The cases that a change is about: those that are marked, else the one under the cursor."""
        evidence = self.evidence
        marked = [at for at in evidence.cases if at in self.marked] if evidence is not None else []
        return marked or ([self.case] if self.case is not None else [])

    def cases(self) -> list[Address]:
        """The cases that are shown, in their order."""
        return [key for key in self.grid.keys if isinstance(key, Address)]

    def fill(self) -> None:
        """Show the plan as it is now."""
        tree, judged, evidence = self.workbook.tree, self.judged, self.evidence
        if judged is None or evidence is None:
            self.grid.show((), lambda _key: _NOTHING, ())
            return
        if self.look.round and self.look.round not in evidence.rounds:
            self.look = replace(self.look, round="")
            evidence = evidence_of(tree, judged.uat)
        self.marked &= set(evidence.cases)
        table = shown(tree, judged, evidence, self.look, self.marked)
        self.count = table.cases
        self.grid.empty = (
            _EMPTY if not evidence.cases else f"No case has all of: {self.look.words}. Esc shows all."
        )
        self.grid.show(table.keys, table.draw, table.columns, table.headings)
        self.ask(self._named(evidence), aside=self._beside(judged, evidence))
        explained = not self.look.fields and bool(evidence.cases)
        self._legend.show(marks_in(tree, evidence, judged) if explained else ())
        self._tell()

    def _named(self, evidence: Evidence) -> str:
        tree = self.workbook.tree
        title = title_of(tree, self.release) if self.release is not None else ""
        if self.look.fields:
            return f"{title}: what is tried?"
        if not self.look.round:
            rounds = len(evidence.rounds)
            return f"{title}: what counts of {rounds} rounds" if rounds > 1 else f"{title}: who saw what?"
        at = evidence.uat.child("rounds", self.look.round)
        table = tree.table(at)
        days = [
            short_date(on, self.workbook.now.date) for name in ("starts", "ends") if (on := day(table, name))
        ]
        parts = (title_of(tree, at), words(table, "environment"), " to ".join(days))
        return f"{title}: {', '.join(part for part in parts if part)}"

    def _beside(self, judged: Acceptance, evidence: Evidence) -> str:
        parts = []
        if self.look.words:
            parts.append(f"{self.count} of {len(evidence.cases)} cases with: {self.look.words}")
        if self.look.order:
            parts.append(ORDERS[self.look.order])
        if self.marked:
            parts.append(f"{len(self.marked)} marked")
        count = counted(len(evidence.cases), "case")
        return ", ".join(parts or [judged.verdict if self.screen.has_class("-narrow") else count])

    def _tell(self) -> None:
        """One line about the cell under the cursor: who, what, when, and what was noted."""
        text = self._about() if self.grid.keys else ""
        self._detail.show(text)

    def _about(self) -> str:
        case, tester, evidence, tree = self.case, self.tester, self.evidence, self.workbook.tree
        if case is None or evidence is None:
            return ""
        if tester is None:
            said = field_in_words(tree.table(case), self.field)
            return f"{title_of(tree, case)}{f': {said}' if said else ''}"
        at = evidence.uat.child("testers", tester)
        source = words(tree.table(at), "source")
        who = who_is(tree, evidence.uat, tester) + (f" ({source})" if source else "")
        seen = evidence.of(case.key).get(tester)
        if seen is None:
            return f"{who}: no result"
        round_ = title_of(tree, evidence.uat.child("rounds", seen.round)).partition(",")[0]
        note = first_line(tree.table(seen.at(case.key)), "note")
        counts = ", a retest, which counts" if seen.retested else ""
        return f"{who}: {seen.state}, {round_}{counts}{f': {note}' if note else ''}"

    def _follow(self) -> None:
        self._tell()
        self.room.follow_case()

    @on(Grid.Moved)
    def _went(self, event: Grid.Moved) -> None:
        event.stop()

    @on(Grid.Chosen)
    async def _chosen(self, event: Grid.Chosen) -> None:
        event.stop()
        await self.action_run("run-case")

    # How it is looked at

    def why_not(self, action_id: str) -> str | None:
        """What needs a case, a tester or a round says so."""
        if action_id in _ON_CASES and self.case is None:
            return "There is no case under the cursor; a adds one"
        if action_id in ("run-case", "no-show") and not self.look.fields and self.tester is None:
            return "There is no tester yet; A adds one"
        if action_id == "no-show" and self.look.fields:
            return "v shows the testers"
        if action_id == "other-round" and len(self._rounds()) < 2:
            return (
                "There is one round only"
                if self._rounds()
                else "There is no round yet; the first run begins one"
            )
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """Names that say what is done here."""
        match each.id:
            case "run-case":
                return "write" if self.look.fields else "run"
            case "change-marked" if self.marked:
                return f"change {len(self.marked)} marked"
            case "to-verdict":
                return "record" if self.look.fields else "verdict"
            case "to-tests":
                return "show all" if self.look.words else "unmark" if self.marked else each.label
        return super().label_of(each)

    def do_to_verdict(self) -> None:
        """Go to what stands at the right."""
        self.room.to_right()

    def do_mark_case(self) -> None:
        """Mark the case, and go on to the next."""
        if self.case is not None:
            self.marked ^= {self.case}
            self.fill()
            self.grid.do_down()
            self.screen.query_one(KeyLine).look_again()

    def do_mark_all_cases(self) -> None:
        """Mark all that are shown; none if all are."""
        here = frozenset(self.cases())
        self.marked = self.marked - here if here <= self.marked else self.marked | here
        self.fill()
        self.screen.query_one(KeyLine).look_again()
