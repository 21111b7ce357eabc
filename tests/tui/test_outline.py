"""The outline and the record pane: reading and editing every kind from the keyboard."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.tree import Address
from successbook.tui.rooms.outline_rows import OutlineKey
from tests.plans import (
    ACTION,
    GOAL,
    GUARDRAIL,
    INITIATIVE,
    METRIC,
    MISSION,
    PROBLEM,
    RELEASE,
    STAKEHOLDER,
    TARGET,
)
from tests.thorough import ends
from tests.tui.driving import Driver, driven
from tests.tui.goal_plans import added_beside, written_in

SIZES = ends([(60, 20), (80, 24), (120, 40), (200, 60)])


def shown(driver: Driver) -> list[Address | None]:
    """The records in the outline."""
    keys = [row.key for row in driver.outline._outline.rows]
    return [key.record for key in keys if isinstance(key, OutlineKey)]


async def test_enter_writes_in_a_field_and_enter_keeps_it(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await written_in(driver, GOAL.child("title"), "!", "enter")
        assert driver.value(GOAL.child("title")) == "Guests pay quickly!"
        assert driver.labels == ['Rename goal "Guests pay quickly!"']
        assert driver.list.cursor_key == driver.outline._pane._list.cursor_key


async def test_escape_leaves_the_field_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await written_in(driver, GOAL.child("how_it_serves"), "Less to type.", "escape")
        assert driver.value(GOAL.child("how_it_serves")) == "Less to type.\n"
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.is_current


async def test_tab_goes_on_to_the_next_field(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await written_in(driver, PROBLEM.child("who"), "s", "tab")
        await driver.write("It costs four minutes.")
        await driver.press("escape")
        assert driver.value(PROBLEM.child("who")) == "People on a phones"
        assert driver.value(PROBLEM.child("pain")) == "It costs four minutes.\n"


@pytest.mark.parametrize(
    ("at", "keys", "said", "value"),
    [
        (PROBLEM.child("who"), (), " and others", "People on a phone and others"),
        (PROBLEM.child("pain"), (), "One", "One\n"),
        (GOAL.child("by"), (), "30 sep", dt.date(2026, 9, 30)),
        (METRIC.child("baseline"), ("ctrl+u",), "~13k", "~13000"),
        (GUARDRAIL.child("at_most"), ("ctrl+u",), "0.9", 0.9),
        (METRIC.child("direction"), (), "d", "decrease"),
        (INITIATIVE.child("owners"), (), "Payments team", ("Payments team",)),
        (
            METRIC.child("measures"),
            (),
            "guests pay",
            ("initiative:guest-checkout", "goal:guests-pay-quickly"),
        ),
        (RELEASE.child("time"), (), "9:30", dt.time(9, 30)),
        (STAKEHOLDER.child("hear_every"), (), "14", 14),
    ],
    ids=["line", "prose", "date", "measured", "number", "choice", "list", "references", "time", "count"],
)
async def test_every_control_changes_its_field(
    tmp_path: Path, at: Address, keys: tuple[str, ...], said: str, value: object
) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(at)
        await driver.press("enter", *keys)
        await driver.write(said)
        await driver.press("enter")
        if driver.app.focused is not driver.outline._pane._list:
            await driver.press("escape")
        assert driver.value(at) == value
        assert len(driver.labels) == 1


async def test_a_comma_is_confirmed_and_never_guessed(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC.child("baseline"))
        await driver.press("enter", "ctrl+u")
        await driver.write("1,5")
        await driver.press("enter")
        assert driver.value(METRIC.child("baseline")) == 96
        assert "Did you mean 1.5?" in driver.text
        await driver.press("enter")
        assert driver.value(METRIC.child("baseline")) == 1.5


async def test_a_date_that_is_none_is_said_and_the_field_stays_open(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await written_in(driver, GOAL.child("by"), "31 feb", "enter")
        assert driver.value(GOAL.child("by")) is None
        assert "not in the calendar" in driver.text


async def test_dont_know_yet_is_kept_and_an_answer_ends_it(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC.child("direction"))
        await driver.press("f3")
        assert driver.value(METRIC.child("not_known")) == ("direction",)
        assert "not known yet" in driver.text
        await driver.press("enter")
        await driver.write("d")
        await driver.press("enter")
        assert driver.value(METRIC.child("not_known")) is None


async def test_a_record_is_added_beside_the_one_under_the_cursor_and_selected(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2")
        await added_beside(driver, GOAL, "Guests come back", "enter")
        new = Address.parse("plan.toml:goals.guests-come-back")
        assert driver.value(new.child("serves")) == ("problem:guests-give-up",)
        assert driver.outline.record == new
        assert driver.labels == ['Add goal "Guests come back"']


async def test_a_record_is_added_below_and_what_cannot_hang_there_is_not_offered(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(MISSION)
        await driver.press("A")
        assert "problem" in driver.text
        assert "initiative  Something" not in driver.text
        await driver.press("down", "enter")
        await driver.write("Everybody shops calmly")
        await driver.press("enter")
        assert driver.value(Address.parse("plan.toml:goals.everybody-shops-calmly.serves")) == (
            "mission:shopping-without-second-thoughts",
        )


async def test_a_new_record_in_which_nothing_was_written_does_not_come_to_be(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GOAL)
        await driver.press("a", "escape")
        assert driver.labels == []
        assert driver.outline.record == GOAL


async def test_escape_keeps_a_new_record_with_what_was_typed(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await added_beside(driver, GOAL, "Half a thought", "escape")
        assert driver.labels == ['Add goal "Half a thought"']


async def test_deleting_says_what_hangs_loose_and_undo_brings_it_back_under_the_cursor(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path) as driver:
        before = driver.app.workbook.tree if driver.app.workbook else None
        await driver.go_to(GOAL)
        await driver.press("d")
        assert driver.value(GOAL) is None
        assert any("hang loose" in each for each in driver.said)
        await driver.press("u")
        assert driver.app.workbook is not None
        assert driver.app.workbook.tree == before
        assert driver.outline.record == GOAL


async def test_undo_goes_back_to_the_field_where_it_happened(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await written_in(driver, PROBLEM.child("who"), "s", "enter", "1")
        await driver.press("u")
        assert driver.value(PROBLEM.child("who")) == "People on a phone"
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.room.NAME == "goals"
        assert driver.list.cursor_row is not None
        assert getattr(driver.list.cursor_key, "name", "") == "who"
        await driver.press("U")
        assert driver.value(PROBLEM.child("who")) == "People on a phones"


async def test_records_of_a_kind_change_places(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await added_beside(driver, GOAL, "Second", "enter", "K")
        assert driver.app.workbook is not None
        assert list(driver.app.workbook.tree.table(GOAL.parent)) == ["second", "guests-pay-quickly"]
        assert driver.outline.record == GOAL.parent.child("second")
        await driver.press("K")
        assert any("first of its kind" in each for each in driver.said)
        await driver.press("J")
        assert list(driver.app.workbook.tree.table(GOAL.parent)) == ["guests-pay-quickly", "second"]


async def test_a_record_is_hung_one_level_higher_and_back(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(INITIATIVE)
        await driver.press("H")
        assert driver.value(INITIATIVE.child("serves")) == ("goal:guests-pay-quickly",)
        await driver.press("L")
        assert driver.value(INITIATIVE.child("serves")) == ("key_action:guests-keep-their-card",)
        assert driver.outline.record == INITIATIVE


async def test_a_part_is_added_shown_and_left_again(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(TARGET.child("value"))
        assert "Target of Seconds to pay" in driver.text
        await driver.press("enter", "ctrl+u")
        await driver.write("55")
        await driver.press("enter")
        assert driver.value(TARGET.child("value")) == 55
        await driver.press("escape")
        assert driver.outline._pane.record == METRIC
        await driver.press("escape")
        assert driver.list is driver.outline._outline


async def test_folding_hides_what_hangs_below_and_finding_unfolds_it(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(ACTION)
        await driver.press("left")
        assert INITIATIVE not in shown(driver)
        await driver.press("slash")
        await driver.write("seconds")
        await driver.press("enter")
        assert driver.outline.record == METRIC
        assert INITIATIVE in shown(driver)


async def test_a_reading_takes_three_keystrokes(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("r")
        await driver.write("7")
        await driver.press("enter")
        assert driver.value(Address.parse("readings.toml:readings.seconds-to-pay.2026-06-15")) == 7
        assert driver.labels == ['Reading of "Seconds to pay"']


async def test_a_value_that_does_not_fit_is_shown_where_it_stands_and_the_rest_can_be_written(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path) as driver:
        pass
    plan = tmp_path / "plan.toml"
    plan.write_bytes(plan.read_bytes().replace(b"baseline = 96", b"baseline = true"))
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC.child("unit"))
        assert "True" in driver.text
        assert "it should be" in driver.text
        await driver.press("enter")
        await driver.write("ec")
        await driver.press("enter")
        assert driver.value(METRIC.child("unit")) == "sec"
        assert driver.value(METRIC.child("baseline")) is True


async def test_where_the_record_is_a_page_of_its_own_80_columns_name_the_way_back(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.go_to(METRIC)
        await driver.press("enter")
        assert "Esc to the outline" in driver.text.splitlines()[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_outline_and_record_work_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.press("2")
        await driver.press("end", "home", "down", "enter", "enter")
        await driver.write(" indeed")
        await driver.press("enter", "escape")
        assert driver.value(MISSION.child("title")) == "Shopping without second thoughts indeed"
        assert driver.list is driver.outline._outline
        assert "thoughts indeed" in driver.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_new_metric_is_asked_at_once_where_it_is_and_where_it_should_be(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await added_beside(driver, METRIC, "Calls to support", "enter")
        assert 'Where is "Calls to support" today?' in driver.text
        await driver.write("48 a week")
        await driver.press("enter")
        at = METRIC.parent.child("calls-to-support")
        assert (driver.value(at.child("baseline")), driver.value(at.child("unit"))) == (48, "a week")
        await driver.press("escape")
        assert driver.outline.record == at
        await driver.press("u", "u")
        assert driver.value(at) is None


async def test_tab_in_a_new_metric_goes_on_in_its_record_and_asks_nothing_else(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await added_beside(driver, METRIC, "Calls to support", "tab")
        assert driver.app.screen is driver.app.plan_screen
        assert driver.outline.record == METRIC.parent.child("calls-to-support")


async def test_from_a_part_the_key_line_names_the_record_to_which_esc_leads(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.go_to(METRIC)
        target = METRIC.child("targets", "end-of-quarter")
        await driver.go_to(target)
        last = driver.text.splitlines()[-1]
        assert "Esc to the metric" in last
        await driver.press("escape")
        assert "Esc to the outline" in driver.text.splitlines()[-1]
