"""User acceptance tests of a release: documentation, cases, rounds, testers, waivers, sign-offs."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Lines, Number, Prose, RefersTo, YesNo, asks
from successbook.plan.goals import References
from successbook.plan.records import Record

__all__ = ["Case", "CaseStep", "Criterion", "Quota", "Round", "SignOff", "Tester", "Uat", "Waiver"]

Priority = Annotated[Literal["must", "should", "could"], Control.CHOICE]
CriterionList = Annotated[Literal["entry", "exit"], Control.CHOICE]
CriterionKind = Annotated[
    Literal["share passed", "no open blocker", "must-cases passed by", "quota met", "a person answers"],
    Control.CHOICE,
]
CaseReference = Annotated[Line, Control.REFERENCE, RefersTo("case")]


class Uat(Record):
    """How acceptance is tested: what, how, where, with what, and how testers report."""

    KIND: ClassVar[str] = "uat"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    scope: Prose | None = asks(
        "Scope", "What is tested, and what is not?", good="Paying as a guest; not refunds."
    )
    how_to_test: Prose | None = asks(
        "How to test", "What does a tester do?", good="Take a case, follow its steps."
    )
    how_to_report: Prose | None = asks(
        "How to report", "How do testers report?", good="One key for each case."
    )
    environments: Lines | None = asks("Environments", "Where is it tested?", good="Staging")
    access: Prose | None = asks("Access", "How do testers get in?", good="Ask Lin for an account.")
    test_data: Prose | None = asks("Test data", "With which data?", good="Card 4111 1111 1111 1111.")
    data_expires: Day | None = asks("Data expires", "Until when are the data good?", folded=True)
    starts: Day | None = asks("Starts", "When does it start?")
    ends: Day | None = asks("Ends", "When does it end?")


class Criterion(Record):
    """A criterion to begin (entry) or to end (exit) the acceptance test."""

    KIND: ClassVar[str] = "criterion"

    title: Line | None = asks("Criterion", "What must hold?", good="All must-cases passed by two testers")
    list: CriterionList | None = asks("To", "Is it to begin (entry) or to end (exit)?")
    kind: CriterionKind | None = asks("Kind", "How is it known?")
    number: Number | None = asks("Number", "How many, or how many percent?", good="2")
    answer: YesNo | None = asks("Holds", "Does it hold?", folded=True)
    by: Line | None = asks("Said by", "Who says so?", good="Lin, support", folded=True)
    date: Day | None = asks("Said on", "When?", folded=True)


class Case(Record):
    """A test case: what a user does, and when that passes."""

    KIND: ClassVar[str] = "case"

    title: Line | None = asks("Case", "What is tried?", good="Pay with a saved card")
    section: Line | None = asks("Section", "To which part does it belong?", good="Paying")
    priority: Priority | None = asks("Priority", "Must, should or could it pass?")
    pass_when: Prose | None = asks("Passes when", "What passes?", good="The thank-you page names the amount.")
    fail_when: Prose | None = asks(
        "Fails when", "What fails?", good="The card is asked for again.", folded=True
    )
    role: Line | None = asks("Role", "As whom?", good="A guest who comes back", folded=True)
    preconditions: Prose | None = asks(
        "Before", "What must be there before?", good="A saved card.", folded=True
    )
    test_data: Line | None = asks("Test data", "With which data?", good="Card ending in 1111", folded=True)
    data_expires: Day | None = asks("Data expires", "Until when are the data good?", folded=True)
    environment: Line | None = asks("Environment", "Where?", good="Staging, phone", folded=True)
    traces: (
        Annotated[References, RefersTo("metric", "goal", "problem", "key_action", "initiative")] | None
    ) = asks("Traces to", "Which KPI, goal or problem is it about?")
    requirement: Line | None = asks("Requirement", "Which requirement?", good="REQ-12", folded=True)
    number: Line | None = asks(
        "Number elsewhere", "Under which number does another tool know it?", good="C1041", folded=True
    )
    tags: Lines | None = asks("Tags", "Which words help to find it?", good="phone", folded=True)


class CaseStep(Record):
    """A step of a test case."""

    KIND: ClassVar[str] = "case_step"

    title: Line | None = asks("Do", "What does the tester do?", good="Choose the saved card")
    expect: Line | None = asks("Expect", "What should happen?", good="Its last four digits are shown")


class Round(Record):
    """A round of testing. After a retest the latest round of a case counts."""

    KIND: ClassVar[str] = "round"

    title: Line | None = asks("Round", "Which round is it?", good="Round 2")
    environment: Line | None = asks("Environment", "Where?", good="Staging")
    starts: Day | None = asks("Starts", "When does it start?")
    ends: Day | None = asks("Ends", "When does it end?")
    build: Line | None = asks("Build", "Which version is tested?", good="2026.6.2", folded=True)


class Tester(Record):
    """Somebody who tests: a colleague of another team, or a customer; a code is enough."""

    KIND: ClassVar[str] = "tester"

    title: Line | None = asks("Tester", "Name or code?", good="C1")
    source: Line | None = asks("From", "From which team, department or customers?", good="Customers, phone")
    contact: Line | None = asks("How to reach", "How does one reach them?", good="Through Lin", folded=True)
    booked: Day | None = asks("Booked for", "When are they booked?")
    showed_up: YesNo | None = asks("Showed up", "Did they come?")
    cases: Annotated[References, RefersTo("case")] | None = asks(
        "Takes", "Which cases do they take? All, if none is named.", folded=True
    )


class Quota(Record):
    """How many testers of a sort are wanted. Quotas may overlap."""

    KIND: ClassVar[str] = "quota"

    title: Line | None = asks("Sort", "Which sort of tester?", good="Customers on a phone")
    wanted: Count | None = asks("Wanted", "How many?", good="3")
    testers: Annotated[References, RefersTo("tester")] | None = asks("Testers", "Who counts towards it?")


class Waiver(Record):
    """An exception: a case that need not pass, by whom and why."""

    KIND: ClassVar[str] = "waiver"

    case: CaseReference | None = asks("Case", "Which case?")
    why: Prose | None = asks("Why", "Why need it not pass?", good="Gift cards come with the next release.")
    by: Line | None = asks("By", "Who waives it?", good="Mara, product")
    date: Day | None = asks("On", "When?")


class SignOff(Record):
    """Somebody accepts what was tested, on exactly that content."""

    KIND: ClassVar[str] = "sign_off"

    title: Line | None = asks("Who", "Who signs?", good="Jonas, finance")
    role: Line | None = asks("Role", "In which role?", good="Approver")
    date: Day | None = asks("On", "When?")
    text: Prose | None = asks("Text", "What do they sign?", good="Good to go for the first stage.")
    fingerprint: Line | None = asks(
        "Fingerprint", "Of which content? Signing writes it.", good="1-9f2c41aa03d5e1b2", folded=True
    )
    signed: Lines | None = asks(
        "Signed content",
        "Of which parts, each with its own mark? Signing writes it.",
        good="case card-is-refused 1e8413--14b-f550cf-6a9, pay-by-wallet e79413---7bb145af8-761",
        folded=True,
    )
