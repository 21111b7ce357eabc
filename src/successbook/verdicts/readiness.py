"""Can we ship? Worked out from the plan, every reason with its cause; what people decide stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.keeping import Kept
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named
from successbook.verdicts.gates import GateView, decision_sentence, launch_gates
from successbook.verdicts.metrics import Tone
from successbook.verdicts.readiness_goals import of_goals, of_kpis, of_tracking
from successbook.verdicts.readiness_people import of_acceptance, of_people, of_sign_offs
from successbook.verdicts.readiness_safety import of_dates, of_gates, of_switch, of_unexpected
from successbook.verdicts.reasons import GROUPS, Reason
from successbook.verdicts.release_state import launch_day

__all__ = ["Decided", "Readiness", "in_words", "readiness_of", "verdict_sentence"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided at a gate before the launch.

    Attributes:
        gate: the gate.
        says: a sentence without a full stop.
        tone: how it sounds beside what follows from the plan.
    """

    gate: GateView
    says: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a release can ship, on a day.

    Attributes:
        release: the release.
        title: what it is called.
        launch: the day that counts as its launch.
        shipped: whether it is out.
        reasons: all of them, in the order of their groups.
        decided: what people decided, gate by gate.
    """

    release: Address
    title: str
    launch: dt.date | None
    shipped: bool
    reasons: tuple[Reason, ...]
    decided: tuple[Decided, ...]

    @property
    def against(self) -> tuple[Reason, ...]:
        """What stands in the way."""
        return tuple(each for each in self.reasons if each.weight == "against")

    @property
    def to_look_at(self) -> tuple[Reason, ...]:
        """What should be known and does not stand in the way."""
        return tuple(each for each in self.reasons if each.weight == "look at")

    @property
    def fine(self) -> tuple[Reason, ...]:
        """What is in order."""
        return tuple(each for each in self.reasons if each.weight == "fine")

    @property
    def verdict(self) -> tuple[str, Tone]:
        """The verdict in a few words, with its tone."""
        return verdict_sentence(len(self.against), len(self.to_look_at))

    def when(self, now: Now) -> str:
        """The day of the launch in words."""
        if self.launch is None:
            return "no date yet"
        return f"{'shipped ' if self.shipped else ''}{now.relative(self.launch)}"


def verdict_sentence(against: int, to_look_at: int) -> tuple[str, Tone]:
    """What follows from so many reasons, with its tone.

    Args:
        against: how many stand in the way.
        to_look_at: how many should be known.
    """
    things = counted(to_look_at, "thing")
    if against:
        more = f"; {things} to look at" if to_look_at else ""
        return f"Not yet, {counted(against, 'reason')}{more}", "careful"
    if to_look_at:
        return f"Yes, with {things} to look at", "careful"
    return "Yes, nothing known stands in the way", "good"


def readiness_of(tree: Tree, release: Address, now: Now) -> Readiness:
    """Whether a release can ship.

    Args:
        tree: the plan.
        release: the release.
        now: the day.
    """
    follows = tuple(tree.files.values())
    return _KEPT.of((release, now.date), follows, lambda: _readiness(tree, release, now))


_KEPT: Final[Kept[Readiness]] = Kept(64)

Finds = Callable[[Tree, Address, Now], Iterator[Reason]]

_ASKED: Final[tuple[Finds, ...]] = (
    of_goals,
    of_kpis,
    of_tracking,
    of_people,
    of_acceptance,
    of_sign_offs,
    of_switch,
    of_unexpected,
    of_gates,
    of_dates,
)


def _readiness(tree: Tree, release: Address, now: Now) -> Readiness:
    reasons = [each for asked in _ASKED for each in asked(tree, release, now)]
    order = list(GROUPS)
    reasons.sort(key=lambda each: order.index(each.group))
    actual = day(tree.table(release), "actual")
    others = [each for each in reasons if each.weight == "against"]
    return Readiness(
        release,
        named(tree, release),
        launch_day(tree, release),
        actual is not None and actual <= now.date,
        tuple(reasons),
        tuple(_decided(gate, others, now) for gate in launch_gates(tree, release)),
    )


def _decided(gate: GateView, against: list[Reason], now: Now) -> Decided:
    own = {each.at for each in gate.unanswered}
    says, tone = decision_sentence(gate, sum(each.at not in own for each in against), now)
    return Decided(gate, says, tone)


def in_words(found: Readiness, now: Now) -> Iterator[str]:
    """The whole answer told line by line, the verdict first."""
    word, _ = found.verdict
    day_ = ""
    if found.launch is not None and now.relative(found.launch) != short_date(found.launch, now.date):
        day_ = f" ({short_date(found.launch, now.date)})"
    yield f"Can we ship {found.title}, {found.when(now)}{day_}? {word}."
    for title, reasons in (
        ("In the way", found.against),
        ("To look at", found.to_look_at),
        ("In order", found.fine),
    ):
        if reasons:
            yield f"{title}: {len(reasons)}"
        for each in reasons:
            at = each.at.child(each.field) if each.field else each.at
            yield f"  {GROUPS[each.group]}: {each.says}"
            yield f"    {at}"
    for each_ in found.decided:
        yield f'At the gate "{each_.gate.title}" {each_.says}.'
        if each_.gate.because:
            yield f"  Because: {' '.join(each_.gate.because.split())}"
