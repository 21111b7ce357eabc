"""How the terminal and the theme let a board look: its colours, and styles made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

__all__ = ["CROSS", "Glyphs", "Look", "label_style", "style_of"]

Glyphs = dict[tuple[int, int], tuple[str, str, bool]]
"""Characters on top of the picture, by column and row, with the name of their colour, and whether bold."""

CROSS: Final = "×"
"""A miss."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the terminal and the theme let the board look.

    Attributes:
        colours: the theme's colours by name.
        firm: whether there are only the terminal's own colours, so that nothing can be mixed.
        plain: whether there is no colour at all.
    """

    colours: tuple[tuple[str, str], ...]
    firm: bool = False
    plain: bool = False

    def named(self) -> Mapping[str, str]:
        """The colours by name."""
        return dict(self.colours)


@lru_cache(maxsize=16_384)
def style_of(colour: str, behind: str, bold: bool) -> Style:
    """A style of two colours as a theme writes them."""
    return Style(color=_rich(colour), bgcolor=_rich(behind), bold=bold or None)


@lru_cache(maxsize=16_384)
def _rich(colour: str) -> RichColor:
    return RichColor.parse(colour) if colour.startswith("#") else Color.parse(colour).rich_color


def label_style(look: Look, name: str, *, strong: bool) -> Style:
    """The style of a name beside the disc, in the colour of its quadrant."""
    named = look.named()
    style = style_of(named[name if strong or name == "ink" else "muted"], named["paper"], strong)
    return style + Style(underline=True) if strong else style
