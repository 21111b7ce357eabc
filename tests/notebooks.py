"""A small notebook for tests: two sessions, with lines that are shown, said and missed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree, Value
from tests.plans import NOW

__all__ = ["EARLY", "LATE", "NOTEBOOK", "line", "notebook"]

NOTEBOOK: Final = Address("notebook.toml")
EARLY: Final = Address("reflections/2026-05-01.toml")
LATE: Final = Address("reflections/2026-06-10.toml")


def line(draft: Draft, session: Address, title: str, **fields: Value) -> Address:
    """Add a line to a session."""
    return draft.add(KINDS["entry"], title, inside=session, fields=fields)


def notebook() -> Tree:
    """Two sessions: learning moved from said to shown, trust is a miss, money was never looked at."""
    draft = Draft(Tree(), today=NOW.date)
    draft.add(KINDS["notebook"], "Mara's notebook")
    draft.add(KINDS["facet"], "saying no", inside=NOTEBOOK, fields={"dimension": "personal"})
    for at, before in ((EARLY, "Numbers go up."), (LATE, "Eight teams.\nNothing less.")):
        day = dt.date.fromisoformat(at.file[12:22])
        fields: dict[str, Value] = {"held": day, "success_before": before}
        draft.add(
            KINDS["session"], f"Session in {day:%B}", inside=NOTEBOOK, id_=day.isoformat(), fields=fields
        )
    line(draft, EARLY, "Asked what a model is", dimension="personal", facet="learning", kind="win")
    line(draft, EARLY, "Nobody says what blocks them", dimension="team", facet="trust", kind="obstacle")
    line(
        draft, LATE, "My question changed the plan", dimension="personal", facet="Learning", kind="win",
        example="What if a feed comes late?", also=("team",),
    )  # fmt: skip
    line(draft, LATE, "Shares", dimension="personal", facet="money", kind="win", example="A letter.")
    line(draft, LATE, "Said no once", dimension="personal", facet="saying no", counts="no")
    line(
        draft,
        LATE,
        "They plan together",
        dimension="team",
        facet="on call",
        quote="Come too!",
        by="Ravi",
        before="Alone.",
        after="Together.",
    )
    line(
        draft,
        LATE,
        "Two teams more",
        dimension="product",
        facet="top-level metrics",
        direction="wrong direction",
    )
    line(draft, LATE, "Something else", dimension="company")
    line(draft, LATE, "Nowhere yet")
    draft.put(LATE.child("matters_most"), ("learning", "sleep"))
    draft.put(LATE.child("success_after"), "People decide with us.\n")
    return draft.tree
