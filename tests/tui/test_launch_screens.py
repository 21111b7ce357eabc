"""A release today, at all sizes: nothing scrolls, nothing is lost, reasons are given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address
from successbook.tui.dispatch import offers
from successbook.tui.screens.asking import AskScreen
from successbook.tui.screens.carrying import CarryScreen
from successbook.tui.screens.launch import LaunchScreen
from successbook.tui.screens.launch_rows import DayKey
from successbook.tui.screens.ready import ReadyScreen
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from tests.plans import RELEASE as SMALL
from tests.plans import small_plan, written
from tests.thorough import ends
from tests.tui.driving import driven
from tests.tui.launching import FRIDAY, INCIDENT, LAUNCH, RELEASE, Clock, before_launch, looking_at, on_friday

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return on_friday(tmp_path, monkeypatch)


@pytest.mark.parametrize("size", ends(SIZES))
async def test_today_tells_what_matters_at_every_size(sample: Path, size: tuple[int, int]) -> None:
    async with looking_at(sample, RELEASE, size) as driver:
        assert isinstance(driver.app.screen, LaunchScreen)
        text = driver.text
        for each in ("stage 2 of 4", "25 % of users", "Watch", "within", "Open", "x unexpected", "? help"):
            assert each in text
        if size != (60, 20):
            day = driver.app.screen.query_one(".day", RowList)
            assert day.max_scroll_y == 0
            assert "go back when" in text


@pytest.mark.parametrize("size", ends(SIZES))
async def test_no_panel_of_today_is_cut_off_and_what_is_open_has_a_line(
    sample: Path, size: tuple[int, int]
) -> None:
    async with driven(sample, size, quiet=True, now=FRIDAY) as driver:
        book = driver.app.workbook
        assert book is not None
        draft = book.draft()
        for at in records(book.tree, KINDS["release_kpi"], RELEASE):
            draft.put(at.child("watched"), True)
        book.do(draft.change("Watch all"))
        await driver.go_to(RELEASE)
        await driver.press("v")
        assert isinstance(driver.app.screen, LaunchScreen)
        panels = list(driver.app.screen.query(Panel))
        assert len(panels) == 3
        assert all(each.region.bottom <= size[1] - 1 for each in panels)
        assert all(each.region.height >= 3 for each in panels)
        assert "read-out: After a week" in driver.text


async def test_what_is_carried_on_can_be_looked_through_in_a_low_terminal(sample: Path) -> None:
    day = Now(dt.date(2026, 9, 14), "Europe/Berlin")
    async with looking_at(sample, RELEASE.child("readouts", "after-a-month"), (80, 24), day) as driver:
        await driver.press("o")
        assert isinstance(driver.app.screen, CarryScreen)
        assert "8 things go on" in driver.text
        assert "becomes a read-out" not in driver.text
        await driver.press("down", "down")
        assert "becomes a read-out" in driver.text
        await driver.press("up")
        assert "a new release" in driver.text


async def test_cases_are_counted_where_a_stage_must_have_so_many(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-08-24T11:00")
    async with looking_at(sample, RELEASE, (80, 24), Now(dt.date(2026, 8, 24), "Europe/Berlin")) as driver:
        await driver.press("h", *"Wait", "tab", *"-3", "enter")
        assert "it is a whole number, 0 or more" in driver.text
        await driver.press("backspace", "backspace", *"120", "enter")
        entry = RELEASE.child("log", "2026-08-24-hold")
        assert driver.value(entry.child("cases")) == 120
        assert "until 400 are counted; 120 so far, 280 more" in driver.text
        await driver.press("g")
        assert "It stays until 400 are counted; 120 so far, 280 more." in driver.text
        await driver.press("escape", "u")
        assert driver.value(entry) is None


async def test_all_fields_leads_to_the_record_and_backspace_comes_back_to_today(sample: Path) -> None:
    async with looking_at(sample, INCIDENT) as driver:
        await driver.press("f9")
        assert driver.outline.record == INCIDENT
        await driver.go_to(RELEASE)
        await driver.press("v")
        assert driver.list.select(DayKey(RELEASE.child("stages", "web-quarter"), "Web", row="channel Web"))
        await driver.press("enter")
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.is_current
        await driver.press("backspace")
        assert isinstance(driver.app.screen, LaunchScreen)


async def test_v_from_today_asks_whether_it_could_ship(sample: Path) -> None:
    async with looking_at(sample, RELEASE, (120, 40)) as driver:
        await driver.press("v")
        assert isinstance(driver.app.screen, ReadyScreen)


async def test_a_launch_before_its_day_is_one_key_from_can_we_ship(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-08-07T11:00")
    early = Now(dt.date(2026, 8, 7), "Europe/Berlin")
    async with looking_at(before_launch(tmp_path), RELEASE, (80, 24), early) as driver:
        assert isinstance(driver.app.screen, ReadyScreen)
        await driver.press("l")
        assert isinstance(driver.app.screen, LaunchScreen)
        await driver.press("v", "l")
        assert isinstance(driver.app.screen, LaunchScreen)
        assert "Not yet, " in driver.text
        assert "Enter see why" in driver.text
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReadyScreen)
        await driver.press("l")
        assert isinstance(driver.app.screen, LaunchScreen)
        await driver.press("escape")
        assert isinstance(driver.app.screen, ReadyScreen)
        await driver.press("escape")
        assert driver.app.screen is driver.app.plan_screen


@pytest.mark.parametrize(
    ("here", "moment", "screen"),
    [
        ("America/New_York", "2026-08-10T17:59", ReadyScreen),
        ("America/New_York", "2026-08-10T18:00", LaunchScreen),  # it is midnight in Berlin
        ("Asia/Tokyo", "2026-08-11T00:30", LaunchScreen),
        ("Europe/Berlin", "2026-08-10T23:59", ReadyScreen),
    ],
)
async def test_the_morning_of_the_launch_is_that_of_its_clocks_too(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: str,
    moment: str,
    screen: type[LaunchScreen | ReadyScreen],
) -> None:
    Clock(monkeypatch).at(moment)
    now = Now(dt.datetime.fromisoformat(moment).date(), here)
    async with looking_at(before_launch(tmp_path), RELEASE, (80, 24), now) as driver:
        assert isinstance(driver.app.screen, screen)
        if screen is LaunchScreen:
            assert f"{'00:00' if 'York' in here else '17:30'} in Berlin" in driver.text
        if screen is LaunchScreen and here == "America/New_York":
            await driver.press("g", *"Go", "enter", "escape", "escape")
            assert driver.value(RELEASE.child("actual")) == LAUNCH.date
            assert driver.value(RELEASE.child("time")) == dt.time(0, 0)
            await driver.press("v")
            assert isinstance(driver.app.screen, LaunchScreen)
            assert "open, 10 % of users, since today 00:00" in driver.text


async def test_what_cannot_be_done_now_says_why(sample: Path) -> None:
    async with looking_at(sample, RELEASE) as driver:
        await driver.press("s")
        assert "It is neither paused nor held" in driver.said
        assert driver.list.select(DayKey(RELEASE.child("stages", "app-all"), "App", row="channel App"))
        await driver.press("p")
        assert "Nobody has it yet" in driver.said


async def test_a_pause_invents_no_level_and_what_shipped_unlogged_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-06-15T11:00")
    draft = Draft(small_plan())
    draft.put(SMALL.child("actual"), dt.date(2026, 6, 15))
    draft.add(KINDS["stage"], "Guests", inside=SMALL, id_="guests")
    now = Now(dt.date(2026, 6, 15), "Europe/Berlin")
    async with looking_at(written(tmp_path / "plan", draft.tree), SMALL, (80, 24), now) as driver:
        await driver.press("p")
        assert "Nobody wrote down which stage it is at; g writes down the first one" in driver.said
        await driver.press("g")
        await driver.write("All quiet")
        await driver.press("enter", "enter", "enter", "p")
        await driver.write("Nobody knows")  # who decided last is proposed
        await driver.press("enter", "enter")
        book = driver.app.workbook
        assert book is not None
        log = [book.tree.table(at) for at in records(book.tree, KINDS["level"], SMALL)]
        assert [(each["step"], each.get("percent")) for each in log] == [("advance", None), ("pause", None)]
        assert "paused, level not written down" in driver.text


async def test_a_step_without_a_reason_is_asked_for_one_once(sample: Path) -> None:
    async with looking_at(sample, RELEASE) as driver:
        await driver.press("p", "enter")
        assert "Why? Enter again leaves it open" in driver.text
        await driver.press("escape")
        assert driver.labels == []
        await driver.press("p", "enter", "enter")
        assert driver.labels == ["Paused, 11:00"]
        entry = Address(RELEASE.file, ("log", "2026-08-14-pause"))
        assert driver.value(entry.child("percent")) == 0
        assert driver.value(entry.child("because")) is None
        assert "Mara, product: no" in driver.text


@pytest.mark.parametrize(("size", "classes"), [((80, 24), "-narrow -low"), ((120, 40), "-wide -tall")])
async def test_a_picture_has_the_shape_of_its_terminal_before_it_is_first_seen(
    sample: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], classes: str
) -> None:
    seen: list[bool] = []
    fill = LaunchScreen.fill

    def fill_and_look(screen: LaunchScreen) -> None:
        seen.append(screen.has_class(*classes.split()))
        fill(screen)

    monkeypatch.setattr(LaunchScreen, "fill", fill_and_look)
    async with driven(sample, size, quiet=True, now=FRIDAY) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v")
        assert seen
        assert all(seen)


async def test_a_picture_offers_to_take_back_only_what_was_done(sample: Path) -> None:
    async with driven(sample, (200, 60), quiet=True, now=FRIDAY) as driver:
        for at in (RELEASE, RELEASE.child("readouts", "after-a-week")):
            await driver.go_to(at)
            await driver.press("v")
            can = {each.action.id for each in offers(driver.app.screen) if each.reason is None}
            assert not can & {"undo", "redo"}
            await driver.press("escape")


async def test_in_a_dialogue_a_new_line_is_offered_where_there_are_lines(sample: Path) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v", "p")
        assert "F4 new line" in driver.text
        await driver.press("shift+tab")
        assert "F4 new line" not in driver.text


async def test_with_a_stage_open_80_columns_name_every_way_on_and_the_way_out(sample: Path) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v")
        keys = driver.text.splitlines()[-1]
        assert all(f" {each} " in keys for each in ("Enter", "g", "p", "x", "b", "Esc", "?")), keys


@pytest.mark.parametrize("key", ["g", "h", "p"])
async def test_a_step_asks_who_first_and_begins_with_what_is_not_said_yet(sample: Path, key: str) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v", key)
        assert isinstance(driver.app.screen, AskScreen)
        assert [*driver.app.screen.fields][:2] == ["by", "because"]
        await driver.write("Nobody knows")  # who decides is proposed already
        assert "Nobody knows" in driver.app.screen.fields["because"].text()


async def test_the_unexpected_asks_who_decides_first_too(sample: Path) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        await driver.go_to(INCIDENT)
        await driver.press("v", "f5", "enter")
        assert isinstance(driver.app.screen, AskScreen)
        assert [*driver.app.screen.fields] == ["by", "because"]


async def test_where_the_clocks_of_the_launch_are_others_every_time_says_so(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-08-14T09:00")
    async with driven(sample, (80, 24), quiet=True, now=Now(FRIDAY.date, "UTC")) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v", "p", "enter", "enter")
        assert driver.labels == ["Paused, 11:00 in Berlin"]
        await driver.press("escape")
        await driver.go_to(INCIDENT)
        await driver.press("v", "f2")
        assert "What happened at 11:00 in Berlin?" in driver.text


async def test_before_the_launch_its_day_is_said_once_and_the_nearest_task_stands_first(
    tmp_path: Path,
) -> None:
    now = Now(dt.date(2026, 7, 1), "Europe/Berlin")
    async with looking_at(before_launch(tmp_path), RELEASE, (80, 24), now) as driver:
        await driver.press("l")
        assert isinstance(driver.app.screen, LaunchScreen)
        assert "planned for 11 Aug." in driver.text
        lines = driver.text.splitlines()
        below = lines[next(n for n, line in enumerate(lines) if "─ Open ─" in line) + 1]
        assert "read-out" not in below


async def test_what_comes_after_the_first_thing_to_say_is_never_cut_within_a_sentence(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    draft.add(KINDS["stage"], "A tenth of all firms in the first two countries", inside=SMALL)
    day = Now(dt.date(2026, 6, 27))
    async with driven(written(tmp_path / "plan", draft.tree), (80, 24), now=day) as driver:
        await driver.go_to(SMALL)
        await driver.press("v")
        assert isinstance(driver.app.screen, LaunchScreen)
        (line,) = (each for each in driver.text.splitlines() if "Nobody has it yet" in each)
        assert line.rstrip(" \u2502").endswith("It is planned for 27 Jun, today.")
