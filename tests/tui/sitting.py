"""A person in a session: reads what is asked, answers, walks the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.keys import _character_to_key

from successbook.guides.session_saying import begin_session
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.shelf import Shelf
from successbook.tree import Address, Table, Tree, apply
from successbook.tui.screens.session import SessionScreen
from successbook.tui.screens.session_keys import LineKey, SessionKey
from successbook.tui.widgets.rows import RowList
from tests.plans import written
from tests.tui.driving import Driver, driven

__all__ = ["NOTEBOOK", "NOW", "SESSION", "Sitter", "amira", "at_page", "empty", "sitting"]

NOW = Now(dt.date(2026, 10, 9))
NOTEBOOK = Address("notebook.toml")
SESSION = Address("reflections/2026-10-09.toml")


class Sitter(Driver):
    """The person in the session."""

    @property
    def page(self) -> str:
        """The page that is open."""
        assert isinstance(self.app.screen, SessionScreen), self.app.screen
        return self.app.screen.walk.page.name

    @property
    def asked(self) -> str:
        """What is asked now."""
        assert isinstance(self.app.screen, SessionScreen), self.app.screen
        prompt = self.app.screen.body.prompt
        return prompt.asks if prompt is not None else ""

    @property
    def line_at(self) -> str:
        """The line on which the cursor is."""
        assert isinstance(self.app.screen, SessionScreen), self.app.screen
        key = self.app.screen.body.key
        assert isinstance(key, LineKey), key
        assert self.app.workbook is not None
        return str(self.app.workbook.tree.get(key.at.child("title")))

    async def say(self, text: str, *keys: str) -> None:
        """Write a line and press Enter."""
        for character in text:  # straight into the queue: waiting after every letter takes half a minute
            self.app.post_message(Key(_character_to_key(character), character))
        await self.press(*(keys or ("enter",)))

    async def go_to_row(self, key: SessionKey) -> None:
        """Put the cursor on a row with the arrow keys."""
        assert isinstance(self.app.screen, SessionScreen)
        if self.app.screen.body.writing:
            await self.press("escape")
        rows = self.app.screen.body.query_one(RowList)
        while rows.cursor_key != key:
            before = rows.cursor_key
            await self.press("down")
            if rows.cursor_key == before:
                break
        while rows.cursor_key != key:
            before = rows.cursor_key
            await self.press("up")
            assert rows.cursor_key != before, f"there is no row {key}"

    def entry(self, title: str) -> Table:
        """The line with this title."""
        assert self.app.workbook is not None
        tree = self.app.workbook.tree
        return next(
            tree.table(at) for at in records(tree, KINDS["entry"]) if tree.get(at.child("title")) == title
        )


@asynccontextmanager
async def sitting(folder: Path, size: tuple[int, int] = (120, 40), now: Now = NOW) -> AsyncIterator[Sitter]:
    async with driven(folder, size, now=now) as driver:
        yield Sitter(driver.app, driver.pilot)


def amira(tmp_path: Path) -> Path:
    return Shelf.at(tmp_path, NOW).demo("ml-platform-notebook")


def empty(folder: Path, **fields: str) -> Path:
    """A notebook without a session."""
    return written(folder / "mine", Tree({"notebook.toml": Table({"format": 1, **fields})}))


@asynccontextmanager
async def at_page(
    folder: Path, page: str, size: tuple[int, int] = (80, 24), together: str = "alone", about: str = "myself"
) -> AsyncIterator[Sitter]:
    """A session that was stopped at a page, and goes on."""
    tree = Tree({"notebook.toml": Table({"format": 1, "about": about})})
    change, _ = begin_session(tree, NOW.date, guide="wide-look", page=page, together=together)
    for edit in change.edits:
        tree, _ = apply(tree, edit)
    async with sitting(written(folder / "mine", tree), size) as me:
        await me.go_to(SESSION)
        await me.press("s")
        assert me.page == page
        yield me
