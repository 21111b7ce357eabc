"""Lists in the record pane: a heading with a count, and the first rows of what is long.

A long list shows its first rows and how many more there are, so that a big record stays a page to read.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from successbook.tui.rooms.record_keys import ListKey, MoreKey
from successbook.tui.widgets.sheet import Cell, Row

__all__ = ["SHOWN", "heading", "limited"]

SHOWN: Final = 5
"""Rows of a list that are shown before it is unfolded."""


def heading(text: str, count: int = 0) -> Iterator[Row]:
    """A blank line and a heading, with how many there are."""
    yield Row(MoreKey(f"{text} blank"), (Cell(""),), selectable=False)
    counted = Cell(f"  {count}" if count else "", "muted")
    yield Row(MoreKey(text), ((Cell(text, "heading"), counted),), selectable=False)


def limited(rows: Sequence[Row], name: str, opened: Container[str]) -> Iterator[Row]:
    """The first rows of a list, and a row that shows the rest."""
    if len(rows) <= SHOWN + 1:
        yield from rows
        return
    folded = name not in opened
    yield from rows[:SHOWN] if folded else rows
    said = f"and {len(rows) - SHOWN} more" if folded else "show fewer"
    yield Row(ListKey(name), (Cell(said, "accent"),), indent=1)
