"""Results: what one tester saw in one round, case by case; and the defects that were found."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Prose, RefersTo, YesNo, asks
from successbook.plan.records import Record
from successbook.plan.uat import CaseReference

__all__ = ["Defect", "Result", "Sheet"]

ResultState = Annotated[
    Literal[
        "passed",
        "passed with note",
        "failed",
        "blocked",
        "not observed",
        "not applicable",
        "did not show",
        "not run",
    ],
    Control.CHOICE,
]
DefectSeverity = Annotated[Literal["cosmetic", "minor", "major", "critical"], Control.CHOICE]
DefectState = Annotated[
    Literal["new", "open", "fixed", "to retest", "closed", "not a defect", "will not be fixed"],
    Control.CHOICE,
]
DefectReference = Annotated[Line, Control.REFERENCE, RefersTo("defect")]


class Sheet(Record):
    """One tester's results in one round. It has a file of its own, so testers never collide."""

    KIND: ClassVar[str] = "sheet"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    started: Day | None = asks("Started", "When did the tester start?")
    finished: Day | None = asks("Finished", "When was the tester done?")
    showed_up: YesNo | None = asks("Showed up", "Did the tester come to this round?", folded=True)
    remark: Prose | None = asks(
        "Remark", "What did the tester say overall?", good="Quick, but where is the receipt?"
    )


class Result(Record):
    """What a tester saw in one case. Not being run is told from every result."""

    KIND: ClassVar[str] = "result"

    state: ResultState | None = asks("Result", "Passed, failed, blocked, not observed?")
    note: Prose | None = asks("Note", "What did the tester see?", good="The amount flickered once.")
    date: Day | None = asks("On", "When?", folded=True)
    defect: DefectReference | None = asks("Defect", "Which defect was found?", folded=True)


class Defect(Record):
    """Something that does not work as it should."""

    KIND: ClassVar[str] = "defect"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    title: Line | None = asks("Defect", "What does not work?", good="The saved card is asked for again")
    case: CaseReference | None = asks("Case", "In which case was it found?")
    severity: DefectSeverity | None = asks("Severity", "How bad is it?")
    blocking: YesNo | None = asks("Blocks", "Does it block the release?")
    state: DefectState | None = asks("State", "Is it open, fixed, to retest, closed?")
    reporter: Line | None = asks("Reporter", "Who found it?", good="F1")
    found: Day | None = asks("Found on", "When?")
    steps: Prose | None = asks(
        "What happened", "What was done, what was seen?", good="Pay, go back, pay again."
    )
    number: Line | None = asks(
        "Number elsewhere", "Under which number is it known?", good="SHOP-1299", folded=True
    )
    fixed_in: Line | None = asks("Fixed in", "In which version was it fixed?", good="2026.6.3", folded=True)
