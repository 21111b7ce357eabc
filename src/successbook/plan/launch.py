"""Launch: stages of a rollout, the log of levels, the checklist, and thanks."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import (
    Clock,
    Control,
    Count,
    Day,
    Line,
    Lines,
    Number,
    Prose,
    RefersTo,
    YesNo,
    asks,
)
from successbook.plan.goals import ReleaseReference
from successbook.plan.records import Record

__all__ = ["ChecklistItem", "Level", "Risk", "Stage", "Thanks"]

Share = Annotated[Literal["users", "traffic"], Control.CHOICE]
Stay = Annotated[Literal["days", "business days", "cases"], Control.CHOICE]
Step = Annotated[Literal["advance", "hold", "pause", "resume", "back", "override"], Control.CHOICE]
StageReference = Annotated[Line, Control.REFERENCE, RefersTo("stage")]
RiskState = Annotated[Literal["open", "mitigated", "happened", "gone"], Control.CHOICE]


class Risk(Record):
    """Something that may go wrong, and what is done about it."""

    KIND: ClassVar[str] = "risk"

    title: Line | None = asks("Risk", "What may go wrong?", good="The card provider slows down at noon")
    mitigation: Prose | None = asks(
        "Mitigation", "What is done about it?", good="Open the stage after lunch."
    )
    owner: Line | None = asks("Owner", "Who watches it?", good="Tomas, payments team")
    state: RiskState | None = asks("State", "Is it open, mitigated, did it happen?")
    carried_to: ReleaseReference | None = asks("Carried on to", "Which release goes on with it?", folded=True)


class Stage(Record):
    """A stage of the rollout: who gets it, how long it stays, when it goes on and when it goes back."""

    KIND: ClassVar[str] = "stage"

    title: Line | None = asks("Stage", "What is this stage called?", good="First tenth of the web")
    audience: Line | None = asks("Audience", "Who gets it?", good="Guests on the web")
    percent: Number | None = asks("Share", "How many percent of them?", good="10", unit="%")
    share_of: Share | None = asks("Share of", "Percent of users, or of traffic?", folded=True)
    channel: Line | None = asks("Channel", "Where is it turned on?", good="Web", folded=True)
    planned: Day | None = asks("Planned for", "When shall it begin?")
    stay: Count | None = asks("Stays", "How long must it stay at least?", good="2")
    stay_in: Stay | None = asks("Counted in", "Days, business days, or cases?", folded=True)
    advance_when: Lines | None = asks("Advance when", "When does it go on?", good="Card errors at most 0.8 %")
    back_when: Lines | None = asks("Go back when", "When does it go back?", good="Any double charge")
    optional: YesNo | None = asks("Optional", "May it be left out?", folded=True)


class Level(Record):
    """A line of the launch log: which level was set, when, by whom, and why."""

    KIND: ClassVar[str] = "level"

    date: Day | None = asks("On", "When?")
    time: Clock | None = asks("At", "At what time?", good="09:30")
    step: Step | None = asks("Step", "Advance, hold, pause, go back?")
    stage: StageReference | None = asks("Stage", "To which stage?")
    percent: Number | None = asks("Level", "How many percent now?", good="10", unit="%")
    channel: Line | None = asks("Channel", "Where?", good="Web", folded=True)
    by: Line | None = asks("By", "Who decided?", good="Mara, product")
    because: Prose | None = asks("Because", "Why?", good="Two quiet days, errors within the limit.")
    until: Day | None = asks("Until", "Hold or pause until when?", folded=True)
    breached: Line | None = asks(
        "Threshold breached",
        "Which threshold was overridden?",
        good="Card errors 0.9 %, limit 0.8 %",
        folded=True,
    )
    cases: Count | None = asks(
        "Cases so far", "How many cases had the stage had by then?", good="212", folded=True
    )
    zone: Line | None = asks("Time zone", "In which time zone?", good="Europe/Berlin", folded=True)


class ChecklistItem(Record):
    """Something to do around the launch."""

    KIND: ClassVar[str] = "checklist_item"

    title: Line | None = asks("To do", "What must be done?", good="Try the kill switch")
    owner: Line | None = asks("Owner", "Who does it?", good="Tomas, payments team")
    due: Day | None = asks("Due", "Until when?")
    done: Day | None = asks("Done on", "When was it done?")


class Thanks(Record):
    """Somebody who made this possible."""

    KIND: ClassVar[str] = "thanks"

    title: Line | None = asks("Who", "Who made this possible?", good="Ines, data")
    what: Prose | None = asks("For what", "What did they do?", good="Built the funnel twice, and smiled.")
    said: Day | None = asks("Thanked on", "When were they thanked?", folded=True)
