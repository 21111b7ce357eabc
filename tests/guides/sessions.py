"""A session of the shipped guide, begun and walked as the interface walks it."""

from __future__ import annotations

import datetime as dt

from successbook.guides.session_reading import shipped_session_guide
from successbook.guides.session_saying import Saying, begin_session
from successbook.guides.session_walk import SessionWalk
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.plan.now import Now
from successbook.tree import Address, Change, Tree, Value, apply

__all__ = ["NOW", "SESSION", "TODAY", "after", "begun", "earlier", "saying", "walk"]

TODAY = dt.date(2026, 6, 15)
NOW = Now(TODAY)
SESSION = Address("reflections/2026-06-15.toml")


def after(tree: Tree, change: Change) -> Tree:
    """The notebook after a change."""
    for edit in change.edits:
        tree, _ = apply(tree, edit)
    return tree


def begun(tree: Tree | None = None, together: str = "alone") -> Tree:
    """A notebook in which a session has been begun today."""
    tree = tree or Tree()
    change, at = begin_session(
        tree, TODAY, guide="wide-look", page="arriving", together=together, random=lambda: "abcd"
    )
    assert at == SESSION
    return after(tree, change)


def walk(tree: Tree, *plans: Tree) -> SessionWalk:
    """The session of today, at its first page."""
    return SessionWalk(shipped_session_guide(), tree, SESSION, NOW, plans)


def saying(tree: Tree, page: str = "team") -> Saying:
    """What is said on a page of it."""
    return Saying(tree, SESSION, TODAY, page, random=lambda: "abcd")


def earlier() -> Tree:
    """A notebook with a session of last month, its actions, a note that waits and a facet of one's own."""
    draft = Draft(Tree(), today=TODAY)
    draft.add(KINDS["notebook"], fields={"role_since": dt.date(2026, 4, 15)})
    at = draft.add(KINDS["session"], inside=NOTEBOOK, id_="2026-05-15", fields={"held": dt.date(2026, 5, 15)})
    for text, state in (("Finish the road-show", "carried on"), ("Read code", "dropped")):
        draft.add(KINDS["next_step"], text, inside=at)
        draft.add(KINDS["todo"], text, inside=NOTEBOOK, fields={"state": state})
    draft.add(KINDS["todo"], "Something older", inside=NOTEBOOK, fields={"state": "done"})
    draft.add(KINDS["todo"], "Still open", inside=NOTEBOOK)
    fields: dict[str, Value] = {"kind": "praise", "date": dt.date(2026, 6, 9)}
    draft.add(KINDS["capture"], "Ingrid asked about me", inside=NOTEBOOK, fields=fields)
    draft.add(KINDS["facet"], "on call", inside=NOTEBOOK, fields={"dimension": "team"})
    return draft.tree
