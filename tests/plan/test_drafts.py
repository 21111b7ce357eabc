"""Drafts: what a person means becomes edits that leave the files as if somebody tidy had written them."""

import datetime as dt

import pytest

from successbook.errors import AddressError, Refused
from successbook.plan.drafts import FORMAT, Draft
from successbook.plan.kinds import KINDS, READINGS
from successbook.tree import Address, Note, Set, Table, Tree
from tests.plan.made import GOAL, METRIC, SMALL, TODAY, at

WHY = Note(above=("# why",), beside="# beside")


def test_a_field_gets_its_place_among_the_declared_ones() -> None:
    draft = Draft(SMALL)
    for name, value in (("by", TODAY), ("owners", ("Mara",)), ("how_it_serves", "Because"), ("own", 1)):
        draft.put(GOAL.child(name), value)
    draft.put(GOAL.child("confidence"), "hunch")
    assert list(draft.tree.table(GOAL)) == [
        "title", "serves", "how_it_serves", "owners", "by", "confidence", "own"
    ]  # fmt: skip


def test_a_hand_made_order_and_comments_are_left_alone() -> None:
    table = Table({"own": 1, "by": TODAY, "title": "Pay"}, {"by": WHY})
    tree = Tree({"plan.toml": Table({"goals": Table({"pay": table})})})
    draft = Draft(tree)
    draft.put(GOAL.child("title"), "Pay more")
    draft.put(GOAL.child("by"), dt.date(2026, 7, 1))
    assert list(draft.tree.table(GOAL)) == ["own", "by", "title"]
    assert draft.tree.note(GOAL.child("by")) == WHY
    assert draft.change("x").edits == (
        Set(GOAL.child("title"), "Pay more"),
        Set(GOAL.child("by"), dt.date(2026, 7, 1)),
    )


def test_tables_of_parts_stand_in_the_order_of_their_kinds() -> None:
    draft = Draft(SMALL)
    for name in ("score", "reset", "revision"):
        draft.add(KINDS[name], inside=METRIC, id_="x")
    tables = [key for key, value in draft.tree.table(METRIC).items() if isinstance(value, Table)]
    assert tables == ["targets", "resets", "revisions", "scores"]


def test_tables_of_kinds_stand_in_the_order_of_their_kinds() -> None:
    draft = Draft(Tree())
    for name in ("insight", "goal", "mission", "metric"):
        draft.add(KINDS[name], "x")
    assert list(draft.tree.files["plan.toml"]) == ["format", "missions", "goals", "metrics", "insights"]


def test_readings_stand_by_date_and_before_remarks_in_whatever_order_they_are_put() -> None:
    days = ["2026-06-08", "2026-05-31", "2026-06-15", "2026-06-01"]
    draft = Draft(SMALL)
    for day in days:
        draft.put(Address(READINGS, ("notes", "seconds", day)), f" of {day} ")
        draft.put(Address(READINGS, ("readings", "seconds", day)), 14)
    table = draft.tree.files[READINGS]
    assert list(table) == ["format", "readings", "notes"]
    assert list(draft.tree.table(Address(READINGS, ("readings", "seconds")))) == sorted(days)
    assert draft.tree.get(Address(READINGS, ("notes", "seconds", days[0]))) == f"of {days[0]}"


def test_what_has_no_order_of_its_own_stands_in_the_order_of_putting() -> None:
    draft = Draft(SMALL)
    for metric in ("seconds", "calls", "errors"):
        draft.put(Address(READINGS, ("readings", metric, "2026-06-08")), 14)
    assert list(draft.tree.table(Address(READINGS, ("readings",)))) == ["seconds", "calls", "errors"]
    for key in ("b", "c", "a"):
        draft.put(at(f"plan.toml:nobody.{key}"), 1)
    assert list(draft.tree.table(at("plan.toml:nobody"))) == ["b", "c", "a"]


def test_a_value_taken_away_takes_emptied_tables_along_but_no_record() -> None:
    draft = Draft(SMALL)
    reading = Address(READINGS, ("readings", "seconds", "2026-06-08"))
    draft.put(reading, 14)
    draft.put(reading, None)
    assert draft.tree.files[READINGS] == Table({"format": FORMAT})
    for name in ("kind", "value"):
        draft.put(METRIC.child("targets", "summer", name), None)
    assert draft.tree.get(METRIC.child("targets", "summer")) == Table()


@pytest.mark.parametrize("nothing", ["", "  ", "\n", None])
def test_empty_text_is_absence(nothing: str | None) -> None:
    draft = Draft(SMALL)
    draft.put(GOAL.child("title"), nothing)
    assert not draft.tree.has(GOAL.child("title"))


def test_no_answer_false_and_zero_are_values() -> None:
    draft = Draft(SMALL)
    draft.put(METRIC.child("tolerance"), 0)
    draft.put(METRIC.child("own"), value=False)
    assert draft.tree.get(METRIC.child("tolerance")) == 0
    assert draft.tree.get(METRIC.child("own")) is False


def test_a_misfit_is_replaced_where_it_stands() -> None:
    held = Table({"title": Table({"a": 1}), "by": "soon"})
    draft = Draft(Tree({"plan.toml": Table({"goals": Table({"pay": held})})}))
    draft.put(GOAL.child("title"), "Pay")
    draft.put(GOAL.child("by"), TODAY)
    assert draft.tree.table(GOAL) == Table({"by": TODAY, "title": "Pay"})
    draft.put(GOAL.child("own"), Table({"a": 1}))
    assert draft.tree.get(GOAL.child("own", "a")) == 1


@pytest.mark.parametrize(
    "token",
    [
        "plan.toml:goals.nobody.title",
        "plan.toml:metrics.nobody.targets.x.value",
        "plan.toml:metrics.seconds.targets.nobody.value",
        "stakeholders.toml:stakeholders.nobody.title",
        "releases/nobody/release.toml:title",
        "releases/first/release.toml:milestones.nobody.title",
        "releases/first/uat.toml:title",
        "notebook.toml:title",
        "../plan.toml:title",
        "releases/../release.toml:title",
        "/etc/passwd:title",
        "notes.txt:title",
    ],
)
@pytest.mark.parametrize("value", ["x", None])
def test_nothing_is_put_where_no_record_is(token: str, value: str | None) -> None:
    draft = Draft(SMALL)
    with pytest.raises(AddressError):
        draft.put(at(token), value)
    assert draft.tree is SMALL


@pytest.mark.parametrize("token", ["plan.toml", "plan.toml:goals", "plan.toml:goals.pay"])
def test_no_single_value_replaces_a_table_of_records(token: str) -> None:
    draft = Draft(SMALL)
    with pytest.raises(Refused):
        draft.put(at(token), 3)
    assert draft.tree is SMALL


def test_the_table_of_the_plan_is_made_when_it_is_needed() -> None:
    draft = Draft(Tree())
    draft.put(at("plan.toml:title"), "Checkout")
    assert draft.tree.files["plan.toml"] == Table({"format": FORMAT, "title": "Checkout"})
