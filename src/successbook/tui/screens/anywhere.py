"""What works on whatever lies over the rooms, too: a win in five seconds, help, and the keys of the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from successbook.errors import Refused
from successbook.tui.dispatch import Acts, forget_said
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from successbook.tui.app import SuccessbookApp
    from successbook.tui.screens.plan import PlanScreen

__all__ = ["Anywhere", "Turns"]


class Anywhere(Acts):
    """Mixin for a modal screen: Textual hands none of its keys to the app, so it has these itself."""

    def do_capture(self) -> None:
        """The key w."""
        app_of(self).do_capture()

    def do_help(self) -> None:
        """The key ?."""
        from successbook.tui.screens.help import HelpScreen

        app = app_of(self)
        app.push_screen(HelpScreen(app.screen))


class Turns(Anywhere):
    """Mixin for a picture over the rooms, in which nothing is typed: 1 to 6 close it and turn to a room."""

    def do_page(self) -> None:
        """1 Page."""
        self._turn_to("page")

    def do_goals(self) -> None:
        """2 Goals."""
        self._turn_to("goals")

    def do_release(self) -> None:
        """3 Release."""
        self._turn_to("release")

    def do_uat(self) -> None:
        """4 UAT."""
        self._turn_to("uat")

    def do_reflect(self) -> None:
        """5 Reflect."""
        self._turn_to("reflect")

    def do_history(self) -> None:
        """6 History."""
        self._turn_to("history")

    def _turn_to(self, room: str) -> None:
        app = app_of(self)
        plan = app.plan_screen
        reason = app.why_not(room)
        if reason is not None or plan is None:
            raise Refused((reason or "no plan is open").rstrip("."))
        over = app.screen_stack[app.screen_stack.index(plan) + 1 :]
        if not all(isinstance(each, Turns) for each in over):
            raise Refused("what lies below is not finished", remedy="Esc goes back to it")
        app.call_later(_close_all, app, plan, room)


async def _close_all(app: SuccessbookApp, plan: PlanScreen, room: str) -> None:
    """Close what lies over the rooms, and turn to one of them."""
    while app.screen is not plan and plan in app.screen_stack:
        await app.pop_screen()
    forget_said(app)
    await plan.turn_to(room)
