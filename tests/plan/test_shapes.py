"""The shape of a value in the file: one for each control, whatever the value is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.fields import Control
from successbook.plan.shapes import normal
from successbook.tree import Table, Value, same
from tests.strategies import any_text, values

CONTROLS = st.sampled_from([*Control, None])
TEXTS = st.text("ab \t\n\r\x0b\x85\u2028", max_size=8) | any_text


@given(CONTROLS, values)
def test_shaping_twice_changes_nothing_more(control: Control | None, value: Value) -> None:
    once = normal(control, value)
    if once is not None:
        again = normal(control, once)
        assert again is not None
        assert same(again, once)


@given(TEXTS)
def test_prose_ends_with_exactly_one_newline_and_has_no_other_line_ends(text: str) -> None:
    value = normal(Control.PROSE, text)
    if value is None:
        assert not text.strip()
        return
    assert isinstance(value, str)
    assert value.endswith("\n")
    assert value[:-1] == value[:-1].rstrip()
    assert "\r" not in value
    assert not value.startswith("\n")


@given(st.sampled_from([each for each in Control if each is not Control.PROSE]), TEXTS)
def test_all_other_text_is_one_trimmed_line(control: Control, text: str) -> None:
    value = normal(control, text)
    if value is None:
        assert not text.strip()
        return
    assert isinstance(value, str)
    assert value == value.strip() != ""
    assert "\n" not in value
    assert "\r" not in value


@given(st.sampled_from((Control.LINES, Control.REFERENCES)), st.lists(TEXTS, max_size=4))
def test_lists_hold_trimmed_lines_and_no_empty_ones(control: Control, items: list[str]) -> None:
    value = normal(control, tuple(items))
    if value is None:
        assert not any(item.strip() for item in items)
        return
    assert isinstance(value, tuple)
    assert all(isinstance(item, str) and item == item.strip() != "" and "\n" not in item for item in value)
    assert len(value) == sum(bool(item.strip()) for item in items)


@given(CONTROLS, values)
def test_the_type_of_a_value_is_never_changed(control: Control | None, value: Value) -> None:
    shaped = normal(control, value)
    assert shaped is None or type(shaped) is type(value)
    if not isinstance(value, str | tuple):
        assert shaped is value


@pytest.mark.parametrize(
    ("control", "value", "shaped"),
    [
        (Control.LINE, "  Pay  ", "Pay"),
        (Control.LINE, "Pay\r\n  quickly\n", "Pay quickly"),
        (Control.LINE, " \n\t", None),
        (Control.PROSE, "one", "one\n"),
        (Control.PROSE, "\n\n  one\r\ntwo\rthree  \n\n\n", "  one\ntwo\nthree\n"),
        (Control.PROSE, "a\n\nb", "a\n\nb\n"),
        (Control.PROSE, "", None),
        (Control.LINES, (" a ", "", "b\nc"), ("a", "b c")),
        (Control.LINES, ("", " "), None),
        (Control.LINES, (), None),
        (Control.LINES, (1, "a"), (1, "a")),
        (Control.REFERENCES, (" goal:a ",), ("goal:a",)),
        (Control.MEASURED, " (blocked) ", "(blocked)"),
        (Control.MEASURED, 0, 0),
        (Control.YES_NO, False, False),
        (Control.DATE, dt.date(2026, 6, 15), dt.date(2026, 6, 15)),
        (None, " two\r\nlines ", "two\nlines"),
        (None, (), ()),
        (Control.LINE, Table(), Table()),
        (Control.LINE, None, None),
    ],
)
def test_a_value_gets_the_shape_of_its_control(
    control: Control | None, value: Value | None, shaped: Value | None
) -> None:
    assert normal(control, value) == shaped
