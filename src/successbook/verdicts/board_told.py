"""The board in words: for screen readers, pipes and copies. Whoever listens misses nothing that is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.dimensions import NOWHERE, headings
from successbook.plan.now import Now, short_date
from successbook.verdicts.board import ALSO, WORDS, Board, BoardLine, Sector
from successbook.verdicts.board_time import OverTime, definitions

__all__ = ["board_lines", "line_said", "over_time_lines", "sector_said"]


def line_said(line: BoardLine, *, also: bool = True) -> str:
    """What is said of a line beside its title: how it stands, and what kind of line it is.

    Args:
        line: the line.
        also: whether to say of a line that it stands in another dimension first.
    """
    parts = [WORDS[line.standing], line.why if line.why != line.kind else ""]
    parts += [line.kind, ALSO if line.also and also else ""]
    return ", ".join(part for part in parts if part)


def sector_said(sector: Sector) -> str:
    """The name of a sector with what is to be said of it."""
    parts = [sector.name, "matters most" if sector.matters else "", "your own facet" if sector.own else ""]
    return ", ".join(part for part in parts if part)


def board_lines(board: Board) -> Iterator[str]:
    """The board from the middle outwards, quadrant by quadrant."""
    yield f"In the middle: {board.before}" if board.before else "In the middle: nothing yet"
    for dimension, title in headings(team=board.team).items():
        yield f"{title}:"
        for sector in board.of(dimension):
            nothing = "" if sector.lines else ": nothing said yet"
            yield f"  {sector_said(sector)}{nothing}"
            also = sector.name != ALSO
            yield from (f"    {line.title}: {line_said(line, also=also)}" for line in sector.lines)
    if board.nowhere:
        yield f"{NOWHERE}:"
        yield from (f"  {line.title}: {line_said(line)}" for line in board.nowhere)
    if board.matters:
        yield f"Matters most besides: {', '.join(board.matters)}"


def over_time_lines(found: OverTime, now: Now) -> Iterator[str]:
    """All sessions in words: the definitions of success in a row, what moved, where nobody has looked yet."""
    yield "How success was defined:"
    for sitting, _, label, said in definitions(found.sittings):
        when = short_date(sitting.held, now.date) if sitting.held else sitting.title
        yield f"  {when}, {label}: {' '.join(said.split())}"
    yield "What moved:"
    yield from [f"  {each.facet} ({each.dimension}): {each.said}" for each in found.moved] or [
        "  Nothing yet; after the next session there may be something to compare"
    ]
    if found.unvisited:
        yield "Not looked at yet, if you like:"
        yield from (f"  {each.name} ({each.dimension})" for each in found.unvisited)
