"""A tester's run: what it says and where, and what undo takes back in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import record_result, sheet_at, take_note
from successbook.tui.screens.run import RunScreen
from tests.plans import NOW, written
from tests.tui.driving import Driver, driven
from tests.tui.testing_plans import UAT, case, grid, state, suite, tree

KEYS = ("p passed", "n passed, but …", "f failed", "b could not go on", "o could not tell", "a not for me")


def shown(driver: Driver) -> object:
    screen = driver.app.screen
    assert isinstance(screen, RunScreen)
    return screen.case


async def test_undo_in_a_run_takes_back_what_was_said_in_it_and_nothing_before(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press(
            "4", "D", "home", "enter", "p", "escape"
        )  # a copy of a case; a result in a first run
        before = tree(driver)
        await driver.press("home", "enter", "f")
        await driver.write("Odd")
        await driver.press("enter")
        assert tree(driver) != before
        await driver.press("u")
        assert tree(driver) == before
        await driver.press("u", "u")
        assert tree(driver) == before
        assert "Nothing of this run is left to take back" in driver.text
        await driver.press("U")
        assert state(driver, "round-1", "t0", 0) == "failed"
        assert shown(driver) == case(0)
        await driver.press("U")
        assert "Nothing of this run was taken back" in driver.text
        await driver.press("u", "escape", "u")  # in the matrix it goes on
        assert state(driver, "round-1", "t0", 0) is None


async def test_what_was_taken_back_before_a_run_is_not_done_again_in_it(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "D", "u", "home", "enter", "U")
        assert tree(driver) == suite(3, 1)
        assert "Nothing of this run was taken back" in driver.text
        await driver.press("p", "u", "U")
        assert state(driver, "round-1", "t0", 0) == "passed"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_a_run_speaks_on_a_line_of_its_own_and_covers_no_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, size) as driver:
        await driver.press("4", "enter", "f")
        await driver.write("Odd")
        await driver.press("enter")
        assert "Kept. d reports it as a defect; Enter goes on" in driver.text
        assert all(key in driver.text for key in KEYS)
        assert driver.said == []
        await driver.press("enter")
        assert "What did you see?" in driver.text
        assert "T0, Round 1: 2 of 3, 2 to go" in driver.text


async def test_a_title_that_is_too_long_for_its_line_is_told_whole_below_it(tmp_path: Path) -> None:
    draft = Draft(suite(1, 1), today=NOW.date)
    draft.put(case(0).child("title"), f"Pay {'very ' * 12}late")
    written(tmp_path, draft.tree)
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("4", "enter")
        assert "late" in driver.text
        assert "(must pass)" in driver.text
        await driver.pilot.resize_terminal(120, 40)
        await driver.pilot.pause()
        assert driver.text.count("very late (must pass)") == 1  # the line has room now


async def test_the_keys_are_those_of_the_case_that_is_shown(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("4", "enter", "p", "left")
        assert "x clear" in driver.text
        await driver.press("right")
        assert "x clear" not in driver.text


async def test_a_defect_reported_before_a_result_says_what_is_missing(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path) as driver:
        await driver.press("4", "enter", "d")
        await driver.write("It hangs")
        await driver.press("enter")
        assert "Reported; now p, f or b says how the case went" in driver.text
        assert driver.value(sheet_at(UAT, "round-1", "t0").child("results", "case-0", "defect"))
        assert said(driver) == ["You said  nothing yet", "Defect    It hangs"]
        await driver.press("f", "enter")
        assert said(driver) == ["You said  failed", "Defect    It hangs"]


async def test_a_run_goes_on_at_what_has_no_result_and_back_to_what_was_passed_over(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "right", "p")
        assert shown(driver) == case(2)
        await driver.press("left", "enter")  # what has a result is passed over
        assert shown(driver) == case(2)
        await driver.press("p", "p")
        assert shown(driver) == case(0)
        assert "1 of 4, 1 to go" in driver.text
        assert "All done" not in driver.text
        await driver.press("left")
        assert "This is the first case" in driver.text
        await driver.press("p")
        assert shown(driver) == case(1)
        assert "All done, thank you. Esc leaves" in driver.text
        assert "2 of 4, all done" in driver.text


async def test_a_note_that_is_emptied_is_gone_and_one_that_nobody_asked_for_stays(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    note = sheet_at(UAT, "round-1", "t0").child("results", "case-0", "note")
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "f", *"Odd", "enter", "p", "left")
        assert (state(driver, "round-1", "t0", 0), driver.value(note)) == ("passed", "Odd\n")
        await driver.press("f", *["backspace"] * 3, "enter")
        assert (state(driver, "round-1", "t0", 0), driver.value(note)) == ("failed", None)
        await driver.press("w", *"Late", "enter", "n", *["backspace"] * 4, "enter")
        assert (state(driver, "round-1", "t0", 0), driver.value(note)) == ("passed", None)


async def test_a_case_that_goes_while_it_is_run_makes_room_for_the_others(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "enter")
        workbook = driver.app.workbook
        assert workbook is not None
        for keys, gone, left, said in (
            ([], 0, 1, "1 of 3"),
            ([], 1, 2, "1 of 2"),
            (["right"], 3, 2, "1 of 1"),
            ([], 2, None, ""),
        ):
            await driver.press(*keys)
            draft = workbook.draft()
            draft.remove(case(gone))
            workbook.do(draft.change("Drop it"))
            await driver.settle()
            if left is not None:
                assert (shown(driver), said in driver.text) == (case(left), True)
        assert not isinstance(driver.app.screen, RunScreen)


async def test_after_a_run_the_cursor_is_on_its_last_case_and_its_tester(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 2))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "right", "enter", "p", "p", "left", "escape")
        table = grid(driver)
        assert (table.cursor_key, table.column_key) == (case(1), "t1")
        await driver.press("home", "enter", "right", "right", "right", "escape")
        assert (table.cursor_key, table.column_key) == (case(3), "t1")


async def test_a_case_that_somebody_else_takes_is_tried_where_one_asks_for_it(tmp_path: Path) -> None:
    draft = Draft(suite(3, 1), today=NOW.date)
    draft.put(UAT.child("testers", "t0", "cases"), ("case-2",))
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter")
        assert shown(driver) == case(0)
        assert "1 of 2, 2 to go" in driver.text


async def test_what_a_tester_said_in_earlier_rounds_is_told_the_latest_first(tmp_path: Path) -> None:
    draft = Draft(suite(2, 1), today=NOW.date)
    for round_ in ("Round 1, all", "Round 2", "Round 3", "Round 4"):
        at = draft.add(KINDS["round"], round_, inside=UAT)
        if round_ != "Round 3":  # in which the tester did not come to it
            sheet = sheet_at(UAT, at.key, "t0")
            record_result(draft, sheet, "case-0", "failed", cases=["case-0"], today=NOW.date)
            take_note(draft, sheet, "case-0", f"Odd in {round_}", NOW.date)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter")
        lines = [line.strip(" │▌") for line in driver.text.splitlines() if "Odd in" in line]
        assert lines == [
            "Round 2   failed: Odd in Round 2",
            "Round 1   failed: Odd in Round 1, all",
            "Note      Odd in Round 4",
        ]
        assert "Round 3" not in driver.text


def said(driver: Driver) -> list[str]:
    """What the screen tells of the result of the case that is shown."""
    lines = [line.strip(" │▌") for line in driver.text.splitlines()]
    return [line for line in lines if line.startswith(("You said", "Note", "Defect"))]


async def test_a_retest_that_fails_opens_its_defect_again_and_undo_takes_both_back(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "f", "enter", "d", *"Odd", "enter", "escape")
        (defect,) = records(tree(driver), KINDS["defect"], UAT)
        await driver.go_to(defect.child("state"))
        await driver.press("enter", "down", "down", "enter")
        assert driver.value(defect.child("state")) == "fixed"
        await driver.press("escape", "v", "x", "enter", "f", "enter")
        assert (driver.value(defect.child("state")), state(driver, "round-2", "t0", 0)) == ("open", "failed")
        assert '"Odd" is open again; u takes it back' in driver.text
        await driver.press("u")
        assert (driver.value(defect.child("state")), state(driver, "round-2", "t0", 0)) == ("fixed", None)


async def test_help_in_a_run_names_its_keys_and_leads_back(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter")
        here = shown(driver)
        assert "? help" in driver.text
        await driver.press("?")
        assert "A tester's run" in driver.text
        assert "It passed, and there is something to say" in driver.text
        await driver.press("escape")
        assert shown(driver) == here
