"""Results from a spreadsheet: into the sheets of the testers, one row for each case that somebody tried.

A half-filled sheet brings its half. Words that are no result are listed and left out, never guessed. Words in
the column for defects name one that is known (by id, number or title), else they make a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from successbook.errors import Refused, SuccessbookError
from successbook.plan.belonging import id_of
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.recording import sheet_at
from successbook.plan.titles import before_comma, title_of_table
from successbook.sharing.columns import Columns
from successbook.sharing.incoming import Cells, Taker
from successbook.sharing.naming import find_named, uat_of
from successbook.sharing.results_out import ALL_IN_ALL, ALL_OF_IT
from successbook.sharing.tables import Found
from successbook.sharing.values import cell_of
from successbook.text import folded
from successbook.tree import Address, Value

__all__ = ["Meant", "take_results"]

_TICKET: Final = re.compile(r"[A-Z][A-Z0-9]+-\d+|#\d+")
_OF_SHEET: Final = {"remark": "note"}
"""Fields of a sheet that stand in another column: the remark is what is noted of the whole."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a file does not say itself.

    Attributes:
        release: the release, by id or title; empty for the only one that can be meant.
        round: the round.
        tester: the tester.
        add_missing: whether testers and rounds that are not in the plan are added.
    """

    release: str = ""
    round: str = ""
    tester: str = ""
    add_missing: bool = False


@dataclass(slots=True)
class _Test:
    """An acceptance test with what a row may name in it."""

    uat: Address
    cases: dict[str, Address]
    by_number: dict[str, list[str]]
    by_title: dict[str, list[str]]
    defects: dict[str, str]
    seen: dict[tuple[Address, str], Cells] = field(default_factory=dict)


def take_results(taker: Taker, found: Found, columns: Columns, meant: Meant) -> None:
    """Take the results of a file.

    Args:
        taker: carries it out and keeps what came of it.
        found: the rows.
        columns: which column is which field.
        meant: the release, round and tester where the rows do not say.
    """
    tests: dict[str, _Test] = {}
    for row in found.rows:
        cells = Cells(row, columns)
        if row.beyond:
            taker.refuse_longer(row, columns, _words_of(cells))
            continue
        try:
            _take(taker, cells, tests, meant)
        except SuccessbookError as error:
            taker.refuse(row.number, _words_of(cells), error)


def _words_of(cells: Cells) -> str:
    title = " ".join((cells.get("title") or cells.get("case") or cells.get("number")).split())
    return f'result of "{title}"' if title else "a row without a case"


def _test(taker: Taker, said: str, tests: dict[str, _Test]) -> _Test:
    if said in tests:
        return tests[said]
    tree, uat = taker.draft.tree, uat_of(taker.draft.tree, said)
    test = _Test(uat, {at.key: at for at in records(tree, KINDS["case"], uat)}, {}, {}, {})
    for id_, at in test.cases.items():
        table = tree.table(at)
        if number := words(table, "number"):
            test.by_number.setdefault(number, []).append(id_)
        test.by_title.setdefault(folded(title_of_table(KINDS["case"], table)), []).append(id_)
    for at in reversed(list(records(tree, KINDS["defect"], uat))):  # of two with one title the first
        _know_defect(taker, test, at)
    tests[said] = test
    return test


def _know_defect(taker: Taker, test: _Test, at: Address) -> None:
    id_, table = id_of(at), taker.draft.tree.table(at)
    title = title_of_table(KINDS["defect"], table)
    for name in (title, words(table, "number"), f"{id_}: {title}"):
        if name:
            test.defects[folded(name)] = id_
    test.defects[id_] = id_


def _take(taker: Taker, cells: Cells, tests: dict[str, _Test], meant: Meant) -> None:
    """Take one row.

    Raises:
        Refused: it does not say of which case, round or tester it is.
    """
    if not _says_anything(cells):
        return
    test = _test(taker, cells.get("release").strip() or meant.release, tests)
    whole = cells.get("case").strip() == ALL_OF_IT or _is_whole(cells)
    case = ALL_OF_IT if whole else _case(cells, test)
    round_ = _named(taker, test, "round", cells.get("round").strip() or meant.round, meant)
    tester = _named(taker, test, "tester", cells.get("tester").strip() or meant.tester, meant)
    sheet = sheet_at(test.uat, round_.key, tester.key)
    _expect_once(test, cells, sheet, case)
    what = f"{_title(taker, tester, 'tester')}, {before_comma(_title(taker, round_, 'round'))}: "
    if whole:
        _write(taker, cells, test, sheet, f"{what}{ALL_IN_ALL.lower()}")
        return
    title = title_of_table(KINDS["case"], taker.draft.tree.table(test.cases[case])) or case
    at = sheet.child("results", case)
    _write_result(taker, cells, test, at, f"{what}{title}", _title(taker, tester, "tester"))


def _says_anything(cells: Cells) -> bool:
    """Whether somebody filled anything in; a row of a case that nobody tried yet says nothing."""
    filled = ("state", "note", "defect", "date", "started", "finished", "showed_up", "notes", "not_known")
    return any(cells.get(name).strip() for name in filled)


def _is_whole(cells: Cells) -> bool:
    return (
        not cells.get("case") and not cells.get("number") and folded(cells.get("title")) == folded(ALL_IN_ALL)
    )


def _case(cells: Cells, test: _Test) -> str:
    """The id of the case that a row is about.

    Raises:
        Refused: there is no such case, or several are called so.
    """
    id_, number = cells.get("case").strip(), cells.get("number").strip()
    if id_:
        if id_ not in test.cases:
            raise Refused(f'there is no case "{id_}"', remedy="import the cases first, or correct it")
        return id_
    for said, known in ((number, test.by_number), (folded(cells.get("title")), test.by_title)):
        same = known.get(said, []) if said else []
        if len(same) == 1:
            return same[0]
        if same:
            raise Refused(f"{len(same)} cases are called so", remedy='say which with a column "Case in plan"')
    said = number or " ".join(cells.get("title").split())
    if not said:
        raise Refused("it names no case", remedy="give the case's id, number or title")
    raise Refused(f'there is no case "{said}"', remedy="import the cases first, or correct it")


def _named(taker: Taker, test: _Test, kind: str, said: str, meant: Meant) -> Address:
    """The round or the tester that a row is of; added when that is wanted."""
    if not said:
        raise Refused(f"it does not say which {kind}", remedy=f"name the {kind}, with --{kind} for all rows")
    try:
        return find_named(taker.draft.tree, KINDS[kind], said, test.uat)
    except Refused as error:
        if error.what.startswith("several "):
            raise
        if not meant.add_missing:
            remedy = f"{error.remedy.rstrip('?')}, or --add-missing"
            raise Refused(error.what, remedy=remedy) from error
    return taker.draft.add(KINDS[kind], said, inside=test.uat)


def _title(taker: Taker, at: Address, kind: str) -> str:
    return title_of_table(KINDS[kind], taker.draft.tree.table(at)) or at.key


def _expect_once(test: _Test, cells: Cells, sheet: Address, case: str) -> None:
    """Let a file speak only once of a case of a tester; twice the same is fine.

    Raises:
        Refused: a row above says something else.
    """
    before = test.seen.setdefault((sheet, case), cells)
    if any(before.get(name) != cells.get(name) for name in ("state", "note", "defect", "date")):
        raise Refused(
            f"row {before.row.number} says something else of the same case, tester and round",
            remedy="keep one of them",
        )


def _write(taker: Taker, cells: Cells, test: _Test, sheet: Address, what: str) -> None:
    """Put what a row says of a whole sheet."""
    before = taker.draft.so_far
    is_new = _made(taker, test, sheet)
    fields = [each for each in fields_of("sheet") if each.name != "format"]
    found = [taker.put(sheet, each, cells, what, _OF_SHEET.get(each.name, "")) for each in fields]
    says = [each for each in found if each]
    if is_new and not says:
        taker.draft.back_to(before)
        return
    taker.say(cells.row.number, "changed" if says else "same", what, "; ".join(says), sheet)


def _made(taker: Taker, test: _Test, sheet: Address) -> bool:
    """Let a sheet be there; whether it was not."""
    if taker.draft.tree.has(sheet):
        return False
    taker.draft.add(KINDS["sheet"], inside=test.uat, id_=id_of(sheet))
    return True


def _write_result(taker: Taker, cells: Cells, test: _Test, at: Address, what: str, tester: str) -> None:
    """Put what a row says of one case, with the defect that it names."""
    before = taker.draft.so_far
    _made(taker, test, Address(at.file))
    is_new = not taker.draft.tree.has(at)
    if is_new:
        taker.draft.add(KINDS["result"], inside=Address(at.file), id_=at.key)
    described = {each.name: each for each in fields_of("result")}
    says = taker.put_all(at, [each for name, each in described.items() if name != "defect"], cells, what)
    says += _defect(taker, cells, test, at, described["defect"], tester)
    if is_new and not says:
        taker.draft.back_to(before)  # nothing of it could be taken; the errors say why
        return
    if is_new:
        state = str(cell_of(taker.draft.tree.table(at).get("state")) or "no result yet")
        says = [state, *(each for each in says if each.startswith("Defect"))]
    taker.say(cells.row.number, "new" if is_new else "changed" if says else "same", what, "; ".join(says), at)


def _defect(
    taker: Taker, cells: Cells, test: _Test, at: Address, described: FieldDescription, tester: str
) -> list[str]:
    """The defect that a row names: one that is known, else a new one."""
    said = " ".join(cells.get("defect").split())
    old = taker.draft.tree.get(at.child("defect"))
    if not said or said == old:
        return []
    known = test.defects.get(said) or test.defects.get(folded(said))
    prefix = said.partition(":")[0]
    known = known or (prefix if test.defects.get(prefix) == prefix and ": " in said else None)
    if known is None:
        fields: dict[str, Value] = {"case": at.key, "state": "new", "reporter": tester}
        found = taker.draft.tree.get(at.child("date"))
        fields |= {"found": found} if found is not None else {}
        note = taker.draft.tree.get(at.child("note"))
        fields |= {"steps": note} if isinstance(note, str) else {}
        fields |= {"number": said} if _TICKET.fullmatch(said) else {}
        new = taker.draft.add(KINDS["defect"], said, inside=test.uat, fields=fields)
        _know_defect(taker, test, new)
        known = id_of(new)
        taker.draft.put(at.child("defect"), known)
        return [f'Defect: a new one, "{said}"']
    if known == old:
        return []
    taker.draft.put(at.child("defect"), known)
    defect = KINDS["defect"].at(known, test.uat)
    title = title_of_table(KINDS["defect"], taker.draft.tree.table(defect)) or known
    return [f'{described.label}: "{title}"']
