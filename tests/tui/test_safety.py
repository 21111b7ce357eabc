"""Hostile text in every widget: nothing raw reaches the terminal, nothing means anything."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widgets import Input, Static, TextArea

from successbook.tui.dispatch import say
from successbook.tui.safety import ControlFilter
from successbook.tui.widgets.editors import (
    Candidate,
    ChoiceEditor,
    EditorCard,
    LineEditor,
    LinesEditor,
    MeasuredEditor,
    ProseEditor,
    ReferencesEditor,
)
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Row, RowList
from tests.tui.stage import HOSTILE, RAW, Stage, raw, screen

ALL = " ".join(HOSTILE)


async def expect_clean(app: Stage) -> None:
    """Walk over the screen, hover and click: nothing raw, no quit, no crash."""
    async with app.run_test(size=(100, 40), notifications=True, tooltips=True) as pilot:
        say(app, ALL, "error")
        await pilot.pause(0.1)
        assert raw(app) == set()
        for at in range(0, 30, 3):
            await pilot.click(offset=(20, at))
            await pilot.hover(offset=(24, at))
        await pilot.pause()
        assert raw(app) == set()
        assert app.is_running


@pytest.mark.parametrize("text", HOSTILE)
async def test_rows_panels_and_titles_show_hostile_text_as_it_is(text: str) -> None:
    listing = RowList(empty=text)
    title = TitleLine(text, place=text, state=text)
    app = Stage(title, Panel(listing, question=text, aside=text), RowList(empty=text))
    app.call_later(lambda: listing.show([Row(text, (Cell(text), Cell(text, wrap=True)), marker=text[:2])]))
    await expect_clean(app)


@pytest.mark.parametrize(
    "editor",
    [
        lambda text: LineEditor(text, example=text, unit=text),
        lambda text: MeasuredEditor(text, unit=text),
        lambda text: ProseEditor(text, example=text),
        lambda text: LinesEditor((text, text)),
        lambda text: ChoiceEditor(text, [(text, text), ("b", text)]),
        lambda text: ReferencesEditor((text,), [Candidate("a", text, text)], many=True),
    ],
    ids=["line", "measured", "prose", "lines", "choice", "references"],
)
async def test_editors_show_hostile_text_and_give_it_back_exactly(editor) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    it = editor(ALL)
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(100, 40), notifications=True, tooltips=True) as pilot:
        listing.show([Row("k", (Cell("x"),))])
        EditorCard(it, label=ALL, question=ALL, good=ALL, poor=ALL).open(listing, "k")
        await pilot.pause()
        await pilot.press("f1")
        await pilot.hover(offset=(20, 5))
        await pilot.pause()
        assert raw(app) == set()
        await pilot.press("escape")
        await pilot.pause()
        (done,) = [each for each in app.heard if isinstance(each, EditorCard.Done)]
        assert (done.value, done.changed) == (it.value, False)


async def test_what_was_typed_beside_hostile_text_keeps_it() -> None:
    listing = RowList()
    app = Stage(listing)
    async with app.run_test(size=(100, 40)) as pilot:
        listing.show([Row("k", (Cell("x"),))])
        EditorCard(LineEditor("a\x1b]0;b\u202e"), label="x").open(listing, "k")
        await pilot.pause()
        await pilot.press("!", "enter")
        await pilot.pause()
        (done,) = [each for each in app.heard if isinstance(each, EditorCard.Done)]
        assert done.value == "a\x1b]0;b\u202e!"


async def test_the_filter_stands_behind_widgets_that_are_not_ours() -> None:
    app = Stage(Static("a\x1b]52;c;x\x07b", markup=False))
    async with app.run_test(size=(60, 20)) as pilot:
        await app.mount(Input("\x9b31m\u202e"), TextArea("\x1b[2J\x7f"))
        await pilot.pause()
        assert raw(app) == set()
        assert "a]52;c;xb" in screen(app)


def test_the_filter_leaves_clean_lines_and_terminal_codes_alone() -> None:
    plain = [Segment("clean 客 text", Style(bold=True))]
    assert ControlFilter().apply(plain, Color(0, 0, 0)) is plain
    dirty = [Segment("".join(sorted(RAW)) + "x", Style(bold=True)), *plain]
    assert ControlFilter().apply(dirty, Color(0, 0, 0)) == [Segment("x", Style(bold=True)), *plain]
