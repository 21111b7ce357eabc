"""Ten questions on the screen, from the keyboard: answering, going back, stopping, and losing nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual import events

from successbook.files.folder import PlanFolder
from successbook.shelf import Shelf
from successbook.tree import Address, Table, Tree
from successbook.tui.app import SuccessbookApp
from successbook.tui.dispatch import missing
from successbook.tui.frame import Frame
from successbook.tui.screens.interview import InterviewScreen
from tests.guides.login_bugfix import TEN_ANSWERS, answered
from tests.guides.walk import STEPS, TEN, Walk, ten_answers
from tests.plans import written
from tests.thorough import ends
from tests.tui.interviewing import NOW, asked
from tests.tui.stage import HOSTILE, raw, screen

SIZES = ends([(60, 20), (80, 24), (120, 40)])
FIRST_LETTERS = {"at least": "aa", "bug fix": "b"}
"""The letters that lead to a word in its list: "at least" is the first of two words in a."""


def without_random(tree: Tree) -> str:
    """A tree as text, the random ends of ids left out."""
    return re.sub(r"2026-06-15-[a-z0-9]{4}", "2026-06-15-", repr(dict(tree.files)))


def test_every_key_of_the_screen_does_something() -> None:
    assert missing(InterviewScreen) == []


async def test_ten_answers_from_the_keyboard_make_the_sample_plan(tmp_path: Path) -> None:
    begun = Tree({"plan.toml": Table({"format": 1, "title": "Login bug fix"})})
    async with asked(tmp_path, begun, size=(80, 24)) as person:
        for number, (step, values) in enumerate(TEN_ANSWERS):
            assert STEPS[person.number - 1] == step, number
            for key, value in values.items():
                assert person.field == key
                if value in FIRST_LETTERS:
                    await person.write("a" if value == "at least" else "b", "enter")
                elif isinstance(value, str) and "\n" in value:
                    first, second = value.split("\n")
                    await person.write(first, "f4")
                    await person.write(second, "enter")
                else:
                    await person.write(str(value), "enter")
        await person.press("enter")
        assert person.number == 0
        assert without_random(person.tree) == without_random(answered())
        await person.press("enter")
        assert person.over
        assert person.app.showed_plan
    assert without_random(PlanFolder.open(tmp_path).tree) == without_random(answered())


async def test_whoever_types_ahead_writes_in_the_right_fields(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Frame, "is_headless", False)  # else the driver of the test waits for each key
    said = ["Trust", "Bikes break", "Commuters", "12 of 20 said so", "They ride safely", "Fewer fear"]
    async with asked(tmp_path, size=(80, 24)) as person:
        for text in said:
            await person.write(text)  # only puts the keys into the queue
            person.app.post_message(events.Key("enter", "\r"))
        await person.write("Accidents")
        for _ in range(200):
            await person.pilot.pause(0.05)
            if person.number == 5 and "Accidents" in person.text:
                break
        await person.press("escape")
    tree = PlanFolder.open(tmp_path).tree
    found = [
        value.strip()
        for table, name in [
            ("missions", "title"),
            ("problems", "title"),
            ("problems", "who"),
            ("problems", "how_we_know"),
            ("goals", "title"),
            ("goals", "how_it_serves"),
        ]
        for record in tree.table(Address("plan.toml", (table,))).values()
        if isinstance(record, Table) and isinstance(value := record.get(name), str)
    ]
    assert found == said


@pytest.mark.parametrize("size", SIZES)
async def test_every_question_fits_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with asked(tmp_path, ten_answers().tree, at="mission", size=size) as person:
        for number in range(1, 11):
            question = person.screen.interview.question
            assert question is not None
            assert question.number == number
            words = " ".join(person.text.replace("│", " ").split())
            assert f"Question {number} of 10" in words
            assert question.text in words
            assert all(field.ask.label in words for field in question.fields)
            assert question.step.hint in words
            assert "F1 an example that works, one that fails" in words
            for key in ("Enter next", "Esc stop here", "F3 don't know yet"):
                assert key in person.footer
            assert ("F2 back" in person.footer) == (number > 1)
            assert ("so far" in person.text) == (number > 1)
            person.screen.do_next_question()
            await person.press()


@pytest.mark.parametrize("size", SIZES)
async def test_examples_are_shown_on_f1_and_hidden_again(tmp_path: Path, size: tuple[int, int]) -> None:
    async with asked(tmp_path, size=size) as person:
        await person.press("f1")
        assert "works  Shopping without second thoughts" in person.text
        assert "fails  Be the leading commerce platform" in person.text
        await person.press("f1")
        assert "works  " not in person.text


async def test_several_people_are_named_one_page_each_until_one_is_left_empty(tmp_path: Path) -> None:
    async with asked(tmp_path, at="people") as person:
        await person.write("Jonas", "enter")
        await person.write("Finance", "enter")
        await person.write("Fewer refunds.", "enter")
        assert "So far: Jonas. Enter on an empty line goes on." in person.text
        await person.write("Ayumi", "enter", "enter", "enter")
        assert "So far: Jonas, Ayumi." in person.text
        await person.press("f2")
        assert "▌Ayumi" in person.text
        await person.press("f2")
        assert "▌Jonas" in person.text
        await person.press("enter", "enter", "enter", "enter", "enter", "enter")
        assert person.number == 10
        await person.press("enter")
        assert person.number == 0
        names = list(person.tree.table(Address("stakeholders.toml", ("stakeholders",))))
        assert names == ["jonas", "ayumi"]


async def test_the_last_page_says_what_was_said_and_what_is_open(tmp_path: Path) -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.dont_know()
    walk.to("goal").say(title="Pay fast")
    async with asked(tmp_path, walk.tree, at="people") as person:
        await person.press("enter")
        said, _, still_open = person.text.partition("Still open")
        assert "1  Shopping without second thoughts" in said
        assert "4  Pay fast" in said
        assert "2  Which users' problem should this product solve?  don't know yet" in still_open
        assert "that serves the mission because" in still_open
        assert "8  What ships next, and when?" in still_open
        assert "Enter see the plan   F2 back   Esc close" in person.footer
        await person.press("f2")
        assert person.number == 10
        await person.press("enter", "escape")
        assert person.over
        assert not person.app.showed_plan


async def test_at_the_end_no_key_asks_for_a_field_and_what_was_said_follows_the_width(tmp_path: Path) -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.answer(TEN[1])
    async with asked(tmp_path, walk.tree, at="people", size=(120, 24)) as person:
        assert "so far  mission Shopping without second thoughts" in person.text
        await person.pilot.resize_terminal(80, 24)
        await person.press()
        assert "so far  … › problem Guests give up" in person.text
        await person.press("enter")
        assert "so far  " not in person.text
        for key in ("f1", "f3"):
            await person.press(key)
            assert person.messages[-1] == "All questions are behind you", key
        assert (person.number, person.labels) == (0, [])


async def test_a_line_of_what_was_said_is_answered_anew_and_leads_back(tmp_path: Path) -> None:
    walk = Walk()
    walk.answer(TEN[0])
    async with asked(tmp_path, walk.tree, at="people") as person:
        await person.press("enter")
        assert "Enter see the plan" in person.footer
        await person.press("down")
        assert "Enter correct it" in person.footer
        await person.press("enter")
        assert person.number == 1
        await person.write(" at night", "enter")
        assert person.number == 0
        assert "1  Shopping without second thoughts at night" in person.text
        await person.press("enter", "f2")
        assert person.number == 0, "back to where it was chosen"
        await person.press("f2")
        assert person.number == 10, "from here back is the question before"
        await person.press("enter")
        await person.press("up", "enter")
        assert person.over
        assert person.app.showed_plan


async def test_the_questions_do_not_open_again_in_a_finished_answer(tmp_path: Path) -> None:
    plan, shelf = tmp_path / "plan", Shelf.at(tmp_path, NOW)
    async with asked(plan, shelf=shelf) as person:
        await person.write("Warm homes", "enter", "f2", "escape")
    async with asked(plan, shelf=shelf) as person:
        assert person.number == 2
        await person.write("Bills", "escape")
    async with asked(plan, shelf=shelf) as person:
        assert (person.number, person.field) == (2, "problem.who")


async def test_it_can_begin_at_the_question_about_a_kind(tmp_path: Path) -> None:
    async with asked(tmp_path, kind="release") as person:
        assert person.number == 8


async def test_a_plan_that_cannot_be_changed_says_so_and_can_be_left(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("format = 1\nbroken", encoding="utf-8")
    async with asked(tmp_path) as person:
        await person.write("Warm homes", "enter")
        assert person.number == 1
        assert "plan.toml" in person.messages[0]
        await person.press("escape")
        assert person.over
    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == "format = 1\nbroken"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_shown_inert(tmp_path: Path, size: tuple[int, int]) -> None:
    walk = Walk()
    hostile = "".join(HOSTILE[:6]).replace("\n", " ")
    for step in STEPS:
        walk.to(step)
        first = walk.question.fields[0]
        walk.do(walk.interview.answer({first.key: hostile}))
    async with asked(tmp_path, walk.tree, size=size, at="mission") as person:
        for number, _ in enumerate(STEPS, 1):
            assert person.number == number
            await person.press("f1")
            assert raw(person.app) == set()
            person.screen.do_next_question()
            await person.press()
        assert person.number == 0
        assert raw(person.app) == set()
        assert "␛]52" in person.text


@pytest.mark.parametrize("size", SIZES)
async def test_japanese_fits_and_is_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    async with asked(tmp_path, size=size) as person:
        await person.paste("迷わない買い物" * 6, "enter")
        await person.paste("住所入力で諦める", "enter")
        await person.paste("一度だけ買う人", "enter")
        await person.paste("三月から\n半分が離脱", "enter")
        assert person.number == 4
        assert "住所入力で諦める" in person.text
        assert "迷わない買い物" in person.text
        assert all(len(line.encode("utf-8")) for line in person.text.splitlines()[:3])
        assert person.only("problems")["how_we_know"] == "三月から\n半分が離脱\n"
        assert person.only("problems")["title"] == "住所入力で諦める"


async def test_an_empty_plan_begins_with_the_questions_and_ends_on_the_page(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan", Tree({"plan.toml": Table({"format": 1})}))
    app = SuccessbookApp(Shelf.at(tmp_path, NOW), plan)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        await pilot.press(*"Warm", "enter", *["f3"] * 9, "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.plan_screen is not None
        assert app.plan_screen.is_current
        assert "Warm" in screen(app)
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        app.let_go()
