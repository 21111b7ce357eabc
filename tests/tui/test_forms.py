"""Forms of a few lines: where the cursor begins, what it may write over, and how one sees where it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from successbook.errors import Refused
from successbook.plan.kinds import READINGS
from successbook.tree import Address, Value
from successbook.tui.screens import filling
from successbook.tui.screens.asking import Asked, AskScreen, Paragraph, WordEditor
from successbook.tui.screens.filling import FillScreen
from successbook.tui.widgets.editors import DateEditor, LineEditor, MeasuredEditor, NumberEditor
from tests.plans import METRIC, NOW
from tests.tui.driving import Driver, driven
from tests.tui.forms import Form, Kept, opened


def decision(kept: Kept, by: str | None = None) -> FillScreen:
    fields = [
        filling.Blank("by", "By", LineEditor(by), needed=True),
        filling.Blank("on", "On", DateEditor(NOW.date, now=NOW, past=True)),
        filling.Blank("because", "Because", LineEditor()),
    ]
    return FillScreen("Go: who decided, and why?", fields, kept.append)


def asks(kept: Kept, who: str | None = None) -> AskScreen:
    fields = [
        Asked("level", "Level", NumberEditor(10, unit="%")),
        Asked("who", "Who", LineEditor(who), "Who decides?"),
        Asked("why", "Why", Paragraph(), "Why?"),
    ]
    return AskScreen("Why?", fields, kept.append)


def bars(driver: Driver) -> list[str]:
    """The labels of the fields that are marked as the one in which the cursor is."""
    return [line.partition("▌")[0].strip(" │") for line in driver.text.splitlines() if "▌" in line]


async def test_the_cursor_begins_in_the_first_line_that_is_empty(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, decision(kept))
        await driver.write("Lin")
        await driver.press("tab", "tab")
        await driver.write("Low risk")
        await driver.press("enter")
        await opened(driver, decision(kept, "Mara"))
        await driver.write("Small practice")
        await driver.press("enter")
    assert kept == [
        {"by": "Lin", "on": NOW.date, "because": "Low risk"},
        {"by": "Mara", "on": NOW.date, "because": "Small practice"},
    ]


async def test_a_dialogue_begins_where_an_answer_is_wanted(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, asks(kept))
        assert bars(driver) == ["Who"]
        await driver.press("escape")
        await opened(driver, asks(kept, "Mara"))
        assert set(bars(driver)) == {"Why", ""}, "it has two lines"


async def test_only_the_field_with_the_cursor_has_the_bar_and_without_colour_too(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, decision([]))
        assert bars(driver) == ["By"]
        await driver.press("tab")
        assert bars(driver) == ["On"]
        await driver.press("tab")
        assert bars(driver) == ["Because"]


async def test_a_day_or_number_that_was_proposed_gives_way_to_what_is_typed(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, decision(kept, "Mara"))
        await driver.press("shift+tab")
        await driver.write("2026-06-01")
        await driver.press("enter")
        await opened(driver, asks(kept, "Mara"))
        await driver.press("shift+tab", "shift+tab")
        await driver.write("50")
        await driver.press("tab", "tab")
        await driver.write("half")
        await driver.press("enter")
    assert str(kept[0]["on"]) == "2026-06-01"
    assert kept[1]["level"] == 50


async def test_an_arrow_keeps_what_was_proposed_and_a_name_is_written_on(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, asks(kept, "Mara"))
        await driver.press("shift+tab")
        await driver.write(", product")
        await driver.press("shift+tab", "end", "0", "enter", "enter")
    assert kept == [{"level": 100, "who": "Mara, product", "why": None}]


async def test_what_somebody_typed_does_not_give_way(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, asks(kept, "Mara"))
        await driver.press("shift+tab", "shift+tab", "2", "tab", "shift+tab", "5", "enter", "enter")
    assert kept[0]["level"] == 25


async def test_enter_goes_to_each_empty_line_once_and_keeps_all_after_the_last(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, decision(kept))
        assert "Enter next" in driver.text
        await driver.write("Lin")
        await driver.press("enter")
        assert (bars(driver), kept) == (["Because"], [])
        assert "Enter keep all" in driver.text
        await driver.press("shift+tab", "shift+tab")
        assert bars(driver) == ["By"]
        await driver.press("enter")
    assert kept == [{"by": "Lin", "on": NOW.date, "because": None}]


async def test_one_of_a_few_words_gives_way_to_the_first_letters_of_another(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        fields = [
            Asked("learned", "Learned", LineEditor()),
            Asked(
                "verdict", "Verdict", WordEditor("too few readings", ("met", "missed", "too few readings"))
            ),
        ]
        await opened(driver, AskScreen("What did you learn?", fields, kept.append))
        await driver.press("tab")
        await driver.write("mis")
        await driver.press("enter")
    assert kept == [{"learned": None, "verdict": "missed"}]


async def test_tab_is_no_key_where_there_is_one_field(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, AskScreen("Who?", [Asked("who", "Who", LineEditor())], kept.append))
        assert "next field" not in driver.text
        await driver.write("Lin")
        await driver.press("tab", "enter")
        await opened(driver, decision(kept))
        assert "Tab next field" in driver.text
    assert kept == [{"who": "Lin"}]


async def test_the_field_for_a_number_says_where_it_stood_last(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.go_to(METRIC)
        await driver.press("r")
        assert re.search(r"Value +▌last 71 ", driver.text)


async def test_what_was_written_is_kept_though_one_comes_back_to_it(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, asks(kept))
        await driver.write("Lin")
        await driver.press("tab", "shift+tab", "tab")
        await driver.write("Low risk")
        await driver.press("shift+tab", "enter")
        await driver.go_to(METRIC)
        await driver.press("r")
        await driver.write("64")
        await driver.press("tab", "shift+tab", "enter")
        assert driver.value(Address(READINGS, ("readings", METRIC.key, NOW.date.isoformat()))) == 64
    assert kept == [{"level": 10, "who": "Lin", "why": "Low risk\n"}]


async def test_a_form_is_kept_when_what_is_needed_is_there_and_nothing_is_refused(tmp_path: Path) -> None:
    kept: Kept = []

    def keep(answers: dict[str, Value | None]) -> None:
        """Refuse a decision without a reason."""
        if answers["because"] is None:
            raise Refused("say why")
        kept.append(dict(answers))

    async with driven(tmp_path, (80, 24)) as driver:
        ended: list[bool | None] = []
        driver.app.push_screen(FillScreen("Go?", decision(kept)._asked, keep), ended.append)
        await driver.settle()
        await driver.press("tab", "enter", "enter")
        assert bars(driver) == ["By"], "it is needed, and Enter in another line goes there"
        assert "this is needed" not in driver.text
        await driver.press("enter")
        assert "this is needed; Esc closes without keeping anything" in driver.text
        await driver.press(*"Lin", "enter")
        assert (driver.said, kept, ended) == (["say why"], [], [])
        await driver.press("shift+tab", *"Low risk", "enter")
    assert kept == [{"by": "Lin", "on": NOW.date, "because": "Low risk"}]
    assert ended == [True]


async def test_a_line_that_was_left_by_a_click_is_read_too_and_cannot_be_kept_wrong(tmp_path: Path) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        form = decision(kept, "Mara")
        await opened(driver, form)
        day, why = form._asked[1].editor, form._asked[2].editor
        await driver.press("shift+tab", *"some day")
        why.enter_field()
        await driver.press(*"Low", "enter")
        assert (kept, bars(driver)) == ([], ["On"])
        day.enter_field()
        await driver.press(*["backspace"] * 8)
        why.enter_field()
        await driver.press("enter")
    assert kept == [{"by": "Mara", "on": None, "because": "Low"}]


async def test_a_doubt_that_was_settled_in_one_line_is_not_raised_again_in_another(tmp_path: Path) -> None:
    kept: Kept = []
    fields = [
        filling.Blank("new", "New", MeasuredEditor(None, unit="s")),
        filling.Blank("because", "Because", LineEditor()),
    ]
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, FillScreen("What is it now?", fields, kept.append))
        await driver.press(*"soon", "tab")
        assert bars(driver)[0] == "New", "is that a number?"
        await driver.press("tab", *"Low", "enter")
    assert kept == [{"new": "soon", "because": "Low"}]


async def test_a_form_may_begin_in_a_line_that_is_named_and_begins_in_the_first_when_all_are_filled(
    tmp_path: Path,
) -> None:
    fields = [
        filling.Blank("by", "By", LineEditor("Mara")),
        filling.Blank("because", "Because", LineEditor("Low")),
    ]
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, FillScreen("Go?", fields, kept.append, first="because"))
        assert bars(driver) == ["Because"]
        await driver.press("enter")
        fields = [filling.Blank(each.name, each.label, LineEditor("x")) for each in fields]
        await opened(driver, FillScreen("Go?", fields, kept.append, first="gone"))
        assert bars(driver) == ["By"]
        await driver.press("tab", "tab", "shift+tab")
        assert bars(driver) == ["Because"], "after the last line comes the first"
    assert kept == [{"by": "Mara", "because": "Low"}]


@pytest.mark.parametrize("form", [decision, asks])
async def test_what_was_typed_holds_when_one_comes_back_to_it_and_leaves_it_again(
    tmp_path: Path, form: Callable[[Kept], Form]
) -> None:
    kept: Kept = []
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await opened(driver, form(kept))
        await driver.press(*"Lin", "tab", "shift+tab", "tab", "shift+tab", "enter", "enter")
    assert "Lin" in kept[0].values()
