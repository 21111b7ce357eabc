"""What is done with the cases of an acceptance test: run them, change several, waive, sign."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from successbook.errors import Refused
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Value
from successbook.tui.dispatch import say
from successbook.tui.rooms.case_editing import CaseEditing
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.case_views import who_is
from successbook.verdicts.defects import retest_queue
from successbook.verdicts.results import Evidence, evidence_of
from successbook.verdicts.sign_offs import seal_of

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft

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


class Tests(CaseEditing):
    """Mixin for the table of cases: runs, retests, no-shows, sign-offs.

    Attributes:
        room: the room around it.
    """

    room: Around

    def why_not(self, action_id: str) -> str | None:
        """What needs cases or defects says so."""
        if action_id == "sign" and self.release and not acceptance_of(self._tree, self.release).cases:
            return "There is nothing to sign yet; a adds a case"
        if action_id == "retest" and self.uat and not retest_queue(self._tree, self.uat):
            return "No case waits for a retest: no defect is fixed and not tried since"
        return super().why_not(action_id)

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
        tester = _who_retests(evidence_of(self._tree, uat), cases, self.tester)
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

        count = counted(len(cases), "case")
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
            raise Refused("there is no round yet", remedy="A on the acceptance test adds one")
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

    # Criteria and sign-offs

    def answer(self, criterion: Address) -> None:
        """Ask whether a criterion holds that a person answers."""
        from successbook.tui.screens.asking import Asked, AskScreen, WordEditor
        from successbook.tui.widgets.editors import LineEditor

        table = self._tree.table(criterion)
        said = {True: "yes", False: "no"}[table["answer"] is True] if "answer" in table else None
        asked = [
            Asked("answer", "Holds", WordEditor(said, ("yes", "no"))),
            Asked(
                "by", "Says", LineEditor(words(table, "by") or None, example="Lin, support"), "Who says so?"
            ),
        ]

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Write the answer and its day; without an answer both go."""
            holds = {"yes": True, "no": False}.get(str(answers["answer"]))
            fields = {"answer": holds, "by": answers["by"]}
            fields["date"] = self.workbook.now.date if holds is not None else None

            def change(draft: Draft) -> None:
                for name, value in fields.items():
                    draft.put(criterion.child(name), value)

            self._do(f'Answer "{title_of(self._tree, criterion)}"', change)

        question = f"Does it hold?   {title_of(self._tree, criterion)}"
        self._node.app.push_screen(AskScreen(question, asked, keep, does="answer"))

    def do_sign(self) -> None:
        """Ask who signs, in which role, with which words; and seal it with what is signed."""
        from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
        from successbook.tui.widgets.editors import LineEditor

        uat, release = self.uat, self.release
        if uat is None or release is None:
            return
        found = acceptance_of(self._tree, release)
        told = [(f"The verdict is: {found.verdict}.", found.tone)]
        told += [(f"{each.says}.", "careful" if found.accepted else found.tone) for each in found.causes[:3]]
        if not found.accepted:
            told.append(("A sign-off now is challenged from the start, and check says so.", "careful"))
        asked = [
            Asked("title", "Who", LineEditor(None, example="Jonas, finance"), "Who signs?"),
            Asked("role", "Role", LineEditor(None, example="Approver"), "In which role?"),
            Asked("text", "Text", Paragraph(None, example="Good to go for the first stage.")),
        ]

        def keep(answers: Mapping[str, Value | None]) -> None:
            """Sign, if there is a name."""
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


def _who_retests(evidence: Evidence, cases: list[Address], here: str | None) -> str | None:
    """Whose retest counts: the tester under the cursor if it failed for them, else one for whom it did."""
    hit = [
        tester
        for tester in evidence.testers
        if any(seen[tester].state in _HIT for at in cases if tester in (seen := evidence.of(at.key)))
    ]
    return here if here in hit else next(iter(hit), here or next(iter(evidence.testers), None))


_HIT = ("failed", "blocked")


def _came(draft: Draft, uat: Address, sheet: Address, tester: str) -> None:
    """Take back that a tester did not come."""
    if set(draft.tree.table(sheet)) <= {"format", "showed_up"}:
        draft.remove(sheet)
    else:
        draft.put(sheet.child("showed_up"), None)
    if draft.tree.get(uat.child("testers", tester, "showed_up")) is False:
        draft.put(uat.child("testers", tester, "showed_up"), None)
