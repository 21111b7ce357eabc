"""Plans that no interview made: which of their records are answers, and which are not."""

import datetime as dt

from successbook.guides.finding import State
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Tree
from tests.guides.walk import STEPS, TEN, Walk, ten_answers


def grown() -> Tree:
    """A plan with two goals, three metrics and two releases, made in the outline."""
    draft = Draft(ten_answers().tree)
    mission = Address("plan.toml", ("missions", "shopping-without-second-thoughts"))
    later = draft.add(KINDS["goal"], "Known everywhere", under=mission)
    draft.add(KINDS["metric"], "Awareness", under=later)
    draft.reorder(later, None)
    draft.reorder(Address("plan.toml", ("metrics", "awareness")), None)
    return draft.tree


def test_in_a_grown_plan_the_records_that_hang_together_are_found() -> None:
    walk = Walk(grown(), position="goal")
    assert walk.question.fields[0].value == "Let a guest pay in under a minute"
    assert walk.to("metric").question.fields[0].value == "Seconds to pay"
    assert walk.to("proof").question.fields[0].value == "Calls about paying"


def test_a_metric_of_something_else_is_never_taken_for_an_answer() -> None:
    tree = Walk(grown(), position="metric").tree
    for gone in ("seconds-to-pay", "calls-about-paying"):
        draft = Draft(tree)
        draft.remove(Address("plan.toml", ("metrics", gone)))
        walk = Walk(draft.tree, position="metric" if gone == "seconds-to-pay" else "proof")
        assert walk.question.fields[0].value is None
        walk.say(title="New")
        assert walk.plain("metrics", "awareness")["title"] == "Awareness"


def test_a_metric_that_shows_two_things_belongs_to_the_first() -> None:
    draft = Draft(ten_answers().tree)
    draft.remove(Address("plan.toml", ("metrics", "seconds-to-pay")))
    both = ("initiative:guest-checkout", "goal:let-a-guest-pay-in-under")
    draft.put(Address("plan.toml", ("metrics", "calls-about-paying", "measures")), both)
    assert Walk(draft.tree, position="metric").question.fields[0].value is None
    assert Walk(draft.tree, position="proof").question.fields[0].value == "Calls about paying"


def test_a_release_of_something_else_is_never_taken_for_an_answer() -> None:
    draft = Draft(ten_answers().tree)
    other = draft.add(KINDS["initiative"], "Retry bug")
    draft.put(Address("releases/guest-checkout/release.toml", ("initiatives",)), (other.key,))
    walk = Walk(draft.tree, position="next")
    assert [field.value for field in walk.question.fields] == ["Guest checkout", None, "MVP"]
    walk.do(walk.interview.answer({"release.planned": dt.date(2026, 8, 3)}))
    assert walk.plain(file="releases/guest-checkout/release.toml")["planned"] == dt.date(2026, 7, 6)
    assert len([name for name in walk.tree.files if name.startswith("releases/")]) == 2


def test_a_goal_that_was_hung_elsewhere_is_still_the_goal() -> None:
    draft = Draft(ten_answers().tree)
    draft.put(Address("plan.toml", ("goals", "let-a-guest-pay-in-under", "serves")), None)
    walk = Walk(draft.tree, position="goal")
    assert walk.question.fields[0].value == "Let a guest pay in under a minute"


def test_values_of_the_wrong_type_do_no_harm() -> None:
    broken = Tree(
        {
            "plan.toml": Table(
                {
                    "not_known": 3,
                    "missions": Table({"a": Table({"title": 7}), "b": 3}),
                    "goals": Table({"g": Table({"serves": "mission:a", "not_known": (1, "title")})}),
                    "metrics": Table({"m": Table({"measures": (3,), "targets": 4, "unit": 5})}),
                }
            ),
            "releases/x/release.toml": Table({"initiatives": "y", "title": 5}),
        }
    )
    for step in STEPS:
        walk = Walk(broken, position=step)
        assert walk.question.text
    assert len(walk.interview.said()) == 10


def test_how_one_will_know_is_never_mixed_up_with_what_shows_the_goal() -> None:
    walk = Walk(position="proof")
    walk.answer(TEN[8])
    assert (walk.state("metric"), walk.state("proof")) == (State.OPEN, State.ANSWERED)
    walk.to("metric").answer(TEN[4])
    walk.to("next").answer(TEN[7])
    assert [metric["title"] for metric in walk.table("metrics").values() if isinstance(metric, Table)] == [
        "Calls about paying",
        "Seconds to pay",
    ]
    assert walk.to("proof").question.fields[0].value == "Calls about paying"
    assert len(walk.table("initiatives")) == 1


def test_a_loose_metric_is_taken_for_the_first_that_is_asked_for() -> None:
    draft = Draft(Tree())
    draft.add(KINDS["metric"], "Loose")
    draft.add(KINDS["metric"], "Loose, too")
    assert Walk(draft.tree, position="metric").question.fields[0].value == "Loose"
    assert Walk(draft.tree, position="proof").question.fields[0].value is None
