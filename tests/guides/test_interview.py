"""The walk: where it is, what it shows, and going on another day."""

from successbook.guides.finding import State
from successbook.plan.drafts import Draft
from successbook.tree import Address
from tests.guides.walk import STEPS, TEN, Walk, ten_answers


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


def test_a_page_stays_in_front_while_another_one_before_it_goes() -> None:
    walk = Walk(position="people")
    for name in ("Jonas", "Ayumi", "Mara"):
        walk.answer({"stakeholder.title": name})
    walk.interview.back()
    draft = Draft(walk.tree)
    draft.remove(Address("stakeholders.toml", ("stakeholders", "jonas")))
    walk.do(draft.change("Remove"))
    assert (walk.question.item, walk.question.fields[0].value, walk.question.others) == (
        2,
        "Mara",
        ("Ayumi",),
    )
    draft = Draft(walk.tree)
    draft.remove(Address("stakeholders.toml", ("stakeholders", "mara")))
    walk.do(draft.change("Remove"))
    assert (walk.question.item, walk.question.fields[0].value) == (2, None)


def test_only_the_first_page_of_the_first_question_has_none_before_it() -> None:
    assert Walk(position="mission").interview.at_start
    assert not Walk(position="problem").interview.at_start
    assert not Walk(ten_answers().tree, position="problem").interview.at_start
    walk = Walk(position="problem")
    assert walk.interview.back()
    assert walk.interview.at_start
    assert not walk.interview.back()


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
    assert walk.state("mission") is State.OPEN
