"""What is told around the table of cases: whose round it is, what a cell means, what can be done there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.recording import record_result, sheet_at, take_note
from successbook.tree import Tree
from successbook.tui.actions import action
from successbook.tui.rooms.matrix import MatrixPane
from tests.plans import NOW, RELEASE, written
from tests.tui.driving import Driver, driven
from tests.tui.testing_plans import UAT, case, grid, room, suite, tree


def pane(driver: Driver) -> MatrixPane:
    return room(driver)._cases


def rounds(cases: int = 2, testers: int = 2) -> Tree:
    """Two rounds, of which the first has an environment, days, and a failure with a note."""
    draft = Draft(suite(cases, testers), today=NOW.date)
    draft.put(UAT.child("testers", "t0", "source"), "Panel")
    first = draft.add(KINDS["round"], "Round 1, all", inside=UAT, fields={"environment": "Staging"})
    draft.put(first.child("starts"), dt.date(2026, 6, 2))
    draft.put(first.child("ends"), dt.date(2026, 6, 5))
    draft.add(KINDS["round"], "Round 2, again", inside=UAT)
    sheet = sheet_at(UAT, first.key, "t0")
    record_result(draft, sheet, "case-0", "failed", cases=["case-0"], today=NOW.date)
    take_note(draft, sheet, "case-0", "It hangs\nfor long", NOW.date)
    return draft.tree


async def test_heading_and_line_say_which_round_and_who_saw_what(tmp_path: Path) -> None:
    written(tmp_path, rounds())
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        assert "Guest checkout: what counts of 2 rounds" in driver.text
        assert pane(driver)._about() == "T0 (Panel): failed, Round 1: It hangs"
        assert "T0 (Panel): failed, Round 1: It hangs" in driver.text
        await driver.press("right")
        assert "T1: no result" in driver.text
        await driver.press("left", "o")
        assert "Guest checkout: Round 2, again" in driver.text
        assert "T0 (Panel): no result" in driver.text
        await driver.press("o")
        assert "Guest checkout: Round 1, all, Staging, 2 Jun to 5 Jun" in driver.text
        await driver.press("v", "right")
        assert "Guest checkout: what is tried?" in driver.text
        assert "Case 0: Paying" in driver.text  # its section


async def test_a_round_that_is_gone_is_no_longer_looked_at(tmp_path: Path) -> None:
    written(tmp_path, rounds())
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "space", "o")
        assert pane(driver).look.round == "round-2-again"
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        draft.remove(UAT.child("rounds", "round-2-again"))
        draft.remove(case(1))
        driver.app.workbook.do(draft.change("Drop it"))
        await driver.settle()
        assert (pane(driver).look.round, pane(driver).marked) == ("", frozenset({case(0)}))
        assert "Guest checkout: who saw what?" in driver.text
        assert "T0 (Panel): failed, Round 1: It hangs" in driver.text
        assert grid(driver)._draw(case(0)).cells[1].text == "✗"
        assert "1 marked" in driver.text
        await driver.press("o")
        assert driver.said[-1] == "There is one round only"
        await driver.press("d")
        assert pane(driver).marked == frozenset()
        await driver.press("u")
        assert pane(driver).marked == frozenset()


async def test_beside_the_heading_stands_how_the_cases_are_looked_at(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, (200, 40), quiet=True) as driver:
        await driver.press("4")
        assert "4 cases" in driver.text
        await driver.press("M")
        assert len(pane(driver).marked) == 4
        await driver.press("M")
        assert not pane(driver).marked
        await driver.press("M")
        assert "4 marked" in driver.text
        await driver.press("slash", *"must", "enter", "M")
        assert pane(driver).marked == {case(1), case(3)}
        await driver.press("M")
        assert len(pane(driver).marked) == 4
        await driver.press("s", "down", "enter")
        assert "2 of 4 cases with: must, the worst results first, 4 marked" in driver.text
        await driver.press("escape")
        assert (pane(driver).look.words, len(pane(driver).marked)) == ("", 4)
        assert (pane(driver).filter.said, pane(driver).filter.display) == ("", False)
        await driver.press("escape")
        assert (pane(driver).marked, room(driver).view) == (frozenset(), "matrix")
        await driver.press("s", "escape")
        assert pane(driver).look.order == "worst"
        await driver.press("s", *["down"] * 4, "enter")
        assert (pane(driver).look.order, pane(driver).look.column) == ("column", "t0")
        await driver.press("s", "enter")
        assert pane(driver).look.order == ""
        await driver.press("escape")
        assert room(driver).view == "outline"


async def test_in_a_narrow_terminal_the_verdict_stands_beside_the_heading(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, (60, 20), quiet=True) as driver:
        await driver.press("4")
        assert "not finished" in driver.text


async def test_the_line_of_keys_calls_everything_what_it_does_here(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, (200, 40), quiet=True) as driver:
        await driver.press("4")
        named = ("run-case", "to-verdict", "to-tests", "change-marked")

        def labels() -> list[str]:
            return [pane(driver).label_of(action(each)) for each in named]

        assert labels() == ["run", "verdict", "outline", "change marked"]
        await driver.press("space", "space")
        assert labels() == ["run", "verdict", "unmark", "change 2 marked"]
        assert "b change 2 marked" in driver.text
        await driver.press("end", "space", "space")
        assert "b change 2 marked" in driver.text
        await driver.press("space")
        assert "b change 3 marked" in driver.text
        await driver.press("space")
        await driver.press("slash", *"case", "enter", "v")
        assert labels() == ["write", "record", "show all", "change 2 marked"]


async def test_what_needs_a_case_or_a_tester_says_so(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 0))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "n")
        assert driver.said[-1] == "There is no tester yet; A adds one"
        await driver.press("v", "n")
        assert driver.said[-1] == "v shows the testers"
        await driver.press("slash", *"xyz", "enter")
        for key in ("enter", "space", "b", "D", "W"):
            await driver.press(key)
            assert driver.said[-1] == "There is no case under the cursor; a adds one", key
        before = tree(driver)
        await driver.press("x")
        assert driver.said[-1].startswith("No case waits for a retest")
        assert tree(driver) == before
        assert driver.value(RELEASE.child("title")) == "Guest checkout"
