"""What a record can be looked at as, wherever it stands: its trace, its purpose, its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts
from successbook.tui.rooms.deciding import ask_decision, ask_freeze, label_of, why_not
from successbook.tui.rooms.views import View, open_view, view_of
from successbook.tui.upward import node_of, plan_screen_of
from successbook.verdicts.recent import metric_of

if TYPE_CHECKING:
    from successbook.tui.screens.plan import PlanScreen
    from successbook.workbook import Workbook

__all__ = ["Looks"]


class Looks(Acts):
    """Mixin for what shows records of an open plan.

    Attributes:
        workbook: the open plan.
    """

    workbook: Workbook

    @property
    def subject(self) -> Address | None:
        """The record under the cursor."""
        return None

    @property
    def pictured(self) -> Address | None:
        """The record whose picture is meant: that under the cursor."""
        return self.subject

    def _view(self) -> View | None:
        return view_of(self.workbook, self.pictured) if self.pictured is not None else None

    @property
    def _plan_screen(self) -> PlanScreen:
        return plan_screen_of(self)

    def why_not(self, action_id: str) -> str | None:
        """What needs a record, or one of some kind, says so."""
        subject = self.subject
        place = locate(subject) if subject is not None else None
        match action_id:
            case "trace" if place is None or place.kind.name in ("plan", "notebook"):
                return "Put the cursor on a record"
            case "purpose" if place is None or place.kind.name not in ("initiative", "metric"):
                return "Put the cursor on an initiative or a metric"
            case "view" if self._view() is None:
                return "This has no picture; a metric has one"
            case "reading" if not any(True for _ in records(self.workbook.tree, KINDS["metric"])):
                return "There is no metric yet; i asks for one"
            case "back" if not self._plan_screen.came_from:
                return "You have not jumped anywhere yet"
            case "decide" | "freeze":
                return why_not(self.workbook, subject, action_id)
        return None

    def do_trace(self) -> None:
        """From the record under the cursor up to the mission and down to what shows that it works."""
        if self.subject is not None:
            self._plan_screen.trace(self.subject)

    def do_purpose(self) -> None:
        """The purpose card of an initiative, or the spotlight of a metric."""
        if self.subject is not None:
            self._plan_screen.show_purpose(self.subject)

    def label_of(self, each: Action) -> str:
        """Which picture there is of what is under the cursor."""
        if each.id == "view":
            found = self._view()
            return found.label if found is not None else each.label
        if each.id in ("decide", "freeze"):
            return label_of(self.workbook, self.subject, each.id) or each.label
        return super().label_of(each)

    def do_view(self) -> None:
        """The picture of what is under the cursor."""
        found = self._view()
        if found is not None:
            self._plan_screen.show_view(open_view(self.workbook, found))

    def do_reading(self) -> None:
        """Write down a number of the metric under the cursor, or of one to choose."""
        metric = metric_of(self.workbook.tree, self.subject) if self.subject is not None else None
        self._plan_screen.ask_reading(metric)

    def do_decide(self) -> None:
        """Keep what was decided at the gate, or in the phase, under the cursor."""
        ask_decision(node_of(self), self.workbook, self.subject)

    def do_freeze(self) -> None:
        """Freeze the benchmark under the cursor, or all of the release."""
        ask_freeze(node_of(self), self.workbook, self.subject)

    def do_calendar(self) -> None:
        """The next weeks, day by day."""
        from successbook.tui.screens.calendar import CalendarScreen

        self._plan_screen.show_view(CalendarScreen(self.workbook))

    def do_wrong(self) -> None:
        """What is wrong with the files."""
        from successbook.tui.screens.wrong import WrongScreen

        self._plan_screen.show_view(WrongScreen(self.workbook))

    async def do_back(self) -> None:
        """Back to where one was before a jump."""
        await self._plan_screen.back()
