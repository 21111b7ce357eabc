"""Metrics: how we will know. With baseline, targets by horizon, and the history of both."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Day, Line, Lines, Measured, Number, Prose, RefersTo, asks
from successbook.plan.goals import References
from successbook.plan.records import Record

__all__ = ["Direction", "Metric", "Reset", "Revision", "Role", "Score", "Target", "TargetKind"]

Role = Annotated[Literal["north star", "KPI", "input", "guardrail", "proxy"], Control.CHOICE]
Direction = Annotated[
    Literal["increase", "decrease", "keep within", "reach", "yes or no", "milestone"], Control.CHOICE
]
TargetKind = Annotated[
    Literal[
        "reach",
        "change by points",
        "change by percent",
        "at least",
        "at most",
        "down to zero",
        "yes",
        "milestone",
        "none yet",
    ],
    Control.CHOICE,
]
MetricState = Annotated[Literal["active", "on hold", "dropped"], Control.CHOICE]
ScoreKind = Annotated[Literal["mid", "projected", "final"], Control.CHOICE]


class Metric(Record):
    """A number, a yes or a milestone that shows whether something succeeds.

    *Baseline* is where it stood when it was defined; it belongs to the metric. What a release compares its
    new data with is the release's benchmark.
    """

    KIND: ClassVar[str] = "metric"

    title: Line | None = asks("Metric", "What would show it?", good="Seconds to pay", poor="User happiness")
    role: Role | None = asks("Role", "Is it the north star, a KPI, an input, a guardrail, a proxy?")
    measures: Annotated[References, RefersTo("goal", "initiative", "key_action", "problem")] | None = asks(
        "Shows success of", "Whose success does it show?"
    )
    tells: Prose | None = asks(
        "What it tells", "What does it tell us?", good="Whether paying still feels like work."
    )
    unit: Line | None = asks("Unit", "In which unit?", good="s")
    direction: Direction | None = asks("Direction", "Which way is good?")
    baseline: Measured | None = asks("Baseline", "Where is it today?", good="96", unit="=unit")
    baseline_date: Day | None = asks("Baseline of", "On which day was that?", good="2026-05-31")
    owners: Lines | None = asks("Owners", "Who answers for it?", good="Mara, payments team")
    definition: Prose | None = asks(
        "Definition",
        "How exactly is it counted?",
        good="Median, from basket to thank-you page, guests only.",
        folded=True,
    )
    baseline_from: Day | None = asks("Baseline from", "From which day was the baseline taken?", folded=True)
    baseline_to: Day | None = asks("Baseline to", "To which day?", folded=True)
    baseline_sources: Lines | None = asks(
        "Baseline sources", "Where does the baseline come from?", good="Access log", folded=True
    )
    at_least: Number | None = asks(
        "Not below", "Below which value must it not fall?", good="40", unit="=unit", folded=True
    )
    at_most: Number | None = asks(
        "Not above", "Above which value must it not rise?", good="90", unit="=unit", folded=True
    )
    tolerance: Number | None = asks(
        "Flat within", "How much change still counts as none?", good="2", unit="=unit", folded=True
    )
    state: MetricState | None = asks("State", "Is it active, on hold or dropped?", folded=True)
    because: Prose | None = asks(
        "Because", "Why is it on hold or dropped?", good="The event is no longer sent.", folded=True
    )


class Target(Record):
    """Where a metric should be, by when. A metric may have several, one for each horizon."""

    KIND: ClassVar[str] = "target"

    kind: TargetKind | None = asks("Kind", "What should happen?")
    value: Measured | None = asks("Value", "Where should it be?", good="60", unit="=unit")
    by: Day | None = asks("By", "By when?", good="2026-09-30")
    title: Line | None = asks("Name", "What is this horizon called?", good="End of quarter", folded=True)


class Reset(Record):
    """A baseline that held before the present one."""

    KIND: ClassVar[str] = "reset"

    value: Measured | None = asks("Value", "What was the baseline?", good="104", unit="=unit")
    date: Day | None = asks("Until", "Until when did it hold?")
    because: Line | None = asks("Because", "Why was it taken anew?", good="New quarter")


class Revision(Record):
    """A change of what the metric is or should reach: when, from what, to what, why."""

    KIND: ClassVar[str] = "revision"

    date: Day | None = asks("On", "When was it revised?")
    old: Line | None = asks("Before", "What was it before?", good="Baskets that were paid")
    new: Line | None = asks("Now", "What is it now?", good="Guests who paid")
    because: Prose | None = asks("Because", "Why?", good="Regulars hid what guests do.")


class Score(Record):
    """How somebody judged the metric on a day; a score may fall, and may stop."""

    KIND: ClassVar[str] = "score"

    date: Day | None = asks("On", "When was it scored?")
    kind: ScoreKind | None = asks("Kind", "Is it a mid, a projected or a final score?")
    value: Measured | None = asks("Score", "What was the score?", good="0.7")
    because: Line | None = asks("Because", "Why that score?", good="Two of three stages are open")
