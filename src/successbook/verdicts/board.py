"""The board: what was said of success, by dimension and facet, as it is drawn and as it is told.

It is a picture of lines, never a measure of a person: nothing on it is a share, a sum or a grade. A line is
*said*, *shown* (with an example) or *missed*; what was missed stands there like the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from successbook.plan.dimensions import DIMENSIONS, FACETS, of_a_team
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.plan.peek import first_line, people, words
from successbook.plan.titles import title_of
from successbook.text import folded
from successbook.tree import Address, Table, Tree

__all__ = [
    "ALSO",
    "MARKS",
    "UNNAMED",
    "WORDS",
    "Board",
    "BoardLine",
    "Facets",
    "Sector",
    "Standing",
    "board_of",
    "standing_of",
]

Standing = Literal["shown", "said", "missed"]
"""How a line stands on the board: with an example, without one, or as a miss."""

MARKS: Final[dict[Standing, str]] = {"shown": "█", "said": "▒", "missed": "×"}
"""The mark of each standing, in a list beside the picture."""

WORDS: Final[dict[Standing, str]] = {"shown": "shown", "said": "said", "missed": "a miss"}
"""What each standing is called."""

Facets = Mapping[str, Iterable[str]]
"""The facets to begin with, by dimension."""

UNNAMED: Final = "no facet yet"
"""The sector of lines that are in a dimension and in none of its facets."""
ALSO: Final = "counts here too"
"""The sector of lines that stand in another dimension and matter for this one as well."""

_ORDER: Final = {"shown": 0, "said": 1, "missed": 2}


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line on the board.

    Attributes:
        at: the entry of a session.
        title: what it says.
        kind: win, lesson, and so on; empty while nobody has said.
        standing: said, shown or missed.
        why: of a miss, what makes it one, in words; else empty.
        also: whether it stands here besides another dimension.
    """

    at: Address
    title: str
    kind: str
    standing: Standing
    why: str = ""
    also: bool = False


@dataclass(frozen=True, slots=True)
class Sector:
    """A facet on the board, with its lines: those shown first, then those said, then the misses.

    Attributes:
        dimension: personal, team, company or product.
        name: the facet.
        lines: what was said of it.
        own: whether it is a facet of the person's own.
        matters: whether it matters most in this period.
    """

    dimension: str
    name: str
    lines: tuple[BoardLine, ...] = ()
    own: bool = False
    matters: bool = False

    @property
    def bands(self) -> tuple[Standing, ...]:
        """How each line stands, from the middle outwards."""
        return tuple(line.standing for line in self.lines)


@dataclass(frozen=True, slots=True)
class Board:
    """All that there is to draw and to tell.

    Attributes:
        before: how the person defined success at first, on one line; empty while it is not said.
        sectors: by dimension, in the order of `DIMENSIONS`; every facet is there, also one without a line.
        nowhere: the lines that are in no dimension yet.
        matters: what else matters most, in the person's own words, and is neither a facet nor a dimension.
        team: whether a team held all the sessions that are on it.
    """

    before: str
    sectors: tuple[Sector, ...]
    nowhere: tuple[BoardLine, ...] = ()
    matters: tuple[str, ...] = ()
    team: bool = False

    @property
    def empty(self) -> bool:
        """Whether no line stands on it."""
        return not self.nowhere and not any(sector.lines for sector in self.sectors)

    def of(self, dimension: str) -> tuple[Sector, ...]:
        """The sectors of one quadrant."""
        return tuple(each for each in self.sectors if each.dimension == dimension)


def standing_of(entry: Table) -> Standing:
    """How a line stands: a miss stays one, whatever it teaches; an example, a quote or a pair shows it."""
    if _miss(entry):
        return "missed"
    pair = words(entry, "before") and words(entry, "after")
    return "shown" if words(entry, "example") or words(entry, "quote") or pair else "said"


def _miss(entry: Table) -> str:
    """What makes a line a miss, in words; empty when it is none."""
    if words(entry, "counts") == "no":
        return "does that count? no"
    if words(entry, "direction") == "wrong direction":
        return "wrong direction"
    return "obstacle" if words(entry, "kind") == "obstacle" else ""


