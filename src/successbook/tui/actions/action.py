"""One thing that can be done with a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["Action"]

_LAST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Args:
        id: stable name, words joined by ``-``; keymaps use it, and `do_<id>` (with ``_``) carries it out.
        keys: default keys, Textual's names or single characters, the one to show first.
        label: one to three words for the footer.
        help: one sentence for help and palette.
        where: scopes in which it works.
        group: heading in the help screen.
        footer: place in the footer, 1 is first; 0 leaves it out.
        refines: id of the general action that this one is another name for (Enter in a list is ``choose``;
            a screen calls it "open"). The pair is not a clash.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[str, ...]
    group: str
    footer: int = 0
    refines: str = ""

    @property
    def rank(self) -> int:
        """Its place in a list of what can be done: as in the footer, then all that the footer leaves out."""
        return self.footer or _LAST
