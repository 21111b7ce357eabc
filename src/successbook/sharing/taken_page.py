"""The takeaway as Markdown and as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.sharing.board_svg import board_svg
from successbook.sharing.markdown import escaped
from successbook.sharing.pages import rendered
from successbook.sharing.takeaway import Pickable, TakenPage
from successbook.verdicts.board import WORDS

__all__ = ["page_html", "page_text"]


def page_text(page: TakenPage) -> str:
    """The page as Markdown, with one final newline."""
    lines = [f"# {escaped(page.title)}"]
    for heading, items in page.parts:
        lines += ["", f"## {heading}", "", *_items(items)]
    return "\n".join(lines) + "\n"


def _items(items: tuple[Pickable, ...]) -> Iterator[str]:
    lines = {each.at for each in items if each.of is None}
    for each in items:
        if each.of is not None:
            yield f"{'  ' if each.of in lines else ''}- {each.label}: {escaped(each.text)}"
        elif each.standing is not None:
            yield f"- **{escaped(each.text)}** ({escaped(each.about)})"
        else:
            yield f"- *{each.label}:* {escaped(each.text)}"


def page_html(page: TakenPage) -> str:
    """The page as HTML that loads nothing and prints on a sheet or two, with the board of what was picked."""
    board = page.board
    lit = board is not None and any(sector.lines for sector in board.sectors)
    svg = board_svg(board) if board is not None and lit else ""
    return rendered("takeaway.html", page=page, words=WORDS, svg=svg, lit=lit)
