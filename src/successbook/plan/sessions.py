"""The sessions of a notebook: their order, their guide, and where one was stopped. Loads no pydantic."""

from __future__ import annotations

import datetime as dt
from typing import Final

from successbook.plan.belonging import id_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import day
from successbook.tree import Address, Tree

__all__ = ["guide_called", "page_called", "sessions_of"]

_CALLED: Final = {
    "before": "definition",
    "matters": "what matters",
    "after": "second look",
    "ahead": "next steps",
}
_SHIPPED: Final = {"wide-look": "A wide look at success"}
"""The guide that comes along, by its title. A coach's own may lie on another computer: its name must do."""


def sessions_of(tree: Tree) -> list[Address]:
    """The sessions of a notebook, the oldest first: by their day, else by the name of their file."""
    found = records(tree, KINDS["session"])
    return sorted(found, key=lambda at: ((day(tree.table(at), "held") or _by_name(at)), at.file))


def _by_name(at: Address) -> dt.date:
    try:
        return dt.date.fromisoformat(id_of(at)[:10])
    except ValueError:
        return dt.date.max


def page_called(name: str) -> str:
    """A page by its name in a guide (`Session.paused_at`), in words that are short enough for a list.

    The names of pages in a coach's own guide are words already.
    """
    return _CALLED.get(name, name.replace("-", " "))


def guide_called(name: str) -> str:
    """A guide of sessions by its name (`Session.guide`), as its title says it."""
    return _SHIPPED.get(name, name.replace("-", " "))
