"""Undo within a run: it takes back what was said in this run, and nothing that was there before."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from successbook.tree import Change
from successbook.tui.screens.overlay import Overlay
from successbook.tui.taking_back import say_done_again, say_taken_back

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["TakesBack"]


class TakesBack(Overlay):
    """A run that is undone by itself: a tester must not take back what the PM did before it.

    Args:
        workbook: the open plan.
    """

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._done_before = len(workbook.history.done)
        self._undone_before = len(workbook.history.undone)

    @abstractmethod
    def show_change(self, change: Change) -> None:
        """Go to where a change happened."""

    def why_not(self, action_id: str) -> str | None:
        """What was done before the run is taken back when one has left it."""
        history = self.workbook.history
        if action_id == "undo" and len(history.done) <= self._done_before:
            return "Nothing of this run is left to take back; x clears what was said about this case"
        if action_id == "redo" and len(history.undone) <= self._undone_before:
            return "Nothing of this run was taken back"
        return super().why_not(action_id)

    def _changed(self, change: Change) -> None:
        self._undone_before = min(self._undone_before, len(self.workbook.history.undone))
        super()._changed(change)

    def do_undo(self) -> None:
        """Take the last change of this run back, and go to its case."""
        change = self.workbook.undo()
        self.show_change(change)
        say_taken_back(self, change)

    def do_redo(self) -> None:
        """Do again what was taken back, and go to its case."""
        change = self.workbook.redo()
        self.show_change(change)
        say_done_again(self, change)
