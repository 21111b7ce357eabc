"""Every page of a session as text, on a narrow and on a wide terminal, with the sample notebook.

Look at the difference, then take a new picture over with
``pytest tests/tui/test_session_pictures.py --snapshot-update``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from successbook.clock import OVERRIDE
from tests.tui.sitting import amira, sitting
from tests.tui.test_pictures import NARROW, WIDE

PAGES: tuple[tuple[str, ...], ...] = (
    ("s", "down", "enter"),
    ("escape", "d", "c", "x", "enter", "enter"),
    ("escape", "s"),
    ("down", "enter", "s"),
    ("A line that was said", "escape", "e", "What shows it", "escape", "up", "home"),
    ("escape", "s", "A pair", "escape", "n", "Before it", "Now it is"),
    ("escape", "s", "Nobody heard of it", "escape", "d", "n"),
    ("s",),
    ("escape", "s"),
    ("s", "Both are true"),
    ("enter", "One thing to do", "fri"),
    ("escape", "s"),
)
"""What is pressed and said before each picture; what is no key is a line."""
KEYS = frozenset({"down", "up", "enter", "escape", "home"})


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
async def test_every_page_of_a_session_looks_as_in_its_picture(
    tmp_path: Path,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv(OVERRIDE, "2026-10-09T15:00")
    pictures = []
    async with sitting(amira(tmp_path), size) as person:
        for said in PAGES:
            for each in said:
                if each in KEYS or len(each) == 1:
                    await person.press(each)
                else:
                    await person.say(each)
            person.app.clear_notifications()
            await person.pilot.pause()
            pictures.append(person.text)
    assert "\n\n".join(pictures) == snapshot
