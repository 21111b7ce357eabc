"""The card over a row while its field is edited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import product

import pytest
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region

from successbook.plan.now import Now
from successbook.tui.widgets.editors import (
    ChoiceEditor,
    DateEditor,
    Editor,
    EditorCard,
    LineEditor,
    NumberEditor,
    ProseEditor,
    ReferencesEditor,
)
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Row, RowList
from tests.thorough import ends
from tests.tui.stage import Stage, screen


class Two(Stage):
    def __init__(self) -> None:
        self.left, self.right = RowList(), RowList()
        super().__init__()

    def compose(self) -> ComposeResult:
        with Horizontal(classes="panes"):
            yield Panel(self.left, question="Goals", classes="first")
            yield Panel(self.right, question="KPI", classes="second")
        yield KeyLine()

    def on_mount(self) -> None:
        rows = [Row(at, (Cell(f"row {at}"),)) for at in range(40)]
        self.left.show(rows)
        self.right.show(rows)
        self.right.focus()

    @property
    def done(self) -> list[tuple[object, object, str, bool]]:
        return [
            (each.subject, each.value, each.leave, each.changed)
            for each in self.heard
            if isinstance(each, EditorCard.Done)
        ]


def card(subject: str = "title") -> EditorCard:
    return EditorCard(
        LineEditor("old"),
        label="Title",
        question="What is it?",
        good="A guest pays",
        poor="Engagement",
        subject=subject,
    )


EDITORS: dict[str, Callable[[], Editor]] = {
    "line": lambda: LineEditor("x"),
    "prose": lambda: ProseEditor("x\n" * 50),
    "references": lambda: ReferencesEditor(None, [], many=True),
}


@pytest.mark.parametrize("size", ends([(30, 8), (60, 20), (80, 24), (120, 40), (200, 60)]), ids=str)
async def test_the_card_is_on_the_screen_above_the_footer(size: tuple[int, int]) -> None:
    app = Two()
    async with app.run_test(size=size) as pilot:
        app.query_one(".panes").add_class("-second")
        await pilot.pause()
        inside = Region(0, 0, size[0], size[1] - 1)
        for key, make in product((0, 20, 39), EDITORS.values()):
            app.right.select(key)
            it = EditorCard(make(), label="Title", question="What is it? " * 20, good="A " * 90, poor="B")
            it.open(app.right, key)
            await pilot.pause()
            await pilot.press("f1")
            await pilot.pause()
            assert inside.contains_region(it.region), (key, it.editor)
            assert it.editor.region.height >= 1
            assert it.region.contains_region(it.editor.region) or size == (30, 8)
            await pilot.press("escape")
            await pilot.pause()


@pytest.mark.parametrize("side", ["left", "right"])
async def test_the_card_lies_on_its_row_and_goes_with_the_answer(side: str) -> None:
    app = Two()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        listing = app.left if side == "left" else app.right
        it = card()
        it.open(listing, 5)
        await pilot.pause()
        assert it.region.y == listing.content_region.y + 5
        assert it.region.x == listing.content_region.x
        assert "What is it?" in screen(app)
        await pilot.press("!", "enter")
        await pilot.pause()
        assert app.done == [("title", "old!", "enter", True)]
        assert app.focused is listing
        assert not app.screen.query(EditorCard)


async def test_letters_are_typed_and_not_run() -> None:
    app = Two()
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        card().open(app.right, 5)
        await pilot.pause()
        await pilot.press("question_mark", "q", "u", "T", "1", "escape")
        await pilot.pause()
        assert app.done == [("title", "old?quT1", "esc", True)]


async def test_f1_shows_an_example_that_works_and_one_that_fails() -> None:
    app = Two()
    async with app.run_test(size=(120, 30)) as pilot:
        card().open(app.right, 5)
        await pilot.pause()
        assert "Engagement" not in screen(app)
        await pilot.press("f1")
        await pilot.pause()
        assert "works: A guest pays" in screen(app)
        assert "fails: Engagement" in screen(app)


async def test_f1_without_an_example_says_so() -> None:
    app = Two()
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        EditorCard(LineEditor(""), label="Title").open(app.right, 5)
        await pilot.pause()
        await pilot.press("f1")
        assert app.said() == ["There is no example for this field."]


async def test_f3_leaves_with_not_known() -> None:
    app = Two()
    async with app.run_test(size=(120, 30)) as pilot:
        card().open(app.right, 5)
        await pilot.pause()
        await pilot.press("x", "f3")
        await pilot.pause()
        assert app.done == [("title", "old", "not-known", False)]


async def test_a_click_elsewhere_keeps_what_was_typed_and_the_keys_go_there() -> None:
    app = Two()
    async with app.run_test(size=(120, 30)) as pilot:
        card().open(app.right, 5)
        await pilot.pause()
        await pilot.press("!")
        await pilot.click(app.left, offset=(5, 3))
        await pilot.pause()
        await pilot.pause()
        assert app.done == [("title", "old!", "away", True)]
        assert app.focused is app.left


async def test_a_click_elsewhere_says_what_could_not_be_kept() -> None:
    app = Two()
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        EditorCard(NumberEditor(3), label="Baseline", subject="baseline").open(app.right, 5)
        await pilot.pause()
        await pilot.press("x")
        await pilot.click(app.left, offset=(5, 3))
        await pilot.pause()
        await pilot.pause()
        assert app.done == [("baseline", 3, "away", False)]
        assert app.said() == ['Not kept: "3x" is no number; such as 14 or 14.5']


async def test_a_long_complaint_gets_the_lines_it_needs() -> None:
    app = Two()
    async with app.run_test(size=(60, 20)) as pilot:
        it = EditorCard(DateEditor(None, now=Now(dt.date(2026, 6, 15))), label="By", question="By when?")
        it.open(app.left, 15)
        await pilot.pause()
        before = it.region.height
        await pilot.press("x", "escape")
        await pilot.pause()
        await pilot.pause()
        assert "Esc again leaves it as it was" in " ".join(screen(app).replace("│", " ").split())
        assert it.region.height > before
        assert Region(0, 0, 60, 19).contains_region(it.region)
        await pilot.press("backspace")
        await pilot.pause()
        await pilot.pause()
        assert it.region.height == before


async def test_the_card_follows_its_row_when_the_terminal_changes() -> None:
    app = Two()
    async with app.run_test(size=(120, 30)) as pilot:
        it = card()
        it.open(app.right, 20)
        await pilot.pause()
        await pilot.resize_terminal(140, 12)
        await pilot.pause()
        await pilot.pause()
        assert Region(0, 0, 140, 11).contains_region(it.region)
        assert it.region.x == app.right.content_region.x


async def test_while_a_field_is_open_the_footer_says_what_its_keys_do() -> None:
    app = Two()
    async with app.run_test(size=(120, 30)) as pilot:
        for editor, enter in (
            (LineEditor(""), "keep"),
            (ProseEditor(""), "new line"),
            (ReferencesEditor(None, [], many=True), "take"),
            (ChoiceEditor(None, [("a", "a")]), "keep"),
        ):
            EditorCard(editor, label="x").open(app.right, 5)
            await pilot.pause()
            await pilot.pause()
            assert f"Enter {enter}   Esc done" in screen(app)
            await pilot.press("escape")
            await pilot.pause()
