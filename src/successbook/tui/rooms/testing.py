"""What is done with the cases of an acceptance test: run them, change several, waive, sign."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from textual.dom import DOMNode

from successbook.errors import Refused
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree, Value
from successbook.tui.dispatch import Acts, say
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.case_views import who_is
from successbook.verdicts.defects import retest_queue
from successbook.verdicts.results import evidence_of
from successbook.verdicts.sign_offs import seal_of

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft
    from successbook.workbook import Workbook

__all__ = ["Around", "Tests"]

_NEW = "(new)"


class Around(Protocol):
    """The room around the table of cases."""

    def turn_to_view(self, view: str) -> None:
        """Show the cases with testers or fields, or the outline."""

    def to_right(self) -> None:
        """Go to what stands at the right."""

    def write_in(self, at: Address) -> None:
        """Write in a field of a case."""

    def show_result(self, at: Address | None) -> None:
        """Come back from a run that showed a result last."""

    def follow_case(self) -> None:
        """The cursor came to another cell."""


class Tests(Acts):
    """Mixin for the table of cases.

    Attributes:
        workbook: the open plan.
        room: the room around it.
        release: the release whose test is shown.
        marked: the cases that are marked.
    """

    workbook: Workbook
    room: Around
    release: Address | None
    marked: frozenset[Address]

    @property
    def uat(self) -> Address | None:
        """The acceptance test that is shown."""
        raise NotImplementedError

    @property
    def case(self) -> Address | None:
        """The case under the cursor."""
        raise NotImplementedError

    @property
    def tester(self) -> str | None:
        """The tester under the cursor."""
        raise NotImplementedError

    @property
    def field(self) -> str:
        """The field under the cursor, where the columns are fields."""
        raise NotImplementedError

    @property
    def chosen(self) -> list[Address]:
        """The cases that a change is about."""
        raise NotImplementedError

    @property
    def round_chosen(self) -> str:
        """The id of the round that is shown, empty for all."""
        raise NotImplementedError

    @property
    def _node(self) -> DOMNode:
        return cast("DOMNode", self)

    @property
    def _tree(self) -> Tree:
        return self.workbook.tree

    def why_not(self, action_id: str) -> str | None:
        """What needs cases, a tester or defects says so."""
        if action_id == "sign" and self.release and not acceptance_of(self._tree, self.release).cases:
            return "There is nothing to sign yet; a adds a case"
        if action_id == "retest" and self.uat and not retest_queue(self._tree, self.uat):
            return "No case waits for a retest: no defect is fixed and not tried since"
        return super().why_not(action_id)

    def _do(self, label: str, change: Callable[[Draft], object]) -> None:
        """Carry out one change.

        Raises:
            SuccessbookError: it cannot be done.
        """
        draft = self.workbook.draft()
        change(draft)
        if made := draft.change(label):
            self.workbook.do(made)

    # Runs

    def do_run_case(self) -> None:
        """Start or resume the run of this tester at this case; write, where the columns are fields."""
        if self.case is not None and self.field:
            self.room.write_in(self.case if self.field == "steps" else self.case.child(self.field))
        elif self.tester is not None:
            self._run(self.tester, self._round(), start=self.case)

    def _round(self) -> str:
        """The round a run belongs to: the one that is shown, else the latest; empty if there is none yet."""
        rounds = [at.key for at in records(self._tree, KINDS["round"], self.uat)] if self.uat else []
        return self.round_chosen or (rounds[-1] if rounds else "")

    def _run(
        self, tester: str, round_: str, *, start: Address | None = None, only: list[Address] | None = None
    ) -> None:
        from successbook.tui.screens.run import RunScreen

        if self.uat is not None:
            screen = RunScreen(self.workbook, self.uat, tester, round_, start=start, only=only)
            self._node.app.push_screen(screen, self.room.show_result)

    def do_retest(self) -> None:
        """Ask in which round, and run the cases that wait for a retest."""
        from successbook.tui.screens.choose import ChooseScreen, Option

        if self.uat is None:
            return
        cases, uat = list(retest_queue(self._tree, self.uat)), self.uat
        tester = self.tester or next(iter(evidence_of(self._tree, uat).testers), None)
        if tester is None:
            raise Refused("there is no tester yet", remedy="A adds one")
        rounds = [at.key for at in records(self._tree, KINDS["round"], uat)]
        number = len(rounds) + 1
        options = [Option(_NEW, f"Round {number}", "A new round: what was seen before stays as it is.")]
        options += [
            Option(each, title_of(self._tree, uat.child("rounds", each)), "Results there are written anew.")
            for each in reversed(rounds[-1:])
        ]
        who = who_is(self._tree, uat, tester)

        def chosen(round_: str | None) -> None:
            if round_ is not None:
                self._run(tester, "" if round_ == _NEW else round_, only=cases)

        count = f"{len(cases)} {'case' if len(cases) == 1 else 'cases'}"
        self._node.app.push_screen(
            ChooseScreen(f"{who} tries {count} again: in which round?", options), chosen
        )

    def do_no_show(self) -> None:
        """Note that the tester under the cursor did not come to the round; if it is noted, take it back."""
        from successbook.plan.recording import note_no_show, sheet_at

        if self.uat is None or self.tester is None:
            return
        uat, tester, round_ = self.uat, self.tester, self._round()
        if not round_:
            raise Refused("there is no round yet", remedy="A adds one")
        who, where = who_is(self._tree, uat, tester), title_of(self._tree, uat.child("rounds", round_))
        evidence = evidence_of(self._tree, uat)
        sheet = sheet_at(uat, round_, tester)
        if tester in evidence_of(self._tree, uat, round_).tried:
            raise Refused(f"{who} has results in {where}")
        if tester in evidence.missed.get(round_, set()):
            self._do(f"{who} came to {where}", lambda draft: _came(draft, uat, sheet, tester))
            say(self._node, f"{who} is expected in {where} again")
            return
        tried = tester in evidence.tried
        self._do(
            f"{who} did not come to {where}",
            lambda draft: note_no_show(draft, uat, sheet, tester, tried=tried),
        )
        say(self._node, f"{who} did not come to {where}; n takes that back")

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

    def select_case(self, case: Address) -> None:
        """Put the cursor on a case."""
        raise NotImplementedError

    def do_waive(self) -> None:
        """Ask who waives the marked cases, and why."""
        from successbook.plan.case_changes import waive_cases
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
        from successbook.tui.widgets.editors import LineEditor

        cases, uat = self.chosen, self.uat
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
            fields = {name: value for name, value in answers.items() if value is not None}
            fields["date"] = self.workbook.now.date
            if uat is None:
                return
            added: list[int] = []
            self._do(
                f"Waive {_count(cases)}", lambda draft: added.append(waive_cases(draft, uat, cases, fields))
            )
            if not added[0]:
                raise Refused("it is waived already" if len(cases) == 1 else "all of them are waived already")
            say(self._node, f"Waived {_count(cases)}; it stays visible, and u takes it back")

        self._node.app.push_screen(
            AskScreen(f"Why need {_count(cases)} not pass?", asked, keep, does="waive")
        )

    def do_sign(self) -> None:
        """Ask who signs, in which role, with which words; and seal it with what is signed."""
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
        from successbook.tui.widgets.editors import LineEditor

        uat, release = self.uat, self.release
        if uat is None or release is None:
            return
        found = acceptance_of(self._tree, release)
        told = [(f"The verdict is: {found.verdict}.", found.tone)]
        told += [(f"{each.says}.", found.tone) for each in found.causes[:3]]
        if not found.accepted:
            told.append(("A sign-off now is challenged from the start, and check says so.", "careful"))
        asked = [
            Asked("title", "Who", LineEditor(None, example="Jonas, finance"), "Who signs?"),
            Asked("role", "Role", LineEditor(None, example="Approver")),
            Asked("text", "Text", Paragraph(None, example="Good to go for the first stage.")),
        ]

        def keep(answers: Mapping[str, Value | None]) -> None:
            title = answers["title"]
            if not isinstance(title, str):
                raise Refused("a sign-off needs a name")
            self._sign(uat, title, answers, self.workbook.now.date)

        question = f"Who accepts {title_of(self._tree, release)}, as it was tested?"
        self._node.app.push_screen(AskScreen(question, asked, keep, told=told, does="sign"))

    def _sign(self, uat: Address, title: str, answers: Mapping[str, Value | None], today: dt.date) -> None:
        fields: dict[str, Value] = {
            name: value for name in ("role", "text") if (value := answers[name]) is not None
        }
        fields = {**fields, "date": today, **seal_of(self._tree, uat)}
        self._do(
            f"{title} signs", lambda draft: draft.add(KINDS["sign_off"], title, inside=uat, fields=fields)
        )
        say(self._node, f"{title} has signed exactly this; what changes from now on is shown")


def _came(draft: Draft, uat: Address, sheet: Address, tester: str) -> None:
    """Take back that a tester did not come."""
    if set(draft.tree.table(sheet)) <= {"format", "showed_up"}:
        draft.remove(sheet)
    else:
        draft.put(sheet.child("showed_up"), None)
    if draft.tree.get(uat.child("testers", tester, "showed_up")) is False:
        draft.put(uat.child("testers", tester, "showed_up"), None)


def _count(cases: list[Address]) -> str:
    return "this case" if len(cases) == 1 else f"{len(cases)} cases"
