"""Wearing and choosing a theme."""

import shutil
from pathlib import Path

import pytest
from rich.color import ColorType
from textual.widgets import TextArea

from successbook.resources import resource
from successbook.tui.frame import Frame
from successbook.tui.palettes import palettes
from successbook.tui.screens.themes import ThemeScreen
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Row, RowList
from tests.tui.driving import driven
from tests.tui.stage import Stage, lines, screen


def stage(**more: object) -> Stage:
    listing = RowList()
    app = Stage(Panel(listing, question="Why?"), **more)  # type: ignore[arg-type]
    app.call_later(lambda: listing.show([Row("a", (Cell("one", "good"),)), Row("b", (Cell("two", "bad"),))]))
    return app


def colours(app: Frame) -> set[ColorType]:
    strips = app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    found = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
    return {colour.type for colour in found}


async def test_moving_in_the_list_tries_a_theme_on_and_esc_gives_the_old_one_back() -> None:
    app = stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert isinstance(app.screen, ThemeScreen)
        await pilot.press("down")
        await pilot.pause()
        assert app.theme == "paper-light"
        await pilot.press("escape")
        await pilot.pause()
        assert (app.theme, app.kept) == ("paper-dark", [])


async def test_enter_keeps_the_theme_and_it_is_remembered() -> None:
    app = stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("T", "down", "down", "enter")
        await pilot.pause()
        assert (app.theme, app.kept) == ("high-contrast", ["high-contrast"])
        assert not isinstance(app.screen, ThemeScreen)


async def test_a_theme_of_ones_own_is_worn_again_when_its_file_is_saved(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[colours]\npaper = "#102030"\n', encoding="utf-8")
    app = stage(themes_folder=tmp_path, theme_name="mine")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        mine.write_text('[colours]\npaper = "#20304050"\n', encoding="utf-8")
        app.look_at_theme()
        app.look_at_theme()
        await pilot.pause()
        assert app.screen.styles.background.hex == "#102030"
        assert [str(each.message) for each in app._notifications] == [
            f'{mine}: colours.paper: "#20304050" is not a colour; write "#rrggbb" or "ansi_red"'
        ]
        mine.unlink()
        app.look_at_theme()
        mine.write_text('[colours]\npaper = "#203040"\n', encoding="utf-8")
        app.look_at_theme()
        await pilot.pause()
        assert app.screen.styles.background.hex == "#203040"


async def test_a_changed_file_is_seen_when_the_list_opens_again(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[colours]\npaper = "#102030"\n', encoding="utf-8")
    app = stage(themes_folder=tmp_path, theme_name="mine")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.styles.background.hex == "#102030"
        mine.write_text('[colours]\npaper = "#203040"\n', encoding="utf-8")
        await pilot.press("T")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.styles.background.hex == "#203040"


async def test_a_file_that_cannot_be_used_stands_in_the_list_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[colours]\nink = 'pale'\n", encoding="utf-8")
    app = stage(themes_folder=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert '"pale" is not a colour' in "".join(line.strip("│ ") for line in lines(app)).replace("  ", "")


async def test_a_theme_that_is_gone_is_told_and_the_default_is_worn() -> None:
    app = stage(theme_name="gone")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert app.theme == "paper-dark"
        assert app.said() == ['there is no theme "gone"; `successbook themes` lists them']


@pytest.mark.parametrize("name", [each.name for each in palettes()[0]])
async def test_every_theme_paints_every_screen(name: str) -> None:
    app = stage(theme_name=name)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "What can I do here?" in screen(app)
        await pilot.press("escape")
        await pilot.pause()
        own = ColorType.STANDARD in colours(app)
        assert own == (name == "ansi-16")
        assert (ColorType.TRUECOLOR in colours(app)) == (name != "ansi-16")


async def test_no_color_means_no_colour_and_the_cursor_is_still_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert colours(app) == {ColorType.DEFAULT}
        assert "▌one" in screen(app)
        strips = app.screen._compositor.render_strips()
        reverse = {
            segment.text.strip()
            for strip in strips
            for segment in strip
            if segment.style and segment.style.reverse
        }
        assert "one" in reverse
        assert "two" not in reverse


async def test_no_color_means_no_colour_on_any_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    folder = Path(shutil.copytree(resource("sample_plans") / "checkout-mvp", tmp_path / "checkout-mvp"))
    async with driven(folder, (120, 40), quiet=True) as driver:
        for keys in ("1", "2", "4", "5", "6", "3", "v"):
            await driver.press(keys)
            assert colours(driver.app) == {ColorType.DEFAULT}, keys


async def test_sixteen_colours_wear_the_terminals_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM")
    app = stage(theme_name="paper-light")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == "ansi-16"


@pytest.mark.parametrize("kind", [OneLineInput, TextArea])
async def test_in_sixteen_colours_the_cursor_of_a_field_turns_the_terminals_own_over(
    kind: type[OneLineInput | TextArea],
) -> None:
    field = kind()
    app = Stage(field, theme_name="ansi-16")
    async with app.run_test(size=(80, 24)) as pilot:
        field.focus()
        await pilot.press("a", "b")
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        blanks = [segment.style for strip in strips for segment in strip if segment.text == " "]
        turned = [style for style in blanks if style and style.reverse]
        assert turned
        for style in turned:  # black on white, turned over, cannot be seen in a dark terminal
            assert style.color is None or style.color.is_default
            assert style.bgcolor is None or style.bgcolor.is_default
