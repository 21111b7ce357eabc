"""What is missing from a record downwards, asked one question a page.

There is a guide for each kind of record, in ``missing/``: data like every guide. The walk goes through a
record and all that hangs under it, and asks what is open there; what was answered, with "don't know yet" too,
is not asked. A record that an answer brings is asked about next. Pure, like `Interview`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from successbook.guides.answering import Answering
from successbook.guides.finding import ROOT, Found, State
from successbook.guides.guide import Guide, Step
from successbook.guides.pages import Question, Said, Told
from successbook.guides.reading import guides_in
from successbook.guides.telling import asked, said
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import locate
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.resources import resource
from successbook.text import one_line
from successbook.tree import Address, Change, Tree, Value
from successbook.verdicts.attention import is_over

__all__ = ["Missing", "guides_of_records"]


@cache
def guides_of_records() -> tuple[Guide, ...]:
    """The guides that say what belongs to a record; those that are about some of a kind come first.

    Raises:
        SettingsError: one of them cannot be used.
    """
    guides, broken = guides_in(resource("guides/missing"))
    if broken:
        raise broken[0]
    return tuple(sorted(guides.values(), key=lambda guide: not guide.when))


@dataclass(frozen=True, slots=True)
class _Page:
    """A question about a record.

    Attributes:
        record: the record.
        guide: the guide of its kind.
        step: the question.
    """

    record: Address
    guide: Guide
    step: Step

    @property
    def key(self) -> tuple[Address, str]:
        """What tells it from the others; a record has one guide."""
        return self.record, self.step.name

    def found(self, tree: Tree) -> Found:
        """The parts of the guide in a plan."""
        return Found.of(self.guide, tree, self.record)


class Missing:
    """A walk through what is missing from a record downwards.

    Args:
        tree: the plan as it stands.
        start: the record; the root of the plan for all of it.
        guides: the guides to ask by.
        today: the day, for the ids of records without words.
        random: four random characters for ids that clash; the default draws them.
    """

    def __init__(
        self,
        tree: Tree,
        start: Address,
        *,
        guides: Sequence[Guide] = (),
        today: dt.date | None = None,
        random: Callable[[], str] | None = None,
    ) -> None:
        self.tree = tree
        self.start = start
        self._guides = tuple(guides) or guides_of_records()
        self._today, self._random = today, random
        self._pages = list(self._open())
        self._asked_of = tree
        self._at = 0

    # Where it is

    @property
    def closing(self) -> str:
        """The sentence at the end."""
        rest = sum(page.found(self.tree).state(page.step) is State.OPEN for page in self._pages)
        return (
            "Nothing is missing any more." if not rest else "What is still open can be answered at any time."
        )

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to ask."""
        return not self._pages

    @property
    def at_start(self) -> bool:
        """Whether there is no page before this one."""
        return not self._at

    @property
    def finished(self) -> bool:
        """Whether all questions were passed."""
        return self._at >= len(self._pages)

    @property
    def question(self) -> Question | None:
        """The present page; None at the end."""
        if self.finished:
            return None
        page = self._pages[self._at]
        found = page.found(self.tree)
        return Question(
            step=page.step,
            number=self._at + 1,
            of=len(self._pages),
            text=page.step.text(found.titles()),
            fields=tuple(asked(found, ask, found.records.get(ask.part)) for ask in page.step.fields),
            state=found.state(page.step),
        )

    def see(self, tree: Tree) -> None:
        """Show it the plan after a change; a question about a record that is gone goes too."""
        self.tree = tree
        gone = [not tree.has(page.record) for page in self._pages]
        self._at -= sum(gone[: self._at])
        self._pages = [page for page, lost in zip(self._pages, gone, strict=True) if not lost]

    # Answers

    def answer(self, values: Mapping[str, Value | None]) -> Change:
        """The change that gives the question's fields these values; empty when nothing changes."""
        return self._answering().give(values)

    def dont_know(self, keys: Iterable[str] = ()) -> Change:
        """The change that answers the question, or the fields with these keys, with "don't know yet"."""
        step = self._pages[self._at].step
        return self._answering().dont_know(list(keys) or [ask.key for ask in step.fields])

    def _answering(self) -> Answering:
        page = self._pages[self._at]
        return Answering(
            page.guide, self.tree, page.step, given=page.record, today=self._today, random=self._random
        )

    # Moving

    def next(self) -> None:
        """Go on; what an answer brought is asked about first."""
        self._at += not self.finished
        if self._asked_of is not self.tree:
            self._asked_of = self.tree
            known = {page.key for page in self._pages}
            self._pages[self._at : self._at] = [page for page in self._open() if page.key not in known]

    def back(self) -> bool:
        """Go back one page; False at the very first."""
        self._at -= 1 if self._at else 0
        return self._at >= 0

    def turn_to(self, number: int) -> None:
        """Go to a question by its number, from 1; beyond the last is the end."""
        self._at = min(number, len(self._pages) + 1) - 1

    # What was said

    def states(self) -> tuple[State, ...]:
        """How far each question is answered."""
        return tuple(page.found(self.tree).state(page.step) for page in self._pages)

    def so_far(self) -> tuple[Told, ...]:
        """Where the record stands that is asked about, from the top down."""
        if self.finished:
            return ()
        hierarchy, record = Hierarchy.of(self.tree), self._pages[self._at].record
        chain = hierarchy.chain(record) if record in hierarchy.kinds else [record]
        placed = ((at, locate(at)) for at in chain)
        return tuple(
            Told(place.kind.label, one_line(title_of(self.tree, at)), at)
            for at, place in placed
            if place is not None and self.tree.has(at)
        )

    def said(self) -> tuple[Said, ...]:
        """What was said to each question, and what is still missing."""
        told = []
        for number, page in enumerate(self._pages, 1):
            found = page.found(self.tree)
            told.append(said(found, page.step, number, page.step.text(found.titles())))
        return tuple(told)

    # What is open

    def _open(self) -> Iterator[_Page]:
        for record in self._records():
            guide = self._guide(record)
            if guide is None or is_over(self.tree.table(record)):
                continue
            found = Found.of(guide, self.tree, record)
            for step in guide.steps:
                if found.state(step) is State.OPEN:
                    yield _Page(record, guide, step)

    def _guide(self, record: Address) -> Guide | None:
        place, table = locate(record), self.tree.table(record)
        fits = (
            guide
            for guide in self._guides
            if place is not None
            and guide.parts[guide.given].kind is place.kind
            and all(words(table, name) == value for name, value in guide.when.items())
        )
        return next(fits, None)

    def _records(self) -> list[Address]:
        """The record where it begins and all that hangs under it, each once."""
        hierarchy = Hierarchy.of(self.tree)
        if self.start == ROOT:
            return [ROOT, *dict.fromkeys(line.record for line in hierarchy.outline())]
        seen: dict[Address, None] = {}
        todo = [self.start]
        while todo:
            at = todo.pop()
            if at not in seen and self.tree.has(at):
                seen[at] = None
                todo += reversed(hierarchy.children.get(at, ()))
        return list(seen)
