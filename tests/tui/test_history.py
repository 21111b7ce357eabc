"""The changes of a sitting, in the plan and in the notebook, and taking them back."""

from __future__ import annotations

from pathlib import Path

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree
from successbook.tui.rooms.history import ChangeKey
from tests.notebooks import notebook
from tests.plans import GOAL, PROBLEM, RELEASE, small_plan, written
from tests.tui.driving import Driver, driven
from tests.tui.goal_plans import added_beside

SESSION = Address("reflections/2026-06-15.toml")


def trees(driver: Driver) -> list[Tree]:
    """What is open: the plan, then the notebook."""
    assert driver.app.plan_screen is not None
    return [book.tree for book in driver.app.plan_screen.workbooks]


async def change_both(driver: Driver) -> None:
    """Two changes in the plan, two in the notebook, then the history."""
    for at in (PROBLEM.child("who"), GOAL.child("title")):
        await driver.go_to(at)
        await driver.press("enter", "s", "enter")
    await driver.press("5", "a", "enter")
    await driver.write("Nobody calls.")
    await driver.press("escape", "6")


async def test_the_changes_of_plan_and_notebook_stand_under_their_own_headings(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await change_both(driver)
        lines = [line.strip(" │▌") for line in driver.text.splitlines()[3:10]]
        assert [line[:30].strip() for line in lines] == [
            "In the plan",
            'Rename goal "Guests pay quickl',
            '"Guests give up": who has it',
            "",
            "In your notebook",
            '"15 Jun 2026": success, at fir',
            "Begin a session",
        ]


async def test_where_a_change_happened_is_said_shorter_and_never_cut(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), (80, 24)) as driver:
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        draft.put(RELEASE.child("success"), "Guests finish paying")
        driver.app.workbook.do(draft.change("Write success"))
        await driver.press("6")
        assert "guest-checkout/release.toml" in driver.text
        assert "…" not in driver.text


async def test_undo_is_about_the_workbook_under_the_cursor(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await change_both(driver)
        plan, _ = trees(driver)
        await driver.press("end", "u")
        assert trees(driver)[0] is plan
        assert not trees(driver)[1].has(SESSION.child("success_before"))
        assert driver.list.cursor_key in (ChangeKey(1, 0), ChangeKey(1, 0, undone=True))
        await driver.press("U")
        assert trees(driver)[1].get(SESSION.child("success_before")) == "Nobody calls.\n"
        await driver.press("home", "u")
        assert trees(driver)[0].get(GOAL.child("title")) == "Guests pay quickly"
        assert trees(driver)[1].has(SESSION)


async def test_one_change_is_taken_back_and_what_came_later_stays(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        before = trees(driver)[0]
        await change_both(driver)
        await driver.press("home", "down", "x")
        (plan, _) = trees(driver)
        assert plan.get(PROBLEM.child("who")) == before.get(PROBLEM.child("who"))
        assert plan.get(GOAL.child("title")) == "Guests pay quicklys"
        assert 'Undo: "Guests give up": who has it' in driver.text


async def test_enter_goes_to_where_a_change_of_the_notebook_happened(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await change_both(driver)
        await driver.press("end", "up", "enter")
        assert driver.outline.NAME == "reflect"
        assert driver.outline._pane.record == SESSION


async def test_a_change_whose_place_is_gone_says_so(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await added_beside(driver, GOAL, "Second", "enter", "d", "6", "down", "enter")
        assert any("not there any more" in each for each in driver.said)


async def test_an_empty_history_names_its_keys_and_offers_none(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("6")
        assert "Nothing has changed yet." in driver.text
        assert "x takes back only that one" in driver.text
        keys = driver.text.splitlines()[-1]
        assert "take back" not in keys
        assert "go there" not in keys


async def test_a_change_of_many_files_says_how_many_and_where(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    uat = KINDS["uat"].at("", RELEASE)
    draft.add(KINDS["case"], "Pay", inside=uat)
    draft.add(KINDS["defect"], "Late", inside=uat)
    written(tmp_path / "plan", draft.tree)
    async with driven(tmp_path / "plan") as driver:
        await driver.go_to(RELEASE)
        await driver.press("d", "6")
        assert "3 files in releases/guest-checkout " in driver.text


async def test_the_history_of_a_notebook_is_called_so(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "mine", notebook())) as driver:
        await driver.press("6")
        assert "What changed since you opened the notebook?" in driver.text
