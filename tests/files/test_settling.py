"""Which comment belongs to the file and which to its first statement, in the one way a file can say it."""

from __future__ import annotations

import pytest

from successbook.files.settling import head_and_rest, joined, settled, shows_header, trimmed
from successbook.tree import NO_NOTE, Note, Table

Lines = tuple[str, ...]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ((), ()),
        (("",), ()),
        (("", ""), ()),
        (("", "", "a", "", "b", "", ""), ("a", "", "b")),
        (("a",), ("a",)),
        (("", "a"), ("a",)),
        (("a", ""), ("a",)),
    ],
)
def test_blank_lines_at_either_end_go_and_those_between_stay(lines: Lines, left: Lines) -> None:
    assert trimmed(lines) == left


@pytest.mark.parametrize(
    ("lines", "head", "rest"),
    [
        (("# first",), (), ("# first",)),
        (("# file", "", "# first"), ("# file",), ("# first",)),
        (("# file", ""), ("# file",), ()),
        (("", "# file", "", ""), ("# file",), ()),
        (("", "# first"), (), ("# first",)),
        (("# a", "", "# b", "", "# c", "# d"), ("# a", "", "# b"), ("# c", "# d")),
    ],
)
def test_the_block_at_the_top_is_cut_at_its_last_blank_line(lines: Lines, head: Lines, rest: Lines) -> None:
    assert head_and_rest(lines) == (head, rest)


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        ([], ()),
        ([(), ("a",)], ("a",)),
        ([("a",), ()], ("a",)),
        ([("a",), ("b", "c"), ("d",)], ("a", "", "b", "c", "", "d")),
    ],
)
def test_a_blank_line_stands_between_blocks_and_nowhere_else(blocks: list[Lines], lines: Lines) -> None:
    assert joined(*blocks) == lines


@pytest.mark.parametrize(
    ("table", "note", "shown"),
    [
        (Table(), NO_NOTE, True),
        (Table({"a": 1}), NO_NOTE, True),
        (Table({"t": Table({"a": 1})}), NO_NOTE, False),
        (Table({"t": Table({"a": 1})}), Note(above=("# t",)), True),
        (Table({"a": 1, "t": Table()}), NO_NOTE, True),
    ],
)
def test_a_header_is_written_where_a_table_says_something_itself(
    table: Table, note: Note, shown: bool
) -> None:
    assert shows_header(table, note) is shown


def test_in_a_file_without_statements_nothing_stands_below() -> None:
    assert settled(Table((), {"": Note(above=("# a",), below=("# b",))})) == Table(
        (), {"": Note(above=("# a", "", "# b"))}
    )


@pytest.mark.parametrize("key", ["title", "goals"])
def test_what_stands_above_the_first_statement_up_to_a_blank_line_is_the_files_own(key: str) -> None:
    inner = Table({"pay": Table({"title": "Pay"}, {"title": Note(beside="# beside")})})
    held = {"title": "T"} if key == "title" else {"goals": inner}
    above = ("# the file", "", "# mine")
    notes = {"": Note(above=("# own",), below=("# end",)), key: Note(above=above, beside="# b")}
    found = settled(Table(held, notes))
    assert found.note("") == Note(above=("# own", "", "# the file"), below=("# end",))
    assert found.note(key) == Note(above=("# mine",), beside="# b")
    assert dict(found) == held


def test_the_first_statement_may_stand_deep_in_tables_without_headers() -> None:
    pay = Table({"title": "Pay"})
    table = Table({"goals": Table({"pay": pay}, {"pay": Note(above=("# file", "", "# pay"))})})
    found = settled(table)
    assert found.note("").above == ("# file",)
    goals = found["goals"]
    assert isinstance(goals, Table)
    assert goals.note("pay").above == ("# pay",)
    assert settled(found) == found


def test_a_comment_that_belongs_to_the_first_statement_alone_stays() -> None:
    table = Table({"a": 1}, {"a": Note(above=("# a",))})
    assert settled(table) is table


def test_what_has_no_comment_stays_as_it_is() -> None:
    table = Table({"a": 1, "t": Table({"b": 2})})
    assert settled(table) is table


def test_an_empty_key_has_comments_of_its_own_only_below_the_top_of_a_file() -> None:
    above = Note(above=("# file", "", "# mine"))
    top = Table({"": 1}, {"": above})
    assert settled(top) is top
    found = settled(Table({"t": Table({"": Table({"a": 1})}, {"": above})}))
    inner = found["t"]
    assert isinstance(inner, Table)
    assert (found.note("").above, inner.note("").above) == (("# file",), ("# mine",))
