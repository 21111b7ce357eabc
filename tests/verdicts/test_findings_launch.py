"""What check finds in launches: stages without criteria, unexplained steps, odd days; and what it leaves."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Value
from successbook.verdicts.findings import findings
from tests.plans import RELEASE, small_plan

DAY = dt.date(2026, 6, 15)


@pytest.mark.parametrize("decision", ["", "go", "go with conditions", "no-go"])
@pytest.mark.parametrize("answers", [(), ("",), ("", ""), ("", "no"), ("yes", "yes")])
def test_a_go_without_a_single_answer_is_found(decision: str, answers: tuple[str, ...]) -> None:
    draft = Draft(small_plan())
    fields: dict[str, Value] = {"decision": decision} if decision else {}
    gate = draft.add(KINDS["gate"], "Open it", inside=RELEASE, fields=fields)
    for number, answer in enumerate(answers):
        given: dict[str, Value] = {"answer": answer} if answer else {}
        draft.add(KINDS["gate_question"], f"Question {number}?", inside=gate, fields=given)
    wanted = decision.startswith("go") and bool(answers) and not any(answers)
    assert [each.rule for each in findings(draft.tree)] == ["go-without-answer"] * wanted


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("stage", {"percent": 10}, ["stage-without-criteria"]),
        ("stage", {"advance_when": ("Quiet",)}, []),
        ("stage", {"back_when": ("Loud",)}, []),
        ("level", {"step": "pause"}, ["unexplained-step"]),
        ("level", {"step": "back", "by": "Mara"}, ["unexplained-step"]),
        ("level", {"step": "override", "by": "Mara", "because": "All quiet."}, []),
        ("level", {"step": "advance"}, []),
        ("level", {"step": "advance", "breached": "Errors"}, ["unexplained-step"]),
        ("incident", {"decision": "pause"}, ["unexplained-step"]),
        ("incident", {"decision": "pause", "decided_by": "Mara", "because": "Slow."}, []),
        ("incident", {"time_to_fix": 4}, ["fix-without-unit"]),
        ("incident", {"time_to_fix": "(unknown)"}, []),
        ("incident", {"time_to_fix": 4, "fix_unit": "hours"}, []),
        ("readout", {"held": dt.date(2026, 6, 14)}, ["read-out-days"]),
        ("readout", {"held": DAY, "next": DAY}, ["read-out-days"]),
        ("readout", {"held": DAY, "next": dt.date(2026, 6, 16)}, []),
    ],
)
def test_what_is_stored_as_said_is_shown_for_what_it_is(
    kind: str, fields: dict[str, Value], found: list[str]
) -> None:
    draft = Draft(small_plan())
    draft.put(RELEASE.child("actual"), DAY)
    draft.add(KINDS[kind], inside=RELEASE, fields=fields, id_="it")
    assert [each.rule for each in findings(draft.tree)] == found
