"""Where a session was stopped, as people call that page."""

from __future__ import annotations

from typing import Final

__all__ = ["page_called"]

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
