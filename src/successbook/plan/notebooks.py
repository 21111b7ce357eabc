"""Notebooks: a person's own, or a team's by choice. They leave only line by line, picked by their owner."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Lines, Prose, asks
from successbook.plan.records import Record

__all__ = ["Capture", "Facet", "Notebook", "OpenQuestion", "Todo"]

About = Annotated[Literal["myself", "a coachee", "a team"], Control.CHOICE]
Dimension = Annotated[Literal["personal", "team", "company", "product"], Control.CHOICE]
EntryKind = Annotated[
    Literal["win", "lesson", "experiment", "praise", "obstacle", "observation"], Control.CHOICE
]
TodoState = Annotated[Literal["open", "done", "carried on", "dropped"], Control.CHOICE]


class Notebook(Record):
    """Whose notebook it is, and since when that person is in the role."""

    KIND: ClassVar[str] = "notebook"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    title: Line | None = asks("Notebook", "Whose is it?", good="Amira's notebook")
    about: About | None = asks("About", "Is it about yourself, a coachee, a team?", folded=True)
    role: Line | None = asks("Role", "In which role?", good="Platform product manager")
    role_since: Day | None = asks("In the role since", "Since when?")
    plans: Lines | None = asks("Plans", "Which plans does it look at?", good="../ml-platform", folded=True)
    next: Day | None = asks("Next session", "When is the next session?")
    every: Count | None = asks(
        "Sessions every",
        "How many days shall lie between two sessions?",
        good="28",
        unit="days",
        folded=True,
    )


class Facet(Record):
    """A facet of one's own, beside those that come with the guide."""

    KIND: ClassVar[str] = "facet"

    title: Line | None = asks("Facet", "What is it called?", good="On call")
    dimension: Dimension | None = asks("Dimension", "To which dimension does it belong?")
    asks_about: Prose | None = asks("Asks about", "What may one ask about it?", good="How were the nights?")


class Todo(Record):
    """An action that a session ended with."""

    KIND: ClassVar[str] = "todo"

    title: Line | None = asks("Action", "What will you do?", good="Show the dashboard at the all-hands")
    by: Day | None = asks("By", "By when?")
    state: TodoState | None = asks("State", "Is it open, done, carried on, dropped?")
    became: Line | None = asks(
        "What came of it", "What came of it?", good="Three teams asked for access", folded=True
    )


class OpenQuestion(Record):
    """A question that stays open."""

    KIND: ClassVar[str] = "open_question"

    title: Line | None = asks("Question", "What is still open?", good="Is activation the right north star?")
    asked: Day | None = asks("Since", "Since when?", folded=True)
    answer: Prose | None = asks("Answer", "What is the answer?", good="No: weekly teams.", folded=True)


class Capture(Record):
    """A win or a lesson, written down in five seconds; it waits for the next session."""

    KIND: ClassVar[str] = "capture"

    title: Line | None = asks("Note", "What happened?", good="Ravi asked to plan together")
    kind: EntryKind | None = asks("Kind", "A win, a lesson, praise, an obstacle?")
    date: Day | None = asks("On", "When?")
    taken_up: Day | None = asks("Taken up", "In which session was it taken up?", folded=True)
