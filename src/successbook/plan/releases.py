"""Releases: what ships, and when: planned, planned anew, actual."""

from typing import Annotated, ClassVar

from successbook.plan.fields import Clock, Count, Day, Line, Lines, Number, Prose, RefersTo, asks
from successbook.plan.goals import Level, References
from successbook.plan.records import Record

__all__ = ["Milestone", "Release", "Replan"]


class Release(Record):
    """Something that goes out to people. A release names its initiatives."""

    KIND: ClassVar[str] = "release"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    title: Line | None = asks("Release", "What ships next?", good="Guest checkout")
    level: Level | None = asks("Level", "Is it a bug fix, a sprint, a feature, an MVP?")
    initiatives: Annotated[References, RefersTo("initiative")] | None = asks(
        "Ships", "Which initiatives does it ship?"
    )
    planned: Day | None = asks("Planned for", "When is it planned?", good="2026-06-15")
    actual: Day | None = asks("Shipped on", "When did it ship?")
    time: Clock | None = asks("At", "At what time?", good="09:30", folded=True)
    summary: Prose | None = asks(
        "In a sentence", "What changes for people?", good="Guests pay without an account.", folded=True
    )
    owners: Lines | None = asks("Owners", "Who answers for it?", good="Mara, product", folded=True)
    success: Prose | None = asks(
        "Success is",
        "What do you call success, in a sentence?",
        good="Guests finish paying, 55 % by 30 September.",
    )
    success_said: Day | None = asks("Said on", "When did you say so?", folded=True)
    kill_switch: Line | None = asks(
        "Kill switch", "What turns it off?", good="Flag guest-checkout", folded=True
    )
    kill_switch_tried: Day | None = asks("Tried on", "When was the kill switch tried?", folded=True)
    many_affected: Number | None = asks(
        "Many is", "From how many affected on is it many?", good="20", folded=True
    )
    many_share: Number | None = asks(
        "Many, as a share", "From how many percent of them on is it many?", good="2", unit="%", folded=True
    )
    slow_fix: Number | None = asks(
        "Slow is", "From how many hours on is a fix slow?", good="24", unit="hours", folded=True
    )
    zone: Line | None = asks(
        "Time zone", "In which time zone are its times?", good="Europe/Berlin", folded=True
    )


class Replan(Record):
    """A new date for a release; the earlier ones are kept."""

    KIND: ClassVar[str] = "replan"

    to: Day | None = asks("New date", "For when is it planned now?")
    decided: Day | None = asks("Decided on", "When was that decided?")
    because: Line | None = asks("Because", "Why?", good="The payment provider needs two more weeks")


class Milestone(Record):
    """A dated step of a release, with the role that answers for it."""

    KIND: ClassVar[str] = "milestone"

    title: Line | None = asks("Milestone", "What will have happened?", good="First stage open")
    planned: Day | None = asks("Planned for", "When is it planned?")
    actual: Day | None = asks("Happened on", "When did it happen?")
    time: Clock | None = asks("At", "At what time?", good="09:30", folded=True)
    owner: Line | None = asks("Role", "Which role answers for it?", good="Release manager")
    zone: Line | None = asks("Time zone", "In which time zone?", good="Europe/Berlin", folded=True)
