"""Reading ends, quickly, with a table or with one line that says what is wrong and where."""

import datetime as dt
import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import NotReadable
from successbook.files.limits import MAX_DEPTH
from successbook.files.locating import Lines
from successbook.files.reading import conflict_line, parse, parse_bytes
from successbook.files.writing import Writer
from successbook.tree import same
from tests.files.broken import error_of
from tests.files.strategies import Messy, messy_files

# Syntax


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = 1\nb = ", 2, "no value"),
        ("a = 1\nb = yes\n", 2, "no value; text needs quotation marks"),
        ("a = 1\n\na = 2\n", 3, "a key stands there twice"),
        ("[a]\n[b]\n[a]\n", 3, "a table stands there twice"),
        ('x = "#"\na = """\nnever closed\n# 2\n', 2, "no quotation mark closes"),
        ("a = '''\n\n", 1, "no quotation mark closes"),
        ("a = 'b\n", 1, "no quotation mark closes"),
        ('a = "b\n', 1, "no quotation mark closes"),
        ("a = 2026-02-30\n", 1, "no such date"),
        ("a = [1\nb = 2\n", 2, "list is not closed"),
        ("a = { b = 1\nc = 2 }", 2, "table is not closed"),
        ('a = "\\q"\n', 1, "backslash"),
        ('a = "\\ud800"\n', 1, "number after"),
        ("just text\n", 1, "not followed by ="),
        ("§ 5\n", 1, "no key"),
        ("a = 1 b = 2\n", 1, "where the line should end"),
        ('a = "\x07"\n', 1, "control character"),
        ("a = {}\na.b = 1\n", 2, "closed"),
        ("a = 'b\nc'\n", 1, "no quotation mark closes"),
        ("a = { b = 1, b = 2 }\n", 1, "a key stands there twice"),
        ("[a.b]\n[a]\nb.c = 1\n", 3, "a table stands there twice"),
        ("a = {\n  b = 1,\n[c]\n", 3, "a { above is not closed"),
        ("a = {\n  b = 1,\n\n", 2, "a { above is not closed"),
        ("a = 1\n[b\nc = 1\n", 2, "not closed with its brackets"),
        ("[[b]\n", 1, "not closed with its brackets"),
        ("# \x07\n", 1, "control character"),
        ('a = "\\u12"\n', 1, "number after"),
    ],
)
def test_a_mistake_is_named_in_words_with_its_line(text: str, line: int, says: str) -> None:
    error = error_of(text)
    assert says in str(error)
    assert error.line == line


MERGED = """\
[goals.a]
<<<<<<< HEAD
title = "mine"
=======
title = "theirs"
>>>>>>> other
"""


def test_conflict_markers_are_named() -> None:
    error = error_of(MERGED)
    assert "conflict markers" in str(error)
    assert error.line == 2
    assert error_of(MERGED.replace("\n", "\r\n")).line == 2


def test_conflict_markers_inside_prose_are_found_though_the_file_is_valid() -> None:
    text = f'why = """\n{MERGED}"""\n'
    tomllib.loads(text)
    assert conflict_line(text) == 3
    assert conflict_line('why = "<<<<<<< and >>>>>>> in a line"\n') is None
    assert conflict_line("=======\n") is None
    assert conflict_line("a = 1\n>>>>>>> other\n") == conflict_line("a = 1\n<<<<<<< HEAD\n") == 2


# TOML 1.1, as people write it by hand

BY_HAND = """\
# The head.

meeting = 07:32  # in the morning
[goals.g-1]
title = "A \\x48and \\u0026 a\\e key"
owner = {
  # who answers
  name = "Ann",  # for now
  team = "Growth",
}
"""


