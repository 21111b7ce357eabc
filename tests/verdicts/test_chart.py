"""The chart of a metric: cells that say where the numbers lie, and the same in words."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from successbook.plan.drafts import Draft
from successbook.sharing.cards import chart_markdown
from successbook.tree import Address, Tree, Value
from successbook.verdicts.chart import Chart, chart_of, draw, told
from tests.plans import GUARDRAIL, METRIC, NOW, small_plan


def with_readings(**readings: Value) -> Tree:
    draft = Draft(small_plan(), today=NOW.date)
    for on, value in readings.items():
        draft.put(Address.parse(f"readings.toml:readings.seconds-to-pay.{on}"), value)
    return draft.tree


def plain(chart: Chart, width: int, height: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in draw(chart, width, height, NOW.date)]


def test_the_chart_holds_the_readings_the_lines_and_the_release() -> None:
    chart = chart_of(small_plan(), METRIC, NOW)
    assert [number for _, number in chart.points] == [90, 85, 71]
    assert [(number, said) for number, _, _, said in chart.levels] == [
        (96, "baseline 96 s"),
        (60, "target 60 s by 30 Sep"),
    ]
    assert chart.releases == ()  # it is planned for the 27th, further ahead than what is shown


def test_numbers_stand_where_they_belong() -> None:
    lines = plain(chart_of(small_plan(), METRIC, NOW), 43, 10)
    marks = [(y, x) for y, line in enumerate(lines) for x, char in enumerate(line) if char == "●"]
    assert [x for _, x in marks] == sorted(x for _, x in marks)
    assert marks[-1][1] == 42
    rows = {line.partition("┤")[0].strip(): y for y, line in enumerate(lines) if "┤" in line}
    assert rows["60"] > marks[-1][0] > rows["80"] > marks[0][0] > rows["100"]
    assert "─" * 20 in lines[rows["60"]]
    assert "25 May" in lines[-1]
    assert lines[-1].endswith("8 Jun")


def test_a_release_is_marked_on_its_day() -> None:
    tree = with_readings(**{"2026-07-20": 60})
    chart = chart_of(tree, METRIC, type(NOW)(dt.date(2026, 7, 20)))
    assert chart.releases == ((dt.date(2026, 6, 27), "Guest checkout planned"),)
    lines = plain(chart, 60, 12)
    at = lines[-2].index("▲")
    assert all(line[at] != " " for line in lines[:-2])
    assert sum(line[at] == "┊" for line in lines) > 5


def test_limits_of_a_guardrail_are_lines() -> None:
    assert [said for *_, said in chart_of(small_plan(), GUARDRAIL, NOW).levels] == ["limit ≤ 0.8 %"]


def test_a_far_target_does_not_squeeze_the_readings() -> None:
    chart = chart_of(small_plan(), METRIC, NOW)
    assert chart.last - chart.first < dt.timedelta(days=40)


@pytest.mark.parametrize(("width", "height"), [(19, 10), (40, 5), (0, 0), (-3, -3)])
def test_without_room_nothing_is_drawn(width: int, height: int) -> None:
    assert draw(chart_of(small_plan(), METRIC, NOW), width, height, NOW.date) == []


def test_without_numbers_nothing_is_drawn_and_that_is_said() -> None:
    chart = chart_of(small_plan(), GUARDRAIL, NOW)
    assert draw(chart, 60, 12, NOW.date) == []
    assert told(chart, NOW) == ["There is no number to draw yet."]


def test_words_instead_of_numbers_are_listed_the_latest_first() -> None:
    draft = Draft(small_plan(), today=NOW.date)
    for on, value in {"2026-06-01": "9 of 23", "2026-06-08": "(establishing)"}.items():
        draft.put(Address.parse(f"readings.toml:readings.{GUARDRAIL.key}.{on}"), value)
    assert told(chart_of(draft.tree, GUARDRAIL, NOW), NOW) == [
        "There is no number to draw; this was written down:",
        "8 Jun: establishing",
        "1 Jun: 9 of 23",
    ]


def test_the_chart_in_words_says_what_the_picture_shows() -> None:
    assert told(chart_of(with_readings(**{"2026-06-09": "(blocked)"}), METRIC, NOW), NOW) == [
        "3 readings, from 90 s on 25 May to 71 s on 8 Jun.",
        "Lowest 71 s on 8 Jun, highest 90 s on 25 May.",
        "No number on 9 Jun: blocked.",
    ]


def test_the_chart_as_markdown_has_the_picture_and_the_words() -> None:
    chart = chart_of(small_plan(), METRIC, NOW)
    text = chart_markdown(chart, plain(chart, 60, 12), NOW)
    assert "```text\n100 ┤" in text
    assert text.endswith("- baseline 96 s\n- target 60 s by 30 Sep\n")


NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53).map(float)
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@given(
    st.dictionaries(DAYS, NUMBERS, min_size=1, max_size=6), st.integers(0, 90), st.integers(0, 30), NUMBERS
)
@example({dt.date(2026, 6, 1): 1.7e308, dt.date(2026, 6, 2): -1.7e308}, 60, 12, 0)
@example({dt.date(2026, 6, 1): 5e-324}, 60, 12, 0)
def test_any_numbers_are_drawn_in_the_room_there_is(
    points: dict[dt.date, float], width: int, height: int, level: float
) -> None:
    days = sorted(points)
    chart = Chart(
        title="x",
        unit="",
        points=tuple((on, points[on]) for on in days),
        silent=(),
        levels=((level, "─", "good", "target"),),
        releases=((days[0], "y"),),
        first=days[0],
        last=days[-1],
    )
    lines = plain(chart, width, height)
    assert len(lines) in (0, height)
    assert all(len(line) == width for line in lines)
    assert told(chart, NOW)
