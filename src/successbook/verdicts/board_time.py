"""Sessions over time: their boards, how success was defined at each, what moved, where nobody has looked yet.

What moved is told of facets, never of a person: nothing is added up. A facet that nobody has looked at is an
invitation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.verdicts.board import ALSO, UNNAMED, Board, Sector, board_of

__all__ = ["Moved", "OverTime", "Sitting", "definitions", "over_time", "sessions_of"]

_PLAIN: Final = (ALSO, UNNAMED)


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
        moved: the facets that stand otherwise in the last session than they did before.
        unvisited: the facets of which nothing was ever said.
    """

    sittings: tuple[Sitting, ...]
    moved: tuple[Moved, ...]
    unvisited: tuple[Sector, ...]


def sessions_of(tree: Tree) -> list[Address]:
    """The sessions of a notebook, the oldest first: by their day, else by the name of their file."""
    found = records(tree, KINDS["session"])
    return sorted(found, key=lambda at: ((day(tree.table(at), "held") or _by_name(at)), at.file))


def _by_name(at: Address) -> dt.date:
    try:
        return dt.date.fromisoformat(at.file.rpartition("/")[2][:10])
    except ValueError:
        return dt.date.max


def over_time(tree: Tree, now: Now) -> OverTime:
    """All sessions of a notebook beside each other."""
    sittings = tuple(_sitting(tree, at) for at in sessions_of(tree))
    whole = board_of(tree, *(each.at for each in sittings))
    plain = [each for each in whole.sectors if each.name not in _PLAIN]
    moved = [found for each in plain if (found := _moved(each, sittings, now)) is not None]
    return OverTime(sittings, tuple(moved), tuple(each for each in plain if not each.lines))


def _sitting(tree: Tree, at: Address) -> Sitting:
    table = tree.table(at)
    return Sitting(
        at,
        title_of(tree, at),
        day(table, "held"),
        board_of(tree, at),
        words(table, "success_before"),
        words(table, "success_after"),
        words(table, "success_ahead"),
    )


def _moved(sector: Sector, sittings: tuple[Sitting, ...], now: Now) -> Moved | None:
    """How a facet moved from the last time it stood otherwise to the latest session."""
    steps = [(each, _stands(each.board, sector)) for each in sittings]
    changes = [step for at, step in enumerate(steps) if not at or steps[at - 1][1] != step[1]]
    if len(changes) < 2:
        return None
    said = ", ".join(f"{how} {_when(sitting, now)}" for sitting, how in changes[-2:])
    lines = next(found.lines for each in reversed(sittings) if (found := _same(each.board, sector)).lines)
    return Moved(sector.dimension, sector.name, said, lines[0].at)


def _same(board: Board, sector: Sector) -> Sector:
    """The same facet on another board."""
    wanted = (sector.dimension, sector.name.casefold())
    found = (each for each in board.sectors if (each.dimension, each.name.casefold()) == wanted)
    return next(found, Sector(sector.dimension, sector.name))


def _stands(board: Board, sector: Sector) -> str:
    """How a facet stands on a board: everything that is there is named, misses included."""
    bands = _same(board, sector).bands
    light = "shown" if "shown" in bands else "said" if "said" in bands else ""
    miss = "a miss" if "missed" in bands else ""
    return " and ".join(each for each in (light, miss) if each) or "nothing said"


def _when(sitting: Sitting, now: Now) -> str:
    return f"on {short_date(sitting.held, now.date)}" if sitting.held else f'in "{sitting.title}"'


def definitions(sittings: tuple[Sitting, ...]) -> Iterator[tuple[Sitting, str, str]]:
    """How success was defined, session by session: which definition it was, and its words."""
    for each in sittings:
        for label, said in (("at first", each.before), ("afterwards", each.after), ("ahead", each.ahead)):
            if said:
                yield each, label, said
