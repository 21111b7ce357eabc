"""Changes typed as the value of a target: points, percent, or a question."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import Refused
from successbook.plan.answers import answer
from successbook.plan.changes_typed import Change, PointsOrPercent, change_typed
from successbook.plan.drafts import Draft
from successbook.plan.measured import Ambiguous
from successbook.tree import Address
from tests.plan.made import SMALL

POINTS, PERCENT = "change by points", "change by percent"
METRIC = Address.parse("plan.toml:metrics.seconds")
TARGET = METRIC.child("targets", "summer")


@pytest.mark.parametrize("unit", ["", "%"])
@pytest.mark.parametrize(
    ("text", "value"),
    [("+10%", 10), ("+10 %", 10), ("+ 10 %", 10), ("-3%", -3), ("−3 %", -3), ("+1.5%", 1.5), ("~+10%", "~10"),
     ("about -10 %", "~-10"), ("+1 000 %", 1000)],
)  # fmt: skip
def test_a_signed_percentage_may_be_points_or_percent(text: str, value: float | str, unit: str) -> None:
    with pytest.raises(PointsOrPercent, match="may be points or percent") as caught:
        change_typed(text, unit)
    assert caught.value.changes == (Change(POINTS, value), Change(PERCENT, value))


@pytest.mark.parametrize(
    ("text", "unit", "kind", "expected"),
    [
        ("-3 points", "%", "reach", Change(POINTS, -3)),
        ("+1 point", "%", "", Change(POINTS, 1)),
        ("10pp", "%", "", Change(POINTS, 10)),
        ("+10%p", "%", "", Change(POINTS, 10)),
        ("+10% points", "%", "", Change(POINTS, 10)),
        ("+10 percentage points", "%", "", Change(POINTS, 10)),
        ("+10 %-points", "%", "", Change(POINTS, 10)),
        ("+5 pts", "", "", Change(POINTS, 5)),
        ("+10 percent", "%", "", Change(PERCENT, 10)),
        ("+10% percent", "%", "", Change(PERCENT, 10)),
        ("-10 per cent", "%", "", Change(PERCENT, -10)),
        ("+10%", "s", "", Change(PERCENT, 10)),
        ("-20 %", "a week", "at most", Change(PERCENT, -20)),
        ("+10%", "%", PERCENT, Change(PERCENT, 10)),
        ("+10%", "%", POINTS, Change(POINTS, 10)),
        ("10 points", "points", "", None),
        ("+3 points", "points", "", Change(POINTS, 3)),
        ("10 %", "%", "", None),
        ("55", "%", "", None),
        ("+10", "%", "", None),
        ("-10", "", "", None),
        ("10 percent", "%", "", None),
        ("+10 s", "s", "", None),
        ("", "%", "", None),
        ("%", "%", "", None),
        ("+%", "%", "", None),
        ("much better", "%", "", None),
        ("blocked", "%", "", None),
    ],
)
def test_what_is_said_out_is_taken_and_a_plain_value_stays_one(
    text: str, unit: str, kind: str, expected: Change | None
) -> None:
    assert change_typed(text, unit, kind) == expected


@pytest.mark.parametrize("text", ["+1,5 %", "+1,5 points", "-1,000 percent"])
def test_a_comma_in_a_change_is_not_guessed(text: str) -> None:
    with pytest.raises(Refused, match="can be read as") as caught:
        change_typed(text, "%")
    assert not isinstance(
        caught.value, Ambiguous
    )  # whoever leaves it again would keep a value without a kind


@given(st.text(alphabet="+-−~ 0123456789.,%psx", max_size=9), st.sampled_from(["", "%", "s"]))
def test_whatever_is_typed_is_a_change_or_none_or_refused(text: str, unit: str) -> None:
    with suppress(Refused):
        found = change_typed(text, unit)
        assert found is None or found.kind in (POINTS, PERCENT)


@pytest.mark.parametrize("said", ["+60%", "-3 points", "10pp"])
def test_a_change_is_no_answer_for_a_target_of_another_kind(said: str) -> None:
    draft = Draft(SMALL)
    draft.put(METRIC.child("unit"), "%")
    with pytest.raises(Refused, match=r"may be points or percent|is a change by points") as caught:
        answer(draft.tree, TARGET.child("value"), [said])
    assert ("change by percent" in caught.value.remedy) == (said == "+60%")
    assert "change by points" in caught.value.remedy


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [(POINTS, "+10%", 10), (POINTS, "10pp", 10), (PERCENT, "-10 %", -10), (PERCENT, "+10 percent", 10),
     ("at most", "60 %", 60), ("reach", "-10", -10)],
)  # fmt: skip
def test_a_change_is_the_value_of_a_target_of_its_kind(kind: str, said: str, value: int) -> None:
    draft = Draft(SMALL)
    draft.put(METRIC.child("unit"), "%")
    draft.put(TARGET.child("kind"), kind)
    assert answer(draft.tree, TARGET.child("value"), [said]) == value
