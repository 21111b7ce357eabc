"""The board as SVG: the same sectors and bands as on the screen; it needs no colour either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import east_asian_width

from markupsafe import Markup, escape

from successbook.text import one_line
from successbook.verdicts.board import Board, Sector
from successbook.verdicts.board_shape import DOT, EDGE, RIM, Band, bands_of, counts_of, point, span_of

__all__ = ["board_svg"]

_RADIUS: Final = 100
_HUES: Final = {"personal": "#8f6200", "team": "#2c7548", "company": "#22659f", "product": "#a63f68"}
_CORNERS: Final = ((-228, -116), (228, -116), (228, 121), (-228, 121))
"""Where the names of the dimensions stand, in the order of `_HUES`."""
_LINE, _REACH = 9.0, 106.0
"""The height of a line of text; how far from the middle names may stand, above and below."""
_LABEL: Final = 26
"""Columns of a name beside the disc, of which a Chinese or Japanese character takes two."""


def board_svg(board: Board) -> Markup:
    """The board as one ``svg`` element, with its words for those who do not see it."""
    parts = [
        Markup(
            '<svg viewBox="-230 -125 460 250" role="img" aria-label="The board" class="board" '
            'font-size="8" fill="#1c1b19"><defs>'
        )
    ]
    parts += [_hatching(name, hue) for name, hue in _HUES.items()]
    parts += [Markup("</defs>")]
    counts, spans = counts_of(board), []
    for at, sector in enumerate(board.sectors):
        spans.append(span_of(counts, at))
        parts += _sector(sector, *spans[-1])
    parts += _names(board, [(first + last) / 2 for first, last in spans])
    parts += [_corner(name, at) for name, at in zip(_HUES, _CORNERS, strict=True)]
    filled = "#1c1b19" if board.before else "none"
    parts.append(_circle(DOT, filled))
    parts.append(Markup("</svg>"))
    return Markup("\n").join(parts)


def _hatching(name: str, hue: str) -> Markup:
    return Markup(
        '<pattern id="said-{}" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)">'
        '<line x1="0" y1="0" x2="0" y2="5" stroke="{}" stroke-width="4"/></pattern>'
    ).format(name, hue)


def _sector(sector: Sector, first: float, last: float) -> Iterator[Markup]:
    hue = _HUES[sector.dimension]
    yield _ring(first, last, DOT * 1.5, EDGE, "#f3efe7", "#ffffff")
    yield _ring(first, last, RIM, 1, "#d8d2c6", "#ffffff")
    middle = (first + last) / 2
    for band in bands_of(sector.bands):
        yield _ring(first, last, band.inner, band.outer, _fill(sector, band, hue), "none")
        if band.standing == "missed":
            x, y = _at(middle, (band.inner + band.outer) / 2)
            yield Markup(
                '<text x="{:.1f}" y="{:.1f}" text-anchor="middle" fill="#a32f1d" font-weight="700" '
                'class="cross">×</text>'
            ).format(x, y + 3)


def _names(board: Board, middles: Sequence[float]) -> Iterator[Markup]:
    """The names of the sectors with lines, beside the disc, none over another."""
    places = [
        (*_at(middle, 1.06), sector.name)
        for sector, middle in zip(board.sectors, middles, strict=True)
        if sector.lines
    ]
    for right in (False, True):
        side = sorted((y, x, name) for x, y, name in places if (x >= 0) == right)
        for y, (_, x, name) in zip(_apart([y for y, _, _ in side]), side, strict=True):
            yield Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
                x, y + 3, "start" if right else "end", escape(_cut(one_line(name)))
            )


def _apart(heights: Sequence[float]) -> list[float]:
    """Heights in their order, moved as little as keeps the lines of text from touching."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + _LINE if placed else -_REACH))
    for at in reversed(range(len(placed))):  # what was pushed over the lower edge goes up again
        lowest = placed[at + 1] - _LINE if at + 1 < len(placed) else _REACH
        placed[at] = min(placed[at], lowest)
    return placed


def _corner(name: str, at: tuple[int, int]) -> Markup:
    """The name of a dimension in its corner."""
    x, y = at
    return Markup('<text x="{}" y="{}" text-anchor="{}" font-weight="700" fill="{}">{}</text>').format(
        x, y, "start" if x < 0 else "end", _HUES[name], name
    )


def _cut(name: str) -> str:
    room, shown = _LABEL, ""
    for char in name:
        room -= 2 if east_asian_width(char) in "WF" else 1
        if room < 0:
            return f"{shown}…"
        shown += char
    return shown


def _fill(sector: Sector, band: Band, hue: str) -> str:
    if band.standing == "said":
        return f"url(#said-{sector.dimension})"
    return hue if band.standing == "shown" else "#f0d9d3"


def _at(turn: float, radius: float) -> tuple[float, float]:
    x, y = point(turn, radius)
    return x * _RADIUS, y * _RADIUS


def _ring(first: float, last: float, inner: float, outer: float, fill: str, line: str) -> Markup:
    (ax, ay), (bx, by) = _at(first, outer), _at(last, outer)
    (cx, cy), (dx, dy) = _at(last, inner), _at(first, inner)
    out, back = outer * _RADIUS, inner * _RADIUS
    path = (
        f"M{ax:.2f} {ay:.2f}A{out:.2f} {out:.2f} 0 0 1 {bx:.2f} {by:.2f}"
        f"L{cx:.2f} {cy:.2f}A{back:.2f} {back:.2f} 0 0 0 {dx:.2f} {dy:.2f}Z"
    )
    return Markup('<path d="{}" fill="{}" stroke="{}" stroke-width="0.8"/>').format(path, fill, line)


def _circle(radius: float, fill: str) -> Markup:
    return Markup('<circle r="{:.1f}" fill="{}" stroke="#1c1b19"/>').format(radius * _RADIUS, fill)
