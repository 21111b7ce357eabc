"""A whole plan from the keyboard: an empty one, ten questions, what is missing, nothing left to ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.tree import Address, Table, Tree
from successbook.tui.screens.interview import InterviewScreen
from successbook.tui.screens.interview_page import QuestionPage
from successbook.verdicts.attention import attention
from successbook.verdicts.findings import findings
from successbook.verdicts.page import page_of
from successbook.verdicts.spotlight import purpose_of
from tests.plans import NOW, written
from tests.tui.driving import Driver, driven

EMPTY = Tree({"plan.toml": Table({"format": 1, "title": "Checkout"})})
TEN: tuple[tuple[str, ...], ...] = (
    ("Shopping without second thoughts",),
    ("Guests give up at the form", "People on a phone"),
    ("38 % get past it since March",),
    ("Guests pay in a minute", "Less to type"),
    ("Guests who pay", "41 %"),
    ("+10 points", "2026-09-30"),
    ("Guests keep their card", "Guests who come back"),
    ("Guest checkout", "2026-07-06"),
    ("Calls about paying", "30 a week", "", "10"),
    ("Jonas, Finance",),
    (),  # an empty page: nobody else
)
"""What is written on each page, field by field; the other fields are left as they are."""

MISSING = {
    "pain": "Four minutes of typing",
    "today": "They type it every time",
    "why": "Two thirds never pay",
    "for_whom": "Guests on a phone",
    "definition": "Of those with a basket",
    "where": "Dashboard Checkout",
    "title": "Payments of guests",
    "owners": "Mara",
}
"""What is written when something is missing, by field."""


def asking(driver: Driver) -> InterviewScreen:
    screen = driver.app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


async def write_page(driver: Driver, texts: Sequence[str]) -> None:
    """Write in the fields of a page, one after the other, and go on with Enter."""
    page = asking(driver).query_one(QuestionPage)
    for row, text in zip_longest(list(page.rows), texts, fillvalue=""):
        assert not isinstance(row, str)
        await driver.rush(text)
        await driver.press("enter")
        if row not in page.rows:
            return  # an empty first field ends what is asked until there is nothing more to say


async def answer_what_is_missing(driver: Driver) -> list[str]:
    """Answer all that is missing; the questions that were asked."""
    asked = []
    while (question := asking(driver).interview.question) is not None:
        asked.append(question.text)
        keys = [each.ask.key for each in question.fields]
        await write_page(driver, [MISSING.get(key.partition(".")[2], "") for key in keys])
        assert len(asked) < 30, "it never ends"
    return asked


async def test_from_an_empty_plan_to_a_complete_one(tmp_path: Path) -> None:
    async with driven(written(tmp_path, EMPTY), (80, 24), quiet=True) as driver:
        for texts in TEN:
            await write_page(driver, texts)
        assert asking(driver).interview.finished
        await driver.press("enter")
        await driver.press("2", "home", "I")
        asked = await answer_what_is_missing(driver)
        assert len(asked) == len(set(asked)) > 8
        assert "Nothing is missing any more." in driver.text
        await driver.press("enter", "I")
        assert not isinstance(driver.app.screen, InterviewScreen)
        assert driver.app.workbook is not None
        driver.app.workbook.flush()
        tree = driver.app.workbook.tree
    assert PlanFolder.open(tmp_path).tree == tree
    assert findings(tree) == ()
    assert [each.rule for each in attention(tree)] == []
    assert [need.text for need in page_of(tree, NOW).needs if need.day is None] == []
    target = tree.table(Address("plan.toml", ("metrics", "guests-who-pay", "targets"))).values()
    (held,) = target
    assert isinstance(held, Table)
    assert (held["kind"], held["value"], held["by"]) == ("change by points", 10, dt.date(2026, 9, 30))
    card = purpose_of(tree, Address("plan.toml", ("initiatives", "guest-checkout")), NOW)
    assert (card.why, card.for_whom) == ("Two thirds never pay", "Guests on a phone")
    assert [view.title for view in card.metrics] == ["Calls about paying"]
    assert [each.kind.name for each in card.serves] == ["key_action", "goal", "problem", "mission"]
