"""Tracking: what is measured where, by whom, and in which state that is. It outlives a release."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Day, Line, Prose, RefersTo, asks
from successbook.plan.goals import References
from successbook.plan.records import Record

__all__ = ["Instrument"]

SourceKind = Annotated[Literal["event", "dashboard", "query", "log", "survey", "other"], Control.CHOICE]
Team = Annotated[Literal["developers", "data", "marketing", "other"], Control.CHOICE]
TrackingState = Annotated[
    Literal["wanted", "planned", "implemented", "verified", "broken", "cannot be collected"], Control.CHOICE
]
Privacy = Annotated[Literal["none", "pseudonymous", "personal", "sensitive"], Control.CHOICE]


class Instrument(Record):
    """What tracks a metric: where one looks, who sets it up, and whether it works."""

    KIND: ClassVar[str] = "instrument"

    title: Line | None = asks("Tracking", "What is measured?", good="Time from basket to thank-you page")
    metrics: Annotated[References, RefersTo("metric")] | None = asks("For", "Which metrics does it feed?")
    kind: SourceKind | None = asks("Kind", "Is it an event, a dashboard, a query?")
    where: Line | None = asks("Where to look", "Where does one look?", good="Dashboard Checkout, tab Speed")
    team: Team | None = asks("Team", "Which team sets it up?")
    owner: Line | None = asks("Owner", "Who answers for it?", good="Ines, data")
    state: TrackingState | None = asks("State", "Is it wanted, planned, implemented, verified?")
    verified: Day | None = asks("Verified on", "When was it checked against reality?", folded=True)
    flaws: Prose | None = asks(
        "Known flaws",
        "What is wrong or missing in it?",
        good="Counts a reload as a second payment.",
        folded=True,
    )
    expires: Day | None = asks("Expires", "Until when can it be used?", folded=True)
    privacy: Privacy | None = asks("Privacy", "Does it hold personal data?", folded=True)
