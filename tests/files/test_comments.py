"""Comments go where they belong, and none is ever lost."""

import tomllib
from collections import Counter

import pytest
from hypothesis import given

from successbook.files.comments import has_comments
from successbook.files.reading import parse
from successbook.files.settling import settled
from successbook.files.writing import Writer
from successbook.tree import Note, Table, thaw
from tests.files.strategies import Messy, files, messy_files


def rendered(table: Table) -> str:
    return Writer().render(table).decode()


@given(messy_files())
def test_every_comment_of_a_messy_file_is_in_the_written_one_exactly_once(messy: Messy) -> None:
    lines = rendered(parse(messy.text, "plan.toml")).splitlines()
    found = Counter(comment for comment in messy.comments for line in lines if line.endswith(comment))
    assert found == Counter(messy.comments)


@given(messy_files())
def test_a_messy_file_keeps_its_values_and_is_normalised_once(messy: Messy) -> None:
    table = parse(messy.text, "plan.toml")
    assert thaw(table) == tomllib.loads(messy.text)
    once = rendered(table)
    assert parse(once, "plan.toml") == table
    assert rendered(parse(once, "plan.toml")) == once


@given(messy_files())
def test_whether_a_file_has_comments_is_known_without_parsing(messy: Messy) -> None:
    assert has_comments(messy.text) == bool(messy.comments)


@given(files())
def test_to_settle_comments_twice_is_to_settle_them_once(table: Table) -> None:
    assert settled(table) == table


EVERYWHERE = """\
# The plan of 2026.

# Kept by Ada.

# since format 1
format = 1  # never change it
owners = [ # who
  "Ada", # she
  # nobody else
]

# an old remark

# people who pay
[goals.guest-pays] # the first
title = "#1"
# half done
state.now = 3 # of five
# the end
"""


def test_each_place_a_comment_can_stand_in_has_its_owner() -> None:
    table = parse(EVERYWHERE, "plan.toml")
    goals = table["goals"]
    assert isinstance(goals, Table)
    goal = goals["guest-pays"]
    assert isinstance(goal, Table)
    state = goal["state"]
    assert isinstance(state, Table)
    assert table.note("") == Note(("# The plan of 2026.", "", "# Kept by Ada."), below=("# the end",))
    assert table.note("format") == Note(("# since format 1",), "# never change it")
    assert table.note("owners") == Note(("# who", "# she", "# nobody else"))
    assert goals.note("guest-pays") == Note(("# an old remark", "", "# people who pay"), "# the first")
    assert state.note("now") == Note(("# half done",), "# of five")


def test_the_block_at_the_top_stays_as_it_is() -> None:
    head = "#!odd   spacing \n#\n#  kept\n\n\n# all of it\n"
    assert rendered(parse(f"\n\n{head}\n\nformat=1", "plan.toml")) == f"{head}\nformat = 1\n"


def test_a_comment_right_above_the_first_key_belongs_to_the_key() -> None:
    table = parse("# one\nformat = 1\n", "plan.toml")
    assert table.note("format") == Note(("# one",))
    assert not table.note("")


@pytest.mark.parametrize("text", ["# only\n", "# only", "\n# a\n\n# b\n\n", "  # indented"])
def test_a_file_of_nothing_but_comments_keeps_them(text: str) -> None:
    table = parse(text, "plan.toml")
    assert not table
    assert rendered(table).split() == text.split()


def test_comments_inside_a_list_of_tables_move_above_the_list() -> None:
    table = parse("# a\n[[steps]] # b\nx = 1 # c\n# d\n[[steps]]\nx = [ 2, # e\n]\n", "plan.toml")
    assert table.note("steps") == Note(("# a", "# b", "# c", "# d", "# e"))


def test_a_comment_over_an_empty_key_at_the_top_is_the_files_own() -> None:
    table = parse('a = 1\n# over nothing\n"" = 2  # beside nothing\n', "plan.toml")
    assert table.note("") == Note(("# over nothing", "# beside nothing"))


def test_what_is_written_first_though_it_stood_later_gives_its_older_block_to_the_file() -> None:
    table = parse("# x\nx = { a = 1 }\n# one\n\n# two\nb = 2\n", "plan.toml")
    assert table.note("") == Note(("# one",))
    assert table.note("b") == Note(("# two",))
    assert parse(rendered(table), "plan.toml") == table


def test_what_becomes_the_first_record_gives_its_older_block_to_the_file() -> None:
    goals = Table({"a": Table({"x": 1})}, {"a": Note(("# old", "", "# mine"))})
    after = settled(Table({"goals": goals}))
    assert after.note("") == Note(("# old",))
    assert parse(rendered(Table({"goals": goals})), "plan.toml") == after
