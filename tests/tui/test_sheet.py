"""Rows laid out in columns."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from successbook.tui.widgets.sheet import Cell, Column, Row, Sheet

TITLE = Column(grow=True)
NUMBER = Column(align="right")


def shown(sheet: Sheet) -> list[str]:
    return ["".join(text for text, _ in line) for row in sheet.rows for line in sheet.lines(row)]


def row(*cells: str, **more: object) -> Row:
    return Row(cells, tuple(map(Cell, cells)), **more)  # type: ignore[arg-type]


def test_a_column_is_as_wide_as_its_widest_cell_and_one_grows() -> None:
    sheet = Sheet([row("Pay", "7"), row("Calls to support", "1200")], [TITLE, NUMBER], 24)
    assert shown(sheet) == ["Pay                    7", "Calls to support    1200"]


def test_the_last_of_too_few_cells_takes_the_rest() -> None:
    sheet = Sheet([row("a", "b"), row("A heading over everything")], [Column(), TITLE], 30)
    assert shown(sheet)[1] == "A heading over everything     "
    assert sheet.widths == (1, 27)


def test_a_growing_cell_takes_the_rest_where_only_empty_cells_follow() -> None:
    columns = [TITLE, Column(at_most=8), Column(at_least=8)]
    rows = [row("Pay", "6 passed", "shown"), row("Guests fill in their address", "", "")]
    assert shown(Sheet(rows, columns, 36))[1] == "Guests fill in their address        "
    numbers = Sheet([row("7", "moving"), row("12", "")], [NUMBER, TITLE], 12)
    assert shown(numbers) == [" 7  moving  ", "12          "]


def test_a_title_uses_what_a_short_number_leaves_free() -> None:
    rows = [
        row("Guests who finish paying", "52 %", "met"),
        row("Baskets", "13 300 a week", "met"),
        row("Guests who come back with a friend", "", "met"),
    ]
    sheet = Sheet(rows, [TITLE, NUMBER, Column()], 40)
    assert shown(sheet) == [
        "Guests who finish paying       52 %  met",
        "Baskets               13 300 a week  met",
        "Guests who come back with a friend   met",
    ]


def test_a_column_gives_way_below_its_width() -> None:
    columns = [TITLE, Column(hide_below=30)]
    assert shown(Sheet([row("Pay", "moving")], columns, 20)) == ["Pay                 "]
    assert shown(Sheet([row("Pay", "moving")], columns, 30)) == ["Pay                     moving"]


def test_a_tree_is_indented_and_wrapped_lines_hang_under_the_text() -> None:
    cell = Cell("one two three", wrap=True)
    assert shown(Sheet([Row("k", (cell,), indent=1, marker="▾ ")], None, 12)) == [
        "  ▾ one two ",
        "    three   ",
    ]


def test_a_line_tells_its_row() -> None:
    tall = Row("tall", (Cell("one two three", wrap=True),))
    sheet = Sheet([row("a"), tall, row("b")], None, 8)
    assert [sheet.at(line) for line in range(5)] == [(0, 0), (1, 0), (1, 1), (2, 0), None]
    assert (sheet.top(2), sheet.height, sheet.row_height(1)) == (3, 4, 2)


def test_user_text_is_made_visible() -> None:
    assert shown(Sheet([row("a\x1bb\nc")], None, 12)) == ["a␛b ⏎ c     "]


def test_a_megabyte_in_one_field_is_cut_for_the_eye() -> None:
    sheet = Sheet([Row("k", (Cell("x " * 500_000, wrap=True),)), row("y" * 1_000_000)], None, 80)
    assert "more characters" in "".join(shown(sheet))
    assert sheet.height < 1_000


def test_an_older_sheet_lends_what_did_not_change() -> None:
    first = Sheet([row("a"), row("b")], None, 8)
    before = first.lines(first.rows[0])
    second = Sheet([row("a"), row("c")], None, 8, first)
    assert second.lines(second.rows[0]) is before


CELLS = st.builds(
    Cell, st.text(st.sampled_from("ab 客👍\u0301\x1b"), max_size=30), st.just(""), st.booleans()
)
COLUMNS = st.builds(
    Column,
    st.booleans(),
    st.sampled_from(["left", "right"]),
    st.integers(0, 10),
    st.none() | st.integers(1, 20),
    st.sampled_from([0, 30]),
)


@given(
    st.lists(
        st.builds(Row, st.integers(), st.lists(CELLS, min_size=1, max_size=3).map(tuple), st.integers(0, 4))
    ),
    st.lists(COLUMNS, min_size=3, max_size=3),
    st.integers(1, 80),
)
def test_every_line_is_exactly_as_wide_as_the_sheet(
    rows: list[Row], columns: list[Column], width: int
) -> None:
    sheet = Sheet(rows, columns, width)
    assert {cell_len(line) for line in shown(sheet)} <= {width}


def test_a_number_without_room_is_said_shorter_and_never_cut() -> None:
    cell = Cell("58 → ≤ 60 s", shorter=("58 s", ""))
    line = Row("k", (Cell("Seconds to pay"), cell))
    for most, said in (
        (11, "Seconds to pay  58 → ≤ 60 s"),
        (9, "Seconds to pay         58 s"),
        (3, "Seconds to pay             "),
    ):
        columns = [Column(grow=True), Column(align="right", at_most=most)]
        assert shown(Sheet([line], columns, 27)) == [said]


def test_words_use_what_a_short_title_leaves_free_before_they_are_cut() -> None:
    columns = [Column(grow=True, at_least=20), Column(at_most=12)]
    rows = [
        row("Guest checkout", "shipped 8 days ago"),
        row("A title that needs all of it", "shipped 8 days ago"),
    ]
    assert shown(Sheet(rows, columns, 36)) == [
        "Guest checkout    shipped 8 days ago",
        "A title that needs al…  shipped 8 d…",
    ]
    rows = [row("Saved cards", "20 Oct")]
    assert shown(Sheet(rows, columns, 36)) == ["Saved cards                   20 Oct"]


def test_in_a_wide_list_words_have_more_room_and_prose_keeps_its_measure() -> None:
    columns = [Column(grow=True, at_least=20), Column(at_most=12)]
    long = "what somebody has said at some length"
    for width, widest in ((98, 12), (110, 36), (200, 37)):
        assert Sheet([row("Pay", long)], columns, width).widths[1] == widest
    prose = Sheet([Row("k", (Cell("word " * 60, wrap=True),))], None, 180)
    assert [len(line.rstrip()) for line in shown(prose)] == [99, 99, 99]


def test_the_last_of_several_pieces_gives_way_before_the_first_is_cut() -> None:
    cells = (Cell("Card errors"), Cell("   also under Guest checkout", shorter=("   elsewhere", "")))
    for width, said in (
        (39, "Card errors   also under Guest checkout"),
        (30, "Card errors   elsewhere"),
        (12, "Card errors"),
    ):
        assert shown(Sheet([Row("k", (cells,))], None, width)) == [said.ljust(width)]


def test_a_firm_column_gives_way_after_all_others() -> None:
    columns = [Column(grow=True, at_least=10), NUMBER, Column(firm=True)]
    sheet = Sheet([row("Pay", "about 13 000", "too few to say")], columns, 36)
    assert sheet.widths == (10, 8, 14)


def test_a_sheet_without_a_width_wraps_nothing() -> None:
    rows = [row("one two three")]
    cells = [Row("long", (Cell("word " * 50, wrap=True),))]
    assert Sheet([*rows, *cells], None, 1).height == 2
    assert Sheet(cells, None, 20).height > 2
