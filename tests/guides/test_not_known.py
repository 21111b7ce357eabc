""" "Don't know yet" in an interview: of what it is kept, and what it says nothing about."""

from successbook.guides.finding import State
from successbook.tree import Address, Table, Tree
from successbook.verdicts.findings import findings
from tests.guides.walk import STEPS, TEN, Walk, ten_answers

ROOT = Address("plan.toml", ("not_known",))


def test_dont_know_without_a_record_is_kept_by_the_plan_and_an_answer_ends_it() -> None:
    walk = Walk()
    change = walk.dont_know()
    assert change.label == 'Don\'t know yet: "What does your company exist for?"'
    assert walk.tree.get(ROOT) == ("missions",)
    assert walk.state("mission") is State.NOT_KNOWN
    assert walk.question.fields[0].not_known
    assert not walk.interview.dont_know()
    walk.say(title="Warm homes")
    assert walk.tree.get(ROOT) is None
    assert walk.state("mission") is State.ANSWERED


def test_dont_know_about_a_record_that_is_there_is_kept_by_the_record() -> None:
    walk = Walk(position="problem")
    walk.answer(TEN[1])
    walk.dont_know()
    at = Address("plan.toml", ("problems", "guests-give-up-at-the-address", "not_known"))
    assert walk.tree.get(at) == ("how_we_know",)
    assert walk.state("evidence") is State.NOT_KNOWN
    walk.say(how_we_know="We asked.")
    assert walk.tree.get(at) is None


def test_dont_know_can_be_said_of_one_field() -> None:
    walk = Walk(position="problem")
    walk.say(title="Bills come as a shock", who="Tenants")
    walk.dont_know("problem.who")
    assert walk.plain("problems", "bills-come-as-a-shock") == {
        "title": "Bills come as a shock",
        "not_known": ("who",),
    }
    assert [field.not_known for field in walk.question.fields] == [False, True]
    assert walk.state("problem") is State.ANSWERED


def test_dont_know_of_a_part_is_kept_by_the_record_it_would_stand_in() -> None:
    walk = Walk(position="metric")
    walk.answer(TEN[4])
    walk.dont_know()
    assert walk.plain("metrics", "seconds-to-pay")["not_known"] == ("targets",)
    assert walk.state("target") is State.NOT_KNOWN
    walk.answer(TEN[5])
    assert "not_known" not in walk.plain("metrics", "seconds-to-pay")
    walk = Walk(position="target")
    walk.dont_know()
    assert walk.tree.get(ROOT) == ("targets",)


def test_dont_know_of_a_part_that_is_asked_on_the_page_of_its_record_is_kept_where_there_is_one() -> None:
    walk = ten_answers()
    plan = walk.tree.files["plan.toml"]
    walk.tree = Tree({**walk.tree.files, "plan.toml": _without_targets(plan, "calls-about-paying")})
    walk.interview.see(walk.tree)
    walk.to("proof").dont_know("proof-target.value")
    assert walk.plain("metrics", "calls-about-paying")["not_known"] == ("targets",)
    walk = Walk(position="proof")  # nothing is there: only the record itself is not known
    walk.dont_know("proof-target.value")
    assert not walk.tree.files


def _without_targets(plan: Table, metric: str) -> Table:
    metrics = plan["metrics"]
    assert isinstance(metrics, Table)
    held = metrics[metric]
    assert isinstance(held, Table)
    return plan.put("metrics", metrics.put(metric, held.without("targets")))


def test_not_knowing_one_metric_says_nothing_about_the_other() -> None:
    walk = Walk()
    for values in TEN[:4]:
        walk.answer(values)
    walk.dont_know()
    for step, values in list(zip(STEPS, TEN, strict=True))[6:8]:
        walk.to(step).answer(values)
    assert walk.state("metric") is State.NOT_KNOWN
    assert walk.state("proof") is State.OPEN
    walk.dont_know()
    assert walk.plain("initiatives", "guest-checkout")["not_known"] == ("metrics",)
    assert findings(walk.tree) == ()
    assert (walk.state("metric"), walk.state("proof")) == (State.NOT_KNOWN, State.NOT_KNOWN)
    walk.to("proof").answer(TEN[8])
    assert (walk.state("metric"), walk.state("proof")) == (State.NOT_KNOWN, State.ANSWERED)
    assert walk.tree.get(ROOT) == ("metrics",)


def test_of_what_is_not_known_nothing_more_is_known() -> None:
    walk = Walk(position="metric")
    walk.dont_know()
    assert walk.state("target") is State.NOT_KNOWN
    assert not walk.to("target").interview.dont_know()
    assert walk.tree.get(ROOT) == ("metrics",)


def test_not_knowing_how_to_know_without_knowing_what_ships_is_not_knowing_what_ships() -> None:
    walk = Walk(position="metric")
    walk.dont_know()
    assert walk.state("proof") is State.OPEN
    walk.to("proof").dont_know()
    assert walk.tree.get(ROOT) == ("metrics", "initiatives")
    assert walk.state("next") is State.NOT_KNOWN
    walk.to("next").say(title="Guest checkout")
    assert walk.tree.get(ROOT) == ("metrics",)
    assert walk.state("proof") is State.OPEN


def test_dont_know_about_two_records_at_once_is_kept_for_both() -> None:
    walk = Walk(position="next")
    walk.dont_know()
    assert walk.tree.get(ROOT) == ("initiatives", "releases")
    walk.say(title="Guest checkout")
    assert walk.tree.get(ROOT) == ("releases",)
    assert [field.not_known for field in walk.question.fields] == [False, True, False]


def test_dont_know_takes_a_value_away_and_undo_brings_it_back() -> None:
    walk = ten_answers().to("target")
    before = walk.tree
    walk.dont_know("target.by")
    assert walk.question.fields[1].value is None
    assert walk.question.fields[1].not_known
    walk.undo()
    assert walk.tree == before


def test_what_is_not_known_of_something_stays_not_known_when_it_only_holds_another() -> None:
    walk = Walk(position="metric")
    walk.dont_know()
    walk.to("target").answer(TEN[5])
    assert walk.state("metric") is State.NOT_KNOWN
    assert walk.tree.get(ROOT) is None


def test_nobody_to_name_is_an_answer_but_no_more_to_name_is_none() -> None:
    walk = Walk(position="people")
    walk.dont_know()
    assert walk.tree.get(ROOT) == ("stakeholders",)
    assert walk.state("people") is State.NOT_KNOWN
    walk.answer(TEN[9])
    assert walk.tree.get(ROOT) is None
    assert not walk.interview.dont_know()
