"""What is said beside an action: until when, or how late it is."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.tree import Address, Table, Tree
from successbook.verdicts.asides import aside_of
from tests.plans import NOW


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-38, ("38 days late", "careful")),
        (-1, ("1 day late", "careful")),
        (0, ("today", "muted")),
        (7, ("in 7 days", "muted")),
        (60, ("by 14 Aug", "muted")),
    ],
)
def test_an_action_says_its_day_in_words_that_fit_together(days: int, said: tuple[str, str]) -> None:
    at = Address("notebook.toml", ("actions", "ask"))
    action = Table({"title": "Ask the six teams", "by": NOW.date + dt.timedelta(days=days)})
    tree = Tree({at.file: Table({"actions": Table({"ask": action})})})
    assert tree.has(at)
    assert aside_of(tree, at, NOW) == said
