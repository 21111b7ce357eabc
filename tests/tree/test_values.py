"""Values: strict sameness, plain values and back, immutable tables in the order of a file."""

import copy
import datetime as dt
import math
from collections import OrderedDict
from enum import IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.tree import KEEP, NO_NOTE, Note, Table, Value, freeze, same, thaw
from tests.strategies import keys, notes, tables, values

NAN = float("nan")
UTC_NOON = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
BERLIN_TWO = dt.datetime(2026, 6, 15, 14, tzinfo=dt.timezone(dt.timedelta(hours=2)))
NOON = dt.datetime(2026, 6, 15, 12, tzinfo=None)  # noqa: DTZ001  # a local moment, as TOML knows them
MIDNIGHT = dt.datetime(2026, 6, 15, tzinfo=None)  # noqa: DTZ001

DIFFERENT: list[Value] = [
    0, 1, 2, -1, 0.0, -0.0, 1.0, 1.5, True, False, NAN, math.inf, -math.inf, "", "1", "true", "a", "A",
    dt.date(2026, 6, 15), MIDNIGHT, NOON, UTC_NOON, BERLIN_TWO, dt.time(12), dt.time(12, microsecond=1),
    (), (1,), (1.0,), (True,), (1, 2), (2, 1), ((1,),), (NAN,),
    Table(), Table({"a": 1}), Table({"a": 1.0}), Table({"b": 1}), Table({"a": True}),
    Table({"a": 1, "b": 2}), Table({"b": 2, "a": 1}), Table({"a": 1}, {"a": Note(beside="# x")}),
    Table({"a": 1}, {"a": Note(above=("# x",))}), Table({"a": 1}, {"": Note(above=("# x",))}),
    Table({"a": Table({"b": 1})}), Table({"a": Table({"b": True})}), (Table(),), Table({"a": (NAN, -0.0)}),
]  # fmt: skip


def test_a_value_is_the_same_as_its_copy_and_as_no_other() -> None:
    for number, one in enumerate(DIFFERENT):
        for index, other in enumerate(DIFFERENT):
            assert same(one, copied(other)) == (number == index), (one, other)


def copied(value: Value) -> Value:
    """An equal value that shares no table, list or nan."""
    if isinstance(value, Table):
        return Table({key: copied(held) for key, held in value.items()}, value.notes)
    if isinstance(value, tuple):
        return tuple(copied(item) for item in value)
    return float(str(value)) if isinstance(value, float) else copy.copy(value)


@given(values)
def test_every_value_is_the_same_as_its_copy(value: Value) -> None:
    assert same(value, copied(value))


def test_notes_are_compared_whatever_their_order() -> None:
    one, other = Note(beside="# 1"), Note(beside="# 2")
    items = {"a": 1, "b": 2}
    assert Table(items, {"a": one, "b": other}) == Table(items, {"b": other, "a": one})
    assert Table(items, {"a": one, "b": other}) != Table(items, {"a": other, "b": one})


def test_a_table_is_no_dict_and_no_key() -> None:
    assert Table({"a": 1}) != {"a": 1}
    with pytest.raises(TypeError):
        hash(Table())


class Level(StrEnum):
    MVP = "MVP"


class Number(IntEnum):
    ONE = 1


def test_freezing_gives_plain_immutable_values() -> None:
    plain = {"a": [1, {"b": ["x", 2.5]}], "c": OrderedDict(d=dt.date(2026, 6, 15)), "e": True}
    frozen = freeze(plain)
    inner = Table({"b": ("x", 2.5)})
    assert frozen == Table({"a": (1, inner), "e": True, "c": Table({"d": dt.date(2026, 6, 15)})})
    plain["a"] = []
    assert isinstance(frozen, Table)
    assert frozen["a"] == (1, inner)


def test_freezing_turns_words_and_numbers_of_other_types_into_plain_ones() -> None:
    assert type(freeze(Level.MVP)) is str
    assert type(freeze(Number.ONE)) is int
    assert same(freeze([Level.MVP, Number.ONE]), ("MVP", 1))


def test_freezing_keeps_the_comments_of_tables() -> None:
    table = Table({"a": 1}, {"a": Note(beside="# why")})
    assert freeze({"inner": table}) == Table({"inner": table})


@pytest.mark.parametrize("odd", [None, {1, 2}, object(), b"x", 1j, [None]])
def test_what_toml_does_not_know_is_refused(odd: object) -> None:
    with pytest.raises(TypeError, match="is no TOML value"):
        freeze(odd)


@given(values)
def test_thawing_and_freezing_loses_nothing_but_comments(value: Value) -> None:
    assert same(freeze(thaw(value)), without_notes(value))


def without_notes(value: Value) -> Value:
    if isinstance(value, Table):
        return Table({key: without_notes(held) for key, held in value.items()})
    if isinstance(value, tuple):
        return tuple(without_notes(item) for item in value)
    return value


@given(values)
def test_what_was_thawed_is_plain_to_the_bottom(value: Value) -> None:
    todo: list[object] = [thaw(value)]
    while todo:
        plain = todo.pop()
        assert not isinstance(plain, Table | tuple)
        todo += plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else []


