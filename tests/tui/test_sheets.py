"""Giving testers their sheets and taking them back, from the keyboard."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from textual.widgets import Input

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.recording import sheet_at
from successbook.tree import Tree
from successbook.tui.dispatch import Acts, missing
from successbook.tui.rooms.uat import UatRoom
from successbook.tui.screens.columns import ColumnsScreen
from successbook.tui.screens.incoming import IncomingScreen
from successbook.tui.screens.name import NameScreen
from tests.plans import small_plan, written
from tests.sharing.suites import CASE, UAT, small_suite, without
from tests.thorough import ends
from tests.tui.driving import Driver, driven

RESULT = sheet_at(UAT, "round-2", "c1").child("results", "refund")


@pytest.mark.parametrize("kind", [IncomingScreen, ColumnsScreen, UatRoom])
def test_every_action_has_somebody_who_does_it(kind: type[Acts]) -> None:
    assert missing(kind) == []


def fill(path: Path, answers: dict[str, dict[str, str]]) -> None:
    """Fill a sheet in as a spreadsheet does."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        held = [{**row, **answers.get(row["Case in plan"], {})} for row in rows]
    with path.open("w", encoding="utf-16", newline="") as file:
        writer = csv.DictWriter(file, rows.fieldnames or [], delimiter="\t")
        writer.writeheader()
        writer.writerows(held)


async def written_out(driver: Driver) -> None:
    """Wait for the thread that writes."""
    while not any("files are in" in each for each in driver.said):
        await driver.pilot.pause()


async def take(driver: Driver, path: Path) -> None:
    """B, and the name of what comes back; until it is read, which a thread does."""
    said = len(driver.said)
    await driver.press("4", "B")
    asking = driver.app.screen
    assert isinstance(asking, NameScreen)
    asking.query_one(Input).value = str(path)
    await driver.press("enter")
    while len(driver.said) == said and not any(
        isinstance(screen, IncomingScreen) for screen in driver.app.screen_stack
    ):
        await driver.pilot.pause()
    await driver.settle()


