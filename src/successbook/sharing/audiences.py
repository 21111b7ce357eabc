"""Who may read what: for each audience the kinds of record and the fields that it is shown.

Stakeholders are shown what is on this list and nothing else, so that a kind or a field that is added later
stays inside until somebody decides otherwise. What stands in a notebook is on no list.
"""

from __future__ import annotations

from typing import Final, Literal

from successbook.plan.belonging import NOTEBOOK_KINDS
from successbook.plan.kinds import KINDS

__all__ = ["AUDIENCES", "Audience", "may_read", "may_read_field"]

Audience = Literal["team", "stakeholders", "testers"]

AUDIENCES: Final[dict[Audience, str]] = {
    "team": "everything in the plan",
    "stakeholders": "goals, numbers and releases; no notes, no names of testers, no stakeholders",
    "testers": "what a tester needs: the acceptance test and its cases",
}
"""Who reads it, and what they are shown."""

_STAKEHOLDERS: Final = frozenset(
    {
        "plan", "mission", "problem", "goal", "key_action", "initiative", "metric", "target", "score",
        "revision", "reset", "release", "milestone", "replan", "release_kpi", "phase", "benchmark_change",
        "gate", "stage", "level", "readout", "readout_kpi",
    }
)  # fmt: skip

_INSIDE: Final = frozenset({"notes", "not_known", "contact"})
"""Fields that are for those who work on the plan."""


def may_read(audience: Audience, kind: str) -> bool:
    """Whether an audience is shown records of a kind."""
    if kind in NOTEBOOK_KINDS or kind not in KINDS:
        return False
    return audience == "team" or (audience == "stakeholders" and kind in _STAKEHOLDERS)


def may_read_field(audience: Audience, kind: str, field: str) -> bool:
    """Whether an audience is shown a field of records of a kind."""
    return may_read(audience, kind) and (audience == "team" or field not in _INSIDE)