def test_what_toml_allows_since_1_1_is_read_and_written_as_1_0_with_its_comments() -> None:
    table = parse(BY_HAND, "plan.toml")
    written = Writer().render(table).decode()
    plain = tomllib.loads(written)
    assert plain["meeting"] == dt.time(7, 32)
    assert plain["goals"]["g-1"] == {
        "title": "A Hand & a\x1b key",
        "owner": {"name": "Ann", "team": "Growth"},
    }
    assert re.findall("#.*", written) == ["# The head.", "# in the morning", "# who answers", "# for now"]
    assert same(parse(written, "plan.toml"), table)


def test_the_lines_of_toml_1_1_are_known() -> None:
    lines = Lines(BY_HAND)
    assert lines.of(("goals", "g-1", "owner", "name")) == 8
    assert lines.of(("goals", "g-1", "owner", "team")) == 9


# Bombs

BOMBS = {
    "dots": "a." * 320_000 + "a = 1",
    "dots in an inline table": "x = {" + "a." * 320_000 + "a = 1}",
    "dots in a header": "[" + "a." * 320_000 + "a]",
    "quoted dots": '"a". ' * 320_000 + "a = 1",
    "arrays": "a = " + "[" * 320_000,
    "closed arrays": "a = " + "[" * 900 + "]" * 900,
    "inline tables": "a = " + "{a = " * 320_000,
    "closed inline tables": "a = " + "{a = " * 300 + "1" + "}" * 300,
    "just too deep": "a = " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
    "deep by headers and keys": "[a.a.a.a.a.a.a]\na.a.a.a.a.a.a = 1",
    "brackets": "[" * 640_000,
    "quotation marks": '"""' + r"\"\"\"" * 200_000,
    "single marks": "'" * 640_000,
    "half a string": '"' * 640_001,
    "digits": "a = 1" + "0" * 5_000,
    "underscored digits": "a = " + "1_0" * 3_000,
    "hex digits": "a = 0x" + "f" * 5_000,
    "hashes": "#" * 640_000 + "\x07",
    "backslashes": '"' + "\\" * 640_001,
    "words and dots": "a " * 320_000 + "." * 20,
    "returns": "\r" * 640_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_turned_away(name: str) -> None:
    assert str(error_of(BOMBS[name])).startswith("plan.toml")


@pytest.mark.parametrize("name", ["digits", "underscored digits", "hex digits"])
def test_a_number_without_end_is_named_with_its_line(name: str) -> None:
    error = error_of(f"[t]\nb = 1\n{BOMBS[name]}\n")
    assert "digits" in str(error)
    assert error.line == 3


def test_a_key_without_end_is_named_with_its_line() -> None:
    assert error_of("[t]\n" + BOMBS["dots"]).line == 2


@pytest.mark.parametrize(
    "text",
    [
        'why = "' + "One. Two. " * 50 + '"',
        'why = """\n' + "a.b." * 50 + '\n"""',
        "# " + "a.b." * 50,
        "a = [" + ", ".join(["1.5"] * 50) + "]",
        "a = '" + "a.b." * 50 + "'",
        "a = " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1),
        "a.b.c.d.e.f = 1" + "0" * 900,
        "a = 0x" + "f" * 800,
    ],
)
def test_what_only_looks_like_a_bomb_is_read(text: str) -> None:
    assert set(parse(text, "plan.toml")) == set(tomllib.loads(text))


def expect_table_or_one_line(data: bytes) -> None:
    try:
        parse_bytes(data, "plan.toml")
    except NotReadable:
        error_of(data)


@given(st.one_of(st.text(max_size=40), st.text("[]{}=\"'#.\\\n a1", max_size=40)))
def test_any_text_is_a_table_or_one_line(text: str) -> None:
    expect_table_or_one_line(text.encode())


@given(messy_files(), st.data())
def test_a_damaged_file_is_a_table_or_one_line(messy: Messy, data: st.DataObject) -> None:
    raw = messy.text.encode()
    at = data.draw(st.integers(0, len(raw)))
    cut = raw[:at] + data.draw(st.binary(max_size=3)) + raw[data.draw(st.integers(at, len(raw))) :]
    expect_table_or_one_line(cut)
