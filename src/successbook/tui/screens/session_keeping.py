"""What works everywhere in a session: taking back, saving again, taking over what is on the disk, help."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import ModalScreen, Screen

from successbook.errors import SuccessbookError
from successbook.tree import Address
from successbook.tui.dispatch import Acts, say

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["KeepsNotebook"]


class KeepsNotebook(Acts, ModalScreen[Address]):
    """The half of a session's screen that looks after the notebook.

    Attributes:
        workbook: the open notebook.
    """

    workbook: Workbook

    def do_undo(self) -> None:
        """The key u."""
        change = self.workbook.undo()
        say(self, f"Taken back: {change.label}. U does it again")

    def do_redo(self) -> None:
        """The key U."""
        change = self.workbook.redo()
        say(self, f"Done again: {change.label}")

    def do_save_again(self) -> None:
        """The key S."""
        self.workbook.save_again()

    def do_take_from_disk(self) -> None:
        """The key R."""
        try:
            change = self.workbook.take_from_disk()
        except SuccessbookError as error:
            say(self, str(error), "warning")
            return
        say(self, f"{change.label}: done. u goes back to what you had")

    def do_help(self) -> None:
        """The key ?."""
        from successbook.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(cast("Screen[object]", self)))
