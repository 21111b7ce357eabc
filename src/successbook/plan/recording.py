"""What a tester's run writes: results into the tester's sheet of the round, defects into files of their own.

A sheet comes to be with its first result, a round with its first sheet. So what two testers write on two
branches never meets in one file, but for the first results of a round that nobody has begun; these add the
very same lines. A defect's id begins with its tester: two of them may report the same in the same words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from successbook.plan.belonging import acceptance_test_of, id_of
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.tree import Address, Tree, Value

__all__ = [
    "clear_result",
    "new_round",
    "note_no_show",
    "record_result",
    "report_defect",
    "sheet_at",
    "take_note",
]


def sheet_at(uat: Address, round_: str, tester: str) -> Address:
    """Where the sheet of a tester in a round stands, whether there is one or not."""
    return KINDS["sheet"].at(f"{round_}--{tester}", uat)


def new_round(draft: Draft, uat: Address) -> str:
    """Add the next round; its id. It says no day: the sheets do, and on two branches it must be the same."""
    number = len(list(records(draft.tree, KINDS["round"], uat))) + 1
    return draft.add(KINDS["round"], f"Round {number}", inside=uat).key


def record_result(
    draft: Draft, sheet: Address, case: str, state: str, *, cases: Iterable[str], today: dt.date
) -> Address:
    """Write what a tester saw in a case; the result.

    Args:
        draft: the plan.
        sheet: the tester's sheet of the round; it comes to be.
        case: the id of the case.
        state: the result in its word.
        cases: the ids of all cases of the run; with the last of them the sheet is finished.
        today: the day.
    """
    at = _result(draft, sheet, case, today)
    if state != words(draft.tree.table(at), "state"):
        draft.put(at.child("state"), state)
        draft.put(at.child("date"), today)
    if draft.tree.get(sheet.child("showed_up")) is False:
        draft.put(sheet.child("showed_up"), None)
    _finish(draft, sheet, cases, today)
    return at


def _result(draft: Draft, sheet: Address, case: str, today: dt.date) -> Address:
    at = sheet.child("results", case)
    if not draft.tree.has(sheet):
        draft.add(
            KINDS["sheet"], inside=acceptance_test_of(sheet), id_=id_of(sheet), fields={"started": today}
        )
    if not draft.tree.has(at):
        draft.add(KINDS["result"], inside=sheet, id_=case)
    return at


def _finish(draft: Draft, sheet: Address, cases: Iterable[str], today: dt.date) -> None:
    """A sheet is finished when each case has a result; one that a person called finished stays so."""
    if not draft.tree.has(sheet.child("finished")) and all(_state(draft.tree, sheet, each) for each in cases):
        draft.put(sheet.child("finished"), today)


def _state(tree: Tree, sheet: Address, case: str) -> str:
    return words(tree.table(sheet.child("results", case)), "state")


def take_note(draft: Draft, sheet: Address, case: str, note: str, today: dt.date) -> None:
    """Write what a tester saw, in words; nothing takes the note away."""
    draft.put(_result(draft, sheet, case, today).child("note"), note.strip() or None)


def clear_result(draft: Draft, sheet: Address, case: str) -> None:
    """Take the result of a case away, as if it had not been run. What was reported stays."""
    draft.remove(sheet.child("results", case))
    if draft.tree.has(sheet.child("finished")):
        draft.put(sheet.child("finished"), None)


def report_defect(
    draft: Draft, sheet: Address, case: str, fields: Mapping[str, Value], *, reporter: str, today: dt.date
) -> Address:
    """Add a defect in a file of its own, and name it in the result of the case it was found in."""
    uat = acceptance_test_of(sheet)
    title = said if isinstance(said := fields.get("title"), str) else ""
    rest = {name: value for name, value in fields.items() if name != "title"}
    own: dict[str, Value] = {"case": case, "state": "new", "reporter": reporter, "found": today}
    kind = KINDS["defect"]
    id_ = draft.new_id(kind, f"{id_of(sheet).partition('--')[2]} {title}", uat) if title.strip() else ""
    at = draft.add(kind, title, inside=uat, fields={**own, **rest}, id_=id_)
    name = id_of(at)
    draft.put(_result(draft, sheet, case, today).child("defect"), name)
    return at


def note_no_show(draft: Draft, uat: Address, sheet: Address, tester: str, *, tried: bool) -> None:
    """Note that a tester did not come to a round.

    Args:
        draft: the plan.
        uat: the acceptance test.
        sheet: the tester's sheet of the round; it comes to be.
        tester: the tester's id.
        tried: whether the tester has been there in another round; else they are noted as not having come.
    """
    if not draft.tree.has(sheet):
        draft.add(KINDS["sheet"], inside=uat, id_=id_of(sheet))
    draft.put(sheet.child("showed_up"), False)
    at = uat.child("testers", tester)
    if not tried and draft.tree.has(at):
        draft.put(at.child("showed_up"), False)
