"""The three views of the acceptance tests, and how one goes between them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from successbook.plan.belonging import acceptance_test_of, release_of
from successbook.plan.kinds import locate
from successbook.tree import Address, Change
from successbook.tui.dispatch import Acts
from successbook.tui.rooms.matrix import MatrixPane
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.rooms.outline_rows import OutlineKey
from successbook.tui.rooms.record import RecordPane
from successbook.tui.rooms.uat_pane import CasePane
from successbook.tui.rooms.uat_places import case_of, release_to_show, round_of, tester_of
from successbook.tui.rooms.uat_rows import UAT_COLUMNS, uat_rows
from successbook.tui.rooms.verdict import VerdictPane
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Row

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["LABELS", "VIEWS", "UatViews"]

VIEWS = {"matrix": "cases", "cases": "outline", "outline": "matrix"}
"""What `v` turns to from each view: cases against testers, cases with their fields, the outline."""
LABELS = {"matrix": "view cases", "cases": "view outline", "outline": "view matrix"}


class UatViews(OutlineRoom):
    """The acceptance tests of the plan, in three views.

    Attributes:
        view: ``matrix`` (cases against testers, and the verdict), ``cases`` (their fields, and the record) or
            ``outline`` (everything of each test, and the record).
    """

    QUESTION = "Is it what people need?"
    EMPTY = (
        "What will people try before it is launched, and when does it pass?\n\n"
        "An acceptance test belongs to a release, and there is none yet: "
        "3 is where releases are, a adds one there."
    )
    COLUMNS = UAT_COLUMNS
    PANE = CasePane

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self.view = ""
        self._cases = MatrixPane(workbook, self)
        self._verdict = VerdictPane(workbook, self._visit, self._to_cases, self._does)
        self._begin()

    def compose(self) -> ComposeResult:
        """The outline and the table at the left, the record and the verdict at the right."""
        yield Panel(self._outline, question=self.QUESTION, classes="first of-outline")
        yield self._cases
        self._pane.add_class("of-record")
        yield self._pane
        yield self._verdict

    # What is shown

    def rows(self) -> list[Row]:
        """The acceptance test of each release."""
        return uat_rows(self.workbook.tree, self.workbook.now, self._folds)

    def refill(self, change: Change | None = None) -> None:
        """What is in sight, as the plan is now; after a run all at once, since it lies over everything."""
        if any(isinstance(each, Acts) and each.SCOPE == "run" for each in self.app.screen_stack):
            return
        if self._cases.release is None or not self.workbook.tree.has(self._cases.release):
            self._begin()
        if self.view == "outline":
            super().refill(change)
            return
        self._cases.fill()
        if self.view == "matrix":
            self._fill_verdict()
        else:
            self._pane.refill(self._cases.case)

    def _begin(self) -> None:
        """Choose the test to show: of the next release that has cases, else of the last one."""
        self._cases.release = release_to_show(self.workbook.tree)
        has_cases = self._cases.uat is not None and bool(
            self.workbook.tree.table(self._cases.uat.child("cases"))
        )
        if not self.view or not has_cases:
            self._show_view("matrix" if has_cases else "outline")

    def _fill_verdict(self) -> None:
        judged = self._cases.judged
        if judged is not None:
            self._verdict.fill(judged)

    def _show_view(self, view: str) -> None:
        self.view = view
        for name in VIEWS:  # their looks are worked out once, at the end
            self.set_class(name == view, f"-{name}", update=False)
        if self.is_attached:
            self.update_node_styles()
        self._turn(record=False)

    def turn_to_view(self, view: str) -> None:
        """Show the cases with testers or fields, or the outline, with the cursor on the same case."""
        case, before = self.record, self.view
        self._show_view(view)
        if view != "outline":
            if before == "outline":
                self._cases.release = release_of(case)
            self._cases.look = replace(self._cases.look, round=round_of(case), fields=view == "cases")
            self.refill()
            if case is not None:
                self._cases.grid.select(case_of(case) or self._cases.case, tester_of(case))
        else:
            super().refill()
            if case is not None and self._reveal(case):
                self._outline.select(self._key_of(case))
            self._look()
        self.enter()
        self.screen.query_one(KeyLine).look_again()

    def enter(self) -> None:
        """The table, or the outline."""
        if self.view == "outline":
            super().enter()
        else:
            self._turn(record=False)
            self._cases.grid.focus()

    def follow_case(self) -> None:
        """Show the case under the cursor at the right, where its record stands there."""
        if self.view == "cases" and not self._pane.writing and self._pane.home != self._cases.case:
            self._pane.look_at(self._cases.case)

    def to_right(self) -> None:
        """Go to the verdict, or to the record."""
        self._turn(record=True)
        if self.view == "matrix":
            self._verdict.focus_list()
        else:
            self._pane.focus_list()

    def write_in(self, at: Address) -> None:
        """Write in a field of the case under the cursor, in the record at the right."""
        place = locate(at)
        if place is not None:
            self._pane.look_at(place.record, field=place.field[0] if place.field else "steps")
            self._turn(record=True)
            self._pane.focus_list()
            if place.field:
                self._pane.do_edit()

    def _to_cases(self) -> None:
        self._turn(record=False)
        self._cases.grid.focus()

    def _visit(self, at: Address) -> None:
        """Go to a record that the verdict is about."""
        self.app.call_later(self._plan_screen.jump_to, at)

    def _does(self, what: str, at: Address | None) -> None:
        if what == "answer" and at is not None:
            self._cases.answer(at)
        else:
            self.app.call_later(self._cases.action_run, what)

    # Where one is

    @property
    def key(self) -> OutlineKey:
        """What the row under the cursor stands for."""
        if self.view == "outline":
            return super().key
        return OutlineKey(self._cases.case, self._cases.uat)

    def _keys(self) -> list[OutlineKey]:
        if self.view == "outline":
            return super()._keys()
        return [OutlineKey(at, self._cases.uat) for at in self._cases.cases()]

    def show(self, at: Address) -> bool:
        """Bring a record under the cursor, in the outline; a case among the cases, if these are in front."""
        place = locate(at)
        if place is None or self.view == "outline":
            return super().show(at)
        if place.kind.name == "uat" and self.workbook.tree.table(at.child("cases")):
            self._cases.release = release_of(at)
            self.turn_to_view("matrix")
            return True
        if self.view == "cases" and place.kind.name in ("case", "case_step"):
            case = case_of(at)
            if case is not None and self._cases.grid.select(case):
                return self._show_in_record(place.record, place.field, case)
        self._show_view("outline")
        super().refill()
        return super().show(at)

    def _here(self, at: Address) -> bool:
        """Whether something belongs to the test that is shown."""
        return self._cases.uat is not None and acceptance_test_of(at) == self._cases.uat

    def shows_change(self, at: Address, change: Change) -> bool:
        """Matrix and verdict show everything of their test; the cursor goes to the cell or the case."""
        if self.view == "outline" or not self._here(at):
            return False
        if self.view == "cases" and case_of(at) is not None:
            return self.show(at)
        places = (at, *change.places)  # a result that is gone still has its cell
        cell = next((each for each in places if case_of(each) is not None), None)
        if cell is not None:
            self._cases.grid.select(case_of(cell), tester_of(cell))
        self._to_cases()
        return True

    def show_result(self, at: Address | None) -> None:
        """Come back from a run: the cursor on the case that was shown there."""
        self.refill()
        if at is not None:
            self._cases.grid.select(case_of(at), tester_of(at))
        self._to_cases()

    def _show_in_record(self, record: Address, field: tuple[str, ...], case: Address) -> bool:
        self._pane.look_at(record, field=field[0] if field else "", home=case)
        if record != case or field:
            self._turn(record=True)
            self._pane.focus_list()
        else:
            self._to_cases()
        return True

    def place(self) -> Hashable:
        """The view, and the row or cell in it."""
        if self.view == "outline":
            return super().place()
        grid = self._cases.grid
        return self.view, self._cases.release, grid.cursor_key, grid.column_key

    def return_to(self, place: Hashable) -> None:
        """Back in the view, on the row or the cell."""
        match place:
            case (str() as view, Address() as release, key, column):
                self._cases.release = release
                self._show_view(view)
                self._cases.look = replace(self._cases.look, fields=view == "cases")
                self.refill()
                self._cases.grid.select(key, column)
                self._to_cases()
            case _:
                self._show_view("outline")
                super().refill()
                super().return_to(place)

    @on(RecordPane.Left)
    def _left(self, event: RecordPane.Left) -> None:
        if self.view == "cases":
            event.stop()
            event.prevent_default()
            self._pane.look_at(self._cases.case)
            self._to_cases()

    @on(RecordPane.Made)
    def _made(self, event: RecordPane.Made) -> None:
        case = case_of(event.record)
        if self.view == "cases" and case is not None and self._cases.grid.select(case):
            event.stop()
            event.prevent_default()
            if not event.going_on:
                self.show(event.record)
