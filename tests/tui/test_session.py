"""A whole session from the keyboard, along the 45 minutes: stopped in the middle, gone on with, ended."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.guides.session_reading import shipped_session_guide
from successbook.plan.now import Now
from successbook.tree import Table
from successbook.tui.dispatch import Acts, missing
from successbook.tui.screens.counting import CountsScreen
from successbook.tui.screens.session import SessionScreen
from successbook.tui.screens.session_keys import FacetKey, FactKey
from successbook.tui.screens.session_line import SessionLine
from successbook.tui.screens.session_lines import LinesBody
from successbook.tui.screens.session_looking import SharingBody
from successbook.tui.screens.session_pages import AheadBody, ArrivingBody
from successbook.tui.widgets.board import BoardView
from successbook.verdicts.board import standing_of
from tests.plans import written
from tests.tui.sitting import NOTEBOOK, NOW, SESSION, Sitter, amira, at_page, empty, sitting


async def arrive(amira: Sitter) -> None:
    """Minutes 0 to 10: last time's actions, the first definition, what matters most."""
    await amira.press("s", "down", "enter")
    assert (amira.page, amira.asked) == ("arriving", "What would make these 45 minutes worthwhile?")
    await amira.press("escape", "d", "c", "x")
    assert amira.asked == "What would make these 45 minutes worthwhile?"
    await amira.say("To know what I say at the review")
    assert amira.asked == "With whom?"
    await amira.say("Nour, coach")
    await amira.say("Six is still six. So: not yet a success")
    assert amira.asked == "Measured by, if by anything?"
    await amira.press("escape", "enter")  # the first metric of the plan is the north star
    assert amira.asked == "Which period, from when?"
    await amira.say("-40")
    await amira.press("enter", "enter")
    await amira.say("The north star: an idea takes seventeen weeks")
    assert amira.page == "matters"
    await amira.press("down", "enter", "s")
    assert amira.page == "personal"


async def walk_two_dimensions(amira: Sitter) -> None:
    """Minutes 10 to 22: lines, an example, a facet's own questions, before and now."""
    await amira.say("My question on Monday changed a plan")
    await amira.press("escape", "e")
    await amira.say("Priya moved two weeks of work because of it")
    await amira.go_to_row(FacetKey("learning"))
    await amira.press("enter")
    assert amira.asked == "learning · Customers: what do you understand about them that you did not?"
    await amira.press("enter", "enter")
    await amira.say("Which two metrics nobody trusts")
    await amira.press(*["escape"], "s")
    assert amira.page == "team"
    await amira.say("Whoever made it says so")
    await amira.press("escape", "n")
    assert amira.asked == "How was it before?"
    await amira.say("Whoever named a fault owned it")
    assert amira.asked == "How is it now?"
    await amira.say("It is named the same morning")


async def walk_the_rest(amira: Sitter) -> None:
    """Minutes 22 to 35: does that count, what the plan knows, a miss."""
    await amira.say("Marta heard from us, late")
    await amira.press("escape", "d", "t", "s")
    assert amira.page == "product"
    await amira.go_to_row(FactKey("metric:weekly-teams"))
    await amira.press("enter", "d", "n")
    await amira.press("a")
    await amira.say("Two newcomers were left alone")
    await amira.press("escape", "k")
    assert '"Two newcomers were left…' in amira.text  # what asks may cover the line
    await amira.press("down", "down", "down", "down", "enter", "s")
    assert amira.page == "board"


async def end(amira: Sitter) -> None:
    """Minutes 35 to 45: the board, the second definition, three actions, who sees what."""
    for said in ("Six is still six", "Marta heard from us, late", "a miss"):
        assert said in amira.text
    await amira.press("enter")
    assert "Six is still six" in amira.text
    await amira.say("People say it early, and I can say what holds the number")
    assert amira.page == "after", "both sentences stand side by side until one goes on"
    assert "Six is still six" in amira.text
    await amira.press("enter")
    assert amira.page == "ahead"
    await amira.press("escape", "enter")  # carried on from last time
    await amira.say("fri")
    await amira.say("Open the review with both lists")
    await amira.say("+7")
    await amira.press("enter")
    assert amira.asked == "What is success in the next period?"
    await amira.say("Nobody hears a new date second-hand")
    assert amira.asked == "What stays open?"
    await amira.say("Teams, or decisions?")
    await amira.press("enter")
    assert amira.asked == "When is the next session?"
    await amira.say("6 nov 2026")
    assert amira.page == "sharing"
    assert "Nobody sees any of this" in amira.text
    await take_away(amira)
    await amira.press("enter")


