"""Who agreed to a release, and on which day: an agreement to another release is none to this one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from successbook.plan.kinds import KINDS, locate
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day
from successbook.tree import Address, Tree
from successbook.verdicts.dated import quoted
from successbook.verdicts.reasons import on_day
from successbook.verdicts.told_steps import release_meant, releases_of

__all__ = ["Agreement", "agreement_of"]

State = Literal["agreed", "to agree", "agreed earlier", "agreed elsewhere", "not agreed"]
"""``agreed earlier`` is to something else: before it was said what success of this release is; ``agreed
elsewhere`` to another release; ``to agree`` is a day that has not come."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether a stakeholder agreed to what a release calls success.

    Attributes:
        state: see `State`.
        on: the day; None where there is none.
        about: the release to which they agreed; None where none is named.
        at: where the day stands, or should.
    """

    state: State
    on: dt.date | None
    about: Address | None
    at: Address

    def says(self, tree: Tree, now: Now) -> str:
        """What is to be said of it behind the name: ``agreed on 11 Aug``, ``has not agreed``."""
        if self.on is None:
            return "has not agreed"
        if self.state == "to agree":
            return f"is to agree {on_day(self.on, now)}"
        agreed = f"agreed on {short_date(self.on, now.date)}"
        if self.state == "agreed earlier":
            return f"{agreed}, before it was said what success is this time"
        if self.state == "agreed elsewhere" and self.about is not None:
            return f"{agreed} to {quoted(tree, self.about)}, and not yet to this release"
        return agreed


def agreement_of(tree: Tree, stakeholder: Address, release: Address | None, now: Now) -> Agreement:
    """Whether a stakeholder agreed to a release, on a day.

    What is written down for the release counts. Else the day that stands at the stakeholder counts for the
    release it is about: of those that concern them the first that was not over on that day.

    Args:
        tree: the plan.
        stakeholder: who.
        release: the release; None for any agreement.
        now: the day.
    """
    theirs = releases_of(tree, stakeholder)
    own = _own(stakeholder, release)
    if own is not None and tree.has(own):
        return _judged(tree, day(tree.table(own), "date"), release, release, own.child("date"), now)
    at = stakeholder.child("agreed")
    on = day(tree.table(stakeholder), "agreed")
    if release is None:
        return _judged(tree, on, None, None, at, now)
    about = release if on is None or len(theirs) < 2 else release_meant(tree, stakeholder, on)
    if len(theirs) > 1 and about != release:
        at = stakeholder  # writing over the day there would take it from the other release
    return _judged(tree, on, release, about, at, now)


def _own(stakeholder: Address, release: Address | None) -> Address | None:
    """Where the agreement to a release is written down."""
    place = locate(release) if release is not None else None
    return KINDS["agreement"].at(place.id, stakeholder) if place is not None else None


def _judged(
    tree: Tree, on: dt.date | None, release: Address | None, about: Address | None, at: Address, now: Now
) -> Agreement:
    said = day(tree.table(release), "success_said") if release is not None else None
    state: State = "agreed"
    if on is None:
        state = "not agreed"
    elif about != release:
        state = "agreed elsewhere"
    elif on > now.date:
        state = "to agree"
    elif said is not None and on < said:
        state = "agreed earlier"
    return Agreement(state, on, about, at)
