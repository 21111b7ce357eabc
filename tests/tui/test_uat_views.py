"""Matrix, cases and outline of an acceptance test: one round or what counts, and the ways between."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.recording import record_result, sheet_at
from successbook.tree import Address, Tree
from tests.plans import NOW, RELEASE, written
from tests.tui.driving import driven
from tests.tui.testing_plans import UAT, case, grid, room, suite

SIZES = [(60, 20), (200, 60)]


async def test_one_round_is_looked_at_or_what_counts_of_all(tmp_path: Path) -> None:
    draft = Draft(suite(1, 1), today=NOW.date)
    for number, said in enumerate(("failed", "passed"), 1):
        draft.add(KINDS["round"], f"Round {number}", inside=UAT)
        sheet = draft.add(KINDS["sheet"], inside=UAT, id_=f"round-{number}--t0")
        draft.add(KINDS["result"], inside=sheet, id_="case-0", fields={"state": said})
    written(tmp_path, draft.tree)
    async with driven(tmp_path) as driver:
        await driver.press("4")
        assert "what counts of 2 rounds" in driver.text
        assert "[✓]" in driver.text
        assert "T0: passed, Round 2, a retest, which counts" in driver.text
        assert "1 result counts from a retest" in driver.text
        await driver.press("o", "o")
        assert "Guest checkout: Round 1" in driver.text
        assert "[✗]" in driver.text
        await driver.press("o")
        assert "what counts of 2 rounds" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_v_and_tab_lead_everywhere_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    written(tmp_path, suite(3, 2))
    async with driven(tmp_path, size) as driver:
        await driver.press("4", "down")
        assert (room(driver).view, room(driver).record) == ("matrix", case(1))
        await driver.press("tab")
        assert "Not finished, 3 reasons" in driver.text
        await driver.press("escape")
        assert grid(driver).cursor_key == case(1)
        await driver.press("v")
        assert room(driver).view == "cases"
        assert "what is tried?" in driver.text
        await driver.press("tab")
        assert room(driver)._pane.record == case(1)
        await driver.press("escape")
        assert grid(driver).cursor_key == case(1)
        await driver.press("v")
        assert (room(driver).view, room(driver).record) == ("outline", case(1))
        await driver.press("v")
        assert (room(driver).view, grid(driver).cursor_key) == ("matrix", case(1))


async def test_v_on_a_round_shows_that_round_and_on_a_tester_their_column(tmp_path: Path) -> None:
    draft = Draft(suite(2, 3), today=NOW.date)
    for number in (1, 2):
        draft.add(KINDS["round"], f"Round {number}", inside=UAT)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.go_to(UAT.child("rounds", "round-1"))
        await driver.press("v")
        assert (room(driver).view, room(driver)._cases.look.round) == ("matrix", "round-1")
        await driver.go_to(UAT.child("testers", "t2"))
        await driver.press("v")
        assert (room(driver)._cases.tester, room(driver)._cases.look.round) == ("t2", "")
        await driver.go_to(case(1).child("title"))
        await driver.press("v")
        assert (room(driver).view, grid(driver).cursor_key) == ("matrix", case(1))


async def test_a_cause_leads_to_its_record_and_backspace_leads_back(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 2))
    async with driven(tmp_path) as driver:
        await driver.press("4", "right", "tab", "home", "enter")
        assert (room(driver).view, room(driver).record) == ("outline", case(0))
        await driver.press("backspace")
        assert (room(driver).view, room(driver)._cases.tester) == ("matrix", "t1")


async def test_without_testers_rounds_or_cases_each_key_says_what_is_missing(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 0))
    async with driven(tmp_path) as driver:
        await driver.press("4", "enter")
        assert driver.said[-1] == "There is no tester yet; A adds one"
        await driver.press("o")
        assert driver.said[-1] == "There is no round yet; the first run begins one"
        await driver.press("x")
        assert "No case waits for a retest" in driver.said[-1]
        await driver.press("A")
        assert "What belongs to" in driver.text


async def test_v_in_the_outline_shows_the_test_of_the_release_under_the_cursor(tmp_path: Path) -> None:
    tree, other = with_another(suite(2, 2))
    written(tmp_path, tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        assert room(driver)._cases.release == RELEASE
        await driver.go_to(other.child("cases", "keep-a-card"))
        await driver.press("v")
        assert (room(driver).view, grid(driver).cursor_key) == ("matrix", other.child("cases", "keep-a-card"))
        assert room(driver)._cases.uat == other


async def test_what_is_taken_back_is_under_the_cursor_with_its_tester(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 2))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "right", "enter", "p", "escape", "home", "left")
        assert (grid(driver).cursor_key, room(driver)._cases.tester) == (case(0), "t0")
        await driver.press("tab", "u")
        assert (grid(driver).cursor_key, room(driver)._cases.tester) == (case(1), "t1")


async def test_among_the_fields_a_case_is_gone_back_to_in_the_table_and_its_parts_in_the_record(
    tmp_path: Path,
) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "v", "J", "end", "u")
        assert (room(driver).view, grid(driver).cursor_key) == ("cases", case(0))
        for part in (case(2).child("pass_when"), case(1).child("steps", "choose-pay")):
            await driver.go_to(part)
            assert (room(driver).view, room(driver)._cases.case) == (
                "cases",
                Address(part.file, part.path[:2]),
            )
            assert room(driver)._pane.has_focus_within
        assert room(driver)._pane.record == case(1).child("steps", "choose-pay")
        await driver.press("escape", "escape")
        assert room(driver)._pane.record == grid(driver).cursor_key == case(1)


async def test_backspace_leads_back_to_the_cell_wherever_one_went_since(tmp_path: Path) -> None:
    tree, other = with_another(suite(3, 2))
    written(tmp_path, tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "right", "tab", "home", "enter", "v", "end", "left")
        assert (grid(driver).cursor_key, room(driver)._cases.tester) == (case(2), "t0")
        await driver.go_to(other.child("cases", "keep-a-card"))
        await driver.press("v", "v")
        assert (room(driver).view, grid(driver).cursor_key) == ("cases", other.child("cases", "keep-a-card"))
        await driver.press("backspace")
        assert (room(driver).view, grid(driver).cursor_key) == ("matrix", case(1))
        assert room(driver)._cases.tester == "t1"


async def test_without_the_release_that_was_shown_the_next_one_with_cases_is_and_else_the_outline(
    tmp_path: Path,
) -> None:
    tree, other = with_another(suite(2, 1))
    written(tmp_path, tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "v")
        await driver.go_to(RELEASE)
        await driver.press("d", "4")
        assert (room(driver).view, room(driver)._cases.uat) == ("cases", other)
        await driver.go_to(Address(other.file.replace("uat", "release")))
        await driver.press("d", "4")
        assert room(driver).view == "outline"


async def test_each_view_shows_its_panes_and_names_the_next_one(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, (120, 40), quiet=True) as driver:
        await driver.press("4")
        for next_view, panes in (
            ("view cases", ["-matrix", "of-cases", "of-verdict"]),
            ("view outline", ["-cases", "of-cases", "of-record"]),
            ("view matrix", ["-outline", "of-outline", "of-record"]),
        ):
            assert f"v {next_view}" in driver.text
            assert [f"-{room(driver).view}"] + [
                name
                for name in ("of-outline", "of-cases", "of-record", "of-verdict")
                if room(driver).query_one(f".{name}").size.width
            ] == panes
            await driver.press("v")


async def test_where_no_case_has_the_words_the_views_are_still_those_of_that_test(tmp_path: Path) -> None:
    tree, other = with_another(suite(2, 1))
    written(tmp_path, tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        await driver.go_to(other)
        await driver.press("slash", *"xyz", "enter", "v")
        assert (room(driver).view, room(driver).record, room(driver)._cases.uat) == ("cases", None, other)


async def test_a_folded_test_unfolds_for_the_case_that_was_looked_at(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "v", "v", "home", "left")
        assert len(driver.list.rows) == 1
        await driver.press("v", "down", "v", "v")
        assert (room(driver).view, room(driver).record) == ("outline", case(1))
        assert room(driver)._pane.record == case(1)


async def test_the_first_release_of_a_plan_comes_while_its_tests_are_looked_at(tmp_path: Path) -> None:
    draft = Draft(suite(0, 0), today=NOW.date)
    draft.remove(RELEASE)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        release = draft.add(KINDS["release"], "First")
        driver.app.workbook.do(draft.change("Add it"))
        await driver.press("a", *"Pay", "enter")
        assert driver.value(KINDS["uat"].at("", release).child("cases", "pay", "title")) == "Pay"


async def test_enter_on_the_number_of_steps_leads_to_the_steps(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "v")
        assert grid(driver).select(case(1), "steps")
        await driver.press("enter")
        assert room(driver)._pane.has_focus_within
        assert getattr(driver.list.cursor_key, "kind", "") == "case_step"


async def test_another_round_is_looked_at_in_the_matrix(tmp_path: Path) -> None:
    draft = Draft(suite(2, 1), today=NOW.date)
    for number in (1, 2):
        draft.add(KINDS["round"], f"Round {number}", inside=UAT)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "v", "o")
        assert (room(driver).view, room(driver)._cases.look.round) == ("matrix", "round-2")
        assert (room(driver)._cases.tester, grid(driver).cursor_key) == ("t0", case(1))
        await driver.press("v")
        assert (room(driver).view, room(driver)._cases.look.round) == ("cases", "")


async def test_what_one_goes_to_is_shown_in_the_outline_where_the_view_has_no_place_for_it(
    tmp_path: Path,
) -> None:
    tree, other = with_another(suite(2, 1))
    draft = Draft(tree, today=NOW.date)
    sheet = sheet_at(UAT, draft.add(KINDS["round"], "Round 1", inside=UAT).key, "t0")
    result = record_result(draft, sheet, "case-1", "passed", cases=["case-1"], today=NOW.date)
    bare = draft.add(KINDS["uat"], inside=draft.add(KINDS["release"], "Later"), fields={"scope": "All"})
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "v")
        for at in (result, other.child("cases", "keep-a-card")):
            await driver.go_to(at)
            assert (room(driver).view, room(driver)._pane.record) == ("outline", at)
            await driver.press("v", "v")
        await driver.press("v")
        await driver.go_to(UAT)
        assert (room(driver).view, room(driver).record) == ("outline", UAT)
        for at in (UAT.child("scope"), bare):
            await driver.press("v")
            assert room(driver).view == "matrix"
            await driver.go_to(at)
            assert (room(driver).view, room(driver)._pane.record) == ("outline", Address(at.file))


async def test_undo_goes_to_the_test_of_another_release_and_in_the_outline_to_the_record(
    tmp_path: Path,
) -> None:
    tree, other = with_another(suite(2, 1))
    draft = Draft(tree, today=NOW.date)
    draft.add(KINDS["round"], "Round 1", inside=UAT)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        assert driver.app.workbook is not None
        workbook = driver.app.workbook
        for at, value in ((case(1).child("title"), "B"), (other.child("cases", "keep-a-card", "title"), "A")):
            draft = workbook.draft()
            draft.put(at, value)
            workbook.do(draft.change("Write it"))
        assert grid(driver).cursor_key == case(0)
        await driver.press("u")
        assert (room(driver).view, room(driver).record) == ("outline", other.child("cases", "keep-a-card"))
        await driver.press("u")
        assert (room(driver).view, room(driver).record) == ("outline", case(1))


def with_another(tree: Tree) -> tuple[Tree, Address]:
    """A plan with one more release that has a case, and the acceptance test of that."""
    draft = Draft(tree, today=NOW.date)
    release = draft.add(KINDS["release"], "Wallet", fields={"planned": dt.date(2026, 9, 1)})
    uat = KINDS["uat"].at("", release)
    draft.add(KINDS["case"], "Keep a card", inside=uat)
    return draft.tree, uat
