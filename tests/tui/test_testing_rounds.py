"""In which round a result, a retest and a no-show is written, and what is asked before somebody signs."""

from __future__ import annotations

from pathlib import Path

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import record_result, report_defect, sheet_at
from successbook.tree import Tree, Value
from tests.plans import NOW, written
from tests.tui.driving import Driver, driven
from tests.tui.testing_plans import UAT, case, grid, judged, room, state, suite, tree


def two_rounds(cases: int = 2, testers: int = 3) -> Tree:
    draft = Draft(suite(cases, testers), today=NOW.date)
    for number in (1, 2):
        draft.add(KINDS["round"], f"Round {number}", inside=UAT)
    return draft.tree


async def test_a_run_is_of_the_round_that_is_shown_and_else_of_the_latest(tmp_path: Path) -> None:
    written(tmp_path, two_rounds())
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "p", "escape")
        assert state(driver, "round-2", "t0", 0) == "passed"
        await driver.press("home", "o", "o", "enter", "f", "enter", "escape")
        assert room(driver)._cases.look.round == "round-1"
        assert (state(driver, "round-1", "t0", 0), state(driver, "round-2", "t0", 0)) == ("failed", "passed")
        await driver.press("right", "n")
        assert driver.value(sheet_at(UAT, "round-1", "t1").child("showed_up")) is False
        assert driver.said[-1] == "T1 did not come to Round 1; n takes that back"
        await driver.press("o", "n")
        assert driver.value(sheet_at(UAT, "round-2", "t1").child("showed_up")) is False
        await driver.press("n")
        assert driver.value(sheet_at(UAT, "round-2", "t1")) is None
        assert driver.value(UAT.child("testers", "t1", "showed_up")) is None
        assert judged(driver).attendance.stayed_away == 1, "to the first round nobody came for T1"


async def test_without_a_round_nobody_can_stay_away_from_it(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "n")
        assert "here is no round yet" in driver.said[-1]
        assert driver.labels == []


def with_fixed(tree: Tree, *failed: tuple[int, str]) -> Tree:
    """A plan in which cases failed for testers, each with a defect that is fixed."""
    draft = Draft(tree, today=NOW.date)
    for number, tester in failed:
        sheet = sheet_at(UAT, "round-2", tester)
        record_result(draft, sheet, f"case-{number}", "failed", cases=["x"], today=NOW.date)
        fields: dict[str, Value] = {"title": f"Odd {number}"}
        at = report_defect(draft, sheet, f"case-{number}", fields, reporter=tester, today=NOW.date)
        draft.put(at.child("state"), "fixed")
    return draft.tree


async def test_a_retest_may_be_written_into_the_latest_round_by_whom_it_had_failed_for(
    tmp_path: Path,
) -> None:
    written(tmp_path, with_fixed(two_rounds(), (1, "t2"), (0, "t1")))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "x")
        assert "T1 tries 2 cases again: in which round?" in driver.text
        await driver.press("escape", "right", "right", "x")
        assert "T2 tries 2 cases again: in which round?" in driver.text
        assert options(driver) == ["Round 3", "Round 2"]
        await driver.press("down", "enter", "p", "p", "escape")
        assert len(list(records(tree(driver), KINDS["round"], UAT))) == 2
        assert [state(driver, "round-2", "t2", number) for number in (0, 1)] == ["passed", "passed"]
        states = [tree(driver).table(at)["state"] for at in records(tree(driver), KINDS["defect"], UAT)]
        assert states == ["closed", "closed"]


def options(driver: Driver) -> list[str]:
    lines = [line.strip(" │▌") for line in driver.text.splitlines() if "Round " in line]
    return [" ".join(line.split()[:2]) for line in lines if line.startswith("Round ")]


async def test_an_answer_to_a_criterion_is_taken_back_with_its_day(tmp_path: Path) -> None:
    draft = Draft(suite(1, 1), today=NOW.date)
    fields: dict[str, Value] = {"list": "exit", "kind": "a person answers", "answer": True, "by": "Lin"}
    at = draft.add(KINDS["criterion"], "Support is ready", inside=UAT, fields=fields)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        room(driver)._cases.answer(at)
        await driver.settle()
        assert "Does it hold?   Support is ready" in driver.text
        await driver.press("n", "enter")
        assert (driver.value(at.child("answer")), driver.value(at.child("by"))) == (False, "Lin")
        assert driver.value(at.child("date")) == NOW.date
        room(driver)._cases.answer(at)
        await driver.settle()
        await driver.press("shift+tab", *["backspace"] * 3, "shift+tab", *["backspace"] * 2, "enter")
        assert "Who says so? Enter again leaves it open" in driver.text
        await driver.press("enter")
        assert [driver.value(at.child(name)) for name in ("answer", "by", "date")] == [None, None, None]


async def test_who_signs_is_told_the_verdict_and_has_a_name(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "y")
        assert "The verdict is: not finished." in driver.text
        assert "A sign-off now is challenged from the start" in driver.text
        await driver.press("enter", "enter", "enter")
        assert "a sign-off needs a name" in driver.said[-1]
        assert not list(records(tree(driver), KINDS["sign_off"], UAT))
        await driver.press("escape", "enter", "p", "escape", "y")
        assert "The verdict is: accepted." in driver.text
        assert "challenged" not in driver.text
        await driver.press(*"Lin", "enter", "enter")
        (signed,) = records(tree(driver), KINDS["sign_off"], UAT)
        assert tree(driver).table(signed)["date"] == NOW.date
        assert "role" not in tree(driver).table(signed)
        assert grid(driver).cursor_key == case(0)
