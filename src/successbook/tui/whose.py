"""Whose a notebook is and who can read it, in the words of the screen: what is said of it must be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.dom import DOMNode

from successbook.plan.kinds import NOTEBOOK
from successbook.plan.peek import words
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["who_reads", "whose"]

_WHOSE: Final = {"a coachee": "your notes about a coachee", "a team": "the team's notebook"}


def whose(notebook: Workbook) -> str:
    """``your notebook``, ``the team's notebook``, ``your notes about a coachee``."""
    return _WHOSE.get(words(notebook.tree.table(NOTEBOOK), "about"), "your notebook")


def who_reads(node: DOMNode, notebook: Workbook) -> str:
    """The repository in which others can read a notebook, by its name; empty where nobody can."""
    return app_of(node).shelf.repository_of(notebook)
