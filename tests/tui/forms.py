"""Small forms over the app, opened by themselves, and what they hand on."""

from __future__ import annotations

from successbook.tree import Value
from successbook.tui.screens.asking import AskScreen
from successbook.tui.screens.filling import FillScreen
from tests.tui.driving import Driver

__all__ = ["Form", "Kept", "opened"]

Form = AskScreen | FillScreen
Kept = list[dict[str, Value | None]]
"""What a form was filled with, each time it was kept."""


async def opened(driver: Driver, form: Form) -> None:
    """Open a form."""
    driver.app.push_screen(form)
    await driver.settle()
