"""What stands on the pages of a session, row by row: what was said, what it counts for, what waits."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.guides.session_prompts import Prompt
from successbook.guides.session_walk import SessionWalk
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.tree import Address, Tree, Value
from successbook.tui.screens.session_keys import FacetKey, LineKey, MatterKey, QuestionKey, TextKey
from successbook.tui.screens.session_rows import (
    ahead_rows,
    answer_rows,
    arriving_rows,
    before_rows,
    both_definitions,
    has_come,
    line_rows,
    matter_rows,
)
from successbook.tui.widgets.rows import Row
from tests.guides.sessions import SESSION, TODAY, begun, walk
from tests.guides.test_session_walk import line
from tests.plans import small_plan

YESTERDAY = dt.date(2026, 6, 14)
EARLIER = Address("reflections/2026-06-01.toml")


def put(tree: Tree, at: Address, **fields: Value | None) -> Tree:
    draft = Draft(tree)
    for name, value in fields.items():
        draft.put(at.child(name), value)
    return draft.tree


def cells(row: Row) -> list[str]:
    """The texts of a row, one for each column."""
    parts = [each if isinstance(each, tuple) else (each,) for each in row.cells]
    return ["".join(cell.text for cell in part) for part in parts]


def text(row: Row) -> str:
    return row.marker + " | ".join(cells(row)).strip(" |")


def roles(row: Row) -> list[str]:
    return [cell.role for each in row.cells for cell in (each if isinstance(each, tuple) else (each,))]


def on(page: str, tree: Tree, *plans: Tree) -> SessionWalk:
    found = walk(tree, *plans)
    found.go(page)
    return found


def of_line(tree: Tree, at: Address) -> list[str]:
    """The line and what stands below it."""
    rows = list(line_rows(on("team", tree), "", 0))
    here = next(number for number, row in enumerate(rows) if row.key == LineKey(at))
    below = rows[here + 1 : here + 2]
    return [text(rows[here]), *(text(row) for row in below if row.key == TextKey(f"details {at}"))]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ["▒ Stand-up at 9:30 | said"]),
        ({"example": "Monday\n"}, ["█ Stand-up at 9:30 | shown", "  Monday"]),
        ({"kind": "habit", "counts": "yes"}, ["▒ Stand-up at 9:30 | habit · said · counts"]),
        ({"counts": "no"}, ["× Stand-up at 9:30 | a miss · does not count"]),
        ({"counts": "thinking", "asked": TODAY}, ["▒ Stand-up at 9:30 | said · thinking"]),
        ({"asked": TODAY}, ["▒ Stand-up at 9:30 | said · asked, open"]),
        ({"seen": YESTERDAY}, ["▒ Stand-up at 9:30 | said · seen yesterday"]),
        ({"also": ("product", "elsewhere", "company")}, ["▒ Stand-up at 9:30  also product, company | said"]),
        (
            {"quote": "At last", "by": "Lin"},
            ["█ Stand-up at 9:30 | shown", "  in their words: At last  said by: Lin"],
        ),
    ],
    ids=str,
)
def test_a_line_says_what_it_counts_for_and_below_it_what_was_said_of_it(
    fields: dict[str, Value], said: list[str]
) -> None:
    tree, at = line(begun())
    assert of_line(put(tree, at, **fields), at) == said


def test_lines_stand_below_their_facets_and_what_has_none_or_comes_from_elsewhere_last() -> None:
    tree, own = line(begun(), "Own facet")
    tree, loose = line(tree, "Loose")
    tree, other = line(tree, "From elsewhere", "company")
    facet = on("team", tree).page.facets[1].title
    tree = put(put(tree, own, facet=facet.upper()), other, also=("team",), facet=facet)
    rows = list(line_rows(on("team", tree), "", 0))
    keys = [row.key for row in rows]
    assert keys.index(FacetKey(facet)) + 1 == keys.index(LineKey(own))
    assert keys[-2:] == [LineKey(loose), LineKey(other)]
    assert text(rows[-1]) == "▒ From elsewhere  from company | said"
    assert [row.indent for row in rows if isinstance(row.key, LineKey)] == [1, 0, 0]
    assert all(row.marker == "▸ " for row in rows if isinstance(row.key, FacetKey))


def test_a_facet_that_is_dug_into_shows_its_questions_and_marks_the_one_that_is_asked() -> None:
    found = on("team", begun())
    facet = next(each for each in found.page.facets if len(each.questions) > 1)
    rows = list(line_rows(found, facet.title, 1))
    opened = [row for row in rows if row.marker == "▾ "]
    assert [row.key for row in opened] == [FacetKey(facet.title)]
    assert roles(opened[0])[0] == "strong"
    questions = [(row.key, row.marker, roles(row)) for row in rows if isinstance(row.key, QuestionKey)]
    assert questions[:2] == [
        (QuestionKey(facet.title, 0), "  ", ["muted"]),
        (QuestionKey(facet.title, 1), "› ", ["strong"]),
    ]
    assert len(questions) == len(facet.questions)


def test_what_matters_most_is_marked_on_both_pages() -> None:
    facet = on("team", begun()).page.facets[0].title
    tree = put(begun(), SESSION, matters_most=(facet, "company"))
    first = next(iter(line_rows(on("team", tree), "", 0)))
    assert text(first).startswith(f"▸ {facet}  ◆ matters most")
    rows = {row.key: row for row in matter_rows(walk(tree))}
    marked = [key for key, row in rows.items() if row.marker == "◆ "]
    assert marked == [MatterKey("team", facet), MatterKey("company", "")]
    assert all("  matters most  " in text(rows[key]) for key in marked)
    assert sum("matters most" in text(row) for row in rows.values()) == 2
    assert {row.indent for key, row in rows.items() if isinstance(key, MatterKey) and key.title} == {1}


def test_notes_wait_on_every_page_and_facts_of_the_plan_on_that_of_the_product() -> None:
    draft = Draft(begun(), today=TODAY)
    draft.add(
        KINDS["capture"], "Praise by Lin", inside=NOTEBOOK, fields={"date": YESTERDAY, "kind": "thanks"}
    )
    draft.add(KINDS["capture"], "Taken up", inside=NOTEBOOK, fields={"taken_up": TODAY})
    tree = put(draft.tree, SESSION, period_from=dt.date(2026, 5, 1))
    said = [text(row) for row in line_rows(on("team", tree, small_plan()), "", 0)]
    assert said[-2:] == [
        "Waiting for this session  Enter takes it up here",
        "Praise by Lin | thanks · yesterday",
    ]
    said = [text(row) for row in line_rows(on("product", tree, small_plan()), "", 0)]
    at = said.index("In your plan, not counted yet  Enter counts it in")
    assert any("Seconds to pay" in each for each in said[at + 1 :])
    taken, entry = line(tree, "Counted", "product")
    source = next(each.source for each in on("product", tree, small_plan()).uncounted())
    taken = put(taken, entry, from_plan=source)
    assert len(on("product", taken, small_plan()).uncounted()) == len(said) - at - 2


def test_answers_are_told_in_words_and_what_is_empty_is_not() -> None:
    tree = put(begun(), SESSION, worthwhile="To know more\n", period_from=dt.date(2026, 5, 1))
    prompts = [
        Prompt("worthwhile", "Why?", "words", SESSION.child("worthwhile")),
        Prompt("from", "Since?", "day", SESSION.child("period_from")),
        Prompt("to", "Until?", "day", SESSION.child("period_to")),
        Prompt("new", "A line?", "entry"),
    ]
    said = [text(row) for row in answer_rows(walk(tree), prompts)]
    assert [each.rpartition("  ")[2] for each in said] == ["To know more", "1 May 2026"]
    assert not any(each.startswith(("Why?", "Since?")) for each in said), "the field's own label"
    assert [
        text(row) for row in answer_rows(walk(tree), [Prompt("x", "Odd?", "words", SESSION.child("odd"))])
    ] == []


def test_actions_of_last_time_say_what_came_of_them_or_when_they_are_due() -> None:
    draft = Draft(begun(), today=TODAY)
    draft.add(KINDS["session"], inside=NOTEBOOK, id_="2026-06-01", fields={"held": dt.date(2026, 6, 1)})
    came: dict[str, dict[str, Value]] = {
        "Open": {"by": YESTERDAY},
        "Done": {"by": YESTERDAY, "state": "done", "became": "It helps."},
        "Going on": {"state": "carried on"},
    }
    for title, fields in came.items():
        draft.add(KINDS["next_step"], title, inside=EARLIER)
        draft.add(KINDS["todo"], title, inside=NOTEBOOK, fields=fields)
    rows = list(arriving_rows(walk(draft.tree)))
    said = [text(row) for row in rows]
    assert said[-4:] == [
        "From last time  d done, c carried on, x dropped",
        "Open | 1 day late",
        "Done  It helps. | done",
        "Going on | carried on",
    ]
    assert [roles(row)[-1] for row in rows[-3:]] == ["careful", "good", "accent"]
    assert not [row for row in arriving_rows(walk(begun())) if row.key == TextKey("From last time")]


def test_the_first_definition_stands_with_what_the_plan_knows_of_its_metric() -> None:
    tree = put(begun(), SESSION, metric_before="Seconds to pay", period_from=dt.date(2026, 5, 1))
    found = on("before", tree, small_plan(), small_plan())
    said = [text(row) for row in before_rows(found, choosing=False)]
    assert said == [
        "Measured by  Seconds to pay",
        "Period from  1 May 2026",
        "This period: 6 weeks.",
        "In your plan: It stands at 71 s, from 96 s, 69 % of the way; the target is 60 s by 30 Sep.",
    ]
    rows = [text(row) for row in before_rows(found, choosing=True)]
    assert rows[-3:] == ["Metrics of your plan  Enter takes one", "Seconds to pay", "Card errors"]


def test_both_definitions_stand_side_by_side_and_what_is_not_said_is_told() -> None:
    said = [cells(row) for row in both_definitions(walk(begun()))]
    assert said == [["At first", "Now"], ["not said", "…"]]
    tree = put(begun(), SESSION, success_before="More", success_after="Better")
    rows = list(both_definitions(walk(tree)))
    assert cells(rows[1]) == ["More", "Better"]
    assert roles(rows[1]) == ["", "strong"]


def test_what_is_ahead_are_actions_with_their_days_and_what_stays_open() -> None:
    draft = Draft(begun(), today=TODAY)
    draft.add(KINDS["next_step"], "Ask Lin", inside=SESSION, fields={"by": dt.date(2026, 6, 16)})
    draft.add(KINDS["next_step"], "Write it", inside=SESSION)
    draft.add(KINDS["session_question"], "Who decides?", inside=SESSION)
    draft.add(KINDS["todo"], "Going on", inside=NOTEBOOK, fields={"state": "carried on"})
    draft.add(KINDS["session"], inside=NOTEBOOK, id_="2026-06-01", fields={"held": dt.date(2026, 6, 1)})
    draft.add(KINDS["next_step"], "Going on", inside=EARLIER)
    found = on("ahead", draft.tree)
    said = [text(row) for row in ahead_rows(found)]
    assert said[:3] == ["What you will do", "Ask Lin | tomorrow", "Write it | no day yet"]
    assert said[-2:] == ["What stays open", "Who decides?"]
    assert [each for each in said if "arried on" in each or each == "Going on"] == [
        "Carried on from last time  Enter takes it, with a new day",
        "Going on",
    ]
    draft.add(KINDS["next_step"], "Third", inside=SESSION)
    said = [text(row) for row in ahead_rows(on("ahead", draft.tree))]
    assert "Going on" not in said, "three actions are enough"
    team = put(draft.tree, SESSION, together="as a team")
    assert next(text(row) for row in ahead_rows(on("ahead", team))) == "What we will do"


def test_the_cursor_stops_at_what_can_be_answered_and_never_at_a_heading() -> None:
    draft = Draft(begun(), today=TODAY)
    draft.add(KINDS["capture"], "Praise", inside=NOTEBOOK)
    draft.add(KINDS["todo"], "Open", inside=NOTEBOOK)
    draft.add(KINDS["next_step"], "Ask Lin", inside=SESSION)
    draft.add(KINDS["session_question"], "Who decides?", inside=SESSION)
    tree, at = line(put(draft.tree, SESSION, worthwhile="More", period_from=dt.date(2026, 5, 1)))
    tree = put(tree, at, example="Monday")
    found = on("team", tree, small_plan())
    rows = [*line_rows(found, "", 0), *arriving_rows(found), *before_rows(found, choosing=True)]
    rows += [*ahead_rows(on("ahead", tree)), *matter_rows(found)]
    assert len(rows) > 30
    assert all(row.selectable is not isinstance(row.key, TextKey) for row in rows)
    for heading in ("Waiting for this session", "From last time", "Metrics of your plan", "What stays open"):
        number = [row.key for row in rows].index(TextKey(heading))
        assert cells(rows[number - 1]) == [""], "a blank line stands above it"


@pytest.mark.parametrize(
    ("held", "come"),
    [(None, False), (YESTERDAY, True), (TODAY, True), (dt.date(2026, 6, 16), False)],
    ids=str,
)
def test_the_next_session_has_come_on_its_day(held: dt.date | None, come: bool) -> None:
    tree = put(begun(), NOTEBOOK, next=held)
    assert has_come(walk(tree), Prompt("next", "When?", "day", NOTEBOOK.child("next"))) is come
    assert not has_come(walk(tree), Prompt("other", "When?", "day", NOTEBOOK.child("next")))
