"""A record of every kind, with something in every field, goes to the disk and comes back as it was."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from successbook.files.folder import PlanFolder
from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft, normal
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.records import Views
from successbook.tree import Table, Tree, Value, same
from tests.full import PLACES, full_plan, holder
from tests.plan.test_fields import example
from tests.strategies import fitting

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
FEWER = settings(max_examples=max(settings().max_examples // 5, 1))
"""Each example goes to the disk and back."""
STAYING = ("plan", "notebook")
base = cache(full_plan)


def fields_with_values(kind: Kind) -> st.SearchStrategy[dict[str, Value]]:
    """Something for every field of a kind; the format's number is no matter of taste.

    What is answered cannot be called not known: a draft would take it from that list.
    """
    fields = [field for field in fields_of(kind.name) if field.name != "format"]
    filled = st.fixed_dictionaries({field.name: fitting(field) for field in fields})
    return filled.filter(lambda said: not set(names_in(said.get("not_known"))) & set(said))


def names_in(value: Value | None) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, tuple) else []


def shaped(kind: Kind, said: dict[str, Value]) -> dict[str, Value]:
    """What a draft makes of the values: each in the shape of its field, without those that say nothing."""
    controls = {field.name: field.control for field in fields_of(kind.name)}
    found = {name: normal(controls[name], value) for name, value in said.items()}
    return {name: value for name, value in found.items() if value is not None}


def drafted(kind: Kind, said: dict[str, Value]) -> Tree:
    """The full plan, in which the record of this kind holds these values; only its own file is kept."""
    draft, at = Draft(base()), PLACES[kind.name]
    if kind.name in STAYING:
        for name, value in said.items():
            draft.put(at.child(name), value)
    else:
        draft.remove(at)
        id_ = "" if kind.single else at.key if at.path else at.file.split("/")[-1].removesuffix(".toml")
        id_ = at.file.split("/")[1] if kind.name == "release" else id_
        draft.add(kind, inside=holder(kind), id_=id_, fields=said)
    return Tree({at.file: draft.tree.files[at.file]})


def through_the_disk(tree: Tree) -> Tree:
    """What is read after a plan was written."""
    with TemporaryDirectory() as place:
        PlanFolder.open(Path(place)).write(tree)
        found = PlanFolder.open(Path(place))
        assert found.unreadable == {}
        return found.tree


@EVERY_KIND
@FEWER
@given(data=st.data())
def test_a_full_record_comes_back_from_the_disk_as_it_was(kind: Kind, data: st.DataObject) -> None:
    said = data.draw(fields_with_values(kind))
    tree = drafted(kind, said)
    read = through_the_disk(tree)
    assert read == tree
    wanted = shaped(kind, said)
    told = read.table(PLACES[kind.name])
    assert {name: told.get(name) for name in wanted} == wanted
    record = Views().of(kind.record(), told)
    assert dict(record.misfits) == {}
    assert all(same(getattr(record, name), value) for name, value in wanted.items())


@EVERY_KIND
def test_the_examples_of_every_field_make_a_record_without_misfits(kind: Kind) -> None:
    said = {field.name: example(field) for field in fields_of(kind.name) if field.name != "format"}
    tree = drafted(kind, said)
    read = through_the_disk(tree)
    assert read == tree
    record = Views().of(kind.record(), read.table(PLACES[kind.name]))
    assert dict(record.misfits) == {}
    assert [name for name in said if getattr(record, name) is None] == []


def test_a_plan_with_every_kind_comes_back_from_the_disk_as_it_was() -> None:
    read = through_the_disk(base())
    assert read == base()
    views = Views()
    for kind in KINDS.values():
        table = read.get(PLACES[kind.name])
        assert isinstance(table, Table), kind.name
        assert dict(views.of(kind.record(), table).misfits) == {}, kind.name
