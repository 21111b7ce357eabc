"""What is missing from a record downwards: what is asked, of which record, and what the answers make."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.guides.finding import ROOT, State
from successbook.guides.missing import Missing, guides_of_records
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree, Value, do
from successbook.verdicts.findings import findings
from successbook.verdicts.not_known import not_known
from tests.guides.walk import TODAY
from tests.plans import ACTION, GOAL, GUARDRAIL, INITIATIVE, INSIGHT, METRIC, MISSION, PROBLEM, small_plan


class Walk:
    """A walk over a plan, as the interface walks it."""

    def __init__(self, tree: Tree, start: Address = ROOT) -> None:
        self.tree = tree
        count = itertools.count()
        self.missing = Missing(tree, start, today=TODAY, random=lambda: f"r{next(count):03}")

    def say(self, values: Mapping[str, Value | None]) -> None:
        """Answer, and go on."""
        self.tree, _ = do(self.tree, self.missing.answer(values))
        self.missing.see(self.tree)
        self.missing.next()

    def dont_know(self) -> None:
        """Say "don't know yet", and go on."""
        self.tree, _ = do(self.tree, self.missing.dont_know())
        self.missing.see(self.tree)
        self.missing.next()

    @property
    def texts(self) -> list[str]:
        """All questions from here."""
        found = []
        while (question := self.missing.question) is not None:
            found.append(question.text)
            self.missing.next()
        return found


def with_(tree: Tree, values: Mapping[Address, Value | None]) -> Tree:
    draft = Draft(tree, today=TODAY)
    for at, value in values.items():
        draft.put(at, value)
    return draft.tree


def alone(kind: str, title: str) -> tuple[Tree, Address]:
    """A plan with one record."""
    draft = Draft(Tree(), today=TODAY)
    at = draft.add(KINDS[kind], title)
    return draft.tree, at


@pytest.mark.parametrize(
    ("kind", "questions"),
    [
        ("mission", ['Which users\' problem should be solved for "X"?']),
        (
            "problem",
            [
                'Who has the problem "X", and what does it cost them?',
                'How do you know about "X"?',
                'What should the product achieve against "X"?',
            ],
        ),
        (
            "goal",
            [
                'How does "X" serve what stands above it?',
                'What would show "X", and where is it today?',
                'What must people do differently for "X"?',
                'Who answers for "X", and by when?',
            ],
        ),
        ("key_action", ['Who must do that: "X"?', 'What is built so that it happens: "X"?']),
        (
            "initiative",
            [
                'Why are you building "X", and for whom?',
                'How will you know that "X" worked?',
                'Who builds "X"?',
            ],
        ),
        (
            "metric",
            [
                'Where is "X" today?',
                'Where should "X" be, by when?',
                'Who answers for "X"?',
                'How exactly is "X" counted?',
                'Where does one look "X" up, and who sets that up?',
            ],
        ),
        (
            "insight",
            [
                'Was "X" seen in data, or heard from people, and when?',
                'What exactly shows "X"?',
                'Does "X" make it a hunch, a sign, or is it shown?',
            ],
        ),
    ],
)
def test_a_record_of_which_only_the_title_is_known_asks_all_that_belongs_to_it(
    kind: str, questions: list[str]
) -> None:
    tree, at = alone(kind, "X")
    assert Walk(tree, at).texts == questions


def test_a_guardrail_is_asked_for_a_limit_and_not_for_a_target() -> None:
    draft = Draft(Tree(), today=TODAY)
    at = draft.add(KINDS["metric"], "Card errors", fields={"role": "guardrail"})
    texts = Walk(draft.tree, at).texts
    assert 'Which value must "Card errors" not pass?' in texts
    assert not any("by when" in text for text in texts)
    assert 'Which value must "Card errors" not pass?' not in Walk(small_plan(), GUARDRAIL).texts


def test_a_metric_is_asked_about_what_it_lacks_and_about_nothing_else() -> None:
    texts = Walk(small_plan(), METRIC).texts
    assert texts == [
        'Who answers for "Seconds to pay"?',
        'How exactly is "Seconds to pay" counted?',
        'Where does one look "Seconds to pay" up, and who sets that up?',
    ]


@pytest.mark.parametrize("start", [ROOT, MISSION, PROBLEM])
def test_from_the_top_all_that_hangs_below_is_asked_about_in_the_order_of_the_outline(start: Address) -> None:
    walk = Walk(small_plan(), start)
    about = [told.at for told in _records(walk)]
    assert list(dict.fromkeys(about)) == [GOAL, ACTION, INITIATIVE, METRIC, GUARDRAIL]


def _records(walk: Walk) -> list:  # type: ignore[type-arg]
    found = []
    while walk.missing.question is not None:
        found.append(walk.missing.so_far()[-1])
        walk.missing.next()
    return found


def test_an_answer_makes_the_record_that_was_missing_where_it_belongs_and_asks_about_it_next() -> None:
    tree, goal = alone("goal", "Pay quickly")
    walk = Walk(tree, goal)
    walk.say({"goal.how_it_serves": "Less to type."})
    walk.say({"metric.title": "Seconds to pay", "metric.baseline": "96 s"})
    metric = Address.parse("plan.toml:metrics.seconds-to-pay")
    assert dict(walk.tree.table(metric)) == {
        "title": "Seconds to pay",
        "role": "KPI",
        "measures": ("goal:pay-quickly",),
        "unit": "s",
        "baseline": 96,
    }
    question = walk.missing.question
    assert question is not None
    assert question.text == 'Where should "Seconds to pay" be, by when?'
    assert (question.number, question.of) == (3, 8)


def test_a_unit_alone_is_no_baseline() -> None:
    draft = Draft(Tree(), today=TODAY)
    at = draft.add(KINDS["metric"], "Seconds", fields={"unit": "s"})
    assert Walk(draft.tree, at).texts[0] == 'Where is "Seconds" today?'


def test_tracking_and_evidence_name_what_they_are_about() -> None:
    tree = with_(small_plan(), {METRIC.child("owners"): ("Mara",), METRIC.child("definition"): "Median.\n"})
    walk = Walk(tree, METRIC)
    walk.say({"tracking.title": "Time to the thank-you page", "tracking.team": "data"})
    tracking = Address.parse("tracking.toml:instruments.time-to-the-thank-you-page")
    assert walk.tree.get(tracking.child("metrics")) == ("seconds-to-pay",)
    assert walk.tree.get(tracking.child("state")) == "wanted"
    assert Missing(walk.tree, METRIC).nothing
    tree, problem = alone("problem", "Guests give up")
    walk = Walk(tree, problem)
    walk.missing.next()
    walk.say({"insight.title": "38 % get past the form", "insight.kind": "drop"})
    (insight,) = walk.tree.table(Address("plan.toml", ("insights",))).values()
    assert insight["supports"] == ("problem:guests-give-up",)  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    "values",
    [
        {PROBLEM.child("how_we_know"): "14 of 20 interviews.\n"},
        {INSIGHT.child("supports"): ("problem:guests-give-up",)},
    ],
)
def test_a_problem_is_known_by_words_of_its_own_or_by_an_insight(values: Mapping[Address, Value]) -> None:
    tree = with_(small_plan(), {INSIGHT.child("supports"): None})
    asks = 'How do you know about "Guests give up"?'
    assert asks in Walk(tree, PROBLEM).texts
    assert asks not in Walk(with_(tree, values), PROBLEM).texts


def test_dont_know_yet_is_kept_at_the_record_and_not_asked_again() -> None:
    tree, initiative = alone("initiative", "Guest checkout")
    walk = Walk(tree, initiative)
    for _ in range(3):
        walk.dont_know()
    assert walk.missing.finished
    assert walk.tree.get(initiative.child("not_known")) == ("why", "for_whom", "metrics", "owners")
    assert walk.tree.get(Address("plan.toml", ("not_known",))) is None
    assert Missing(walk.tree, initiative).nothing


@pytest.mark.parametrize(
    "kind", ["mission", "problem", "goal", "key_action", "initiative", "metric", "insight"]
)
def test_check_knows_all_that_may_not_be_known_and_the_page_says_it(kind: str) -> None:
    tree, at = alone(kind, "X")
    walk = Walk(tree, at)
    while not walk.missing.finished:
        walk.dont_know()
    names = walk.tree.get(at.child("not_known"))
    assert isinstance(names, tuple)
    assert findings(walk.tree) == ()
    assert [each.name for each in not_known(walk.tree)] == list(names)


def test_what_has_come_since_is_not_said_to_be_unknown() -> None:
    draft = Draft(small_plan(), today=TODAY)
    for at, name in ((METRIC, "instruments"), (PROBLEM, "insights"), (GOAL, "metrics"), (METRIC, "targets")):
        draft.dont_know(at, name)
    assert [each.words for each in not_known(draft.tree)] == ["tracking"]
    draft.add(KINDS["instrument"], "Time", fields={"metrics": ("seconds-to-pay",)})
    assert list(not_known(draft.tree)) == []


def test_a_record_that_comes_after_dont_know_yet_ends_it() -> None:
    tree, initiative = alone("initiative", "Guest checkout")
    draft = Draft(tree, today=TODAY)
    draft.dont_know(initiative, "metrics")
    draft.add(KINDS["metric"], "Calls", under=initiative)
    assert draft.tree.get(initiative.child("not_known")) is None


@pytest.mark.parametrize("state", ["on hold", "dropped", "achieved"])
def test_nothing_is_asked_about_what_nobody_works_on(state: str) -> None:
    tree, goal = alone("goal", "Pay quickly")
    assert Missing(with_(tree, {goal.child("state"): state}), goal).nothing


def test_going_back_shows_what_was_said_and_it_can_be_said_anew() -> None:
    tree, goal = alone("goal", "Pay quickly")
    walk = Walk(tree, goal)
    walk.say({"goal.how_it_serves": "Less to type."})
    assert walk.missing.back()
    question = walk.missing.question
    assert question is not None
    assert (question.state, question.fields[0].value) == (State.ANSWERED, "Less to type.\n")
    walk.say({"goal.how_it_serves": "Fewer fields."})
    assert walk.tree.get(goal.child("how_it_serves")) == "Fewer fields.\n"


def test_a_record_that_goes_away_takes_its_questions_along() -> None:
    walk = Walk(small_plan(), GOAL)
    before = walk.missing.question
    draft = Draft(walk.tree, today=TODAY)
    draft.remove(METRIC)
    walk.missing.see(draft.tree)
    assert walk.missing.question is not None
    assert before is not None
    assert walk.missing.question.of < before.of
    assert not any("Seconds" in text for text in walk.texts)


def test_the_end_says_whether_anything_is_still_open() -> None:
    tree, action = alone("key_action", "Guests keep their card")
    walk = Walk(tree, action)
    walk.missing.next()
    walk.missing.next()
    assert walk.missing.closing == "What is still open can be answered at any time."
    walk.missing.back()
    walk.dont_know()
    walk.missing.back()
    walk.missing.back()
    walk.say({"action.who": "Guests"})
    assert walk.missing.closing == "Nothing is missing any more."
    assert [said.state for said in walk.missing.said()] == [State.ANSWERED, State.NOT_KNOWN]


def test_a_plan_that_serves_itself_in_a_circle_is_walked_once() -> None:
    draft = Draft(Tree(), today=TODAY)
    one = draft.add(KINDS["goal"], "One")
    other = draft.add(KINDS["goal"], "Other", under=one)
    draft.put(one.child("serves"), ("goal:other",))
    records = [told.at for told in _records(Walk(draft.tree, other))]
    assert set(records) == {one, other}


def test_every_guide_is_about_its_first_record() -> None:
    guides = guides_of_records()
    assert {guide.parts[guide.given].kind.name for guide in guides} == {
        "plan", "mission", "problem", "goal", "key_action", "initiative", "metric", "insight",
    }  # fmt: skip
    for guide in guides:
        assert guide.given == next(iter(guide.parts))
        assert all(step.fields for step in guide.steps)


@given(answers=st.lists(st.sampled_from(["know", "dont", "pass"]), max_size=30))
def test_every_walk_ends_and_what_was_answered_is_not_asked_again(answers: list[str]) -> None:
    walk = Walk(small_plan())
    asked: list[tuple[str, str]] = []
    for answer in answers:
        question = walk.missing.question
        if question is None:
            break
        asked.append((question.text, answer))
        ask = question.fields[0].ask
        if answer == "know" and ask.field.control in ("line", "prose"):
            walk.say({ask.key: "Something"})
        elif answer == "dont":
            walk.dont_know()
        else:
            walk.missing.next()
    texts = [text for text, _ in asked]
    assert len(set(texts)) == len(texts)
    done = {text for text, answer in asked if answer == "dont"}
    assert done.isdisjoint(Walk(walk.tree).texts)
