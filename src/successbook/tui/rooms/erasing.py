"""Erasing from a notebook: the record, the files, and the undo that would bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from successbook.plan.belonging import NOTEBOOK_KINDS
from successbook.plan.erasing import erasure, what_goes
from successbook.plan.kinds import NOTEBOOK, locate
from successbook.plan.titles import title_of
from successbook.tree import Address
from successbook.tui.dispatch import say
from successbook.tui.rooms.adding import Adds
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Erases"]


class Erases(Adds):
    """A room with records that can be erased."""

    workbook: Workbook

    def why_not(self, action_id: str) -> str | None:
        """Something of a notebook must stand under the cursor."""
        if action_id == "erase":
            place = locate(self.record) if self.record is not None else None
            if place is None or place.kind.name not in NOTEBOOK_KINDS:
                return "Put the cursor on what shall be erased"
            return self.workbook.why_not_change(place.record)
        return super().why_not(action_id)

    def do_erase(self) -> None:
        """Erase what is under the cursor, after a word that confirms it."""
        from successbook.tui.screens.erase import EraseScreen

        place = locate(self.record) if self.record is not None else None
        if place is None:
            return
        at, tree = place.record, self.workbook.tree

        def done(sure: bool | None) -> None:
            if sure:
                self.attempt(lambda: self._erase(at))

        stays = "Git may still hold older versions." if self.workbook.in_repository else ""
        self.app.push_screen(EraseScreen(title_of(tree, at), what_goes(at), stays), done)

    def _erase(self, at: Address) -> None:
        self.workbook.erase(erasure(self.workbook.tree, at))
        if at == NOTEBOOK:
            app_of(self).shelf.forget(self.workbook.path)
        say(self, "Erased, and the undo of this sitting with it")
