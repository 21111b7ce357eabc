"""What the shelf says of a plan or a notebook, in a few words, without opening it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from successbook.errors import SuccessbookError
from successbook.files.folder import PlanFolder
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK, PLAN
from successbook.plan.now import Now
from successbook.plan.peek import day, words
from successbook.plan.sessions import page_called, sessions_of
from successbook.text import counted
from successbook.tree import Tree
from successbook.verdicts.page import Page, page_of

__all__ = ["PlanCard", "card_of"]


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan or a notebook on the shelf.

    Attributes:
        path: its folder.
        title: what it is called.
        ships: what ships next, and when, in words; of a notebook when the last session was.
        waits: what waits for an answer, in words; of a notebook the open actions and the next session.
        seen: the day it was last opened here, if it was.
        error: why it cannot be opened.
        notebook: whether it is a notebook.
    """

    path: Path
    title: str
    ships: str = ""
    waits: str = ""
    seen: dt.date | None = None
    error: str = ""
    notebook: bool = False


def card_of(path: Path, now: Now, *, seen: dt.date | None, put_off: Collection[str]) -> PlanCard:
    """What there is to say of the plan or the notebook in a folder.

    Args:
        path: the folder.
        now: the day it is.
        seen: when it was opened here last.
        put_off: what of its questions is put off, by `verdicts.page.Need.id`.
    """
    try:
        folder = PlanFolder.open(path)
    except SuccessbookError as error:
        return PlanCard(path, path.name, seen=seen, error=str(error))
    if folder.tree.has(NOTEBOOK) and not folder.tree.has(PLAN):
        return _notebook_card(path, folder.tree, seen, now)
    page = page_of(folder.tree, now, path.name, put_off=frozenset(put_off))
    broken = next((str(error) for error in folder.unreadable.values()), "")
    return PlanCard(path, page.title, _ships(page, now), _waits(page), seen, broken)


def _notebook_card(path: Path, tree: Tree, seen: dt.date | None, now: Now) -> PlanCard:
    """When the last session was, or where it was stopped; what is open, and when the next one is."""
    table = tree.table(NOTEBOOK)
    sessions = sessions_of(tree)
    held = [on for at in sessions if (on := day(tree.table(at), "held")) is not None]
    last = f"last session {now.relative(max(held))}" if held else "no session yet"
    paused = [words(tree.table(at), "paused_at") for at in sessions[-1:]]
    if paused and paused[0]:
        last = f"paused at {page_called(paused[0])}"
    states = [words(tree.table(at), "state") for at in records(tree, KINDS["todo"], NOTEBOOK)]
    count = sum(state in ("", "open") for state in states)
    open_ = f"{counted(count, 'action')} open" if count else ""
    following = day(table, "next")
    next_ = f"next {now.relative(following)}" if following is not None else ""
    waits = ", ".join(each for each in (open_, next_) if each)
    return PlanCard(path, words(table, "title") or path.name, last, waits, seen, notebook=True)


def _ships(page: Page, now: Now) -> str:
    if page.ship is None:
        return ""
    ready = page.ship.ready
    count = len(ready.against) if ready is not None else 0
    state = "" if ready is None else f", not ready, {counted(count, 'reason')}" if count else ", ready"
    if page.ship.day is None:
        return f"no date yet{state}"
    return (
        f"{'shipped' if page.ship.shipped else 'ships'} {now.relative(page.ship.day)}{page.ship.state}{state}"
    )


def _waits(page: Page) -> str:
    if page.empty:
        return "empty"
    count = sum(need.day is None for need in page.needs)
    late = f"{page.late} late" if page.late else ""
    questions = f"{counted(count, 'question')} open" if count else ""
    return ", ".join(each for each in (late, questions) if each) or "nothing is missing"
