"""Writing down a win or a lesson, in a notebook that may not have begun yet. Loads no pydantic."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.tree import Address, Value

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft

__all__ = ["CAPTURED", "add_capture"]

CAPTURED: Final = ("win", "lesson", "praise", "obstacle", "experiment", "observation")
"""The kinds of note, those first that come most often."""


def add_capture(draft: Draft, title: str, kind: str, day: dt.date) -> Address:
    """Add a note for the next session; where there is no notebook yet, it begins with it.

    Args:
        draft: of the notebook.
        title: what happened.
        kind: win, lesson, praise, obstacle, experiment or observation.
        day: when.

    Returns:
        the address of the note.

    Raises:
        Refused: there is nothing to write down.
    """
    if not draft.tree.has(NOTEBOOK):
        draft.add(KINDS["notebook"])
    fields: dict[str, Value] = {"kind": kind, "date": day}
    return draft.add(KINDS["capture"], title, inside=NOTEBOOK, fields=fields)
