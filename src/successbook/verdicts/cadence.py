"""How far apart sessions are meant to be, and how far apart they were; side by side, and no verdict."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.plan.peek import day, whole
from successbook.tree import Tree

__all__ = ["cadence_of"]

_LAST: Final = 3
"""Of how many of the last distances something is said."""


def cadence_of(tree: Tree) -> str:
    """What was planned and what came of it, a clause: ``planned every 28 days, so far 28 and 35 days apart``.

    It is empty where nobody said how far apart sessions are meant to be.
    """
    every = whole(tree.table(NOTEBOOK), "every")
    if every is None or every < 1:
        return ""
    planned = "planned every day" if every == 1 else f"planned every {every} days"
    found = (day(tree.table(at), "held") for at in records(tree, KINDS["session"]))
    held = sorted({on for on in found if isinstance(on, dt.date)})
    apart = [(later - earlier).days for earlier, later in pairwise(held)][-_LAST:]
    if not apart:
        return planned
    *rest, last = map(str, apart)
    said = f"{', '.join(rest)} and {last}" if rest else last
    return f"{planned}, so far {said} {'day' if apart == [1] else 'days'} apart"
