"""What others may see of all sessions together: how success was defined, what moved; each picked alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from successbook.plan.now import Now, short_date
from successbook.sharing.takeaway import SUCCESS, Pickable, TakenPage, in_parts
from successbook.verdicts.board_time import OverTime, definitions

__all__ = ["OverTimePicking"]


@dataclass(frozen=True, slots=True)
class OverTimePicking:
    """What others may see of all sessions.

    Attributes:
        over_time: the sessions beside each other.
        now: the day it is.
    """

    over_time: OverTime
    now: Now

    @property
    def name(self) -> str:
        """What a file with the page may be called."""
        return "takeaway-over-time"

    def found(self) -> list[Pickable]:
        """Every definition of success, then every facet that moved."""
        return list(self._found())

    def _found(self) -> Iterator[Pickable]:
        for sitting, at, label, said in definitions(self.over_time.sittings):
            when = short_date(sitting.held, self.now.date) if sitting.held else sitting.title
            yield Pickable(at, SUCCESS, f"{when}, {label}", " ".join(said.split()))
        for moved in self.over_time.moved:
            at = moved.at.child("facet", moved.dimension, moved.facet)
            yield Pickable(at, "What moved", moved.facet, moved.said)

    def page(self, picked: Collection[object]) -> TakenPage:
        """The page of what was picked; it has no picture."""
        found = in_parts(each for each in self._found() if each.at in picked)
        return TakenPage("What success looked like over time", found, None)
