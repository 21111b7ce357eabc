"""A whole session from the keyboard, along the 45 minutes: stopped in the middle, gone on with, ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.keys import _character_to_key

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.shelf import Shelf
from successbook.tree import Address, Table, Tree
from successbook.tui.screens.session import SessionScreen
from successbook.tui.screens.session_keys import FacetKey, FactKey, LineKey, SessionKey
from successbook.tui.widgets.rows import RowList
from successbook.verdicts.board import standing_of
from tests.plans import written
from tests.tui.driving import Driver, driven

NOW = Now(dt.date(2026, 10, 9))
NOTEBOOK = Address("notebook.toml")
SESSION = Address("reflections/2026-10-09.toml")


class Sitter(Driver):
    """The person in the session."""

    @property
    def page(self) -> str:
        """The page that is open."""
        assert isinstance(self.app.screen, SessionScreen), self.app.screen
        return self.app.screen.walk.page.name

    @property
    def asked(self) -> str:
        """What is asked now."""
        assert isinstance(self.app.screen, SessionScreen), self.app.screen
        prompt = self.app.screen.body.prompt
        return prompt.asks if prompt is not None else ""

    async def say(self, text: str, *keys: str) -> None:
        """Write a line and press Enter."""
        for character in text:  # straight into the queue: waiting after every letter takes half a minute
            self.app.post_message(Key(_character_to_key(character), character))
        await self.hit(*(keys or ("enter",)))

    async def go_to_row(self, key: SessionKey) -> None:
        """Put the cursor on a row with the arrow keys."""
        assert isinstance(self.app.screen, SessionScreen)
        if self.app.screen.body.writing:
            await self.hit("escape")
        rows = self.app.screen.body.query_one(RowList)
        while rows.cursor_key != key:
            before = rows.cursor_key
            await self.hit("down")
            if rows.cursor_key == before:
                break
        while rows.cursor_key != key:
            before = rows.cursor_key
            await self.hit("up")
            assert rows.cursor_key != before, f"there is no row {key}"

    def entry(self, title: str) -> Table:
        """The line with this title."""
        assert self.app.workbook is not None
        tree = self.app.workbook.tree
        return next(
            tree.table(at) for at in records(tree, KINDS["entry"]) if tree.get(at.child("title")) == title
        )


@asynccontextmanager
async def sitting(folder: Path, size: tuple[int, int] = (120, 40), now: Now = NOW) -> AsyncIterator[Sitter]:
    async with driven(folder, size, now=now) as driver:
        yield Sitter(driver.app, driver.pilot)


def amira(tmp_path: Path) -> Path:
    return Shelf.at(tmp_path, NOW).demo("ml-platform-notebook")


async def arrive(amira: Sitter) -> None:
    """Minutes 0 to 10: last time's actions, the first definition, what matters most."""
    await amira.hit("s", "down", "enter")
    assert (amira.page, amira.asked) == ("arriving", "What would make these 45 minutes worthwhile?")
    await amira.hit("escape", "d", "c", "x")
    assert amira.asked == "What would make these 45 minutes worthwhile?"
    await amira.say("To know what I say at the review")
    assert amira.asked == "With whom?"
    await amira.say("Nour, coach")
    await amira.say("Six is still six. So: not yet a success")
    assert amira.asked == "Measured by, if by anything?"
    await amira.hit("escape", "enter")  # the first metric of the plan is the north star
    assert amira.asked == "Which period, from when?"
    await amira.say("-40")
    await amira.hit("enter", "enter")
    await amira.say("The north star: an idea takes seventeen weeks")
    assert amira.page == "matters"
    await amira.hit("down", "enter", "s")
    assert amira.page == "personal"


async def walk_two_dimensions(amira: Sitter) -> None:
    """Minutes 10 to 22: lines, an example, a facet's own questions, before and now."""
    await amira.say("My question on Monday changed a plan")
    await amira.hit("escape", "e")
    await amira.say("Priya moved two weeks of work because of it")
    await amira.go_to_row(FacetKey("learning"))
    await amira.hit("enter")
    assert amira.asked == "Learning: Customers: what do you understand about them that you did not?"
    await amira.hit("enter", "enter")
    await amira.say("Which two metrics nobody trusts")
    await amira.hit(*["escape"], "s")
    assert amira.page == "team"
    await amira.say("Whoever made it says so")
    await amira.hit("escape", "n")
    assert amira.asked == "How was it before?"
    await amira.say("Whoever named a fault owned it")
    assert amira.asked == "How is it now?"
    await amira.say("It is named the same morning")


async def walk_the_rest(amira: Sitter) -> None:
    """Minutes 22 to 35: does that count, what the plan knows, a miss."""
    await amira.say("Marta heard from us, late")
    await amira.hit("escape", "d", "t", "s")
    assert amira.page == "product"
    await amira.go_to_row(FactKey("metric:weekly-teams"))
    await amira.hit("enter", "d", "n")
    await amira.hit("a")
    await amira.say("Two newcomers were left alone")
    await amira.hit("escape", "k", "down", "down", "down", "down", "enter", "s")
    assert amira.page == "board"


async def end(amira: Sitter) -> None:
    """Minutes 35 to 45: the board, the second definition, three actions, who sees what."""
    for said in ("Six is still six", "Marta heard from us, late", "a miss"):
        assert said in amira.text
    await amira.hit("enter")
    assert "Six is still six" in amira.text
    await amira.say("People say it early, and I can say what holds the number")
    assert amira.page == "ahead"
    await amira.hit("escape", "enter")  # carried on from last time
    await amira.say("fri")
    await amira.say("Open the review with both lists")
    await amira.say("+7")
    await amira.hit("enter")
    assert amira.asked == "What is success in the next period?"
    await amira.say("Nobody hears a new date second-hand")
    assert amira.asked == "What stays open?"
    await amira.say("Teams, or decisions?")
    await amira.hit("enter")
    assert amira.asked == "When is the next session?"
    await amira.say("6 nov 2026")
    assert amira.page == "sharing"
    assert "Nobody sees any of this" in amira.text
    await amira.hit("enter")


async def test_the_whole_session_along_its_45_minutes_stopped_and_gone_on_with(tmp_path: Path) -> None:
    folder = amira(tmp_path)
    async with sitting(folder) as first:
        await arrive(first)
        await walk_two_dimensions(first)
        await first.hit("escape", "s", "escape", "q")
        assert not isinstance(first.app.screen, SessionScreen)
        assert "paused at company" in first.text
    days_later = Now(NOW.date + dt.timedelta(days=4))
    async with sitting(folder, now=days_later) as second:
        await second.go_to(SESSION)
        await second.hit("s")
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
