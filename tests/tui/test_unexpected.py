"""Something unexpected at all sizes: nothing is lost, nothing is cut off, a pause invents no level."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tui.screens.unexpected import UnexpectedScreen
from successbook.tui.widgets.rows import RowList
from tests.plans import RELEASE as SMALL
from tests.plans import small_plan, written
from tests.thorough import ends
from tests.tui.driving import driven
from tests.tui.launching import FRIDAY, INCIDENT, RELEASE, Clock, looking_at, on_friday

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return on_friday(tmp_path, monkeypatch)


@pytest.mark.parametrize("size", ends(SIZES))
async def test_the_unexpected_fits_without_scrolling(sample: Path, size: tuple[int, int]) -> None:
    async with looking_at(sample, INCIDENT, size) as driver:
        assert isinstance(driver.app.screen, UnexpectedScreen)
        text = driver.text
        for each in (
            "What is the problem?", "Why does it happen?", "How can it be fixed?", "~3 % of guests",
            "~26 hours", "high", "Three calls to support", "consider pausing", "F5 decide",
        ):  # fmt: skip
            assert each in text
        assert all(each.region.bottom <= size[1] - 1 for each in driver.app.screen.query(Input))


@pytest.mark.parametrize("size", ends(SIZES))
async def test_all_that_follows_from_something_unexpected_is_seen_without_scrolling(
    sample: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-09-14T11:00")
    async with looking_at(sample, INCIDENT, size, Now(dt.date(2026, 9, 14), "Europe/Berlin")) as driver:
        assert isinstance(driver.app.screen, UnexpectedScreen)
        follows = driver.app.screen.query_one(".unexpected--follows RowList", RowList)
        assert follows.max_scroll_y == 0
        text = driver.text
        for each in (
            "decided: pause", "closed   17 days ago; still wrong", "to do", "Refund eleven",
            "Nine of eleven refunded", "24 hours are slow",
            "Going back from the second address", "The shop refuses a second payment",
        ):  # fmt: skip
            assert each in text
        assert text.count("about 26 hours") == 1, "how a number reads is said below it while it is written"


async def test_looking_at_something_unexpected_changes_nothing(sample: Path) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        assert driver.app.workbook is not None
        before = driver.app.workbook.tree
        await driver.go_to(INCIDENT)
        await driver.press("v", *["tab"] * 9, "escape")
        assert driver.app.workbook.tree is before
        assert driver.app.plan_screen is not None
        assert driver.app.plan_screen.is_current


async def test_a_new_one_is_there_with_its_first_words_and_is_one_change_to_take_back(sample: Path) -> None:
    async with looking_at(sample, RELEASE) as driver:
        await driver.press("x", "f5")
        assert any("what is the problem?" in each for each in driver.said)
        await driver.press("S", "l", "o", "w", "f3")
        at = RELEASE.child("incidents", "slow")
        assert driver.value(at) is None  # nothing is known of what has not been written
        await driver.press("tab", "f3")
        assert driver.value(at.child("title")) == "Slow"
        assert driver.value(at.child("not_known")) == ("causes",)
        await driver.press("escape", "u", "u")
        assert driver.value(at) is None


async def test_what_it_concerns_is_picked_and_a_moment_joins_the_timeline(sample: Path) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        await driver.go_to(INCIDENT)
        before = driver.value(INCIDENT.child("concerns"))
        assert isinstance(before, tuple)
        await driver.press("v", "f8", *"tenth", "escape")
        assert driver.value(INCIDENT.child("concerns")) == before
        await driver.press("f8", *"baskets", "down", "enter", "escape")
        assert driver.value(INCIDENT.child("concerns")) != before
        await driver.press("f2", *"Fixed", "enter")
        assert driver.value(INCIDENT.child("timeline", "2026-08-14-1100", "title")) == "Fixed"


async def test_a_pause_decided_on_something_unexpected_invents_no_level_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-06-15T11:00")
    draft = Draft(small_plan())
    day = dt.date(2026, 6, 15)
    draft.add(KINDS["level"], inside=SMALL, id_="begun", fields={"date": day, "step": "advance"})
    incident = draft.add(KINDS["incident"], "Paid twice", inside=SMALL, fields={"detected": day})
    now = Now(day, "Europe/Berlin")
    async with looking_at(written(tmp_path / "plan", draft.tree), incident, (80, 24), now) as driver:
        await driver.press("f5", "down", "enter")
        await driver.write("Nobody knows")
        await driver.press("enter", "enter")
        assert driver.value(SMALL.child("log", "2026-06-15-pause", "step")) == "pause"
        assert driver.value(SMALL.child("log", "2026-06-15-pause", "percent")) is None


async def test_where_room_is_short_page_keys_show_all_that_follows_from_every_field(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch).at("2026-09-14T11:00")
    async with looking_at(sample, INCIDENT, (60, 20), Now(dt.date(2026, 9, 14), "UTC")) as driver:
        assert "seen 17 Aug 10:40 in Berlin" in driver.text
        assert "PgDn more below" in driver.text
        for field in ("enter", "enter"):  # a field of one line, then one of several
            seen = driver.text
            for _ in range(4):
                await driver.press("pagedown")
                seen += driver.text
            for each in ("decided", "closed", "to do", "moments", "24 hours are slow"):
                assert each in seen
            for _ in range(4):
                await driver.press("pageup")
            assert "advice" in driver.text
            await driver.press(field)


async def test_page_keys_are_not_offered_where_all_that_follows_is_seen(sample: Path) -> None:
    async with looking_at(sample, INCIDENT, (120, 40)) as driver:
        await driver.press("pagedown")
        assert "PgDn" not in driver.text


async def test_what_is_not_known_yet_shows_no_example_in_its_place(sample: Path) -> None:
    async with driven(sample, (80, 24), quiet=True, now=FRIDAY) as driver:
        await driver.go_to(RELEASE)
        await driver.press("v", "x", *"Slow", "tab")
        before = driver.app.screen.query(TextArea).first().placeholder
        await driver.press("f3", "tab", "tab")
        for _ in range(2):  # at once, and when it is opened again
            causes = driver.app.screen.query(TextArea).first()
            assert str(causes.placeholder) == "don't know yet"
            await driver.press("escape", "escape")
            await driver.go_to(RELEASE.child("incidents", "slow"))
            await driver.press("v")
        await driver.press("tab", *"Gone", "tab", "shift+tab", "ctrl+a", "delete")
        assert driver.app.screen.query(TextArea).first().placeholder == before


async def test_a_new_line_is_for_fields_of_several(sample: Path) -> None:
    async with looking_at(sample, INCIDENT, (80, 24)) as driver:
        assert isinstance(driver.app.screen, UnexpectedScreen)
        assert driver.app.screen.why_not("new-line") == "This field has one line"
        await driver.press("tab")
        area = driver.app.screen.focused
        assert isinstance(area, TextArea)
        lines = area.document.line_count
        await driver.press("f4")
        assert area.document.line_count == lines + 1


async def test_words_that_were_left_by_a_click_are_kept(sample: Path) -> None:
    async with looking_at(sample, INCIDENT) as driver:
        screen = driver.app.screen
        assert isinstance(screen, UnexpectedScreen)
        title, fixed_by = (each.editor for each in screen._lines if each.name in ("title", "fixed_by"))
        title.focus_field()
        await driver.press("end", *" and left")
        fixed_by.focus_field()
        await driver.settle()
        assert driver.app.focused in fixed_by.walk_children()
        await driver.press("escape")
        assert str(driver.value(INCIDENT.child("title"))).endswith(" and left")
