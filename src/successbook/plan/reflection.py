"""Reflection: sessions, and what counts as success in them, over four dimensions."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Lines, Prose, asks
from successbook.plan.notebooks import Dimension, EntryKind
from successbook.plan.records import Record

__all__ = ["Entry", "NextStep", "Session", "SessionQuestion"]

Counts = Annotated[Literal["yes", "no", "thinking"], Control.CHOICE]
Together = Annotated[Literal["alone", "with a coach", "as a team"], Control.CHOICE]
TooEarly = Annotated[
    Literal["right direction", "wrong direction", "no movement", "too early to judge"], Control.CHOICE
]


class Session(Record):
    """A session: success before, what was seen in the four dimensions, success after."""

    KIND: ClassVar[str] = "session"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    title: Line | None = asks("Session", "What is it called?", good="Two months in")
    held: Day | None = asks("Held on", "When was it?")
    together: Together | None = asks("How", "Alone, with a coach, as a team?", folded=True)
    with_whom: Line | None = asks("With", "With whom?", good="Noor, coach", folded=True)
    worthwhile: Prose | None = asks(
        "Worthwhile if",
        "What would make this worthwhile?",
        good="To know what to say at the review.",
        folded=True,
    )
    period_from: Day | None = asks("Period from", "From when?")
    period_to: Day | None = asks("Period to", "Until when?")
    theme: Line | None = asks(
        "Theme", "Does it have a theme?", good="What the first launch taught us", folded=True
    )
    limit: Line | None = asks(
        "Limit", "Is there a limit to its lines?", good="Exactly three, each with an example", folded=True
    )
    too_early: Prose | None = asks(
        "Too early to judge",
        "What may be too early to judge?",
        good="The north star: an idea takes seventeen weeks to a customer.",
        folded=True,
    )
    success_before: Prose | None = asks(
        "Success, at first", "How do you define success now?", good="Activation goes up."
    )
    metric_before: Line | None = asks(
        "Measured by", "Which metric is that?", good="Weekly teams", folded=True
    )
    matters_most: Lines | None = asks("Matters most", "What matters most in this period?", good="learning")
    success_after: Prose | None = asks(
        "Success, afterwards", "And how do you define success now?", good="People decide with our numbers."
    )
    success_ahead: Prose | None = asks(
        "Success ahead", "What is success in the next period?", good="Two teams ship with us.", folded=True
    )
    coach_notes: Prose | None = asks(
        "Coach's notes", "What does the coach want to keep?", good="Ask about sleep.", folded=True
    )
    guide: Line | None = asks("Guide", "Which guide does it follow?", good="wide-look", folded=True)
    paused_at: Line | None = asks("Paused at", "At which page did it stop?", good="team", folded=True)
    paused_on: Day | None = asks("Paused on", "When did it stop?", folded=True)


class Entry(Record):
    """One line of success, or of what was learned. *Said* becomes *shown* with an example."""

    KIND: ClassVar[str] = "entry"

    title: Line | None = asks(
        "Line", "What can be said?", good="Stand-up at 9:30, blockers gone the same day"
    )
    dimension: Dimension | None = asks("Dimension", "For whom does it matter: me, team, company, customers?")
    also: Lines | None = asks("Also", "For which other dimensions?", good="company", folded=True)
    facet: Line | None = asks("Facet", "Which facet?", good="trust")
    answers: Line | None = asks(
        "Answers", "Which question does it answer?", good="What was missing before?", folded=True
    )
    kind: EntryKind | None = asks("Kind", "A win, a lesson, praise, an obstacle?")
    example: Prose | None = asks(
        "Example", "What shows it?", good="Ravi's blocker on 3 June was gone by noon."
    )
    quote: Prose | None = asks(
        "In their words", "What did somebody say?", good="You made this boring. Thank you.", folded=True
    )
    by: Line | None = asks("Said by", "Who said it?", good="Ravi", folded=True)
    counts: Counts | None = asks("Does that count?", "Does that count?", folded=True)
    asked: Day | None = asks("Asked on", "When was it asked whether that counts?", folded=True)
    seen: Day | None = asks("Seen on", "When was it seen?", folded=True)
    before: Prose | None = asks(
        "Before", "How was it before?", good="Everybody waited for Monday.", folded=True
    )
    after: Prose | None = asks("Now", "How is it now?", good="Blockers are gone the same day.", folded=True)
    metric: Line | None = asks("Metric", "Which metric is it about?", good="Weekly teams", folded=True)
    direction: TooEarly | None = asks("Direction", "Does the metric go the right way?", folded=True)
    amount: Line | None = asks(
        "Amount", "By how much, of what was projected?", good="2 of 10 points", folded=True
    )
    hindrance: Prose | None = asks(
        "Hindrance", "What stands in the way?", good="Labels come a week late.", folded=True
    )
    enablers: Prose | None = asks(
        "Made possible by",
        "What made it possible?",
        good="Returns are in the data since July.",
        folded=True,
    )
    from_plan: Line | None = asks(
        "From the plan", "What in the plan is it about?", good="metric:weekly-teams", folded=True
    )


class NextStep(Record):
    """One of at most three dated actions that a session ends with."""

    KIND: ClassVar[str] = "next_step"

    title: Line | None = asks("Action", "What will you do?", good="Ask Dana for ten minutes at the all-hands")
    by: Day | None = asks("By", "By when?")


class SessionQuestion(Record):
    """A question that a session leaves open."""

    KIND: ClassVar[str] = "session_question"

    title: Line | None = asks("Question", "What stays open?", good="Is the north star the right one?")
