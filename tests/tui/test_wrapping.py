"""Text cut and wrapped by terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from successbook.text import one_line
from successbook.tui.widgets.wrapping import clip, cut, wrap

CHARACTERS = [*"ab  \n客住é—", "e\u0301", "👍🏽", "👨\u200d👩\u200d👧", "❤\ufe0f"]
TEXT = st.lists(st.sampled_from(CHARACTERS), max_size=60).map("".join)
STRAY = st.text(st.sampled_from("ab 客👍\u200d\ufe0f\u0301"), max_size=30)


def plain(line: list[tuple[str, str]]) -> str:
    return "".join(text for text, _ in line)


@given(TEXT, st.integers(2, 20))
def test_no_wrapped_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(plain(line)) <= width for line in wrap([(text, "")], width))


@given(TEXT, st.integers(2, 20))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    joined = "".join(plain(line) for line in wrap([(text, "")], width))
    assert "".join(joined.split()) == "".join(text.split())


def test_words_go_to_the_next_line_whole() -> None:
    assert [plain(line) for line in wrap([("one two three", "")], 8)] == ["one two", "three"]


@pytest.mark.parametrize("whole", ["7 May", "7 May 2026", "41 %", "(7 May 2026),", "≤ 60", "≥ 33 %"])
def test_a_date_a_percentage_and_a_limit_are_not_torn_apart(whole: str) -> None:
    said = f"two insights and {whole} after it"
    for width in range(16, len(said)):
        assert any(whole in line for line in map(plain, wrap([(said, "")], width))), width


def test_where_a_line_has_no_room_for_a_date_its_words_part() -> None:
    assert [plain(line) for line in wrap([("on 14 May 2026", "")], 6)] == ["on 14", "May", "2026"]


def test_text_without_blanks_fills_the_line_before_it_breaks() -> None:
    assert [plain(line) for line in wrap([("it is 顧客住所顧客", "")], 10)] == ["it is 顧客", "住所顧客"]


def test_a_newline_ends_a_line_and_a_final_one_makes_none() -> None:
    assert [plain(line) for line in wrap([("a\n\nb\n", "")], 10)] == ["a", "", "b"]


def test_spans_keep_their_roles_across_lines() -> None:
    assert wrap([("one ", "muted"), ("two three", "strong")], 8) == [
        [("one ", "muted"), ("two", "strong")],
        [("three", "strong")],
    ]


@given(STRAY | TEXT.map(lambda text: text.replace("\n", " ")), st.integers(1, 20))
def test_a_cut_line_fits_and_says_that_it_is_cut(text: str, width: int) -> None:
    cut = plain(clip([("one", ""), (text, "x")], width))
    assert cell_len(cut) <= width
    assert cut == f"one{text}" or cut.endswith("…")


def test_a_wide_character_is_never_cut_in_half() -> None:
    assert plain(clip([("顧客住所", "")], 6)) == "顧客…"


@given(TEXT | STRAY, st.integers(0, 20))
def test_a_cut_text_is_one_line_that_fits_and_says_that_it_is_cut(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cell_len(shown) <= width
    assert "\n" not in shown
    assert shown == one_line(text) or not width or shown.endswith("…")
