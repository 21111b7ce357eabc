"""Widgets whose lines are kept until something of them changes."""

from __future__ import annotations

from typing import Self

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

__all__ = ["Steady"]


class Steady(Widget):
    """A widget that is drawn again only after a refresh, a new style or a new size.

    Whenever a cell of the screen changes, Textual asks every widget on it for all its lines and puts them
    together anew, line by line; nearly all of them are what they were.
    """

    _drawn: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they were drawn last, if they are still right."""
        if self._drawn is None or self._drawn[0] != crop:
            self._drawn = crop, super().render_lines(crop)
        return self._drawn[1]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw it anew in the next picture."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Another style means another picture."""
        self._drawn = None
        super().notify_style_update()
