"""Decisions from "Can we ship?": a go with its reason, a frozen benchmark, a phase that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tui.screens.choose import ChooseScreen
from successbook.tui.screens.filling import FillScreen
from successbook.tui.screens.ready import ReadyScreen
from tests.plans import NOW, written
from tests.releases import GATE, KPI, ready_plan
from tests.tui.driving import driven
from tests.tui.ready_plans import BENCHMARK, broken, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", ready_plan(broken))


async def test_a_go_is_kept_with_name_day_and_reason_in_one_change(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await opened(driver)
        await driver.press("o")
        assert isinstance(driver.app.screen, ChooseScreen)
        await driver.press("enter")
        assert isinstance(driver.app.screen, FillScreen)
        await driver.press("tab", "tab")  # nobody is named yet: the cursor begins there
        await driver.write("One guest in ten")
        await driver.press("enter")
        assert isinstance(driver.app.screen, FillScreen), "somebody has to be named"
        await driver.write("Mara")
        await driver.press("enter")
        assert [
            driver.value(GATE.child(name)) for name in ("decision", "decided", "decided_by", "because")
        ] == [
            "go",
            NOW.date,
            "Mara",
            "One guest in ten\n",
        ]
        assert driver.labels == ['"Open it": go']
        assert "Mara decided go on 15 Jun" in driver.text
        await driver.press("u")
        assert driver.value(GATE.child("decision")) is None


async def test_escape_keeps_no_decision(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await opened(driver)
        await driver.press("o", "enter")
        await driver.write("No")
        await driver.press("escape", "escape")
        assert isinstance(driver.app.screen, ReadyScreen)
        assert driver.labels == []


async def test_one_key_freezes_what_is_not_frozen(folder: Path) -> None:
    async with driven(folder, quiet=True) as driver:
        await opened(driver)
        await driver.press("f")
        assert driver.value(KPI.child("frozen")) == NOW.date
        assert "Not yet, 2 reasons" in driver.text
        assert "Frozen today" in driver.said[-1]
        await driver.press("f")
        assert "Every benchmark that there is, is frozen" in driver.said[-1]


async def test_where_there_is_no_benchmark_the_baseline_is_taken_and_frozen_in_one_change(
    tmp_path: Path,
) -> None:
    def bare(draft: Draft) -> None:
        for name in ("benchmark", "frozen", "benchmark_date"):
            draft.put(KPI.child(name), None)

    async with driven(written(tmp_path / "plan", ready_plan(bare)), quiet=True) as driver:
        await driver.go_to(KPI)
        assert "f take baseline" in driver.text
        await driver.press("f")
        assert "take its baseline, 96 s?" in driver.text
        await driver.press("escape")
        assert driver.value(BENCHMARK) is None
        await driver.press("f", "enter")
        assert (driver.value(BENCHMARK), driver.value(KPI.child("frozen"))) == (96, NOW.date)
        await driver.press("u")
        assert (driver.value(BENCHMARK), driver.value(KPI.child("frozen"))) == (None, None)
        await driver.press("f", "down", "enter")
        assert (driver.value(BENCHMARK), driver.value(KPI.child("frozen"))) == (96, None)


async def test_a_frozen_benchmark_asks_why_it_changes_and_keeps_what_it_was(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", ready_plan())) as driver:
        await driver.go_to(BENCHMARK)
        await driver.press("enter")
        assert isinstance(driver.app.screen, FillScreen)
        await driver.write("98")
        await driver.press("enter")  # why is needed
        assert driver.value(BENCHMARK) == 96
        await driver.write("Our own tests")
        await driver.press("enter")
        assert driver.value(BENCHMARK) == 98
        (change,) = driver.app.workbook.tree.table(KPI.child("benchmark_changes")).values()  # type: ignore[union-attr]
        assert dict(change) == {"date": NOW.date, "old": 96, "because": "Our own tests\n"}  # type: ignore[arg-type]
        await driver.go_to(BENCHMARK)
        await driver.press("d")
        assert driver.value(BENCHMARK) == 98
        assert "changed with a reason" in driver.said[-1]


async def test_a_phase_goes_on_or_stays_with_a_reason(tmp_path: Path) -> None:
    def schedule(draft: Draft) -> None:
        draft.add(KINDS["phase"], inside=KPI, id_="daily", fields={"every": "day", "days": 7})
        draft.add(KINDS["phase"], inside=KPI, id_="weekly", fields={"every": "week"})

    phase = KPI.child("schedule", "daily")
    async with driven(written(tmp_path / "plan", ready_plan(schedule))) as driver:
        await driver.go_to(KPI)
        await driver.press("o", "down", "enter")
        await driver.write("Two days are missing")
        await driver.press("enter")
        assert [driver.value(phase.child(name)) for name in ("decision", "decided", "because")] == [
            "stay",
            NOW.date,
            "Two days are missing",
        ]
