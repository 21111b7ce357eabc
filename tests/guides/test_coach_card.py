"""The coach's card: the arc of the guide, what to ask, when to be silent, on one or two pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from successbook.guides.coach_card import card_html, card_markdown, minutes_of
from successbook.guides.session_guide import AS_A_TEAM
from successbook.guides.session_reading import session_guide_from, shipped_session_guide

GUIDE = shipped_session_guide()


def test_every_page_has_its_minutes_its_question_and_what_the_coach_does() -> None:
    card = card_markdown(GUIDE)
    for page in GUIDE.pages:
        assert f"## {minutes_of(GUIDE, page)}  {page.title}\n\n**{page.asks}**" in card
    assert card.count("*Silent:*") == sum(bool(page.silent) for page in GUIDE.pages)
    assert "45 minutes" in card


def test_the_minutes_follow_each_other() -> None:
    spans = [tuple(map(int, minutes_of(GUIDE, page).split("-"))) for page in GUIDE.pages if page.minutes]
    assert spans[0][0] == 0
    assert spans[-1][1] == GUIDE.minutes
    assert all(one[1] == other[0] for one, other in pairwise(spans))


def test_the_card_names_the_facets_but_not_all_their_questions() -> None:
    card = card_markdown(GUIDE)
    [first] = [page for page in GUIDE.pages if page.dimension == "personal"]
    assert all(facet.title in card for facet in first.facets)
    assert first.facets[0].questions[0] not in card


def test_the_card_fits_on_two_pages() -> None:
    lines = [line for line in card_markdown(GUIDE).splitlines() if line]
    assert sum(1 + len(line) // 100 for line in lines) <= 2 * 62  # lines of a sheet in nine points


def test_html_says_the_same_and_what_stands_in_a_guide_is_inert() -> None:
    html = card_html(GUIDE)
    assert all(page.title in html for page in GUIDE.pages)
    assert "default-src 'none'" in html
    hostile = replace(
        GUIDE, title="<script>x</script>", pages=(replace(GUIDE.pages[0], coach=("<b>[a](b)</b>",)),)
    )
    assert "<script>" not in card_html(hostile)
    assert "<b>" not in card_html(hostile)
    assert "<b>" not in card_markdown(hostile).replace("\\<b", "")


def test_a_guide_that_says_little_makes_a_card_all_the_same() -> None:
    guide = session_guide_from('format = 1\n[pages.after]\ntitle = "Only this"\n', "mine", "mine.toml")
    assert card_markdown(guide).startswith("# mine\n")
    assert "## Only this\n\n**And how do you define success now?**" in card_markdown(guide)
    assert "Only this" in card_html(guide)


def test_the_card_of_a_team_speaks_of_the_team_and_not_of_a_person() -> None:
    for made in (card_markdown, card_html):
        assert "The person types" in made(GUIDE)
        assert "The person types" not in made(GUIDE.held(AS_A_TEAM))
        assert "What is said belongs to the team" in made(GUIDE.held(AS_A_TEAM))
