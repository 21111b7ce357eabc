"""The pictures of README and docs: which screens they show, and a screen as SVG, cell by cell.

Where Rich makes an SVG, text begins with blanks, and some viewers leave them out. Here every run of letters
stands where its first cell stands.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Final

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from successbook.plan.now import Now
from successbook.resources import resource
from tests.tui.driving import driven

DAY: Final = Now(dt.date(2026, 9, 14), "Europe/Berlin")
"""The day on which the samples are set."""
PICTURES: Final[dict[str, tuple[str, tuple[int, int], tuple[str, ...]]]] = {
    "page": ("checkout-mvp", (112, 32), ()),
    "questions": ("", (90, 20), tuple("Shopping without second thoughts.")),
    "goals": ("checkout-mvp", (112, 32), ("2", *["down"] * 8)),
    "writing": ("checkout-mvp", (112, 32), ("2", *["down"] * 8, "enter", *["down"] * 3, "enter")),
    "board": ("ml-platform-notebook", (100, 32), ("5", "v")),
    "ready": ("checkout-mvp", (124, 34), ("3", *["down"] * 12, "v")),
    "uat": ("checkout-mvp", (112, 32), ("4", *["down"] * 6)),
}
"""The sample, or none for an empty plan; columns and lines; the keys to press."""
_CELL: Final = (8.4, 17.0)  # width and height of a cell, for letters of 14 pixels
_MARGIN: Final = 8
_RUN: Final = re.compile(r"\S+(?: \S+)*")
_PAPER, _INK = "#1d1b18", "#e9e2d4"


async def picture(name: str, folder: Path) -> str:
    """The SVG of a picture, drawn in an empty folder."""
    sample, size, keys = PICTURES[name]
    plan = folder / (sample or "checkout")
    if sample:
        shutil.copytree(resource("sample_plans") / sample, plan)
    else:
        plan.mkdir()
        (plan / "plan.toml").write_text('format = 1\ntitle = "Checkout MVP"\n', encoding="utf-8")
    async with driven(plan, size, quiet=True, now=DAY) as driver:
        await driver.press(*(" " if key == "space" else key for key in keys))
        return svg(driver.app.screen._compositor.render_strips(), size)


def svg(strips: list[Strip], size: tuple[int, int]) -> str:
    """Lines of a terminal as a picture."""
    wide, high = size[0] * _CELL[0] + 2 * _MARGIN, size[1] * _CELL[1] + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}">',
        "<style>text{font:14px 'DejaVu Sans Mono','Menlo','Consolas',monospace;white-space:pre}</style>",
        f'<rect width="{wide:g}" height="{high:g}" rx="6" fill="{_PAPER}"/>',
    ]
    for line, strip in enumerate(strips):
        parts += _line(strip, line)
    return "\n".join([*parts, "</svg>", ""])


def words(picture: str) -> list[str]:
    """All that is written on a picture, run by run."""
    return [unescape(each) for each in re.findall(r"<text[^>]*>([^<]*)</text>", picture)]


def _line(strip: Strip, line: int) -> Iterator[str]:
    top = _MARGIN + line * _CELL[1]
    at, letters = 0, []
    for text, style, _ in strip:
        left, width = _MARGIN + at * _CELL[0], cell_len(text)
        ink, paper = _colours(style)
        if paper != _PAPER:
            yield (
                f'<rect x="{left:.1f}" y="{top:g}" width="{width * _CELL[0]:.1f}" '
                f'height="{_CELL[1]:g}" fill="{paper}"/>'
            )
        looks = _looks(style)
        for run in _RUN.finditer(text):
            x = left + cell_len(text[: run.start()]) * _CELL[0]
            letters.append(
                f'<text x="{x:.1f}" y="{top + 13:g}" textLength="{cell_len(run[0]) * _CELL[0]:.1f}" '
                f'fill="{ink}"{looks}>{escape(run[0])}</text>'
            )
        at += width
    yield from letters


def _colours(style: Style | None) -> tuple[str, str]:
    if style is None:
        return _INK, _PAPER
    ink = style.color.get_truecolor().hex if style.color else _INK
    paper = style.bgcolor.get_truecolor().hex if style.bgcolor else _PAPER
    return (paper, ink) if style.reverse else (ink, paper)


def _looks(style: Style | None) -> str:
    if style is None:
        return ""
    bold = ' font-weight="bold"' if style.bold else ""
    return f'{bold} text-decoration="underline"' if style.underline else bold
