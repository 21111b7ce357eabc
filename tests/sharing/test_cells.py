"""Cells: nothing is a formula, nothing is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import NotReadable
from successbook.sharing.cells import neutral, packed, restored, unpacked
from successbook.sharing.tables import read_table, table_text

STARTS = "=+-@\t\r"
texts = st.text(
    st.sampled_from("=+-@\t\r\n'\"a,;|ä支") | st.characters(exclude_categories=["Cs"]), max_size=12
)


@pytest.mark.parametrize("start", STARTS)
def test_a_cell_that_a_spreadsheet_would_run_is_text(start: str) -> None:
    assert neutral(f"{start}1+1") == f"'{start}1+1"
    assert restored(f"'{start}1+1") == f"{start}1+1"


@given(texts)
def test_no_cell_begins_like_a_formula_and_every_one_comes_back(text: str) -> None:
    made = neutral(text)
    assert made[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert restored(made) == text


def test_a_negative_number_stays_a_number_and_words_that_look_like_one_do_not() -> None:
    assert neutral(-3) == "-3"
    assert neutral("-3") == "'-3"
    assert restored("-3") == "-3"


def test_an_apostrophe_that_marks_nothing_is_left_alone() -> None:
    assert neutral("'tis") == restored("'tis") == "'tis"


_items = st.lists(
    st.text(st.sampled_from(",;a b\"'支"), min_size=1, max_size=5).map(str.strip).filter(bool), max_size=4
)


@given(_items)
def test_a_list_in_one_cell_comes_back(items: list[str]) -> None:
    assert unpacked(packed(items)) == tuple(items)


def test_a_list_reads_as_people_write_it() -> None:
    assert packed(("phone", "long")) == "phone, long"
    assert unpacked("phone; long") == ("phone", "long")
    assert unpacked("a, b\n") == ("a, b",)
    assert unpacked(packed((",\x1e0",))) == (",\x1e0",)


@given(st.lists(st.lists(texts, min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_a_table_comes_back_cell_by_cell(rows: list[list[str]], separator: str) -> None:
    heading = [f"h{number}" for number in range(4)]
    found = read_table(table_text([heading, *rows], separator), "file.csv")
    assert found.separator == separator
    assert found.heading == tuple(heading)
    wanted = [{at: cell for at, cell in enumerate(row) if cell.strip()} for row in rows]
    assert [row.cells for row in found.rows] == [cells for cells in wanted if cells]


@given(st.lists(texts, min_size=1, max_size=4))
def test_what_is_written_is_what_every_csv_reader_reads(row: list[str]) -> None:
    text = table_text([row])
    assert next(csv.reader(io.StringIO(text, newline=""))) == [neutral(cell) for cell in row]


def test_rows_are_numbered_as_a_spreadsheet_counts() -> None:
    text = 'sep=;\r\n\r\nCase;Note\r\n"one\nline";a\r\n\r\n;\r\ntwo;b;;\r\n'
    found = read_table(text, "file.csv")
    assert (found.separator, found.heading) == (";", ("Case", "Note"))
    assert [(row.number, row.cells, row.beyond) for row in found.rows] == [
        (3, {0: "one\nline", 1: "a"}, False),
        (6, {0: "two", 1: "b"}, False),
    ]


def test_a_cell_behind_the_last_heading_is_noticed() -> None:
    found = read_table("Case,Note\none,a,b\ntwo\n", "file.csv")
    assert [(row.number, row.beyond) for row in found.rows] == [(2, True), (3, False)]


def test_of_separators_that_fit_the_one_with_known_headings_is_taken() -> None:
    text = "Case, the long one;Note\na;b\n"
    assert read_table(text, "f", lambda heading: heading == "Note").separator == ";"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "there is nothing in it"),
        (" \n,,\n", "there is nothing in it"),
        ('Case,Note\na,b\nc,"no end\n', "row 3: a quotation mark has no partner"),
        ('Case\n"a"b\n', "row 2: a quotation mark has no partner"),
        ("a," * 600, "more than 500 columns"),
        ("a\n" * 20_005, "more than 20000 rows"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(text: str, says: str) -> None:
    with pytest.raises(NotReadable, match=says) as refused:
        read_table(text, "file.csv")
    assert str(refused.value).startswith("file.csv: ")
    assert "\n" not in str(refused.value)
