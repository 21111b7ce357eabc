"""Gates: questions that are answered before something goes on, and the decision of people."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Day, Line, Lines, Prose, asks
from successbook.plan.records import Record

__all__ = ["Gate", "GateQuestion"]

Decision = Annotated[Literal["go", "go with conditions", "no-go"], Control.CHOICE]
Answer = Annotated[Literal["yes", "yes, if", "no", "does not apply"], Control.CHOICE]


class Gate(Record):
    """A go/no-go gate. People decide; a "go" on an unanswered gate is allowed, and shown for what it is."""

    KIND: ClassVar[str] = "gate"

    title: Line | None = asks("Gate", "What is decided here?", good="Open the first stage")
    planned: Day | None = asks("On", "When shall it be decided?")
    decision: Decision | None = asks("Decision", "Go or no-go?")
    decided: Day | None = asks("Decided on", "When was it decided?")
    decided_by: Line | None = asks("Decided by", "Who decided?", good="Mara, product")
    because: Prose | None = asks("Because", "Why?", good="All must-cases passed; support is briefed.")
    owners: Lines | None = asks("Owners", "Who answers for the gate?", good="Mara, product", folded=True)


class GateQuestion(Record):
    """A question of a gate."""

    KIND: ClassVar[str] = "gate_question"

    title: Line | None = asks("Question", "What must be known?", good="Does support know what to say?")
    owners: Lines | None = asks("Owners", "Who answers it?", good="Lin, support")
    answer: Answer | None = asks("Answer", "Yes or no?")
    condition: Line | None = asks("Condition", "If what?", good="If the new macro is live by Friday")
    evidence: Line | None = asks("Evidence", "What shows it?", good="Briefing of 12 June", folded=True)
