"""The unexpected: what is the problem, why, how is it fixed, who is affected, what was decided."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Clock, Control, Day, Line, Lines, Measured, Prose, RefersTo, asks
from successbook.plan.goals import References, ReleaseReference
from successbook.plan.records import Record

__all__ = ["ActionItem", "Incident", "IncidentEvent"]

Severity = Annotated[Literal["low", "medium", "high", "critical"], Control.CHOICE]
Reaction = Annotated[Literal["fix forward", "pause", "roll back", "monitor", "accept"], Control.CHOICE]
FixUnit = Annotated[Literal["hours", "days"], Control.CHOICE]
ActionKind = Annotated[Literal["mitigate", "prevent", "detect", "other"], Control.CHOICE]


class Incident(Record):
    """An unexpected result."""

    KIND: ClassVar[str] = "incident"

    title: Line | None = asks("Problem", "What is the problem?", good="Guests with two addresses pay twice")
    causes: Lines | None = asks("Why", "Why does it happen?", good="The form is sent again on going back")
    fix: Prose | None = asks(
        "How is it fixed", "How can it be fixed?", good="Refuse a second payment of a basket."
    )
    fixed_by: Line | None = asks("By whom or what", "Who or what can fix it?", good="Payments on-call")
    affected: Measured | None = asks("Affected", "How many are affected?", good="~3")
    affected_of: Line | None = asks("Of", "Of whom, or in which unit?", good="% of guests")
    time_to_fix: Measured | None = asks("Time to fix", "How long will a fix take?", good="4")
    fix_unit: FixUnit | None = asks("In", "Hours or days?", folded=True)
    severity: Severity | None = asks("Severity", "How bad is it for those it hits?")
    detected: Day | None = asks("Seen on", "When was it seen?")
    time: Clock | None = asks("At", "At what time?", good="10:40", folded=True)
    detected_how: Line | None = asks("Seen by", "How was it noticed?", good="A call to support")
    concerns: Annotated[References, RefersTo("metric", "stage", "case", "defect")] | None = asks(
        "Concerns", "Which KPI, stage, test case or defect does it concern?", folded=True
    )
    decision: Reaction | None = asks("Decision", "Fix forward, pause, roll back, monitor, accept?")
    decided_by: Line | None = asks("Decided by", "Who decided?", good="Mara, product")
    because: Prose | None = asks("Because", "Why?", good="Nobody knows yet how long a fix takes.")
    closed: Day | None = asks("Closed on", "When was it closed?", folded=True)
    residual: Prose | None = asks(
        "Known residual errors", "What stays wrong?", good="Eleven refunds are still to be made.", folded=True
    )
    carried_to: ReleaseReference | None = asks(
        "Carried on to", "Which release goes on with what stays wrong?", folded=True
    )


class IncidentEvent(Record):
    """A line of an incident's timeline."""

    KIND: ClassVar[str] = "incident_event"

    date: Day | None = asks("On", "When?")
    time: Clock | None = asks("At", "At what time?", good="10:55")
    title: Line | None = asks("What", "What happened?", good="Stage paused")


class ActionItem(Record):
    """Something to do after an incident; what is not done is carried into the next release."""

    KIND: ClassVar[str] = "action_item"

    title: Line | None = asks("To do", "What shall be done?", good="Alarm on two payments of one basket")
    kind: ActionKind | None = asks("Kind", "Does it mitigate, prevent, detect?")
    owners: Lines | None = asks("Owners", "Who does it?", good="Tomas")
    ticket: Line | None = asks("Ticket", "Under which number?", good="SHOP-1311")
    due: Day | None = asks("Due", "Until when?")
    done: Day | None = asks("Done on", "When was it done?")
    carried_to: ReleaseReference | None = asks("Carried on to", "Which release goes on with it?", folded=True)
