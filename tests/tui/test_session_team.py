"""A session that a team holds: in its words, without what is nobody else's business, and whose it is."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from successbook.guides.session_saying import begin_session
from successbook.plan.dimensions import lines_by_dimension
from successbook.tree import Table, Tree, apply
from successbook.tui.screens.session_keys import FacetKey, TodoKey
from successbook.verdicts.board import board_of
from successbook.verdicts.board_told import board_lines
from tests.plans import written
from tests.tui.sitting import NOTEBOOK, NOW, SESSION, at_page, empty, sitting


async def test_a_team_is_asked_in_its_words_and_not_about_pay_or_promotions(tmp_path: Path) -> None:
    async with at_page(tmp_path, "personal", together="as a team") as us:
        assert us.asked == "What does one of us know or have now that was not there before?"
        assert "learning" in us.text
        assert "recognition" not in us.text
        assert "money" not in us.text
        await us.press("enter")
        assert us.asked == "What can we rely on now that we could not before?"
        await us.press("escape", "v", "end")
        assert "money" not in {each.name for each in us.app.screen._board.sectors}  # type: ignore[attr-defined]


async def test_alone_recognition_and_money_are_asked_about(tmp_path: Path) -> None:
    async with at_page(tmp_path, "personal") as me:
        assert "recognition" in me.text
        assert "money" in me.text


async def test_an_action_of_a_team_has_a_name(tmp_path: Path) -> None:
    async with at_page(tmp_path, "ahead", together="as a team") as us:
        assert us.asked == "What will we do, and who takes it?"
        await us.say("Swap the rota, Ravi")
        assert "What we will do" in us.text


async def test_a_next_session_that_has_come_is_asked_about_anew(tmp_path: Path) -> None:
    notebook = Table({"format": 1, "about": "myself", "next": NOW.date})
    change, session = begin_session(
        Tree({"notebook.toml": notebook}), NOW.date, guide="wide-look", page="ahead"
    )
    tree = Tree({"notebook.toml": notebook})
    for edit in change.edits:
        tree, _ = apply(tree, edit)
    async with sitting(written(tmp_path / "mine", tree)) as me:
        await me.go_to(session)
        await me.press("s")
        assert "Next session" not in me.text
        await me.press("enter", "enter", "enter")
        assert me.asked == "When is the next session?"
        await me.say("+28")
        assert me.value(NOTEBOOK.child("next")) == NOW.date + dt.timedelta(days=28)


async def test_before_and_now_stand_beneath_their_line(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Blockers go the same day")
        await me.press("escape", "n")
        await me.say("Everybody waited for Monday")
        await me.say("Gone by noon")
        assert "before: Everybody waited for Monday  now: Gone by noon" in me.text
        assert "shown" in me.text


async def test_an_example_and_who_said_what_stand_beneath_their_line_on_every_page(tmp_path: Path) -> None:
    async with at_page(tmp_path, "company") as me:
        await me.say("The board has heard of us")
        await me.press("escape", "e")
        await me.say("Slide nine")
        await me.press("escape", "i")
        await me.say("They turned it around")
        await me.say("Nadia")
        assert "Slide nine  in their words: They turned it around  said by: Nadia" in me.text
    async with at_page(tmp_path / "team", "team") as me:
        await me.say("Blockers go the same day")
        await me.press("escape", "e")
        await me.say("Ravi's was gone by noon")
        assert "Ravi's was gone by noon" in me.text


async def test_direction_amount_hindrance_and_enablers_stand_beneath_their_line(tmp_path: Path) -> None:
    async with at_page(tmp_path, "product", size=(120, 40)) as me:
        await me.say("Two teams more")
        await me.press("escape", "n", "enter")
        await me.say("2 of 4")
        await me.say("Tickets")
        await me.say("Nour's list")
        left = " ".join(each.split("│")[1] for each in me.text.splitlines() if each.count("│") > 2)
        assert (
            "direction: right direction by how much: 2 of 4 in the way: Tickets made possible by: Nour's list"
        ) in " ".join(left.split())


@pytest.mark.parametrize(
    ("about", "together", "said"),
    [
        ("myself", "alone", "Nobody sees any of this. It is kept on this computer, in your notebook."),
        ("a team", "as a team", "Nobody else sees any of this. It is kept on this computer, in the team's"),
        ("myself", "as a team", "What the team said is kept on this computer, in your own notebook."),
        ("a coachee", "with a coach", "in your notes about a coachee."),
    ],
)
async def test_the_last_page_says_whose_it_is(tmp_path: Path, about: str, together: str, said: str) -> None:
    async with at_page(tmp_path, "sharing", size=(200, 60), together=together, about=about) as us:
        assert said in us.text


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


async def test_nobody_is_told_that_nobody_reads_a_notebook_in_a_repository(repository: Path) -> None:
    async with at_page(repository, "sharing", size=(200, 60)) as me:
        assert f"lies in the repository {repository.name}: whoever reads that can read it." in me.text
        assert "Nobody sees any of this" not in me.text
        await me.press("escape", "q")
        assert "others may read it" in me.text


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_the_room_says_that_nobody_else_reads_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with sitting(empty(tmp_path), size) as me:
        assert "only on this computer" in me.text


async def test_enter_is_called_what_it_does(tmp_path: Path) -> None:
    async with at_page(tmp_path, "after") as me:
        assert "Enter next page" in me.text
        await me.press("a")
        assert "Enter keep the line" in me.text
        await me.press("enter")
        assert "Both stand side by side now" in me.text
        assert "Enter next page" in me.text


@pytest.mark.parametrize(
    ("page", "said"), [("team", "a new line"), ("matters", "a facet"), ("ahead", "a new action")]
)
async def test_what_a_writes_is_said(tmp_path: Path, page: str, said: str) -> None:
    async with at_page(tmp_path, page) as me:
        await me.press("escape")
        assert said in me.text


async def test_actions_that_are_still_open_are_pointed_out_once(tmp_path: Path) -> None:
    action = Table({"title": "Ask Marta", "state": "open"})
    tree = Tree({NOTEBOOK.file: Table({"format": 1, "actions": Table({"ask-marta": action})})})
    async with sitting(written(tmp_path / "mine", tree)) as me:
        await me.press("s", "enter")
        await me.say("To sleep better")
        assert me.page == "arriving"
        assert "What came of last time's actions?" in me.text
        await me.press("enter")
        assert me.page == "before"
        await me.press("escape", "b", "enter")
        assert me.page == "arriving"
        await me.press("down", "d")
        await me.press("enter")
        assert me.page == "before"
        assert me.value(NOTEBOOK.child("actions", "ask-marta", "state")) == "done"


async def test_a_line_in_a_notebook_is_not_called_a_plan(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Blockers go the same day")
        await me.press("escape", "tab")
        assert "that most lines do not need" in me.text


async def test_the_session_itself_can_be_written_from_its_pages_its_limit_too(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team", together="as a team") as me:
        await me.press("escape")
        await me.go_to_row(FacetKey("trust"))
        await me.press("tab", "down", "enter")
        await me.write("Exactly three")
        await me.press("enter", "escape")
        assert me.value(SESSION.child("limit")) == "Exactly three"
        assert "Exactly three." in me.text


@pytest.mark.parametrize(("page", "said"), [("company", "our company"), ("product", "our customers")])
async def test_a_team_speaks_of_what_is_theirs(tmp_path: Path, page: str, said: str) -> None:
    async with at_page(tmp_path, page, (120, 40), together="as a team") as me:
        assert said in me.text.splitlines()[0]


async def test_what_a_team_said_stands_under_headings_of_a_team(tmp_path: Path) -> None:
    async with at_page(tmp_path, "company", (120, 40), together="as a team") as me:
        await me.say("Finance asked for our plan")
        assert me.app.workbook is not None
        tree = me.app.workbook.tree
        assert [title for _, title, _ in lines_by_dimension(tree, SESSION)] == ["What matters to our company"]
        told = list(board_lines(board_of(tree, SESSION)))
        assert "What matters to each of us:" in told
        assert "What matters to me:" not in told


async def test_after_the_last_action_of_last_time_an_earlier_one_that_is_open_is_next(tmp_path: Path) -> None:
    late = Table({"title": "Ask Marta", "state": "open", "by": dt.date(2026, 10, 7)})
    actions = Table({"ask-marta": late, "read": Table({"title": "Read the log", "state": "open"})})
    tree = Tree({NOTEBOOK.file: Table({"format": 1, "actions": actions})})
    async with sitting(written(tmp_path / "mine", tree)) as me:
        await me.press("s", "enter", "escape")
        assert "2 days late" in me.text
        await me.go_to_row(TodoKey(NOTEBOOK.child("actions", "read")))
        await me.press("d", "c")
        assert me.value(NOTEBOOK.child("actions", "read", "state")) == "done"
        assert me.value(NOTEBOOK.child("actions", "ask-marta", "state")) == "carried on"
        await me.say("All is said")
        assert me.value(SESSION.child("worthwhile")) == "All is said\n"
