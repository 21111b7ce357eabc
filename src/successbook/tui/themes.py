"""Theme files as Textual themes."""

from __future__ import annotations

from textual.app import InvalidThemeError
from textual.color import ColorParseError
from textual.theme import Theme

from successbook.errors import SettingsError
from successbook.tui.palettes import COLOURS, Palette

__all__ = ["theme_of", "variable_defaults"]


def variable_defaults() -> dict[str, str]:
    """Values for our own names in the styles, until one of our themes is in force."""
    plain = dict.fromkeys(COLOURS, "#808080")
    return {
        **plain,
        "ansi-background": "#000000",
        "ansi-foreground": "#ffffff",
        "paper": "#000000",
        "ink": "#ffffff",
        "cursor-style": "bold",
        "away-style": "none",
        "muted-style": "none",
    }


def theme_of(palette: Palette) -> Theme:
    """The Textual theme of a palette, tried once so that it cannot fail later.

    Raises:
        SettingsError: Textual cannot use it.
    """
    colours = dict(palette.colours)
    theme = Theme(
        name=palette.name,
        primary=colours["accent"],
        secondary=colours["muted"],
        accent=colours["accent"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["raised"],
        panel=colours["raised"],
        boost=colours["raised"],
        success=colours["good"],
        warning=colours["careful"],
        error=colours["bad"],
        dark=palette.dark,
        ansi=palette.ansi,
        variables={**colours, **_variables(palette)},
    )
    try:
        theme.to_color_system().generate()
    except (ColorParseError, InvalidThemeError, ValueError) as error:
        raise SettingsError(f"cannot be used as a theme: {error}", where=str(palette.path)) from error
    return theme


def _variables(palette: Palette) -> dict[str, str]:
    """Textual's own names for the parts we borrow: input, text area, palette, scroll bars."""
    colours = palette.colours
    ink, paper = ("ansi_bright_white", "ansi_black") if palette.ansi else (colours["ink"], colours["paper"])
    return {
        "ansi-background": "ansi_black" if palette.dark else "ansi_white",
        "ansi-foreground": "ansi_white" if palette.dark else "ansi_black",
        "cursor-style": palette.styles["cursor"],
        "away-style": palette.styles["away"],
        "muted-style": palette.styles["muted"],
        "border": colours["accent"],
        "border-blurred": colours["line"],
        "block-cursor-background": ink if palette.ansi else colours["cursor"],
        "block-cursor-foreground": paper if palette.ansi else colours["cursor-ink"],
        "block-cursor-text-style": "bold",
        "input-cursor-background": "ansi_default" if palette.ansi else ink,
        "input-cursor-foreground": "ansi_default" if palette.ansi else paper,
        "input-cursor-text-style": "reverse" if palette.ansi else "none",
        "input-selection-background": "ansi_cyan" if palette.ansi else f"{colours['accent']} 35%",
        "scrollbar": colours["line"],
        "scrollbar-background": colours["paper"],
    }
