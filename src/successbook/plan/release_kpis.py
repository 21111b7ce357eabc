"""The KPIs of a release: benchmark, target and collection schedule of this release."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Measured, Number, Prose, YesNo, asks
from successbook.plan.records import Record

__all__ = ["BenchmarkChange", "Phase", "ReleaseKpi"]

Every = Annotated[
    Literal["hour", "day", "business day", "week", "two weeks", "month", "quarter"], Control.CHOICE
]
PhaseDecision = Annotated[Literal["go on", "stay"], Control.CHOICE]


class ReleaseKpi(Record):
    """A metric in this release. *Benchmark* is what new data are compared with, frozen before launch."""

    KIND: ClassVar[str] = "release_kpi"

    benchmark: Measured | None = asks("Benchmark", "What will the new data be compared with?", good="96")
    benchmark_date: Day | None = asks("Benchmark of", "On which day was that?")
    benchmark_source: Line | None = asks("Source", "Where does the benchmark come from?", good="Access log")
    frozen: Day | None = asks("Frozen on", "When was the benchmark frozen?")
    target: Measured | None = asks("Target", "Where should it be after this release?", good="60")
    by: Day | None = asks("By", "By when?")
    watched: YesNo | None = asks("Watched", "Is it watched during the launch?", folded=True)
    at_least: Number | None = asks("Not below", "Below which value must it not fall?", good="90", folded=True)
    at_most: Number | None = asks("Not above", "Above which value must it not rise?", good="0.8", folded=True)
    benchmark_from: Day | None = asks("Benchmark from", "From which day was it taken?", folded=True)
    benchmark_to: Day | None = asks("Benchmark to", "To which day?", folded=True)


class BenchmarkChange(Record):
    """A benchmark that was changed after it was frozen; both values are kept."""

    KIND: ClassVar[str] = "benchmark_change"

    date: Day | None = asks("On", "When was it changed?")
    old: Measured | None = asks("Before", "What was it before?", good="98")
    because: Prose | None = asks("Because", "Why?", good="The log had counted our own tests.")


class Phase(Record):
    """A phase of collecting readings; phases thin out: daily at first, monthly once everything works."""

    KIND: ClassVar[str] = "phase"

    every: Every | None = asks("Every", "How often is a reading taken?")
    days: Count | None = asks("For", "For how many days?", good="7", unit="days")
    starts: Day | None = asks("From", "From when on?")
    goes_on_when: Line | None = asks(
        "Goes on when", "What must hold for the next phase?", good="Seven readings, none missing"
    )
    decision: PhaseDecision | None = asks("Decision", "Go on to the next phase, or stay?", folded=True)
    decided: Day | None = asks("Decided on", "When was that decided?", folded=True)
    because: Line | None = asks("Because", "Why?", good="Two days are missing", folded=True)
