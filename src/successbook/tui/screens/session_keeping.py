"""What works everywhere in a session: taking back, saving again, taking over what is on the disk, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import ModalScreen

from successbook.errors import ChangedOutside, SuccessbookError
from successbook.plan.kinds import Place, locate
from successbook.tree import Add, Address, Change, Edit, Table, Tree
from successbook.tui.dispatch import say
from successbook.tui.screens.anywhere import Anywhere
from successbook.tui.taking_back import say_done_again, say_taken_back, why_not_take_back
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["KeepsNotebook"]

_REMEDIES: Final = {
    False: "What you write is kept here; S tries again",
    True: "Esc, then R takes it over; what you write stays",
}
"""What helps when something cannot be saved, by whether somebody else has changed the file."""
_UNSAVED: Final = {
    False: "your lines are here as long as the program is open; S tries again",
    True: "somebody else has changed the session. s goes on; Esc, then R takes theirs over, yours stay",
}
"""The same, on leaving."""


def _there_already(tree: Tree, edit: Edit) -> bool:
    """Whether an edit only makes the table that holds records, and somebody else has made it, too."""
    made = isinstance(edit, Add) and isinstance(edit.value, Table) and not edit.value
    return made and isinstance(tree.get(edit.at), Table) and _record_at(edit.at) is None


def _record_at(at: Address) -> Place | None:
    """The record that stands at an address, not in one; None when it only holds records."""
    place = locate(at)
    return place if place is not None and not place.field else None


class KeepsNotebook(Anywhere, ModalScreen[Address]):
    """The half of a session's screen that looks after the notebook.

    Attributes:
        workbook: the open notebook.
    """

    workbook: Workbook
    _on_disk: tuple[Change, ...] = ()
    """The changes of this sitting that are on the disk; an undo may have taken some of them back since."""

    def why_not(self, action_id: str) -> str | None:
        """What there is no reason for says so."""
        return why_not_take_back(action_id, self.workbook) or super().why_not(action_id)

    async def do_undo(self) -> None:
        """The key u."""
        before = self.workbook.tree
        change = self.workbook.undo()
        say_taken_back(self, change)
        await self.turn_back_to(change, before)

    async def do_redo(self) -> None:
        """The key U."""
        change = self.workbook.redo()
        say_done_again(self, change)
        await self.turn_back_to(change, self.workbook.tree)

    async def turn_back_to(self, change: Change, said: Tree) -> None:
        """Show where a change was taken back, or done again.

        Args:
            change: what took it back, or did it again.
            said: the notebook in which it was said.
        """

    def do_save_again(self) -> None:
        """The key S."""
        self.workbook.save_again()

    def do_take_from_disk(self) -> None:
        """The key R."""
        done = (each.change for each in self.workbook.history.done)
        mine = [change for change in done if all(change is not each for each in self._on_disk)]
        self.workbook.take_from_disk()
        lost = [change.label for change in mine if not self._again(change)]
        if lost:
            labels = ", ".join(lost)
            say(
                self,
                f"What was changed outside is here; this no longer fits: {labels}. u goes back",
                "warning",
            )
        else:
            say(self, "What was changed outside is here, and so is what you wrote")

    def _again(self, change: Change) -> bool:
        """Carry out once more what was written and could not be saved; False where it no longer fits."""
        tree = self.workbook.tree
        edits = tuple(each for each in change.edits if not _there_already(tree, each))
        try:
            self.workbook.do(Change(change.label, edits))
        except SuccessbookError:
            return False
        return True

    def mark_saved(self) -> None:
        """All that was changed so far is on the disk."""
        if self.workbook.saved.kind == "saved":
            self._on_disk = tuple(each.change for each in self.workbook.history.done)

    def say_unsaved(self, error: SuccessbookError) -> None:
        """Say that something could not be saved, and what helps."""
        say(self, f"{error}. {_REMEDIES[isinstance(error, ChangedOutside)]}", "error")

    def part_with(self, kept: str) -> None:
        """The last word of the session: what is not on the disk is not called kept."""
        error = self.workbook.saved.error
        if error is None:
            say(self.app, kept)
        else:
            say(self.app, f"Not saved yet: {_UNSAVED[isinstance(error, ChangedOutside)]}", "warning")

    def do_capture(self) -> None:
        """The key w: a note in the notebook of this session, not in one's own if that is another."""
        app_of(self).capture_into(self.workbook)
