"""The fields of a question: how one goes from one to the next, and what each makes of what is typed."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from successbook.files.folder import PlanFolder
from successbook.tree import Address, Table
from successbook.tui.screens.interview_fields import FieldRow
from tests.guides.walk import Walk, ten_answers
from tests.tui.interviewing import asked


async def test_enter_goes_to_the_next_field_and_after_the_last_to_the_next_question(tmp_path: Path) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.write("Bills come as a shock", "enter")
        assert (person.number, person.field) == (2, "problem.who")
        await person.write("Tenants", "enter")
        assert (person.number, person.field) == (3, "problem.how_we_know")
        await person.write("Nine of ten calls", "enter")
        assert person.number == 4
        assert person.only("problems")["how_we_know"] == "Nine of ten calls\n"


async def test_enter_in_an_empty_field_goes_to_the_next_one_where_one_answer_is_asked_for(
    tmp_path: Path,
) -> None:
    async with asked(tmp_path, at="problem") as person:
        await person.press("enter")
        assert (person.number, person.field) == (2, "problem.who")
        await person.press("enter")
        assert (person.number, person.labels) == (3, [])


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


async def test_a_choice_that_nobody_made_says_what_is_asked(tmp_path: Path) -> None:
    async with asked(tmp_path, at="next") as person:
        assert re.search(r"It is a +Is it a bug fix, a sprint, a feature, an MVP\?", person.text)


@pytest.mark.parametrize(("columns", "together"), [(60, False), (80, True), (120, True)])
async def test_a_field_below_its_label_begins_where_the_others_do(
    tmp_path: Path, columns: int, together: bool
) -> None:
    async with asked(tmp_path, ten_answers().tree, at="goal", size=(columns, 24)) as person:
        lefts = {row.editor.region.x for row in person.app.screen.query(FieldRow)}
        assert (len(lefts) == 1) == together


async def test_a_new_line_is_not_offered_where_there_is_one_line(tmp_path: Path) -> None:
    async with asked(tmp_path, size=(120, 40)) as person:
        assert "F4" not in person.footer


async def test_pasted_prose_keeps_its_lines(tmp_path: Path) -> None:
    async with asked(tmp_path, at="evidence") as person:
        await person.paste("One.\r\nTwo.\n\nThree.", "enter")
        assert person.only("problems")["how_we_know"] == "One.\nTwo.\n\nThree.\n"


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
