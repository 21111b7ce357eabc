"""The sample of a launch, also set back to the morning before it, and a clock that a test moves on."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from successbook.clock import OVERRIDE
from successbook.files.folder import PlanFolder
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.resources import resource
from successbook.tree import Address
from tests.plans import written
from tests.tui.driving import Driver, driven

__all__ = ["FRIDAY", "INCIDENT", "LAUNCH", "RELEASE", "Clock", "before_launch", "looking_at", "on_friday"]

RELEASE = Address.parse("releases/guest-checkout/release.toml")
INCIDENT = RELEASE.child("incidents", "guests-with-two-addresses-pay-twice")
LAUNCH = Now(dt.date(2026, 8, 11), "Europe/Berlin")
"""The day for which the sample's launch was planned anew."""
FRIDAY = Now(dt.date(2026, 8, 14), LAUNCH.zone)
"""The day on which its second stage is open, and something unexpected is not closed yet."""


class Clock:
    """The clock on the wall of a test.

    Args:
        monkeypatch: sets the override that the only clock reads.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def at(self, moment: str) -> None:
        """It is now ``2026-08-12T09:30``."""
        self._monkeypatch.setenv(OVERRIDE, moment)


def on_friday(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The launch sample in a folder, at eleven on the Friday after its launch."""
    Clock(monkeypatch).at("2026-08-14T11:00")
    return Path(shutil.copytree(resource("sample_plans") / "checkout-mvp", folder / "checkout"))


@asynccontextmanager
async def looking_at(
    folder: Path, at: Address, size: tuple[int, int] = (80, 24), now: Now = FRIDAY
) -> AsyncIterator[Driver]:
    """A plan in which somebody looks at the picture of a record."""
    async with driven(folder, size, quiet=True, now=now) as driver:
        await driver.go_to(at)
        await driver.press("v")
        yield driver


def before_launch(folder: Path) -> Path:
    """The launch sample in a folder, as it was before its first stage was opened."""
    draft = Draft(PlanFolder.open(resource("sample_plans") / "checkout-mvp").tree)
    for name in ("actual", "time"):
        draft.put(RELEASE.child(name), None)
    for kind in ("level", "incident", "thanks"):
        for at in list(records(draft.tree, KINDS[kind], RELEASE)):
            draft.remove(at)
    for at in list(records(draft.tree, KINDS["readout"], RELEASE)):
        for name in ("held", "success_was", "learned", "revised", "next"):
            draft.put(at.child(name), None)
        for kpi in list(records(draft.tree, KINDS["readout_kpi"], at)):
            draft.remove(kpi)
    draft.put(RELEASE.child("checklist", "launch-channel", "done"), None)
    draft.remove(Address("releases/saved-cards/release.toml"))
    return written(folder, draft.tree)