# Tables


def plain_first(table: Table) -> bool:
    kinds = [isinstance(value, Table) for value in table.values()]
    return kinds == sorted(kinds)


@given(tables, keys, values, st.data())
def test_plain_values_stand_before_tables_whatever_is_put(
    table: Table, key: str, value: Value, data: st.DataObject
) -> None:
    after = data.draw(st.sampled_from((None, *table)))
    held = table.put(key, value, after=after) if data.draw(st.booleans()) else table.put(key, value)
    assert plain_first(held)
    assert held[key] is value
    assert set(held) == {*table, key}
    others = [each for each in table if each != key]
    assert [each for each in held if each != key] == others
    assert all(held[each] is table[each] for each in others)


def test_a_value_put_elsewhere_leaves_its_old_place() -> None:
    table = Table({"a": 1, "b": 2, "c": 3, "d": Table()})
    assert table.put("c", 4, after=None) == Table({"c": 4, "a": 1, "b": 2, "d": Table()})
    assert table.put("a", 4, after="c") == Table({"b": 2, "c": 3, "a": 4, "d": Table()})
    assert table.put("b", 4, after="nobody") == Table({"b": 4, "a": 1, "c": 3, "d": Table()})
    assert table.put("b", 4, after="d") == Table({"a": 1, "c": 3, "b": 4, "d": Table()})
    assert table.put("b", Table()) == Table({"a": 1, "c": 3, "b": Table(), "d": Table()})
    assert table.put("d", 4) == Table({"a": 1, "b": 2, "c": 3, "d": 4})
    assert table.put("e", 5) == Table({"a": 1, "b": 2, "c": 3, "e": 5, "d": Table()})


@given(tables, keys, values, notes)
def test_comments_come_and_go_with_their_key_and_no_other(
    table: Table, key: str, value: Value, note: Note
) -> None:
    held = table.put(key, value, note=note)
    expected = {**table.notes, key: note} if key else table.notes
    assert held.notes == {each: kept for each, kept in expected.items() if kept}
    assert table.put(key, value).notes == table.notes
    left = held.without(key)
    assert left.notes == {each: kept for each, kept in table.notes.items() if each != key or not each}


@given(tables, st.data())
def test_a_table_without_a_key_has_all_the_others_in_order(table: Table, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from((*table, "nobody has this key")))
    left = table.without(key)
    assert list(left) == [each for each in table if each != key]
    assert table.without("nobody has this key") is table


@given(tables)
def test_a_value_put_where_it_is_changes_nothing(table: Table) -> None:
    for key, value in table.items():
        assert table.put(key, value) is table
        assert table.put(key, value, after=KEEP) is table
        assert table.put(key, value, after=key) is table


@given(tables, keys, values)
def test_putting_never_changes_the_table_it_starts_from(table: Table, key: str, value: Value) -> None:
    before = copied(table)
    table.put(key, value, note=Note(beside="# new"), after=None)
    table.without(next(iter(table), key))
    assert same(table, before)


@given(tables)
def test_before_names_the_preceding_key(table: Table) -> None:
    order: list[str | None] = [None, *table]
    assert [table.before(key) for key in table] == order[:-1]
    with pytest.raises(KeyError):
        table.before("nobody has this key")


@given(tables)
def test_a_table_reads_like_a_mapping(table: Table) -> None:
    plain = dict(table)
    assert (list(table.keys()), list(table.values())) == (list(plain), list(plain.values()))
    assert list(table.items()) == list(plain.items())
    assert len(table) == len(plain)
    assert all(key in table and table.get(key) is value for key, value in plain.items())
    assert table.get("nobody has this key") is None
    assert table.get("nobody has this key", 3) == 3
    assert "nobody has this key" not in table


def test_tables_say_what_they_hold() -> None:
    assert repr(Table({"a": 1})) == "Table({'a': 1})"
    assert "# why" in repr(Table({"a": 1}, {"a": Note(beside="# why")}))


def test_comments_of_keys_that_are_not_there_and_empty_ones_are_dropped() -> None:
    table = Table({"a": 1}, {"a": NO_NOTE, "b": Note(beside="# lost"), "": Note(above=("# top",))})
    assert dict(table.notes) == {"": Note(above=("# top",))}
    assert table.note("a") is NO_NOTE


def test_an_empty_key_does_not_touch_the_comments_of_its_file() -> None:
    top = Note(above=("# top",))
    table = Table({"a": 1}, {"": top})
    held = table.put("", 2, note=Note(beside="# mine"))
    assert held.note("") == top
    assert held.without("").note("") == top


def test_nothing_in_a_table_can_be_changed() -> None:
    table = Table({"a": 1}, {"a": Note(beside="# why")})
    with pytest.raises(TypeError):
        table.notes["a"] = NO_NOTE  # type: ignore[index]
    with pytest.raises(TypeError):
        table["a"] = 2  # type: ignore[index]
    with pytest.raises(AttributeError):
        table.other = 3  # type: ignore[attr-defined]
