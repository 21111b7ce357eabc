"""A launch log of a few steps, and what is said of it at a moment."""

# ruff: noqa: DTZ001  # the moments of a launch log are those of one zone

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Tree, Value
from successbook.verdicts.rollout import Standing, standing_of
from successbook.verdicts.rollout_words import channel_lines
from successbook.verdicts.today import today_of
from tests.plans import RELEASE, small_plan

__all__ = ["FRIDAY", "MORNING", "NOON", "at", "first", "lines", "rollout"]

MORNING = dt.time(9, 30)
FRIDAY = dt.date(2026, 6, 12)
NOON = dt.datetime(2026, 6, 15, 12)


def rollout(*log: Mapping[str, Value], stages: Sequence[Mapping[str, Value]] = ()) -> Tree:
    """The small plan with three stages (or others), and a log that begins on Friday at 9:30."""
    draft = Draft(small_plan())
    shapes: Sequence[Mapping[str, Value]] = stages or (
        {"percent": 10, "stay": 2, "stay_in": "business days", "advance_when": ("Errors at most 0.8 %",),
         "back_when": ("Any double charge",)},
        {"percent": 50, "optional": True},
        {"percent": 100, "stay": 7},
    )  # fmt: skip
    for number, fields in enumerate(shapes, 1):
        draft.add(KINDS["stage"], f"Stage {number}", inside=RELEASE, fields=fields, id_=f"s{number}")
    for number, fields in enumerate(log):
        usual: dict[str, Value] = {"date": FRIDAY, "time": MORNING, "by": "Mara", "because": "All quiet."}
        whole = {**usual, **fields}
        draft.add(KINDS["level"], inside=RELEASE, fields=whole, id_=f"l{number}")
    return draft.tree


def at(tree: Tree, moment: dt.datetime = NOON, channel: str = "") -> Standing:
    """Where a channel stands."""
    return standing_of(tree, RELEASE, channel, moment)


def lines(tree: Tree, moment: dt.datetime = NOON, channel: str = "") -> dict[str, str]:
    """What is said of a channel, by label."""
    here = at(tree, moment, channel)
    return {each.label: each.text for each in channel_lines(tree, RELEASE, here, moment)}


def first(tree: Tree, moment: dt.datetime = NOON) -> list[tuple[str, str]]:
    """What comes first on that day, with its labels."""
    return [(each.label, each.text) for each in today_of(tree, RELEASE, moment).first]
