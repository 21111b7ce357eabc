"""The walk: where it is, what it shows, "don't know yet", and going on another day."""

import datetime as dt

from successbook.guides.finding import State
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Tree
from successbook.verdicts.findings import findings
from tests.guides.walk import TEN, Walk, ten_answers

ROOT = Address("plan.toml", ("not_known",))
STEPS = ["mission", "problem", "evidence", "goal", "metric", "target", "action", "next", "proof", "people"]


def state(walk: Walk, step: str) -> State:
    return walk.interview.states()[STEPS.index(step)]


def test_an_empty_plan_begins_with_the_first_question() -> None:
    question = Walk().question
    assert (question.number, question.of) == (1, 10)
    assert question.text == "What does your company exist for?"
    assert question.state is State.OPEN
    assert [(field.ask.label, field.value) for field in question.fields] == [("It exists for", None)]


def test_questions_name_what_was_said_before() -> None:
    walk = Walk()
    walk.answer(TEN[0])
    text = 'What should the product achieve, and how does that serve "Shopping without second thoughts"?'
    assert walk.to("goal").question.text == text


def test_questions_have_neutral_words_while_nothing_was_said() -> None:
    text = "What should the product achieve, and how does that serve your mission?"
    assert Walk(position="goal").question.text == text


def test_the_walk_ends_after_the_last_question_and_can_go_back() -> None:
    walk = Walk()
    for step in STEPS:
        assert walk.interview.position == step
        walk.interview.next()
    assert walk.interview.finished
    assert walk.interview.question is None
    assert walk.interview.position == ""
    walk.interview.next()
    assert walk.interview.finished
    for step in reversed(STEPS):
        assert walk.interview.back()
        assert walk.interview.position == step
    assert not walk.interview.back()


def test_a_stopped_interview_goes_on_at_the_same_question() -> None:
    walk = Walk()
    for values in TEN[:4]:
        walk.answer(values)
    later = Walk(walk.tree, position=walk.interview.position)
    assert later.question.number == 5
    assert later.interview.so_far() == walk.interview.so_far()


def test_without_a_position_it_begins_at_the_first_open_question() -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.dont_know()
    assert Walk(walk.tree).question.number == 4  # of a problem that is not known, nothing is known
    assert Walk(walk.tree, position="no-such-step").question.number == 4
    assert Walk(ten_answers().tree).question.number == 1


def test_nobody_resumes_in_an_answer() -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.dont_know()
    later = Walk(walk.tree, position=STEPS[0]).interview
    later.resume()
    assert later.question is not None
    assert later.question.number == 4
    later.go(STEPS[1])
    later.resume()
    assert later.question.number == 2, "what was not known may be known by now"
    done = ten_answers().interview
    done.go(STEPS[3])
    done.resume()
    assert done.finished


def test_a_question_is_turned_to_by_its_number_and_a_repeated_one_at_its_first_page() -> None:
    walk = ten_answers().interview
    walk.turn_to(4)
    assert walk.position == STEPS[3]
    walk.turn_to(10)
    assert walk.question is not None
    assert walk.question.item == 1
    walk.turn_to(11)
    assert walk.finished


def test_it_can_begin_at_the_question_about_a_kind() -> None:
    walk = Walk()
    walk.interview.go_about("goal")
    assert walk.interview.position == "goal"
    walk.interview.go_about("metric")
    assert walk.interview.position == "metric"
    for values in TEN[:5]:
        walk.answer(values) if walk.interview.position == "metric" else walk.to(
            STEPS[TEN.index(values)]
        ).answer(values)
    walk.interview.go_about("metric")
    assert walk.interview.position == "proof"
    walk.interview.go_about("insight")
    assert walk.interview.position == "proof"


def test_dont_know_without_a_record_is_kept_by_the_plan_and_an_answer_ends_it() -> None:
    walk = Walk()
    change = walk.dont_know()
    assert change.label == 'Don\'t know yet: "What does your company exist for?"'
    assert walk.tree.get(ROOT) == ("missions",)
    assert state(walk, "mission") is State.NOT_KNOWN
    assert walk.question.fields[0].not_known
    assert not walk.interview.dont_know()
    walk.say(title="Warm homes")
    assert walk.tree.get(ROOT) is None
    assert state(walk, "mission") is State.ANSWERED


def test_dont_know_about_a_record_that_is_there_is_kept_by_the_record() -> None:
    walk = Walk(position="problem")
    walk.answer(TEN[1])
    walk.dont_know()
    at = Address("plan.toml", ("problems", "guests-give-up-at-the-address", "not_known"))
    assert walk.tree.get(at) == ("how_we_know",)
    assert state(walk, "evidence") is State.NOT_KNOWN
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
    assert state(walk, "problem") is State.ANSWERED


def test_dont_know_of_a_part_is_kept_by_the_record_it_would_stand_in() -> None:
    walk = Walk(position="metric")
    walk.answer(TEN[4])
    walk.dont_know()
    assert walk.plain("metrics", "seconds-to-pay")["not_known"] == ("targets",)
    assert state(walk, "target") is State.NOT_KNOWN
    walk.answer(TEN[5])
    assert "not_known" not in walk.plain("metrics", "seconds-to-pay")
    walk = Walk(position="target")
    walk.dont_know()
    assert walk.tree.get(ROOT) == ("targets",)


