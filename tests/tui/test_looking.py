"""Trace, purpose and chart over a plan, the way back from a jump, and a new number from everywhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from successbook.clock import OVERRIDE
from successbook.resources import resource
from successbook.tree import Address
from successbook.tui.dispatch import Acts, missing, say
from successbook.tui.rooms.record_keys import ChartKey
from successbook.tui.screens.chart import ChartScreen
from successbook.tui.screens.find import FindScreen, _around
from successbook.tui.screens.purpose import PurposeScreen
from successbook.tui.screens.reading import ReadingScreen
from successbook.tui.screens.ready import ReadyScreen
from successbook.tui.screens.trace import TraceKey, TraceScreen
from successbook.tui.widgets.rows import Cell, RowList
from tests.plans import GOAL, GUARDRAIL, INITIATIVE, METRIC, MISSION, RELEASE
from tests.thorough import ends
from tests.tui.driving import Driver, driven

TODAY = Address.parse("readings.toml:readings.seconds-to-pay.2026-06-15")


@pytest.mark.parametrize("kind", [TraceScreen, PurposeScreen, ChartScreen])
def test_each_screen_carries_out_every_action_of_its_scope(kind: type[Acts]) -> None:
    assert kind.SCOPE
    assert missing(kind) == []


def front(driver: Driver) -> tuple[str, Address | None]:
    assert driver.app.plan_screen is not None
    assert driver.app.plan_screen.is_current
    return driver.app.plan_screen.room.NAME, driver.outline.record


async def test_a_jump_from_the_trace_and_backspace_lead_there_and_back(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("t")
        assert isinstance(driver.app.screen, TraceScreen)
        assert "asked about" in driver.text
        key = driver.list.cursor_key
        assert isinstance(key, TraceKey)
        assert key.record == METRIC
        while not (isinstance(key, TraceKey) and key.record == RELEASE):
            await driver.press("down")
            key = driver.list.cursor_key
        await driver.press("enter")
        assert front(driver) == ("release", RELEASE)
        await driver.press("backspace")
        assert front(driver) == ("goals", METRIC)


async def test_in_a_narrow_trace_the_titles_are_read_and_verdicts_are_said_in_short(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(resource("sample_plans") / "checkout-mvp", tmp_path / "checkout-mvp"))
    async with driven(folder, (60, 20)) as driver:
        await driver.press("2", *["down"] * 7, "t")
        assert "Guests give up at the address form" in driver.text
        assert "key action  Guests fill in the address in one go" in driver.text
        assert "KPI  Seconds to pay" in driver.text
        assert "stakeholder  Henrik, head" in driver.text


async def test_escape_closes_the_trace_and_nothing_has_moved(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GOAL)
        await driver.press("t", "home", "escape")
        assert front(driver) == ("goals", GOAL)
        await driver.press("backspace")
        assert "You have not jumped anywhere yet" in driver.said[-1]


async def test_backspace_comes_back_to_the_line_of_the_record_and_to_the_page(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("down", "enter")
        await driver.go_to(METRIC.child("title"))
        await driver.press("end")
        line = driver.list.cursor_key
        await driver.press("enter")
        assert driver.outline.record != METRIC
        await driver.press("backspace")
        assert driver.list.cursor_key == line
        assert driver.outline.record == METRIC
        await driver.press("backspace")
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.room.NAME == "page"


async def test_what_is_gone_since_the_jump_is_passed_over(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GUARDRAIL)
        await driver.press("t", "home", "enter")
        assert front(driver) == ("goals", MISSION)
        assert driver.app.workbook is not None
        draft = driver.app.workbook.draft()
        draft.remove(GUARDRAIL)
        driver.app.workbook.do(draft.change("gone"))
        await driver.press("backspace")
        assert front(driver)[0] == "goals"


async def test_a_picture_follows_the_plan_once_and_no_longer_when_it_is_closed(tmp_path: Path) -> None:
    async with driven(tmp_path, quiet=True) as driver:
        await driver.go_to(RELEASE)
        assert driver.app.workbook is not None
        listeners = driver.app.workbook._changed
        before = list(listeners)
        await driver.press("v")
        assert isinstance(driver.app.screen, ReadyScreen)
        assert len(listeners) == len(before) + 1
        await driver.press("escape")
        assert listeners == before


async def test_the_purpose_card_is_read_followed_and_copied(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.go_to(INITIATIVE)
        await driver.press("p")
        assert "Why are we building it?   Guest checkout" in driver.text
        assert "Seconds to pay   96 s, now 71 s" in driver.text
        await driver.press("c")
        assert driver.app.clipboard.startswith("# Guest checkout\n")
        await driver.press("end", "enter")
        assert front(driver) == ("goals", MISSION)


async def test_the_spotlight_of_a_metric_says_what_it_keeps(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.go_to(METRIC)
        await driver.press("p")
        assert "What does this KPI keep?   Seconds to pay" in driver.text
        assert "Guest checkout   MVP, nothing else measures it" in driver.text
        await driver.press("escape")
        await driver.go_to(GOAL)
        await driver.press("p")
        assert not isinstance(driver.app.screen, PurposeScreen)
        assert "Put the cursor on an initiative or a metric" in driver.said


@pytest.mark.parametrize("size", ends([(60, 20), (80, 24), (120, 40)]))
async def test_the_chart_fits_and_takes_a_new_reading(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.go_to(METRIC.child("title"))
        await driver.press("v")
        text = driver.text
        assert isinstance(driver.app.screen, ChartScreen)
        assert text.count("●") >= 4
        assert all(
            each in text for each in ("100 ┤", "25 May", "baseline", "target", "3 readings, from 90 s")
        )
        await driver.press("r", "7", "enter")
        assert driver.value(TODAY) == 7
        assert "4 readings, from 90 s" in driver.text
        await driver.press("c", "escape")
        assert driver.app.clipboard.startswith("# Seconds to pay\n\n```text\n")


async def test_a_number_that_one_comes_back_to_before_it_is_kept_is_kept(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await driver.go_to(METRIC)
        await driver.press("r", "7", "tab", "tab", *"Late", "tab", "tab", "shift+tab", "enter")
        assert (driver.value(TODAY), driver.labels) == (7, ['Reading of "Seconds to pay"'])
        assert driver.value(Address(TODAY.file, ("notes", *TODAY.path[1:]))) == "Late"


async def test_a_number_that_is_written_anew_and_left_by_a_click_is_the_one_that_is_kept(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await driver.go_to(METRIC)
        await driver.press("r", "7", "tab")
        screen = driver.app.screen
        assert isinstance(screen, ReadingScreen)
        value, _, remark = screen._fields
        value.focus_field()
        await driver.press("end", "8")
        remark.focus_field()
        await driver.press(*"Late", "enter")
        assert driver.value(TODAY) == 78


async def test_a_chart_without_a_number_asks_for_one(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.go_to(GUARDRAIL)
        await driver.press("v")
        assert isinstance(driver.app.screen, ChartScreen)
        assert "Where is it today?   r takes a reading" in driver.text
        await driver.press("r", "7", "enter")
        assert "takes a reading" not in driver.text


async def test_the_pane_of_a_metric_offers_the_chart(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC.child("title"))
        assert driver.list.select(ChartKey())
        await driver.press("enter")
        assert isinstance(driver.app.screen, ChartScreen)
        await driver.press("escape")
        await driver.go_to(GOAL)
        await driver.press("v")
        assert "This has no picture; a metric has one" in driver.said


@pytest.mark.parametrize("room", ["1", "2", "3", "4", "6"])
async def test_a_number_can_be_written_down_everywhere(tmp_path: Path, room: str) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press(room, "r")
        assert isinstance(driver.app.screen, FindScreen)
        assert driver.app.screen.query_one(RowList).cursor_key == METRIC
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReadingScreen)
        await driver.press("7", "enter")
        assert driver.value(TODAY) == 7


async def test_the_keys_of_the_rooms_take_along_nothing_that_was_said_in_a_picture(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("v")
        say(driver.app, "said about this picture")
        say(driver.app, "an error is not about a place", "error")
        await driver.press("1")
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.room.NAME == "page"
        assert driver.said == ["an error is not about a place"]


async def test_what_is_found_reads_as_words_and_says_what_it_belongs_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, "2026-09-14T10:00")
    folder = Path(shutil.copytree(resource("sample_plans") / "checkout-mvp", tmp_path / "plan"))
    async with driven(folder, (160, 60)) as driver:
        await driver.press("slash")
        await driver.write("address")
        rows = driver.app.screen.query_one(RowList).rows
        beside = [row.cells[2] for row in rows]
        assert all(isinstance(cell, Cell) for cell in beside)
        said = [cell.text for cell in beside if isinstance(cell, Cell)]
        assert not [each for each in said if "-the-address" in each], "an id is no word of anybody"
        assert not [each for each in said if "16c413" in each], "nor is the seal of a sign-off"
        results = [said[at] for at, row in enumerate(rows) if row.cells[0] == Cell("result", "muted")]
        assert len(results) > 5
        assert all("Round" in each for each in results)
        await driver.pilot.resize_terminal(80, 60)
        await driver.settle()
        assert re.search(r"result  +Enter one address   Round 1, A1", driver.text)


@pytest.mark.parametrize(
    ("words", "wanted", "said"),
    [
        ("one two three", "two", "one two three"),
        (f"{'before ' * 9}here {'after ' * 30}", "here", f"…before before here{' after' * 11}…"),
        (f"{'x' * 60}here", "here", f"…{'x' * 20}here"),
    ],
)
def test_a_piece_of_a_text_begins_and_ends_with_a_word(words: str, wanted: str, said: str) -> None:
    assert _around(words, wanted) == said