async def test_the_first_sheets_begin_the_first_round(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", without(small_suite(), "rounds", "results"))
    async with driven(plan) as driver:
        await driver.press("4", "G", "escape")
        assert driver.labels == []
        await driver.press("G", "enter")
        await written_out(driver)
        await driver.settle()
        assert driver.labels == ['Begin "Round 1"']
        names = {each.name for each in (tmp_path / "shop-round-1-sheets").iterdir()}
        assert "round-1--a1.csv" in names
        assert driver.value(UAT.child("rounds", "round-1", "title")) == "Round 1"


async def test_sheets_go_out_and_come_back_filled_in(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    async with driven(plan) as driver:
        await driver.press("4", "G", "enter")
        assert "Into which folder do the sheets of 2 testers go?" in driver.text
        await driver.press("enter")
        await written_out(driver)
        folder = tmp_path / "shop-round-2-sheets"
        assert sorted(each.name for each in folder.iterdir()) == [
            f"round-2--{tester}.{ending}" for tester in ("a1", "c1") for ending in ("csv", "html")
        ]
        assert str(folder) in driver.said[-1]
        fill(folder / "round-2--c1.csv", {"refund": {"Result": "failed", "Note": "Gone", "Defect": "Lost"}})
        await take(driver, folder)
        assert isinstance(driver.app.screen, IncomingScreen)
        assert "What comes back from 2 files?" in driver.text
        assert "1 new" in driver.text.lower()
        assert driver.value(RESULT.child("state")) is None
        await driver.press("enter")
        assert driver.value(RESULT.child("state")) == "failed"
        assert driver.value(RESULT.child("defect")) == "lost"
        assert driver.labels == ["Take over results from 2 files"]
        await driver.press("u")
        assert driver.value(RESULT.child("state")) is None
        assert driver.app.workbook is not None
        assert not any("/defects/lost" in name for name in driver.app.workbook.tree.files)


async def test_of_a_retest_only_what_is_tried_again_goes_out(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    async with driven(plan, (80, 24)) as driver:
        await driver.press("4", "G")
        words = " ".join(driver.text.replace("│", " ").split())
        assert "What is given out for Round 2?" in words
        assert "What did not pass for them or was repaired: 1 case of 1 tester." in words
        await driver.press("down", "enter")
        assert "Into which folder do the sheets of 1 tester go?" in driver.text
        await driver.press("enter")
        await written_out(driver)
        folder = tmp_path / "shop-round-2-sheets"
        assert sorted(each.name for each in folder.iterdir()) == ["round-2--a1.csv", "round-2--a1.html"]
        page = (folder / "round-2--a1.html").read_text(encoding="utf-8")
        assert "Pay as a guest" in page
        assert "Refund" not in page


async def test_sheets_go_out_with_the_separator_of_the_person(tmp_path: Path, home: Path) -> None:
    settings = home / ".config" / "successbook" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('separator = "semicolon"\n', encoding="utf-8")
    plan = written(tmp_path / "shop", small_suite())
    async with driven(plan) as driver:
        await driver.press("4", "G", "enter", "enter")
        await written_out(driver)
        text = (tmp_path / "shop-round-2-sheets" / "round-2--a1.csv").read_text(encoding="utf-8-sig")
        assert text.startswith('"Section";"Case";')
        await take(driver, tmp_path / "shop-round-2-sheets")
        assert isinstance(driver.app.screen, IncomingScreen)


async def test_where_nothing_is_to_be_tried_again_nobody_is_asked(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", without(small_suite(), "results"))
    async with driven(plan) as driver:
        await driver.press("4", "G")
        assert "Into which folder do the sheets of 2 testers go?" in driver.text


async def test_a_second_time_another_folder_is_offered(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    async with driven(plan) as driver:
        await driver.press("4", "G", "enter", "enter")
        await written_out(driver)
        await driver.press("G", "enter")
        assert "shop-round-2-sheets-2" in driver.text
        await driver.press("escape")
        assert not (tmp_path / "shop-round-2-sheets-2").exists()


async def test_escape_leaves_everything_as_it_is_and_errors_can_be_read(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    sheet = tmp_path / "back.csv"
    sheet.write_text(
        "Case in plan,Tester,Round,Result\nrefund,C1,Round 2,okish\nrefund,Nobody,Round 2,passed\n"
    )
    async with driven(plan, (80, 24)) as driver:
        await take(driver, sheet)
        words = " ".join(driver.text.replace("│", " ").split())
        assert "2 not taken" in words
        assert '"okish" is no result' in words
        assert "row 3" in words
        assert "a adds it" in words
        await driver.press("enter")
        assert driver.said[-1] == "Nothing in it is new"
        await driver.press("a")
        assert "Nobody, Round 2: Refund" in driver.text
        await driver.press("escape")
        assert not isinstance(driver.app.screen, IncomingScreen)
        assert driver.labels == []


@pytest.mark.parametrize("size", ends([(60, 20), (80, 24), (120, 40)]))
async def test_the_preview_fits_every_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    plan = written(tmp_path / "shop", small_suite())
    sheet = tmp_path / "back.csv"
    sheet.write_text("ID,Title,Priority\nT1,Pay [/] by \x1b[31mcard,must\nT2,支払う,High\n", encoding="utf-8")
    async with driven(plan, size) as driver:
        await take(driver, sheet)
        assert "What comes back from back.csv?" in driver.text
        assert "支払う" in driver.text
        assert "\x1b" not in driver.text
        assert all(len(line) <= size[0] for line in driver.text.splitlines())


async def test_columns_and_words_are_said_once_for_all_files_like_it(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    sheet = tmp_path / "cases.csv"
    sheet.write_text("Was;Wie wichtig\nZahlen;muss\n", encoding="utf-8")
    async with driven(plan) as driver:
        await take(driver, sheet)
        assert "c says what they are" in driver.text
        await driver.press("enter")
        assert driver.labels == []
        await driver.press("c", "enter")
        assert 'What is "Was"?' in driver.text
        await driver.press("down", "down", "enter", "down", "enter", *["down"] * 4, "enter", "escape")
        assert "1 new, 1 not taken" in driver.text
        await driver.press("w")
        assert 'What does "muss" mean?' in driver.text
        await driver.press("enter")
        assert "1 new" in driver.text
        assert "not taken" not in driver.text
        await driver.press("enter")
        assert driver.value(UAT.child("cases", "zahlen", "priority")) == "must"
        sheet.write_text("Was;Wie wichtig\nNoch eins;muss\n", encoding="utf-8")
        await take(driver, sheet)
        await driver.press("enter")
        assert driver.value(UAT.child("cases", "noch-eins", "priority")) == "must"


async def test_a_word_is_only_asked_for_where_one_is_not_known(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    sheet = tmp_path / "cases.csv"
    sheet.write_text("Title\nPay by card\n", encoding="utf-8")
    async with driven(plan) as driver:
        await take(driver, sheet)
        await driver.press("w")
        assert "a word that is not known" in driver.said[-1]
        await driver.press("c", "enter", "escape", "escape")
        assert isinstance(driver.app.screen, IncomingScreen)


async def test_what_is_no_table_is_said_and_nothing_opens(tmp_path: Path) -> None:
    plan = written(tmp_path / "shop", small_suite())
    (tmp_path / "sheet.csv").write_bytes(b"PK\x03\x04")
    async with driven(plan) as driver:
        await take(driver, tmp_path / "sheet.csv")
        assert "a spreadsheet's own file" in driver.said[-1]
        assert not isinstance(driver.app.screen, IncomingScreen)


@pytest.mark.parametrize(
    ("tree", "says"),
    [
        (small_plan(), "There are no testers yet; A on the acceptance test adds one"),
        (Tree({"plan.toml": small_plan().files["plan.toml"]}), "There is no release yet"),
    ],
)
async def test_without_somebody_to_test_there_is_nothing_to_give(
    tmp_path: Path, tree: Tree, says: str
) -> None:
    async with driven(written(tmp_path / "shop", tree)) as driver:
        await driver.press("4", "G")
        assert driver.said[-1].startswith(says)


async def test_the_round_under_the_cursor_is_the_one_that_is_meant(tmp_path: Path) -> None:
    draft = Draft(small_suite())
    draft.put(CASE.child("tags"), ("x",))
    plan = written(tmp_path / "shop", draft.tree)
    async with driven(plan) as driver:
        await driver.go_to(KINDS["round"].at("round-1", UAT))
        await driver.press("G", "enter")
        assert "shop-round-1-sheets" in driver.text
