"""What people decide, freeze and tell is one change that keeps name, day and reason."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.errors import AddressError, Refused
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.preparing import (
    agree,
    change_benchmark,
    decide_gate,
    decide_phase,
    freeze,
    take_baseline,
    tell,
)
from successbook.tree import Table
from tests.plans import NOW, RELEASE, STAKEHOLDER
from tests.releases import GATE, KPI, ready_plan

TODAY = NOW.date


def test_a_decision_at_a_gate_keeps_name_day_and_reason() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    decide_gate(draft, GATE, "go", by="Mara, product", on=TODAY, because="All is answered")
    table = draft.tree.table(GATE)
    assert [table.get(name) for name in ("decision", "decided", "decided_by", "because")] == [
        "go",
        TODAY,
        "Mara, product",
        "All is answered\n",
    ]


def test_going_on_or_staying_is_kept_with_its_day_and_reason() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    phase = draft.add(KINDS["phase"], inside=KPI, id_="daily", fields={"every": "day"})
    decide_phase(draft, phase, "stay", on=TODAY, because="Two days are missing")
    assert dict(draft.tree.table(phase)) == {
        "every": "day",
        "decision": "stay",
        "decided": TODAY,
        "because": "Two days are missing",
    }


def test_what_is_frozen_stays_frozen_on_its_day() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    other = draft.add(KINDS["release_kpi"], inside=RELEASE, id_="card-errors", fields={"benchmark": 0.4})
    assert freeze(draft, [KPI, other], TODAY) == 1
    assert draft.tree.get(KPI.child("frozen")) == dt.date(2026, 6, 5)
    assert draft.tree.get(other.child("frozen")) == TODAY


def test_nothing_cannot_be_frozen() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    other = draft.add(KINDS["release_kpi"], inside=RELEASE, id_="card-errors")
    with pytest.raises(Refused, match="no benchmark to freeze"):
        freeze(draft, [other], TODAY)


def test_a_baseline_is_taken_with_its_day_and_its_source_and_only_where_there_is_one() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    with pytest.raises(Refused, match="there is a benchmark already"):
        take_baseline(draft, KPI)
    for name in ("benchmark", "benchmark_date", "frozen"):
        draft.put(KPI.child(name), None)
    metric = KINDS["metric"].at(KPI.key)
    draft.put(metric.child("baseline_date"), dt.date(2026, 5, 31))
    draft.put(metric.child("baseline_sources"), ("Access log", "Calls"))
    take_baseline(draft, KPI)
    taken = draft.tree.table(KPI)
    assert (taken["benchmark"], taken["benchmark_date"]) == (96, dt.date(2026, 5, 31))
    assert taken["benchmark_source"] == "Access log"
    draft.put(KPI.child("benchmark"), None)
    draft.put(metric.child("baseline"), "(establishing)")
    with pytest.raises(Refused, match="there is no baseline to take"):
        take_baseline(draft, KPI)


def test_a_changed_benchmark_keeps_what_it_was_and_why() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    kept = change_benchmark(draft, KPI, 98, "Our own tests were in it", TODAY)
    assert draft.tree.get(KPI.child("benchmark")) == 98
    assert draft.tree.get(KPI.child("frozen")) == dt.date(2026, 6, 5)
    assert dict(draft.tree.table(kept)) == {
        "date": TODAY,
        "old": 96,
        "because": "Our own tests were in it\n",
    }
    again = change_benchmark(draft, KPI, 97, "And theirs", TODAY)
    assert again != kept
    assert len(draft.tree.table(KPI.child("benchmark_changes"))) == 2


@pytest.mark.parametrize(
    ("new", "because", "says"), [(98, " ", "nobody says why"), (96, "Why", "what it was")]
)
def test_a_frozen_benchmark_does_not_change_without_a_reason(new: int, because: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        change_benchmark(Draft(ready_plan(), today=TODAY), KPI, new, because, TODAY)


def test_many_are_told_the_same_in_one_change() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    lin = draft.add(KINDS["stakeholder"], "Lin, support")
    told = tell(draft, [STAKEHOLDER, lin], "We open on Monday.", step="Launch", on=TODAY, by="Mara")
    assert [at.parent.parent for at in told] == [STAKEHOLDER, lin]
    for at in told:
        assert dict(draft.tree.table(at)) == {
            "date": TODAY,
            "step": "Launch",
            "said": "We open on Monday.\n",
            "by": "Mara",
        }


def test_nothing_is_not_told() -> None:
    with pytest.raises(Refused, match="nothing was said"):
        tell(Draft(ready_plan()), [STAKEHOLDER], "  ", on=TODAY)


def test_an_agreement_has_its_day() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    agree(draft, [STAKEHOLDER], TODAY)
    assert draft.tree.get(STAKEHOLDER.child("agreed")) == TODAY


def test_what_is_not_there_cannot_be_decided() -> None:
    draft = Draft(ready_plan(), today=TODAY)
    with pytest.raises(AddressError):
        decide_gate(draft, GATE.parent.child("another"), "go")
    assert isinstance(draft.tree.get(GATE), Table)
