"""What is changed in the table of cases: one thing of several, copies, exceptions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree, Value
from successbook.tui.dispatch import Acts, say
from successbook.tui.upward import node_of
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.case_views import waivers_of

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft
    from successbook.workbook import Workbook

__all__ = ["CaseEditing"]


class CaseEditing(Acts):
    """Mixin for the table of cases: what is changed in it.

    Attributes:
        workbook: the open plan.
        release: the release whose test is shown.
        marked: the cases that are marked.
    """

    workbook: Workbook
    release: Address | None
    marked: frozenset[Address]

    @property
    @abstractmethod
    def uat(self) -> Address | None:
        """The acceptance test that is shown."""

    @property
    @abstractmethod
    def case(self) -> Address | None:
        """The case under the cursor."""

    @property
    @abstractmethod
    def tester(self) -> str | None:
        """The tester under the cursor."""

    @property
    @abstractmethod
    def field(self) -> str:
        """The field under the cursor, where the columns are fields."""

    @property
    @abstractmethod
    def chosen(self) -> list[Address]:
        """The cases that a change is about."""

    @property
    @abstractmethod
    def round_chosen(self) -> str:
        """The id of the round that is shown, empty for all."""

    @property
    def _node(self) -> DOMNode:
        return node_of(self)

    @property
    def _tree(self) -> Tree:
        return self.workbook.tree

    def _do(self, label: str, change: Callable[[Draft], object]) -> None:
        """Carry out one change.

        Raises:
            SuccessbookError: it cannot be done.
        """
        draft = self.workbook.draft()
        change(draft)
        if made := draft.change(label):
            self.workbook.do(made)

    def why_not(self, action_id: str) -> str | None:
        """A case that passed needs no waiver, and one that is waived no second one."""
        if action_id == "waive" and self.chosen and not self._to_waive():
            if len(self.chosen) > 1:
                return "All of them have passed or are waived already"
            waived = self.chosen[0] in waivers_of(self._tree, Address(self.chosen[0].file))
            return "It is waived already" if waived else "It has passed, so there is nothing to waive"
        return super().why_not(action_id)

    def _to_waive(self) -> list[Address]:
        """The chosen cases that have neither passed nor a waiver."""
        judged = acceptance_of(self._tree, self.release).cases if self.release is not None else ()
        open_ = {each.at for each in judged if each.outcome != "passed" and each.waived is None}
        return [at for at in self.chosen if at in open_]

    # Changes of cases

    def do_change_marked(self) -> None:
        """Ask what to change of the marked cases, and to what."""
        from successbook.plan.case_changes import BULK
        from successbook.tui.screens.choose import ChooseScreen, Option

        cases = self.chosen
        options = [Option(name, name.replace("_", " "), about) for name, about in BULK.items()]

        def chosen(what: str | None) -> None:
            if what is not None:
                self._ask_value(cases, what)

        self._node.app.push_screen(ChooseScreen(f"What of {_count(cases)}?", options), chosen)

    def _ask_value(self, cases: list[Address], what: str) -> None:
        from successbook.plan.case_changes import change_cases
        from successbook.tui.screens.asking import Asked, AskScreen, WordEditor
        from successbook.tui.widgets.editors import DateEditor, Editor, LineEditor

        held = {words(self._tree.table(at), what) for at in cases}
        now = next(iter(held)) if len(held) == 1 else ""
        editor: Editor = LineEditor(now or None, example="nothing takes it away")
        if what == "priority":
            editor = WordEditor(now or None, ("must", "should", "could"))
        elif what == "data_expires":
            editor = DateEditor(None, now=self.workbook.now)
        name = what.replace("_", " ")

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Write the value into all of them, one change."""
            value = answers["value"]
            self._do(
                f"Change {name} of {_count(cases)}", lambda draft: change_cases(draft, cases, what, value)
            )
            say(self._node, f"Changed {name} of {_count(cases)}; u takes it back")

        asked = [Asked("value", name.capitalize(), editor)]
        self._node.app.push_screen(AskScreen(f"{name.capitalize()} of {_count(cases)}?", asked, keep))

    def do_duplicate(self) -> None:
        """Add a copy of the case below it, and go there."""
        from successbook.plan.case_changes import duplicate_case

        case = self.case
        if case is None:
            return
        made: list[Address] = []
        title = title_of(self._tree, case)
        self._do(f'Duplicate "{title}"', lambda draft: made.append(duplicate_case(draft, case)))
        self.select_case(made[0])
        say(self._node, f'"{title}" is there twice now; v and Enter write what is different')

    @abstractmethod
    def select_case(self, case: Address) -> None:
        """Put the cursor on a case."""

    def do_waive(self) -> None:
        """Ask who waives the marked cases, and why."""
        from successbook.plan.case_changes import waive_cases
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
        from successbook.tui.widgets.editors import LineEditor

        cases, uat = self._to_waive(), self.uat
        which = f'"{title_of(self._tree, cases[0])}"' if len(cases) == 1 else _count(cases)
        left_out = len(self.chosen) - len(cases)
        asked = [
            Asked("by", "Who", LineEditor(None, example="Mara, product"), "Who waives them?"),
            Asked(
                "why",
                "Why",
                Paragraph(None, example="Gift cards come later."),
                "Without a reason it does not count.",
            ),
        ]

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Write a waiver for each that has none, one change."""
            fields = {name: value for name, value in answers.items() if value is not None}
            fields["date"] = self.workbook.now.date
            if uat is None:
                return
            self._do(f"Waive {which}", lambda draft: waive_cases(draft, uat, cases, fields))
            stays = "it stays" if len(cases) == 1 else "they stay"
            say(self._node, f"Waived {_count(cases)}; {stays} visible, and u takes it back")

        told = [(which, "")] if len(cases) == 1 else []
        if left_out:
            have = "has" if left_out == 1 else "have"
            told.append((f"{left_out} of the marked cases {have} passed or a waiver.", "muted"))
        question = f"Why need {_count(cases)} not pass?"
        self._node.app.push_screen(AskScreen(question, asked, keep, told=told, does="waive"))


def _count(cases: list[Address]) -> str:
    return "this case" if len(cases) == 1 else f"{len(cases)} cases"
