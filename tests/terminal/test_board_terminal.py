"""The board in a real terminal with few colours, or none: shown, said and missed can be told apart."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.tree import Tree
from tests.notebooks import LATE, line, notebook
from tests.plans import NOW, written
from tests.terminal import Terminal, leaks

HOSTILE = "a\x1b]52;c;aGFja2Vk\x07b [/] \u202etxt"


def lit() -> Tree:
    """The notebook with enough light in two quadrants, one solid and one hatched."""
    draft = Draft(notebook(), today=NOW.date)
    for number in range(3):
        line(draft, LATE, f"Shown {number}", dimension="team", facet="morale", example="Yes.")
        line(draft, LATE, f"Said {number}", dimension="company", facet="strategy")
    line(draft, LATE, HOSTILE, dimension="personal", facet="learning", example=HOSTILE)
    line(draft, LATE, "b", dimension="product", facet=HOSTILE)
    draft.put(LATE.child("success_before"), HOSTILE)
    return draft.tree


@pytest.mark.parametrize(
    "env",
    [{"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": None}, {"TERM": "linux", "COLORTERM": None}],
    ids=["NO_COLOR", "xterm", "linux"],
)
def test_the_picture_is_told_apart_without_its_colours(tmp_path: Path, env: dict[str, str | None]) -> None:
    plan = written(tmp_path / "mine", lit())
    with Terminal([sys.executable, "-m", "successbook", plan], size=(80, 24), env=env) as app:
        app.wait_for("Session in June")
        app.press("v")
        app.wait_for("█ shown +▒ said +× a miss")
        app.settle()
        picture = [text[:44] for text in app.lines[1:21]]
        right = "\n".join(text[22:] for text in picture)
        for mark in "█▒×":
            assert mark in "\n".join(picture), (mark, app.screen)
        assert "█" in right.splitlines()[4]  # team, at the top, was shown
        assert "▒" in "\n".join(right.splitlines()[11:])  # company, below, was said
        app.press("Right", "Right", "Enter", "Esc", "o")
        app.wait_for("How success was defined")
        app.press("Esc", "Esc", "q")
        assert app.wait_end() == 0
        assert leaks(app.raw) == []
        if "NO_COLOR" in env:
            assert not any(f"\x1b[{ground}8;2;".encode() in app.raw for ground in "34")