def board_of(tree: Tree, *sessions: Address, facets: Facets = FACETS) -> Board:
    """The board of one session, or of several on one board.

    Args:
        tree: a notebook.
        sessions: whose lines are drawn; the first one's definition stands in the middle.
        facets: the facets to begin with, by dimension.
    """
    building = _Building(tree, facets)
    for session in sessions:
        building.take(session)
    before = next((said for each in sessions if (said := first_line(tree.table(each), "success_before"))), "")
    team = all(of_a_team(tree.table(each)) for each in sessions)
    return replace(building.board(before), team=team)


class _Building:
    """Sectors by dimension and folded name, filled line by line."""

    def __init__(self, tree: Tree, facets: Facets) -> None:
        self._tree = tree
        self._names: dict[tuple[str, str], tuple[str, bool]] = {}
        self._lines: dict[tuple[str, str], list[BoardLine]] = {}
        self._nowhere: list[BoardLine] = []
        self._most: list[str] = []
        for dimension in DIMENSIONS:
            for name in facets.get(dimension, ()):
                self._names[dimension, folded(name)] = (name, False)
        for at in records(tree, KINDS["facet"], NOTEBOOK) if tree.has(NOTEBOOK) else ():
            dimension = words(tree.table(at), "dimension")
            if dimension in DIMENSIONS:
                name = title_of(tree, at)
                self._names.setdefault((dimension, folded(name)), (name, True))

    def take(self, session: Address) -> None:
        """Put the lines of a session on the board."""
        self._most += people(self._tree.table(session), "matters_most")
        for at in records(self._tree, KINDS["entry"], session):
            entry = self._tree.table(at)
            dimension = words(entry, "dimension")
            line = BoardLine(
                at, title_of(self._tree, at), words(entry, "kind"), standing_of(entry), _miss(entry)
            )
            if dimension not in DIMENSIONS:
                self._nowhere.append(line)
                continue
            self._put(dimension, words(entry, "facet"), line)
            for other in dict.fromkeys(people(entry, "also")):
                self._put_also(dimension, words(entry, "facet"), other, line)

    def _put(self, dimension: str, facet: str, line: BoardLine) -> None:
        name = facet or UNNAMED
        key = (dimension, folded(name))
        self._names.setdefault(key, (name, bool(facet)))
        self._lines.setdefault(key, []).append(line)

    def _put_also(self, dimension: str, facet: str, other: str, line: BoardLine) -> None:
        """Where else a line counts: a whole dimension, or a facet by its name."""
        twin = BoardLine(line.at, line.title, line.kind, line.standing, line.why, also=True)
        name = folded(other)
        if name in DIMENSIONS:
            if name != dimension:
                self._put(name, ALSO, twin)
            return
        found = next((key for key in self._names if key[1] == name), None)
        if found is not None and found != (dimension, folded(facet)):
            self._put(*found, twin)

    def board(self, before: str) -> Board:
        """The board of what was taken."""
        most = {folded(each) for each in self._most}
        sectors = []
        for dimension in DIMENSIONS:
            keys = sorted((key for key in self._names if key[0] == dimension), key=_last_ones)
            for key in keys or [(dimension, folded(UNNAMED))]:  # no quadrant is without a place
                name, own = self._names.get(key, (UNNAMED, False))
                lines = sorted(self._lines.get(key, ()), key=lambda line: _ORDER[line.standing])
                plain = name in (UNNAMED, ALSO)
                matters = not plain and (key[1] in most or dimension in most)
                sectors.append(Sector(dimension, name, tuple(lines), own and not plain, matters))
        known = {key[1] for key in self._names} | set(DIMENSIONS)
        rest = tuple(dict.fromkeys(each for each in self._most if folded(each) not in known))
        return Board(before, tuple(sectors), tuple(self._nowhere), rest)


def _last_ones(key: tuple[str, str]) -> int:
    return (UNNAMED, ALSO).index(key[1]) + 1 if key[1] in (UNNAMED, ALSO) else 0
