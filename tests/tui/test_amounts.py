"""Measured values side by side: the unit once, a state in words quieter than a number."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.now import Now
from successbook.tree import Address, Table, Tree, Value
from successbook.tui.rooms.amounts import amount, bare, unit_beside, way
from successbook.tui.rooms.page_rows import metric_rows
from successbook.tui.widgets.sheet import Cell
from successbook.verdicts.metrics import look_at
from successbook.verdicts.page import page_of
from tests.plans import NOW

METRIC = Address.parse("plan.toml:metrics.pay")


@pytest.mark.parametrize(
    ("text", "unit", "said", "beside"),
    [
        ("58 s", "s", "58", "s"),
        ("about 13 000 a week", "a week", "~13 000", "a week"),
        ("9 of 12", "of 12", "9", "of 12"),
        ("52 %", "%", "52", ""),
        ("-30 %", "a week", "-30 %", "a week"),
        ("14", "", "14", ""),
    ],
)
def test_a_unit_in_words_stands_beside_its_number(text: str, unit: str, said: str, beside: str) -> None:
    assert bare(text, unit) == said
    assert unit_beside(unit) == beside
    assert amount(text, unit).text == (said if beside else text)


def test_states_in_words_are_quiet_and_give_way_whole() -> None:
    assert amount("establishing", "%") == Cell("establishing", "muted", shorter=("…",))
    assert amount("yes", "", "strong").role == "strong"
    assert amount("-", "") == Cell("-", "muted")


@pytest.mark.parametrize(
    ("fields", "reading", "said", "shorter"),
    [
        ({"unit": "s", "at_most": 60}, 58, "58 → ≤ 60 s", ("58 s", "58", "")),
        ({"unit": "%", "at_least": 55}, 52, "52 → ≥ 55 %", ("52 %", "52", "")),
        ({"unit": "s"}, 58, "58 s", ("58 s", "58", "")),
        ({"unit": "s", "baseline": "~96"}, None, "about 96 s", ("~96 s", "~96", "")),
        ({"unit": "s", "at_most": 60}, "(blocked)", "blocked → ≤ 60 s", ("",)),
        ({}, None, "", ()),
    ],
)
def test_the_way_from_here_to_the_target_says_the_unit_once(
    fields: dict[str, Value], reading: Value | None, said: str, shorter: tuple[str, ...]
) -> None:
    read = {} if reading is None else {"2026-06-08": reading}
    plan = Table({"metrics": Table({"pay": Table({"title": "Pay", **fields})})})
    tree = Tree({"plan.toml": plan, "readings.toml": Table({"readings": Table({"pay": Table(read)})})})
    cell = way(look_at(tree, METRIC, Now(dt.date(2026, 6, 15), "UTC")))
    assert (cell.text, cell.shorter) == (said, shorter)


@pytest.mark.parametrize(("baseline", "now"), [(12.5, "from 12.5"), ("(unknown)", "-"), (None, "-")])
def test_before_the_first_reading_the_page_shows_where_it_began_and_says_so(
    baseline: Value | None, now: str
) -> None:
    fields = {"title": "Pay", "unit": "%", **({"baseline": baseline} if baseline is not None else {})}
    tree = Tree({"plan.toml": Table({"format": 1, "metrics": Table({"pay": Table(fields)})})})
    page = page_of(tree, NOW)
    (row,) = [row for row in metric_rows(page, NOW) if row.selectable]
    cell = row.cells[4]
    assert isinstance(cell, Cell)
    assert (cell.text, cell.role) == (now, "muted")
