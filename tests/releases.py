"""A release with which nothing is wrong, so that a test can break one thing and see what is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree, Value
from tests.plans import INITIATIVE, METRIC, NOW, RELEASE, STAKEHOLDER, small_plan

KPI = RELEASE.child("kpis", "seconds-to-pay")
GATE = RELEASE.child("gates", "open-it")
QUESTION = GATE.child("questions", "does-support-know")
UAT = KINDS["uat"].at("", RELEASE)
CASE = UAT.child("cases", "pay-as-a-guest")
SHEET = Address("releases/guest-checkout/results/one--a1.toml")
TRACKING = Address("tracking.toml", ("instruments", "times"))
LAUNCH = dt.date(2026, 6, 27)
"""The day for which the release is planned: twelve days after the day of the tests."""


def ready_plan(break_it: Callable[[Draft], object] | None = None) -> Tree:
    """The small plan with a release that can ship, but for what `break_it` does to it."""
    draft = Draft(small_plan(), today=NOW.date)
    for name, value in _RELEASE.items():
        draft.put(RELEASE.child(name), value)
    draft.hang(METRIC, INITIATIVE)
    draft.put(STAKEHOLDER.child("role"), "approver")
    draft.put(STAKEHOLDER.child("agreed"), dt.date(2026, 6, 2))
    draft.put(STAKEHOLDER.child("since"), dt.date(2026, 5, 4))
    draft.add(KINDS["release_kpi"], inside=RELEASE, id_="seconds-to-pay", fields=_KPI)
    draft.add(KINDS["instrument"], "Times", fields=_TRACKING)
    draft.add(KINDS["gate"], "Open it", inside=RELEASE, fields={"planned": dt.date(2026, 6, 26)})
    draft.add(
        KINDS["gate_question"],
        "Does support know what to say?",
        inside=GATE,
        id_="does-support-know",
        fields={"answer": "yes", "owners": ("Lin, support",)},
    )
    draft.add(KINDS["case"], "Pay as a guest", inside=UAT, fields={"priority": "must"})
    draft.add(KINDS["round"], "One", inside=UAT)
    draft.add(KINDS["tester"], "A1", inside=UAT)
    sheet = draft.add(KINDS["sheet"], inside=UAT, id_="one--a1")
    draft.add(KINDS["result"], inside=sheet, id_="pay-as-a-guest", fields={"state": "passed"})
    if break_it is not None:
        break_it(draft)
    return draft.tree


_RELEASE: dict[str, Value] = {
    "success": "Guests pay in a minute.",
    "success_said": dt.date(2026, 6, 1),
    "kill_switch": "Flag guest-checkout",
    "kill_switch_tried": dt.date(2026, 6, 12),
}
_KPI: dict[str, Value] = {
    "benchmark": 96,
    "benchmark_date": dt.date(2026, 5, 31),
    "frozen": dt.date(2026, 6, 5),
    "target": 60,
    "by": dt.date(2026, 9, 30),
}
_TRACKING: dict[str, Value] = {"metrics": ("seconds-to-pay",), "state": "verified", "where": "Dashboard"}
