"""`w`, wherever one is: a line for one's own notebook, open or not; it waits there for the next session."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import closing
from typing import TYPE_CHECKING

from textual.app import App

from successbook.tui.dispatch import Acts, say

if TYPE_CHECKING:
    from successbook.shelf import Shelf
    from successbook.tui.screens.capture import Noted
    from successbook.tui.screens.plan import PlanScreen
    from successbook.workbook import Workbook

__all__ = ["Captures"]


class Captures(Acts, App[None]):
    """The part of the app that writes down wins and lessons."""

    @property
    @abstractmethod
    def shelf(self) -> Shelf:
        """The plans there are, and where the notebook is."""

    @property
    @abstractmethod
    def plan_screen(self) -> PlanScreen | None:
        """The screen of what is open, if something is."""

    def do_capture(self) -> None:
        """Ask for a line, and keep it in the notebook."""
        self.capture_into(None)

    def capture_into(self, notebook: Workbook | None) -> None:
        """Ask for a line, and keep it in an open notebook; None for the one at hand, opened only then."""
        from successbook.tui.screens.capture import CaptureScreen

        def keep(noted: Noted | None) -> None:
            if noted is not None:
                self.attempt(lambda: self._keep_note(notebook, noted))

        self.push_screen(CaptureScreen(), keep)

    def _keep_note(self, notebook: Workbook | None, noted: Noted) -> None:
        if notebook is None and self.plan_screen is not None:
            notebook = self.plan_screen.notebook
        if notebook is not None:
            self._write_down(notebook, noted)
        else:
            with closing(self.shelf.notebook()) as own:
                self._write_down(own, noted)
                own.flush()
        say(self, f'Kept: "{noted.title}". It waits for your next session')

    def _write_down(self, notebook: Workbook, noted: Noted) -> None:
        from successbook.plan.captures import add_capture

        draft = notebook.draft()
        add_capture(draft, noted.title, noted.kind, notebook.now.date)
        notebook.do(draft.change(f'Write down "{noted.title}"'))
