"""The last line of every screen: the keys that matter here, from the action registry."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.screen import Screen

from successbook.tui.actions import shown_key
from successbook.tui.dispatch import Offer, offers
from successbook.tui.widgets.steady import Steady
from successbook.tui.widgets.wrapping import width_of

__all__ = ["KeyLine"]

_GAP = 3


class KeyLine(Steady):
    """One line of keys, the most important first, cut between two entries; "? help" is always there.

    What cannot be done now is left out; help and palette say why.
    """

    def __init__(self) -> None:
        super().__init__()
        self._placed: list[tuple[int, int, Offer]] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        del screen
        self.refresh()

    def _place(self, width: int) -> list[tuple[int, int, Offer]]:
        """Each entry with its first column and its width."""
        shown = sorted(
            (each for each in offers(self.screen) if _in_footer(each)), key=lambda each: each.action.footer
        )
        quit_ = next((each for each in shown if each.action.id == "quit"), None)
        help_ = next((each for each in shown if each.action.id == "help"), None)
        keep = width - 1 - (_size(help_) + _GAP if help_ else 0)
        keep -= _size(quit_) + _GAP if quit_ and width >= 80 else 0
        placed: list[tuple[int, int, Offer]] = []
        left = 1
        for each in shown:
            if each is quit_ or each is help_:
                continue
            if left + _size(each) > keep:
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
        parts: list[Content] = []
        at = 0
        for left, size, each in self._placed:
            parts += [
                Content(" " * (left - at)),
                Content.styled(shown_key(each.keys[0]), "bold $ink"),
                Content.styled(f" {each.label}", "$muted"),
            ]
            at = left + size
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does. The app does it, as with a key: this line may go away."""
        for left, size, each in self._placed:
            if left <= event.x < left + size:
                self.app.call_later(each.run)


def _in_footer(offer: Offer) -> bool:
    return bool(offer.action.footer) and offer.reason is None


def _size(offer: Offer) -> int:
    return width_of(shown_key(offer.keys[0])) + 1 + width_of(offer.label)
