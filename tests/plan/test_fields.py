"""What fields say of themselves: enough for a form, an interview and a page of documentation."""

import datetime as dt
import subprocess
import sys

import pytest

from successbook.plan.describe import FieldDescription, field_named, fields_of
from successbook.plan.drafts import normal
from successbook.plan.fields import Control
from successbook.plan.hierarchy import HIERARCHY
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.measured import measure, number_typed, typed
from successbook.plan.records import Views
from successbook.tree import Table, Value, is_id

EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def example(field: FieldDescription) -> Value:
    """The value that a person means who types the good answer of a field."""
    match field.control:
        case Control.DATE:
            return dt.date.fromisoformat(field.good)
        case Control.TIME:
            return dt.time.fromisoformat(field.good)
        case Control.NUMBER:
            return number_typed(field.good)
        case Control.MEASURED:
            return typed(field.good)
        case Control.YES_NO:
            return {"yes": True, "no": False}[field.good]
        case Control.LINES | Control.REFERENCES:
            return (field.good,)
        case _:
            return field.good


@EVERY
def test_every_field_has_a_label_and_asks_a_question(kind: Kind) -> None:
    for field in fields_of(kind.name):
        assert 1 <= len(field.label.split()) <= 5
        assert field.label[0].isupper() or field.label[0].isdigit()
        assert field.question.endswith(("?", ".", ")"))
        assert field.question[0].isupper() or field.question[0] == '"'
        assert "\n" not in field.label + field.question


@EVERY
def test_every_field_shows_an_answer_that_fits_its_control(kind: Kind) -> None:
    for field in fields_of(kind.name):
        assert field.good
        value = normal(field.control, example(field))
        assert value is not None
        record = Views().of(kind.record(), Table({field.name: value}))
        assert dict(record.misfits) == {}
        assert getattr(record, field.name) == value
        if field.control is Control.MEASURED:
            taken = measure(value)
            assert taken is not None
            assert taken.words is None or not any(char.isdigit() for char in taken.words)


@EVERY
def test_a_poor_answer_is_another_one_than_the_good_one(kind: Kind) -> None:
    for field in fields_of(kind.name):
        assert field.poor != field.good


@EVERY
def test_choices_go_with_the_control_that_chooses(kind: Kind) -> None:
    for field in fields_of(kind.name):
        assert bool(field.choices) == (field.control is Control.CHOICE)
        assert len(set(map(str.casefold, field.choices))) == len(field.choices)
        assert all(choice == choice.strip() != "" for choice in field.choices)


@EVERY
def test_references_name_kinds_that_have_ids_and_show_how_one_is_written(kind: Kind) -> None:
    for field in fields_of(kind.name):
        assert bool(field.refers_to) == (field.control in (Control.REFERENCE, Control.REFERENCES))
        assert all(KINDS[name].named for name in field.refers_to)
        if field.refers_to:
            name, colon, id_ = field.good.rpartition(":")
            assert bool(colon) == (len(field.refers_to) > 1)
            assert not colon or name in field.refers_to
            assert is_id(id_)


@EVERY
def test_a_unit_is_kept_by_the_record_or_by_the_one_it_is_a_part_of(kind: Kind) -> None:
    for field in fields_of(kind.name):
        if field.unit.startswith("="):
            holders = [kind, *([KINDS[kind.inside]] if kind.inside else []), KINDS["metric"]]
            homes = [found for each in holders if (found := field_named(each, field.unit[1:])) is not None]
            assert homes
            assert all(home.control is Control.LINE for home in homes)
        if field.unit:
            assert field.control in (Control.NUMBER, Control.MEASURED)


@EVERY
def test_only_counts_must_be_whole(kind: Kind) -> None:
    for field in fields_of(kind.name):
        odd = Views().of(kind.record(), Table({field.name: 1.5})).misfits
        if field.control is Control.NUMBER:
            assert field.whole == bool(odd)
        else:
            assert not field.whole


@EVERY
def test_the_fields_of_a_kind_are_told_apart_and_end_with_what_all_share(kind: Kind) -> None:
    names = [field.name for field in fields_of(kind.name)]
    assert len(set(names)) == len(names)
    assert names[-2:] == ["notes", "not_known"]
    assert set(names) == set(kind.record().model_fields)
    labels = [field.label.casefold() for field in fields_of(kind.name)]
    assert len(set(labels)) == len(labels)


@EVERY
def test_at_least_one_field_of_every_kind_is_shown_at_once(kind: Kind) -> None:
    assert not all(field.folded for field in fields_of(kind.name))


@EVERY
def test_no_field_has_the_name_of_a_table_of_parts(kind: Kind) -> None:
    parts = {each.table for each in KINDS.values() if each.inside == kind.name and each.table}
    assert not parts & {field.name for field in fields_of(kind.name)}


@pytest.mark.parametrize("name", HIERARCHY)
def test_the_link_of_a_kind_may_name_exactly_what_it_hangs_under(name: str) -> None:
    kind = KINDS[name]
    link = field_named(kind, kind.link)
    assert (link.refers_to if link else ()) == kind.under
    assert link is None or link.control is Control.REFERENCES


@EVERY
def test_a_field_is_found_by_its_name(kind: Kind) -> None:
    assert all(field_named(kind, field.name) == field for field in fields_of(kind.name))
    assert field_named(kind, "nobody") is None


def test_an_outline_is_drawn_without_pydantic() -> None:
    rooms = "hierarchy", "kinds", "measured", "now", "peek", "titles"
    wanted = ", ".join(f"successbook.plan.{room}" for room in rooms)
    code = f"import sys, {wanted}; print('pydantic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
