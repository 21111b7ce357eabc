"""Views: what fits is there, what does not is set aside, and nothing is validated twice."""

import datetime as dt
import math
import warnings
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from successbook.plan.describe import fields_of
from successbook.plan.drafts import normal
from successbook.plan.fields import Control
from successbook.plan.goals import Goal
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.metrics import Metric, Target
from successbook.plan.records import Views
from successbook.tree import Note, Table, Value, same
from tests.strategies import fitting, keys, values

DAY = dt.date(2026, 6, 15)
MOMENT = dt.datetime.combine(DAY, dt.time())
NOT_TEXT: list[Value] = [3, 1.5, True, DAY, ("a",), Table(), Table({"a": 1})]
NOT_LINES: list[Value] = [*NOT_TEXT[:4], "a", ("a", 1), ("a", "b\nc"), (("a",),), (Table(),), Table()]
NOT_NUMBERS: list[Value] = [
    True,
    math.nan,
    math.inf,
    -math.inf,
    2**63,
    -(2**63) - 1,
    10**400,
    (1,),
    DAY,
    Table(),
]
WRONG: Mapping[Control, list[Value]] = {
    Control.LINE: [*NOT_TEXT, "two\nlines", "two\rlines"],
    Control.PROSE: NOT_TEXT,
    Control.DATE: [
        MOMENT,
        MOMENT.replace(hour=9),
        "2026-06-15",
        20_260_615,
        1.5,
        True,
        dt.time(9),
        (DAY,),
        Table(),
    ],
    Control.TIME: [DAY, MOMENT, "09:30", 930, True, (), Table()],
    Control.NUMBER: [*NOT_NUMBERS, "14", "~14", "(blocked)", ""],
    Control.MEASURED: [*NOT_NUMBERS, "two\nlines"],
    Control.CHOICE: [*NOT_TEXT, "no such word", ""],
    Control.YES_NO: [0, 1, 1.0, "true", "yes", DAY, (True,), Table()],
    Control.REFERENCE: [*NOT_TEXT, "two\nlines"],
    Control.REFERENCES: NOT_LINES,
    Control.LINES: NOT_LINES,
}
EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def test_wrong_values_are_known_for_every_control() -> None:
    assert set(WRONG) == set(Control)


@EVERY
def test_a_wrong_value_is_set_aside_with_a_reason_and_the_others_stay(kind: Kind) -> None:
    model = kind.record()
    for field in fields_of(kind.name):
        other = "notes" if field.name != "notes" else "not_known"
        kept: Value = "kept\n" if other == "notes" else ("kept",)
        for wrong in WRONG[field.control] + ([-1, 1.0] if field.whole else []):
            record = Views().of(model, Table({field.name: wrong, other: kept}))
            (misfit,) = record.misfits.values()
            assert (misfit.field, misfit.because != "") == (field.name, True)
            assert same(misfit.value, wrong), (field.name, wrong)
            assert getattr(record, field.name) is None
            assert getattr(record, other) == kept


@given(st.sampled_from(list(KINDS.values())), st.data())
def test_values_that_fit_are_there_as_they_stand(kind: Kind, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(fields_of(kind.name)), max_size=5))
    held = {field.name: normal(field.control, data.draw(fitting(field))) for field in chosen}
    table = Table({name: value for name, value in held.items() if value is not None})
    record = Views().of(kind.record(), table)
    assert dict(record.misfits) == {}
    assert all(same(getattr(record, name), value) for name, value in table.items())


@given(st.sampled_from(list(KINDS.values())), st.dictionaries(keys, values, max_size=3), st.data())
def test_any_table_at_all_can_be_viewed(kind: Kind, junk: dict[str, Value], data: st.DataObject) -> None:
    names = [field.name for field in fields_of(kind.name)]
    held = {**junk, **data.draw(st.dictionaries(st.sampled_from(names), values, max_size=4))}
    table = Table(held)
    record = Views().of(kind.record(), table)
    assert record.table is table
    assert set(record.misfits) <= set(held) & set(names)
    for name in names:
        value = getattr(record, name)
        if name in record.misfits:
            assert value is None
            assert same(record.misfits[name].value, held[name])
        elif name in held:
            assert same(value, held[name])
        else:
            assert value is None


def test_a_number_keeps_its_type() -> None:
    views = Views()
    assert type(views.of(Metric, Table({"baseline": 14})).baseline) is int
    assert type(views.of(Metric, Table({"baseline": 14.0})).baseline) is float
    assert type(views.of(Metric, Table({"at_least": 14})).at_least) is int


def test_an_unchanged_table_is_viewed_once() -> None:
    views, table = Views(), Table({"title": "Pay"})
    first = views.of(Goal, table)
    assert views.of(Goal, table) is first
    assert views.of(Goal, Table({"title": "Pay"})) is not first
    assert views.of(Goal, table.put("title", "Pay more")).title == "Pay more"


def test_views_of_other_kinds_of_the_same_table_do_not_get_in_each_others_way() -> None:
    views, table = Views(), Table({"title": "Pay", "value": 14})
    goal, target = views.of(Goal, table), views.of(Target, table)
    assert views.of(Goal, table) is goal
    assert views.of(Target, table) is target
    assert target.value == 14


def test_past_their_limit_views_are_built_again_and_still_right() -> None:
    views = Views(limit=3)
    tables = [Table({"title": str(number)}) for number in range(10)]
    first = views.of(Goal, tables[0])
    assert [views.of(Goal, table).title for table in tables] == [str(number) for number in range(10)]
    assert views.of(Goal, tables[0]) is not first
    assert views.of(Goal, tables[0]) == first


def test_a_view_keeps_its_table_so_that_no_other_takes_its_identity() -> None:
    views = Views()
    seen = [views.of(Goal, Table({"title": str(number)})).title for number in range(500)]
    assert seen == [str(number) for number in range(500)]


def test_a_view_cannot_be_changed() -> None:
    goal = Views().of(Goal, Table({"title": "Pay"}))
    with pytest.raises(ValidationError):
        goal.title = "Other"  # type: ignore[misc]


def test_parts_are_viewed_on_their_own_and_do_not_disturb_their_record() -> None:
    summer = Table({"kind": "reach", "value": 60, "by": "soon"})
    table = Table({"title": "Seconds", "targets": Table({"summer": summer, "odd": 3}), "unknown": Table()})
    views = Views()
    assert dict(views.of(Metric, table).misfits) == {}
    target = views.of(Target, summer)
    assert (target.kind, target.value, target.by) == ("reach", 60, None)
    assert list(target.misfits) == ["by"]
    assert dict(views.of(Metric, Table({"targets": 3})).misfits) == {}


def test_comments_are_no_part_of_a_view() -> None:
    table = Table({"title": "Pay"}, {"title": Note(beside="# why")})
    assert Views().of(Goal, table).model_dump(exclude_none=True) == {"title": "Pay"}


def test_viewing_warns_of_nothing() -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for kind in KINDS.values():
            Views().of(kind.record(), Table({"title": "\ud800", "notes": 3}))
    assert told == []
