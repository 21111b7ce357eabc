"""Sessions over time: their boards, how success was defined at each, what moved, where nobody has looked yet.

What moved is told of facets, never of a person: nothing is added up. A facet that nobody has looked at is an
invitation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from successbook.plan.dimensions import DEFINITIONS, DIMENSIONS, FACETS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.plan.sessions import sessions_of
from successbook.plan.titles import title_of
from successbook.text import folded
from successbook.tree import Address, Table, Tree
from successbook.verdicts.board import ALSO, UNNAMED, Board, Facets, Sector, board_of

__all__ = [
    "Definition",
    "FacetsOf",
    "Moved",
    "OverTime",
    "Sitting",
    "definitions",
    "over_time",
    "usual_facets",
]

FacetsOf = Callable[[Table], Facets]
"""Told of a session, says with which facets it began: those of its guide."""

_NOTHING: Final = "nothing said"
_PLAIN: Final = (ALSO, UNNAMED)


def usual_facets(_session: Table) -> Facets:
    """The facets that everybody begins with, for sessions without a guide of their own."""
    return FACETS


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session as it stands beside the others.

    Attributes:
        at: the session.
        title: what it is called.
        held: when it was, if that is said.
        board: its board.
        before: how success was defined at first; empty when not said.
        after: how it was defined afterwards.
        ahead: how it was defined for the time ahead.
    """

    at: Address
    title: str
    held: dt.date | None
    board: Board
    before: str = ""
    after: str = ""
    ahead: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A facet that stands otherwise than it did.

    Attributes:
        dimension: of the facet.
        facet: its name.
        said: how it moved, in words: ``a miss on 17 Jul, shown on 11 Sep``.
        at: a line that shows how it stands now, or stood last.
    """

    dimension: str
    facet: str
    said: str
    at: Address


@dataclass(frozen=True, slots=True)
class OverTime:
    """Every session beside the others, the oldest first.

    Attributes:
        sittings: the sessions.
        moved: the facets that stand otherwise in the latest session that looked at them than they did before.
        unvisited: the facets of which nothing was ever said.
    """

    sittings: tuple[Sitting, ...]
    moved: tuple[Moved, ...]
    unvisited: tuple[Sector, ...]


def over_time(tree: Tree, now: Now, facets_of: FacetsOf = usual_facets) -> OverTime:
    """All sessions of a notebook beside each other.

    Args:
        tree: a notebook.
        now: the day it is.
        facets_of: the facets with which a session began.
    """
    sittings = tuple(_sitting(tree, at, facets_of) for at in sessions_of(tree))
    begun = [facets_of(tree.table(each.at)) for each in sittings] or [FACETS]
    together = {
        name: dict.fromkeys(facet for each in begun for facet in each.get(name, ())) for name in DIMENSIONS
    }
    whole = board_of(tree, *(each.at for each in sittings), facets=together)
    plain = [each for each in whole.sectors if each.name not in _PLAIN]
    moved = [found for each in plain if (found := _moved(each, sittings, now)) is not None]
    return OverTime(sittings, tuple(moved), tuple(each for each in plain if not each.lines))


def _sitting(tree: Tree, at: Address, facets_of: FacetsOf) -> Sitting:
    table = tree.table(at)
    return Sitting(
        at,
        title_of(tree, at),
        day(table, "held"),
        board_of(tree, at, facets=facets_of(table)),
        words(table, "success_before"),
        words(table, "success_after"),
        words(table, "success_ahead"),
    )


def _moved(sector: Sector, sittings: tuple[Sitting, ...], now: Now) -> Moved | None:
    """How a facet moved from the last time it stood otherwise to the latest session that looked at it.

    A session that did not come to a facet says nothing about it: that is no step back.
    """
    begun = sittings[:1]
    steps = [
        (each, how) for each in sittings if (how := _stands(each.board, sector)) != _NOTHING or each in begun
    ]
    changes = [step for at, step in enumerate(steps) if not at or steps[at - 1][1] != step[1]]
    if len(changes) < 2:
        return None
    said = ", ".join(f"{how} {_when(sitting, now)}" for sitting, how in changes[-2:])
    lines = next(found.lines for each in reversed(sittings) if (found := _same(each.board, sector)).lines)
    return Moved(sector.dimension, sector.name, said, lines[0].at)


def _same(board: Board, sector: Sector) -> Sector:
    """The same facet on another board."""
    wanted = (sector.dimension, folded(sector.name))
    found = (each for each in board.sectors if (each.dimension, folded(each.name)) == wanted)
    return next(found, Sector(sector.dimension, sector.name))


def _stands(board: Board, sector: Sector) -> str:
    """How a facet stands on a board: everything that is there is named, misses included."""
    bands = _same(board, sector).bands
    light = "shown" if "shown" in bands else "said" if "said" in bands else ""
    miss = "a miss" if "missed" in bands else ""
    return " and ".join(each for each in (light, miss) if each) or _NOTHING


def _when(sitting: Sitting, now: Now) -> str:
    return f"on {short_date(sitting.held, now.date)}" if sitting.held else f'in "{sitting.title}"'


class Definition(NamedTuple):
    """One sentence in which success was defined.

    Attributes:
        sitting: the session.
        at: the field in which it stands.
        label: which definition it is: at first, afterwards, or ahead.
        said: its words.
    """

    sitting: Sitting
    at: Address
    label: str
    said: str


def definitions(sittings: tuple[Sitting, ...]) -> Iterator[Definition]:
    """How success was defined, session by session."""
    for each in sittings:
        all_said = (each.before, each.after, each.ahead)
        for (field, label), said in zip(DEFINITIONS.items(), all_said, strict=True):
            if said:
                yield Definition(each, each.at.child(field), label, said)
