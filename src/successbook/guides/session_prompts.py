"""What each page of a session asks, one thing after another, and how long periods are said in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from successbook.guides.session_guide import AS_A_TEAM, Page
from successbook.guides.session_saying import MOST_ACTIONS
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.plan.peek import day, words
from successbook.plan.sessions import sessions_of
from successbook.text import counted
from successbook.tree import Address, Tree

__all__ = ["Prompt", "Shape", "earlier_session", "prompts_of", "span_in_words"]

Shape = Literal["words", "line", "day", "entry", "facet", "action", "question"]
"""What an answer is: a text of one or more sentences, one line, a day, or a record of its own for each."""
_DAY, _WEEK, _MONTH, _YEAR = 1, 7, 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing that a page asks.

    Attributes:
        name: tells the prompts of a page apart.
        asks: the question beside the line that is written in.
        shape: what the answer is.
        at: the field that holds the answer; None where each answer is a record of its own.
        hint: what an answer looks like.
        proposed: a day that stands in the line already; Enter takes it.
        past: whether a day without a year lies behind.
    """

    name: str
    asks: str
    shape: Shape
    at: Address | None = None
    hint: str = ""
    proposed: dt.date | None = None
    past: bool = False

    @property
    def many(self) -> bool:
        """Whether it is asked again until nothing more is said."""
        return self.at is None


def prompts_of(page: Page, tree: Tree, session: Address, today: dt.date) -> list[Prompt]:
    """What a page asks; nothing where one only looks, or picks."""
    match page.kind:
        case "arriving":
            return list(_arriving(page, tree, session))
        case "before":
            return list(_before(page, tree, session, today))
        case "matters":
            asks = "A facet of your own?"
            return [Prompt("facet", asks, "facet", hint="such as on call")]
        case "lines":
            return [Prompt("entry", page.asks, "entry", hint="one line; an example can come later")]
        case "after":
            return [Prompt("success_after", page.asks, "words", session.child("success_after"))]
        case "ahead":
            return list(_ahead(tree, session))
    return []


def _arriving(page: Page, tree: Tree, session: Address) -> Iterator[Prompt]:
    yield Prompt(
        "worthwhile", page.asks, "words", session.child("worthwhile"), "to know what to say at the review"
    )
    if words(tree.table(session), "together") == "with a coach":
        yield Prompt("with_whom", "With whom?", "line", session.child("with_whom"), "Noor, coach")


def _before(page: Page, tree: Tree, session: Address, today: dt.date) -> Iterator[Prompt]:
    table = tree.table(session)
    hint = "as you would say it aloud"
    yield Prompt("success_before", page.asks, "words", session.child("success_before"), hint)
    asks = "Measured by, if by anything?"
    yield Prompt("metric_before", asks, "line", session.child("metric_before"), "a metric, in your words")
    earlier = earlier_session(tree, session)
    last = tree.table(earlier) if earlier is not None else None
    until = day(last, "period_to") or day(last, "held") if last is not None else None
    since = until or day(tree.table(NOTEBOOK), "role_since")
    asks, at = "Which period, from when?", session.child("period_from")
    yield Prompt("period_from", asks, "day", at, "20 jul, or -30", since, past=True)
    until, at = day(table, "held") or today, session.child("period_to")
    yield Prompt("period_to", "Until when?", "day", at, "today, 14 aug", until, past=True)
    if words(table, "together") != AS_A_TEAM:
        at = NOTEBOOK.child("role_since")
        yield Prompt("role_since", "In this role since when?", "day", at, "13 jul 2026", past=True)
    asks, at = "What may be too early to judge?", session.child("too_early")
    yield Prompt("too_early", asks, "words", at, "what cannot have moved yet, and why")


def _ahead(tree: Tree, session: Address) -> Iterator[Prompt]:
    steps = sum(1 for _ in records(tree, KINDS["next_step"], session))
    if steps < MOST_ACTIONS:
        team = words(tree.table(session), "together") == AS_A_TEAM
        first = "What will we do, and who takes it?" if team else "What will you do?"
        asks = first if not steps else "And what else? Three at most"
        yield Prompt("action", asks, "action", hint="one thing; its day is asked next")
    at = session.child("success_ahead")
    yield Prompt("success_ahead", "What is success in the next period?", "words", at, "in one sentence")
    yield Prompt("question", "What stays open?", "question", hint="a question that goes with you")
    if words(tree.table(NOTEBOOK), "about") == "a coachee":
        asks, at = "What do you want to remember for yourself?", session.child("coach_notes")
        yield Prompt("coach_notes", asks, "words", at, "for the next time you sit together")
    yield Prompt("next", "When is the next session?", "day", NOTEBOOK.child("next"), "in 4 weeks, 9 oct")


def earlier_session(tree: Tree, session: Address) -> Address | None:
    """The session before this one; None before the first."""
    held = sessions_of(tree)
    number = held.index(session) if session in held else 0
    return held[number - 1] if number else None


def span_in_words(since: dt.date, until: dt.date) -> str:
    """How long it is between two days: ``9 days``, ``6 weeks``, ``2 months``, ``a year and 3 months``."""
    days = (until - since).days
    if days < 0:
        return ""
    if days < 2 * _WEEK:
        return counted(days, "day") if days else "not a day yet"
    if days < 2 * _MONTH:
        return counted(days // _WEEK, "week")
    if days < _YEAR:
        return counted(round(days / _MONTH), "month")
    years, rest = divmod(round(days / _MONTH), 12)
    whole = "a year" if years == 1 else f"{years} years"
    return f"{whole} and {counted(rest, 'month')}" if rest else whole
