"""Peeking: single values without their record's view; what does not fit reads as absent."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.measured import Measure
from successbook.plan.peek import day, first_line, linked, people, readings, references, words
from successbook.tree import Address, Table, Tree, Value
from tests.strategies import broken_plans, keys, values

METRIC = Address("plan.toml", ("metrics", "pay"))


def read(held: dict[str, Value]) -> list[tuple[str, Measure]]:
    tree = Tree({READINGS: Table({"readings": Table({"pay": Table(held)})})})
    return [(on.isoformat(), value) for on, value in readings(tree, METRIC)]


def test_readings_come_oldest_first_whatever_their_order() -> None:
    held: dict[str, Value] = {"2026-06-15": 3, "2026-05-31": "~2", "2026-06-01": "(blocked)"}
    assert read(held) == [
        ("2026-05-31", Measure(number=2, about=True)),
        ("2026-06-01", Measure(state="blocked")),
        ("2026-06-15", Measure(number=3)),
    ]


def test_several_readings_of_one_day_are_all_there() -> None:
    held: dict[str, Value] = {"2026-06-15T09:30": 1, "2026-06-15T17:00": 2}
    assert [value.number for _, value in read(held)] == [1, 2]


@pytest.mark.parametrize(
    "key", ["", "2026", "20260615", "2026-W25-1", "2026-13-01", "2026-02-30", "2026-06-15x", "2026-06-15 9",
            "٢٠٢٦-٠٦-١٥", "2026-6-5"],
)  # fmt: skip
def test_what_is_no_date_is_passed_over(key: str) -> None:
    assert read({key: 14}) == []


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), 10**400, (1,), Table()])
def test_what_is_no_measured_value_is_passed_over(value: Value) -> None:
    assert read({"2026-06-15": value}) == []


@given(st.dictionaries(keys | st.dates().map(str), values, max_size=4))
def test_any_readings_at_all_can_be_read_in_order(held: dict[str, Value]) -> None:
    days = [on for on, _ in read(held)]
    assert days == sorted(days)
    assert set(days) <= {key[:10] for key in held}


@given(st.dictionaries(st.just("x"), values))
def test_what_does_not_fit_reads_as_absent(held: dict[str, Value]) -> None:
    table = Table(held)
    value = held.get("x")
    assert words(table, "x") == (value.strip() if isinstance(value, str) else "")
    assert "\n" not in first_line(table, "x")
    assert (day(table, "x") is not None) == (type(value) is dt.date)
    assert all(isinstance(each, str) for each in people(table, "x"))


@given(broken_plans())
def test_what_a_record_is_linked_to_is_what_the_hierarchy_says(tree: Tree) -> None:
    hierarchy = Hierarchy(tree)
    for record, kind in hierarchy.kinds.items():
        assert linked(tree, kind, record) == list(hierarchy.parents[record])


def test_references_to_other_kinds_and_to_nothing_are_left_out() -> None:
    tree = Tree({"plan.toml": Table({"goals": Table({"a": Table()}), "metrics": Table({"m": Table()})})})
    table = Table({"supports": ("goal:a", "metric:m", "goal:nobody", 3, "a")})
    goal, metric = KINDS["goal"].at("a"), KINDS["metric"].at("m")
    assert references(tree, table, "supports", ("goal",)) == [goal, goal]
    assert references(tree, table, "supports", ("metric", "goal")) == [goal, metric, goal]
