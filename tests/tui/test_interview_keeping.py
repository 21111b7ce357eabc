"""Nothing that was said in an interview is lost, whichever way a page is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.files.folder import PlanFolder
from successbook.shelf import Shelf
from successbook.tree import Address, Change, Set, Table
from successbook.tui.screens.interview_page import QuestionPage
from tests.guides.walk import TEN, Walk, ten_answers
from tests.tui.interviewing import NOW, asked


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


async def test_a_page_that_could_not_be_left_is_gone_on_with(tmp_path: Path) -> None:
    walk = Walk(position="metric")
    walk.answer(TEN[4])
    async with asked(tmp_path, walk.tree, at="target") as person:
        await person.write("60", "tab")
        await person.write("some day", "f2")
        assert "F2 again goes back without it" in person.text
        await person.write("s", "f2")
        assert person.number == 6, "that is something else, and was not asked about"
        await person.press(*["backspace"] * 9)
        await person.write("30 sep", "tab")
        assert (person.number, person.field) == (6, "target.kind")


async def test_a_field_that_was_left_by_a_click_and_cannot_be_kept_is_gone_back_to(tmp_path: Path) -> None:
    walk = Walk(position="metric")
    walk.answer(TEN[4])
    async with asked(tmp_path, walk.tree, at="target") as person:
        await person.write("60", "tab")
        await person.write("some day")
        for _ in range(2):
            person.screen.query_one(QuestionPage).rows[2].enter()
            await person.press()
            assert person.field == "target.kind"
            await person.press("enter")
            assert (person.number, person.field) == (6, "target.by")
            assert "goes back without it" not in person.text


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


async def test_what_cannot_be_kept_goes_when_its_field_is_not_known_beside_other_answers(
    tmp_path: Path,
) -> None:
    walk = Walk(position="metric")
    walk.answer(TEN[4])
    async with asked(tmp_path, walk.tree, at="target") as person:
        await person.write("60", "tab")
        await person.write("some day", "f3")
        assert (person.number, person.field) == (6, "target.kind")
        assert "some day" not in person.text
        target = person.only("metrics")["targets"]
        assert isinstance(target, Table)
        (found,) = target.values()
        assert isinstance(found, Table)
        assert (found["value"], found["not_known"], found.get("by")) == (60, ("by",), None)


async def test_dont_know_yet_of_the_last_field_goes_on_and_keeps_the_others(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.write("Bills", "tab", "f3")
        assert person.number == 3
        assert person.only("problems").get("not_known") == ("who",)
        assert person.only("problems")["title"] == "Bills"


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
        await person.write("Warm homes", "enter", "f2")
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