async def take_away(amira: Sitter) -> None:
    """One line is picked and written to a page; nothing else goes along."""
    await amira.press("p")
    assert "[x]" not in amira.text, "nobody sees anything that was not picked"
    rows = amira.list
    while "Whoever made it says so" not in str(rows.cursor_row):
        before = rows.cursor_key
        await amira.press("down")
        assert rows.cursor_key != before
    await amira.press("space", "enter", "enter")
    page = amira.app.shelf.folder / "takeaway-2026-10-09.html"
    text = page.read_text(encoding="utf-8")
    assert "Whoever made it says so" in text
    assert "Marta" not in text
    await amira.press("escape")
    assert amira.page == "sharing"


async def test_the_whole_session_along_its_45_minutes_stopped_and_gone_on_with(tmp_path: Path) -> None:
    folder = amira(tmp_path)
    async with sitting(folder) as first:
        await arrive(first)
        await walk_two_dimensions(first)
        await first.press("escape", "s", "escape", "q")
        assert not isinstance(first.app.screen, SessionScreen)
        assert "paused at company" in first.text
    days_later = Now(NOW.date + dt.timedelta(days=4))
    async with sitting(folder, now=days_later) as second:
        await second.go_to(SESSION)
        await second.press("s")
        assert second.page == "company"
        await walk_the_rest(second)
        await end(second)
        assert not isinstance(second.app.screen, SessionScreen)
        assert_all_is_kept(second)


def assert_all_is_kept(amira: Sitter) -> None:
    """Everything that was said stands in the notebook."""
    session = amira.value(SESSION)
    assert isinstance(session, Table)
    assert {name: session.get(name) for name in ("together", "with_whom", "guide", "paused_at")} == {
        "together": "with a coach",
        "with_whom": "Nour, coach",
        "guide": "wide-look",
        "paused_at": None,
    }
    assert session["metric_before"] == "Teams that serve customers with us"
    assert session["period_from"] == dt.date(2026, 8, 30)
    assert session["matters_most"] == ("learning",)
    assert str(session["success_before"]).startswith("Six is still six")
    assert str(session["success_after"]).startswith("People say it early")
    assert str(session["success_ahead"]).startswith("Nobody hears")
    learned = amira.entry("Which two metrics nobody trusts")
    assert learned["facet"] == "learning"
    assert str(learned["answers"]).startswith("Metrics: which ones do you trust")
    assert standing_of(amira.entry("My question on Monday changed a plan")) == "shown"
    assert standing_of(amira.entry("Whoever made it says so")) == "shown"
    assert amira.entry("Marta heard from us, late")["counts"] == "thinking"
    assert amira.entry("Two newcomers were left alone")["kind"] == "obstacle"
    assert standing_of(amira.entry("Two newcomers were left alone")) == "missed"
    north = amira.entry("Teams that serve customers with us 6 → 6 teams")
    assert (north["from_plan"], north["direction"]) == ("metric:weekly-teams", "no movement")
    assert standing_of(north) == "missed"
    assert amira.value(NOTEBOOK.child("next")) == dt.date(2026, 11, 6)
    steps = session["actions"]
    assert isinstance(steps, Table)
    assert [step["by"] for step in steps.values() if isinstance(step, Table)] == [
        dt.date(2026, 10, 16),
        dt.date(2026, 10, 20),
    ]


async def test_every_page_may_be_left_empty_and_nothing_looks_like_failure(tmp_path: Path) -> None:
    async with sitting(empty(tmp_path), (80, 24)) as me:
        await me.press("s", "enter")
        for page in shipped_session_guide().pages:
            assert me.page == page.name
            assert not any(word in me.text for word in ("failed", " 0 ", "%", "not saved"))
            await me.press("escape", "s" if page.kind != "sharing" else "enter")
        assert not isinstance(me.app.screen, SessionScreen)


@pytest.mark.parametrize(("day", "said"), [("2026-10-09", False), ("2026-10-30", True)])
async def test_the_day_of_the_session_that_is_held_is_not_called_the_next(
    tmp_path: Path, day: str, said: bool
) -> None:
    async with at_page(tmp_path, "ahead") as me:
        await me.press("enter", "enter", "enter")
        assert me.asked == "When is the next session?"
        await me.say(day)
        assert me.page == "sharing"
        assert ("The next session is" in me.text) is said


async def test_a_notebook_about_a_coachee_has_the_same_session(tmp_path: Path) -> None:
    async with sitting(empty(tmp_path, about="a coachee")) as me:
        await me.press("s")
        assert me.page == "arriving"
        assert "about a coachee" in me.text
        assert me.value(SESSION.child("together")) == "with a coach"


