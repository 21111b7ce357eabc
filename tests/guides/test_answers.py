"""What answers write into the plan: one change each, each in its place, and undone exactly."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.guides.finding import State
from successbook.guides.reading import guide_from
from successbook.tree import Address, Change, Set, Table, Tree, Value, do
from successbook.verdicts.findings import findings
from tests.guides.walk import STEPS, TEN, Walk, ten_answers


def test_every_answer_is_one_change_and_undo_takes_exactly_it_back() -> None:
    walk = Walk()
    trees = [walk.tree]
    for values in TEN:
        walk.answer(values)
        trees.append(walk.tree)
    assert len(walk.history.done) == len(TEN)
    for earlier in reversed(trees[:-1]):
        walk.undo()
        assert walk.tree == earlier


def test_an_answer_that_says_what_is_there_already_changes_nothing() -> None:
    walk = ten_answers()
    before = walk.tree
    for step, values in zip(walk.interview.guide.steps, TEN, strict=True):
        walk.to(step.name)
        if step.repeat:
            walk.interview.back()
        assert not walk.interview.answer(values), step.name
        assert not walk.interview.answer({field.key: field.value for field in walk.question.fields}), (
            step.name
        )
    assert walk.tree is before


def test_nothing_said_is_no_change() -> None:
    for step in Walk().interview.guide.steps:
        walk = Walk(position=step.name)
        assert not walk.interview.answer({field.key: None for field in walk.question.fields})
        assert not walk.interview.answer({field.key: "  " for field in walk.question.fields})


def test_going_back_and_changing_an_answer_edits_the_record_that_is_there() -> None:
    walk = ten_answers()
    walk.to("goal")
    assert [field.value for field in walk.question.fields] == [
        "Let a guest pay in under a minute",
        "Every field is a second thought.\n",
    ]
    change = walk.say(title="Let a guest pay in 30 seconds")
    at = Address("plan.toml", ("goals", "let-a-guest-pay-in-under", "title"))
    assert change.edits == (Set(at, "Let a guest pay in 30 seconds"),)
    assert walk.to("metric").question.text.startswith('What would show that "Let a guest pay in 30 seconds"')


def test_a_field_can_be_emptied() -> None:
    walk = ten_answers().to("problem")
    walk.say(who=None)
    assert "who" not in walk.plain("problems", "guests-give-up-at-the-address")


def test_the_release_follows_the_name_of_what_ships_until_it_has_one_of_its_own() -> None:
    walk = ten_answers().to("next")
    walk.say(title="Guest checkout, first part")
    release = Address("releases/guest-checkout/release.toml", ("title",))
    assert walk.tree.get(release) == "Guest checkout, first part"
    walk.do(Change("Rename", (Set(release, "July"),)))
    walk.say(title="Guest checkout")
    assert walk.tree.get(release) == "July"


def test_an_initiative_said_after_its_release_is_shipped_by_it() -> None:
    walk = Walk(position="next")
    walk.do(walk.interview.answer({"release.planned": dt.date(2026, 7, 6)}))
    (name,) = [each for each in walk.tree.files if each.startswith("releases/")]
    assert walk.plain(file=name) == {"format": 1, "planned": dt.date(2026, 7, 6)}
    walk.say(title="Guest checkout")
    assert walk.plain(file=name) == {
        "format": 1,
        "title": "Guest checkout",
        "initiatives": ("guest-checkout",),
        "planned": dt.date(2026, 7, 6),
    }


def test_a_release_said_after_its_initiative_ships_it() -> None:
    walk = Walk(position="next")
    walk.say(title="Guest checkout")
    assert walk.tree.files.keys() == {"plan.toml"}
    walk.do(walk.interview.answer({"release.planned": dt.date(2026, 7, 6)}))
    at = Address("releases/guest-checkout/release.toml", ("initiatives",))
    assert walk.tree.get(at) == ("guest-checkout",)


def test_what_was_skipped_takes_its_place_when_it_is_said_later() -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.to("goal").answer(TEN[3])
    walk.answer(TEN[4])
    walk.to("next").answer(TEN[7])
    goal, work = ("goals", "let-a-guest-pay-in-under"), ("initiatives", "guest-checkout")
    assert walk.plain(*goal)["serves"] == ("mission:shopping-without-second-thoughts",)
    assert walk.plain(*work)["serves"] == ("goal:let-a-guest-pay-in-under",)
    walk.to("problem").answer(TEN[1])
    walk.to("action").answer(TEN[6])
    assert walk.plain(*goal)["serves"] == ("problem:guests-give-up-at-the-address",)
    assert walk.plain(*work)["serves"] == ("key_action:guests-keep-their-card-with-us",)
    walk.undo()
    assert walk.plain(*work)["serves"] == ("goal:let-a-guest-pay-in-under",)


def test_what_somebody_hung_elsewhere_stays_there() -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.to("goal").answer(TEN[3])
    serves = Address("plan.toml", ("goals", "let-a-guest-pay-in-under", "serves"))
    both = ("mission:shopping-without-second-thoughts", "goal:another")
    other = Address("plan.toml", ("goals", "another"))
    draft_tree, _ = do(walk.tree, Change("Hang", (Set(serves, both),)))
    draft_tree = draft_tree.with_table(
        other.parent, draft_tree.table(other.parent).put("another", Table({"title": "Another"}))
    )
    walk = Walk(draft_tree, position="problem")
    walk.answer(TEN[1])
    assert walk.tree.get(serves) == both


def test_a_part_of_something_not_named_yet_makes_room_for_it() -> None:
    walk = Walk()
    walk.answer(TEN[0])
    walk.to("goal").answer(TEN[3])
    walk.to("target").answer(TEN[5])
    (metric,) = walk.table("metrics").values()
    assert isinstance(metric, Table)
    assert metric["measures"] == ("goal:let-a-guest-pay-in-under",)
    walk.to("metric").say(title="Seconds to pay")
    assert len(walk.table("metrics")) == 1


@pytest.mark.parametrize(
    ("said", "baseline", "unit"),
    [
        ("96 s", 96, "s"),
        ("~13k users", "~13000", "users"),
        ("38 %", 38, "%"),
        ("12件", 12, "件"),
        ("96", "96", None),
    ],
)
def test_a_number_said_with_its_unit_is_a_number_and_a_unit(
    said: str, baseline: int | str, unit: str | None
) -> None:
    walk = Walk(position="metric")
    walk.say(title="Seconds to pay", baseline=said)
    (metric,) = walk.table("metrics").values()
    assert isinstance(metric, Table)
    assert (metric["baseline"], metric.get("unit")) == (baseline, unit)


def test_a_unit_that_is_known_is_taken_off_a_number() -> None:
    walk = ten_answers().to("target")
    walk.do(walk.interview.answer({"target.value": "45 s"}))
    assert walk.question.fields[0].value == 45
    assert walk.question.fields[0].unit == "s"
    walk.to("proof").do(
        walk.interview.answer({"proof.baseline": "31 a week", "proof-target.value": "9 a week"})
    )
    assert [field.value for field in walk.question.fields] == ["Calls about paying", 31, "a week", 9]


def test_another_unit_than_the_one_that_is_known_stays_words_and_changes_no_unit() -> None:
    walk = Walk(position="metric")
    walk.answer({"metric.title": "Seconds to pay", "metric.baseline": "96 s"})
    walk.answer({"target.value": "1 min"})
    walk.to("metric").say(baseline="2 min")
    metric = walk.plain("metrics", "seconds-to-pay")
    assert (metric["baseline"], metric["unit"]) == ("2 min", "s")
    walk.say(baseline="2 min", unit="min")
    metric = walk.plain("metrics", "seconds-to-pay")
    assert (metric["baseline"], metric["unit"]) == (2, "min")


def test_what_was_decided_beside_a_field_comes_along_and_nothing_else_does() -> None:
    walk = Walk(position="metric")
    said: dict[str, Value] = {"metric.title": "Seconds to pay", "metric.direction": "decrease"}
    walk.answer({**said, "metric.nonsense": "x", "goal.title": "Another", "nonsense": "y"})
    assert walk.plain("metrics", "seconds-to-pay") == {
        "title": "Seconds to pay", "direction": "decrease", "role": "KPI",
    }  # fmt: skip
    assert "goals" not in walk.tree.files["plan.toml"]


def test_a_number_that_can_be_read_in_two_ways_stays_as_it_was_said() -> None:
    walk = Walk(position="metric")
    walk.say(title="Load", baseline="1,5 s")
    assert walk.plain("metrics", "load")["baseline"] == "1,5 s"


def test_japanese_answers_make_japanese_ids() -> None:
    walk = Walk()
    walk.answer({"mission.title": "迷わない買い物"})
    walk.answer({"problem.title": "住所入力で諦める", "problem.who": "一度だけ買う人"})
    assert walk.question.text == 'How do you know about "住所入力で諦める"?'
    walk.answer({"problem.how_we_know": "三月から\n半分が離脱"})
    walk.answer({"goal.title": "一分以内に支払える"})
    assert walk.plain("problems", "住所入力で諦める") == {
        "title": "住所入力で諦める",
        "serves": ("迷わない買い物",),
        "who": "一度だけ買う人",
        "how_we_know": "三月から\n半分が離脱\n",
    }
    assert [told.title for told in walk.interview.so_far()] == [
        "迷わない買い物",
        "住所入力で諦める",
        "一分以内に支払える",
    ]


TWO_METRICS = """\
format = 1
title = "Two metrics"

