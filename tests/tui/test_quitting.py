"""Leaving the app: nothing typed is lost, and what cannot be saved keeps it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.errors import ChangedOutside
from successbook.files.folder import PlanFolder
from tests.tui.driving import driven


async def test_ctrl_q_keeps_the_field_that_is_being_written(tmp_path: Path) -> None:
    async with driven(tmp_path) as person:
        await person.press("2", "enter", "enter")
        await person.write(" and more")
        await person.press("ctrl+q")
        assert person.app._exit
    assert "and more" in str(PlanFolder.open(tmp_path).tree.files["plan.toml"]["title"])


async def test_ctrl_q_does_not_leave_with_what_is_not_saved(tmp_path: Path) -> None:
    async with driven(tmp_path) as person:
        (tmp_path / "plan.toml").write_bytes((tmp_path / "plan.toml").read_bytes() + b"# from elsewhere\n")
        await person.press("2", "enter", "enter")
        await person.write(" and more")
        await person.press("enter", "ctrl+q")
        assert not person.app._exit
        assert any("again leaves without saving" in said for said in person.said)


async def test_what_is_not_saved_names_the_key_that_helps_until_it_is_saved(tmp_path: Path) -> None:
    async with driven(tmp_path, (60, 20)) as person:
        book = person.app.workbook
        assert book is not None
        file = tmp_path / "plan.toml"
        file.write_bytes(file.read_bytes() + b"# from elsewhere\n")
        await person.press("2", "enter", "enter")
        await person.write(" and more")
        await person.press("enter")
        with pytest.raises(ChangedOutside):
            book.flush()
        await person.settle()
        person.app.clear_notifications()
        assert person.text.splitlines()[0].endswith("not saved, changed outside: R takes it over")
        await person.press("escape", "R")
        book.flush()
        await person.settle()
        assert person.text.splitlines()[0].endswith(" saved")
