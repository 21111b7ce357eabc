"""What is said on the pages of a session, line by line: what a line is, whether it counts, when it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from textual.events import Paste

from successbook.tree import Table
from successbook.tui.screens.session import SessionScreen
from tests.tui.sitting import NOTEBOOK, NOW, SESSION, at_page


async def test_one_key_each_says_what_a_line_is(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Ravi stayed to help")
        await me.press("escape", "f")
        assert "Under which facet?" in me.text
        await me.press("down", "enter")
        await me.press("o", "down", "enter", "i")
        await me.say("You made this boring. Thank you")
        await me.say("Lotte")
        await me.press("escape", "t")
        await me.say("3 oct")
        await me.press("escape", "m")
        entry = me.entry("Ravi stayed to help")
        assert (entry["facet"], entry["also"], entry["by"]) == ("morale", ("company",), "Lotte")
        assert entry["seen"] == dt.date(2026, 10, 3)
        assert me.value(SESSION.child("matters_most")) == ("morale",)


async def test_does_that_count_is_answered_by_a_key_and_never_by_enter(tmp_path: Path) -> None:
    async with at_page(tmp_path, "company") as me:
        await me.say("They repeat it")
        await me.press("escape", "d", "enter", "enter")
        assert "counts" not in me.entry("They repeat it")
        await me.press("escape")
        assert me.entry("They repeat it")["asked"] == NOW.date
        assert "asked, open" in me.text
        await me.press("d", "y")
        assert me.entry("They repeat it")["counts"] == "yes"


async def test_a_facet_of_ones_own_is_kept_for_the_next_sessions(tmp_path: Path) -> None:
    async with at_page(tmp_path, "matters") as me:
        await me.press("a")
        await me.say("on call")
        await me.press("down", "enter")
        assert "on call" in me.text
        assert me.value(NOTEBOOK.child("facets", "on-call", "dimension")) == "team"


async def test_a_facet_of_ones_own_that_is_for_nobody_yet_stays_in_the_line(tmp_path: Path) -> None:
    async with at_page(tmp_path, "matters") as me:
        await me.press("a")
        await me.say("on call")
        await me.press("escape", "enter", "down", "enter")
        assert me.value(NOTEBOOK.child("facets", "on-call", "dimension")) == "team"


async def test_everything_about_a_line_can_be_written_and_one_comes_back(tmp_path: Path) -> None:
    async with at_page(tmp_path, "product") as me:
        await me.say("The night run is quicker")
        await me.press("escape", "tab")
        assert "The night run is quicker" in me.text
        assert not isinstance(me.app.screen, SessionScreen)
        await me.press("t", "v", "escape")
        assert me.page == "product"


async def test_japanese_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team", (60, 20)) as me:
        await me.say("朝が怖くなくなりました。みんなが九時半に話すから、待たなくていい")
        assert "朝が怖くなくなりました" in me.text
        (entry,) = (me.value(SESSION.child("entries")) or Table()).values()  # type: ignore[union-attr]
        assert isinstance(entry, Table)
        assert entry["title"] == "朝が怖くなくなりました。みんなが九時半に話すから、待たなくていい"


async def test_a_paste_of_several_lines_is_one_line_and_whole(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        me.app.post_message(Paste("one\ntwo\r\n\n three "))
        await me.press("enter")
        assert me.entry("one two three")


async def test_a_paste_that_is_too_long_for_a_line_is_not_taken_and_that_is_said(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.write("mine ")
        me.app.post_message(Paste("word " * 5_000))
        await me.settle()
        assert me.said == ["25,000 characters are too long for one line; nothing was pasted."]
        await me.press("enter")
        assert me.entry("mine")


async def test_a_period_of_years_is_said_in_words(tmp_path: Path) -> None:
    async with at_page(tmp_path, "before") as me:
        await me.say("More of it")
        await me.press("enter")
        await me.say("2024-02-29")
        await me.press("enter", "enter")
        assert "This period: 2 years and 7 months." in me.text


async def test_a_day_that_is_none_is_said_below_the_line_and_can_be_corrected(tmp_path: Path) -> None:
    async with at_page(tmp_path, "before") as me:
        await me.press("enter", "enter")
        await me.say("soonish")
        assert '"soonish" is no date' in me.text
        assert me.asked == "Which period, from when?"
        await me.press("ctrl+u")
        await me.say("-30")
        assert me.asked == "Until when?"


async def test_a_day_that_is_none_is_said_once_more_when_its_page_is_left(tmp_path: Path) -> None:
    async with at_page(tmp_path, "before") as me:
        await me.press("enter", "enter")
        await me.say("soonish")
        assert me.said == []
        await me.press("escape", "s")
        assert me.page != "before"
        assert '"soonish" is no date' in me.said[-1]
        assert me.value(SESSION.child("period_from")) is None


async def test_while_a_command_asks_enter_goes_on_with_the_page(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Quicker")
        await me.press("escape", "a")
        assert "Enter next page" in me.text
        await me.press("escape", "e")
        assert "Enter go on" in me.text
        before = len(me.labels)
        await me.press("enter")
        assert (me.page, len(me.labels)) == ("team", before), "nothing was said, so nothing is written"
        assert "Enter next page" in me.text


async def test_above_the_first_row_stands_the_line_and_below_the_last_one_nothing(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        screen = me.app.screen
        assert isinstance(screen, SessionScreen)
        await me.say("First")
        await me.say("Second")
        await me.press("escape")
        rows = [row.key for row in screen.body._list.rows if row.selectable]
        await me.press(*["down"] * len(rows))
        assert (screen.body.key, screen.body.writing) == (rows[-1], False)
        await me.press("up")
        assert (screen.body.key, screen.body.writing) == (rows[-2], False)
        await me.press(*["up"] * (len(rows) - 2))
        assert (screen.body.key, screen.body.writing) == (rows[0], False)
        await me.press("up")
        assert screen.body.writing
