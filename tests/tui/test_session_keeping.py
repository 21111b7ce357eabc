"""Nothing said in a session is lost: whichever way a page is left, and whoever else writes in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.errors import ChangedOutside
from successbook.tui.screens.session import SessionScreen
from successbook.tui.screens.session_keys import FacetKey
from successbook.workbook import Workbook
from tests.tui.sitting import SESSION, Sitter, at_page, empty, sitting


async def test_undo_takes_back_the_last_line_and_an_undone_session_is_left(tmp_path: Path) -> None:
    async with sitting(empty(tmp_path)) as me:
        await me.press("s", "enter")
        await me.say("To know more")
        await me.press("escape", "u")
        assert me.value(SESSION.child("worthwhile")) is None
        await me.press("u")
        assert me.value(SESSION) is None
        assert not isinstance(me.app.screen, SessionScreen)
        assert any("u brings it back" in each for each in me.said)


async def test_what_was_typed_is_kept_whichever_way_the_page_is_left(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Skipped away", "escape", "s")
        await me.say("Gone back", "escape", "b")
        await me.say("Dug away", "escape")
        await me.go_to_row(FacetKey("trust"))
        await me.press("enter")
        assert me.asked == "trust · What was missing before that is there now?"
        await me.press("enter")
        assert me.entry("Dug away")["facet"] == "trust"
        await me.say("Half an ex", "escape", "e")
        await me.say("ample", "escape")
        assert str(me.entry("Dug away")["example"]) == "ample\n"
        await me.press("a", "enter")
        assert me.entry("Half an ex")
        await me.say("Stopped", "escape", "q")
        assert all(me.entry(each) for each in ("Skipped away", "Gone back", "Stopped"))


async def test_what_is_typed_when_the_program_ends_is_kept(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Last words", "end")
        me.app.pop_screen()  # as when the terminal is left in the middle of a line
        await me.pilot.pause()
        assert me.entry("Last words")


async def typed_beside_somebody_else(me: Sitter) -> tuple[Workbook, Path]:
    """A line is said after somebody has written another one into the file, so that it cannot be saved."""
    book = me.app.workbook
    assert book is not None
    book.flush()
    file = book.path / SESSION.file
    file.write_text(f'{file.read_text(encoding="utf-8")}\n[entries.by-hand]\ntitle = "By hand"\n', "utf-8")
    await me.say("Typed here")
    with pytest.raises(ChangedOutside):
        book.flush()
    return book, file


async def test_what_was_written_by_hand_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        book, file = await typed_beside_somebody_else(me)
        await me.pilot.pause()
        assert "not saved" in me.text
        assert sum("somebody else has changed it" in each for each in me.said) == 1
        assert "By hand" in file.read_text(encoding="utf-8")
        await me.press("escape", "R")
        assert me.entry("By hand")
        assert me.entry("Typed here")
        book.flush()
        assert all(said in file.read_text(encoding="utf-8") for said in ("By hand", "Typed here"))


async def test_what_is_written_after_an_undo_stays_when_the_file_is_taken_over(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Kept before")
        await me.say("Taken back")
        book, file = await typed_beside_somebody_else(me)
        await me.press("escape", "u", "u", "a")
        await me.say("Typed after")
        await me.press("escape", "R")
        assert all(me.entry(each) for each in ("By hand", "Kept before", "Typed after"))
        book.flush()
        assert "Typed after" in file.read_text(encoding="utf-8")
        assert "What was changed outside is here, and so is what you wrote" in me.said


async def test_a_session_that_is_not_saved_is_not_called_kept(tmp_path: Path) -> None:
    async with at_page(tmp_path, "before") as me:
        book, file = await typed_beside_somebody_else(me)
        await me.press("escape", "q")
        assert "Not saved yet: somebody else has changed the session" in me.said[-1]
        assert not any("Everything is kept" in each for each in me.said)
        assert "paused at definition" in me.text
        await me.press("s", "escape", "R", "q")
        book.flush()
        assert all(said in file.read_text(encoding="utf-8") for said in ("By hand", "Typed here"))


async def test_undo_turns_to_the_page_where_the_line_stood_and_stays_in_commands(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Everybody helps")
        await me.say("Nobody waits")
        await me.press("escape", "s", "escape", "s", "escape", "u")
        assert (me.page, me.line_at) == ("team", "Everybody helps")
        await me.press("u", "U", "U")
        assert (me.page, me.line_at) == ("team", "Nobody waits")


async def test_undo_of_an_answer_turns_to_its_page_and_redo_too(tmp_path: Path) -> None:
    async with sitting(empty(tmp_path)) as me:
        await me.press("s", "enter")
        await me.say("To know more")
        assert me.page == "before"
        await me.say("Fewer calls")
        await me.press("escape", "s", "escape", "s", "escape", "u")
        assert me.page == "before"
        await me.press("u")
        assert me.page == "arriving"
        await me.press("U", "U")
        assert me.page == "before"
        assert me.value(SESSION.child("success_before")) == "Fewer calls\n"


async def test_undo_does_not_turn_away_from_what_is_half_written(tmp_path: Path) -> None:
    async with at_page(tmp_path, "team") as me:
        await me.say("Everybody helps")
        await me.press("escape", "s")
        await me.say("Half a li", "escape", "u")
        assert me.page == "company"
        await me.press("a")
        await me.say("ne")
        assert me.entry("Half a line")
