"""The sessions of a notebook stand in one order wherever they are listed: in that of their days."""

from __future__ import annotations

import datetime as dt

from successbook.guides.session_prompts import earlier_session
from successbook.plan.sessions import sessions_of
from successbook.tree import Address, Table, Tree
from successbook.tui.rooms.outline_rows import Folds, OutlineKey
from successbook.tui.rooms.reflect_rows import reflect_rows
from successbook.verdicts.linear_reflection import notebook_lines
from tests.notebooks import EARLY, LATE, notebook
from tests.plans import NOW

WRITTEN_UP_LATER = Address("reflections/2026-07-01.toml")
"""A session that was held between the two others, in a file that is called after another day."""


def _with_one_between() -> Tree:
    between = Table({"title": "Between", "held": dt.date(2026, 5, 20)})
    return Tree({**notebook().files, WRITTEN_UP_LATER.file: between})


def test_sessions_stand_in_the_order_of_their_days_whatever_their_files_are_called() -> None:
    tree = notebook()
    later = Address("reflections/2026-01-01.toml")
    moved = Tree({**tree.files, later.file: tree.table(LATE), LATE.file: Table({"title": "no day"})})
    assert sessions_of(moved) == [EARLY, later, LATE]
    assert sessions_of(tree) == [EARLY, LATE]


def test_the_session_before_is_the_one_that_was_held_before() -> None:
    tree = _with_one_between()
    assert earlier_session(tree, LATE) == WRITTEN_UP_LATER
    assert earlier_session(tree, WRITTEN_UP_LATER) == EARLY
    assert earlier_session(tree, EARLY) is None


def test_the_outline_and_the_lines_list_the_latest_session_first() -> None:
    tree = _with_one_between()
    keys = [row.key for row in reflect_rows(tree, NOW, Folds())]
    records = dict.fromkeys(key.record for key in keys if isinstance(key, OutlineKey))
    assert [at for at in records if at in (EARLY, LATE, WRITTEN_UP_LATER)] == [LATE, WRITTEN_UP_LATER, EARLY]
    lines = "\n".join(notebook_lines(tree, NOW))
    assert lines.index("June") < lines.index("Between") < lines.index("May")
