"""Answering questions on a screen from the keyboard, and reading what stands there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from successbook.guides.interview import Interview
from successbook.plan.now import Now
from successbook.shelf import Shelf
from successbook.tree import Address, Table, Tree, Value
from successbook.tui.frame import Frame
from successbook.tui.screens.interview import InterviewScreen
from successbook.tui.screens.interview_page import QuestionPage
from successbook.workbook import Workbook
from tests.guides.walk import TODAY
from tests.plans import written
from tests.tui.driving import drawn_when_looked_at, pressed
from tests.tui.stage import lines

NOW = Now(TODAY)


class Host(Frame):
    """An app with nothing but questions; it ends by showing the plan."""

    def __init__(self, workbook: Workbook, shelf: Shelf | None, kind: str) -> None:
        super().__init__()
        self.workbook = workbook
        self._screen_wanted = InterviewScreen(workbook, shelf, kind=kind)
        self.showed_plan = False

    def on_mount(self) -> None:
        self.push_screen(self._screen_wanted)

    def do_page(self) -> None:
        self.showed_plan = True


class Asked:
    """The person who answers."""

    def __init__(self, app: Host, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen has settled."""
        await pressed(self.app, *keys)

    async def write(self, text: str, *keys: str) -> None:
        """Type a text, then press keys."""
        for char in text:  # all at once: waiting after every letter takes a minute for ten answers
            self.app.post_message(events.Key(_character_to_key(char), char))
        await self.press()
        if keys:
            await self.press(*keys)

    async def paste(self, text: str, *keys: str) -> None:
        """Paste a text, then press keys."""
        self.app.post_message(events.Paste(text))
        await self.press()
        await self.press(*keys)

    @property
    def screen(self) -> InterviewScreen:
        screen = self.app.screen
        assert isinstance(screen, InterviewScreen)
        return screen

    @property
    def over(self) -> bool:
        """Whether the questions are gone from the screen."""
        return not isinstance(self.app.screen, InterviewScreen)

    @property
    def number(self) -> int:
        """Which question it is; 0 at the end."""
        question = self.screen.interview.question
        return question.number if question else 0

    @property
    def field(self) -> str:
        """The field with the cursor."""
        return self.screen.query_one(QuestionPage).present.key

    @property
    def text(self) -> str:
        """All that stands on the screen."""
        return "\n".join(lines(self.app))

    @property
    def footer(self) -> str:
        return lines(self.app)[-1]

    @property
    def messages(self) -> list[str]:
        return [str(each.message) for each in self.app._notifications]

    @property
    def labels(self) -> list[str]:
        """The changes of this sitting."""
        return [done.change.label for done in self.app.workbook.history.done]

    @property
    def tree(self) -> Tree:
        return self.app.workbook.tree

    def value(self, *path: str, file: str = "plan.toml") -> Value | None:
        return self.tree.get(Address(file, path))

    def only(self, table: str) -> Table:
        """The one record of a table of plan.toml."""
        (record,) = self.tree.table(Address("plan.toml", (table,))).values()
        assert isinstance(record, Table)
        return record


@asynccontextmanager
async def asked(
    folder: Path,
    tree: Tree | None = None,
    *,
    at: str = "",
    size: tuple[int, int] = (80, 24),
    shelf: Shelf | None = None,
    kind: str = "",
) -> AsyncIterator[Asked]:
    """Questions about a plan in `folder`: what is there already, else `tree`, else nothing."""
    if not Shelf.is_plan(folder):
        written(folder, tree or Tree({"plan.toml": Table({"format": 1})}))
    workbook = Workbook.open(folder, NOW)
    app = Host(workbook, shelf, kind)
    if at:
        walk = app._screen_wanted.interview
        assert isinstance(walk, Interview)
        walk.go(at)
    with drawn_when_looked_at():
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            await pilot.pause()
            yield Asked(app, pilot)
    workbook.close()
