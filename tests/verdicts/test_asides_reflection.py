"""What stands beside the parts of a notebook in an outline and in a record."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.now import Now
from successbook.tree import Address, Table, Tree
from successbook.verdicts.asides import aside_of

TODAY = Now(dt.date(2026, 6, 15))
ACTION = Address("notebook.toml", ("actions", "ask"))


@pytest.mark.parametrize(
    ("by", "said", "role"),
    [
        ("2026-06-15", "today", "muted"),
        ("2026-06-16", "tomorrow", "muted"),
        ("2026-06-19", "in 4 days", "muted"),
        ("2026-09-30", "by 30 Sep", "muted"),
        ("2026-06-14", "1 day late", "careful"),
        ("2026-06-10", "5 days late", "careful"),
        ("2026-03-01", "106 days late", "careful"),
    ],
)
def test_by_when_an_action_shall_be_done_is_said_as_people_say_it(by: str, said: str, role: str) -> None:
    action = Table({"title": "Ask", "by": dt.date.fromisoformat(by), "state": "open"})
    tree = Tree({"notebook.toml": Table({"actions": Table({"ask": action})})})
    assert aside_of(tree, ACTION, TODAY) == (said, role)
