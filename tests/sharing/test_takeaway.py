"""The takeaway: what was not picked is nowhere on the page; what was is inert there."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.drafts import Draft
from successbook.sharing.board_svg import board_svg
from successbook.sharing.takeaway import pickables, picked_board, taken
from successbook.sharing.taken_page import page_html, page_text
from successbook.tree import Address, Table, Tree
from successbook.verdicts.board import board_of
from tests.notebooks import LATE, line, notebook
from tests.plans import NOW

TREE = notebook()
ALL = pickables(TREE, LATE, NOW)
LINE = LATE.child("entries", "my-question-changed-the-plan", "title")


def test_nothing_picked_is_an_empty_page() -> None:
    page = taken(TREE, LATE, (), NOW)
    assert page.empty
    assert page_text(page) == "# What success looked like\n"
    assert "<svg" not in page_html(page)


def test_a_line_goes_without_its_example_unless_that_was_picked_too() -> None:
    page = page_text(taken(TREE, LATE, {LINE}, NOW))
    assert "**My question changed the plan** (Learning, shown, win)" in page
    assert "comes late" not in page
    both = page_text(taken(TREE, LATE, {LINE, LINE.parent.child("example")}, NOW))
    assert "  - what shows it: What if a feed comes late?" in both


def test_who_said_something_is_a_line_of_its_own() -> None:
    quote = LATE.child("entries", "they-plan-together", "quote")
    page = page_text(taken(TREE, LATE, {quote}, NOW))
    assert "Come too!" in page
    assert "Ravi" not in page
    assert "They plan together" not in page


def test_the_board_on_the_page_has_picked_lines_only_and_no_other_name_of_ones_own() -> None:
    board = picked_board(TREE, LATE, {LINE})
    assert {each.title for sector in board.sectors for each in sector.lines} == {
        "My question changed the plan"
    }
    assert not {"saying no", "on call", "no facet yet"} & {sector.name for sector in board.sectors}
    assert not any(sector.matters for sector in board.sectors)
    assert board.before == ""


def test_the_page_says_of_nobody_in_particular_whose_it_is_unless_that_was_picked() -> None:
    about = [each.at for each in ALL if each.heading == "About the page"]
    assert "Mara" not in page_text(taken(TREE, LATE, {LINE}, NOW))
    assert page_text(taken(TREE, LATE, about, NOW)).startswith("# Mara's notebook: Session in June, 10 Jun\n")


def planted() -> tuple[Tree, dict[Address, str]]:
    """The notebook with a word of its own in everything that can be picked."""
    canaries: dict[Address, str] = {}
    draft = Draft(TREE, today=NOW.date)
    for number, each in enumerate(ALL):
        canaries[each.at] = f"canary{number:03d}x"
        draft.put(each.at, canaries[each.at])
    return draft.tree, canaries


PLANTED, CANARIES = planted()


@given(st.sets(st.sampled_from([each.at for each in ALL])))
def test_what_was_picked_is_on_the_page_and_nothing_else(picked: set[Address]) -> None:
    page = taken(PLANTED, LATE, picked, NOW)
    for text in (page_text(page), page_html(page)):
        found = set(re.findall(r"canary\d{3}x", text))
        assert found == {CANARIES[at] for at in picked}


HOSTILE = '<script>alert(1)</script> [a](javascript:x) | # \x1b[31m "quoted" \u202e & <img src=x onerror=y>'


def hostile() -> Tree:
    draft = Draft(TREE, today=NOW.date)
    line(draft, LATE, HOSTILE, dimension="team", facet=HOSTILE, kind="win", example=HOSTILE)
    draft.put(LATE.child("success_before"), HOSTILE)
    draft.put(LATE.child("title"), HOSTILE)
    return draft.tree


def test_what_people_wrote_is_inert_in_html() -> None:
    tree = hostile()
    html = page_html(taken(tree, LATE, {each.at for each in pickables(tree, LATE, NOW)}, NOW))
    assert "<script" not in html
    assert "<img" not in html
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=", html.replace("src=x", ""))


def test_what_people_wrote_is_inert_in_markdown() -> None:
    tree = hostile()
    text = page_text(taken(tree, LATE, {each.at for each in pickables(tree, LATE, NOW)}, NOW))
    assert "<script" not in text.replace("\\<script", "")
    assert "](javascript" not in text.replace("\\](javascript", "")
    assert "\x1b" not in text


@pytest.mark.parametrize(
    "tree", [TREE, hostile(), Tree({LATE.file: Table()})], ids=["lines", "hostile", "empty"]
)
def test_the_picture_is_well_formed(tree: Tree) -> None:
    svg = str(board_svg(board_of(tree, LATE)))
    root = ET.fromstring(svg)
    assert root.tag == "svg"
    assert {each.tag for each in root.iter()} <= {"svg", "defs", "pattern", "line", "path", "text", "circle"}


def test_a_long_name_stays_on_the_picture() -> None:
    draft = Draft(TREE, today=NOW.date)
    line(draft, LATE, "a", dimension="team", facet="信頼" * 20)
    line(draft, LATE, "b", dimension="team", facet="a" * 90)
    svg = str(board_svg(board_of(draft.tree, LATE)))
    assert f">{'信頼' * 6}信…</text>" in svg
    assert f">{'a' * 26}…</text>" in svg


def test_no_name_lies_over_another_on_the_picture() -> None:
    draft = Draft(TREE, today=NOW.date)
    for number in range(9):
        for dimension in ("personal", "product", "team"):
            line(draft, LATE, f"{dimension} {number}", dimension=dimension, facet=f"facet {number}")
    root = ET.fromstring(str(board_svg(board_of(draft.tree, LATE))))
    assert root.get("font-size") == "8"  # also where no style sheet is read
    for side in ("start", "end"):
        heights = sorted(
            float(each.get("y", "0"))
            for each in root.iter("text")
            if each.get("text-anchor") == side and each.get("font-weight") is None
        )
        assert len(heights) > 9
        assert all(below - above >= 8.9 for above, below in pairwise(heights))
        assert min(heights) > -116 + 4
        assert max(heights) < 121 - 4


def test_the_picture_names_the_four_dimensions() -> None:
    root = ET.fromstring(str(board_svg(board_of(TREE, LATE))))
    corners = [
        each.text for each in root.iter("text") if each.get("font-weight") == "700" and each.text != "×"
    ]
    assert corners == ["personal", "team", "company", "product"]


def test_the_picture_tells_said_from_shown_without_colour() -> None:
    draft = Draft(TREE, today=NOW.date)
    line(draft, LATE, "Only said", dimension="company", facet="strategy")
    svg = str(board_svg(board_of(draft.tree, LATE)))
    assert 'fill="url(#said-company)"' in svg
    assert svg.count(">×<") == 2
    assert ">strategy</text>" in svg
