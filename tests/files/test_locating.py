"""The line of a value, found again in any text that TOML allows."""

import tomllib

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from successbook.files.locating import Lines

TEXT = '''\
# a head with key = "value"
format = 1
[goals]  # all of them

[goals."a.b"]
title = "x"
"odd # key" = """
title = "inside a text"
[goals.fake]
"""
dotted . deep = 3
list = [
  1, # one ]
  "]",
  { inner = 2 },
]
inline = { first = 1, "second one" = { third = 3 } }

['goals' . other]
day = 1979-05-27 07:32:00
last = \'\'\'it''s\'\'\'
'''


def test_each_kind_of_key_is_found_on_its_line() -> None:
    tomllib.loads(TEXT)
    lines = Lines(TEXT)
    assert lines.of(("format",)) == 2
    assert lines.of(("goals",)) == 3
    assert lines.of(("goals", "a.b")) == 5
    assert lines.of(("goals", "a.b", "title")) == 6
    assert lines.of(("goals", "a.b", "odd # key")) == 7
    assert lines.of(("goals", "a.b", "dotted", "deep")) == 11
    assert lines.of(("goals", "a.b", "list")) == 12
    assert lines.of(("goals", "a.b", "inline", "second one", "third")) == 17
    assert lines.of(("goals", "other")) == 19
    assert lines.of(("goals", "other", "day")) == 20
    assert lines.of(("goals", "other", "last")) == 21


def test_what_stands_nowhere_is_on_the_line_of_the_table_around_it() -> None:
    assert Lines(TEXT).of(("goals", "other", "missing", "deeper")) == 19
    assert Lines(TEXT).of(("nothing",)) == 1
    assert Lines("").of(()) == 1


def test_a_table_without_a_header_of_its_own_is_on_the_line_of_its_first_part() -> None:
    assert Lines("\n[metrics.seconds.targets.summer]\nvalue = 1\n").of(("metrics", "seconds")) == 2


def test_a_byte_order_mark_and_windows_lines_do_no_harm() -> None:
    assert Lines('\ufeffa = 1\r\nb = "x"\r\n[c]\r\nd = 2\r\n').of(("c", "d")) == 4


def test_text_that_is_no_toml_ends_the_walk_quietly() -> None:
    lines = Lines('a = 1\nb = { "x\nc = 2\n')
    assert lines.of(("a",)) == 1
    assert Lines("a = 1\n<<<<<<< ours\nb = 2\n").of(("b",)) == 1


keys = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=8)
scalars = st.text(st.characters(codec="utf-8", exclude_characters="\r")) | st.integers(-(2**60), 2**60)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(keys, values, max_size=5))
def test_every_scalar_of_any_file_is_found_on_the_line_that_writes_it(plain: dict[str, object]) -> None:
    text = tomli_w.dumps(plain, multiline_strings=True)
    rows = text.split("\n")
    lines = Lines(text)

    def walk(table: dict[str, object], path: tuple[str, ...]) -> None:
        for key, value in table.items():
            row = rows[lines.of((*path, key)) - 1]
            assert tomli_w.dumps({key: 0}).partition(" = ")[0] in row
            if isinstance(value, dict):
                walk(value, (*path, key))

    walk(plain, ())
