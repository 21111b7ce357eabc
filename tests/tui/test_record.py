"""The record pane: long lists of parts unfold, what is written stays in its place, keys fit their line."""

from __future__ import annotations

from pathlib import Path

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Tree
from successbook.tui.rooms.record_keys import ListKey, MoreKey, NewKey, PartKey, StrangeKey
from tests.full import PLACES, full_plan
from tests.plans import GOAL, METRIC, NOW, TARGET, small_plan, written
from tests.tui.driving import driven
from tests.tui.goal_plans import added_beside


def many_targets() -> Tree:
    """The small plan, its metric with eight more targets."""
    draft = Draft(small_plan(), today=NOW.date)
    for number in range(8):
        draft.add(KINDS["target"], f"Target {number}", inside=METRIC)
    return draft.tree


async def test_a_long_list_of_parts_shows_five_and_unfolds(tmp_path: Path) -> None:
    written(tmp_path, many_targets())
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("tab")
        targets = [row.key for row in driver.list.rows if isinstance(row.key, PartKey) and row.key.part]
        assert len(targets) == 5
        assert "Targets  9" in driver.text
        assert "and 4 more" in driver.text
        assert driver.list.select(ListKey("target"))
        await driver.press("enter")
        assert "Target 7" in driver.text
        assert "show fewer" in driver.text
        await driver.press("enter")
        assert "Target 7" not in driver.text


async def test_coming_back_from_a_part_that_is_far_down_unfolds_its_list(tmp_path: Path) -> None:
    written(tmp_path, many_targets())
    async with driven(tmp_path) as driver:
        last = METRIC.child("targets", "target-7")
        await driver.go_to(last.child("value"))
        await driver.press("escape")
        assert driver.list.cursor_key == PartKey(last, part=True)


async def test_writing_in_a_part_stays_in_the_part(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(TARGET.child("value"))
        await driver.press("enter", "1", "enter")
        assert driver.value(TARGET.child("value")) == 601
        assert driver.outline._pane.record == TARGET
        assert getattr(driver.list.cursor_key, "name", "") == "value"


async def test_add_on_a_part_adds_another_one_beside_it(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(TARGET)
        await driver.press("escape")
        assert driver.list.cursor_key == PartKey(TARGET, part=True)
        await driver.press("a", "end", "up", "enter")
        assert driver.app.workbook is not None
        assert len(driver.app.workbook.tree.table(METRIC.child("targets"))) == 2
        assert driver.outline._pane.home == METRIC


async def test_tab_in_a_new_record_goes_on_to_its_next_field(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await added_beside(driver, GOAL, "Guests come back", "tab")
        new = GOAL.parent.child("guests-come-back")
        assert driver.value(new.child("title")) == "Guests come back"
        assert driver.outline._pane.writing
        assert driver.outline.record == new
        await driver.press("escape", "escape")
        assert driver.list is driver.outline._outline


async def test_rare_parts_are_asked_for_once_more_is_shown(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("tab")
        assert not driver.list.select(NewKey("score"))
        assert driver.list.select(MoreKey())
        await driver.press("enter")
        assert driver.list.select(NewKey("score"))
        await driver.press("m")
        assert not driver.list.select(NewKey("score"))


async def test_a_record_named_by_another_says_which_in_its_title_line(tmp_path: Path) -> None:
    written(tmp_path, full_plan())
    async with driven(tmp_path, (200, 60)) as driver:
        await driver.go_to(PLACES["release_kpi"])
        assert "KPI of this release · Seconds to pay" in driver.text
        await driver.go_to(PLACES["sheet"])
        assert "Result sheet · The round, The tester" in driver.text
        await driver.go_to(PLACES["result"].child("state"))
        assert "Result · The case of The round, The tester" in driver.text


async def test_the_keys_on_a_line_are_those_that_work_on_it(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("tab")
        assert "F3 don't know yet" in driver.text.splitlines()[-1]
        assert driver.list.select(NewKey("target"))
        await driver.pilot.pause()
        keys = driver.text.splitlines()[-1]
        assert "Enter add" in keys
        assert "don't know yet" not in keys
        assert "delete" not in keys


async def test_a_misspelt_key_is_taken_as_the_field_it_means(tmp_path: Path) -> None:
    written(tmp_path, small_plan())
    file = tmp_path / METRIC.file
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"baseline = 96", b"basline = 96"))
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC.child("basline"))
        assert driver.list.cursor_key == StrangeKey("basline")
        assert "did you mean" in driver.text
        assert "take it as Baseline" in driver.text
        await driver.press("enter")
        assert driver.value(METRIC.child("baseline")) == 96
        assert getattr(driver.list.cursor_key, "name", "") == "baseline"
        assert driver.app.workbook is not None
        driver.app.workbook.flush()
        assert file.read_bytes() == whole
        await driver.press("u")
        assert driver.value(METRIC.child("basline")) == 96
        assert getattr(driver.list.cursor_key, "name", "") == "baseline"


async def test_a_key_that_means_nothing_can_only_be_deleted(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    draft.put(METRIC.child("jira"), "PAY-7")
    written(tmp_path, draft.tree)
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC.child("jira"))
        assert "take it as" not in driver.text
        await driver.press("enter")
        assert "No empty field is called like it; d deletes it" in driver.text
        await driver.press("d")
        assert driver.value(METRIC.child("jira")) is None
        assert driver.labels == ['Delete "jira" from "Seconds to pay"']
