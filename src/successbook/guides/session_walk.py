"""Walking through a session: which page it is, what was said on it, and what could still be counted.

It keeps no answers: everything is read from the notebook, so that a session can be left at any moment,
changed by hand, and gone on with days later. A value of the wrong type reads as absent; a page that is no
longer in the guide leads to the first one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from successbook.guides.session_guide import Facet, Page, SessionGuide
from successbook.guides.session_prompts import Prompt, earlier_session, prompts_of, span_in_words
from successbook.guides.session_saying import Saying
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK, locate
from successbook.plan.now import Now
from successbook.plan.peek import day, people, words
from successbook.plan.titles import title_of
from successbook.text import folded
from successbook.tree import Address, Change, Table, Tree
from successbook.verdicts.board import Board, board_of
from successbook.verdicts.uncounted import PlanFact, facts_of, where_it_stands

__all__ = ["SessionWalk", "until_when"]


class SessionWalk:
    """A session under way.

    Args:
        guide: its guide.
        tree: the notebook.
        session: the session.
        now: the day it is.
        plans: the plans that the notebook looks at.

    Attributes:
        tree: the notebook as it is now.
    """

    def __init__(
        self, guide: SessionGuide, tree: Tree, session: Address, now: Now, plans: Sequence[Tree] = ()
    ) -> None:
        self.guide, self.tree, self.session, self.now = guide, tree, session, now
        self._plans = plans
        self._at = guide.at(words(self.table, "paused_at"))
        self._facts: tuple[object, list[PlanFact]] = (None, [])

    def see(self, tree: Tree) -> None:
        """The notebook changed."""
        self.tree = tree

    @property
    def table(self) -> Table:
        """The session's own fields."""
        return self.tree.table(self.session)

    # The way

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.guide.pages[self._at]

    @property
    def at_start(self) -> bool:
        """Whether it is the first page."""
        return self._at == 0

    @property
    def at_end(self) -> bool:
        """Whether it is the last page."""
        return self._at == len(self.guide.pages) - 1

    def turn(self, pages: int) -> None:
        """Turn some pages on, or back; never beyond the first or the last."""
        self._at = min(max(self._at + pages, 0), len(self.guide.pages) - 1)

    def go(self, name: str) -> None:
        """Go to the page of that name."""
        self._at = self.guide.at(name)

    def page_of(self, change: Change, said: Tree) -> str:
        """The page on which was said what is taken back, or done again; empty for what is of no page.

        A line stands on the page of its dimension. Of all else the session itself keeps where it was said.

        Args:
            change: what took it back, or did it again.
            said: the notebook in which it was said.
        """
        places = [place for each in change.places if (place := locate(each)) is not None]
        for place in places:
            if place.kind.name == "entry" and place.record.file == self.session.file:
                dimension = words(said.table(place.record), "dimension")
                found = (page.name for page in self.guide.pages if page.dimension == dimension)
                if dimension and (name := next(found, "")):
                    return name
        here = any(place.record.file in (self.session.file, NOTEBOOK.file) for place in places)
        at = words(said.table(self.session), "paused_at") if here else ""
        return at if any(page.name == at for page in self.guide.pages) else ""

    def saying(self) -> Saying:
        """Turns what is said now into a change."""
        return Saying(self.tree, self.session, self.now.date, self.page.name)

    def prompts(self) -> list[Prompt]:
        """What this page asks."""
        return prompts_of(self.page, self.tree, self.session, self.now.date)

    # What was said

    def lines(self, dimension: str) -> list[Address]:
        """The lines of a dimension, and those that count for it too."""
        return [at for at in records(self.tree, KINDS["entry"], self.session) if self._counts(at, dimension)]

    def _counts(self, entry: Address, dimension: str) -> bool:
        table = self.tree.table(entry)
        return words(table, "dimension") == dimension or dimension in people(table, "also")

    def facets(self, page: Page) -> list[Facet]:
        """The facets of a page, then those of the person's own, then those that only a line names."""
        found = {folded(facet.title): facet for facet in page.facets}
        for at in records(self.tree, KINDS["facet"], NOTEBOOK):
            table = self.tree.table(at)
            if words(table, "dimension") == page.dimension and (title := words(table, "title")):
                asks = tuple(line.strip() for line in words(table, "asks_about").splitlines() if line.strip())
                found.setdefault(folded(title), Facet(at.key, title, "of your own", asks))
        for at in self.lines(page.dimension):
            table = self.tree.table(at)
            title = words(table, "facet")
            if title and words(table, "dimension") == page.dimension:
                found.setdefault(folded(title), Facet(title, title))
        return list(found.values())

    def matters(self, name: str) -> bool:
        """Whether a facet or a dimension matters most in this period."""
        return folded(name) in map(folded, people(self.table, "matters_most"))

    # What could be counted

    def last_actions(self) -> list[Address]:
        """The actions that the session before ended with, and whatever else is open since then."""
        earlier = earlier_session(self.tree, self.session)
        before = self._titles("next_step", earlier) if earlier is not None else set()
        mine = self._titles("next_step", self.session)
        found = []
        for at in records(self.tree, KINDS["todo"], NOTEBOOK):
            table = self.tree.table(at)
            title, state = words(table, "title"), words(table, "state")
            if title in before or (state in ("", "open") and title not in mine):
                found.append(at)
        return found

    def carried_on(self) -> list[Address]:
        """The actions of last time that go on and have no new day in this session yet."""
        mine = self._titles("next_step", self.session)
        return [
            at
            for at in self.last_actions()
            if words(self.tree.table(at), "state") == "carried on"
            and words(self.tree.table(at), "title") not in mine
        ]

    def _titles(self, kind: str, session: Address) -> set[str]:
        return {words(self.tree.table(at), "title") for at in records(self.tree, KINDS[kind], session)}

    def waiting(self) -> list[Address]:
        """The notes that wait for a session."""
        found = records(self.tree, KINDS["capture"], NOTEBOOK)
        return [at for at in found if self.tree.table(at).get("taken_up") is None]

    def board(self) -> Board:
        """What was said in this session so far, as a board."""
        return board_of(self.tree, self.session, facets=self.guide.facets_by_dimension())

    def uncounted(self) -> list[PlanFact]:
        """What the plans know of this period and no line of this session counts."""
        taken = {
            words(self.tree.table(at), "from_plan") for at in records(self.tree, KINDS["entry"], self.session)
        }
        return [fact for fact in self._known() if fact.source not in taken]

    def _known(self) -> list[PlanFact]:
        period = (day(self.table, "period_from"), day(self.table, "period_to"))
        if self._facts[0] != period:
            self._facts = (
                period,
                [fact for plan in self._plans for fact in facts_of(plan, *period, self.now)],
            )
        return self._facts[1]

    def metrics(self) -> list[str]:
        """The metrics of the plans, by title: what success may be measured by."""
        return [title_of(plan, at) for plan in self._plans for at in records(plan, KINDS["metric"])]

    def metric_stands(self) -> str:
        """Where the metric of the first definition stands, in one sentence; empty when no plan knows it."""
        name = words(self.table, "metric_before")
        found = (where_it_stands(plan, name, self.now) for plan in self._plans)
        return next((each.rstrip(".") for each in found if each), "")

    # How long

    def period_in_words(self) -> str:
        """The period and the time in the role, and what follows for judging; empty while neither is known."""
        since, until = day(self.table, "period_from"), day(self.table, "period_to") or self.now.date
        role = day(self.tree.table(NOTEBOOK), "role_since")
        parts = []
        if since is not None and (span := span_in_words(since, until)):
            parts.append(f"This period: {span}.")
        if since is not None and since > until:
            parts.append("This period ends before it begins; both days can be changed.")
        if role is not None and (span := span_in_words(role, until)):
            parts.append(f"In the role: {span}.")
            if (until - role).days < _NEW:
                parts.append("Learning and trust come first; a north star may be too early to judge.")
        early = [fact.metric for fact in self._known() if fact.direction == "too early to judge"]
        if early:
            parts.append(f"Your plan calls it too early to judge: {', '.join(early[:3])}.")
        return " ".join(parts)


_NEW = 120
"""Days in a role within which a north star is likely too early to judge: about four months."""


def until_when(moment: dt.datetime, minutes: int) -> str:
    """When a session ends that goes on for so many minutes, to the next five: ``15:45``."""
    end = moment + dt.timedelta(minutes=minutes)
    end += dt.timedelta(minutes=-end.minute % 5)
    return f"{end:%H:%M}"
