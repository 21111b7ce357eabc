"""h hangs a record elsewhere: what it would serve then is said before, and a circle is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tui.screens.hanging import HangScreen
from tests.plans import ACTION, GOAL, INSIGHT, small_plan, written
from tests.tui.driving import driven
from tests.tui.goal_plans import SIZES, listed, wider


@pytest.mark.parametrize("size", SIZES)
async def test_the_preview_says_what_it_would_serve_and_enter_hangs_it_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(wider(tmp_path), size) as driver:
        await driver.go_to(ACTION)
        await driver.press("M")
        assert isinstance(driver.app.screen, HangScreen)
        await driver.rush("regulars")
        seen = " ".join(driver.text.replace("│", " ").split())
        assert '"Guests keep their card" would then serve the goal "Regulars come back"' in seen
        assert "no longer the goal" in seen
        await driver.press("enter")
        assert driver.value(ACTION.child("serves")) == ("goal:regulars-come-back",)
        assert driver.labels == ['Hang "Guests keep their card" under "Regulars come back"']
        assert driver.outline.record == ACTION
        await driver.press("u")
        assert driver.value(ACTION.child("serves")) == ("goal:guests-pay-quickly",)


async def test_tab_lets_it_hang_there_as_well_and_takes_that_away_again(tmp_path: Path) -> None:
    async with driven(wider(tmp_path)) as driver:
        await driver.go_to(ACTION)
        await driver.press("M")
        await driver.rush("regulars")
        await driver.press("tab")
        assert driver.value(ACTION.child("serves")) == ("goal:guests-pay-quickly", "goal:regulars-come-back")
        assert "also under" in driver.text
        await driver.press("escape")
        assert listed(driver).count(ACTION) == 2
        await driver.press("M")
        await driver.rush("regulars")
        await driver.press("tab", "escape")
        assert driver.value(ACTION.child("serves")) == ("goal:guests-pay-quickly",)
        assert len(driver.labels) == 2


async def test_a_circle_is_shown_and_refused_with_its_reason(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    low = draft.add(KINDS["goal"], "Below it", under=GOAL)
    async with driven(written(tmp_path, draft.tree)) as driver:
        await driver.go_to(GOAL)
        await driver.press("M")
        await driver.rush("below")
        assert "would go round" in driver.text
        await driver.press("enter", "tab")
        assert isinstance(driver.app.screen, HangScreen)
        assert any("serves it already" in said for said in driver.said)
        assert driver.labels == []
        assert driver.value(low.child("serves")) == ("goal:guests-pay-quickly",)


async def test_a_circle_is_refused_where_the_field_itself_is_written(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    draft.add(KINDS["goal"], "Below it", under=GOAL)
    async with driven(written(tmp_path, draft.tree)) as driver:
        await driver.go_to(GOAL.child("serves"))
        await driver.press("enter")
        await driver.rush("below")
        await driver.press("enter", "escape")
        assert driver.value(GOAL.child("serves")) == ("problem:guests-give-up",)
        assert any("serves it already" in said for said in driver.said)
        assert driver.labels == []


async def test_what_hangs_under_nothing_by_nature_cannot_be_hung(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(INSIGHT)
        await driver.press("M")
        assert not isinstance(driver.app.screen, HangScreen)
        assert "Put the cursor on what hangs under something" in driver.said
