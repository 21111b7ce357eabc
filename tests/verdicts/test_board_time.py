"""Sessions over time: what moved is told of facets, what nobody looked at is an invitation."""

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Table, Tree
from successbook.verdicts.board_time import definitions, over_time
from successbook.verdicts.board_told import over_time_lines
from tests.notebooks import EARLY, LATE, NOTEBOOK, line, notebook
from tests.plans import NOW

FOUND = over_time(notebook(), NOW)


def test_what_moved_names_both_ends() -> None:
    moved = {each.facet: each.said for each in FOUND.moved}
    assert moved["learning"] == "said on 1 May, shown on 10 Jun"
    assert moved["money"] == "nothing said on 1 May, shown on 10 Jun"
    assert "recognition" not in moved


def test_a_session_that_did_not_come_to_a_facet_is_no_step_back() -> None:
    assert "trust" not in {each.facet for each in FOUND.moved}
    tree = notebook()
    short = Table({"held": dt.date(2026, 6, 12)})
    later = over_time(Tree({**tree.files, "reflections/2026-06-12.toml": short}), NOW)
    assert later.moved == FOUND.moved


def test_only_the_last_two_ends_of_what_moved_are_told_in_words() -> None:
    draft = Draft(notebook(), today=NOW.date)
    for number, fields in ((11, {"counts": "no"}), (12, {})):
        day = dt.date(2026, 6, number)
        session = draft.add(
            KINDS["session"], f"On {day}", inside=NOTEBOOK, id_=day.isoformat(), fields={"held": day}
        )
        line(draft, session, "Again", dimension="personal", facet="LEARNING", **fields)
        line(draft, session, "Both", dimension="team", facet="trust", kind="win", example="Once.")
        line(draft, session, "Not yet", dimension="team", facet="trust", kind="obstacle")
    last = draft.add(KINDS["session"], "No day", inside=NOTEBOOK, id_="no-day")
    line(draft, last, "Shown", dimension="personal", facet="learning", example="Once more.")
    found = over_time(draft.tree, NOW)
    moved = {each.facet: each for each in found.moved}
    assert moved["learning"].said == 'said on 12 Jun, shown in "No day"'
    assert moved["learning"].at == last.child("entries", "shown")
    assert moved["trust"].said == "a miss on 1 May, shown and a miss on 11 Jun"


def test_a_facet_of_ones_own_is_the_same_however_it_was_written_in_a_session() -> None:
    draft = Draft(notebook(), today=NOW.date)
    line(draft, EARLY, "First", dimension="team", facet="Night  shifts")
    line(draft, LATE, "Then", dimension="team", facet="night shifts", example="It did.")
    moved = {each.facet: each.said for each in over_time(draft.tree, NOW).moved}
    assert moved["Night  shifts"] == "said on 1 May, shown on 10 Jun"


def test_what_moved_leads_to_a_line() -> None:
    tree = notebook()
    assert all(tree.get(each.at) is not None for each in FOUND.moved)


def test_facets_that_nobody_looked_at_are_named_once_and_without_blame() -> None:
    names = [each.name for each in FOUND.unvisited]
    assert "recognition" in names
    assert "trust" not in names
    assert "Not looked at yet, if you like:" in list(over_time_lines(FOUND, NOW))


def test_definitions_stand_in_a_row_and_missing_ones_are_passed_over() -> None:
    said = [(sitting.at, label) for sitting, _, label, _ in definitions(FOUND.sittings)]
    assert said == [(EARLY, "at first"), (LATE, "at first"), (LATE, "afterwards")]


def test_one_session_alone_has_not_moved() -> None:
    tree = notebook()
    alone = over_time(Tree({name: table for name, table in tree.files.items() if name != LATE.file}), NOW)
    assert alone.moved == ()
    assert "  Nothing yet; after the next session there may be something to compare" in list(
        over_time_lines(alone, NOW)
    )
