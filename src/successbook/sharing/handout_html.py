"""A tester's handout as one HTML page that prints well on A4 and letter, in every script."""

from __future__ import annotations

from successbook.sharing.handout import ANSWERS, Handout
from successbook.sharing.pages import rendered

__all__ = ["handout_html"]


def handout_html(handout: Handout) -> str:
    """The page."""
    return rendered("handout.html", handout=handout, answers=ANSWERS)
