"""The guide of a session: what ships, what a coach's own may leave out, what is wrong said in one line."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from successbook.errors import SettingsError
from successbook.guides.session_facets import SessionFacets
from successbook.guides.session_reading import (
    SHIPPED,
    read_session_guide,
    session_guide_from,
    session_guides,
    shipped_session_guide,
)
from successbook.plan.dimensions import DIMENSIONS, FACETS
from successbook.plan.sessions import guide_called
from successbook.resources import resource
from successbook.tree import Table

OWN = """format = 1
title = "Twenty minutes"

[pages.before]
minutes = 5

[pages.team]
asks = "What do you rely on?"
minutes = 15

[pages.team.facets.on-call]
questions = ["How were the nights?", " "]
"""


def test_the_shipped_guide_takes_45_minutes_and_walks_the_arc() -> None:
    guide = shipped_session_guide()
    starts = {page.name: guide.starts(page) for page in guide.pages}
    assert guide.minutes == 45
    assert starts == {
        "arriving": 0,
        "before": 3,
        "matters": 8,
        "personal": 10,
        "team": 16,
        "company": 22,
        "product": 28,
        "board": 35,
        "after": 38,
        "ahead": 41,
        "sharing": 44,
    }
    assert guide.minutes_from("board") == 10
    assert [page.dimension for page in guide.pages if page.kind == "lines"] == list(DIMENSIONS)


def test_every_page_says_what_the_coach_asks_and_when_to_be_silent() -> None:
    for page in shipped_session_guide().pages:
        assert all((page.asks, page.coach, page.silent)), page.name


def test_every_facet_has_questions_of_its_own() -> None:
    facets = dict.fromkeys(facet.title for _, facet in shipped_session_guide().facets())
    assert list(facets) == [
        "learning",
        "wins and lessons",
        "recognition",
        "money",
        "trust",
        "morale",
        "getting things done",
        "stakeholders understand",
        "strategy",
        "sponsorship",
        "top-level metrics",
        "quality",
        "customer feedback",
        "proxy metrics",
    ]
    assert all(len(facet.questions) > 1 for _, facet in shipped_session_guide().facets())


def test_what_a_guide_leaves_out_is_filled_in() -> None:
    guide = session_guide_from(OWN, "short", "short.toml")
    before, team = guide.pages
    assert (before.kind, before.title, before.asks) == (
        "before",
        "Success, at first",
        "How do you define success now?",
    )
    assert (team.kind, team.dimension, team.title) == ("lines", "team", "What matters to my team")
    assert team.facets[0].title == "on call"
    assert team.facets[0].questions == ("How were the nights?",)


def test_an_empty_question_is_asked_as_usual() -> None:
    guide = session_guide_from(OWN.replace("What do you rely on?", " "), "short", "short.toml")
    assert guide.pages[1].asks == "What can you say here that you could not say before?"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("asks =", "aks =", r'g\.toml:8: pages\.team\.aks: this key is not known; did you mean "asks"\?'),
        ("minutes = 15", "minutes = 999", r"g\.toml:9: pages\.team\.minutes: .*; from 0 to 600"),
        ("minutes = 15", 'minutes = "15"', r"g\.toml:9: pages\.team\.minutes: this is no whole number"),
        ("pages.team]", "pages.mood]", r"g\.toml:7: pages\.mood: it is not said what this page is for; give"),
        ('"Twenty minutes"', "20", r"g\.toml:2: title: this is no text"),
        (
            "minutes = 5",
            'kind = "befor"',
            r'g\.toml:5: pages\.before\.kind: there is no kind of page "be',
        ),
        ("minutes = 5", 'kind = "lines"', r"g\.toml:4: pages\.before: it is not said which dimension"),
        ("minutes = 15", 'dimension = "town"', r'g\.toml:9: .*there is no dimension "town"; one of personal'),
        ("minutes = 15", 'details = ["befor"]', r'g\.toml:9: .*a line has no field "befor"; did you mean'),
        ("minutes = 15", 'kind = "board"', r"g\.toml:11: pages\.team\.facets: only a page with a dimension"),
        ("on-call", "on--call", r"g\.toml:11: pages\.team\.facets\.on--call: this is no name"),
        ("questions", "question", r'g\.toml:12: .*question: this key is not known; did you mean "questions"'),
        ("format = 1", "format = 2", r"g\.toml:1: format: this guide has format 2"),
        ("format = 1", "format = ", r"g\.toml:1: "),
    ],
)
def test_what_is_wrong_is_one_line_with_file_line_and_key(old: str, new: str, told: str) -> None:
    text = OWN.replace(old, new, 1)
    assert text != OWN
    with pytest.raises(SettingsError, match=told) as raised:
        session_guide_from(text, "g", "g.toml")
    assert "\n" not in str(raised.value)


def test_own_guides_stand_beside_the_shipped_one_and_the_broken_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "short.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "broken.toml").write_text(OWN.replace("asks", "aks"), encoding="utf-8")
    plan_guide = resource("guides/ten-questions.toml").read_text(encoding="utf-8")
    (tmp_path / "about-a-plan.toml").write_text(plan_guide, encoding="utf-8")
    guides, problems = session_guides(tmp_path)
    assert list(guides) == [SHIPPED, "short"]
    assert [str(each).partition(": ")[0] for each in problems] == [f"{tmp_path / 'broken.toml'}:8"]
    assert list(session_guides(tmp_path / "nowhere")[0]) == [SHIPPED]
    assert list(session_guides(None)[0]) == [SHIPPED]


def test_an_own_guide_of_the_same_name_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / f"{SHIPPED}.toml").write_text(OWN, encoding="utf-8")
    assert session_guides(tmp_path)[0][SHIPPED].title == "Twenty minutes"


def test_the_guide_in_the_documentation_can_be_asked_and_so_can_its_error() -> None:
    page = (Path(__file__).parents[2] / "docs" / "coaches.md").read_text(encoding="utf-8")
    start = page.index("    format = 1")
    text = textwrap.dedent(page[start : page.index("| key of a page")])
    guide = session_guide_from(text, "short", "short.toml")
    assert [each.name for each in guide.pages] == ["arriving", "team", "ahead"]
    assert guide.minutes == 20
    with pytest.raises(SettingsError) as raised:
        session_guide_from(text.replace("asks", "aks"), "short", "short.toml")
    assert str(raised.value) in page


def test_a_guide_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nothing\.toml"):
        read_session_guide(tmp_path / "nothing.toml")


def test_a_team_meets_the_guide_in_its_own_words_and_without_private_facets() -> None:
    guide = shipped_session_guide()
    team = guide.held("as a team")
    assert guide.held("alone") is guide
    assert guide.held("with a coach") is guide
    assert [page.name for page in team.pages] == [page.name for page in guide.pages]
    assert team.facets_by_dimension()["personal"] == ("learning", "wins and lessons")
    said = {page.name: page.asks for page in team.pages}
    assert said["before"] == "How do we define success now?"
    assert said["company"] == next(page.asks for page in guide.pages if page.name == "company")


def test_an_own_guide_may_speak_to_a_team() -> None:
    text = OWN + '[pages.team.as_a_team]\nasks = "What do we rely on?"\nhint = "All of us."\n'
    page = session_guide_from(text, "g", "g.toml").held("as a team").pages[1]
    assert (page.asks, page.hint) == ("What do we rely on?", "All of us.")
    with pytest.raises(SettingsError, match=r'as_a_team\.ask: .* did you mean "asks"'):
        session_guide_from(text.replace('asks = "What do we', 'ask = "What do we'), "g", "g.toml")


def test_the_usual_facets_are_those_of_the_shipped_guide() -> None:
    assert shipped_session_guide().facets_by_dimension() == dict(FACETS)


def test_a_session_has_the_facets_of_its_guide(tmp_path: Path) -> None:
    (tmp_path / "short.toml").write_text(OWN, encoding="utf-8")
    facets_of = SessionFacets(tmp_path)
    assert facets_of(Table({})) == FACETS
    assert facets_of(Table({"guide": "gone"})) == FACETS
    assert facets_of(Table({"guide": "short"}))["team"] == ("on call",)
    assert "money" not in facets_of(Table({"guide": SHIPPED, "together": "as a team"}))["personal"]
    (tmp_path / f"{SHIPPED}.toml").write_text(OWN, encoding="utf-8")
    assert SessionFacets(tmp_path)(Table({"guide": SHIPPED}))["team"] == ("on call",)


def test_the_shipped_guide_is_called_by_its_title() -> None:
    assert guide_called(SHIPPED) == shipped_session_guide().title
