"""A board on the screen, and sessions that were held by a guide of their own."""

from __future__ import annotations

from pathlib import Path

from successbook.tree import Tree
from successbook.tui.screens.board import BoardScreen
from successbook.tui.widgets.board import BoardView
from tests.notebooks import LATE, notebook
from tests.tui.driving import Driver

__all__ = ["SIZES", "board", "held_by_own_guide"]

SIZES = [(60, 20), (120, 40)]


async def board(driver: Driver) -> BoardView:
    """Open the board of what is under the cursor."""
    await driver.press("v")
    assert isinstance(driver.app.screen, BoardScreen)
    return driver.app.screen.query_one(BoardView)


def held_by_own_guide(home: Path) -> Tree:
    """The notebook, its last session held by a guide of the person's own with one facet for the team."""
    guides = home / ".config/successbook/guides"
    guides.mkdir(parents=True)
    (guides / "nights.toml").write_text("format = 1\n[pages.team.facets.nights]\n", encoding="utf-8")
    tree = notebook()
    return tree.with_table(LATE, tree.table(LATE).put("guide", "nights"))
