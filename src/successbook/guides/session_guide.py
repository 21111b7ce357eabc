"""The guide of a session: its pages, what each asks, for how long, and what a coach asks and leaves unsaid.

A guide is data, read from a TOML file (`session_reading`). The session on the screen and the coach's card are
both made from it. Nothing here knows how a page looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from successbook.plan.dimensions import FACETS

__all__ = ["AS_A_TEAM", "PAGE_KINDS", "SHIPPED", "Facet", "Page", "SessionGuide", "TeamWords"]

AS_A_TEAM: Final = "as a team"
"""How a session is held (`Session.together`) in which a team speaks."""

SHIPPED: Final = "wide-look"
"""The guide that comes with the program; its facets are the usual ones."""

PAGE_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "arriving": ("Arriving", "What would make this time worthwhile?"),
    "before": ("Success, at first", "How do you define success now?"),
    "matters": ("What matters most", "What matters most in this period?"),
    "lines": ("", "What can you say here that you could not say before?"),
    "board": ("The board", "What do you see when you look at all of it?"),
    "after": ("And now", "And how do you define success now?"),
    "ahead": ("Next", "What will you do, and by when?"),
    "sharing": ("Who sees this", "Who may see what?"),
}
"""What a page may be for, with the title and the question it has when a guide gives none.

arriving: what would make this worthwhile, and what came of last time's actions. before: the first definition
of success, the period, the time in the role. matters: what matters most, beside the empty board. lines: one
of the four dimensions, a line for each success. board: all of it, read aloud. after: the second definition
beside the first. ahead: at most three dated actions, one definition ahead, open questions. sharing: who may
see what.
"""


@dataclass(frozen=True, slots=True)
class Facet:
    """A side from which a dimension is looked at, and its own questions.

    Attributes:
        name: its key in the guide.
        title: what it is called, in files too: ``getting things done``.
        about: a few words that say what it covers.
        questions: what may be asked about it, one after another; may be empty.
        private: whether it is nobody else's business, so that a team is not asked about it.
    """

    name: str
    title: str
    about: str = ""
    questions: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class TeamWords:
    """What a page says otherwise when a team holds the session; what is empty is said as ever.

    Attributes:
        title: what it is called.
        asks: its wide question.
        hint: what helps to answer.
        coach: what the coach may ask or say.
        silent: when the coach says nothing.
    """

    title: str = ""
    asks: str = ""
    hint: str = ""
    coach: tuple[str, ...] = ()
    silent: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a session.

    Attributes:
        name: its key in the guide, by which a paused session finds it again.
        kind: what it is for, a key of `PAGE_KINDS`.
        title: what it is called.
        asks: its one wide question.
        hint: what helps to answer.
        minutes: how long it is meant to take.
        coach: what the coach may ask or say, one sentence each.
        silent: when the coach says nothing; empty when nothing is said about it.
        dimension: for lines, the dimension (`plan.dimensions`); empty for the other kinds.
        facets: for lines, its facets.
        details: for lines, the fields of a line (`Entry`) that one key asks for, one after another.
        team: what it says otherwise to a team.
    """

    name: str
    kind: str
    title: str
    asks: str
    hint: str = ""
    minutes: int = 0
    coach: tuple[str, ...] = ()
    silent: str = ""
    dimension: str = ""
    facets: tuple[Facet, ...] = ()
    details: tuple[str, ...] = ("example",)
    team: TeamWords = TeamWords()

    def for_team(self) -> Page:
        """The page as a team meets it: in its words, without what is nobody else's business."""
        return replace(
            self,
            title=self.team.title or self.title,
            asks=self.team.asks or self.asks,
            hint=self.team.hint or self.hint,
            coach=self.team.coach or self.coach,
            silent=self.team.silent or self.silent,
            facets=tuple(facet for facet in self.facets if not facet.private),
        )


@dataclass(frozen=True, slots=True)
class SessionGuide:
    """A guide of a session.

    Attributes:
        name: the name of its file, without ``.toml``; sessions keep it.
        title: what it is called.
        about: what it is for.
        pages: its pages, in order; never empty.
        team: whether it is in the words for a team.
    """

    name: str
    title: str
    about: str
    pages: tuple[Page, ...]
    team: bool = False

    @property
    def minutes(self) -> int:
        """How long the session is meant to take."""
        return sum(page.minutes for page in self.pages)

    def minutes_from(self, name: str) -> int:
        """How long the rest of the session is meant to take, from the page of that name on."""
        at = self.at(name)
        return sum(page.minutes for page in self.pages[at:])

    def at(self, name: str) -> int:
        """Where the page of that name stands; 0 when there is none."""
        return next((at for at, page in enumerate(self.pages) if page.name == name), 0)

    def starts(self, page: Page) -> int:
        """The minute at which a page is meant to begin."""
        return self.minutes - self.minutes_from(page.name)

    def facets(self) -> tuple[tuple[str, Facet], ...]:
        """All facets with their dimension, in the order in which they are met."""
        return tuple((page.dimension, facet) for page in self.pages for facet in page.facets)

    def held(self, together: str) -> SessionGuide:
        """The guide for a session that is held ``alone``, ``with a coach`` or ``as a team``."""
        if together != AS_A_TEAM:
            return self
        return replace(self, pages=tuple(page.for_team() for page in self.pages), team=True)

    def facets_by_dimension(self) -> dict[str, tuple[str, ...]]:
        """The titles of the facets of every dimension; the usual ones where the guide has none."""
        own: dict[str, tuple[str, ...]] = {}
        for dimension, facet in self.facets():
            own[dimension] = (*own.get(dimension, ()), facet.title)
        return {**FACETS, **own}
