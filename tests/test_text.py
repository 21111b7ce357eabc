"""Text from plan files, made safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.text import capital, counted, folded, one_line, small, visible
from tests.strategies import any_text

BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
UNSAFE = {
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *BIDI)),
    *(chr(code) for code in range(0xD800, 0xE000)),
}
HOSTILE = st.text(st.sampled_from(sorted(UNSAFE))) | st.text(st.characters(exclude_categories=[])) | any_text


@pytest.mark.parametrize("char", sorted(UNSAFE - {"\n", "\t"} - set(map(chr, range(0xD800, 0xE000)))))
def test_no_control_and_no_direction_character_is_left(char: str) -> None:
    shown = visible(f"a{char}b")
    assert char not in shown
    assert shown.isprintable()
    assert shown[0] + shown[-1] == "ab"
    assert len(shown) > 2


@given(HOSTILE)
def test_what_is_visible_holds_nothing_but_harmless_characters(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & (UNSAFE - {"\n", "\t"})
    assert shown.encode().decode() == shown
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} or char in "\n\t" for char in shown)


@given(HOSTILE)
def test_one_line_is_one_line(text: str) -> None:
    shown = one_line(text)
    assert not set(shown) & UNSAFE
    assert len(shown.splitlines()) <= 1


@given(HOSTILE)
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert one_line(one_line(text)) == one_line(text)
    assert one_line(visible(text)) in (one_line(text), one_line(text.replace("\r", "\u240d")))


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_harmless_text_of_any_script_is_left_alone(text: str) -> None:
    assert visible(text) == one_line(text) == text


@given(any_text)
def test_what_is_compared_forgets_blanks_and_capitals_and_nothing_else(text: str) -> None:
    assert folded(f"  {text.upper()}\n") == folded(text.upper().replace(" ", "  "))
    assert folded("On  Call ") == "on call" != folded("oncall")


@pytest.mark.parametrize(
    ("text", "shown", "line"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇", "␛]52;c;aGk=␇"),
        ("\x9b31m", "<U+009B>31m", "<U+009B>31m"),
        ("\x7f\x00", "␡␀", "␡␀"),
        ("a\u202eb", "a<U+202E>b", "a<U+202E>b"),
        ("a\nb\tc", "a\nb\tc", "a ⏎ b c"),
        ("a\r\nb\rc", "a␍\nb␍c", "a ⏎ b ⏎ c"),
        ("a\u2028b\x85c", "a<U+2028>b<U+0085>c", "a<U+2028>b<U+0085>c"),
        ("\ud800", "<U+D800>", "<U+D800>"),
        ("[/] [@click=app.quit]", "[/] [@click=app.quit]", "[/] [@click=app.quit]"),
        ("👩‍👩‍👧 支払い e\u0301", "👩‍👩‍👧 支払い e\u0301", "👩‍👩‍👧 支払い e\u0301"),
    ],
)
def test_controls_become_their_pictures(text: str, shown: str, line: str) -> None:
    assert visible(text) == shown
    assert one_line(text) == line


@pytest.mark.parametrize(("count", "said"), [(0, "0 readings"), (1, "1 reading"), (2, "2 readings")])
def test_a_number_has_its_word_beside_it(count: int, said: str) -> None:
    assert counted(count, "reading") == said
    assert counted(count, "reading", "readings") == said


def test_a_sentence_begins_with_a_capital_and_goes_on_with_a_small_letter() -> None:
    assert [capital("it is KPIs"), small("It is KPIs")] == ["It is KPIs", "it is KPIs"]
    assert capital("") == small("") == ""


def test_a_word_whose_plural_is_no_s_is_said_as_it_is() -> None:
    assert [counted(each, "person", "people") for each in (1, 2)] == ["1 person", "2 people"]
