"""Bad input in the goals: what is impossible is refused or said, what is odd is kept whole."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual import events

from successbook.errors import CycleError, Refused
from successbook.files.folder import PlanFolder
from successbook.plan.answers import answer
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree, Value
from successbook.verdicts.attention import attention
from successbook.verdicts.findings import findings
from successbook.verdicts.metrics import look_at
from successbook.verdicts.page import page_of
from tests.plans import GOAL, GUARDRAIL, METRIC, NOW, PROBLEM, TARGET, small_plan, written
from tests.tui.driving import driven

SIZES = [(60, 20), (120, 40)]
SCRIPTS = (
    "初めてのお客様が一分以内に支払いを終える · يدفع الضيوف في أقل من دقيقة · "
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301\u0301 [/] [bold]x[/red] \u202eevil\u202c"
)
LONG = " ".join(["A title as long as people write them when nobody stops them,"] * 40)


def with_(values: dict[Address, Value | None]) -> Tree:
    draft = Draft(small_plan())
    for at, value in values.items():
        draft.put(at, value)
    return draft.tree


# Dates before baselines, impossible numbers


@pytest.mark.parametrize("by", [dt.date(2026, 5, 31), dt.date(2026, 6, 1)])
def test_a_target_that_is_due_before_its_baseline_was_taken_is_said(by: dt.date) -> None:
    tree = with_({METRIC.child("baseline_date"): dt.date(2026, 6, 1), TARGET.child("by"): by})
    (found,) = (each for each in attention(tree) if each.rule == "target-before-baseline")
    assert (found.at, found.field) == (TARGET, "by")
    assert look_at(tree, METRIC, NOW).verdict.sentence


def test_a_reading_before_the_baseline_is_kept_and_counts_as_a_reading() -> None:
    tree = with_(
        {
            METRIC.child("baseline_date"): dt.date(2026, 6, 1),
            Address("readings.toml", ("readings", "seconds-to-pay", "1999-01-01")): 400,
        }
    )
    view = look_at(tree, METRIC, NOW)
    assert view.numbers[0] == 400
    assert view.now == "71 s"


@pytest.mark.parametrize("said", ["1e999", "nan", "inf", "-inf", "9" * 400, "--5", "5-6", "½", "0x10"])
def test_an_impossible_number_never_becomes_one(said: str) -> None:
    with pytest.raises(Refused):
        answer(small_plan(), GUARDRAIL.child("at_most"), (said,))
    held = answer(small_plan(), METRIC.child("baseline"), (said,))
    assert isinstance(held, str)  # words, which somebody may have meant


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400, -0.0, "1e999"])
def test_impossible_numbers_in_the_files_are_shown_and_break_nothing(value: Value) -> None:
    tree = with_(
        {METRIC.child("baseline"): value, TARGET.child("value"): value, GUARDRAIL.child("at_most"): value}
    )
    assert page_of(tree, NOW).metrics
    assert look_at(tree, METRIC, NOW).verdict.sentence
    findings(tree)
    attention(tree)


# Self-parents, circles


@pytest.mark.parametrize(
    "links", [("goal:guests-pay-quickly",), ("goal:guests-pay-quickly", "problem:guests-give-up")]
)
def test_a_record_that_names_itself_is_shown_once_and_check_says_so(links: tuple[str, ...]) -> None:
    tree = with_({GOAL.child("serves"): links})
    lines = [line.record for line in Hierarchy.of(tree).outline()]
    assert lines.count(GOAL) == 1
    assert any(each.rule == "cycle" and each.at.path[:2] == GOAL.path for each in findings(tree))


def test_nobody_can_make_a_record_its_own_parent() -> None:
    with pytest.raises(CycleError):
        Draft(small_plan()).hang(GOAL, GOAL)
    with pytest.raises(CycleError):
        answer(small_plan(), GOAL.child("serves"), ("goal:guests-pay-quickly",))


# Titles, pastes


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", [LONG, SCRIPTS, "\u001b]52;c;ZXZpbA==\u0007"])
async def test_a_title_of_any_length_and_script_is_shown_inert_and_kept_whole(
    tmp_path: Path, size: tuple[int, int], title: str
) -> None:
    tree = with_({at.child("title"): title for at in (GOAL, METRIC, PROBLEM)})
    async with driven(written(tmp_path, tree), size) as driver:
        await driver.press("2")
        for keys in (("M", "escape"), ("I", "escape"), ("n", "escape"), ("E", "escape"), ("t", "escape")):
            await driver.go_to(METRIC)
            await driver.press(*keys)
        assert not any(char in driver.text for char in "\u001b\u0007\u202e\u202c")
        assert driver.labels == []
        assert driver.value(GOAL.child("title")) == title
    assert PlanFolder.open(tmp_path).tree.get(GOAL.child("title")) == title
    assert title_of(tree, GOAL).count("\n") == 0


@pytest.mark.parametrize("where", ["title", "question"])
async def test_lines_pasted_into_a_field_of_one_line_are_joined_and_none_is_lost(
    tmp_path: Path, where: str
) -> None:
    pasted = "First line\r\n  second line\n\nthird"
    async with driven(tmp_path, (80, 24)) as driver:
        if where == "title":
            await driver.go_to(PROBLEM.child("who"))
            await driver.press("enter", "ctrl+u")
        else:
            draft = Draft(small_plan())
            draft.put(PROBLEM.child("who"), None)
            assert driver.app.workbook is not None
            driver.app.workbook.do(draft.change("Empty"))
            await driver.go_to(PROBLEM)
            await driver.press("I")
        driver.app.post_message(events.Paste(pasted))
        await driver.settle()
        assert "3 lines were joined into one" in driver.text
        await driver.press("enter")
        assert driver.value(PROBLEM.child("who")) == "First line second line third"


async def test_lines_pasted_as_words_to_find_narrow_a_list_and_break_nothing(tmp_path: Path) -> None:
    async with driven(tmp_path) as driver:
        await driver.go_to(METRIC)
        await driver.press("M")
        driver.app.post_message(events.Paste("guests\r\npay"))
        await driver.settle()
        assert "guests pay" in driver.text
        await driver.press("escape", "slash")
        driver.app.post_message(events.Paste("guests\npay"))
        await driver.settle()
        assert 'for "guests pay"' in driver.text
        await driver.press("escape")
        assert driver.labels == []


# Hundreds of goals with shared children


def test_hundreds_of_goals_that_share_their_children_are_walked_and_told() -> None:
    draft = Draft(Tree())
    goals = [draft.add(KINDS["goal"], f"Goal {number}") for number in range(300)]
    for number in range(60):
        links = tuple(f"goal:{goals[(number * 7 + step) % 300].key}" for step in range(5))
        draft.add(KINDS["metric"], f"Shared {number}", fields={"measures": links, "role": "KPI"})
    tree = draft.tree
    lines = list(Hierarchy.of(tree).outline())
    assert len(lines) == 300 + 60 * 5
    assert sum(line.also for line in lines) == 60 * 4
    assert len(attention(tree)) >= 300
    assert isinstance(tree.table(goals[0]), Table)
