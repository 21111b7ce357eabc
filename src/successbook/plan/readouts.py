"""Read-outs: what was called success before, what there is now, what was learned, what changes."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Day, Line, Measured, Prose, asks
from successbook.plan.goals import ReleaseReference
from successbook.plan.records import Record

__all__ = ["Readout", "ReadoutKpi"]

ReadoutVerdict = Annotated[
    Literal[
        "met", "moving", "flat", "wrong way", "missed", "too early to say", "too few readings", "no data"
    ],
    Control.CHOICE,
]


class Readout(Record):
    """A look back some time after the launch. What came after a release did not come because of it."""

    KIND: ClassVar[str] = "readout"

    title: Line | None = asks("Read-out", "Which one is it?", good="After a week")
    planned: Day | None = asks("Planned for", "When shall it be?")
    held: Day | None = asks("Held on", "When was it?")
    success_was: Prose | None = asks(
        "Success was", "What did you say success is?", good="Guests finish paying, 55 % by 30 September."
    )
    success_said: Day | None = asks("Said on", "When did you say so?", folded=True)
    learned: Prose | None = asks(
        "Learned", "What did you learn?", good="The second address line was the wall."
    )
    revised: Prose | None = asks(
        "Revised", "What is changed because of it?", good="The target moves to 53 %."
    )
    next: Day | None = asks("Next", "When is the next one?", folded=True)
    carried_to: ReleaseReference | None = asks(
        "Carried on to", "Which release holds the next one?", folded=True
    )


class ReadoutKpi(Record):
    """One KPI in a read-out."""

    KIND: ClassVar[str] = "readout_kpi"

    now: Measured | None = asks("Now", "Where is it now?", good="52")
    verdict: ReadoutVerdict | None = asks("Verdict", "What does that say?")
    learned: Line | None = asks("Learned", "What did you learn?", good="Phones moved, desktops did not")