[records.problem]
kind = "problem"

[records.goal]
kind = "goal"
under = ["problem"]

[records.reached]
kind = "metric"
under = ["goal", "problem"]

[records.solved]
kind = "metric"
under = ["problem"]

[steps.one]
asks = "What is it about?"
fields = ["problem.title", "goal.title", "reached.title", "solved.title"]
"""


def test_one_record_never_stands_for_two_parts_of_a_guide() -> None:
    walk = Walk(guide=guide_from(TWO_METRICS, "two", "two.toml"))
    walk.say(title="Slow")
    walk.do(walk.interview.answer({"reached.title": "Load"}))
    assert [field.value for field in walk.question.fields] == ["Slow", None, "Load", None]
    walk.do(walk.interview.answer({"solved.title": "Calls"}))
    assert [field.value for field in walk.question.fields] == ["Slow", None, "Load", "Calls"]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.booleans(), TEXT), max_size=12))
def test_whatever_is_said_is_undone_exactly_and_never_invented(said: list[tuple[str, bool, str]]) -> None:
    walk = Walk()
    trees: list[Tree] = []
    for step, known, text in said:
        walk.to(step)
        before = walk.tree
        first = walk.question.fields[0]
        if known:
            change = walk.do(walk.interview.answer({first.key: text}))
            if text.strip() and step != "people":
                assert walk.state(step) is State.ANSWERED
        else:
            change = walk.dont_know()
        if change:
            trees.append(before)
        assert not walk.interview.answer({first.key: walk.question.fields[0].value}) or step == "people"
    assert [found for found in findings(walk.tree) if found.rule == "broken-reference"] == []
    for earlier in reversed(trees):
        walk.undo()
        assert walk.tree == earlier
    assert walk.tree == Tree()
