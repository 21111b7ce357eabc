"""Revising a metric: the new value and the record of the old one, in one change."""

import datetime as dt

import pytest

from successbook.errors import AddressError, Refused
from successbook.plan.drafts import Draft
from successbook.plan.revising import revise
from successbook.tree import Address, Value, do
from tests.plan.made import SMALL, TODAY

METRIC = Address.parse("plan.toml:metrics.seconds")
REVISIONS = METRIC.child("revisions")


@pytest.mark.parametrize(
    ("field", "first", "new", "old", "now"),
    [
        ("title", None, "Seconds to thank-you", "Seconds to pay", "Seconds to thank-you"),
        ("baseline", 96, "~104", "Baseline: 96 s", "Baseline: about 104 s"),
        ("baseline", None, 96, "Baseline: nothing", "Baseline: 96 s"),
        ("baseline", 96, None, "Baseline: 96 s", "Baseline: nothing"),
        ("definition", "Median,\nall guests", "Mean", "Definition: Median, all guests", "Definition: Mean"),
        ("targets.summer.value", None, 55, "Target value: 60 s", "Target value: 55 s"),
        ("targets.summer.by", None, dt.date(2027, 1, 31), "Target by: nothing", "Target by: 31 Jan 2027"),
        ("owners", ("Mara",), ("Mara", "Jonas"), "Owners: Mara", "Owners: Mara, Jonas"),
    ],
)
def test_a_revision_keeps_date_old_new_and_because_and_sets_the_new_value(
    field: str, first: Value | None, new: Value | None, old: str, now: str
) -> None:
    draft = Draft(SMALL)
    at = METRIC.child(*field.split("."))
    if first is not None:
        draft.put(at, first)
    before = draft.tree
    draft = Draft(before, today=TODAY)
    made = revise(draft, METRIC, field, new, "Regulars hid it.", TODAY)
    assert made.parent == REVISIONS
    kept = draft.tree.table(made)
    assert dict(kept) == {"date": TODAY, "old": old, "new": now, "because": "Regulars hid it.\n"}
    held = draft.tree.get(at)
    assert (held.strip() if isinstance(held, str) else held) == new
    after, inverse = do(before, draft.change("Revise"))
    assert after == draft.tree
    assert do(after, inverse)[0] == before


def test_a_second_revision_stands_behind_the_first() -> None:
    draft = Draft(SMALL, today=TODAY)
    first = revise(draft, METRIC, "baseline", 96, "Counted.", TODAY)
    second = revise(draft, METRIC, "baseline", 104, "Counted again.", TODAY)
    assert list(draft.tree.table(REVISIONS)) == [first.key, second.key]
    assert draft.tree.table(second)["old"] == "Baseline: 96 s"


@pytest.mark.parametrize(
    ("field", "new", "because", "what"),
    [
        ("title", "New", " \n", "nobody says why"),
        ("title", "Seconds to pay", "Why", "it is what it was"),
        ("title", " Seconds to pay ", "Why", "it is what it was"),
        ("baseline", None, "Why", "there is nothing to revise"),
    ],
)
def test_a_revision_without_a_reason_or_a_change_is_refused(
    field: str, new: Value | None, because: str, what: str
) -> None:
    draft = Draft(SMALL)
    with pytest.raises(Refused, match=what):
        revise(draft, METRIC, field, new, because, TODAY)
    assert draft.tree == SMALL


@pytest.mark.parametrize(
    "field",
    ["sise", "targets.winter.value", "targets.summer", "targets", "", "a.b.c.d", "targets.summer.value.x"],
)
def test_only_a_field_of_the_metric_or_of_its_targets_can_be_revised(field: str) -> None:
    draft = Draft(SMALL)
    with pytest.raises(AddressError):
        revise(draft, METRIC, field, 1, "Why", TODAY)
    assert draft.tree == SMALL


def test_a_metric_that_is_not_there_cannot_be_revised() -> None:
    with pytest.raises(AddressError, match='no metric "hours"'):
        revise(Draft(SMALL), Address.parse("plan.toml:metrics.hours"), "title", "New", "Why", TODAY)
