"""Records that an answer brings late: those that were there take the place they would have had under them."""

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Tree
from tests.guides.walk import Walk


def test_a_metric_that_hung_nowhere_hangs_under_the_goal_that_comes_later() -> None:
    walk = Walk(position="metric")
    walk.say(title="Seconds to pay")
    assert "measures" not in walk.plain("metrics", "seconds-to-pay")
    walk.to("goal").say(title="Pay quickly")
    assert walk.plain("metrics", "seconds-to-pay")["measures"] == ("goal:pay-quickly",)


def test_a_goal_stays_under_its_problem_when_the_mission_comes_later() -> None:
    walk = Walk(position="problem")
    walk.say(title="Guests give up")
    walk.to("goal").say(title="Pay quickly")
    walk.to("mission").say(title="No second thoughts")
    assert walk.plain("goals", "pay-quickly")["serves"] == ("problem:guests-give-up",)
    assert walk.plain("problems", "guests-give-up")["serves"] == ("no-second-thoughts",)


def test_a_release_is_of_the_initiative_that_comes_later_and_of_nothing_else() -> None:
    walk = Walk(position="next")
    walk.do(walk.interview.answer({"release.planned": dt.date(2026, 7, 6)}))
    (file,) = (name for name in walk.tree.files if name.startswith("releases/"))
    walk.to("goal").say(title="Pay quickly")
    assert "initiatives" not in walk.plain(file=file)
    walk.to("next").say(title="Guest checkout")
    assert walk.plain(file=file)["initiatives"] == ("guest-checkout",)


def test_a_release_that_names_an_initiative_which_is_gone_keeps_saying_so() -> None:
    draft = Draft(Tree())
    release = draft.add(KINDS["release"], "First", fields={"initiatives": ("gone",)})
    walk = Walk(draft.tree, position="next")
    walk.say(title="Guest checkout")
    assert walk.plain(file=release.file)["initiatives"] == ("gone",)
