"""Styles that are remembered are those that Textual would work out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from successbook.tui.known_styles import KnownStyles
from successbook.tui.palettes import find_palette
from tests.full import full_plan
from tests.plans import written
from tests.thorough import THOROUGH
from tests.tui.driving import Driver, driven

WALK = (
    *("2", "down", "down", "enter", "enter", "x", "escape", "escape", "3", "enter", "down", "enter"),
    "escape",
    *("4", "down", "5", "down", "v", "escape", "1", "question_mark", "escape", "ctrl+p", "down", "escape"),
    *("slash", "a", "escape", "g", "escape", "2", "a", "escape", "d", "u", "t", "escape"),
)  # fmt: skip
"""Through every room, into fields and lists, over help, search and the list of commands."""


def worked_out(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Textual says differently than what is worn, of all that is on the screens."""
    nodes = [node for screen in driver.app.screen_stack for node in screen.walk_children(with_self=True)]
    driver.app.stylesheet.update_nodes(nodes)
    worn = [(node, styles(node)) for node in nodes]
    with monkeypatch.context() as plain:
        plain.setattr(KnownStyles, "apply", Stylesheet.apply)
        driver.app.stylesheet.update_nodes(nodes)
    return [f"{node}: {had} {styles(node)}" for node, had in worn if had != styles(node)]


def styles(node: DOMNode) -> object:
    """The styles of a node and of its parts, and what they depend on."""
    parts = {name: dict(part.base._rules) for name, part in node._component_styles.items()}
    flags = (node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even)
    return dict(node.styles.base._rules), parts, flags


@pytest.mark.parametrize("size", [(120, 40), (60, 20)] if THOROUGH else [(120, 40)])
async def test_they_are_what_would_be_worked_out_on_every_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with driven(written(tmp_path, full_plan()), size) as driver:
        for key in WALK:
            await driver.press(key)
            assert worked_out(driver, monkeypatch) == [], key


async def test_they_follow_the_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with driven(tmp_path) as driver:
        for name in ("high-contrast", "paper-light", "ansi-16", "paper-dark"):
            driver.app.wear(find_palette(name))
            await driver.settle()
            assert worked_out(driver, monkeypatch) == [], name
        worn = find_palette("paper-dark")
        edited = replace(worn, colours={**worn.colours, **dict.fromkeys(("paper", "raised"), "#123456")})
        driver.app.wear(edited)  # as when its file has changed
        await driver.settle()
        assert worked_out(driver, monkeypatch) == []


async def test_a_list_that_has_the_focus_again_is_not_worked_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[DOMNode] = []
    plain = Stylesheet.apply

    def apply(
        sheet: Stylesheet, node: DOMNode, *, animate: bool, cache: dict[tuple[object, ...], RulesMap]
    ) -> None:
        asked.append(node)
        plain(sheet, node, animate=animate, cache=cache)

    monkeypatch.setattr(KnownStyles, "known_of", lambda sheet, rules: {})
    monkeypatch.setattr(Stylesheet, "apply", apply)
    async with driven(tmp_path) as driver:
        await driver.press("2")
        outline = driver.list
        assert outline in asked
        await driver.press("enter", "escape")
        asked.clear()
        await driver.press("enter", "escape")
        assert driver.list is outline
        assert outline not in asked


def test_what_a_screen_brings_along_is_read_and_nothing_else() -> None:
    sheet = KnownStyles(variables={"ink": "#112233"})
    sheet.add_source("Label { color: $ink; }", ("first", ""))
    (first,) = sheet.rules
    sheet.add_source("Button { color: $ink; }", ("second", ""))
    sheet.reparse()
    assert len(sheet.rules) == 2
    assert sheet.rules[0] is first


def test_with_other_colours_all_is_read_again() -> None:
    sheet = KnownStyles(variables={"ink": "#112233"})
    sheet.add_source("Label { color: $ink; }", ("first", ""))
    assert [rule.styles.color.hex for rule in sheet.rules] == ["#112233"]
    sheet.set_variables({"ink": "#445566"})
    sheet.reparse()
    assert [rule.styles.color.hex for rule in sheet.rules] == ["#445566"]
