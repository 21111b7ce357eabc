"""What is said in a session, turned into changes: ordinary edits of a notebook, undone like any other.

Each change also keeps at which page it was said, so that a session that ends without a farewell (a closed
terminal, an empty battery) goes on where the last line was written. No edit of its own is needed for that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from successbook.errors import Refused
from successbook.plan.describe import field_named
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK, locate
from successbook.plan.peek import people, words
from successbook.text import folded
from successbook.tree import Address, Change, Tree, Value
from successbook.verdicts.uncounted import PlanFact

__all__ = ["MOST_ACTIONS", "Saying", "begin_session"]

MOST_ACTIONS = 3
"""A session ends with at most so many actions."""


def begin_session(
    tree: Tree,
    today: dt.date,
    *,
    guide: str,
    page: str,
    together: str = "",
    with_whom: str = "",
    random: Callable[[], str] | None = None,
) -> tuple[Change, Address]:
    """The change that begins a session, and the notebook with it where there is none yet.

    Args:
        tree: the notebook.
        today: the day it is held.
        guide: the name of the guide it follows.
        page: the page it begins with.
        together: ``alone``, ``with a coach`` or ``as a team``; empty leaves that open.
        with_whom: who else is there.
        random: four random characters for a second session of one day.

    Returns:
        the change, and where the session will stand: in a file named by its day.
    """
    draft = Draft(tree, today=today, random=random)
    if not tree.has(NOTEBOOK):
        draft.add(KINDS["notebook"])
        draft.put(NOTEBOOK.child("about"), "a team" if together == "as a team" else "myself")
    fields: dict[str, Value] = {"held": today, "guide": guide, "paused_at": page, "paused_on": today}
    fields |= {name: said for name, said in (("together", together), ("with_whom", with_whom)) if said}
    id_ = "" if tree.has(KINDS["session"].at(today.isoformat(), NOTEBOOK)) else today.isoformat()
    at = draft.add(KINDS["session"], inside=NOTEBOOK, id_=id_, fields=fields)
    return draft.change("Begin a session"), at


class Saying:
    """The changes of one page of a session, against one state of the notebook.

    Args:
        tree: the notebook.
        session: the session.
        today: the day on which it is said.
        page: the name of the page; empty when the session has ended.
        random: four random characters for ids that clash.
    """

    def __init__(
        self,
        tree: Tree,
        session: Address,
        today: dt.date,
        page: str = "",
        random: Callable[[], str] | None = None,
    ) -> None:
        self._tree, self._session, self._today, self._page = tree, session, today, page
        self._draft = Draft(tree, today=today, random=random)

    def _change(self, label: str) -> Change:
        if self._page and self._draft.change(label):
            self._draft.put(self._session.child("paused_at"), self._page)
            self._draft.put(self._session.child("paused_on"), self._today)
        return self._draft.change(label)

    # Sentences

    def say(self, at: Address, value: Value | None) -> Change:
        """Give a field of the session, of the notebook or of something in them a value; None empties it."""
        place = locate(at)
        field = field_named(place.kind, at.key) if place is not None else None
        self._draft.put(at, value)
        return self._change(f"Write {field.label.lower() if field is not None else at.key}")

    def say_more(self, at: Address, text: str) -> Change:
        """Add a line to a longer text."""
        held = self._tree.get(at)
        before = held.rstrip("\n") + "\n" if isinstance(held, str) and held.strip() else ""
        return self.say(at, f"{before}{text}")

    # Lines

    def line(
        self, dimension: str, text: str, fields: Mapping[str, Value] | None = None
    ) -> tuple[Change, Address]:
        """A line of a dimension, with what is known of it already."""
        said: dict[str, Value] = {"dimension": dimension, **(fields or {})}
        at = self._draft.add(KINDS["entry"], text, inside=self._session, fields=said)
        return self._change(f'Keep "{_short(text)}"'), at

    def count_in(self, fact: PlanFact, dimension: str = "product") -> tuple[Change, Address]:
        """A line of something that the plan knows; it is shown by its readings."""
        said = {
            "facet": fact.facet,
            "example": fact.example,
            "metric": fact.metric,
            "direction": fact.direction,
            "amount": fact.amount,
            "from_plan": fact.source,
        }
        return self.line(dimension, fact.title, {name: value for name, value in said.items() if value})

    def take_up(self, capture: Address, dimension: str, facet: str = "") -> tuple[Change, Address]:
        """A line of a note that waited for this session; it was seen on the day it was written."""
        table = self._tree.table(capture)
        fields: dict[str, Value] = {"facet": facet} if facet else {}
        if kind := words(table, "kind"):
            fields["kind"] = kind
        seen = table.get("date")
        if isinstance(seen, dt.date) and seen != self._today:
            fields["seen"] = seen
        self._draft.put(capture.child("taken_up"), self._held)
        return self.line(dimension, words(table, "title") or "a note", fields)

    @property
    def _held(self) -> dt.date:
        held = self._tree.get(self._session.child("held"))
        return held if isinstance(held, dt.date) and not isinstance(held, dt.datetime) else self._today

    def also(self, entry: Address, dimension: str) -> Change:
        """Let a line count for another dimension too, or no longer."""
        table = self._tree.table(entry)
        held = people(table, "also")
        rest = tuple(each for each in held if each != dimension)
        wanted = rest if dimension in held else (*held, dimension)
        self._draft.put(entry.child("also"), wanted or None)
        return self._change(f'Where "{_short(words(table, "title"))}" counts')

    def into(self, entry: Address, dimension: str, facet: str) -> Change:
        """Put a line under a facet; empty words take it out of all."""
        self._draft.put(entry.child("facet"), facet or None)
        if dimension:
            self._draft.put(entry.child("dimension"), dimension)
        return self._change(f'Facet of "{_short(words(self._tree.table(entry), "title"))}"')

    def ask_whether_it_counts(self, entry: Address, answer: str = "") -> Change:
        """Keep that it was asked whether a line counts, and the answer: yes, no, thinking, or none yet."""
        self._draft.put(entry.child("asked"), self._today)
        if answer:
            self._draft.put(entry.child("counts"), answer)
        return self._change("Does that count?")

    def remove(self, record: Address) -> Change:
        """Take a line, an action or a question away; an action's twin in the notebook goes with it."""
        title = words(self._tree.table(record), "title")
        for twin in self._twins(record):
            self._draft.remove(twin)
        self._draft.remove(record)
        return self._change(f'Delete "{_short(title)}"')

    # What matters

    def matter(self, name: str) -> Change:
        """Let a facet or a dimension matter most in this period, or no longer."""
        at = self._session.child("matters_most")
        held = people(self._tree.table(self._session), "matters_most")
        gone = tuple(each for each in held if folded(each) != folded(name))
        self._draft.put(at, (gone if len(gone) < len(held) else (*held, name)) or None)
        return self._change("What matters most")

    def own_facet(self, dimension: str, title: str) -> Change:
        """A facet of one's own; it stays in the notebook, for the next sessions too."""
        self._draft.add(KINDS["facet"], title, inside=NOTEBOOK, fields={"dimension": dimension})
        return self._change(f'A facet of my own: "{_short(title)}"')

    # Actions and questions

    def settle(self, todo: Address, state: str) -> Change:
        """Say of an action of last time whether it is done, carried on or dropped; again: it is open."""
        table = self._tree.table(todo)
        self._draft.put(todo.child("state"), "open" if words(table, "state") == state else state)
        return self._change(f'"{_short(words(table, "title"))}": {state}')

    def act(self, text: str, by: dt.date | None = None) -> tuple[Change, Address]:
        """One of at most three actions; it stands in the session, and open in the notebook.

        Raises:
            Refused: there are three already.
        """
        if sum(1 for _ in records(self._tree, KINDS["next_step"], self._session)) >= MOST_ACTIONS:
            raise Refused("three actions are enough", remedy="take one away first, or make two of them one")
        fields: dict[str, Value] = {"by": by} if by is not None else {}
        at = self._draft.add(KINDS["next_step"], text, inside=self._session, fields=fields)
        self._draft.add(KINDS["todo"], text, inside=NOTEBOOK, fields={**fields, "state": "open"})
        return self._change(f'Next: "{_short(text)}"'), at

    def by(self, step: Address, day: dt.date | None) -> Change:
        """By when an action shall be done."""
        self._draft.put(step.child("by"), day)
        for twin in self._twins(step):
            self._draft.put(twin.child("by"), day)
        return self._change(f'By when: "{_short(words(self._tree.table(step), "title"))}"')

    def retitle(self, record: Address, text: str) -> Change:
        """Say a line, an action or a question in other words."""
        for twin in self._twins(record):
            self._draft.put(twin.child("title"), text)
        self._draft.put(record.child("title"), text)
        return self._change(f'Say "{_short(text)}"')

    def ask(self, text: str) -> tuple[Change, Address]:
        """A question that stays open; it stands in the session and in the notebook."""
        at = self._draft.add(KINDS["session_question"], text, inside=self._session)
        self._draft.add(KINDS["open_question"], text, inside=NOTEBOOK, fields={"asked": self._held})
        return self._change(f'Open: "{_short(text)}"'), at

    def _twins(self, record: Address) -> list[Address]:
        """The open action or question of the notebook that says the same as one of the session."""
        kind = {"actions": "todo", "questions": "open_question"}.get(record.parent.key if record.path else "")
        if kind is None or record.file == NOTEBOOK.file:
            return []
        title = words(self._tree.table(record), "title")
        found = (
            at
            for at in records(self._tree, KINDS[kind], NOTEBOOK)
            if words(self._tree.table(at), "title") == title
            and words(self._tree.table(at), "state") in ("", "open")
            and not words(self._tree.table(at), "answer")
        )
        return list(found)[-1:]

    # The way through

    def pause(self) -> Change:
        """Keep the page at which the session stops."""
        self._draft.put(self._session.child("paused_at"), self._page)
        self._draft.put(self._session.child("paused_on"), self._today)
        return self._draft.change("Stop here")

    def end(self) -> Change:
        """End the session; everything in it can still be written."""
        self._draft.put(self._session.child("paused_at"), None)
        self._draft.put(self._session.child("paused_on"), None)
        return self._draft.change("End the session")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
