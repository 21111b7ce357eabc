"""What the pictures that lie over the rooms have in common: they follow the plan, and undo works."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from successbook.tree import Address, Change
from successbook.tui.screens.anywhere import Turns
from successbook.tui.taking_back import say_done_again, say_taken_back, why_not_take_back
from successbook.tui.widgets.footer import KeyLine

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Overlay"]


class Overlay(Turns, ModalScreen[Address]):
    """A picture over an open plan; its result is where to go, None when it was closed.

    Args:
        workbook: the open plan.
    """

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(classes="over")
        self.workbook = workbook
        self._leave: Callable[[], None] | None = None

    @abstractmethod
    def fill(self) -> None:
        """Show the plan as it is now."""

    def on_mount(self) -> None:
        """Show the plan, and follow its changes; in the shape of the terminal, which is told only later.

        Textual calls this by itself after the `on_mount` of a screen of this kind, which may have called it.
        """
        if self._leave is None:
            self._take_shape()
            self._leave = self.workbook.listen(self._changed)
            self.fill()

    def _take_shape(self) -> None:
        across, down = self.app.HORIZONTAL_BREAKPOINTS or (), self.app.VERTICAL_BREAKPOINTS or ()
        for size, shapes in zip(self.app.size, (across, down), strict=True):
            self.add_class(*[name for at_least, name in shapes if size >= at_least][-1:])

    def on_unmount(self) -> None:
        """Stop following."""
        if self._leave is not None:
            self._leave()

    def _changed(self, _change: Change) -> None:
        if not self.is_attached or self not in self.app.screen_stack:
            return  # it was closed, and is about to be taken down
        self.fill()
        for line in self.query(KeyLine):
            line.refresh()

    def why_not(self, action_id: str) -> str | None:
        """Only what was done can be taken back, only what was taken back done again."""
        return why_not_take_back(action_id, self.workbook) or super().why_not(action_id)

    def do_undo(self) -> None:
        """Take the last change back."""
        say_taken_back(self, self.workbook.undo())

    def do_redo(self) -> None:
        """Do again what was taken back."""
        say_done_again(self, self.workbook.redo())

    def leave_for(self, at: Address | None) -> None:
        """Go where a screen in front of this one led; None stays here."""
        if at is not None:
            self.dismiss(at)

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)
