"""Kinds: what there is, where it stands, what may hang under what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import AddressError
from successbook.plan.kinds import (
    KINDS,
    READINGS,
    Kind,
    Place,
    files_of,
    is_plan_file,
    kind_named,
    locate,
    parts_of,
)
from successbook.tree import Address
from tests.strategies import any_text

UNDER = {
    "problem": ("mission",),
    "goal": ("problem", "mission", "goal"),
    "key_action": ("goal", "problem"),
    "initiative": ("key_action", "goal"),
    "metric": ("goal", "initiative", "key_action", "problem"),
}
INSIDE = {
    "metric": "target reset revision score",
    "stakeholder": "update agreement",
    "release": "milestone replan release_kpi risk gate stage level checklist_item thanks incident readout"
    " uat",
    "release_kpi": "benchmark_change phase",
    "gate": "gate_question",
    "incident": "incident_event action_item",
    "readout": "readout_kpi",
    "uat": "criterion case round tester quota waiver sign_off sheet defect",
    "case": "case_step",
    "sheet": "result",
    "notebook": "facet todo open_question capture session",
    "session": "entry next_step session_question",
}
FILES = ("uat", "sheet", "defect", "session")
EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def at(token: str) -> Address:
    return Address.parse(token)


def address_of(kind: Kind) -> Address:
    """Where a record of this kind with the id x stands."""
    return kind.at("x", address_of(KINDS[kind.inside]) if kind.inside else None)


@EVERY
def test_only_these_kinds_hang_under_one_another(kind: Kind) -> None:
    assert kind.under == UNDER.get(kind.name, ())
    assert bool(kind.link) == bool(kind.under)


@EVERY
def test_only_these_kinds_stand_inside_another(kind: Kind) -> None:
    inside = INSIDE.get(kind.name, "").split()
    assert [each.name for each in parts_of(kind)] == [name for name in inside if name not in FILES]
    assert [each.name for each in files_of(kind)] == [name for name in inside if name in FILES]
    assert all(part.inside == kind.name and part.file == kind.file for part in parts_of(kind))


@EVERY
def test_every_kind_has_a_model_that_knows_its_name_and_says_what_it_is_for(kind: Kind) -> None:
    model = kind.record()
    assert kind.name == model.KIND
    assert (model.__doc__ or "").strip().endswith(".")
    assert kind.record() is model


@EVERY
def test_the_address_of_a_record_leads_back_to_its_kind_and_id(kind: Kind) -> None:
    record = address_of(kind)
    place = locate(record)
    assert place == Place(kind, record)
    assert place.id == (kind.file if kind.name in ("plan", "notebook") else "x")
    assert locate(record.child("title")) == Place(kind, record, ("title",))
    assert locate(record.child("title", "deeper")) == Place(kind, record, ("title", "deeper"))


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("plan", "plan.toml"),
        ("goal", "plan.toml:goals.x"),
        ("key_action", "plan.toml:key_actions.x"),
        ("stakeholder", "stakeholders.toml:stakeholders.x"),
        ("release", "releases/x/release.toml"),
        ("instrument", "tracking.toml:instruments.x"),
        ("notebook", "notebook.toml"),
    ],
)
def test_records_stand_where_the_format_says(name: str, token: str) -> None:
    assert str(KINDS[name].at("x")) == token


def test_parts_stand_in_a_table_of_their_record() -> None:
    metric, release = at("plan.toml:metrics.pay"), at("releases/first/release.toml")
    assert str(KINDS["target"].at("summer", metric)) == "plan.toml:metrics.pay.targets.summer"
    assert str(KINDS["milestone"].at("open", release)) == "releases/first/release.toml:milestones.open"
    assert str(KINDS["uat"].at("", release)) == "releases/first/uat.toml"


def test_parts_with_files_of_their_own_stand_in_the_folder_of_their_release() -> None:
    suite = at("releases/first/uat.toml")
    assert str(KINDS["defect"].at("login", suite)) == "releases/first/defects/login.toml"
    assert str(KINDS["sheet"].at("r1--f1", suite)) == "releases/first/results/r1--f1.toml"
    assert str(KINDS["session"].at("2026-06-15", at("notebook.toml"))) == "reflections/2026-06-15.toml"


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if kind.inside])
def test_a_part_without_its_record_has_no_address(name: str) -> None:
    with pytest.raises(AddressError, match="stands inside a"):
        KINDS[name].at("x")


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if kind.inside])
def test_a_part_of_another_file_has_no_address(name: str) -> None:
    with pytest.raises(AddressError, match="stands inside a"):
        KINDS[name].at("x", at("elsewhere.toml"))


@pytest.mark.parametrize(
    ("token", "kind", "record", "field"),
    [
        ("plan.toml:title", "plan", "plan.toml", ("title",)),
        ("plan.toml:goals", "plan", "plan.toml", ("goals",)),
        ("plan.toml:nobody.x.y", "plan", "plan.toml", ("nobody", "x", "y")),
        ("plan.toml:%.x", "plan", "plan.toml", ("", "x")),
        ("plan.toml:stakeholders.x", "plan", "plan.toml", ("stakeholders", "x")),
        ("plan.toml:goals.x.targets.y", "goal", "plan.toml:goals.x", ("targets", "y")),
        ("plan.toml:metrics.x.targets", "metric", "plan.toml:metrics.x", ("targets",)),
        ("plan.toml:metrics.x.targets.y.by", "target", "plan.toml:metrics.x.targets.y", ("by",)),
        ("stakeholders.toml:stakeholders.x.updates.y", "update", None, ()),
        ("releases/a b/release.toml:title", "release", "releases/a%20b/release.toml", ("title",)),
        ("releases/x/release.toml:goals.y", "release", "releases/x/release.toml", ("goals", "y")),
        ("releases/x/release.toml:kpis.pay.schedule.a", "phase", None, ()),
        (
            "releases/x/uat.toml:cases.c.steps.s.action",
            "case_step",
            "releases/x/uat.toml:cases.c.steps.s",
            ("action",),
        ),
        ("releases/x/results/r--t.toml:results.c", "result", None, ()),
        ("reflections/2026-06-15.toml:entries.e", "entry", None, ()),
    ],
)
def test_an_address_is_located_in_its_innermost_record(
    token: str, kind: str, record: str | None, field: tuple[str, ...]
) -> None:
    assert locate(at(token)) == Place(KINDS[kind], at(record or token), field)


@pytest.mark.parametrize(
    "token",
    [
        "stakeholders.toml",
        "stakeholders.toml:format",
        "stakeholders.toml:goals.x",
        "readings.toml:readings.pay.2026-06-15",
        "tracking.toml:other.x",
        "releases/x/results/.toml",
        "releases/x/results/a/b.toml",
        "releases/../results/a.toml",
        "reflections/...toml",
        "reflections/x.txt",
        "Plan.toml:goals.x",
        "./plan.toml",
        "../plan.toml:goals.x",
        "sub/plan.toml:goals.x",
        "release.toml",
        "releases/release.toml",
        "releases//release.toml",
        "releases/./release.toml",
        "releases/../release.toml",
        "releases/a/b/release.toml",
        "releases/x/other.toml",
        "/releases/x/release.toml",
        "releases/x/release.toml/",
    ],
)
def test_no_record_stands_at_a_junk_address(token: str) -> None:
    assert locate(at(token)) is None


ODD_FILES = st.sampled_from((*{kind.file for kind in KINDS.values()}, READINGS, "releases/x/release.toml"))
ODD_KEYS = st.sampled_from([kind.table for kind in KINDS.values()]) | any_text


@given(ODD_FILES | any_text, st.lists(ODD_KEYS, max_size=6).map(tuple))
def test_wherever_an_address_leads_the_record_and_its_field_make_it_up(
    file: str, path: tuple[str, ...]
) -> None:
    where = Address(file, path)
    place = locate(where)
    if place is not None:
        assert place.record.child(*place.field) == where
        assert is_plan_file(file)
        assert locate(place.record) == Place(place.kind, place.record)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("plan.toml", True),
        ("readings.toml", True),
        ("stakeholders.toml", True),
        ("releases/first/release.toml", True),
        ("releases/../release.toml", False),
        ("releases/*/other.toml", False),
        ("../plan.toml", False),
        ("notes.txt", False),
        ("", False),
    ],
)
def test_only_the_files_of_the_format_are_files_of_a_plan(name: str, known: bool) -> None:
    assert is_plan_file(name) is known


@EVERY
def test_a_kind_is_found_by_its_name_however_it_is_written(kind: Kind) -> None:
    for name in (kind.name, kind.name.replace("_", " "), kind.name.replace("_", "-"), kind.name.upper()):
        assert kind_named(name) is kind
        assert kind_named(f" {name} ") is kind


@EVERY
def test_a_kind_is_found_by_its_label_plural_and_table_unless_an_earlier_one_is(kind: Kind) -> None:
    for name in filter(None, (kind.label, kind.plural, kind.table)):
        found = kind_named(name)
        folded = name.replace(" ", "_").replace("-", "_").lower()
        all_names = (found.name, found.label, found.plural, found.table)
        assert folded in [each.replace(" ", "_").replace("-", "_").lower() for each in all_names]
        assert list(KINDS).index(found.name) <= list(KINDS).index(kind.name)


@pytest.mark.parametrize("name", ["", " ", "nobody", "goals.toml", "goal goal", "\x1b"])
def test_an_unknown_kind_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(AddressError, match="no kind of record called") as caught:
        kind_named(name)
    assert "mission" in caught.value.remedy


@pytest.mark.parametrize(
    ("kind", "near", "holder"),
    [
        ("stage", "releases/first/release.toml:log.a", "releases/first/release.toml"),
        ("case", "releases/first/results/r--t.toml", "releases/first/uat.toml"),
        ("defect", "releases/first/release.toml:incidents.a.concerns", "releases/first/uat.toml"),
        ("facet", "reflections/2026-06-15.toml:entries.a", "notebook.toml"),
        ("facet", "notebook.toml", "notebook.toml"),
        ("case", "plan.toml:goals.a", None),
        ("case", "releases/first", None),
        ("case", "other/first/uat.toml", None),
        ("goal", "releases/first/release.toml", None),
        ("target", "plan.toml:metrics.a", None),
        ("case_step", "releases/first/uat.toml", None),
    ],
)
def test_a_reference_looks_into_the_release_or_notebook_it_stands_in(
    kind: str, near: str, holder: str | None
) -> None:
    assert KINDS[kind].holder_near(at(near)) == (at(holder) if holder else None)
    assert KINDS[kind].holder_near(None) is None


def test_kinds_are_met_in_the_order_of_the_hierarchy_and_named_once() -> None:
    assert list(KINDS)[:7] == ["plan", "mission", "problem", "goal", "key_action", "initiative", "metric"]
    tables = [(kind.file, kind.inside, kind.table) for kind in KINDS.values()]
    assert len(set(tables)) == len(tables)


def test_a_kind_reads_well_in_a_sentence() -> None:
    assert [KINDS[name].a for name in ("goal", "key_action", "initiative", "reset")] == [
        "a goal",
        "a key action",
        "an initiative",
        "an earlier baseline",
    ]


def test_references_name_what_has_an_id_of_its_own() -> None:
    within_tables = {kind.name for kind in KINDS.values() if kind.inside and KINDS[kind.inside].table}
    assert {kind.name for kind in KINDS.values() if not kind.named} == {
        "plan",
        "notebook",
        "uat",
        *within_tables,
    }