@pytest.mark.parametrize("page", ["personal", "team", "company", "product"])
async def test_on_every_page_at_80_columns_it_says_whose_the_notes_are(tmp_path: Path, page: str) -> None:
    for about, said in (("a coachee", "about a coachee"), ("myself", "your notebook")):
        async with at_page(tmp_path / about, page, about=about) as me:
            assert said in me.text.splitlines()[0]
            assert "until" in me.text.splitlines()[0]


@pytest.mark.parametrize(
    ("keys", "held"), [("s", None), ("ss", None), ("so far so good", "so far so good\n")]
)
async def test_a_key_that_was_pressed_once_too_often_is_no_answer(
    tmp_path: Path, keys: str, held: str | None
) -> None:
    async with at_page(tmp_path, "arriving") as me:
        await me.press("escape", "s")
        assert me.page == "before"
        await me.say(keys, "escape", "s")
        assert me.page == "matters"
        assert me.value(SESSION.child("success_before")) == held


async def test_whoever_comes_back_to_a_page_is_at_the_line_that_was_written_last(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("First")
        await me.say("Second")
        await me.press("escape", "s")
        assert me.page == "company"
        await me.press("escape", "b", "escape", "e")
        await me.say("It shows")
        assert me.entry("Second")["example"] == "It shows\n"


async def test_the_board_opens_at_what_one_was_at(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.press("escape", "v")
        assert me.app.screen.query_one(BoardView).sector.name == "trust"  # type: ignore[union-attr]
        await me.press("escape", "down", "v")
        assert me.app.screen.query_one(BoardView).sector.name == "morale"  # type: ignore[union-attr]
        await me.press("escape", "a")
        await me.say("Two want to leave")
        await me.press("escape", "v")
        assert "Two want to leave" in me.text.split("No facet yet", 1)[1]


async def test_own_guides_are_offered_and_a_broken_one_is_one_line(tmp_path: Path, home: Path) -> None:
    guides = home / ".config" / "successbook" / "guides"
    guides.mkdir(parents=True)
    own = 'format = 1\ntitle = "Twenty minutes"\n[pages.team]\nminutes = 20\n[pages.sharing]\n'
    (guides / "short.toml").write_text(own, encoding="utf-8")
    (guides / "broken.toml").write_text(own.replace("minutes", "minuts"), encoding="utf-8")
    async with sitting(empty(tmp_path)) as me:
        await me.press("s", "enter", "down", "enter")
        assert me.page == "team"
        assert any("broken.toml:4: pages.team.minuts: this key is not known" in each for each in me.said)
        await me.say("A line all the same")
        await me.press("enter", "enter")
        assert me.value(SESSION.child("guide")) == "short"
        assert not isinstance(me.app.screen, SessionScreen)


async def test_where_a_session_was_stopped_it_is_asked_whether_to_go_on(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.press("escape", "q", "home", "s")
        assert "Go on with which session?" in me.text
        assert "stopped at team, today" in me.text
        await me.press("down", "enter")
        assert "How do you hold this session?" in me.text


async def test_the_plan_that_is_open_is_looked_at_without_being_linked(tmp_path: Path) -> None:
    async with sitting(written(tmp_path / "plan")) as me:
        await me.press("5", "s", "enter")
        for _ in range(6):
            await me.press("escape", "s")
        assert me.page == "product"
        assert "Seconds to pay 96 → 71 s" in me.text
        await me.go_to_row(FactKey("metric:seconds-to-pay"))
        await me.press("enter")
        assert "Seconds to pay 96 → 71 s" in me.text.partition("In your plan")[0]


@pytest.mark.parametrize(
    "kind", [SessionScreen, SessionLine, ArrivingBody, LinesBody, AheadBody, SharingBody, CountsScreen]
)
def test_every_key_of_a_session_does_something(kind: type[Acts]) -> None:
    assert missing(kind) == []


async def test_a_limit_stands_above_the_line_where_lines_are_written(tmp_path: Path) -> None:
    async with at_page(tmp_path, "matters", (120, 40)) as me:
        workbook = me.app.workbook
        assert workbook is not None
        draft = workbook.draft()
        draft.put(SESSION.child("limit"), "Exactly three, each with an example")
        workbook.do(draft.change("Write session"))
        await me.press("escape", "s")
        assert me.page == "personal"
        assert "Exactly three, each with an example. One line each." in me.text
        await me.press("escape", "b")
        assert me.page == "matters"
        assert "Exactly three" not in me.text