def test_not_knowing_one_metric_says_nothing_about_the_other() -> None:
    walk = Walk()
    for values in TEN[:4]:
        walk.answer(values)
    walk.dont_know()
    for step, values in list(zip(STEPS, TEN, strict=True))[6:8]:
        walk.to(step).answer(values)
    assert state(walk, "metric") is State.NOT_KNOWN
    assert state(walk, "proof") is State.OPEN
    walk.dont_know()
    assert walk.plain("initiatives", "guest-checkout")["not_known"] == ("metrics",)
    assert findings(walk.tree) == ()
    assert (state(walk, "metric"), state(walk, "proof")) == (State.NOT_KNOWN, State.NOT_KNOWN)
    walk.to("proof").answer(TEN[8])
    assert (state(walk, "metric"), state(walk, "proof")) == (State.NOT_KNOWN, State.ANSWERED)
    assert walk.tree.get(ROOT) == ("metrics",)


def test_of_what_is_not_known_nothing_more_is_known() -> None:
    walk = Walk(position="metric")
    walk.dont_know()
    assert state(walk, "target") is State.NOT_KNOWN
    assert not walk.to("target").interview.dont_know()
    assert walk.tree.get(ROOT) == ("metrics",)


def test_not_knowing_how_to_know_without_knowing_what_ships_is_not_knowing_what_ships() -> None:
    walk = Walk(position="metric")
    walk.dont_know()
    assert state(walk, "proof") is State.OPEN
    walk.to("proof").dont_know()
    assert walk.tree.get(ROOT) == ("metrics", "initiatives")
    assert state(walk, "next") is State.NOT_KNOWN
    walk.to("next").say(title="Guest checkout")
    assert walk.tree.get(ROOT) == ("metrics",)
    assert state(walk, "proof") is State.OPEN


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
    assert state(walk, "metric") is State.NOT_KNOWN
    assert walk.tree.get(ROOT) is None


def test_nobody_to_name_is_an_answer_but_no_more_to_name_is_none() -> None:
    walk = Walk(position="people")
    walk.dont_know()
    assert walk.tree.get(ROOT) == ("stakeholders",)
    assert state(walk, "people") is State.NOT_KNOWN
    walk.answer(TEN[9])
    assert walk.tree.get(ROOT) is None
    assert not walk.interview.dont_know()


def test_the_pages_of_a_repeated_question_are_walked_both_ways() -> None:
    walk = Walk(position="people")
    for name in ("Jonas", "Ayumi", "Mara"):
        walk.answer({"stakeholder.title": name})
    assert (walk.question.item, walk.question.others) == (4, ("Jonas", "Ayumi", "Mara"))
    walk.interview.back()
    walk.interview.back()
    assert (walk.question.item, walk.question.others) == (2, ("Jonas", "Mara"))
    assert walk.question.fields[0].value == "Ayumi"
    walk.say(department="Support")
    assert walk.plain("stakeholders", "ayumi", file="stakeholders.toml") == {
        "title": "Ayumi",
        "department": "Support",
    }
    walk.interview.next()
    assert walk.question.fields[0].value == "Mara"
    walk.to("proof").interview.next()
    assert walk.question.fields[0].value is None
    assert walk.question.item == 4


def test_an_emptied_page_of_a_repeated_question_goes() -> None:
    walk = Walk(position="people")
    for name in ("Jonas", "Ayumi", "Mara"):
        walk.answer({"stakeholder.title": name})
    walk.to("people").interview.back()
    walk.interview.back()
    walk.answer({"stakeholder.title": None})
    assert list(walk.table("stakeholders", file="stakeholders.toml")) == ["jonas", "mara"]
    assert walk.question.fields[0].value == "Mara"
    walk.undo()
    assert list(walk.table("stakeholders", file="stakeholders.toml")) == ["jonas", "ayumi", "mara"]


def test_so_far_names_the_records_of_earlier_questions() -> None:
    walk = ten_answers().to("target")
    assert [(told.label, told.title) for told in walk.interview.so_far()] == [
        ("mission", "Shopping without second thoughts"),
        ("problem", "Guests give up at the address form"),
        ("goal", "Let a guest pay in under a minute"),
        ("KPI", "Seconds to pay"),
    ]
    assert [told.title for told in walk.to("people").interview.so_far()][4:] == [
        "Guests keep their card with us",
        "Guest checkout",
        "Calls about paying",
    ]
    assert Walk().interview.so_far() == ()


def test_at_the_end_stands_what_was_said_and_what_is_missing() -> None:
    walk = ten_answers().to("action")
    walk.say(who=None)
    walk.to("evidence").dont_know()
    said = {each.number: each for each in walk.interview.said()}
    assert said[1].answers == ("Shopping without second thoughts",)
    assert (said[3].state, said[3].answers, said[3].missing) == (State.NOT_KNOWN, (), ("How we know",))
    assert said[5].answers == ("Seconds to pay", "96 s")
    assert said[6].answers == ("60 s", "30 Sep 2026", "at most")
    assert (said[7].state, said[7].missing) == (State.ANSWERED, ("Who",))
    assert said[10].answers == ("Jonas, Finance",)


def test_an_undone_answer_is_open_again() -> None:
    walk = Walk()
    walk.say(title="Warm homes")
    walk.undo()
    assert walk.question.fields[0].value is None
    assert state(walk, "mission") is State.OPEN


# Plans that were not made here


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
    assert (state(walk, "metric"), state(walk, "proof")) == (State.OPEN, State.ANSWERED)
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
