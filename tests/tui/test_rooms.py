"""The rooms of an open plan: nothing is a dead end, nothing moves, and one stays where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.screen import Screen

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Tree
from successbook.tui.rooms.record_keys import PartKey
from successbook.tui.screens.find import FindScreen
from successbook.tui.widgets.panel import Panel
from successbook.verdicts.results import results_of
from tests.full import PLACES, full_plan
from tests.plans import NOW, RELEASE, small_plan, written
from tests.thorough import ends
from tests.tui.driving import Driver, driven

SIZES = ends([(60, 20), (80, 24), (120, 40), (200, 60)])
EMPTY: dict[str, tuple[str, ...]] = {
    "1": ("What does your company exist for?", "What ships next, and when?", "i asks"),
    "2": ("What does your company exist for?", "a adds a mission", "i asks ten questions"),
    "3": ("What ships next, and when?", "a adds a release"),
    "4": ("What will people try", "3 is where releases are", "a adds one there"),
    "5": ("How do you define success now?", "s begins a session"),
    "6": ("Nothing has changed yet.", "x takes back only that one"),
}
UAT = PLACES["uat"]


def words(driver: Driver) -> str:
    """What stands on the screen as running text: of the left panes, then of the right ones."""
    lines = [line.partition("││") for line in driver.text.splitlines()]
    text = "\n".join([*(left for left, _, _ in lines), *(right for _, _, right in lines)])
    return " ".join(text.replace("│", " ").replace("▏", " ").split())


@pytest.mark.parametrize("size", SIZES)
async def test_every_empty_place_names_the_question_and_the_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    written(tmp_path, Tree({"plan.toml": Draft(Tree()).tree.table(Address("plan.toml"))}))
    async with driven(tmp_path, size) as driver:
        await driver.press("escape")  # an empty plan begins with its ten questions
        for key, phrases in EMPTY.items():
            await driver.press(key)
            assert [phrase for phrase in phrases if phrase not in words(driver)] == [], key


@pytest.mark.parametrize("size", SIZES)
async def test_a_notebook_without_a_session_says_how_to_begin_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    written(tmp_path, Tree({"notebook.toml": Table({"format": 1, "title": "Mara"})}))
    async with driven(tmp_path, size) as driver:
        assert [phrase for phrase in ("Mara", *EMPTY["5"]) if phrase not in words(driver)] == []


async def test_adding_in_every_empty_room_leads_somewhere(tmp_path: Path) -> None:
    written(tmp_path, Tree({"plan.toml": Draft(Tree()).tree.table(Address("plan.toml"))}))
    async with driven(tmp_path) as driver:
        await driver.press("escape", "2", "a")
        assert "What would you like to add?" in driver.text
        await driver.press("escape", "3", "a")
        assert "What would you like to add?" in driver.text
        await driver.press("escape", "4", "a")
        assert any("3 is where releases are" in each for each in driver.said)
        await driver.press("5", "a")
        assert driver.outline._pane.record == Address("reflections/2026-06-15.toml")
        assert getattr(driver.list.cursor_key, "name", "") == "success_before"


async def test_a_release_without_an_acceptance_test_says_how_to_begin_one(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("4")
        assert "Guest checkout no acceptance test yet: a adds a case" in words(driver)
        await driver.press("a")
        await driver.write("Pay as a guest")
        await driver.press("enter")
        assert driver.value(UAT.child("cases", "pay-as-a-guest", "title")) == "Pay as a guest"
        assert driver.labels == ['Add case "Pay as a guest"']


async def test_no_picture_lacks_the_title_of_a_panel_and_none_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    untitled: list[str] = []
    places: dict[int, Region] = {}
    moved: list[tuple[str, Region, Region]] = []
    paint = Screen._compositor_refresh

    def watch(screen: Screen[object]) -> None:
        for panel in screen.query(Panel):
            region = panel.region
            if panel.display and region.width:
                untitled.extend([] if panel.border_title else [panel.question])
                before = places.setdefault(id(panel), region)
                moved.extend([] if before == region else [(panel.question, before, region)])
        paint(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", watch)
    async with driven(tmp_path) as driver:
        for keys in ("2", "3", "4", "5", "6", "1", "T", "slash", "?"):
            await driver.press(keys)
            if driver.app.screen is not driver.app.plan_screen:
                await driver.press("escape")
        await driver.press("2", "down", "A", "escape")
    assert places
    assert untitled == []
    assert moved == []


# Ids that are made of others


async def test_a_sheet_is_begun_for_a_tester_who_has_none_in_that_round(tmp_path: Path) -> None:
    draft = Draft(full_plan(), today=NOW.date)
    draft.add(KINDS["tester"], "F2", inside=UAT)
    written(tmp_path, draft.tree)
    async with driven(tmp_path) as driver:
        await driver.go_to(PLACES["sheet"])
        await driver.press("a")
        assert "Result sheet: of which round?" in driver.text
        await driver.press("enter")
        assert isinstance(driver.app.screen, FindScreen)
        assert "Result sheet: of which tester?" in driver.text
        assert "The tester" not in driver.text.partition("of which tester?")[2].partition("╰")[0]
        await driver.press("enter")
        new = Address("releases/guest-checkout/results/round--f2.toml")
        assert driver.outline.record == new
        assert driver.labels == ['Add result sheet "The round, F2"']


async def test_without_anything_to_choose_from_the_way_there_is_named(tmp_path: Path) -> None:
    draft = Draft(Tree(), today=NOW.date)
    draft.add(KINDS["release"], "Guest checkout")
    written(tmp_path, draft.tree)
    async with driven(tmp_path) as driver:
        await driver.press("3", "A", "enter")
        assert driver.said == ["There is no metric yet; 2 is where metrics are; a adds one there"]
        assert driver.app.plan_screen is driver.app.screen


async def test_when_all_are_taken_it_is_said(tmp_path: Path) -> None:
    written(tmp_path, full_plan())
    async with driven(tmp_path) as driver:
        await driver.go_to(PLACES["sheet"])
        await driver.press("a")
        assert driver.said == ["Every round has its result sheet here already"]


# Files


async def test_a_release_goes_with_its_tests_and_comes_back_with_them(tmp_path: Path) -> None:
    written(tmp_path, full_plan())
    async with driven(tmp_path) as driver:
        assert driver.app.workbook is not None
        before = driver.app.workbook.tree
        await driver.go_to(RELEASE)
        await driver.press("d")
        assert [name for name in driver.app.workbook.tree.files if name.startswith("releases/")] == []
        assert "with 3 files that belonged to it" in driver.said[-1]
        await driver.press("u")
        assert driver.app.workbook.tree == before


async def test_what_is_a_file_of_its_own_says_why_it_cannot_change_places(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(RELEASE)
        await driver.press("J")
        assert driver.said == ["Releases are files of their own, and stand in the order of their names"]


# The acceptance tests


def with_results() -> Tree:
    """Two testers and two rounds; one case failed for the first tester, and was well after a retest."""
    draft = Draft(small_plan(), today=NOW.date)
    draft.add(KINDS["case"], "Pay by card", inside=UAT)
    for kind, names in (("tester", ("A1", "F1")), ("round", ("First", "Second"))):
        for name in names:
            draft.add(KINDS[kind], name, inside=UAT)
    for sheet, state in (("first--a1", "failed"), ("second--a1", "passed"), ("first--f1", "blocked")):
        at = draft.add(KINDS["sheet"], inside=UAT, id_=sheet)
        draft.add(KINDS["result"], inside=at, id_="pay-by-card", fields={"state": state})
    return draft.tree


def test_of_each_tester_the_latest_round_counts() -> None:
    assert results_of(with_results(), UAT) == {"pay-by-card": {"a1": "passed", "f1": "blocked"}}


async def test_marks_stand_below_their_testers_and_are_explained(tmp_path: Path) -> None:
    written(tmp_path, with_results())
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("4")
        lines = driver.text.splitlines()
        head = next(line for line in lines if "A1" in line)
        case = next(line for line in lines if "Pay by card" in line)
        assert case[head.index("A1")] == "✓"
        assert case[head.index("F1")] == "!"
        assert "✓ passed   ! blocked" in driver.text
        assert "✗" not in driver.text


async def test_a_case_tells_what_each_tester_saw_the_latest_round_first(tmp_path: Path) -> None:
    written(tmp_path, with_results())
    async with driven(tmp_path) as driver:
        await driver.go_to(UAT.child("cases", "pay-by-card"))
        seen = words(driver).partition("What testers saw 3")[2]
        assert 0 <= seen.index("Second, A1 passed") < seen.index("First, A1 failed")
        await driver.press("tab")
        first = next(row.key for row in driver.list.rows if isinstance(row.key, PartKey) and row.key.group)
        assert driver.list.select(first)
        await driver.press("enter")
        sheet = Address("releases/guest-checkout/results/second--a1.toml")
        assert driver.outline._pane.record == sheet.child("results", "pay-by-card")


async def test_a_plan_that_cannot_be_read_says_so_where_its_goals_would_stand(tmp_path: Path) -> None:
    file = written(tmp_path) / "plan.toml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(f"<<<<<<< HEAD\n{whole}", encoding="utf-8")
    async with driven(tmp_path, (120, 40), plan=False) as driver:
        await driver.app.open_plan(tmp_path)
        await driver.settle()
        driver.app.clear_notifications()
        assert "plan.toml:1: git left conflict markers" in " ".join(driver.text.split())
        assert str(tmp_path) not in driver.text
        assert driver.text.splitlines()[0].endswith("plan.toml is read only")
        await driver.press("2")
        assert "plan.toml:1: git left conflict markers" in driver.text
        assert "What does your company exist for?" not in driver.text
        file.write_text(whole, encoding="utf-8")
        await driver.press("R")
        assert "conflict markers" not in driver.text
        assert "Seconds to pay" in driver.text
        assert "read only" not in driver.text.splitlines()[0]


async def test_where_nothing_may_be_written_the_title_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("successbook.files.folder._why_read_only", lambda folder: f"{folder}: not yours")
    written(tmp_path)
    async with driven(tmp_path, (120, 40)) as driver:
        assert driver.text.splitlines()[0].endswith(" read only")
