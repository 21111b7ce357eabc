"""The board and what belongs to it as text, drawn without colours: what somebody sees who has none.

Look at the difference when a picture changes, then take the new one over with ``--snapshot-update``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from successbook.resources import resource
from tests.tui.driving import driven
from tests.tui.test_pictures import DAY, NARROW, WIDE

SCREENS = {
    "board": ("v", "right", "right"),
    "over time": ("v", "o"),
    "what others may see": ("v", "s", "down", "down", "space", "end", "space"),
}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_without_colours_looks_as_in_its_picture(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: SnapshotAssertion,
    name: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    folder = Path(shutil.copytree(resource("sample_plans") / "ml-platform-notebook", tmp_path / "mine"))
    async with driven(folder, size, quiet=True, now=DAY) as driver:
        await driver.press(*SCREENS[name])
        assert driver.text == snapshot
