"""The table of cases and testers: cases are marked, changed, waived, sorted and filtered in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tui.widgets.grid import Grid
from tests.plans import NOW, written
from tests.tui.driving import driven
from tests.tui.testing_plans import UAT, case, grid, judged, room, suite, tree


async def test_several_cases_are_changed_by_one_change(tmp_path: Path) -> None:
    written(tmp_path, suite(6, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "space", "space", "down", "space")
        assert len(room(driver)._cases.marked) == 3
        await driver.press("space", "up", "space")  # one more, and not after all
        assert len(room(driver)._cases.marked) == 3
        await driver.press("b", "enter", *"should", "enter")
        assert [driver.value(case(number).child("priority")) for number in (0, 1, 2, 3)] == [
            "should", "should", "must", "should",
        ]  # fmt: skip
        assert len(driver.labels) == 1
        await driver.press("b", "down", "enter", *"Money", "enter")
        assert driver.value(case(3).child("section")) == "Money"
        await driver.press("b", "down", "down", "down", "down", "enter", *"slow,odd", "enter")
        assert driver.value(case(3).child("tags")) == ("slow", "odd")
        await driver.press("u", "u", "u")
        assert tree(driver) == suite(6, 1)
        assert room(driver).view == "matrix"


async def test_marked_cases_are_waived_and_deleted_together(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "space", "down", "space", "W", *"Mara", "tab", *"Later", "enter")
        assert [each.exempt for each in judged(driver).cases] == [True, False, True, False]
        assert driver.value(UAT.child("waivers", "case-0", "date")) == NOW.date
        await driver.press("d")
        assert list(tree(driver).table(UAT.child("cases"))) == ["case-1", "case-3"]
        await driver.press("u")
        assert len(judged(driver).cases) == 4


async def test_a_waiver_without_a_reason_is_asked_for_it_once(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "W", *"Mara", "enter")
        assert not list(records(tree(driver), KINDS["waiver"], UAT))
        await driver.press("enter")
        assert judged(driver).causes[0].says.endswith("its waiver does not say why")
        assert driver.labels == ['Waive "Case 0"']


async def test_what_has_passed_or_is_waived_is_not_waived(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "p", "escape", "home", "W")
        assert driver.said[-1] == "It has passed, so there is nothing to waive"
        await driver.press("down", "W", *"Mara", "tab", *"Later", "enter", "W")
        assert driver.said[-1] == "It is waived already"
        await driver.press("home", "space", "space", "W")
        assert driver.said[-1] == "All of them have passed or are waived already"
        await driver.press("space", "W")
        assert "Why need this case not pass?" in driver.text
        assert "2 of the marked cases have passed or a waiver." in driver.text
        await driver.press(*"Mara", "tab", *"Later", "enter")
        assert list(tree(driver).table(UAT.child("waivers"))) == ["case-1", "case-2"]
        assert driver.labels[-1] == 'Waive "Case 2"'


async def test_a_copy_is_written_on_in_place(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "D")
        first, copy, *_ = records(tree(driver), KINDS["case"], UAT)
        assert (grid(driver).cursor_key, driver.value(copy.child("title"))) == (copy, "Case 0")
        await driver.press("v", "right", "enter", *"Money", "enter", "escape")
        assert driver.value(copy.child("section")) == "PayingMoney"
        assert driver.value(first.child("section")) == "Paying"
        assert grid(driver).cursor_key == copy


async def test_cases_change_places_and_do_not_while_they_are_sorted(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "J")
        assert list(tree(driver).table(UAT.child("cases"))) == ["case-1", "case-0", "case-2"]
        assert grid(driver).cursor_key == case(0)
        await driver.press("s", "down", "down", "down", "enter", "K")
        assert driver.said[-1] == "The cases are sorted; s brings their own order back"
        assert room(driver)._cases.cases() == [case(0), case(1), case(2)]


FILTERS: list[tuple[str, list[int]]] = [
    ("case-nothing", []),
    ("must", [0, 2]),
    ("MUST after", [2]),
    ("failed", [1]),
    ("nobody", [0, 2, 3]),
]


async def test_a_filter_finds_words_of_cases_and_results(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "enter", "f", "enter", "escape")
        for words, wanted in FILTERS:
            await driver.press("/")
            await driver.write(words)
            assert room(driver)._cases.cases() == [case(number) for number in wanted], words
            await driver.press("escape")
            assert len(room(driver)._cases.cases()) == 4
            assert isinstance(driver.app.focused, Grid)


async def test_cases_are_filtered_while_one_types_and_escape_shows_all(tmp_path: Path) -> None:
    written(tmp_path, suite(12, 1))
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await driver.press("4", "slash")
        counts = []
        for letter in "case 1":
            await driver.write(letter)
            counts.append(room(driver)._cases.count)
        assert counts == [12, 12, 12, 12, 12, 3]  # 1, 10, 11
        await driver.write("x")
        assert "No case has all of: case 1x. Esc shows all." in driver.text
        await driver.press("backspace")
        assert "3 of 12 cases with: case 1" in driver.text
        assert "Space mark" not in driver.text  # it would be typed
        await driver.press("escape")
        assert room(driver)._cases.count == 12
        assert isinstance(driver.app.focused, Grid)
        await driver.press("slash", *"11", "enter")
        assert (room(driver)._cases.count, grid(driver).cursor_key) == (1, case(11))
        await driver.press("slash", "slash")
        assert room(driver)._cases.count == 12
        assert type(driver.app.screen).__name__ == "FindScreen"


async def test_a_case_is_added_below_the_one_under_the_cursor(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "a", *"New", "enter")
        assert list(tree(driver).table(UAT.child("cases"))) == ["case-0", "new", "case-1"]
        assert room(driver).view == "cases"
        assert room(driver)._pane.record == grid(driver).cursor_key == UAT.child("cases", "new")


@pytest.mark.parametrize("view", ["cases", "outline"])
async def test_a_new_case_is_written_on_in_its_next_field(tmp_path: Path, view: str) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "v", *(["v"] if view == "outline" else []), "a", *"New", "tab")
        new = UAT.child("cases", "new")
        assert (room(driver).view, room(driver).record, room(driver)._pane.writing) == (view, new, True)
        await driver.press(*"Gifts", "enter", "escape")
        assert (room(driver).record, driver.value(new.child("section"))) == (new, "Gifts")


async def test_of_many_cases_only_what_is_seen_is_drawn(tmp_path: Path) -> None:
    written(tmp_path, suite(300, 10))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        table, drawn = grid(driver), []
        draw = table._draw
        table._draw = lambda key: (drawn.append(key), draw(key))[1]  # type: ignore[func-returns-value]
        await driver.press("end", "right")
        assert table.cursor_key == case(299)
        assert "Case 299" in driver.text
        assert 0 < len(set(drawn)) < 80
