"""A small plan for tests: one of everything that hangs together, and a place on the disk for it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.now import Now
from successbook.tree import Address, Tree, Value
from successbook.workbook import Workbook

NOW = Now(dt.date(2026, 6, 15), "Europe/Berlin")
"""The day of the tests, a Monday."""

MISSION = Address.parse("plan.toml:missions.shopping-without-second-thoughts")
PROBLEM = Address.parse("plan.toml:problems.guests-give-up")
GOAL = Address.parse("plan.toml:goals.guests-pay-quickly")
ACTION = Address.parse("plan.toml:key_actions.guests-keep-their-card")
INITIATIVE = Address.parse("plan.toml:initiatives.guest-checkout")
METRIC = Address.parse("plan.toml:metrics.seconds-to-pay")
GUARDRAIL = Address.parse("plan.toml:metrics.card-errors")
TARGET = METRIC.child("targets", "end-of-quarter")
INSIGHT = Address.parse("plan.toml:insights.guests-leave-early")
STAKEHOLDER = Address.parse("stakeholders.toml:stakeholders.finance-jonas")
RELEASE = Address.parse("releases/guest-checkout/release.toml")


@cache
def small_plan() -> Tree:
    """A plan with a record of every kind that stands at the top, two metrics and three readings.

    It is made once: trees never change.
    """
    draft = Draft(Tree(), today=NOW.date)
    draft.put(Address("plan.toml", ("title",)), "Checkout MVP")
    mission = draft.add(KINDS["mission"], "Shopping without second thoughts")
    problem = draft.add(
        KINDS["problem"], "Guests give up", under=mission, fields={"who": "People on a phone"}
    )
    goal = draft.add(KINDS["goal"], "Guests pay quickly", under=problem, fields={"owners": ("Mara",)})
    action = draft.add(KINDS["key_action"], "Guests keep their card", under=goal)
    initiative = draft.add(KINDS["initiative"], "Guest checkout", under=action, fields={"level": "MVP"})
    fields: dict[str, Value] = {
        "role": "KPI",
        "unit": "s",
        "baseline": 96,
        "tells": "Whether paying still feels like work.",
    }
    metric = draft.add(KINDS["metric"], "Seconds to pay", under=initiative, fields=fields)
    wanted: dict[str, Value] = {"kind": "reach", "value": 60, "by": dt.date(2026, 9, 30)}
    draft.add(KINDS["target"], inside=metric, fields=wanted, id_="end-of-quarter")
    draft.add(
        KINDS["metric"], "Card errors", under=goal, fields={"role": "guardrail", "unit": "%", "at_most": 0.8}
    )
    for day, value in (("2026-05-25", 90), ("2026-06-01", 85), ("2026-06-08", 71)):
        draft.put(Address(READINGS, ("readings", metric.key, day)), value)
    draft.add(
        KINDS["insight"],
        "Guests leave early",
        fields={"kind": "drop", "supports": ("problem:guests-give-up",)},
    )
    draft.add(KINDS["stakeholder"], "Finance, Jonas", fields={"role": "consulted"})
    shipped: dict[str, Value] = {
        "level": "MVP",
        "planned": dt.date(2026, 6, 27),
        "initiatives": ("guest-checkout",),
    }
    draft.add(KINDS["release"], "Guest checkout", fields=shipped)
    return draft.tree


def day(text: str) -> dt.date:
    """A day as tables of tests write it: ``2026-06-15``."""
    return dt.date.fromisoformat(text)


def written(folder: Path, tree: Tree | None = None) -> Path:
    """The small plan, or another one, on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    PlanFolder.open(folder).write(tree if tree is not None else small_plan())
    return folder


def opened(folder: Path, tree: Tree | None = None) -> Workbook:
    """The small plan, or another one, on the disk and open."""
    return Workbook.open(written(folder, tree), NOW)
