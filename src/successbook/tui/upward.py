"""From a widget up to what it stands in, with its type: the app and its shelf, the screen of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from successbook.tui.app import SuccessbookApp
    from successbook.tui.screens.plan import PlanScreen

__all__ = ["app_of", "node_of", "plan_screen_of"]


def node_of(mixin: object) -> DOMNode:
    """A mixin as the widget or screen that it is mixed into."""
    return cast("DOMNode", mixin)


def app_of(widget: object) -> SuccessbookApp:
    """The app in which a widget stands."""
    return cast("SuccessbookApp", node_of(widget).app)


def plan_screen_of(widget: object) -> PlanScreen:
    """The screen of the open plan, of a widget that stands in no other."""
    return cast("PlanScreen", node_of(widget).screen)
