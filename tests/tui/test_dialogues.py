"""Small questions over a screen: they say what Enter and Esc do, and Esc closes every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.tree import Address
from successbook.tui.dispatch import missing
from successbook.tui.screens.choose import ChooseScreen
from successbook.tui.screens.find import FindScreen
from successbook.tui.screens.name import NameScreen
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList
from tests.plans import METRIC
from tests.thorough import ends
from tests.tui.driving import driven

SIZES = ends([(60, 20), (80, 24), (120, 40), (200, 60)])
PLAN_DIALOGUES = {
    "choosing": ("3", "A"),
    "finding": ("slash",),
    "jumping": ("g",),
    "themes": ("T",),
    "help": ("?",),
}


@pytest.mark.parametrize("kind", [ChooseScreen, FindScreen, NameScreen])
def test_a_dialogue_carries_out_every_action_of_its_scope(
    kind: type[ChooseScreen | FindScreen | NameScreen],
) -> None:
    assert kind.SCOPE
    assert missing(kind) == []


@pytest.mark.parametrize("keys", PLAN_DIALOGUES.values(), ids=PLAN_DIALOGUES)
async def test_escape_closes_what_lies_over_a_plan(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press(*keys)
        assert driver.app.plan_screen is not None
        assert driver.app.screen is not driver.app.plan_screen
        assert "Esc back" in driver.text
        await driver.press("escape")
        assert driver.app.screen is driver.app.plan_screen


@pytest.mark.parametrize("keys", [("3", "A"), ("colon",), ("1", "r"), ("w",)], ids=" ".join)
async def test_a_question_over_a_screen_is_told_from_its_panels_by_its_border(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with driven(tmp_path, (120, 40)) as driver:
        await driver.press(*keys)
        over = driver.app.screen.query_one(Panel)
        below = driver.app.screen_stack[-2].query(Panel).first()
        accent = driver.app.theme_variables["accent"].casefold()
        assert over.styles.border_top[1].hex.casefold() == accent
        assert below.styles.border_top[1].hex.casefold() != accent


async def test_a_kind_stands_beside_each_record_only_where_there_are_several(tmp_path: Path) -> None:
    async with driven(tmp_path, (120, 40)) as driver:
        await driver.press("g")
        assert all(len(row.cells) == 3 for row in driver.app.screen.query_one(RowList).rows)
        await driver.press("escape", "1", "home", "r")
        assert "A number of which metric?" in driver.text
        assert "metric  " not in driver.text
        assert "Seconds to pay" in driver.text


async def test_escape_closes_the_question_for_a_name(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24), plan=False) as driver:
        await driver.press("n")
        assert isinstance(driver.app.screen, NameScreen)
        assert "Enter go on   Esc back" in driver.text
        await driver.press("escape")
        assert not isinstance(driver.app.screen, NameScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_choice_stands_in_the_middle_with_its_sentences_whole(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.press("2", "down", "A")
        assert isinstance(driver.app.screen, ChooseScreen)
        panel = driver.app.screen.query_one("Panel").region
        left, right = panel.x, size[0] - panel.right
        top, bottom = panel.y, size[1] - 1 - panel.bottom  # the last line belongs to the keys
        assert abs(left - right) <= 1
        assert abs(top - bottom) <= 2
        words = " ".join(line[panel.x + 1 : panel.right - 1] for line in driver.text.splitlines())
        assert "…" not in " ".join(words.split()).partition("metric")[2]
        assert "Enter choose   Esc back" in driver.text


async def test_a_search_can_be_kept_to_some_records(tmp_path: Path) -> None:
    async with driven(tmp_path, (80, 24)) as driver:
        assert driver.app.workbook is not None
        found: list[Address | None] = []
        tree = driver.app.workbook.tree
        driver.app.push_screen(FindScreen(tree, among=[METRIC], question="Which metric?"), found.append)
        await driver.pilot.pause()
        assert "Which metric?" in driver.text
        assert [row.key for row in driver.app.screen.query_one(RowList).rows] == [METRIC]
        await driver.write("pay")
        await driver.press("enter")
        assert found == [METRIC]


async def test_a_reading_of_today_is_written_over_and_not_added_to(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        for number in ("7", "9"):
            await driver.go_to(METRIC)
            await driver.press("r", number, "enter")
        assert driver.value(Address.parse("readings.toml:readings.seconds-to-pay.2026-06-15")) == 9


async def test_in_a_narrow_terminal_help_gives_its_room_to_what_a_key_does(tmp_path: Path) -> None:
    async with driven(tmp_path, (60, 20)) as driver:
        await driver.press("2", "down", "?")
        assert "Delete the record, or empty the field" in driver.text
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("2", "down", "?")
        assert "delete" in driver.text


@pytest.mark.parametrize("key", ["?", ":"])
async def test_help_and_the_list_of_commands_begin_as_the_footer_does(tmp_path: Path, key: str) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "down")
        footer = [offer.action.id for _, _, offer in driver.app.screen.query_one(KeyLine)._place(120)]
        assert footer[:4] == ["write", "add", "add-below", "missing"]
        await driver.press(key)
        rows = [row for row in driver.app.screen.query_one(RowList).rows if row.selectable]
        assert [row.key for row in rows[:4]] == [("goals", name) for name in footer[:4]]


async def test_the_whole_hint_of_a_question_for_a_name_is_read(tmp_path: Path) -> None:
    async with driven(tmp_path, (60, 20)) as driver:
        await driver.press("4", "B")
        assert isinstance(driver.app.screen, NameScreen)
        hint = driver.app.screen.query_one(".naming--hint")
        panel = hint.parent
        assert isinstance(panel, Panel)
        assert hint.size.height == 2
        assert panel.content_region.contains_region(hint.region)
