"""What each of the ten answers makes of the plan."""

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.tree import Address, Table
from tests.guides.walk import TEN, Walk, ten_answers


def test_1_the_mission_is_a_record_of_its_own() -> None:
    walk = Walk()
    change = walk.say(title="Warm homes")
    assert change.label == 'Answer "What does your company exist for?"'
    assert walk.plain("missions", "warm-homes") == {"title": "Warm homes"}
    assert walk.plain()["format"] == 1


def test_2_the_problem_serves_the_mission() -> None:
    walk = Walk()
    walk.answer({"mission.title": "Warm homes"})
    walk.say(title="Bills come as a shock", who="Tenants")
    assert walk.plain("problems", "bills-come-as-a-shock") == {
        "title": "Bills come as a shock",
        "serves": ("warm-homes",),
        "who": "Tenants",
    }


def test_3_how_we_know_joins_the_problem() -> None:
    walk = Walk().to("problem")
    walk.answer({"problem.title": "Bills come as a shock"})
    assert walk.question.text == 'How do you know about "Bills come as a shock"?'
    walk.say(how_we_know="Nine of ten calls\r\nin March")
    assert walk.plain("problems", "bills-come-as-a-shock")["how_we_know"] == "Nine of ten calls\nin March\n"
    assert len(walk.table("problems")) == 1


def test_4_the_goal_hangs_under_the_problem_or_without_one_under_the_mission() -> None:
    walk = ten_answers()
    assert walk.plain("goals", "let-a-guest-pay-in-under") == {
        "title": "Let a guest pay in under a minute",
        "serves": ("problem:guests-give-up-at-the-address",),
        "how_it_serves": "Every field is a second thought.\n",
    }
    walk = Walk()
    walk.answer(TEN[0])
    walk.to("goal").say(title="Pay fast")
    assert walk.plain("goals", "pay-fast")["serves"] == ("mission:shopping-without-second-thoughts",)


def test_5_the_metric_shows_the_success_of_the_goal_and_is_a_kpi() -> None:
    walk = ten_answers()
    assert walk.plain("metrics", "seconds-to-pay") == {
        "title": "Seconds to pay",
        "role": "KPI",
        "measures": ("goal:let-a-guest-pay-in-under",),
        "unit": "s",
        "baseline": 96,
    }


def test_6_the_target_stands_inside_that_metric() -> None:
    walk = ten_answers()
    (target,) = walk.table("metrics", "seconds-to-pay", "targets").values()
    assert target == Table({"kind": "at most", "value": 60, "by": dt.date(2026, 9, 30)})


def test_7_the_key_action_serves_the_goal() -> None:
    walk = ten_answers()
    assert walk.plain("key_actions", "guests-keep-their-card-with-us") == {
        "title": "Guests keep their card with us",
        "serves": ("goal:let-a-guest-pay-in-under",),
        "who": "Guests who come back",
    }


def test_8_what_ships_is_an_initiative_and_a_release_of_the_same_name() -> None:
    walk = ten_answers()
    assert walk.plain("initiatives", "guest-checkout") == {
        "title": "Guest checkout",
        "level": "MVP",
        "serves": ("key_action:guests-keep-their-card-with-us",),
    }
    assert walk.plain(file="releases/guest-checkout/release.toml") == {
        "format": 1,
        "title": "Guest checkout",
        "initiatives": ("guest-checkout",),
        "planned": dt.date(2026, 7, 6),
    }


def test_9_what_ships_has_a_metric_of_its_own_with_a_target() -> None:
    walk = ten_answers()
    assert walk.plain("metrics", "calls-about-paying") == {
        "title": "Calls about paying",
        "role": "KPI",
        "measures": ("initiative:guest-checkout",),
        "unit": "a week",
        "baseline": 30,
    }
    (target,) = walk.table("metrics", "calls-about-paying", "targets").values()
    assert target == Table({"value": 10})


def test_10_stakeholders_stand_in_their_own_file_one_page_each() -> None:
    walk = ten_answers()
    assert walk.question.item == 2
    assert walk.question.others == ("Jonas, Finance",)
    walk.answer({"stakeholder.title": "Ayumi, Support", "stakeholder.department": "Support"})
    assert walk.question.item == 3
    walk.answer({})
    assert walk.interview.finished
    assert list(walk.table("stakeholders", file="stakeholders.toml")) == ["jonas-finance", "ayumi-support"]
    assert walk.plain("stakeholders", "jonas-finance", file="stakeholders.toml") == {
        "title": "Jonas, Finance",
        "expects": "Fewer refunds.\n",
    }


KPI = Address("releases/guest-checkout/release.toml", ("kpis", "calls-about-paying"))


def test_9_what_shows_that_it_worked_is_a_kpi_of_what_ships_in_one_change() -> None:
    walk = Walk()
    for values in TEN[:8]:
        walk.answer(values)
    assert not walk.tree.has(KPI)
    walk.answer(TEN[8])
    assert walk.tree.has(KPI)
    walk.undo()
    assert not walk.tree.has(KPI)
    assert not walk.table("metrics", "calls-about-paying")


def test_9_without_a_day_for_what_ships_the_kpi_waits_for_its_release() -> None:
    walk = Walk()
    for values in (*TEN[:7], {"initiative.title": "Guest checkout"}, TEN[8]):
        walk.answer(values)
    assert not [name for name in walk.tree.files if name.startswith("releases/")]
    walk.to("next").do(walk.interview.answer({"release.planned": dt.date(2026, 7, 6)}))
    assert walk.tree.has(KPI)


def test_9_a_kpi_that_was_taken_away_from_the_release_stays_away() -> None:
    walk = ten_answers()
    draft = Draft(walk.tree)
    draft.remove(KPI)
    walk.do(draft.change("Delete"))
    walk.to("proof").say(baseline=31)
    assert not walk.tree.has(KPI)
