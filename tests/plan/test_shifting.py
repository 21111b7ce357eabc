"""Moving the dates of a plan."""

from __future__ import annotations

import datetime as dt

from successbook.plan.shifting import shifted, whole_weeks
from successbook.tree import Table, Tree


def test_dates_and_keys_that_are_dates_move_and_prose_stays() -> None:
    tree = Tree(
        {
            "plan.toml": Table({"by": dt.date(2026, 9, 14), "summary": "Since 2026-09-14.\n"}),
            "readings.toml": Table({"readings": Table({"teams": Table({"2026-09-07": 6})})}),
        }
    )
    moved = shifted(tree, 7)
    assert moved.files["plan.toml"] == Table({"by": dt.date(2026, 9, 21), "summary": "Since 2026-09-14.\n"})
    assert moved.files["readings.toml"] == Table({"readings": Table({"teams": Table({"2026-09-14": 6})})})


def test_a_sessions_file_is_named_by_its_new_day() -> None:
    tree = Tree({"reflections/2026-09-11.toml": Table({"held": dt.date(2026, 9, 11)})})
    assert dict(shifted(tree, 7).files) == {
        "reflections/2026-09-18.toml": Table({"held": dt.date(2026, 9, 18)})
    }


def test_a_release_that_is_called_like_a_day_keeps_its_name() -> None:
    tree = Tree({"releases/2026-09-11/release.toml": Table({"planned": dt.date(2026, 9, 11)})})
    assert list(shifted(tree, 7).files) == ["releases/2026-09-11/release.toml"]


def test_weeks_are_whole_and_weekdays_stay_what_they_were() -> None:
    assert whole_weeks(dt.date(2026, 9, 14), dt.date(2026, 9, 27)) == 7
    assert whole_weeks(dt.date(2026, 9, 14), dt.date(2026, 9, 13)) == -7
