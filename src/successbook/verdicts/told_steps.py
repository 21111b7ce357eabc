"""The steps at which stakeholders are told something, and of which step what they were told is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.peek import day, words
from successbook.text import small
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import named
from successbook.verdicts.expectations import concerns, updates_of
from successbook.verdicts.release_state import launch_day

__all__ = ["Step", "release_meant", "releases_of", "step_meant", "steps_of", "updates_about"]

LAUNCH: Final = "Launch"
_ALSO: Final = ("launch", "release", "go live", "first stage")
"""Words for the launch itself."""
_SHORTEST: Final = 5
"""Letters from which on a step's name that contains another's is taken for the same step."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step at which people may be told something.

    Attributes:
        title: what it is called.
        day: when it was or is.
        at: its record; None where only what people were told names it.
        needed: whether everybody concerned must hear: the launch, a new date, a read-out.
        also: other names of it, folded.
    """

    title: str
    day: dt.date | None
    at: Address | None
    needed: bool
    also: tuple[str, ...] = ()

    def means(self, said: str) -> bool:
        """Whether what somebody wrote down as the step is this one."""
        own = [_folded(self.title), *self.also]
        said = _folded(said)
        if said in own:
            return True
        return any(
            min(len(name), len(said)) >= _SHORTEST
            and (f" {name} " in f" {said} " or f" {said} " in f" {name} ")
            for name in own
        )


def steps_of(tree: Tree, release: Address | None, stakeholders: Sequence[Address]) -> list[Step]:
    """The steps of a release in the order of their days, those among them that only updates name.

    Args:
        tree: the plan.
        release: the release; None for all that stakeholders were told.
        stakeholders: whose updates are looked through.
    """
    steps = list(_merged(_steps(tree, release), tree, release))
    steps += _used(tree, stakeholders, steps, release)
    return sorted(steps, key=lambda step: step.day or dt.date.max)


def _steps(tree: Tree, release: Address | None) -> Iterator[Step]:
    """The steps of a release: new dates, milestones, the launch itself, read-outs."""
    if release is None:
        return
    also = tuple({*_ALSO, _folded(named(tree, release))})
    yield Step(LAUNCH, launch_day(tree, release), release, needed=True, also=also)
    for at in records(tree, KINDS["replan"], release):
        yield Step("New date", day(tree.table(at), "decided"), at, needed=True)
    for at in records(tree, KINDS["milestone"], release):
        table = tree.table(at)
        yield Step(named(tree, at), day(table, "actual") or day(table, "planned"), at, needed=False)
    for at in records(tree, KINDS["readout"], release):
        table = tree.table(at)
        on = day(table, "held") or day(table, "planned")
        yield Step(f"Read-out {small(named(tree, at))}", on, at, needed=True)


def _merged(steps: Iterator[Step], tree: Tree, release: Address | None) -> Iterator[Step]:
    """Steps with those left out that are the launch by another name, on its day."""
    found = list(steps)
    launch = launch_day(tree, release) if release is not None else None
    same = [
        step for step in found if step.day == launch is not None and step.at is not None and not step.needed
    ]
    for step in found:
        if step.title == LAUNCH and step.at == release:
            names = (_folded(each.title) for each in same)
            yield replace(step, also=tuple({*step.also, *names}))
        elif step not in same:
            yield step


def _used(
    tree: Tree, stakeholders: Sequence[Address], steps: Sequence[Step], release: Address | None
) -> list[Step]:
    """The steps that only what people were told names, each on the first day it was named."""
    found: dict[str, Step] = {}
    for at in stakeholders:
        for on, _, table in updates_about(tree, at, release):
            said = " ".join(words(table, "step").split())
            if not said or any(step.means(said) for step in steps):
                continue
            before = found.get(_folded(said))
            if before is None or (before.day is not None and on < before.day):
                found[_folded(said)] = Step(before.title if before else said, on, None, needed=False)
    return list(found.values())


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())


def step_meant(said: str, on: dt.date, steps: Sequence[Step]) -> int | None:
    """The step at which somebody was told: of several that are meant the one nearest to the day."""
    exact = [number for number, step in enumerate(steps) if said and _folded(step.title) == _folded(said)]
    meant = exact or [number for number, step in enumerate(steps) if said and step.means(said)]
    if not meant:
        return None
    return min(meant, key=lambda number: abs(((steps[number].day or on) - on).days))


def updates_about(tree: Tree, at: Address, release: Address | None) -> list[tuple[dt.date, Address, Table]]:
    """What a stakeholder was told of a release, as far as that can be told.

    An update that names no release is about the first one that was not over yet: until its last read-out.
    """
    found = updates_of(tree, at)
    if release is None:
        return found
    own = []
    for on, update, table in found:
        said = words(table, "release")
        about = resolve(tree, said, ("release",), update) if said else None
        if (about if about is not None else release_meant(tree, at, on)) == release:
            own.append((on, update, table))
    return own


def releases_of(tree: Tree, stakeholder: Address) -> list[Address]:
    """The releases that concern a stakeholder, by the day of their launch."""
    theirs = [each for each in records(tree, KINDS["release"]) if concerns(tree, stakeholder, each)]
    return sorted(theirs, key=lambda each: launch_day(tree, each) or dt.date.max)


def release_meant(tree: Tree, stakeholder: Address, on: dt.date) -> Address | None:
    """The release that what happened on a day is about, where nobody says which: the first not over yet."""
    theirs = releases_of(tree, stakeholder)
    return next((each for each in theirs if on <= _over(tree, each)), theirs[-1] if theirs else None)


def _over(tree: Tree, release: Address) -> dt.date:
    """The last day of a release: that of its launch, its read-outs and what they announce."""
    days = [launch_day(tree, release)]
    for at in records(tree, KINDS["readout"], release):
        table = tree.table(at)
        days += [day(table, name) for name in ("planned", "held", "next")]
    return max((on for on in days if on is not None), default=dt.date.max)
