"""Nothing typed into a small form goes without a word: Esc asks once, and so does leaving the app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from successbook.tui.screens import filling
from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
from successbook.tui.screens.filling import FillScreen
from successbook.tui.screens.thanks import ThanksScreen
from successbook.tui.widgets.editors import DateEditor, LineEditor, NumberEditor
from tests.plans import NOW, RELEASE
from tests.tui.driving import Driver, driven
from tests.tui.forms import Form, Kept, opened


def ask(kept: Kept) -> AskScreen:
    fields = [
        Asked("why", "Why", Paragraph()),
        Asked("who", "Who", LineEditor("Mara")),
        Asked("level", "Level", NumberEditor(10, unit="%")),
    ]
    return AskScreen("Why?", fields, kept.append)


def fill(kept: Kept) -> FillScreen:
    fields = [
        filling.Blank("why", "Why", LineEditor()),
        filling.Blank("who", "Who", LineEditor("Mara")),
        filling.Blank("on", "On", DateEditor(NOW.date, now=NOW)),
    ]
    return FillScreen("Why?", fields, kept.append)


BOTH = pytest.mark.parametrize("form", [ask, fill])


def is_open(driver: Driver) -> bool:
    return isinstance(driver.app.screen, Form)


@BOTH
async def test_esc_closes_a_form_in_which_nothing_was_typed(
    tmp_path: Path, form: Callable[[Kept], Form]
) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, form(kept))
        await driver.press("tab", "tab", "escape")
        assert not is_open(driver)
    assert kept == []


@BOTH
async def test_esc_asks_before_it_throws_away_what_was_typed_in_any_field(
    tmp_path: Path, form: Callable[[Kept], Form]
) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, form(kept))
        await driver.press("n", "o", "tab", "escape")
        assert is_open(driver)
        assert "Esc again throws away what you typed; Enter keeps it" in driver.text
        await driver.press("x", "escape")
        assert is_open(driver), "more was typed since it was asked"
        await driver.press("escape")
        assert not is_open(driver)
    assert kept == []


@BOTH
async def test_what_was_typed_can_still_be_kept_after_the_question(
    tmp_path: Path, form: Callable[[Kept], Form]
) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, form(kept))
        await driver.press("n", "o", "escape", "enter")
        assert not is_open(driver)
    assert [(each["why"] or "").strip() for each in kept if isinstance(each["why"], str)] == ["no"]


async def test_an_amount_that_cannot_be_read_is_thrown_away_with_two_esc_too(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, ask(kept))
        await driver.press("tab", "tab", "1", ",", "5", "escape")
        assert is_open(driver)
        await driver.press("escape")
        assert not is_open(driver)
    assert kept == []


async def test_leaving_the_app_asks_too(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, ask(kept))
        await driver.press("n", "o")
        await driver.press("ctrl+q")
        assert not driver.app._exit
        assert is_open(driver)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_praise_without_a_name_asks_whose_it_is(tmp_path: Path, key: str) -> None:
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        assert driver.app.workbook is not None
        driver.app.push_screen(ThanksScreen(driver.app.workbook, RELEASE))
        await driver.settle()
        await driver.press("tab", *"patience", key)
        assert isinstance(driver.app.screen, ThanksScreen)
        assert "Who was that?" in driver.text
        await driver.press(*"Lin", "enter")
        at = RELEASE.child("thanks", "lin", "what")
        assert driver.value(at) == "patience\n"
        await driver.press("escape")
        assert not isinstance(driver.app.screen, ThanksScreen)
