"""The app: a plan, or the shelf of plans, and what works everywhere."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult

from successbook.errors import SuccessbookError
from successbook.look import remembered_look
from successbook.tui.capturing import Captures
from successbook.tui.dispatch import forget_said, say
from successbook.tui.frame import Frame
from successbook.tui.palettes import DEFAULT
from successbook.tui.taking_back import why_not_take_back
from successbook.tui.widgets.heading import TabLine, TitleLine

if TYPE_CHECKING:
    from successbook.shelf import Shelf
    from successbook.tui.screens.plan import PlanScreen
    from successbook.workbook import Workbook

__all__ = ["SuccessbookApp", "run"]

_PLANS_ONLY = frozenset({"page", "goals", "release", "uat", "interview"})
_OPEN_ONLY = frozenset({"reflect", "history", "undo", "redo", "find", "jump", "save-again", "take-from-disk"})
_GARBAGE: Final = (7_000, 20, 20)
"""A picture makes thousands of objects that go at once; Python's own 700 would look for garbage in each."""
_QUIET: Final = 1.0
"""Seconds after the start at which memory is tidied for the first time."""


class SuccessbookApp(Captures, Frame):
    """The workbook in a terminal.

    The frame is on the screen before the rest of the program is loaded.

    Args:
        shelf: the plans there are, and what is remembered about the person's choices; by default those of the
            current folder, or of `path` when that is a folder of plans.
        path: the plan to open; None begins at the shelf.

    Attributes:
        failure: why nothing could be opened.
    """

    def __init__(self, shelf: Shelf | None = None, path: Path | None = None) -> None:
        look = remembered_look()
        super().__init__(
            theme_name=look.theme or DEFAULT,
            themes_folder=look.themes_folder,
            keymap=look.keymap,
            remember_theme=self._remember,
        )
        self._shelf = shelf
        self._path = path
        self.workbook: Workbook | None = None
        self._typed_ahead.hold()
        self._told: SuccessbookError | None = None
        self.failure: SuccessbookError | None = None

    def compose(self) -> ComposeResult:
        """The frame, until what is asked for has been read."""
        yield TitleLine()
        if self._path is not None:
            yield TabLine()

    @property
    def shelf(self) -> Shelf:
        """The plans there are, and what is remembered."""
        if self._shelf is None:
            from successbook.clock import now
            from successbook.shelf import Shelf

            path, day = self._path, now()
            if path is not None and not Shelf.is_plan(path):
                self._shelf, self._path = Shelf.at(path, day), None
            else:
                self._shelf = Shelf.at(Path.cwd(), day)
        return self._shelf

    def _remember(self, theme: str) -> None:
        self.shelf.remember_theme(theme)

    def on_ready(self) -> None:
        """Begin as soon as the frame is there."""
        self.call_after_refresh(self._begin)
        if not self.is_headless:
            self.set_timer(_QUIET, _tidy)

    async def _begin(self) -> None:
        try:
            for problem in self.shelf.settings.problems:
                say(self, str(problem), "warning")
            if self._path is not None:
                await self.open_plan(self._path)
            else:
                await self.do_shelf()
            self._typed_ahead.release()
        except SuccessbookError as error:
            self.failure = error
            self.exit(return_code=2)

    async def open_plan(self, path: Path) -> None:
        """Open a plan or a notebook; an empty plan begins with its questions.

        Raises:
            NotReadable: it cannot be opened.
        """
        from successbook.tui.screens.plan import PlanScreen
        from successbook.verdicts.page_head import nothing_said

        opened = self.shelf.open(path)
        self.let_go()
        self.workbook = opened
        screen = PlanScreen(opened, self.shelf.notebook)
        await (self.switch_screen(screen) if len(self.screen_stack) > 1 else self.push_screen(screen))
        if nothing_said(opened.tree) and not opened.unreadable and not screen.is_notebook:
            self.ask_questions()
        if warning := self.shelf.warn_of_sharing(opened):
            say(self, warning, "warning")

    def ask_questions(self, kind: str = "") -> None:
        """Open the ten questions, at the one about a kind of record if one is named."""
        from successbook.tui.screens.interview import InterviewScreen

        if self.workbook is not None:
            self.push_screen(InterviewScreen(self.workbook, self.shelf, kind=kind))

    def let_go(self) -> None:
        """Close the open plan, with everything on the disk."""
        if self.workbook is not None:
            state = self.workbook.close()
            self.workbook = None
            if state.error is not None:
                say(self, str(state.error), "error")

    @property
    def plan_screen(self) -> PlanScreen | None:
        """The screen of the open plan, if one is open."""
        if self.workbook is None:
            return None
        from successbook.tui.screens.plan import PlanScreen

        return next((each for each in self.screen_stack if isinstance(each, PlanScreen)), None)

    def why_not(self, action_id: str) -> str | None:
        """What needs an open plan says so."""
        if self.workbook is None or self.plan_screen is None:
            return "Open a plan first" if action_id in _PLANS_ONLY | _OPEN_ONLY else None
        if self.plan_screen.is_notebook and action_id in _PLANS_ONLY:
            return "This is a notebook; 0 shows your plans"
        return why_not_take_back(action_id, self.plan_screen.active)

    async def _turn_to(self, name: str) -> None:
        if self.plan_screen is not None:
            forget_said(self)
            await self.plan_screen.turn_to(name)

    async def do_page(self) -> None:
        """1 Page."""
        await self._turn_to("page")

    async def do_goals(self) -> None:
        """2 Goals."""
        await self._turn_to("goals")

    async def do_release(self) -> None:
        """3 Release."""
        await self._turn_to("release")

    async def do_uat(self) -> None:
        """4 UAT."""
        await self._turn_to("uat")

    async def do_reflect(self) -> None:
        """5 Reflect."""
        await self._turn_to("reflect")

    async def do_history(self) -> None:
        """6 History."""
        await self._turn_to("history")

    async def do_shelf(self) -> None:
        """The shelf of plans."""
        from successbook.tui.screens.shelf import ShelfScreen

        self.let_go()
        screen = ShelfScreen(self.shelf)
        if len(self.screen_stack) > 1:
            await self.switch_screen(screen)
        else:
            await self.push_screen(screen)

    def do_interview(self) -> None:
        """Ten questions."""
        self.ask_questions()

    async def do_undo(self) -> None:
        """Take the last change back."""
        if self.plan_screen is not None:
            await self.plan_screen.undo()

    async def do_redo(self) -> None:
        """Do again what was taken back."""
        if self.plan_screen is not None:
            await self.plan_screen.redo()

    def do_find(self) -> None:
        """Find anything by its words."""
        self._find(titles_only=False)

    def do_jump(self) -> None:
        """Go to a record by its title."""
        self._find(titles_only=True)

    def _find(self, *, titles_only: bool) -> None:
        if self.plan_screen is not None:
            self.plan_screen.find(titles_only=titles_only)

    def do_save_again(self) -> None:
        """Try again to write what could not be written."""
        if self.plan_screen is not None:
            self.plan_screen.active.save_again()

    def do_take_from_disk(self) -> None:
        """Take over what is on the disk."""
        if self.plan_screen is not None:
            change = self.plan_screen.active.take_from_disk()
            say(self, f"{change.label}: done. u goes back to what you had")

    def do_quit(self) -> None:
        """Leave, with everything on the disk; what cannot be saved keeps the app open."""
        if self.plan_screen is not None:
            try:
                self.plan_screen.flush()
            except SuccessbookError as error:
                if error is not self._told:
                    self._told = error
                    say(self, f"{error}. q again leaves without saving", "error")
                    return
        self.exit()


def _tidy() -> None:
    """From now on look for garbage, but not in what the start has made: that search would be felt."""
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()


def run(path: Path | None) -> int:
    """Run the app; the exit code. A start makes no garbage worth looking for, and the end is one.

    Args:
        path: a plan's folder, a folder of plans, or None for the shelf.

    Raises:
        SuccessbookError: what shall be opened cannot be.
    """
    gc.disable()
    app = SuccessbookApp(path=path)
    app.run()
    app.let_go()
    gc.freeze()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
