"""Which guide a session follows, and where it was stopped, as people call them."""

from __future__ import annotations

from typing import Final

__all__ = ["guide_called", "page_called"]

_CALLED: Final = {
    "before": "definition",
    "matters": "what matters",
    "after": "second look",
    "ahead": "next steps",
}


def page_called(name: str) -> str:
    """A page by its name in a guide (`Session.paused_at`), in words that are short enough for a list.

    The names of pages in a coach's own guide are words already.
    """
    return _CALLED.get(name, name.replace("-", " "))


_SHIPPED: Final = {"wide-look": "A wide look at success"}
"""The guide that comes along, by its title. A coach's own may lie on another computer: its name must do."""


def guide_called(name: str) -> str:
    """A guide of sessions by its name (`Session.guide`), as its title says it."""
    return _SHIPPED.get(name, name.replace("-", " "))
