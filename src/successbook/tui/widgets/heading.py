"""The two lines on top of every screen: what is open and whether it is saved, and the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content

from successbook.text import capital, one_line
from successbook.tui.actions import ACTIONS, Action, shown_key
from successbook.tui.widgets.steady import Steady
from successbook.tui.widgets.wrapping import cut, width_of

if TYPE_CHECKING:
    from successbook.saver import SavedState

__all__ = ["TabLine", "TitleLine"]

_TABS = tuple(
    each for each in ACTIONS if each.group == "Screens" and each.keys[0].isdigit() and each.keys != ("0",)
)


class TitleLine(Steady):
    """Left the product and what is open; right where it lies and whether it is saved."""

    def __init__(self, title: str = "", *, place: str = "", state: str = "", role: str = "muted") -> None:
        super().__init__()
        self._shown = (title, place, state, role)
        self._short = ""

    def show(
        self,
        title: str | None = None,
        *,
        place: str | None = None,
        state: str | None = None,
        role: str = "",
        short: str = "",
    ) -> None:
        """Change some of it; what is None stays.

        Args:
            title: name of the plan.
            place: branch and changes, or a date.
            state: "saved", "saving", or what went wrong.
            role: a colour's name for the state: muted, good, careful, bad.
            short: what is left of the title where the place would have to give way to it otherwise.
        """
        before = self._shown
        if title is not None:
            self._short = short
        self._shown = (
            before[0] if title is None else title,
            before[1] if place is None else place,
            before[2] if state is None else state,
            (role or "muted") if state is not None else before[3],
        )
        if self._shown != before:
            self.refresh()

    def show_saved(self, state: SavedState, *, remedy: str = "", locked: str = "") -> None:
        """Say whether what was changed is on the disk.

        Args:
            state: whether it is.
            remedy: what helps as long as it could not be written.
            locked: what of it cannot be changed; stands where all else is saved.
        """
        unsaved = f"not saved, {remedy}" if remedy else "not saved"
        said = {"saved": locked or "saved", "saving": "saving", "failed": unsaved}[state.kind]
        calm = "careful" if state.remark or locked else "good"
        role = {"saved": calm, "saving": "muted", "failed": "bad"}[state.kind]
        self.show(state=said, role=role)

    def render(self) -> Content:
        """The line, as wide as the screen; the title gives way before the state does."""
        title, place, state, role = self._shown
        width = self.size.width - 2
        state = cut(state, max(width - 12, 8))
        name = "successbook" if width - width_of(state) >= 30 or not title else ""
        room = width - width_of(state) - width_of(name) - (4 if state else 2)
        if self._short and width_of(place) + width_of(title) + 4 > room:
            title = self._short
        title = cut(title, max(room, 1))
        place = one_line(place) if width_of(place) + width_of(title) + 4 <= room else ""
        used = sum(map(width_of, (name, title, place, state))) + (2 if name and title else 0)
        gap = "   " if place and state else ""
        fill = max(width - used - len(gap), 1)
        return Content.assemble(
            " ",
            Content.styled(name, "bold $accent"),
            "  " if name and title else "",
            Content.styled(title, "bold"),
            " " * fill,
            Content.styled(place, "$muted"),
            gap,
            Content.styled(state, f"${role}"),
        )


class TabLine(Steady):
    """The screens and their keys; the one we are on is underlined."""

    def __init__(self, current: str = "") -> None:
        super().__init__()
        self._current = current

    def turn_to(self, current: str) -> None:
        """Mark the screen we are on now."""
        self._current = current
        self.refresh()

    def render(self) -> Content:
        """One line."""
        parts: list[Content] = [Content(" ")]
        for each in _TABS:
            style = "bold underline $accent" if each.id == self._current else "$muted"
            parts += [Content.styled(_tab(each), style), Content("  ")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Go to the screen whose name was clicked."""
        left = 1
        for each in _TABS:
            right = left + width_of(_tab(each))
            if left <= event.x < right:
                await self.screen.run_action(f"app.run('{each.id}')")
            left = right + 2


def _tab(each: Action) -> str:
    return f"{shown_key(each.keys[0])} {capital(each.label)}"
