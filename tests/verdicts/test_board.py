"""The board: which line stands where and how, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.dimensions import DIMENSIONS, FACETS
from successbook.plan.drafts import Draft
from successbook.tree import Table, Tree
from successbook.verdicts.board import ALSO, UNNAMED, Board, Sector, Standing, board_of, standing_of
from successbook.verdicts.board_shape import counts_of
from successbook.verdicts.board_told import board_lines
from tests.notebooks import LATE, NOTEBOOK, line, notebook
from tests.plans import NOW

BOARD = board_of(notebook(), LATE)


def sector(dimension: str, name: str, board: Board = BOARD) -> Sector:
    return next(each for each in board.of(dimension) if each.name == name)


STANDS: dict[str, tuple[dict[str, str], Standing]] = {
    "without an example it is said": ({"kind": "win"}, "said"),
    "an example shows it": ({"kind": "win", "example": "It did."}, "shown"),
    "white space is no example": ({"example": " \n"}, "said"),
    "somebody's words show it": ({"quote": "Thank you."}, "shown"),
    "a pair shows it": ({"before": "Slow.", "after": "Quick."}, "shown"),
    "half a pair does not": ({"after": "Quick."}, "said"),
    "an obstacle is a miss": ({"kind": "obstacle"}, "missed"),
    "an obstacle with an example stays one": ({"kind": "obstacle", "example": "On Monday."}, "missed"),
    "the wrong direction is a miss": ({"direction": "wrong direction", "example": "-3"}, "missed"),
    "too early to judge is none": ({"direction": "too early to judge"}, "said"),
    "what does not count is a miss": ({"counts": "no", "example": "It did."}, "missed"),
    "whoever thinks about it has not said no": ({"counts": "thinking"}, "said"),
}


@pytest.mark.parametrize(("fields", "standing"), STANDS.values(), ids=STANDS)
def test_how_a_line_stands(fields: dict[str, str], standing: Standing) -> None:
    assert standing_of(Table(dict(fields))) == standing


def test_every_facet_is_there_also_without_a_line() -> None:
    empty = board_of(notebook())
    assert empty.empty
    assert empty.before == ""
    for dimension, facets in FACETS.items():
        assert [each.name for each in empty.of(dimension)][: len(facets)] == list(facets)
    assert sector("personal", "saying no", empty).own


def test_every_quadrant_has_a_place_whatever_facets_a_guide_has() -> None:
    tree = Tree({NOTEBOOK.file: Table()})
    bare = board_of(tree, facets={"team": ("on call",)})
    assert [(each.dimension, each.name) for each in bare.sectors] == [
        ("personal", UNNAMED), ("team", "on call"), ("company", UNNAMED), ("product", UNNAMED)
    ]  # fmt: skip
    assert counts_of(bare) == (1, 1, 1, 1)


def test_ones_own_facets_stand_behind_those_one_began_with_and_what_has_none_last() -> None:
    draft = Draft(notebook(), today=NOW.date)
    line(draft, LATE, "No facet", dimension="team")
    line(draft, LATE, "Late", dimension="team", facet="Nights", also=("company",))
    draft.put(LATE.child("matters_most"), ("Team", "nights", UNNAMED, "sleep", "rest", "sleep"))
    board = board_of(draft.tree, LATE, facets={"team": ("trust", "talk")})
    assert [(each.name, each.own, each.matters) for each in board.of("team")] == [
        ("trust", False, True),
        ("talk", False, True),
        ("on call", True, True),
        ("Nights", True, True),
        (UNNAMED, False, False),
        (ALSO, False, False),
    ]
    assert [each.name for each in board.of("company")] == [UNNAMED, ALSO]
    assert board.matters == ("sleep", "rest")


def test_a_facet_that_was_written_with_other_spaces_is_the_same() -> None:
    draft = Draft(notebook(), today=NOW.date)
    at = line(draft, LATE, "Again", dimension="personal", facet="Saying   No")
    board = board_of(draft.tree, LATE)
    assert at in [each.at for each in sector("personal", "saying no", board).lines]
    assert "Saying   No" not in [each.name for each in board.sectors]


def test_a_line_stands_once_where_it_belongs_whatever_else_it_names() -> None:
    draft = Draft(notebook(), today=NOW.date)
    also = ("Personal", " LEARNING", "money", "money", "company", "company")
    at = line(draft, LATE, "Once", dimension="personal", facet="learning", also=also)
    board = board_of(draft.tree, LATE)
    stands = [(each.name, own.also) for each in board.sectors for own in each.lines if own.at == at]
    assert stands == [("learning", False), ("money", True), (ALSO, True)]


def test_the_first_definition_stands_in_the_middle_on_one_line() -> None:
    assert BOARD.before == "Eight teams."


def test_a_line_finds_its_facet_however_it_is_written() -> None:
    assert [each.title for each in sector("personal", "learning").lines] == ["My question changed the plan"]


def test_a_facet_that_only_a_line_names_is_a_facet() -> None:
    assert sector("team", "on call").own
    assert sector("team", "on call").bands == ("shown",)


def test_a_line_counts_in_its_other_dimensions_too() -> None:
    [also] = sector("team", ALSO).lines
    assert (also.title, also.also) == ("My question changed the plan", True)


def test_an_other_facet_may_be_named_too() -> None:
    draft = Draft(notebook(), today=NOW.date)
    line(draft, LATE, "Both", dimension="team", facet="trust", also=("Strategy", "team", "nothing we know"))
    board = board_of(draft.tree, LATE)
    assert [each.title for each in sector("company", "strategy", board).lines] == ["Both"]
    assert [each.title for each in sector("team", ALSO, board).lines] == ["My question changed the plan"]


def test_a_line_without_facet_or_dimension_is_not_lost() -> None:
    assert [each.title for each in sector("company", UNNAMED).lines] == ["Something else"]
    assert [each.title for each in BOARD.nowhere] == ["Nowhere yet"]


def test_misses_stay_and_say_why() -> None:
    assert [(each.standing, each.why) for each in sector("personal", "saying no").lines] == [
        ("missed", "does that count? no")
    ]
    assert sector("product", "top-level metrics").lines[0].why == "wrong direction"


def test_what_matters_most_is_marked_and_what_is_no_facet_is_kept() -> None:
    assert sector("personal", "learning").matters
    assert not sector("personal", "money").matters
    assert BOARD.matters == ("sleep",)


def test_shown_stands_inside_of_said_and_misses_outermost() -> None:
    draft = Draft(notebook(), today=NOW.date)
    for title, fields in (("b", {"kind": "obstacle"}), ("c", {}), ("d", {"example": "e"})):
        line(draft, LATE, title, dimension="personal", facet="learning", **fields)
    assert sector("personal", "learning", board_of(draft.tree, LATE)).bands == (
        "shown",
        "shown",
        "said",
        "missed",
    )


def test_everything_that_is_drawn_is_told() -> None:
    told = "\n".join(board_lines(BOARD))
    for lines in (*(each.lines for each in BOARD.sectors), BOARD.nowhere):
        assert all(each.title in told for each in lines)
    assert "In the middle: Eight teams." in told
    assert "learning, matters most" in told
    assert "Said no once: a miss, does that count? no" in told
    assert "recognition: nothing said yet" in told
    assert "Matters most besides: sleep" in told


@pytest.mark.parametrize("tell", [lambda: board_lines(BOARD), lambda: board_lines(board_of(notebook()))])
def test_nothing_on_the_board_counts_or_grades(tell: Callable[[], list[str]]) -> None:
    assert not any(char.isdigit() for char in "".join(tell()))


TEXTS = st.text(max_size=12)
VALUES = st.one_of(
    TEXTS, st.integers(), st.booleans(), st.tuples(TEXTS), st.sampled_from([*DIMENSIONS, "no"])
)
FIELDS = ("title", "dimension", "facet", "also", "kind", "counts", "example", "direction")


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES), max_size=6))
def test_no_hand_edited_line_is_lost(entries: list[dict[str, object]]) -> None:
    lines = Table({f"e{at}": Table(fields) for at, fields in enumerate(entries)})  # type: ignore[arg-type]
    tree = Tree({NOTEBOOK.file: Table(), LATE.file: Table({"entries": lines})})
    board = board_of(tree, LATE)
    found = {each.at for sector in board.sectors for each in sector.lines} | {
        each.at for each in board.nowhere
    }
    assert found == {LATE.child("entries", f"e{at}") for at in range(len(entries))}
