"""Numbers as people say them under stress: how many are affected, how long a fix takes."""

from __future__ import annotations

import pytest

from successbook.plan.counted import affected_parts, fix_parts
from successbook.plan.measured import Ambiguous
from successbook.tree import Value


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("26 guests", 26, "guests"),
        ("~3 % of guests", "~3", "% of guests"),
        ("3% of guests", 3, "% of guests"),
        ("about 3 % of guests", "~3", "% of guests"),
        ("1 870 guests", 1870, "guests"),
        ("2k people", 2000, "people"),
        ("0", 0, None),
        ("unknown", "(unknown)", None),
        ("?", "(unknown)", None),
        ("many guests", "many guests", None),
        ("20-30 guests", "20-30 guests", None),
        ("20 – 30 guests", "20 – 30 guests", None),
        ("20 to 30", "20 to 30", None),
        ("1 in 10 guests", "1 in 10 guests", None),
        ("3 of 40 guests", "3 of 40 guests", None),
        ("3/40", "3/40", None),
        ("3 of our guests", 3, "of our guests"),
        ("", None, None),
    ],
)
def test_who_is_affected_is_a_number_and_of_whom(text: str, number: Value | None, of: Value | None) -> None:
    assert affected_parts(text) == (number, of)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("4 h", 4, "hours"),
        ("4h", 4, "hours"),
        ("4 hours", 4, "hours"),
        ("~26 hrs", "~26", "hours"),
        ("1 day", 1, "days"),
        ("2 d", 2, "days"),
        ("1.5 days", 1.5, "days"),
        ("30 minutes", 0.5, "hours"),
        ("30 min", 0.5, "hours"),
        ("~2 weeks", "~14", "days"),
        ("4", 4, None),
        ("unknown", "(unknown)", None),
        ("half a day", "half a day", None),
        ("4-6 h", "4-6 h", None),
        ("2 to 3 days", "2 to 3 days", None),
        ("4 sprints", "4 sprints", None),
        ("", None, None),
    ],
)
def test_how_long_a_fix_takes_is_a_number_with_hours_or_days(
    text: str, number: Value | None, unit: Value | None
) -> None:
    assert fix_parts(text) == (number, unit)


def test_what_can_be_read_in_two_ways_is_asked() -> None:
    with pytest.raises(Ambiguous) as several:
        affected_parts("1,5 % of guests")
    assert several.value.readings[0] == "1.5 % of guests"
    with pytest.raises(Ambiguous):
        fix_parts("1,5 days")
