"""What the goals room does beyond adding: what is missing, hanging elsewhere, revising, evidence, filter."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.events import Key
from textual.keys import _character_to_key

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Tree, Value
from successbook.tui.dispatch import say
from successbook.tui.rooms.outline_rows import OutlineKey
from successbook.tui.rooms.record_keys import FieldKey
from successbook.tui.screens.choose import ChooseScreen
from successbook.tui.screens.find import FindScreen
from successbook.tui.screens.hanging import HangScreen
from successbook.tui.screens.interview import InterviewScreen
from successbook.tui.screens.revise import ReviseScreen
from successbook.tui.screens.revisions import RevisionsScreen
from successbook.tui.widgets.rows import RowList
from tests.plans import (
    ACTION,
    GOAL,
    GUARDRAIL,
    INITIATIVE,
    INSIGHT,
    METRIC,
    PROBLEM,
    TARGET,
    small_plan,
    written,
)
from tests.tui.driving import Driver, driven

SIZES = [(60, 20), (120, 40)]
OTHER = Address.parse("plan.toml:goals.regulars-come-back")


def wider(folder: Path) -> Path:
    """The small plan with a second goal."""
    draft = Draft(small_plan())
    draft.add(KINDS["goal"], "Regulars come back", under=PROBLEM)
    return written(folder, draft.tree)


def listed(driver: Driver) -> list[Address]:
    """The records in the outline."""
    keys = [row.key for row in driver.outline._outline.rows]
    return [key.record for key in keys if isinstance(key, OutlineKey) and key.record is not None]


async def write(driver: Driver, text: str) -> None:
    """Type a text, quickly."""
    for char in text:
        driver.app.post_message(Key(_character_to_key(char), char))
    await driver.settle()


def only(driver: Driver, at: Address) -> dict[str, Value]:
    """The one record of a table."""
    table = driver.value(at)
    assert isinstance(table, Table)
    (record,) = table.values()
    assert isinstance(record, Table)
    return dict(record)


def confidence(driver: Driver) -> str:
    """What stands in the confidence of the goal that is shown."""
    rows = driver.outline._pane._list.rows
    row = next(row for row in rows if row.key == FieldKey("confidence"))
    cells = row.cells[1]
    return "".join(cell.text for cell in (cells if isinstance(cells, tuple) else (cells,)))


# What is missing


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_missing_is_asked_a_page_each_and_kept_at_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.go_to(ACTION)
        await driver.press("I")
        assert isinstance(driver.app.screen, InterviewScreen)
        assert "What is missing, 1 of " in driver.text
        assert 'Who must do that: "Guests keep their card"?' in " ".join(driver.text.replace("│", "").split())
        await write(driver, "Guests who come back")
        await driver.press("tab")
        assert driver.value(ACTION.child("who")) == "Guests who come back"
        await driver.press("escape")
        assert driver.outline.record == ACTION


async def test_dont_know_yet_goes_on_and_at_the_end_enter_leads_back_to_where_it_was_asked(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("I", "f3", "f3", "f3")
        assert driver.value(METRIC.child("not_known")) == ("owners", "definition", "instruments")
        assert "Nothing is missing any more." in driver.text
        await driver.press("enter")
        assert driver.outline.record == METRIC
        await driver.press("I")
        assert not isinstance(driver.app.screen, InterviewScreen)
        assert 'Nothing is missing from "Seconds to pay" downwards' in driver.said


async def test_from_the_page_what_is_missing_is_asked_of_the_whole_plan(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("tab", "I")
        assert isinstance(driver.app.screen, InterviewScreen)


# Hanging elsewhere


@pytest.mark.parametrize("size", SIZES)
async def test_the_preview_says_what_it_would_serve_and_enter_hangs_it_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(wider(tmp_path), size) as driver:
        await driver.go_to(ACTION)
        await driver.press("M")
        assert isinstance(driver.app.screen, HangScreen)
        await write(driver, "regulars")
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
        await write(driver, "regulars")
        await driver.press("tab")
        assert driver.value(ACTION.child("serves")) == ("goal:guests-pay-quickly", "goal:regulars-come-back")
        assert "also under" in driver.text
        await driver.press("escape")
        assert listed(driver).count(ACTION) == 2
        await driver.press("M")
        await write(driver, "regulars")
        await driver.press("tab", "escape")
        assert driver.value(ACTION.child("serves")) == ("goal:guests-pay-quickly",)
        assert len(driver.labels) == 2


async def test_a_circle_is_shown_and_refused_with_its_reason(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    low = draft.add(KINDS["goal"], "Below it", under=GOAL)
    async with driven(written(tmp_path, draft.tree)) as driver:
        await driver.go_to(GOAL)
        await driver.press("M")
        await write(driver, "below")
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
        await write(driver, "below")
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


# Revising


@pytest.mark.parametrize("size", SIZES)
async def test_a_target_is_revised_with_a_reason_and_old_and_new_stand_side_by_side(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.go_to(METRIC)
        await driver.press("n")
        assert isinstance(driver.app.screen, RevisionsScreen)
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReviseScreen)
        await write(driver, "55")
        await driver.press("enter")
        await write(driver, "The MVP was quicker")
        await driver.press("enter")
        assert driver.value(TARGET.child("value")) == 55
        assert only(driver, METRIC.child("revisions")) == {
            "date": dt.date(2026, 6, 15),
            "old": "Target value: 60 s",
            "new": "Target value: 55 s",
            "because": "The MVP was quicker\n",
        }
        assert driver.labels == ['Revise target of "Seconds to pay"']
        assert isinstance(driver.app.screen, RevisionsScreen)
        line = next(line for line in driver.text.splitlines() if "15 Jun" in line and "60 s" in line)
        assert "55 s" in line
        assert "The MVP was quicker" in driver.text
        await driver.press("u")
        assert driver.value(TARGET.child("value")) == 60
        assert isinstance(driver.app.screen, RevisionsScreen)
        assert "The MVP was quicker" not in driver.text.split("Taken back")[0]
        await driver.press("U")
        assert driver.value(TARGET.child("value")) == 55


async def test_a_revision_without_a_reason_is_not_kept_and_nothing_is_lost(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "enter")
        await write(driver, "55")
        await driver.press("enter", "enter")
        assert isinstance(driver.app.screen, ReviseScreen)
        assert driver.value(TARGET.child("value")) == 60
        assert "say why in a sentence" in driver.text
        await write(driver, "It was quicker")
        await driver.press("enter")
        assert driver.value(TARGET.child("value")) == 55


async def test_esc_without_a_reason_says_so_and_once_more_leaves_all_as_it_was(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "enter")
        await write(driver, "55")
        await driver.press("escape")
        assert isinstance(driver.app.screen, ReviseScreen)
        assert "Esc again leaves all as it was" in driver.text
        await driver.press("escape")
        assert isinstance(driver.app.screen, RevisionsScreen)
        assert driver.labels == []


async def test_esc_where_nothing_is_new_changes_nothing(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "enter", "escape", "escape")
        assert driver.labels == []
        assert driver.outline.record == METRIC


async def test_a_baseline_is_taken_anew_and_the_earlier_one_is_kept(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "down", "down", "enter")
        await write(driver, "~90")
        await driver.press("enter")
        await write(driver, "New quarter")
        await driver.press("tab", "ctrl+u")
        await write(driver, "1 jun")
        await driver.press("enter")
        assert driver.value(METRIC.child("baseline")) == "~90"
        assert driver.value(METRIC.child("baseline_date")) == dt.date(2026, 6, 1)
        assert only(driver, METRIC.child("resets")) == {
            "value": 96,
            "date": dt.date(2026, 6, 1),
            "because": "New quarter",
        }


async def test_ten_percent_more_is_asked_about_when_a_target_is_revised(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    draft.put(METRIC.child("unit"), "%")
    async with driven(written(tmp_path, draft.tree)) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "enter")
        await write(driver, "+10%")
        await driver.press("enter")
        assert "may be points or percent" in driver.text
        await driver.press("ctrl+u")
        await write(driver, "+10 points")
        await driver.press("enter")
        await write(driver, "More was possible")
        await driver.press("enter")
        assert (driver.value(TARGET.child("kind")), driver.value(TARGET.child("value"))) == (
            "change by points",
            10,
        )


async def test_enter_on_an_earlier_revision_goes_to_what_keeps_it(tmp_path: Path) -> None:
    draft = Draft(small_plan())
    at = draft.add(KINDS["revision"], inside=METRIC, fields={"old": "A", "new": "B", "because": "C"})
    async with driven(written(tmp_path, draft.tree)) as driver:
        await driver.go_to(METRIC)
        await driver.press("n", "end", "enter")
        assert driver.outline._pane.record == at


# Evidence


async def test_evidence_is_written_from_where_it_is_linked_and_leads_back_there(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GOAL)
        await driver.press("E")
        assert isinstance(driver.app.screen, ChooseScreen)
        await driver.press("enter")
        await write(driver, "Support hears it every day")
        await driver.press("enter")
        at = Address.parse("plan.toml:insights.support-hears-it-every-day")
        assert driver.value(at.child("supports")) == ("goal:guests-pay-quickly",)
        assert driver.outline._pane.record == at
        await driver.press("escape")
        assert driver.outline._pane.record == GOAL
        assert "Support hears it every day" in driver.text
        assert "1 insight, 1 more for its problem" in driver.text


async def test_what_a_department_said_asks_which_one(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(INSIGHT.child("kind"))
        fields = [row.key for row in driver.outline._pane._list.rows]
        assert FieldKey("department") not in fields
        await driver.press("enter", "c", "enter")
        assert driver.value(INSIGHT.child("kind")) == "customer-facing department"
        assert FieldKey("department") in [row.key for row in driver.outline._pane._list.rows]


async def test_evidence_that_is_there_is_linked_and_taken_back_with_one_key(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("E", "down", "enter")
        assert isinstance(driver.app.screen, FindScreen)
        await write(driver, "early")
        await driver.press("enter")
        assert driver.value(INSIGHT.child("supports")) == ("problem:guests-give-up", "metric:seconds-to-pay")
        await driver.press("u")
        assert driver.value(INSIGHT.child("supports")) == ("problem:guests-give-up",)


async def test_confidence_is_suggested_and_decided_by_the_person(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(GOAL.child("confidence"))
        assert "the evidence says signs" in confidence(driver)
        await driver.press("enter", "h", "enter")
        assert driver.value(GOAL.child("confidence")) == "hunch"
        assert confidence(driver) == "hunch   the evidence says signs"
        await driver.press("enter", "s", "enter")
        assert confidence(driver) == "signs"


# Filter


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_leaves_what_holds_the_words_and_where_that_hangs(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driven(tmp_path, size) as driver:
        await driver.press("2", "slash")
        await write(driver, "guardrail")
        assert GUARDRAIL in listed(driver)
        assert METRIC not in listed(driver)
        assert GOAL in listed(driver)
        await driver.press("enter")
        assert driver.outline.record == GUARDRAIL
        assert 'lines for "guardrail"' in driver.text
        await driver.press("escape")
        assert METRIC in listed(driver)
        assert driver.outline.record == GUARDRAIL


@pytest.mark.parametrize(("words", "left"), [("mara", GOAL), ("KPI seconds", METRIC), ("drop", INSIGHT)])
async def test_a_filter_knows_owners_kinds_and_what_is_said_beside(
    tmp_path: Path, words: str, left: Address
) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash")
        await write(driver, words)
        await driver.press("enter")
        assert driver.outline.record == left


async def test_what_a_filter_hides_is_shown_when_somebody_goes_there(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash")
        await write(driver, "guardrail")
        await driver.press("enter")
        await driver.go_to(INITIATIVE)
        assert driver.outline.record == INITIATIVE
        assert 'lines for "guardrail"' not in driver.text


async def test_a_second_slash_finds_anything_in_the_plan(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash", "slash")
        assert isinstance(driver.app.screen, FindScreen)
        await driver.press("escape")
        assert GOAL in listed(driver)


async def test_a_filter_that_nothing_holds_leaves_an_empty_list_and_esc_brings_all_back(
    tmp_path: Path,
) -> None:
    async with driven(tmp_path) as driver:
        await driver.press("2", "slash")
        await write(driver, "zzz")
        assert listed(driver) == []
        assert "No line has these words. Esc shows all again" in driver.text
        await driver.press("escape")
        assert GOAL in listed(driver)
        assert isinstance(driver.app.focused, RowList)


def many() -> Tree:
    """Three hundred goals of a dozen owners."""
    draft = Draft(small_plan())
    for number in range(300):
        draft.add(
            KINDS["goal"], f"Goal {number}", under=GOAL, fields={"owners": (f"{chr(97 + number % 12)}lf",)}
        )
    return draft.tree


async def test_among_three_hundred_goals_those_of_one_owner_are_found(tmp_path: Path) -> None:
    async with driven(written(tmp_path, many())) as driver:
        await driver.press("2", "slash")
        await write(driver, "lLF")
        found = [at for at in listed(driver) if driver.value(at.child("owners")) == ("llf",)]
        assert len(found) == 25
        assert len(listed(driver)) == 25 + 3


async def test_a_metric_beside_another_has_its_role(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await driver.go_to(GUARDRAIL)
        await driver.press("a")
        await write(driver, "Wrong charges")
        await driver.press("enter")
        assert driver.value(Address.parse("plan.toml:metrics.wrong-charges.role")) == "guardrail"


async def test_esc_where_no_line_is_hidden_says_nothing(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await driver.go_to(GOAL)
        await driver.press("escape")
        assert driver.said == []


async def test_what_was_said_stays_in_its_room_and_an_error_does_not(tmp_path: Path) -> None:
    async with driven(written(tmp_path / "plan", small_plan()), quiet=True) as driver:
        await driver.go_to(GOAL)
        say(driver.app.screen, "This has no picture", "warning")
        say(driver.app.screen, "The disk is full", "error")
        await driver.press("3")
        assert driver.said == ["The disk is full"]
