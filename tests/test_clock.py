"""The clock: the day, the time to the minute, and both by an override."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.clock import OVERRIDE, now, time_of_day
from successbook.errors import SettingsError
from tests.plans import NOW, opened


def test_the_override_gives_day_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, "2026-08-12T09:30")
    assert now().date == dt.date(2026, 8, 12)
    assert time_of_day() == dt.time(9, 30)


def test_without_a_time_in_the_override_the_time_goes_on_to_the_minute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(OVERRIDE, "2026-08-12")
    assert now().date == dt.date(2026, 8, 12)
    assert (time_of_day().second, time_of_day().microsecond) == (0, 0)


@pytest.mark.parametrize("said", ["2026-08-12T25:00", "2026-08-12T9:30", "2026-08-12 09:30", "2026-13-01"])
def test_what_is_no_day_and_time_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, said)
    with pytest.raises(SettingsError):
        now()


@pytest.mark.parametrize("said", ["9999-12-31", "0001-01-01T09:30"])
def test_a_day_at_the_end_of_the_calendar_is_refused_with_what_would_do(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, said)
    with pytest.raises(SettingsError, match="the end of the calendar; a year from 1000 to 8999"):
        now()


def test_a_plan_that_is_open_past_midnight_goes_on_to_the_next_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, "2026-06-15T23:59")
    workbook = opened(tmp_path)
    assert workbook.moment() == dt.datetime.combine(NOW.date, dt.time(23, 59))
    monkeypatch.setenv(OVERRIDE, "2026-06-16T00:10")
    assert workbook.moment() == dt.datetime(2026, 6, 16, 0, 10)  # noqa: DTZ001
    assert workbook.now.date == dt.date(2026, 6, 16)
    assert workbook.moment() == dt.datetime(2026, 6, 16, 0, 10)  # noqa: DTZ001
    monkeypatch.setenv(OVERRIDE, "2026-06-18T08:00")
    assert workbook.moment() == dt.datetime(2026, 6, 18, 8, 0)  # noqa: DTZ001
    assert workbook.now.zone == NOW.zone
    workbook.close()
