"""The goal hierarchy: mission, problems, goals, key actions and initiatives."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Lines, Number, Prose, RefersTo, asks
from successbook.plan.records import Record

__all__ = [
    "Confidence", "Goal", "Initiative", "KeyAction", "Level", "Mission", "Plan", "Problem", "References",
    "ReleaseReference", "State",
]  # fmt: skip

Level = Annotated[Literal["bug fix", "sprint", "feature", "MVP", "other"], Control.CHOICE]
Confidence = Annotated[Literal["hunch", "signs", "shown"], Control.CHOICE]
State = Annotated[Literal["open", "on hold", "achieved", "missed", "dropped"], Control.CHOICE]
WorkState = Annotated[
    Literal["idea", "planned", "in progress", "shipped", "on hold", "dropped"], Control.CHOICE
]
References = Annotated[tuple[Line, ...], Control.REFERENCES]
ReleaseReference = Annotated[Line, Control.REFERENCE, RefersTo("release")]


class Plan(Record):
    """The plan itself: what it is called, and what holds for all of it."""

    KIND: ClassVar[str] = "plan"

    format: Count | None = asks("Format", "Which version of the file format is this?", good="1", folded=True)
    title: Line | None = asks("Plan", "What is this plan called?", good="Checkout MVP")
    product: Line | None = asks("Product", "Which product is it about?", good="Web shop", folded=True)
    summary: Prose | None = asks(
        "In a sentence",
        "What would you tell a colleague in the lift?",
        good="Guests pay without an account, in under a minute.",
        folded=True,
    )
    owners: Lines | None = asks("Owners", "Who keeps this plan?", good="Mara, product", folded=True)
    many_affected: Number | None = asks(
        "Many is", "From how many affected on is an unexpected result one of many?", good="20", folded=True
    )
    many_share: Number | None = asks(
        "Many, as a share", "From how many percent of them on is it many?", good="5", unit="%", folded=True
    )
    slow_fix: Number | None = asks(
        "Slow is", "From how many hours on is a fix slow?", good="24", unit="hours", folded=True
    )
    hear_every: Count | None = asks(
        "Stakeholders hear every",
        "How many days may pass without news for those who did not say so themselves?",
        good="30",
        unit="days",
        folded=True,
    )


class Mission(Record):
    """What the company exists for. Everything hangs from here."""

    KIND: ClassVar[str] = "mission"

    title: Line | None = asks(
        "Mission",
        "What does your company exist for?",
        good="Shopping without second thoughts",
        poor="Be the leading commerce platform",
    )
    source: Line | None = asks(
        "Where it is said", "Where is that written down?", good="Strategy 2026, page 2", folded=True
    )


class Problem(Record):
    """A users' problem that the company wants this product to solve."""

    KIND: ClassVar[str] = "problem"

    title: Line | None = asks(
        "Problem",
        "Which users' problem should this product solve?",
        good="Guests give up at the address form",
        poor="We have no guest checkout",
    )
    serves: Annotated[References, RefersTo("mission")] | None = asks(
        "Serves", "Which mission does solving it serve?"
    )
    who: Line | None = asks("Who has it", "Who has this problem?", good="People who buy once, on a phone")
    pain: Prose | None = asks(
        "The pain", "What does it cost them?", good="Four minutes of typing; one in three leaves."
    )
    how_we_know: Prose | None = asks(
        "How we know",
        "How do you know?",
        good="Drop from 61 % to 38 % at the address form since March; 14 of 20 interviews.",
        poor="Everybody says so.",
    )


class Goal(Record):
    """What the product should achieve, and how that serves what stands above it."""

    KIND: ClassVar[str] = "goal"

    title: Line | None = asks(
        "Goal",
        "What should the product achieve?",
        good="Let a guest pay in under a minute",
        poor="Build guest checkout",
    )
    serves: Annotated[References, RefersTo("problem", "mission", "goal")] | None = asks(
        "Serves", "Which problem, mission or goal does it serve? The first is where it hangs."
    )
    how_it_serves: Prose | None = asks(
        "How it serves", "How does that serve the mission?", good="Every extra field is a second thought."
    )
    owners: Lines | None = asks("Owners", "Who answers for it?", good="Mara, product")
    by: Day | None = asks("By", "By when?", good="2026-09-30")
    confidence: Confidence | None = asks(
        "Confidence", "How sure are you that this goal matters?", folded=True
    )
    state: State | None = asks("State", "Is it open, or how did it end?", folded=True)
    closed: Day | None = asks("Closed on", "When was it closed?", folded=True)
    because: Prose | None = asks(
        "Because",
        "Why was it closed, held or dropped?",
        good="Two quarters in a row above the target.",
        folded=True,
    )


class KeyAction(Record):
    """What people must do differently for the goal to come true."""

    KIND: ClassVar[str] = "key_action"

    title: Line | None = asks(
        "Key action",
        "What must people do differently?",
        good="Guests keep their card with us",
        poor="Improve the payment page",
    )
    serves: Annotated[References, RefersTo("goal", "problem")] | None = asks(
        "Serves", "Which goal or problem is it for?"
    )
    who: Line | None = asks("Who", "Who must do it?", good="Guests who buy a second time")
    today: Prose | None = asks(
        "What they do today",
        "What do they do instead, today?",
        good="They type the card number again at every purchase.",
        folded=True,
    )


class Initiative(Record):
    """Something that is built, at any level of development; each has KPIs of its own, a bug fix too."""

    KIND: ClassVar[str] = "initiative"

    title: Line | None = asks("Initiative", "What are you building?", good="Guest checkout")
    level: Level | None = asks("Level", "Is it a bug fix, a sprint, a feature, an MVP?")
    serves: Annotated[References, RefersTo("key_action", "goal")] | None = asks(
        "Serves", "Which key action or goal is it for?"
    )
    why: Prose | None = asks(
        "Why", "Why are you building it?", good="Two thirds of guests never come to the payment page."
    )
    for_whom: Line | None = asks("For whom", "Who will notice?", good="Guests on a phone")
    owners: Lines | None = asks("Owners", "Who builds it?", good="Payments team")
    state: WorkState | None = asks("State", "Where does the work stand?", folded=True)
    because: Prose | None = asks(
        "Because",
        "Why is it on hold or dropped?",
        good="The payment provider changes its interface in May.",
        folded=True,
    )
    tickets: Lines | None = asks("Tickets", "Which tickets belong to it?", good="SHOP-1204", folded=True)
