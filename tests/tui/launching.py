"""A sample set back to the morning before its launch, and a clock that a test moves on."""

from __future__ import annotations

import datetime as dt
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

__all__ = ["LAUNCH", "RELEASE", "Clock", "before_launch"]

RELEASE = Address.parse("releases/guest-checkout/release.toml")
LAUNCH = Now(dt.date(2026, 8, 11), "Europe/Berlin")
"""The day for which the sample's launch was planned anew."""


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
