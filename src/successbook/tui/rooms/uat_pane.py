"""The record at the right of 4 UAT: as everywhere, and `v` leads to the views of its room."""

from __future__ import annotations

from typing import Protocol, cast

from textual.dom import DOMNode

from successbook.tui.actions import Action
from successbook.tui.rooms.record import RecordPane

__all__ = ["CasePane"]


class _Views(Protocol):
    """The room around the pane."""

    def do_view(self) -> None:
        """Turn to the next view."""

    def label_of(self, each: Action) -> str:
        """What the next view is called."""


class CasePane(RecordPane):
    """A record of an acceptance test: its picture is the matrix."""

    @property
    def _room(self) -> _Views:
        node: DOMNode | None = self.parent
        while node is not None and not hasattr(node, "do_view"):
            node = node.parent
        return cast("_Views", node)

    def why_not(self, action_id: str) -> str | None:
        """Every record here has a picture."""
        return None if action_id == "view" else super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """Which view comes next."""
        return self._room.label_of(each) if each.id == "view" else super().label_of(each)

    def do_view(self) -> None:
        """The next view."""
        self._room.do_view()
