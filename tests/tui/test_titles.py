"""Titles are read first: what stands beside them gives way in a narrow list."""

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Tree
from successbook.tui.rooms.goals_rows import GOALS_COLUMNS, goals_rows
from successbook.tui.rooms.outline_rows import Folds
from successbook.tui.rooms.page_rows import SHIP_COLUMNS, ship_rows
from successbook.tui.widgets.sheet import Column, Row, Sheet
from successbook.verdicts.page import page_of
from tests.plans import NOW, RELEASE, small_plan

SEEN = "Guests leave at the second address line of the form"


def shown(rows: list[Row], columns: tuple[Column, ...], width: int) -> list[str]:
    sheet = Sheet(rows, columns, width)
    return ["".join(text for text, _ in line).strip() for row in rows for line in sheet.lines(row)]


def seen() -> Tree:
    draft = Draft(small_plan(), today=NOW.date)
    draft.add(KINDS["insight"], SEEN, fields={"kind": "drop"})
    return draft.tree


def test_the_title_of_evidence_is_whole_and_its_kind_gives_way() -> None:
    rows = goals_rows(seen(), NOW, Folds())
    assert f"{SEEN}   drop" in shown(rows, GOALS_COLUMNS, 76)
    assert SEEN in shown(rows, GOALS_COLUMNS, len(SEEN) + 4)


def test_the_day_of_what_ships_next_is_read_before_its_level() -> None:
    draft = Draft(small_plan(), today=NOW.date)
    draft.put(RELEASE.child("planned"), NOW.date + dt.timedelta(days=12))
    draft.put(RELEASE.child("level"), "feature")
    rows = ship_rows(page_of(draft.tree, NOW), NOW)
    whole = shown(rows, SHIP_COLUMNS, 80)[0]
    assert whole.endswith("   in 12 days   feature")
    assert shown(rows, SHIP_COLUMNS, len(whole) - 1)[0] == whole.removesuffix("   feature")
