"""Measured values: what was typed, what is stored and what is shown, with nothing guessed."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from successbook.errors import Refused
from successbook.plan.measured import (
    STATES,
    Ambiguous,
    Measure,
    is_number,
    measure,
    number_typed,
    show,
    typed,
    with_unit,
)
from successbook.tree import Table, Value, same
from tests.strategies import any_text, values

UNITS = st.sampled_from(("", "s", "%", "m", "k", "k€", "users", "min", "km/h", "$", "0", "per user", " s "))
NUMBERS = (
    st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from((0, -0.0, 1e-7, 1e22, 9999, 10_000, 12_345.678, -13_000))
)
ODDITIES = (
    "",
    "1,5",
    "~13k",
    "5m",
    "about",
    "~",
    "(",
    "()",
    "1e9",
    "١٢",
    "1 000",
    "- 5",
    "--5",
    "+5",
    "1.2.3",
)
SAID = st.text("0123456789.,kKmMbn~−+- ()%s", max_size=12) | any_text | st.sampled_from(ODDITIES)


@pytest.mark.parametrize(
    ("said", "unit", "stored", "shown"),
    [
        ("14", "", 14, "14"),
        (" 14 ", "", 14, "14"),
        ("14.0", "", 14.0, "14.0"),
        (".5", "", 0.5, "0.5"),
        ("0", "", 0, "0"),
        ("-5", "", -5, "-5"),
        ("−5", "", -5, "-5"),
        ("+5", "", 5, "5"),
        ("1e3", "", 1000.0, "1000.0"),
        ("14 %", "%", 14, "14 %"),
        ("14%", "%", 14, "14 %"),
        ("$5", "$", 5, "5 $"),
        ("96 s", "s", 96, "96 s"),
        ("5 m", "m", 5, "5 m"),
        ("5k", "k", 5, "5 k"),
        ("13k", "", 13_000, "13 000"),
        ("1.5K", "", 1500, "1500"),
        ("1.0005k", "", 1000.5, "1000.5"),
        ("2.3 k", "users", 2300, "2300 users"),
        ("5M", "", 5_000_000, "5 000 000"),
        ("2 bn", "", 2_000_000_000, "2 000 000 000"),
        ("~13K", "", "~13000", "about 13 000"),
        ("~ 13 000 s", "s", "~13000", "about 13 000 s"),
        ("about 13\u202f000", "", "~13000", "about 13 000"),
        ("13 000", "", 13_000, "13 000"),
        ("12 345.678", "", 12_345.678, "12 345.678"),
        ("9999", "", 9999, "9999"),
        ("10k", "", 10_000, "10 000"),
        ("-10k", "", -10_000, "-10 000"),
        ("blocked", "", "(blocked)", "blocked"),
        ("(Blocked)", "s", "(blocked)", "blocked"),
        ("establishing baseline", "", "(establishing)", "establishing"),
        ("N/A", "a", "(n/a)", "n/a"),
        ("not applicable", "", "(n/a)", "n/a"),
        ("?", "", "(unknown)", "unknown"),
        ("depends on\tthe day", "s", "depends on the day", "depends on the day"),
        ("(see the note)", "", "(see the note)", "(see the note)"),
        ("~soon", "", "~soon", "~soon"),
        ("14 %", "", "14 %", "14 %"),
        ("1 00", "", "1 00", "1 00"),
        ("1,2,3", "", "1,2,3", "1,2,3"),
        ("5.", "", "5.", "5."),
        ("9" * 30, "", "9" * 30, "9" * 30),
        ("1e400", "", "1e400", "1e400"),
        ("yes", "", "yes", "yes"),
        ("٣", "", 3, "3"),
    ],
)
def test_what_is_typed_is_stored_and_shown(said: str, unit: str, stored: Value, shown: str) -> None:
    assert same(typed(said, unit), stored)
    assert show(stored, unit) == shown


@pytest.mark.parametrize(
    ("said", "readings"),
    [
        ("1,5", (1.5,)),
        ("0,500", (0.5,)),
        ("1,500", (1.5, 1500)),
        ("-1,500", (-1.5, -1500)),
        ("12,34,567", (1_234_567,)),
        ("1,234,567", (1_234_567,)),
        ("1,234.5", (1234.5,)),
        ("1.234,5", (1234.5,)),
        ("1.234.567", (1_234_567,)),
        ("1,5k", (1500,)),
        ("~1,5", ("~1.5",)),
        ("about 1,500", ("~1.5", "~1500")),
        ("5m", (5_000_000, 5)),
        ("5 m", (5_000_000, 5)),
    ],
)
def test_what_can_be_read_in_more_than_one_way_is_asked(
    said: str, readings: tuple[int | float | str, ...]
) -> None:
    with pytest.raises(Ambiguous) as caught:
        typed(said)
    assert same(caught.value.readings, readings)
    assert f'"{said}" can be read as {readings[0]}' in str(caught.value)
    assert caught.value.remedy


@given(st.text("0123456789,", min_size=3, max_size=14))
def test_a_comma_is_never_guessed(said: str) -> None:
    assume("," in said)
    try:
        stored = typed(said)
    except Ambiguous:
        return
    assert stored == said


@given(NUMBERS, UNITS, st.booleans())
def test_a_number_that_is_shown_can_be_typed_again(number: float, unit: str, about: bool) -> None:
    stored = f"~{number}" if about else number
    assert same(typed(show(stored, unit), unit), stored)


@given(SAID, UNITS)
def test_what_was_typed_once_stays_the_same_when_its_showing_is_typed(said: str, unit: str) -> None:
    try:
        stored = typed(said, unit)
    except Ambiguous as doubt:
        for reading in doubt.readings:
            assert same(typed(show(reading, unit), unit), reading)
        return
    if stored != "":
        assert same(typed(show(stored, unit), unit), stored)


@given(SAID, UNITS)
def test_whatever_is_typed_fits_a_measured_field(said: str, unit: str) -> None:
    try:
        stored = typed(said, unit)
    except Ambiguous:
        return
    assert is_number(stored) or (isinstance(stored, str) and stored.splitlines() in ([], [stored]))
    assert measure(stored) is not None


@given(SAID)
def test_words_are_kept_as_they_were_said(said: str) -> None:
    try:
        stored = typed(said)
    except Ambiguous:
        return
    taken = measure(stored)
    assert taken is not None
    if taken.words is not None:
        assert stored == " ".join(said.split())


@given(values)
def test_a_stored_value_is_one_of_number_state_and_words_or_none(value: Value) -> None:
    taken = measure(value)
    if taken is None:
        assert not isinstance(value, str)
        assert not is_number(value)
        return
    assert [taken.number, taken.state, taken.words].count(None) == 2
    assert taken.number is None or is_number(taken.number)
    assert taken.state is None or taken.state in STATES
    assert not taken.about or taken.number is not None


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (None, None),
        (14, Measure(number=14)),
        (0, Measure(number=0)),
        ("~13000", Measure(number=13_000, about=True)),
        ("~ 13 000", Measure(number=13_000, about=True)),
        ("~1,5", Measure(words="~1,5")),
        ("(blocked)", Measure(state="blocked")),
        ("(Establishing baseline)", Measure(state="establishing")),
        ("(whatever)", Measure(words="(whatever)")),
        ("()", Measure(words="()")),
        ("", Measure(words="")),
        ("14", Measure(words="14")),
        (True, None),
        (math.nan, None),
        (math.inf, None),
        (2**63, None),
        (10**400, None),
        ((14,), None),
        (Table(), None),
    ],
)
def test_a_stored_value_is_taken_apart(value: Value | None, taken: Measure | None) -> None:
    assert measure(value) == taken


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 1e308, 0, -0.0])
def test_these_are_numbers_that_a_file_can_hold(number: float) -> None:
    assert is_number(number)


@pytest.mark.parametrize("odd", [2**63, -(2**63) - 1, math.nan, math.inf, True, "14", None, ()])
def test_these_are_not(odd: object) -> None:
    assert not is_number(odd)


def test_blank_zero_and_the_states_are_different_things() -> None:
    stored: list[Value | None] = [None, 0, "(blocked)", "(establishing)", "(n/a)", "(unknown)", "~13000"]
    assert len({show(value) for value in stored}) == len(stored)
    assert show(None) == "-"


@pytest.mark.parametrize("odd", [True, math.nan, -math.inf, 2**80])
def test_what_is_no_measured_value_is_shown_all_the_same(odd: Value) -> None:
    assert show(odd) == str(odd)


@pytest.mark.parametrize("odd", [(1, 2), (), Table({"a": 1})])
def test_of_what_has_parts_it_is_said_that_it_does_not_fit(odd: Value) -> None:
    assert show(odd) == "does not fit"


@pytest.mark.parametrize("said", ["", "blocked", "~5", "9" * 5_000, "nan", "inf", "0x10", "1_000", "five"])
def test_what_is_no_number_is_refused_in_one_short_line(said: str) -> None:
    with pytest.raises(Refused, match="is no number") as caught:
        number_typed(said)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(("said", "number"), [("14", 14), ("14.5 s", 14.5), ("2k", 2000), ("-0.5", -0.5)])
def test_a_number_is_typed_with_or_without_its_unit(said: str, number: float) -> None:
    assert same(number_typed(said, "s"), number)


def test_a_number_with_a_comma_is_asked() -> None:
    with pytest.raises(Ambiguous):
        number_typed("1,5")


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [
        ("96 s", "96", "s"),
        ("96s", "96", "s"),
        ("~96 s", "~96", "s"),
        ("about 13k users", "about 13k", "users"),
        ("38 %", "38", "%"),
        ("1,5 %", "1,5", "%"),
        ("1 000 s", "1 000", "s"),
        ("5 min", "5", "min"),
        ("5 km/h", "5", "km/h"),
        ("5k€", "5k", "€"),
        ("30 a week", "30", "a week"),
        ("~13k per day", "~13k", "per day"),
        ("30 a", "30", "a"),
        ("30 a box", "30 a box", ""),
        ("5 m", "5 m", ""),
        ("13k", "13k", ""),
        ("96", "96", ""),
        ("blocked", "blocked", ""),
        ("14 of 20", "14 of 20", ""),
        ("3 interviews a week", "3 interviews a week", ""),
        ("", "", ""),
    ],
)
def test_a_unit_is_told_from_the_number_before_it(said: str, number: str, unit: str) -> None:
    assert with_unit(said) == (number, unit)


@pytest.mark.parametrize("said", ["1" + ",1" * 500_000, "9" * 1_000_000, "1 " * 500_000, "~" * 1_000_000])
def test_a_whole_page_in_a_field_for_numbers_is_words_at_once(said: str) -> None:
    assert typed(said) == said.strip()
    assert with_unit(said) == (said.strip(), "")
