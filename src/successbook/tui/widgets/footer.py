"""The last line of every screen: the keys that matter here, from the action registry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from successbook.tui.actions import Action, shown_key
from successbook.tui.dispatch import Offer, offers
from successbook.tui.widgets.steady import Steady
from successbook.tui.widgets.wrapping import width_of

__all__ = ["KeyLine"]

_GAP = 3
_ROOMY: Final = 80
"""From so many columns on there is room for what people find without being told."""
_WAYS_OUT: Final = ("close", "to-outline")
"""Actions that lead out of what covers everything else."""


class KeyLine(Steady):
    """One line of keys, the most important first, cut between two entries.

    "? help" is always there, from 80 columns on also the way out of a picture, a dialogue or a record.
    What cannot be done now is left out; help and palette say why.
    """

    def __init__(self) -> None:
        super().__init__()
        self._placed: list[tuple[int, int, Offer]] = []
        self._painted: list[tuple[int, str, str]] = []
        self._looked = True

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        del screen
        self.look_again()

    def look_again(self) -> None:
        """Other keys may matter when the next picture is painted; if none does, the line stays as it is."""
        lines = self._drawn
        self.refresh()
        self._drawn, self._looked = lines, False

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line, drawn anew if it says something else now."""
        if not self._looked:
            self._looked = True
            self._placed = self._place(self.size.width)
            if _texts(self._placed) != self._painted:
                self._drawn = None
        return super().render_lines(crop)

    def _place(self, width: int) -> list[tuple[int, int, Offer]]:
        """Each entry with its first column and its width."""
        shown = sorted(
            (each for each in offers(self.screen, _is_for_footer) if each.reason is None and each.named),
            key=lambda each: each.action.footer,
        )
        quit_ = next((each for each in shown if each.action.id == "quit"), None)
        help_ = next((each for each in shown if each.action.id == "help"), None)
        keep = width - 1 - (_size(help_) + _GAP if help_ else 0)
        roomy = width >= _ROOMY
        keep -= _size(quit_) + _GAP if quit_ and roomy else 0
        out = next((each for each in shown if each.action.id in _WAYS_OUT), None) if roomy else None
        placed: list[tuple[int, int, Offer]] = []
        left = 1
        for each in shown:
            if each is quit_ or each is help_:
                continue
            if each is out:
                out = None  # it is placed now
            if left + _size(each) > keep - (_size(out) + _GAP if out else 0):
                continue  # a shorter one may still fit
            placed.append((left, _size(each), each))
            left += _size(each) + _GAP
        if help_:
            placed.append((left, _size(help_), help_))
            left += _size(help_) + _GAP
        if quit_ and left + _size(quit_) < width:
            placed.append((width - _size(quit_) - 1, _size(quit_), quit_))
        return placed

    def render(self) -> Content:
        """The line."""
        self._placed = self._place(self.size.width)
        self._painted = _texts(self._placed)
        parts: list[Content] = []
        at = 0
        for left, key, label in self._painted:
            parts += [
                Content(" " * (left - at)),
                Content.styled(key, "bold $ink"),
                Content.styled(f" {label}", "$muted"),
            ]
            at = left + width_of(key) + 1 + width_of(label)
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does. The app does it, as with a key: this line may go away."""
        for left, size, each in self._placed:
            if left <= event.x < left + size:
                self.app.call_later(each.run)


def _is_for_footer(each: Action) -> bool:
    return bool(each.footer)


def _texts(placed: Sequence[tuple[int, int, Offer]]) -> list[tuple[int, str, str]]:
    """What such a line shows, and where."""
    return [(left, shown_key(each.keys[0]), each.label) for left, _, each in placed]


def _size(offer: Offer) -> int:
    return width_of(shown_key(offer.keys[0])) + 1 + width_of(offer.label)
