"""What of a metric can be revised, and how it was revised before."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.errors import AddressError, Refused
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.revising import reset_baseline, revise
from successbook.tree import Address, do
from successbook.verdicts.revisions import revisable, revisions_of
from tests.plans import GUARDRAIL, METRIC, NOW, small_plan

MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)


def test_what_can_be_revised_is_told_with_what_it_is_now_its_targets_first() -> None:
    found = revisable(small_plan(), METRIC, NOW)
    assert [(each.field, each.label, each.now) for each in found] == [
        ("targets.end-of-quarter.value", "Target", "60 s"),
        ("targets.end-of-quarter.by", "Target, by", "30 Sep"),
        ("baseline", "Baseline", "96 s"),
        ("definition", "Definition", ""),
        ("title", "Name", "Seconds to pay"),
        ("unit", "Unit", "s"),
    ]
    assert "at_most" in [each.field for each in revisable(small_plan(), GUARDRAIL, NOW)]


def test_each_of_several_targets_is_named() -> None:
    draft = Draft(small_plan())
    draft.add(KINDS["target"], inside=METRIC, fields={"title": "Next year", "value": 50})
    labels = [each.label for each in revisable(draft.tree, METRIC, NOW) if each.field.endswith("value")]
    assert labels == ["Target, reach 60 by 30 Sep 2026", "Target, Next year"]


def test_whatever_can_be_revised_is_a_field_that_can_be_revised() -> None:
    for each in revisable(small_plan(), METRIC, NOW):
        draft = Draft(small_plan())
        held = draft.tree.get(METRIC.child(*each.field.split(".")))
        with pytest.raises(Refused, match=r"it is what it was|nothing to revise"):
            revise(draft, METRIC, each.field, held, "Because.", JUNE)


def test_revisions_and_earlier_baselines_are_one_history_the_latest_first() -> None:
    draft = Draft(small_plan(), today=NOW.date)
    reset_baseline(draft, METRIC, 90, "A new\n quarter", MAY)
    revise(draft, METRIC, "targets.end-of-quarter.value", 55, "It went well.", JUNE)
    reset_baseline(draft, METRIC, "~84", "The log was cleaned", dt.date(2026, 6, 10))
    revise(draft, METRIC, "title", "Seconds: to pay", "It reads better.", dt.date(2026, 6, 12))
    told = [(each.on, each.what, each.old, each.new) for each in revisions_of(draft.tree, METRIC)]
    assert told == [
        (dt.date(2026, 6, 12), "", "Seconds to pay", "Seconds: to pay"),
        (dt.date(2026, 6, 10), "Baseline", "90 s", "about 84 s"),
        (JUNE, "Target value", "60 s", "55 s"),
        (MAY, "Baseline", "96 s", "90 s"),
    ]
    assert revisions_of(draft.tree, METRIC)[3].because == "A new quarter"


def test_a_history_without_days_or_values_is_told_as_far_as_it_goes() -> None:
    draft = Draft(small_plan())
    at = draft.add(KINDS["revision"], inside=METRIC, fields={"because": "Nobody knows."})
    draft.add(KINDS["reset"], inside=METRIC, fields={"date": MAY})
    told = [(each.on, each.old, each.new, each.because) for each in revisions_of(draft.tree, METRIC)]
    assert told == [(MAY, "", "96 s", ""), (None, "", "", "Nobody knows.")]
    assert revisions_of(draft.tree, METRIC)[1].at == at
    assert revisions_of(draft.tree, GUARDRAIL) == ()


def test_a_baseline_taken_anew_keeps_the_earlier_one_and_its_window_goes() -> None:
    before = small_plan()
    draft = Draft(before)
    draft.put(METRIC.child("baseline_from"), MAY)
    draft.put(METRIC.child("baseline_to"), JUNE)
    tree = draft.tree
    draft = Draft(tree, today=NOW.date)
    kept = reset_baseline(draft, METRIC, "~84", "New quarter", JUNE)
    assert dict(draft.tree.table(kept)) == {"value": 96, "date": JUNE, "because": "New quarter"}
    metric = draft.tree.table(METRIC)
    assert (metric["baseline"], metric["baseline_date"]) == ("~84", JUNE)
    assert "baseline_from" not in metric
    assert "baseline_to" not in metric
    after, inverse = do(tree, draft.change("Anew"))
    assert do(after, inverse)[0] == tree


@pytest.mark.parametrize(
    ("metric", "new", "because", "what"),
    [
        (METRIC, 84, " ", "nobody says why"),
        (METRIC, None, "Why", "there is no new baseline"),
        (GUARDRAIL, 84, "Why", "there is no earlier baseline"),
    ],
)
def test_a_baseline_is_not_taken_anew_without_reason_or_values(
    metric: Address, new: int | None, because: str, what: str
) -> None:
    draft = Draft(small_plan())
    with pytest.raises((Refused, AddressError), match=what):
        reset_baseline(draft, metric, new, because, JUNE)
    assert draft.tree == small_plan()
