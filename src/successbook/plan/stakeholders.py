"""Stakeholders: who expects what, of the product and of what its success means."""

from typing import Annotated, ClassVar, Literal

from successbook.plan.fields import Control, Count, Day, Line, Prose, RefersTo, asks
from successbook.plan.goals import References, ReleaseReference
from successbook.plan.records import Record

__all__ = ["Agreement", "Stakeholder", "StakeholderRole", "Update"]

StakeholderRole = Annotated[Literal["informed", "consulted", "approver", "sponsor"], Control.CHOICE]


class Stakeholder(Record):
    """Somebody who must not be surprised."""

    KIND: ClassVar[str] = "stakeholder"

    title: Line | None = asks("Who", "Who must not be surprised?", good="Finance, Jonas", poor="Everyone")
    role: StakeholderRole | None = asks("Role", "Informed, consulted, approver or sponsor?")
    department: Line | None = asks("Department", "Which department?", good="Finance")
    expects: Prose | None = asks(
        "Expects",
        "What do they expect, of the product and of its success?",
        good="Fewer refunds by the end of the quarter.",
    )
    told: Prose | None = asks(
        "Was told", "What were they told to expect?", good="Refunds fall after the second stage."
    )
    gap: Prose | None = asks(
        "Between the two",
        "What lies between what they expect and what they were told?",
        good="They count on half of the calls; we promised a fifth.",
        folded=True,
    )
    agreed: Day | None = asks("Agreed on", "When did they agree?")
    since: Day | None = asks("Since", "Involved since when?", folded=True)
    hear_every: Count | None = asks(
        "Hears every", "How many days may pass without news?", good="14", unit="days", folded=True
    )
    releases: Annotated[References, RefersTo("release")] | None = asks(
        "Releases", "Which releases concern them?", folded=True
    )
    contact: Line | None = asks(
        "How to reach", "How does one reach them?", good="Finance channel, or jonas@shop.example", folded=True
    )


class Update(Record):
    """Something a stakeholder was told, at which step."""

    KIND: ClassVar[str] = "update"

    date: Day | None = asks("On", "When?")
    step: Line | None = asks("Step", "At which step?", good="Before the first stage")
    said: Prose | None = asks(
        "Told", "What were they told?", good="The first stage opens on 15 June for one guest in ten."
    )
    by: Line | None = asks("By", "Who told them?", good="Mara", folded=True)
    release: ReleaseReference | None = asks(
        "Release", "Which release was it about, if they hear of several?", folded=True
    )


class Agreement(Record):
    """That a stakeholder agreed to one release of several; it is called what the release is called."""

    KIND: ClassVar[str] = "agreement"

    date: Day | None = asks("On", "When did they agree to this release?")
    to: Prose | None = asks(
        "To what",
        "What exactly did they agree to?",
        good="55 of 100 a month after launch; orders follow later.",
    )
