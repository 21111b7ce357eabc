"""The palette (`:` or Ctrl+P): every action by name, and why one cannot run now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from successbook.text import one_line
from successbook.tui.dispatch import Offer, offers

__all__ = ["ActionCommands", "palette"]


def palette() -> CommandPalette:
    """The palette, ready to be pushed on the screens."""
    return CommandPalette(providers=[ActionCommands], placeholder="What would you like to do?")


class ActionCommands(Provider):
    """The palette's commands: the same actions, with the reason where one cannot run."""

    def _rows(self) -> Iterator[tuple[Offer, str, str]]:
        own: Screen[object] = self.screen
        for offer in offers(own):
            if offer.node.SCOPE != "list" and offer.action.id != "commands":
                words = f"{offer.action.help}   {offer.shown}"
                yield offer, words, offer.reason or ""

    async def discover(self) -> Hits:
        """Everything that can be done here, before anything is typed."""
        for offer, words, reason in self._rows():
            yield DiscoveryHit(_display(words, reason), partial(offer.run), text=words)

    async def search(self, query: str) -> Hits:
        """What matches the typed letters."""
        matcher = self.matcher(query)
        for offer, words, reason in self._rows():
            score = max(matcher.match(words), matcher.match(offer.action.label))
            if score > 0:
                yield Hit(score, _display(words, reason), partial(offer.run), text=words)


def _display(words: str, reason: str) -> Content:
    if not reason:
        return Content(words)
    return Content.assemble(Content(words), "\n", Content(f"  not now: {one_line(reason)}").stylize("dim"))
