"""What lies over an open plan for a moment: trace, purpose, chart, a new reading; and the way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from successbook.errors import Refused
from successbook.tree import Address
from successbook.tui.dispatch import Acts, forget_said
from successbook.verdicts.recent import recently_read

if TYPE_CHECKING:
    from successbook.tui.rooms.room import Room
    from successbook.workbook import Workbook

__all__ = ["Shows", "Stop"]

_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one was before a jump.

    Attributes:
        room: the room that was in front.
        place: what stood under its cursors, as the room itself says (`Room.place`).
        again: makes the screen that lay over the room and led away, as it was; None where there was none.
    """

    room: str
    place: Hashable
    again: Callable[[], Screen[Address]] | None = None


class Shows(Acts, Screen[None]):
    """The half of an open plan's screen that shows one record in another light, and finds the way back.

    Attributes:
        workbook: the open plan.
    """

    workbook: Workbook

    def __init__(self) -> None:
        super().__init__()
        self.came_from: list[Stop] = []

    @property
    @abstractmethod
    def room(self) -> Room:
        """The room in front."""

    @abstractmethod
    async def turn_to(self, name: str) -> Room:
        """Bring a room to the front."""

    @abstractmethod
    async def go_to(self, at: Address) -> None:
        """Show a record, or a field of it, in the room where it stands."""

    # Jumps

    def here(self) -> Stop:
        """Where one is."""
        return Stop(self.room.NAME, self.room.place())

    async def jump_to(self, at: Address, before: Stop | None = None) -> None:
        """Show a record, and remember where one was.

        Args:
            at: the record, or a field of it.
            before: where one was, if something has been in front since.
        """
        start = before or self.here()
        await self.go_to(at)
        if self.here() != start:
            self.came_from = [*self.came_from, start][-_LONGEST:]

    async def back(self) -> None:
        """Back to where one was before the last jump.

        Raises:
            Refused: nobody jumped.
        """
        if not self.came_from:
            raise Refused("you have not jumped anywhere yet")
        stop = self.came_from.pop()
        if stop.room != self.room.NAME:
            await self.turn_to(stop.room)
        self.room.freshen()
        self.room.return_to(stop.place)
        if stop.again is not None:
            self._over(stop.again())

    def _over(self, screen: Screen[Address]) -> None:
        """Lay a screen over the plan whose result is where to go.

        A screen with a method `again`, which makes it as it is, is there again on the way back.
        """
        before = self.here()

        async def go(at: Address | None) -> None:
            if at is not None:
                await self.jump_to(at, replace(before, again=getattr(screen, "again", None)))

        self.app.push_screen(screen, go)

    # What is shown

    def find(self, *, titles_only: bool) -> None:
        """Find anything in what is in front."""
        from successbook.tui.screens.find import FindScreen

        self._over(FindScreen(self.room.workbook.tree, titles_only=titles_only))

    def trace(self, record: Address) -> None:
        """Where a record comes from, and what shows that it works."""
        from successbook.tui.screens.trace import TraceScreen

        self._over(TraceScreen(self.workbook, record))

    def show_purpose(self, record: Address) -> None:
        """The purpose card of an initiative, or the spotlight of a metric."""
        from successbook.tui.screens.purpose import PurposeScreen

        self._over(PurposeScreen(self.workbook, record))

    def show_view(self, screen: Screen[Address]) -> None:
        """The picture of a record; what it returns is where to go. What was said before is not about it."""
        forget_said(self)
        self._over(screen)

    def take_reading(self, metric: Address, day: str = "") -> None:
        """Ask for a number of a metric and write it down."""
        from successbook.tui.screens.reading import ReadingScreen

        self.app.push_screen(ReadingScreen(self.workbook, metric, day))

    def ask_reading(self, metric: Address | None) -> None:
        """Ask for a number of a metric; if it is not clear of which one, ask that first.

        Raises:
            Refused: there is no metric.
        """
        from successbook.tui.screens.find import FindScreen

        found = [metric] if metric is not None else recently_read(self.workbook.tree)
        if not found:
            raise Refused("there is no metric yet", remedy="i asks for one")
        if len(found) == 1:
            self.take_reading(found[0])
            return

        def chosen(at: Address | None) -> None:
            if at is not None:
                self.take_reading(at)

        screen = FindScreen(self.workbook.tree, among=found, question="A number of which metric?")
        self.app.push_screen(screen, chosen)
