"""Ten questions on the screen, from the keyboard: answering, going back, stopping, and losing nothing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from textual import events

from successbook.files.folder import PlanFolder
from successbook.shelf import Shelf
from successbook.tree import Address, Change, Set, Table, Tree
from successbook.tui.app import SuccessbookApp
from successbook.tui.dispatch import missing
from successbook.tui.frame import Frame
from successbook.tui.screens.interview import InterviewScreen
from tests.guides.login_bugfix import TEN_ANSWERS, answered
from tests.guides.walk import TEN, Walk, ten_answers
from tests.plans import written
from tests.thorough import ends
from tests.tui.interviewing import NOW, asked
from tests.tui.stage import HOSTILE, raw, screen

SIZES = ends([(60, 20), (80, 24), (120, 40)])
STEPS = [step.name for step in Walk().interview.guide.steps]
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


async def test_enter_goes_to_the_next_field_and_after_the_last_to_the_next_question(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.write("Bills come as a shock", "enter")
        assert (person.number, person.field) == (2, "problem.who")
        await person.write("Tenants", "enter")
        assert (person.number, person.field) == (3, "problem.how_we_know")
        await person.write("Nine of ten calls", "enter")
        assert person.number == 4
        assert person.only("problems")["how_we_know"] == "Nine of ten calls\n"


async def test_tab_goes_round_the_fields_and_shift_tab_back(tmp_path: Path) -> None:
    async with asked(tmp_path, at="metric") as person:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await person.press(key)
            seen.append(person.field)
        assert seen == ["metric.baseline", "metric.unit", "metric.title", "metric.unit"]
        assert person.number == 5


@pytest.mark.parametrize("key", ["f4", "ctrl+j"])
async def test_a_new_line_in_prose_has_a_key_of_its_own(tmp_path: Path, key: str) -> None:
    async with asked(tmp_path, ten_answers().tree, at="evidence", size=(120, 40)) as person:
        assert "F4 new line" in person.footer
        await person.write("", key)
        await person.write("We asked.", "enter")
        known = person.only("problems")["how_we_know"]
        assert known == "38 % instead of 61 % get past it since March.\nWe asked.\n"


async def test_a_new_line_is_not_offered_where_there_is_one_line(tmp_path: Path) -> None:
    async with asked(tmp_path, size=(120, 40)) as person:
        assert "F4" not in person.footer


async def test_pasted_prose_keeps_its_lines(tmp_path: Path) -> None:
    async with asked(tmp_path, at="evidence") as person:
        await person.paste("One.\r\nTwo.\n\nThree.", "enter")
        assert person.only("problems")["how_we_know"] == "One.\nTwo.\n\nThree.\n"


async def test_a_field_is_in_the_plan_as_soon_as_it_is_left(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.write("Bills come as a shock", "tab")
        assert person.only("problems")["title"] == "Bills come as a shock"
        assert person.labels == ['Answer "Which users\' problem should this product solve?"']
        await person.write("Tenants", "shift+tab")
        assert person.only("problems")["who"] == "Tenants"


async def test_nothing_is_made_from_the_second_field_before_the_first_is_filled(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.press("tab")
        await person.write("Tenants", "shift+tab")
        assert person.labels == []
        await person.write("Bills come as a shock", "enter")
        assert list(person.tree.table(Address("plan.toml", ("problems",)))) == ["bills-come-as-a-shock"]
        assert person.only("problems")["who"] == "Tenants"


async def test_the_second_field_alone_is_kept_when_the_page_is_left(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.press("tab")
        await person.write("Tenants", "escape")
        assert person.over
        assert person.only("problems")["who"] == "Tenants"


async def test_esc_stops_with_everything_kept_and_it_goes_on_where_nothing_stands_yet(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shelf = Shelf.at(tmp_path, NOW)
    async with asked(plan, shelf=shelf) as person:
        await person.write("Warm homes", "enter")
        await person.press("f3")
        await person.press("enter")
        await person.write("Pay", "enter")
        await person.write("because", "escape")
        assert person.over
        assert person.only("goals")["how_it_serves"] == "because\n"
    later = Shelf.at(tmp_path, NOW)
    assert later.position(plan, "ten-questions") == "goal"
    async with asked(plan, shelf=later) as person:
        assert person.number == 5
        await person.press("f2")
        assert "Pay" in person.text
        assert 'that serve "Warm homes"?' in person.text
        await person.press("f3")
        assert person.number == 4
        for _ in range(7):
            await person.press("f3")
        assert person.number == 0
    assert Shelf.at(tmp_path, NOW).position(plan, "ten-questions") == ""


async def test_f2_goes_back_with_what_was_typed_kept(tmp_path: Path) -> None:
    async with asked(tmp_path) as person:
        assert "F2" not in person.footer
        await person.press("f2")
        assert person.number == 1
        await person.write("Warm homes", "enter")
        await person.write("Bills come as a sho", "f2")
        assert (person.number, person.only("problems")["title"]) == (1, "Bills come as a sho")
        assert "▌Warm homes" in person.text
        await person.write(" for all", "enter")
        assert person.only("missions")["title"] == "Warm homes for all"
        assert list(person.tree.table(Address("plan.toml", ("missions",)))) == ["warm-homes"]
        assert "▌Bills come as a sho" in person.text


async def test_dont_know_yet_answers_the_whole_question_and_goes_on(tmp_path: Path) -> None:
    async with asked(tmp_path) as person:
        await person.press("f3")
        assert person.number == 2
        assert person.value("not_known") == ("missions",)
        assert person.labels == ['Don\'t know yet: "What does your company exist for?"']
        assert "1 not known yet" in person.text
        await person.press("f2")
        assert "don't know yet" in person.text.replace("F3 don't know yet", "")


async def test_dont_know_yet_beside_other_answers_is_about_one_field(tmp_path: Path) -> None:
    async with asked(tmp_path, ten_answers().tree, at="target") as person:
        await person.press("tab", "f3")
        assert (person.number, person.field) == (6, "target.kind")
        record = person.tree.table(Address("plan.toml", ("metrics", "seconds-to-pay", "targets")))
        (target,) = record.values()
        assert target == Table({"kind": "at most", "value": 60, "not_known": ("by",)})
        assert "don't know yet" in person.text.replace("F3 don't know yet", "")
        await person.press("f3")
        assert person.number == 7


async def test_dont_know_yet_never_loses_what_was_typed(tmp_path: Path) -> None:
    async with asked(tmp_path) as person:
        await person.write("Warm homes", "f3")
        assert person.only("missions") == Table({"not_known": ("title",)})
        person.app.workbook.undo()
        assert person.only("missions") == Table({"title": "Warm homes"})


async def test_dont_know_yet_goes_on_even_from_something_that_cannot_be_kept(tmp_path: Path) -> None:
    async with asked(tmp_path, ten_answers().tree, at="next") as person:
        await person.press("tab")
        await person.write("soon", "f3")
        assert person.field == "initiative.level"
        at = Address("releases/guest-checkout/release.toml")
        assert person.tree.get(at.child("not_known")) == ("planned",)


async def test_a_date_is_typed_as_people_say_it_and_shown_as_it_is_kept(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        await person.write("Guest checkout", "enter")
        await person.write("6 jul", "tab")
        assert "2026-07-06" in person.text
        assert "Mon 6 Jul 2026, in 21 days" in person.text


async def test_a_bad_date_is_said_under_its_field_and_stays(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        await person.write("Guest checkout", "enter")
        await person.write("31 feb", "enter")
        assert person.field == "release.planned"
        assert '"31 feb" is not in the calendar' in person.text
        await person.press("enter", "tab", "shift+tab")
        assert person.field == "release.planned"
        assert "releases/guest-checkout/release.toml" not in person.tree.files
        await person.press("f2")
        assert person.number == 8
        assert "F2 again goes back without it" in person.text
        await person.press("f2")
        assert person.number == 7
        assert person.only("initiatives")["title"] == "Guest checkout"


async def test_esc_from_a_bad_date_asks_once_more(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        await person.write("Guest checkout", "enter")
        await person.write("31 feb", "escape")
        assert not person.over
        assert "Esc again leaves it as it was" in person.text
        await person.press("escape")
        assert person.over
        assert person.only("initiatives")["title"] == "Guest checkout"


async def test_a_number_with_a_comma_is_asked_about_and_never_guessed(tmp_path: Path) -> None:
    async with asked(tmp_path, at="metric") as person:
        await person.write("Load", "enter")
        await person.write("1,5", "enter")
        assert person.field == "metric.baseline"
        assert "Did you mean 1.5? Enter again keeps it" in person.text
        assert "baseline" not in person.only("metrics")
        await person.press("enter")
        assert person.field == "metric.unit"
        assert person.only("metrics")["baseline"] == 1.5
        assert "▏1.5" in person.text


async def test_a_number_and_its_unit_are_taken_apart_at_once(tmp_path: Path) -> None:
    async with asked(tmp_path, at="metric") as person:
        await person.write("Load", "enter")
        await person.write("96 s", "enter")
        assert re.search(r"Today it is +▏96\s", person.text)
        assert re.search(r"Unit +▌s\s", person.text)
        assert (person.only("metrics")["baseline"], person.only("metrics")["unit"]) == (96, "s")
        await person.press("enter")
        await person.write("60 s", "enter")
        (target,) = person.tree.table(Address("plan.toml", ("metrics", "load", "targets"))).values()
        assert target == Table({"value": 60})


async def test_a_comma_and_a_unit_together_are_asked_about(tmp_path: Path) -> None:
    async with asked(tmp_path, at="metric") as person:
        await person.write("Load", "enter")
        await person.write("1,5 %", "enter")
        assert "Did you mean 1.5 %? Enter again keeps it" in person.text
        await person.press("enter")
        assert (person.only("metrics")["baseline"], person.only("metrics")["unit"]) == (1.5, "%")


async def test_going_past_a_choice_chooses_nothing(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        await person.write("Guest checkout", "enter", "enter")
        assert person.field == "initiative.level"
        assert "sprint" in person.text
        await person.press("enter")
        assert person.number == 9
        assert "level" not in person.only("initiatives")
        await person.press("f2")
        person.screen.do_next_question()
        await person.press()
        assert "level" not in person.only("initiatives")
        await person.press("f2", "tab", "tab", "s", "tab")
        assert "level" not in person.only("initiatives")
        await person.press("shift+tab", "s", "enter")
        assert person.only("initiatives")["level"] == "sprint"


async def test_a_click_into_another_field_keeps_the_one_before(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        await person.write("Guest checkout")
        rows = list(person.screen.query("FieldRow"))
        await person.pilot.click(rows[2], offset=(30, 0))
        await person.press()
        assert person.field == "initiative.level"
        assert person.only("initiatives")["title"] == "Guest checkout"
        await person.pilot.click(rows[1], offset=(30, 0))
        await person.write("soo")
        await person.pilot.click(rows[0], offset=(30, 0))
        await person.press()
        assert '"soo" is no date' in person.text


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


@pytest.mark.parametrize(("text", "kept"), [("Warm ho", "Warm ho"), ("", None)])
async def test_quitting_in_the_middle_of_a_word_keeps_it(tmp_path: Path, text: str, kept: str | None) -> None:
    async with asked(tmp_path) as person:
        await person.write(text)
        person.app.exit()
    titles = [table["title"] for table in PlanFolder.open(tmp_path).tree.table(
        Address("plan.toml", ("missions",))).values() if isinstance(table, Table)]  # fmt: skip
    assert titles == ([kept] if kept else [])


@pytest.mark.parametrize("text", ["1,5", "quite slow"])
async def test_quitting_with_a_doubtful_number_keeps_the_words(tmp_path: Path, text: str) -> None:
    async with asked(tmp_path, at="metric") as person:
        await person.write("Load", "enter")
        await person.write(text)
        person.app.exit()
    record = PlanFolder.open(tmp_path).tree.table(Address("plan.toml", ("metrics", "load")))
    assert record["baseline"] == text


async def test_an_answer_undone_elsewhere_disappears_from_its_field(tmp_path: Path) -> None:
    async with asked(tmp_path) as person:
        await person.write("Warm homes", "tab")
        assert "▌Warm homes" in person.text
        person.app.workbook.undo()
        await person.press()
        assert "Warm homes" not in person.text


async def test_a_change_from_elsewhere_leaves_what_is_being_typed_alone(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.write("Bills come as a shock", "enter")
        await person.write("Ten")
        title = Address("plan.toml", ("problems", "bills-come-as-a-shock", "title"))
        person.app.workbook.do(Change("Rename", (Set(title, "Bills"),)))
        await person.press()
        assert "▏Bills  " in person.text
        assert "▌Ten" in person.text
        await person.write("ants", "enter")
        assert person.only("problems") == Table({"title": "Bills", "who": "Tenants"})


async def test_prose_too_long_to_write_in_stays_whole(tmp_path: Path) -> None:
    walk = Walk()
    walk.to("problem").say(title="Bills")
    walk.to("evidence").say(how_we_know="word " * 30_000)
    async with asked(tmp_path, walk.tree, at="evidence") as person:
        assert "too long to write in here" in person.text
        await person.press("enter", "f2")
        await person.press("x")
        person.app.exit()
    assert PlanFolder.open(tmp_path).tree == walk.tree


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


async def test_the_date_comes_from_the_plan_and_not_from_a_clock(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        await person.write("Guest checkout", "enter")
        await person.write("+14", "enter")
        release = person.tree.table(Address("releases/guest-checkout/release.toml"))
        assert release["planned"] == dt.date(2026, 6, 29)


async def test_what_cannot_be_typed_wrong_is_typed_fast(tmp_path: Path) -> None:
    async with asked(tmp_path) as person:
        await person.pilot.press(*"Warm", "enter", *"Bills", "enter", *"Tenants", "enter", *"Calls", "enter")
        await person.press()
        assert person.number == 4
        assert person.only("problems") == Table(
            {"title": "Bills", "serves": ("warm",), "who": "Tenants", "how_we_know": "Calls\n"}
        )


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
