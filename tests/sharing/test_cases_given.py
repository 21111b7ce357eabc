"""What a tester is given on paper and as a sheet: the cases that they take, or what they try again."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.recording import record_result, sheet_at, take_note
from successbook.sharing.cases_given import cases_given
from successbook.sharing.documents import Wish, documents
from successbook.tree import Address, Tree
from successbook.verdicts.retests import to_try_again
from tests.plans import NOW
from tests.sharing.suites import CASE, UAT, sheet_rows, small_suite

ARABIC = "الدفع بالبطاقة"


def given(tree: Tree, tester: str, *, retest: bool = False) -> list[str]:
    return [at.key for at in cases_given(tree, UAT, "round-2", tester, retest=retest)]


def saw(draft: Draft, round_: str, tester: str, case: str, state: str, note: str = "") -> None:
    """Write down what somebody saw."""
    sheet = sheet_at(UAT, round_, tester)
    record_result(draft, sheet, case, state, cases=(), today=NOW.date)
    if note:
        take_note(draft, sheet, case, note, NOW.date)


def documents_of(tree: Tree, to: str, *, retest: bool = False) -> dict[str, str]:
    wish = Wish(to, "testers", retest=retest)  # type: ignore[arg-type]
    return {each.name: each.data.decode() for each in documents(tree, "Shop", Now(NOW.date), wish)}


def test_a_tester_who_takes_some_cases_is_given_those_and_what_they_have_answered() -> None:
    draft = Draft(small_suite())
    draft.put(UAT.child("testers", "c1", "cases"), ("refund",))
    assert given(draft.tree, "c1") == ["refund"]
    assert given(draft.tree, "a1") == [CASE.key, "refund", "refund-later"]
    assert [row[0:2] for row in sheet_rows(draft.tree, "round-2", "c1")][1:-1] == [["Paying", "Refund"]]
    saw(draft, "round-2", "c1", "refund-later", "passed")
    assert given(draft.tree, "c1") == ["refund", "refund-later"]


@pytest.mark.parametrize(
    ("state", "again"),
    [("failed", True), ("blocked", True), ("not observed", True), ("passed", False),
     ("passed with note", False), ("not applicable", False), ("did not show", False)],
)  # fmt: skip
def test_what_did_not_pass_for_a_tester_is_tried_again_by_them_alone(state: str, again: bool) -> None:
    draft = Draft(small_suite())
    saw(draft, "round-1", "c1", "refund", state)
    assert given(draft.tree, "c1", retest=True) == (["refund"] if again else [])
    assert given(draft.tree, "a1", retest=True) == [CASE.key]  # it failed for them in the suite
    saw(draft, "round-2", "c1", "refund", "passed")
    assert "refund" not in to_try_again(draft.tree, UAT, "c1")
    assert given(draft.tree, "c1", retest=True) == ["refund"]  # a sheet given out again has what was said


def test_what_was_repaired_is_tried_by_those_for_whom_it_failed_else_by_everybody() -> None:
    draft = Draft(small_suite())
    defect = KINDS["defect"].at("card-is-asked-for-again", UAT)
    draft.put(defect.child("state"), "fixed")
    draft.put(defect.child("case"), CASE.key)
    assert to_try_again(draft.tree, UAT, "a1") == {CASE.key}
    assert not to_try_again(draft.tree, UAT, "c1")
    draft.put(defect.child("case"), "refund-later")
    assert to_try_again(draft.tree, UAT, "a1") == {CASE.key, "refund-later"}
    assert to_try_again(draft.tree, UAT, "c1") == {"refund-later"}


def test_the_handout_of_a_retest_says_what_happened_and_goes_to_whom_it_concerns() -> None:
    pages = documents_of(small_suite(), "markdown", retest=True)
    assert list(pages) == ["round-2--a1.md"]
    (page,) = pages.values()
    assert "**In Round 1:** failed: Twice." in page
    assert "Refund" not in page
    assert len(documents_of(small_suite(), "markdown")) == 2


def test_nothing_to_try_again_is_said() -> None:
    from successbook.errors import Refused

    tree = small_suite()
    files = {name: table for name, table in tree.files.items() if "/results/" not in name}
    with pytest.raises(Refused, match="nothing is to be tried again"):
        documents_of(Tree(files), "html", retest=True)


class Page(HTMLParser):
    """Every text of a page with the directions of the elements around it, the innermost last."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "col"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs).get("dir") or ("auto" if tag == "bdi" else "")))

    def handle_endtag(self, tag: str) -> None:
        name, _ = self.open.pop()
        assert name == tag, f"<{name}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((data, [direction for _, direction in self.open if direction]))


def arabic(tree: Tree, at: Address, *names: str) -> Draft:
    draft = Draft(tree)
    for name in names:
        draft.put(at.child(name), f"{ARABIC} {name}")
    return draft


def test_every_text_of_a_handout_stands_in_an_element_that_says_its_direction() -> None:
    draft = arabic(small_suite(), UAT, "scope", "how_to_test", "how_to_report", "access", "test_data")
    for at in (CASE, UAT.child("rounds", "round-2"), UAT.child("testers", "c1")):
        draft.put(at.child("title"), f"{ARABIC} title {at.key}")
    for name in ("section", "role", "preconditions", "test_data", "environment", "pass_when", "fail_when"):
        draft.put(CASE.child(name), f"{ARABIC} {name}")
    for name in ("title", "expect"):
        draft.put(CASE.child("steps", "choose-pay", name), f"{ARABIC} step {name}")
    saw(draft, "round-2", "c1", CASE.key, "passed with note", f"{ARABIC} note")
    page = Page()
    page.feed(documents_of(draft.tree, "html")["round-2--c1.html"])
    page.close()
    assert page.open == []
    found = [(text, around) for text, around in page.texts if ARABIC in text]
    assert len(found) >= 17
    heads = [text for text, around in found if not around or around[-1] not in ("rtl", "auto")]
    assert len(heads) == 1, heads  # the title of the window, where no element can stand
