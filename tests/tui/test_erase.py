"""Erasing for good: asked for in words, gone from files and undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.tree import Address
from successbook.tui.screens.erase import EraseScreen
from tests.notebooks import EARLY, LATE, notebook
from tests.plans import written
from tests.tui.driving import Driver, driven

LINE = LATE.child("entries", "my-question-changed-the-plan")


async def erase(driver: Driver, at: Address, word: str = "erase") -> None:
    await driver.go_to(at)
    await driver.press("X")
    assert isinstance(driver.app.screen, EraseScreen)
    await driver.press(*word)
    await driver.press("enter")


async def test_a_line_is_gone_from_the_file_and_cannot_be_brought_back(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (120, 40)) as driver:
        await driver.go_to(LINE)
        await driver.press("w")
        await driver.press(*"Another note")
        await driver.press("enter")
        assert driver.labels
        await erase(driver, LINE)
        assert driver.value(LINE) is None
        assert "question changed" not in (tmp_path / LATE.file).read_text(encoding="utf-8")
        assert driver.labels == []
        await driver.press("u")
        assert driver.value(LINE) is None
        assert any("nothing to take back" in each for each in driver.said)
        await driver.press("6")
        assert "question changed" not in driver.text


async def test_the_note_that_a_line_came_from_goes_too(tmp_path: Path) -> None:
    tree = notebook()
    captures = Address("notebook.toml", ("captures",))
    head = tree.table(Address("notebook.toml"))
    note = tree.table(LINE).without("example").put("taken_up", tree.table(LATE)["held"])
    table = type(head)({"taken": note, "waits": note.without("taken_up")})
    tree = type(tree)({**tree.files, "notebook.toml": head.put("captures", table)})
    async with driven(written(tmp_path, tree), (120, 40)) as driver:
        await erase(driver, LINE)
        assert driver.value(captures.child("taken")) is None
        assert driver.value(captures.child("waits")) is not None


async def test_a_session_goes_with_its_file(tmp_path: Path) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await erase(driver, EARLY, "Erase ")
        assert not (tmp_path / EARLY.file).exists()
        assert (tmp_path / LATE.file).exists()


@pytest.mark.parametrize("size", [(60, 20)])
async def test_a_notebook_goes_with_all_its_files_and_what_was_remembered_of_it(
    tmp_path: Path, home: Path, size: tuple[int, int]
) -> None:
    folder = written(tmp_path / "notebook-of-mara", notebook())
    (folder / "other.txt").write_text("not ours", encoding="utf-8")
    recent = home / ".local/state/successbook/recent.toml"
    async with driven(folder, size) as driver:
        assert "notebook-of-mara" in recent.read_text(encoding="utf-8")
        await erase(driver, Address("notebook.toml"))
        assert "How do you define success now?" in driver.text
    assert [path.name for path in folder.iterdir()] == ["other.txt"]
    assert "notebook-of-mara" not in recent.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["", "yes"])
async def test_without_the_word_nothing_is_erased(tmp_path: Path, word: str) -> None:
    async with driven(written(tmp_path, notebook()), (80, 24)) as driver:
        await erase(driver, LATE, word)
        assert isinstance(driver.app.screen, EraseScreen)
        await driver.press("escape")
        assert driver.value(LATE) is not None


async def test_it_is_said_that_git_may_still_hold_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    async with driven(written(tmp_path / "mine", notebook()), (80, 40), quiet=True) as driver:
        await driver.press("X")
        assert "Git may still hold older" in driver.text


async def test_a_notebook_in_a_shared_repository_says_so_once(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    mine = written(tmp_path / "mine", notebook())
    for often in (1, 0):
        async with driven(mine, (80, 24)) as driver:
            assert len([each for each in driver.said if "whoever reads that can read it" in each]) == often


async def test_a_notebook_of_ones_own_is_not_warned_of(tmp_path: Path, home: Path) -> None:
    (home / ".git").mkdir()  # somebody keeps their home in a repository
    own = written(home / ".local/share/successbook/notebook", notebook())
    async with driven(own, (80, 24)) as driver:
        assert driver.said == []


async def test_nothing_of_a_plan_is_erased(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("5", "X")
        assert not isinstance(driver.app.screen, EraseScreen)
        assert any("Put the cursor" in each for each in driver.said)
