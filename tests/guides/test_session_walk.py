"""A session under way, without a screen: what is asked, what is kept, where it goes on."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.errors import Refused
from successbook.guides.session_saying import begin_session
from successbook.guides.session_walk import until_when
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.tree import Address, Change, Table, Tree
from successbook.verdicts.board import standing_of
from tests.guides.sessions import SESSION, TODAY, after, begun, earlier, saying, walk


def line(tree: Tree, text: str = "Stand-up at 9:30", dimension: str = "team") -> tuple[Tree, Address]:
    change, at = saying(tree).line(dimension, text)
    return after(tree, change), at


def test_a_session_begins_with_its_notebook_and_needs_no_plan() -> None:
    tree = begun()
    assert tree.get(NOTEBOOK.child("about")) == "myself"
    assert tree.get(SESSION.child("held")) == TODAY
    assert walk(tree).page.name == "arriving"
    assert walk(tree).uncounted() == []


def test_a_second_session_of_a_day_has_a_file_of_its_own() -> None:
    tree = begun()
    change, at = begin_session(tree, TODAY, guide="wide-look", page="arriving", random=lambda: "abcd")
    assert at != SESSION
    assert len(list(records(after(tree, change), KINDS["session"]))) == 2


def test_what_is_said_last_tells_where_to_go_on_even_after_a_crash() -> None:
    tree, _ = line(begun())
    assert walk(tree).page.name == "team"
    assert tree.get(SESSION.child("paused_on")) == TODAY


def test_a_page_that_is_no_longer_in_the_guide_leads_to_the_first_one() -> None:
    tree = after(begun(), saying(begun(), "mood").pause())
    assert walk(tree).page.name == "arriving"


def test_a_session_that_has_ended_is_paused_nowhere() -> None:
    tree, _ = line(begun())
    ended = after(tree, saying(tree).end())
    assert not {"paused_at", "paused_on"} & set(ended.table(SESSION))


def test_one_line_is_said_and_with_an_example_it_is_shown() -> None:
    tree, at = line(begun())
    assert standing_of(tree.table(at)) == "said"
    shown = after(tree, saying(tree).say(at.child("example"), "Ravi's blocker was gone by noon."))
    assert standing_of(shown.table(at)) == "shown"


def test_a_line_counts_for_other_dimensions_and_is_listed_there() -> None:
    tree, at = line(begun())
    both = after(tree, saying(tree).also(at, "company"))
    assert walk(both).lines("company") == [at]
    assert walk(after(both, saying(both).also(at, "company"))).lines("company") == []


def test_a_line_is_put_under_another_facet_and_out_of_all() -> None:
    tree, at = line(begun())
    moved = after(tree, saying(tree).into(at, "company", "strategy"))
    assert (moved.get(at.child("dimension")), moved.get(at.child("facet"))) == ("company", "strategy")
    out = after(moved, saying(moved).into(at, "", ""))
    assert (out.get(at.child("dimension")), out.get(at.child("facet"))) == ("company", None)


def test_does_that_count_has_no_default_and_is_kept_as_asked_and_answered() -> None:
    tree, at = line(begun())
    asked = after(tree, saying(tree).ask_whether_it_counts(at))
    assert asked.get(at.child("asked")) == TODAY
    assert asked.get(at.child("counts")) is None
    answered = after(asked, saying(asked).ask_whether_it_counts(at, "thinking"))
    assert answered.get(at.child("counts")) == "thinking"


def test_longer_texts_are_added_to_and_never_replaced() -> None:
    tree = begun()
    at = SESSION.child("worthwhile")
    for text in ("One thing.", "日本語でも、もう一つ。"):
        tree = after(tree, saying(tree).say_more(at, text))
    assert tree.get(at) == "One thing.\n日本語でも、もう一つ。\n"


def test_at_most_three_actions_each_open_in_the_notebook_too() -> None:
    tree = begun()
    for text in ("one", "two", "three"):
        change, _ = saying(tree, "ahead").act(text, TODAY + dt.timedelta(days=7))
        tree = after(tree, change)
    todos = [tree.table(at) for at in records(tree, KINDS["todo"], NOTEBOOK)]
    assert [(todo["title"], todo["state"]) for todo in todos] == [
        ("one", "open"),
        ("two", "open"),
        ("three", "open"),
    ]
    with pytest.raises(Refused, match="three actions are enough"):
        saying(tree, "ahead").act("four")


def test_an_action_and_its_twin_in_the_notebook_change_together() -> None:
    change, at = saying(begun(), "ahead").act("Ask Dana")
    tree = after(begun(), change)
    (twin,) = records(tree, KINDS["todo"], NOTEBOOK)
    tree = after(tree, saying(tree, "ahead").by(at, dt.date(2026, 6, 30)))
    assert tree.get(twin.child("by")) == dt.date(2026, 6, 30)
    tree = after(tree, saying(tree, "ahead").retitle(at, "Ask Dana for ten minutes"))
    assert tree.get(twin.child("title")) == "Ask Dana for ten minutes"
    tree = after(tree, saying(tree, "ahead").remove(at))
    assert list(records(tree, KINDS["todo"], NOTEBOOK)) == []


def test_an_action_that_is_done_is_not_taken_away_with_a_new_one_of_the_same_words() -> None:
    tree = begun(after(Tree(), _done_todo()))
    change, at = saying(tree, "ahead").act("Ask Dana")
    tree = after(tree, change)
    *_, new = records(tree, KINDS["todo"], NOTEBOOK)
    done = after(tree, saying(tree, "ahead").settle(new, "done"))
    for start, left in ((tree, 1), (done, 2)):
        found = after(start, saying(start, "ahead").remove(at))
        states = [found.get(each.child("state")) for each in records(found, KINDS["todo"], NOTEBOOK)]
        assert states == ["done"] * left


def _done_todo() -> Change:
    draft = Draft(Tree(), today=TODAY)
    draft.add(KINDS["notebook"])
    draft.add(KINDS["todo"], "Ask Dana", inside=NOTEBOOK, fields={"state": "done"})
    return draft.change("before")


def titles(tree: Tree, found: list[Address]) -> list[str]:
    return [str(tree.get(at.child("title"))) for at in found]


def test_the_actions_of_last_time_and_what_is_open_are_asked_about() -> None:
    tree = begun(earlier())
    assert titles(tree, walk(tree).last_actions()) == ["Finish the road-show", "Read code", "Still open"]


def test_what_is_carried_on_is_offered_until_it_has_a_new_day() -> None:
    tree = begun(earlier())
    assert titles(tree, walk(tree).carried_on()) == ["Finish the road-show"]
    change, _ = saying(tree, "ahead").act("Finish the road-show")
    assert walk(after(tree, change)).carried_on() == []


def test_the_same_key_again_opens_an_action_again() -> None:
    tree = begun(earlier())
    (todo, *_) = walk(tree).last_actions()
    tree = after(tree, saying(tree, "arriving").settle(todo, "done"))
    assert tree.get(todo.child("state")) == "done"
    assert after(tree, saying(tree, "arriving").settle(todo, "done")).get(todo.child("state")) == "open"


def test_a_note_that_waits_becomes_a_line_seen_on_its_day() -> None:
    tree = begun(earlier())
    (note,) = walk(tree).waiting()
    change, at = saying(tree).take_up(note, "personal", "recognition")
    tree = after(tree, change)
    entry = tree.table(at)
    assert (entry["kind"], entry["seen"], entry["facet"]) == ("praise", dt.date(2026, 6, 9), "recognition")
    assert tree.get(note.child("taken_up")) == TODAY
    assert walk(tree).waiting() == []


def test_own_facets_stand_beside_those_of_the_guide_and_so_do_those_only_a_line_names() -> None:
    tree = begun(earlier())
    change, at = saying(tree).line("team", "A quiet week", {"facet": "nights"})
    found = walk(after(tree, change))
    found.go("team")
    assert [facet.title for facet in found.facets(found.page)] == [
        "trust",
        "morale",
        "getting things done",
        "on call",
        "nights",
    ]
    assert at.file == SESSION.file


def test_a_session_edited_by_hand_into_nonsense_still_walks() -> None:
    odd = Table(
        {
            "format": 1,
            "held": "yesterday",
            "paused_at": 7,
            "matters_most": "learning",
            "period_from": 3,
            "entries": Table({"a": Table({"title": 5, "dimension": ("team",)}), "b": "no table"}),
            "actions": Table({"x": Table({"title": Table()})}),
        }
    )
    tree = Tree({"notebook.toml": Table({"format": 1, "plans": 3}), SESSION.file: odd})
    found = walk(tree)
    assert found.page.name == "arriving"
    for page in found.guide.pages:
        found.go(page.name)
        found.prompts()
        found.facets(page)
        found.lines(page.dimension)
    assert (found.period_in_words(), found.last_actions(), found.waiting()) == ("", [], [])
    change, at = saying(tree).line("team", "still works")
    assert after(tree, change).get(at.child("title")) == "still works"
    assert after(tree, change).get(SESSION.child("entries", "b")) == "no table"


def test_the_end_is_said_to_the_next_five_minutes() -> None:
    assert until_when(dt.datetime.fromisoformat("2026-06-15T15:00"), 45) == "15:45"
    assert until_when(dt.datetime.fromisoformat("2026-06-15T15:02"), 45) == "15:50"
    assert until_when(dt.datetime.fromisoformat("2026-06-15T23:50"), 30) == "00:20"
