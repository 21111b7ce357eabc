"""Acceptance tests for the tests of sharing: a small one, and any that a plan can hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.drafts import Draft
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.recording import sheet_at
from successbook.sharing.cases_given import cases_given
from successbook.sharing.cells import Cell
from successbook.sharing.importing import Given, How, incoming
from successbook.sharing.incoming import Incoming, Line
from successbook.sharing.results_out import result_sheet_rows
from successbook.tree import Address, Table, Tree, Value
from tests.plans import RELEASE, small_plan
from tests.strategies import fitting

__all__ = ["CASE", "UAT", "any_suite", "fake", "read", "said", "sheet_rows", "small_suite", "without"]

UAT = KINDS["uat"].at("", RELEASE)
CASE = UAT.child("cases", "pay-as-a-guest")


def small_suite() -> Tree:
    """Three cases (two of one title), two rounds, two testers, one sheet, one defect."""
    draft = Draft(small_plan())
    pay: dict[str, Value] = {"section": "Paying", "priority": "must", "pass_when": "A thank-you page."}
    case = draft.add(KINDS["case"], "Pay as a guest", inside=UAT, fields=pay)
    draft.add(KINDS["case_step"], "Choose Pay", inside=case, fields={"expect": "One page opens"})
    draft.add(KINDS["case_step"], "Fill it in", inside=case)
    for id_, section in (("refund", "Paying"), ("refund-later", "After")):
        draft.add(KINDS["case"], "Refund", inside=UAT, id_=id_, fields={"section": section})
    for title in ("Round 1", "Round 2"):
        draft.add(KINDS["round"], title, inside=UAT)
    for title in ("A1", "C1"):
        draft.add(KINDS["tester"], title, inside=UAT)
    draft.add(KINDS["defect"], "Card is asked for again", inside=UAT, fields={"number": "SHOP-7"})
    sheet = draft.add(KINDS["sheet"], inside=UAT, id_="round-1--a1")
    fields: dict[str, Value] = {"state": "failed", "note": "Twice.", "defect": "card-is-asked-for-again"}
    draft.add(KINDS["result"], inside=sheet, id_=CASE.key, fields=fields)
    return draft.tree


def sheet_rows(tree: Tree, round_: str, tester: str) -> Iterator[list[Cell]]:
    """The result sheet that a tester is given."""
    return result_sheet_rows(tree, UAT, round_, tester, cases_given(tree, UAT, round_, tester))


def read(tree: Tree, text: str, how: How | None = None, name: str = "file.csv") -> tuple[Incoming, Tree]:
    """What the text of a file would bring, and the plan with it."""
    draft = Draft(tree, today=dt.date(2026, 6, 15))
    return incoming(draft, [Given(name, text)], how or How()), draft.tree


def said(lines: Sequence[Line]) -> list[tuple[int, str, str]]:
    """Row, status and sentence of what is not as before."""
    return [(line.row, line.status, line.says) for line in lines if line.status != "same"]


def without(tree: Tree, *tables: str) -> Tree:
    """A plan without tables of its acceptance test, or without the files in a folder beside it."""
    files = {
        name: table for name, table in tree.files.items() if not any(f"/{each}/" in name for each in tables)
    }
    uat = files[UAT.file]
    for each in tables:
        uat = uat.without(each)
    return Tree({**files, UAT.file: uat})


_IDS = st.sampled_from(("a", "b", "c1", "支払い", "pay-as-a-guest", "ä"))
_ODD = st.sampled_from(
    ("=1+1", "+49 30", "-3", "@SUM(A1)", "'=x", "''-", "'tis", "a,b", 'say "no"', "a;b|c", "1,5", "yes", "*",
     "\x1b[0m", "\u202eabc", "\x00", "支払い", "שלום", "sep=;", "ID", " a ", "1. Do", "- do", "/", "=",
     "\ufeffa", "n/a")
)  # fmt: skip
_ODD_PROSE = st.lists(_ODD | st.just(""), min_size=1, max_size=4).map("\n".join)


def _value(field: FieldDescription) -> st.SearchStrategy[Value]:
    odd: dict[str, st.SearchStrategy[Value]] = {
        "line": _ODD,
        "prose": _ODD_PROSE,
        "list": st.lists(_ODD, min_size=1, max_size=3).map(tuple),
    }
    if field.control is Control.REFERENCES:
        return st.lists(st.sampled_from(("metric:a", "goal:b", "problem:支払い")), unique=True).map(tuple)
    plain = fitting(field)
    return odd.get(field.control.value, plain) | plain


def _fields(kind: str, but: tuple[str, ...] = ()) -> st.SearchStrategy[dict[str, Value]]:
    names = [each for each in fields_of(kind) if each.name not in ("format", "not_known", *but)]
    known = st.lists(st.sampled_from([each.name for each in names]), max_size=2, unique=True).map(tuple)
    return st.fixed_dictionaries(
        {}, optional={**{each.name: _value(each) for each in names}, "not_known": known}
    )


def fake(draft: Draft, kind: Kind, inside: Address, id_: str, fields: dict[str, Value]) -> Address:
    """A record with these fields, in their one shape; what is not known is said last."""
    at = draft.add(kind, inside=inside, id_=id_)
    for name in sorted(fields, key=lambda each: each == "not_known"):
        draft.put(at.child(name), fields[name])
    return at


def _some(of: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), max_size=3, unique=True) if of else st.just([])


@st.composite
def any_suite(draw: st.DrawFn) -> Tree:
    """A plan with an acceptance test of anything: cases with steps, testers, rounds, sheets, defects."""
    draft = Draft(small_plan())
    draft.add(KINDS["round"], "Round 1", inside=UAT)
    for id_ in draw(st.lists(_IDS, max_size=3, unique=True)):
        case = fake(draft, KINDS["case"], UAT, id_, draw(_fields("case")))
        for step in draw(st.lists(_IDS, max_size=3, unique=True)):
            fake(draft, KINDS["case_step"], case, step, draw(_fields("case_step")))
    for id_ in draw(st.lists(_IDS, min_size=1, max_size=2, unique=True)):
        draft.add(KINDS["tester"], draw(_ODD), inside=UAT, id_=id_)
    for id_ in draw(st.lists(_IDS, max_size=2, unique=True)):
        draft.add(KINDS["defect"], draw(_ODD), inside=UAT, id_=id_)
    defects = [name.rpartition("/")[2][:-5] for name in draft.tree.files if "/defects/" in name]
    cases = list(draft.tree.table(UAT.child("cases")))
    for tester in draft.tree.table(UAT.child("testers")):
        if draw(st.booleans()):
            sheet = sheet_at(UAT, "round-1", tester)
            draft.add(KINDS["sheet"], inside=UAT, id_=f"round-1--{tester}")
            about = draw(_fields("sheet"))
            for name in sorted(about, key=lambda each: each == "not_known"):
                draft.put(sheet.child(name), about[name])
            for id_ in draw(_some(cases)):
                fields = draw(_fields("result", ("defect",)))
                with_defect = draw(st.booleans())
                if defects and with_defect:
                    fields["defect"] = draw(st.sampled_from(defects))
                fake(draft, KINDS["result"], sheet, id_, fields)
    return draft.tree


def tables(tree: Tree) -> dict[str, Table]:
    """The files of a plan that hold anything."""
    return {name: table for name, table in tree.files.items() if table}
