"""A release that is nearly ready to ship, on the screen that says what is missing."""

from __future__ import annotations

from successbook.plan.drafts import Draft
from successbook.tui.screens.ready import ReadyScreen
from tests.plans import RELEASE, STAKEHOLDER
from tests.releases import KPI, QUESTION
from tests.tui.driving import Driver

__all__ = ["BENCHMARK", "broken", "opened"]

BENCHMARK = KPI.child("benchmark")


def broken(draft: Draft) -> None:
    """A benchmark that is not frozen, a question without an answer, an approver who has not agreed."""
    draft.put(KPI.child("frozen"), None)
    draft.put(QUESTION.child("answer"), None)
    draft.put(STAKEHOLDER.child("agreed"), None)


async def opened(driver: Driver) -> ReadyScreen:
    await driver.go_to(RELEASE)
    await driver.press("v")
    screen = driver.app.screen
    assert isinstance(screen, ReadyScreen)
    return screen
