"""The controls for one field: what goes in, what comes out, and what is asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from successbook.plan.now import Now
from successbook.tree import Value
from successbook.tui.widgets.editors import (
    Candidate,
    ChoiceEditor,
    DateEditor,
    Editor,
    LineEditor,
    LinesEditor,
    MeasuredEditor,
    NumberEditor,
    ProseEditor,
    ReferencesEditor,
    TimeEditor,
)
from tests.tui.stage import Stage, screen

NOW = Now(dt.date(2026, 6, 15))
LEVELS: list[tuple[Value, str]] = [("bug-fix", "bug fix"), ("sprint", "sprint"), ("mvp", "MVP")]
GOALS = [
    Candidate("pay", "A guest pays", "goal"),
    Candidate("stay", "Guests stay", "goal"),
    Candidate("form", "The form", "problem"),
]


class Field:
    """An editor on a stage, and the way it was left."""

    def __init__(self, editor: Editor, app: Stage, pilot: Pilot[None]) -> None:
        self.editor, self.app, self.pilot = editor, app, pilot

    async def type(self, text: str, *keys: str) -> None:
        for character in text:
            await self.pilot.press({" ": "space", "\n": "enter"}.get(character, character))
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()
        await self.pilot.pause()

    @property
    def left(self) -> tuple[Value | None, str, bool] | None:
        found = [each for each in self.app.heard if isinstance(each, Editor.Done)]
        assert len(found) < 2
        return (found[0].value, found[0].leave, found[0].changed) if found else None


@asynccontextmanager
async def field(editor: Editor) -> AsyncIterator[Field]:
    app = Stage(editor)
    async with app.run_test(size=(70, 20), notifications=True, tooltips=True) as pilot:
        editor.focus_field()
        await pilot.pause()
        yield Field(editor, app, pilot)


async def test_a_letter_in_a_line_lays_out_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[object] = []
    original = Screen._refresh_layout

    def spy(self: Screen[object], *args: object, **more: object) -> None:
        layouts.append(args)
        original(self, *args, **more)  # type: ignore[arg-type]

    async with field(LineEditor("Guests")) as form:
        monkeypatch.setattr(Screen, "_refresh_layout", spy)
        await form.type(" pay in under a minute, and then they come back to the shop for the rest of it")
        assert "rest of it" in screen(form.app)
    assert layouts == []


@pytest.mark.parametrize(
    ("key", "leave"), [("enter", "enter"), ("escape", "esc"), ("tab", "tab"), ("shift+tab", "back")]
)
async def test_a_line_is_kept_whichever_way_it_is_left(key: str, leave: str) -> None:
    async with field(LineEditor("A pays")) as it:
        await it.type("!", key)
        assert it.left == ("A pays!", leave, True)


async def test_what_did_not_change_comes_back_exactly() -> None:
    for editor in (
        LineEditor("  odd \n blanks "),
        ProseEditor("no newline at the end"),
        MeasuredEditor("free words"),
        NumberEditor("not a number"),
        DateEditor("never", now=NOW),
        LinesEditor(("a", "", " b ")),
    ):
        async with field(editor) as it:
            await it.type("", "escape")
            assert it.left == (editor.value, "esc", False)


async def test_an_emptied_field_holds_nothing() -> None:
    async with field(LineEditor("ab")) as it:
        await it.type("", "backspace", "backspace", "enter")
        assert it.left == (None, "enter", True)


async def test_pasted_lines_are_joined_and_that_is_said() -> None:
    async with field(LineEditor("So: ")) as it:
        await it.paste("one\r\n  two \n\nthree\n")
        assert "3 lines were joined into one" in screen(it.app)
        await it.type("", "enter")
        assert it.left == ("So: one two three", "enter", True)


async def test_a_pasted_line_keeps_its_blanks_and_a_book_is_not_pasted_into_a_line() -> None:
    async with field(LineEditor("x")) as it:
        await it.paste(" y")
        await it.paste("book " * 200_000)
        assert "too long for one line; nothing was pasted" in screen(it.app)
        await it.type("", "enter")
        assert it.left == ("x y", "enter", True)


async def test_prose_takes_enter_as_a_line_and_ends_with_one_newline() -> None:
    async with field(ProseEditor("First.\n")) as it:
        await it.type("\n\nSecond", "enter", "escape")
        assert it.left == ("First.\n\nSecond\n", "esc", True)


async def test_blank_prose_is_nothing() -> None:
    async with field(ProseEditor("x\n")) as it:
        await it.type("", "backspace", "space", "tab")
        assert it.left == (None, "tab", True)


async def test_a_book_is_not_pasted_into_a_field_and_nothing_is_lost() -> None:
    async with field(ProseEditor("x\n")) as it:
        await it.paste("book " * 200_000)
        assert "1,000,000 characters are too many here" in it.app.said()[0]
        await it.paste("page " * 2_000)
        await it.type("", "escape")
        assert it.left == (f"x{'page ' * 2_000}".rstrip() + "\n", "esc", True)


async def test_a_book_in_the_file_is_looked_at_and_stays_as_it_is() -> None:
    book = "word " * 200_000
    async with field(ProseEditor(book)) as it:
        assert "too long to write in here" in screen(it.app)
        await it.type("abc", "backspace", "escape")
        assert it.left == (book, "esc", False)


async def test_a_list_has_one_item_a_line() -> None:
    async with field(LinesEditor(("Mara", "payments"))) as it:
        await it.type("\n\n  Jo ")
        assert "3 items" in screen(it.app)
        await it.type("", "escape")
        assert it.left == (("Mara", "payments", "Jo"), "esc", True)


async def test_a_date_shows_which_day_it_is_before_it_counts() -> None:
    async with field(DateEditor(None, now=NOW)) as it:
        await it.type("+12")
        assert "Sat 27 Jun 2026, in 12 days" in screen(it.app)
        await it.type("", "enter")
        assert it.left == (dt.date(2026, 6, 27), "enter", True)


async def test_what_is_no_date_stays_until_a_second_esc_leaves_the_old_one() -> None:
    async with field(DateEditor(dt.date(2026, 6, 1), now=NOW)) as it:
        await it.type("x", "enter")
        assert it.left is None
        assert "is no date" in it.editor.problem
        await it.type("", "escape")
        assert it.left is None
        assert "Esc again leaves it as it was" in screen(it.app)
        await it.type("", "escape")
        assert it.left == (dt.date(2026, 6, 1), "esc", False)


async def test_a_comma_is_asked_about_and_never_guessed() -> None:
    async with field(NumberEditor(None, unit="%")) as it:
        await it.type("1,5", "enter")
        assert it.left is None
        assert "Did you mean 1.5? Enter again keeps it" in screen(it.app)
        await it.type("", "enter")
        assert it.left == (1.5, "enter", True)


async def test_a_doubt_is_asked_anew_after_more_typing() -> None:
    async with field(NumberEditor(None)) as it:
        await it.type("1,5", "enter")
        await it.type("0", "enter")
        assert it.left is None
        await it.type("", "backspace", "backspace", "backspace", "enter")
        assert it.left == (1, "enter", True)


async def test_a_number_may_carry_its_unit_and_words_are_refused() -> None:
    async with field(NumberEditor(None, unit="%")) as it:
        await it.type("14 %", "enter")
        assert it.left == (14, "enter", True)
    async with field(NumberEditor(3)) as it:
        await it.type(" or so", "enter")
        assert it.left is None
        assert "is no number" in screen(it.app)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("~13k", "~13000"),
        ("about 13k", "~13000"),
        ("blocked", "(blocked)"),
        ("n/a", "(n/a)"),
        ("0", 0),
        ("0.5", 0.5),
    ],
)
async def test_a_measured_value_is_a_number_about_one_or_a_state(said: str, value: Value) -> None:
    async with field(MeasuredEditor(None, unit="s")) as it:
        await it.type(said, "enter")
        assert it.left == (value, "enter", True)


async def test_a_measured_value_in_words_is_confirmed() -> None:
    async with field(MeasuredEditor("(blocked)")) as it:
        assert it.editor.text() == "blocked"
        await it.type(" by legal", "enter")
        assert it.left is None
        assert "Enter again keeps it" in screen(it.app)
        await it.type("", "enter")
        assert it.left == ("blocked by legal", "enter", True)


async def test_how_a_measured_value_reads_is_shown_below() -> None:
    async with field(MeasuredEditor(None, unit="s")) as it:
        await it.type("~13k")
        assert "about 13 000 s" in screen(it.app)


async def test_a_time_of_day() -> None:
    async with field(TimeEditor(dt.time(9, 0))) as it:
        await it.type("", "backspace", "backspace")
        await it.type("30", "enter")
        assert it.left == (dt.time(9, 30), "enter", True)


async def test_a_letter_goes_to_the_choice_that_begins_with_it() -> None:
    async with field(ChoiceEditor("sprint", LEVELS)) as it:
        assert it.editor.text() == "1"
        await it.type("m", "enter")
        assert it.left == ("mvp", "enter", True)


async def test_looking_through_the_choices_changes_nothing() -> None:
    async with field(ChoiceEditor("sprint", LEVELS)) as it:
        await it.type("", "down", "down", "escape")
        assert it.left == ("sprint", "esc", False)


async def test_a_choice_may_be_left_empty_and_yes_is_not_one() -> None:
    async with field(ChoiceEditor("sprint", LEVELS)) as it:
        await it.type("", "end", "enter")
        assert it.left == (None, "enter", True)
    async with field(ChoiceEditor.yes_no(None)) as it:
        await it.type("y", "enter")
        assert it.left == (True, "enter", True)


async def test_a_choice_that_the_file_holds_and_we_do_not_know_stays() -> None:
    async with field(ChoiceEditor("epic", LEVELS)) as it:
        await it.type("", "escape")
        assert it.left == ("epic", "esc", False)


async def test_references_are_found_by_typing_and_kept_in_their_order() -> None:
    async with field(ReferencesEditor(("stay",), GOALS, many=True)) as it:
        await it.type("problem", "enter")
        await it.type("pays", "enter")
        assert "chosen: Guests stay, The form, A guest pays" in screen(it.app)
        await it.type("", "escape")
        assert it.left == (("stay", "form", "pay"), "esc", True)


async def test_a_reference_is_dropped_by_choosing_it_again_or_by_backspace() -> None:
    async with field(ReferencesEditor(("stay", "gone", "pay"), GOALS, many=True)) as it:
        assert "not found" in screen(it.app)
        await it.type("", "enter", "backspace", "tab")
        assert it.left == (("gone",), "tab", True)


async def test_the_only_reference_is_chosen_with_one_enter() -> None:
    async with field(ReferencesEditor("stay", GOALS, many=False)) as it:
        await it.type("form", "enter")
        assert it.left == ("form", "enter", True)


async def test_nothing_found_is_said_and_enter_does_nothing() -> None:
    async with field(ReferencesEditor(None, GOALS, many=False)) as it:
        await it.type("zzz", "enter")
        assert it.left is None
        assert "Nothing is called that." in screen(it.app)
