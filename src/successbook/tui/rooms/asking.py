"""What the goal hierarchy asks of a record: what is missing, what changes and why, what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from successbook.plan.hierarchy import HIERARCHY, records
from successbook.plan.kinds import KINDS, PLAN, kind_name
from successbook.plan.titles import title_of
from successbook.tree import Address
from successbook.tui.dispatch import say
from successbook.tui.rooms.looking import Looks
from successbook.verdicts.evidence import SUPPORTED, evidence_of
from successbook.verdicts.recent import metric_of

if TYPE_CHECKING:
    from successbook.tui.rooms.record import RecordPane

__all__ = ["Asks"]

_ASKED = ("plan", *HIERARCHY, "insight")


class Asks(Looks):
    """Mixin for what shows records of the goal hierarchy."""

    @property
    def evidence_pane(self) -> RecordPane | None:
        """Where evidence for the record under the cursor is written; None where there is no place for it."""
        return None

    def _metric(self) -> Address | None:
        return metric_of(self.workbook.tree, self.subject) if self.subject is not None else None

    def _subject_kind(self) -> str:
        return kind_name(self.subject)

    def why_not(self, action_id: str) -> str | None:
        """What needs a record of some kind says so."""
        match action_id:
            case "missing" if self.subject is not None and self._asked() is None:
                return "Put the cursor on a goal, or on anything that a goal hangs together with"
            case "revise" if self._metric() is None:
                return "Put the cursor on a metric"
            case "evidence" if self._subject_kind() not in SUPPORTED:
                return "Put the cursor on a problem, a goal or a metric"
        return super().why_not(action_id)

    def _asked(self) -> Address | None:
        """The record about which can be asked what is missing: the one under the cursor, or its metric."""
        if self._subject_kind() in _ASKED:
            return self.subject
        return self._metric()

    def do_missing(self) -> None:
        """Ask what is missing from the record under the cursor downwards, or in the whole plan."""
        from successbook.guides.missing import Missing
        from successbook.tui.screens.interview import InterviewScreen

        tree, at = self.workbook.tree, self._asked() or PLAN
        if Missing(tree, at, today=self.workbook.now.date).nothing:
            where = "in this plan" if at == PLAN else f'from "{title_of(tree, at)}" downwards'
            say(self._plan_screen, f"Nothing is missing {where}")
            return
        self._plan_screen.app.push_screen(InterviewScreen(self.workbook, missing=at))

    def do_revise(self) -> None:
        """What of a metric changes, and why; what was revised before."""
        from successbook.tui.screens.revisions import RevisionsScreen

        metric = self._metric()
        if metric is not None:
            self._plan_screen.show_view(RevisionsScreen(self.workbook, metric))

    def do_evidence(self) -> None:
        """Add what speaks for the record: something new, or something that is written down already."""
        from successbook.tui.screens.choose import ChooseScreen, Option

        record, tree = self.subject, self.workbook.tree
        if record is None:
            return
        found = evidence_of(tree, record)
        others = [at for at in records(tree, KINDS["insight"]) if at not in found.insights]
        if not others:
            self._new_evidence(record)
            return

        def chosen(key: str | None) -> None:
            """On to what is new, or to what the plan knows."""
            if key == "new":
                self._new_evidence(record)
            elif key == "there":
                self._known_evidence(record, others)

        options = (
            Option("new", "something new", "What did you see in data, or hear from people?"),
            Option("there", "something known", f"One of {len(others)} that the plan has already."),
        )
        screen = ChooseScreen(f'What speaks for "{title_of(tree, record)}"?', options)
        self._plan_screen.app.push_screen(screen, chosen)

    def _new_evidence(self, record: Address) -> None:
        pane = self.evidence_pane
        if pane is not None:
            pane.begin_evidence(record)

    def _known_evidence(self, record: Address, others: list[Address]) -> None:
        from successbook.tui.screens.find import FindScreen  # loaded when it is wanted, like all screens

        def chosen(at: Address | None) -> None:
            if at is not None:
                self.attempt(lambda: self._link(at, record))

        question = f'What speaks for "{title_of(self.workbook.tree, record)}"?'
        screen = FindScreen(self.workbook.tree, among=others, question=question)
        self._plan_screen.app.push_screen(screen, chosen)

    def _link(self, insight: Address, record: Address) -> None:
        from successbook.plan.linking import link  # with the record models, which the start does without

        draft = self.workbook.draft()
        link(draft, insight, "supports", record)
        title = title_of(draft.tree, record)
        self.workbook.do(draft.change(f'"{title_of(draft.tree, insight)}" speaks for "{title}"'))
        say(self._plan_screen, f'It speaks for "{title}" now; u takes it back')
