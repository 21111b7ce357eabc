"""What somebody takes away from a session: only what they picked, line by line, as one page.

Nothing is picked beforehand, and nothing goes along with what is picked: an example, a quote, a name are
lines of their own. The board on the page is drawn from the picked lines alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from successbook.plan.belonging import id_of
from successbook.plan.dimensions import DEFINITIONS, FACETS, lines_by_dimension
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.verdicts.board import WORDS, Board, Facets, Sector, Standing, board_of, standing_of
from successbook.verdicts.line_details import DETAILS

__all__ = [
    "SUCCESS",
    "OfSession",
    "Pickable",
    "Picking",
    "TakenPage",
    "in_parts",
    "pickables",
    "picked_board",
    "taken",
]

SUCCESS: Final = "How success was defined"
NEXT: Final = "Next"
ABOUT: Final = "About the page"
_NAME: Final = NOTEBOOK.child("title")


@dataclass(frozen=True, slots=True)
class Pickable:
    """One thing that can be picked.

    Attributes:
        at: the field whose words it is; a pick names it.
        heading: under which it stands on the page.
        label: what it is, beside its words: ``at first``, ``trust``.
        text: its words, on one line.
        of: the line that it belongs to, for an example or a quote; else None.
        standing: of a line: shown, said or missed.
        kind: of a line: win, lesson, and so on.
    """

    at: Address
    heading: str
    label: str
    text: str
    of: Address | None = None
    standing: Standing | None = None
    kind: str = ""

    @property
    def about(self) -> str:
        """What stands on the page beside a line: where it belongs, how it stands, what kind it is."""
        standing = WORDS[self.standing] if self.standing is not None else ""
        return ", ".join(part for part in (self.label, standing, self.kind) if part)


@dataclass(frozen=True, slots=True)
class TakenPage:
    """The page as others will see it.

    Attributes:
        title: its heading, of nobody in particular unless the session's name was picked.
        parts: headings with what was picked under each.
        board: of the picked lines; None for a page without a picture.
    """

    title: str
    parts: tuple[tuple[str, tuple[Pickable, ...]], ...]
    board: Board | None

    @property
    def empty(self) -> bool:
        """Whether nothing was picked."""
        return not self.parts


class Picking(Protocol):
    """What there is to pick from, and the page of what was picked."""

    @property
    def name(self) -> str:
        """What a file with the page may be called, without an ending."""
        ...

    def found(self) -> list[Pickable]:
        """Everything that could be picked, in the order of the page."""
        ...

    def page(self, picked: Collection[Address]) -> TakenPage:
        """The page of what was picked, and of nothing else."""
        ...


@dataclass(frozen=True, slots=True)
class OfSession:
    """What others may see of one session.

    Attributes:
        tree: the notebook.
        session: the session.
        now: the day it is.
        facets: the facets with which it began.
    """

    tree: Tree
    session: Address
    now: Now
    facets: Facets = field(default_factory=lambda: FACETS)

    @property
    def name(self) -> str:
        """By the day of the session."""
        return f"takeaway-{id_of(self.session)}"

    def found(self) -> list[Pickable]:
        """Every sentence of the session."""
        return pickables(self.tree, self.session, self.now)

    def page(self, picked: Collection[Address]) -> TakenPage:
        """The page, with the board of the picked lines."""
        return taken(self.tree, self.session, picked, self.now, self.facets)


def pickables(tree: Tree, session: Address, now: Now) -> list[Pickable]:
    """Everything in a session that could be picked, in the order of the page."""
    return list(_pickables(tree, session, now))


def _pickables(tree: Tree, session: Address, now: Now) -> Iterator[Pickable]:
    table = tree.table(session)
    if words(tree.table(NOTEBOOK), "title"):
        yield Pickable(_NAME, ABOUT, "whose", title_of(tree, NOTEBOOK))
    held = day(table, "held")
    when = f", {short_date(held, now.date)}" if held and words(table, "title") else ""
    yield Pickable(session.child("title"), ABOUT, "session", f"{title_of(tree, session)}{when}")
    for name, label in DEFINITIONS.items():
        if said := _flat(words(table, name)):
            yield Pickable(session.child(name), SUCCESS, label, said)
    for _, heading, lines in lines_by_dimension(tree, session):
        for at in lines:
            yield from _line(tree, at, heading)
    for name, label in (("next_step", "will do"), ("session_question", "stays open")):
        for at in records(tree, KINDS[name], session):
            by = day(tree.table(at), "by")
            until = f", by {short_date(by, now.date)}" if by else ""
            yield Pickable(at.child("title"), NEXT, label, f"{title_of(tree, at)}{until}")


def _line(tree: Tree, at: Address, heading: str) -> Iterator[Pickable]:
    table, line = tree.table(at), at.child("title")
    label, kind = words(table, "facet"), words(table, "kind")
    yield Pickable(line, heading, label, title_of(tree, at), standing=standing_of(table), kind=kind)
    for name, said in DETAILS.items():
        if text := _flat(words(table, name)):
            yield Pickable(at.child(name), heading, said, text, of=line)


def _flat(text: str) -> str:
    return " ".join(text.split())


def taken(
    tree: Tree, session: Address, picked: Collection[Address], now: Now, facets: Facets = FACETS
) -> TakenPage:
    """The page of what was picked, and of nothing else.

    Args:
        tree: the notebook.
        session: the session.
        picked: the fields that were picked, as `Pickable.at`.
        now: the day it is.
        facets: the facets with which the session began.
    """
    found = [each for each in _pickables(tree, session, now) if each.at in picked]
    about = [each.text for each in found if each.heading == ABOUT]
    return TakenPage(
        ": ".join(about) or "What success looked like",
        in_parts(each for each in found if each.heading != ABOUT),
        picked_board(tree, session, picked, facets),
    )


def in_parts(picked: Iterable[Pickable]) -> tuple[tuple[str, tuple[Pickable, ...]], ...]:
    """What was picked, under its headings."""
    parts: dict[str, list[Pickable]] = {}
    for each in picked:
        parts.setdefault(each.heading, []).append(each)
    return tuple((heading, tuple(lines)) for heading, lines in parts.items())


def picked_board(tree: Tree, session: Address, picked: Collection[Address], facets: Facets = FACETS) -> Board:
    """The board with the picked lines only; a facet of one's own is there only with a picked line."""
    board = board_of(tree, session, facets=facets)
    sectors = tuple(found for each in board.sectors if (found := _kept(each, picked)) is not None)
    before = board.before if session.child("success_before") in picked else ""
    return Board(before, sectors)


def _kept(sector: Sector, picked: Collection[Address]) -> Sector | None:
    lines = tuple(line for line in sector.lines if line.at.child("title") in picked)
    if not lines and sector.name not in FACETS.get(sector.dimension, ()):
        return None
    return replace(sector, lines=lines, matters=False)
