"""What the rooms of an open plan have in common."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.message import Message

from successbook.tree import Address, Change
from successbook.tui.rooms.looking import Looks

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Room"]


class Room(Looks, Container):
    """A view of the open plan. It keeps no state of the plan: it is filled again from the workbook.

    Args:
        workbook: the open plan.
    """

    NAME: ClassVar[str] = ""
    BLANK = True  # its panels cover it: one empty line stands for all, in every picture

    class GoTo(Message):
        """Please show a record, in the room where it stands.

        Attributes:
            at: the record or a field in it.
            kind: the kind of record, when there is none yet and its question shall be asked.
        """

        def __init__(self, at: Address | None, kind: str = "") -> None:
            super().__init__()
            self.at = at
            self.kind = kind

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(id=f"room-{self.NAME}", classes="room")
        self.workbook = workbook
        self._stale = True

    def refill(self, change: Change | None = None) -> None:
        """Show the plan as it is now.

        Args:
            change: what has just changed, if that is why.
        """

    def freshen(self) -> None:
        """Fill the room if the plan has changed since it was last on the screen."""
        if self._stale:
            self._stale = False
            self.refill()

    def spoil(self) -> None:
        """The plan has changed while the room is out of sight."""
        self._stale = True

    def enter(self) -> None:
        """The room comes to the front: put the focus where it belongs."""

    def show(self, at: Address) -> bool:
        """Bring a record, or a field of it, under the cursor; False if it does not stand in this room."""
        del at
        return False

    def shows_change(self, at: Address, change: Change) -> bool:
        """Whether a change that was taken back, or done again, is seen where one is; else one goes there.

        Args:
            at: where it can be seen now.
            change: the change.
        """
        del at, change
        return False

    def place(self) -> Hashable:
        """What stands under the cursor, for `return_to`."""
        return None

    def return_to(self, place: Hashable) -> None:
        """Put the cursor where it stood when `place` was asked; what is gone since is passed over."""
        del place
