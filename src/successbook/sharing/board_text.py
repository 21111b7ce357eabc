"""The board in Markdown: for the person's own clipboard, and nobody else's."""

from __future__ import annotations

from successbook.plan.dimensions import DIMENSIONS, NOWHERE
from successbook.plan.now import Now, short_date
from successbook.sharing.markdown import escaped
from successbook.verdicts.board import ALSO, Board, BoardLine
from successbook.verdicts.board_time import OverTime, definitions
from successbook.verdicts.board_told import line_said, sector_said

__all__ = ["board_markdown", "over_time_markdown"]


def board_markdown(board: Board, title: str) -> str:
    """The board, its misses included, with one final newline.

    Args:
        board: the board.
        title: of the session.
    """
    middle = escaped(board.before) or "*How do you define success now?*"
    lines = [f"# {escaped(title) or 'The board'}", "", f"In the middle: {middle}"]
    for dimension, words in DIMENSIONS.items():
        lines += ["", f"## {words}", ""]
        for sector in board.of(dimension):
            lines.append(
                f"- **{escaped(sector_said(sector))}**{'' if sector.lines else ': nothing said yet'}"
            )
            lines += [f"  - {_line(line, also=sector.name != ALSO)}" for line in sector.lines]
    if board.nowhere:
        lines += ["", f"## {NOWHERE}", "", *(f"- {_line(line, also=True)}" for line in board.nowhere)]
    if board.matters:
        lines += ["", f"Matters most besides: {escaped(', '.join(board.matters))}"]
    return "\n".join(lines) + "\n"


def _line(line: BoardLine, *, also: bool) -> str:
    return f"{escaped(line.title)} ({escaped(line_said(line, also=also))})"


def over_time_markdown(found: OverTime, title: str, now: Now) -> str:
    """All sessions in words: definitions in a row, what moved, where nobody has looked yet."""
    lines = [f"# {escaped(title)}", "", "## How success was defined", ""]
    for sitting, label, said in definitions(found.sittings):
        when = short_date(sitting.held, now.date) if sitting.held else sitting.title
        lines.append(f"- **{escaped(when)}, {label}:** {escaped(' '.join(said.split()))}")
    lines += ["", "## What moved", ""]
    lines += [
        f"- {escaped(each.facet)} ({each.dimension}): {escaped(each.said)}" for each in found.moved
    ] or ["*Nothing yet; after the next session there may be something to compare.*"]
    if found.unvisited:
        lines += ["", "## Not looked at yet, if you like", ""]
        lines += [f"- {escaped(each.name)} ({each.dimension})" for each in found.unvisited]
    return "\n".join(lines) + "\n"
