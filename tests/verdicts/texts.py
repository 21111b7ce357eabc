"""A plan as its files say it, and what is due in it on a day."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping

from successbook.plan.now import Now
from successbook.tree import Address, Table, Tree, Value, freeze
from successbook.verdicts.due import Due, due_of

__all__ = ["OPEN", "PLAN", "RELEASE", "due", "leaves", "said", "table", "tree"]

RELEASE = "releases/first/release.toml"
PLAN = "plan.toml"
OPEN = 'title = "First"\nactual = 2026-06-01\n'
"""The head of a release that is out."""


def table(text: str) -> Table:
    """A table given by its text."""
    found = freeze(tomllib.loads(text))
    assert isinstance(found, Table)
    return found


def tree(files: Mapping[str, str]) -> Tree:
    """The tree of files given by their text."""
    return Tree({name: table(text) for name, text in files.items()})


def leaves(whole: Tree) -> Iterator[tuple[Address, Value]]:
    """Every value of a tree that is no table, with its address."""
    todo = [Address(name) for name in whole.files]
    while todo:
        for key, value in whole.table(at := todo.pop()).items():
            if isinstance(value, Table):
                todo.append(at.child(key))
            else:
                yield at.child(key), value


def due(files: dict[str, str], today: str = "2026-06-15") -> list[Due]:
    """What is due."""
    return list(due_of(tree(files), Now(dt.date.fromisoformat(today))))


def said(files: dict[str, str], today: str = "2026-06-15") -> list[str]:
    """What is due, in words."""
    return [each.text for each in due(files, today)]
