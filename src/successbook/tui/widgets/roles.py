"""Roles of text in lists and tables, and how the theme sets them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from rich.style import Style
from textual.color import Color

from successbook.tui.themes import variable_defaults

__all__ = ["NO_COLOUR", "role_style"]

NO_COLOUR: Final = Color(0, 0, 0)
"""What filters of lines are told to be behind: ours do not ask."""

_LOOKS: Final = {
    "muted": ("muted", ""),
    "strong": ("", "bold"),
    "accent": ("accent", ""),
    "good": ("good", ""),
    "careful": ("careful", ""),
    "bad": ("bad", ""),
    "unknown": ("unknown", "italic"),
    "heading": ("accent", "bold"),
    "link": ("accent", "underline"),
    "mark": ("accent", ""),
    **{quadrant: (quadrant, "") for quadrant in ("personal", "team", "company", "product")},
}
"""Roles of text: a colour of the theme, and how the text is set."""


def role_style(role: str, state: str, base: Style, theme: Mapping[str, str]) -> Style:
    """The style of a role, straight from the theme.

    Component classes would do the same and cost a list of twelve roles 8 ms at its mount.

    Args:
        role: the role; one that is not known looks like plain text.
        state: how the row stands: "", "cursor" or "away".
        base: the style of the widget.
        theme: what the theme says of its words.
    """
    words = {**variable_defaults(), **theme}
    if state == "cursor":
        base += _colours(words["cursor-ink"], words["cursor"]) + _attributes(words["cursor-style"])
    elif state == "away":
        base += _colours(words["ink"], words["cursor-away"]) + _attributes(words["away-style"])
    colour, attributes = _LOOKS.get(role, ("", ""))
    if base.reverse:  # in sixteen colours one plain bar is clearer than coloured words
        return base + _attributes(attributes)
    own = _attributes(words["muted-style"] if role == "muted" else attributes)
    return base + own + _colours(words[colour]) if colour else base + own


def _colours(colour: str, behind: str | None = None) -> Style:
    return Style(
        color=Color.parse(colour).rich_color, bgcolor=Color.parse(behind).rich_color if behind else None
    )


@cache
def _attributes(words: str) -> Style:
    return Style.parse(words.replace("none", "")) if words != "none" else Style.null()
