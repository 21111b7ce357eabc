"""Insights: what was seen in data or heard from people, and what it speaks for."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Day, Line, Prose, RefersTo, asks
from successbook.plan.goals import Confidence, References
from successbook.plan.records import Record

__all__ = ["Insight", "InsightKind"]

InsightKind = Annotated[
    Literal["change", "drop", "growth trend", "pitfall", "discovery", "customer-facing department"],
    Control.CHOICE,
]


class Insight(Record):
    """Evidence: seen in data (change, drop, growth trend, pitfall) or heard (discovery, a department)."""

    KIND: ClassVar[str] = "insight"

    title: Line | None = asks(
        "Insight", "What did you see or hear?", good="Guests leave at the second address line"
    )
    kind: InsightKind | None = asks("Kind", "Was it seen in data, or heard from people?")
    found: Day | None = asks("Seen on", "When?")
    evidence: Prose | None = asks(
        "Evidence", "What exactly shows it?", good="61 % to 38 % between step 2 and 3, week 12."
    )
    supports: (
        Annotated[References, RefersTo("problem", "goal", "metric", "key_action", "initiative")] | None
    ) = asks("Speaks for", "Which problem, goal or metric does it speak for?")
    confidence: Confidence | None = asks(
        "Makes it", "Does it make that a hunch, a sign, or is it shown?", folded=True
    )
    department: Line | None = asks("Department", "Who told you?", good="Customer support", folded=True)
    where: Line | None = asks(
        "Where to look", "Where can one look it up?", good="Dashboard, tab Funnel", folded=True
    )
