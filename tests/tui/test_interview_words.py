"""What stands around a question: how far one is, what was said so far in the width there is, and the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from successbook.guides.finding import State
from successbook.guides.pages import Said, Told
from successbook.guides.reading import shipped_guide
from successbook.tree import Address
from successbook.tui.screens.interview_words import closing_rows, example_lines, so_far_line, standing
from successbook.tui.widgets.wrapping import width_of

AT = Address("plan.toml", ("goals", "g"))
TOLD = (Told("Mission", "Warm homes", AT), Told("Problem", "Bills", AT), Told("Goal", "Pay less", AT))
ALL = " so far  Mission Warm homes › Problem Bills › Goal Pay less"


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ([], ""),
        ([State.OPEN], ""),
        ([State.ANSWERED, State.OPEN, State.ANSWERED], "2 answered"),
        ([State.NOT_KNOWN], "1 not known yet"),
        ([State.ANSWERED, State.NOT_KNOWN], "1 answered · 1 not known yet"),
    ],
)
def test_how_far_one_is_names_what_is_answered_and_what_is_not_known(states: list[State], said: str) -> None:
    assert standing(states) == said


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (80, ALL),
        (len(ALL) + 7, ALL),  # with room for what stands before what is left out, and after the last
        (len(ALL) + 6, " so far  … › Problem Bills › Goal Pay less"),
        (30, " so far  … › Goal Pay less"),
        (20, " so far  … › Goal …"),
    ],
)
def test_what_was_said_first_gives_way_where_there_is_no_room(width: int, said: str) -> None:
    line = so_far_line(TOLD, width).plain
    assert line == said
    assert width_of(line) < width


def test_nothing_said_is_an_empty_line() -> None:
    assert so_far_line((), 80).plain == ""


def test_an_example_that_is_not_there_has_no_line() -> None:
    step = next(each for each in shipped_guide("ten-questions").steps if each.works and each.fails)
    assert example_lines(step).plain == f"works  {step.works}\nfails  {step.fails}"
    assert example_lines(replace(step, works="")).plain == f"fails  {step.fails}"
    assert example_lines(replace(step, works="", fails="")).plain == ""


def test_the_end_lists_what_was_said_and_below_it_what_is_open_or_lacks_something() -> None:
    said = [
        Said(1, "Why?", State.ANSWERED, ("Warm homes", "for all"), ()),
        Said(2, "Whose?", State.NOT_KNOWN, (), ()),
        Said(3, "What?", State.ANSWERED, ("Pay",), ("Unit", "Baseline")),
        Said(4, "When?", State.OPEN, (), ()),
    ]
    rows = closing_rows("That is all.", said, "see the plan")
    told = [(row.key, "".join(getattr(cell, "text", "") for cell in row.cells[1:])) for row in rows]
    assert told == [
        ("closing", "That is all."),
        ("on", "Enter: see the plan"),
        ("blank", ""),
        (("said", 1), "Warm homes · for all"),
        (("said", 3), "Pay"),
        ("blank below", ""),
        ("open", "Still open"),
        (("open", 2), ""),
        (("open", 3), ""),
        (("open", 4), ""),
    ]
    asides = [[cell.text for cell in row.cells[1]] for row in rows[-3:] if isinstance(row.cells[1], tuple)]
    assert asides == [["Whose?", "  don't know yet"], ["What?", "  unit, baseline"], ["When?", ""]]
    assert [row.key for row in rows if not row.selectable] == ["closing", "blank", "blank below", "open"]


def test_where_nothing_is_open_nothing_is_said_of_it() -> None:
    rows = closing_rows("All.", [Said(1, "Why?", State.ANSWERED, ("Warm homes",), ())], "close")
    assert [row.key for row in rows] == ["closing", "on", "blank", ("said", 1)]
