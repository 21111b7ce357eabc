"""What people decide stands beside what follows from the plan, and may disagree with it."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from successbook.plan.drafts import Draft
from successbook.tree import Address
from successbook.verdicts.gates import GateView, Question, decision_sentence
from successbook.verdicts.readiness import readiness_of
from tests.plans import NOW, RELEASE
from tests.releases import GATE, KPI, QUESTION, ready_plan

_AT = Address("releases/x/release.toml", ("gates", "open"))
_MARA = "Mara decided"
_SILENT = "and no reason is written down"


def gate(decision: str, unanswered: int, because: str = "", **other: str) -> GateView:
    """A gate of 12 June with an answered question and as many more as shall have no answer."""
    answers = ("yes", *[""] * unanswered)
    questions = tuple(
        Question(_AT.child("questions", f"{at}"), f"Q{at}", answer, "", "", ())
        for at, answer in enumerate(answers)
    )
    decided = dt.date(2026, 6, 12) if decision and other.get("on") != "no" else None
    return GateView(
        _AT, "Open", dt.date(2026, 6, 13), decision, decided, other.get("by", "Mara"), because, questions
    )


CASES = dict(
    zip(
        product(("", "go", "go with conditions", "no-go"), (0, 2), (0, 1)),
        [
            "nobody has decided yet; it was planned 2 days ago",
            "nobody has decided yet; it was planned 2 days ago",
            "nobody has decided yet; it was planned 2 days ago",
            "nobody has decided yet; it was planned 2 days ago",
            f"{_MARA} go on 12 Jun",
            f"{_MARA} go on 12 Jun, with 1 question unanswered, {_SILENT}",
            f"{_MARA} go on 12 Jun, although 2 reasons speak against it, {_SILENT}",
            f"{_MARA} go on 12 Jun, with 1 question unanswered, although 2 reasons speak against it, "
            f"{_SILENT}",
            f"{_MARA} go with conditions on 12 Jun",
            f"{_MARA} go with conditions on 12 Jun, with 1 question unanswered, {_SILENT}",
            f"{_MARA} go with conditions on 12 Jun, although 2 reasons speak against it, {_SILENT}",
            f"{_MARA} go with conditions on 12 Jun, with 1 question unanswered, "
            f"although 2 reasons speak against it, {_SILENT}",
            f"{_MARA} no-go on 12 Jun, although nothing known stands in the way, {_SILENT}",
            f"{_MARA} no-go on 12 Jun, although nothing known stands in the way, {_SILENT}",
            f"{_MARA} no-go on 12 Jun",
            f"{_MARA} no-go on 12 Jun",
        ],
        strict=True,
    )
)


@pytest.mark.parametrize(("decision", "against", "unanswered"), CASES)
def test_a_decision_in_every_combination(decision: str, against: int, unanswered: int) -> None:
    assert (
        decision_sentence(gate(decision, unanswered), against, NOW)[0] == CASES[decision, against, unanswered]
    )


def test_a_reason_is_not_asked_for_where_one_is_written() -> None:
    said, tone = decision_sentence(gate("go", 1, "One guest in ten."), 0, NOW)
    assert (said, tone) == ("Mara decided go on 12 Jun, with 1 question unanswered", "careful")


def test_name_and_day_that_are_missing_are_said() -> None:
    said, _ = decision_sentence(gate("go", 0, by="", on="no"), 0, NOW)
    assert said == "somebody, no name is written down, decided go on a day nobody wrote down"


def test_a_go_without_any_question_says_so() -> None:
    bare = GateView(_AT, "Open", None, "go", dt.date(2026, 6, 12), "Mara", "", ())
    assert decision_sentence(bare, 0, NOW)[0] == (
        "Mara decided go on 12 Jun, at a gate that asks nothing, and no reason is written down"
    )


def test_a_go_on_an_unanswered_gate_is_stored_and_shown_for_what_it_is() -> None:
    def decide(draft: Draft) -> None:
        draft.put(QUESTION.child("answer"), None)
        draft.put(GATE.child("decision"), "go")
        draft.put(GATE.child("decided"), dt.date(2026, 6, 14))
        draft.put(GATE.child("decided_by"), "Mara")

    tree = ready_plan(decide)
    ready = readiness_of(tree, RELEASE, NOW)
    assert ready.verdict[0] == "Not yet, 1 reason"
    assert [each.says for each in ready.decided] == [
        "Mara decided go on 14 Jun, with 1 question unanswered, and no reason is written down"
    ]


def test_a_no_go_may_disagree_with_the_plan() -> None:
    tree = ready_plan(lambda draft: draft.put(GATE.child("decision"), "no-go"))
    assert "although nothing known stands in the way" in readiness_of(tree, RELEASE, NOW).decided[0].says


def test_a_go_may_disagree_with_the_plan() -> None:
    def decide(draft: Draft) -> None:
        draft.put(GATE.child("decision"), "go")
        draft.put(KPI.child("frozen"), None)

    tree = ready_plan(decide)
    assert "although 1 reason speaks against it" in readiness_of(tree, RELEASE, NOW).decided[0].says
