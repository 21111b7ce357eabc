"""What is due between people: news for stakeholders, and in a notebook its actions and the next session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK, PLAN
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.tree import Tree
from successbook.verdicts.collecting import days_later
from successbook.verdicts.dated import Dated, named, quoted
from successbook.verdicts.expectations import has_left, hearing_of, hears_every

__all__ = ["of_notebook", "of_stakeholders"]


def of_stakeholders(tree: Tree, now: Now) -> Iterator[Dated]:
    """When those who want to hear regularly should hear next.

    How often is what they say themselves, else what the plan says. It counts from the last update, else from
    the day they agreed or were involved; without any of these it is due today.
    """
    for at in records(tree, KINDS["stakeholder"]):
        every = hears_every(tree, at)
        if every is None or has_left(tree, at):
            continue
        heard = hearing_of(tree, at, now)
        until = days_later(heard.since, every) if heard.since is not None else now.date
        last = f"last heard {short_date(heard.last, now.date)}" if heard.last else heard.says(now)
        days = "every day" if every == 1 else f"every {every} days"
        yield Dated(at, "", until, f"news for {quoted(tree, at)}", f"{days}, {last}")


def of_notebook(tree: Tree) -> Iterator[Dated]:
    """The actions of a notebook that are open, those of the last session among them, and the next session.

    Of a notebook in the folder of a plan nothing: the page of a plan is read and copied by others.
    """
    if tree.has(PLAN):
        return
    todos = {at: tree.table(at) for at in records(tree, KINDS["todo"])}
    for at, table in todos.items():
        by = day(table, "by")
        if by is not None and words(table, "state") in ("", "open"):
            yield Dated(at, "state", by, quoted(tree, at))
    kept = {at.key for at in todos} | {named(tree, at) for at in todos}
    sessions = ((at, day(tree.table(at), "held")) for at in records(tree, KINDS["session"]))
    held = {at: on for at, on in sessions if on is not None}
    latest = max(held, key=lambda at: held[at], default=None)
    for at in records(tree, KINDS["next_step"], latest) if latest is not None else ():
        by = day(tree.table(at), "by")
        if by is not None and at.key not in kept and named(tree, at) not in kept:
            yield Dated(at, "by", by, quoted(tree, at))
    following = day(tree.table(NOTEBOOK), "next")
    if following is not None and max(held.values(), default=dt.date.min) < following:
        yield Dated(NOTEBOOK, "next", following, "next session", past="the next session was to be")
