"""Acceptance tests as text, on a narrow and on a wide terminal: a run, a sign-off, cases, what comes back.

A picture changes with every word of its screen; look at the difference, then take the new one over with
``pytest tests/tui/test_testing_pictures.py --snapshot-update``.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from successbook.plan.now import Now
from successbook.resources import resource
from successbook.tui.screens.incoming import IncomingScreen
from tests.tui.driving import driven

DAY = Now(dt.date(2026, 8, 5), "Europe/Berlin")
"""The day before the acceptance test of the sample plan ends."""
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
SCREENS: dict[str, tuple[str, ...]] = {
    "verdict": ("4", "tab"),
    "cases": ("4", "v", "down", "slash", *"must"),
    "run": ("4", "down", "enter", "f", "enter"),
    "defect": ("4", "o", "right", "enter", "d"),
    "sign": ("4", "y"),
}
BACK = """Tester,Round,Case,Result,Note
A1,Round 2,Start as a guest,passed,
F1,Round 2,Order as a company,failed,"It asked twice.
Then it went on."
C1,Round 2,Enter one address,okish,=1+1
Nobody,Round 2,Enter one address,passed,
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("sample_plans") / "checkout-mvp", tmp_path / "checkout-mvp"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_an_acceptance_test_looks_as_in_its_picture(
    plan: Path, snapshot: SnapshotAssertion, name: str, size: str
) -> None:
    async with driven(plan, SIZES[size], quiet=True, now=DAY) as driver:
        await driver.press(*SCREENS[name])
        assert driver.app.workbook is not None
        driver.app.workbook.flush()  # the title line says "saved"
        await driver.settle()
        assert driver.text == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_what_comes_back_looks_as_in_its_picture(
    plan: Path, tmp_path: Path, snapshot: SnapshotAssertion, size: str
) -> None:
    (tmp_path / "back.csv").write_text(BACK, encoding="utf-8")
    async with driven(plan, SIZES[size], quiet=True, now=DAY) as driver:
        await driver.press("4", "B")
        driver.app.screen.query_one(Input).value = "back.csv"
        await driver.press("enter")
        while not isinstance(driver.app.screen, IncomingScreen):  # a thread reads the file
            await driver.pilot.pause()
        await driver.settle()
        assert driver.text == snapshot
