"""What a session asks: of whom, how often, and over which period it looks."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.guides.session_prompts import prompts_of, span_in_words
from successbook.guides.session_reading import shipped_session_guide
from successbook.plan.kinds import NOTEBOOK
from successbook.tree import Table, Tree
from tests.guides.sessions import SESSION, TODAY, after, begun, earlier, saying, walk


def test_the_period_is_proposed_from_where_the_last_session_ended() -> None:
    found = walk(begun(earlier()))
    found.go("before")
    proposed = {each.name: each.proposed for each in found.prompts()}
    assert proposed["period_from"] == dt.date(2026, 5, 15)
    assert proposed["period_to"] == TODAY


def test_a_team_is_not_asked_for_a_role_and_a_coach_is_asked_by_name() -> None:
    team = walk(begun(together="as a team"))
    team.go("before")
    assert "role_since" not in [each.name for each in team.prompts()]
    coached = walk(begun(together="with a coach"))
    assert [each.name for each in coached.prompts()] == ["worthwhile", "with_whom"]


def test_two_months_into_a_role_the_words_say_what_may_be_too_early() -> None:
    assert walk(begun(earlier())).period_in_words() == (
        "In the role: 2 months. Learning and trust come first; a north star may be too early to judge."
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "not a day yet"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (60, "8 weeks"),
        (61, "2 months"),
        (364, "12 months"),
        (366, "a year"),
        (500, "a year and 4 months"),
        (731, "2 years"),
        (-3, ""),
    ],
)
def test_long_and_short_periods_are_said_in_words(days: int, said: str) -> None:
    assert span_in_words(TODAY, TODAY + dt.timedelta(days=days)) == said


def test_nobody_is_asked_for_a_fourth_action() -> None:
    tree = begun()
    page = next(page for page in shipped_session_guide().pages if page.kind == "ahead")
    asked = []
    for title in ("One", "Two", "Three"):
        asked.append(prompts_of(page, tree, SESSION, TODAY)[0].name)
        tree = after(tree, saying(tree, "ahead").act(title)[0])
    assert asked == ["action"] * 3
    assert "action" not in [each.name for each in prompts_of(page, tree, SESSION, TODAY)]


def test_a_coach_may_keep_something_for_themselves_and_nobody_else_is_asked() -> None:
    page = next(page for page in shipped_session_guide().pages if page.kind == "ahead")
    about = {
        who: [each.name for each in prompts_of(page, begun(notebook_about(who)), SESSION, TODAY)]
        for who in ("myself", "a team", "a coachee")
    }
    assert "coach_notes" in about["a coachee"]
    assert "coach_notes" not in about["myself"] + about["a team"]


def notebook_about(who: str) -> Tree:
    return Tree({NOTEBOOK.file: Table({"format": 1, "about": who})})
