"""What follows from something unexpected, scrolled from the field in which one writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from successbook.tui.dispatch import Acts
from successbook.tui.upward import node_of
from successbook.tui.widgets.footer import KeyLine

if TYPE_CHECKING:
    from successbook.tui.widgets.rows import RowList

__all__ = ["ScrollsFollows", "from_every_field"]

_SCROLLS = ("follows-down", "follows-up")


def from_every_field(bindings: Iterable[BindingType]) -> list[BindingType]:
    """The same bindings; those that scroll come before what a field of several lines does with page keys."""
    return [
        replace(each, priority=True) if isinstance(each, Binding) and each.id in _SCROLLS else each
        for each in bindings
    ]


class ScrollsFollows(Acts):
    """Mixin of the screen: the cursor stays in its field, and page keys move the list below.

    Attributes:
        follows: the list of what follows.
    """

    follows: RowList

    def why_not(self, action_id: str) -> str | None:
        """It is scrolled only where it has no room."""
        at, end = round(self.follows.scroll_y), self.follows.max_scroll_y
        if (action_id == "follows-down" and at >= end) or (action_id == "follows-up" and not at):
            return "This is the end" if end else "All that follows is on the screen"
        return super().why_not(action_id)

    def do_follows_down(self) -> None:
        """The key PgDn."""
        self._scroll(1)

    def do_follows_up(self) -> None:
        """The key PgUp."""
        self._scroll(-1)

    def offer_scrolling(self) -> None:
        """The key line says whether there is more."""
        screen = node_of(self)
        if screen.is_attached:
            screen.query_one(KeyLine).look_again()

    def _scroll(self, direction: int) -> None:
        page = max(1, self.follows.size.height - 1)
        self.follows.scroll_to(y=self.follows.scroll_y + direction * page, animate=False, force=True)
        self.offer_scrolling()
