"""A plan as its files say it, and what is due in it on a day."""

import datetime as dt
import tomllib

from successbook.plan.now import Now
from successbook.tree import Table, Tree, freeze
from successbook.verdicts.due import Due, due_of

__all__ = ["OPEN", "PLAN", "RELEASE", "due", "said", "tree"]

RELEASE = "releases/first/release.toml"
PLAN = "plan.toml"
OPEN = 'title = "First"\nactual = 2026-06-01\n'
"""The head of a release that is out."""


def tree(files: dict[str, str]) -> Tree:
    """The tree of files given by their text."""
    tables = {name: freeze(tomllib.loads(text)) for name, text in files.items()}
    return Tree({name: table for name, table in tables.items() if isinstance(table, Table)})


def due(files: dict[str, str], today: str = "2026-06-15") -> list[Due]:
    """What is due."""
    return list(due_of(tree(files), Now(dt.date.fromisoformat(today))))


def said(files: dict[str, str], today: str = "2026-06-15") -> list[str]:
    """What is due, in words."""
    return [each.text for each in due(files, today)]
