"""Each screen as text, with two of the sample plans: what somebody sees on a narrow and on a wide terminal.

A picture changes with every word and column of its screen; look at the difference, then take the new one over
with ``pytest tests/tui/test_pictures.py --snapshot-update``.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from successbook.clock import OVERRIDE
from successbook.plan.now import Now
from successbook.resources import resource
from tests.tui.driving import driven

DAY = Now(dt.date(2026, 9, 14), "Europe/Berlin")
"""A month after the launch of the sample plan: the day of its last read-out."""
NARROW, WIDE = (80, 24), (120, 40)
SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "page": ("checkout-mvp", ("1",)),
    "goals": ("checkout-mvp", ("2", *["down"] * 7)),
    "missing": ("checkout-mvp", ("2", "I")),
    "hang": ("checkout-mvp", ("2", *["down"] * 6, "M", "down")),
    "revisions": ("checkout-mvp", ("2", *["down"] * 10, "n")),
    "release": ("checkout-mvp", ("3", "down", "right")),
    "ready": ("checkout-mvp", ("3", *["down"] * 12, "v")),
    "grid": ("checkout-mvp", ("3", "end", "v", "left", "left")),
    "tracking": ("checkout-mvp", ("3", "end", *["up"] * 9, "v", "s")),
    "calendar": ("checkout-mvp", ("1", "C", "down")),
    "today": ("checkout-mvp", ("3", "v")),
    "unexpected": ("checkout-mvp", ("3", "v", "tab", "tab", "end", "up", "enter")),
    "thanks": ("checkout-mvp", ("3", "v", "y")),
    "read-out": ("checkout-mvp", ("3", "v", "l")),
    "carry-on": ("checkout-mvp", ("3", "v", "l", "o")),
    "uat": ("checkout-mvp", ("4", "down")),
    "reflect": ("ml-platform-notebook", tuple(["down"] * 6)),
    "history": ("checkout-mvp", ("2", "down", "down", "enter", "d", "down", "down", "f3", "6")),
}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_in_its_picture(
    tmp_path: Path,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv(OVERRIDE, f"{DAY.date}T10:00")
    sample, keys = SCREENS[name]
    folder = Path(shutil.copytree(resource("sample_plans") / sample, tmp_path / sample))
    async with driven(folder, size, quiet=True, now=DAY) as driver:
        await driver.press(*keys)
        assert driver.app.plan_screen is not None
        for book in driver.app.plan_screen.workbooks:
            book.flush()  # the title line says "saved"
        await driver.settle()
        assert driver.text == snapshot
