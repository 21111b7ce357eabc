"""Where a rollout stands: read from its stages and the log of levels, channel by channel.

The log is what was done; nothing is corrected here. A stage without criteria, a step without author or
reason, an entry that names a stage nobody knows are told as they are. All times are those of the release's
zone: what was written down in another one is read on the release's clocks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.measured import is_number
from successbook.plan.moments import read_in
from successbook.plan.peek import day, people, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import named
from successbook.verdicts.staying import Stay, stay_of

__all__ = [
    "Entry",
    "Standing",
    "State",
    "channels_of",
    "criteria",
    "entries_of",
    "left_out",
    "standing_of",
    "standings_of",
    "turned_off",
]

State = Literal["not begun", "open", "held", "paused", "turned off"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the launch log.

    Attributes:
        at: where it stands.
        step: advance, hold, pause, resume, back, override; empty when it was not said.
        when: the moment on the clocks of the release; at midnight where no time was written down.
        timed: whether a time was written down.
        stage: the stage it names, if that is there.
        percent: the level it sets, if it says so.
        by: who decided.
        because: why.
        until: until when, for a hold or a pause.
        breached: the threshold that was overridden.
        channel: where, as written.
        cases: how many cases the stage had had by then, if somebody counted.
    """

    at: Address
    step: str
    when: dt.datetime
    timed: bool
    stage: Address | None
    percent: float | None
    by: str
    because: str
    until: dt.date | None
    breached: str
    channel: str
    cases: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one channel stands at a moment.

    Attributes:
        channel: its name; empty where nobody named one.
        stages: its stages in order.
        state: whether it is open, held, paused, turned off, or has not begun.
        stage: the stage it is at, or waits before.
        number: which of its stages that is, from 1; 0 for none.
        percent: the level now; None where it was not written down.
        since: the entry that set stage and level.
        latest: the last entry, if there is any.
        until: until when it is held or paused.
        stay: the minimum stay.
        stayed: the percent of the level before a pause.
        cases: how many cases the stage has had, as far as somebody counted.
        been: the stages that were entered, in the order of the log.
        following: the next stage; None at the last.
        backs: the entries that went back.
        overrides: the entries that went on in spite of a threshold.
        early: the stages that were left for a later one before their minimum stay was over.
    """

    channel: str
    stages: tuple[Address, ...]
    state: State = "not begun"
    stage: Address | None = None
    number: int = 0
    percent: float | None = None
    since: Entry | None = None
    latest: Entry | None = None
    until: dt.date | None = None
    stay: Stay = field(default_factory=Stay)
    stayed: float | None = None
    cases: float | None = None
    been: tuple[Address, ...] = ()
    following: Address | None = None
    backs: tuple[Entry, ...] = ()
    overrides: tuple[Entry, ...] = ()
    early: tuple[Address, ...] = ()

    @property
    def running(self) -> bool:
        """Whether somebody has it now."""
        return self.state in ("open", "held") and self.since is not None

    @property
    def when_paused(self) -> int | None:
        """The level during a pause: 0; None where nobody wrote down what people had, for none is invented."""
        return 0 if self.percent is not None else None

    @property
    def last(self) -> bool:
        """Whether it is at its last stage."""
        return self.number > 0 and self.following is None


def channels_of(tree: Tree, release: Address) -> tuple[str, ...]:
    """The channels of a rollout, those of its stages first; one without a name where nobody named any."""
    found: dict[str, str] = {}
    for kind in ("stage", "level"):
        for at in records(tree, KINDS[kind], release):
            name = words(tree.table(at), "channel")
            if name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values()) or ("",)


def entries_of(tree: Tree, release: Address) -> tuple[Entry, ...]:
    """The launch log in the order of its moments; of the same moment as written; without a day first."""
    home = words(tree.table(release), "zone")
    found = [_entry(tree, at, home) for at in records(tree, KINDS["level"], release)]
    return tuple(sorted(found, key=lambda each: each.when))


def _entry(tree: Tree, at: Address, home: str) -> Entry:
    table = tree.table(at)
    time, percent, on = table.get("time"), table.get("percent"), day(table, "date")
    cases = table.get("cases")
    timed = isinstance(time, dt.time)
    clock = time.replace(tzinfo=None) if isinstance(time, dt.time) else dt.time()
    return Entry(
        at,
        words(table, "step"),
        _when(on, clock, words(table, "zone") if timed else "", home),
        timed,
        resolve(tree, words(table, "stage"), ("stage",), at) if words(table, "stage") else None,
        percent if is_number(percent) else None,
        " ".join(words(table, "by").split()),
        " ".join(words(table, "because").split()),
        day(table, "until"),
        words(table, "breached"),
        words(table, "channel"),
        cases if is_number(cases) else None,
    )


def _when(on: dt.date | None, clock: dt.time, zone: str, home: str) -> dt.datetime:
    """The moment of an entry on the clocks of the release."""
    read = read_in(on, clock, zone, home) if on is not None and zone and home and zone != home else None
    return read or dt.datetime.combine(on or dt.date.min, clock)


def standings_of(tree: Tree, release: Address, moment: dt.datetime) -> tuple[Standing, ...]:
    """Where each channel stands at a moment; entries of later days do not count yet."""
    return tuple(standing_of(tree, release, each, moment) for each in channels_of(tree, release))


def turned_off(tree: Tree, release: Address, today: dt.date) -> bool:
    """Whether a release was out, and by the end of a day is turned off in every channel."""
    if not isinstance(tree.table(release).get("log"), Table):
        return False
    standings = standings_of(tree, release, dt.datetime.combine(today, dt.time(23, 59)))
    return bool(standings) and all(here.state == "turned off" for here in standings)


def standing_of(tree: Tree, release: Address, channel: str, moment: dt.datetime) -> Standing:
    """Where one channel stands at a moment."""
    found = records(tree, KINDS["stage"], release)
    stages = tuple(at for at in found if _fits(words(tree.table(at), "channel"), channel))
    here = Standing(channel, stages)
    for each in entries_of(tree, release):
        if each.when.date() <= moment.date() and _concerns(tree, each, channel):
            here = _after(here, each, tree)
    if here.stage is None and here.latest is None and stages:
        here = replace(here, stage=stages[0])
    return _placed(tree, here, moment)


def _fits(named_: str, channel: str) -> bool:
    """Whether what names a channel, or none, belongs to one."""
    return not named_ or named_.casefold() == channel.casefold()


def _concerns(tree: Tree, entry: Entry, channel: str) -> bool:
    of = entry.channel or (words(tree.table(entry.stage), "channel") if entry.stage is not None else "")
    return _fits(of, channel)


def _after(here: Standing, entry: Entry, tree: Tree) -> Standing:
    """The standing once an entry has been made."""
    stage, level = entry.stage or here.stage, here.percent if entry.percent is None else entry.percent
    counted = here.cases if entry.cases is None else entry.cases
    fresh = replace(here, latest=entry, until=None, cases=counted)
    state: State
    if entry.breached or entry.step == "override":
        fresh = replace(fresh, overrides=(*fresh.overrides, entry))
    match entry.step:
        case "hold":
            stage = stage if here.since is None else here.stage
            still = here.state in ("paused", "turned off")
            state = here.state if still else "held"
            return replace(fresh, state=state, stage=stage, percent=level, until=entry.until)
        case "pause":
            stayed = here.percent if here.state != "paused" else here.stayed
            fresh = replace(fresh, state="paused", until=entry.until, stayed=stayed)
            return replace(fresh, stage=stage, percent=level)
        case "override":
            return replace(fresh, stage=stage, percent=level, state=here.state)
        case step if step not in ("advance", "resume", "back") and entry.percent is None:
            return replace(fresh, until=here.until)  # nobody said what was done: nothing is taken as opened
        case "back":
            stage = entry.stage or _before(here)
            level = entry.percent if entry.percent is not None else _percent(tree, stage)
            state = "turned off" if level == 0 or stage is None else "open"
            fresh = replace(fresh, backs=(*here.backs, entry), cases=_cases(here, counted, stage))
            return replace(fresh, state=state, stage=stage, percent=level, since=entry, stayed=None)
        case "resume" if entry.percent is None:
            level = here.stayed if here.stayed is not None else level
        case "advance" if entry.percent is None:
            level = _percent(tree, stage)
    been = here.been if stage is None else (*here.been, stage)
    fresh = replace(fresh, cases=_cases(here, counted, stage), early=_early(here, entry, tree, stage))
    return replace(fresh, state="open", stage=stage, percent=level, since=entry, stayed=None, been=been)


def _cases(here: Standing, counted: float | None, stage: Address | None) -> float | None:
    """The cases of the stage one comes to: what was counted belongs to the one that is left."""
    return counted if stage == here.stage and here.since is not None else None


def _early(here: Standing, entry: Entry, tree: Tree, to: Address | None) -> tuple[Address, ...]:
    """The stages that were left early, that with which an entry goes on to another one among them."""
    if here.stage is None or here.since is None or entry.step != "advance" or to == here.stage:
        return here.early
    counted = here.cases if entry.cases is None else entry.cases
    moment = entry.when if entry.timed else dt.datetime.combine(entry.when.date(), dt.time.max)
    stay = stay_of(tree.table(here.stage), here.since.when, moment, counted)
    return (*here.early, here.stage) if stay.over is False else here.early


def _before(here: Standing) -> Address | None:
    at = here.stages.index(here.stage) if here.stage in here.stages else 0
    return here.stages[at - 1] if at else None


def _percent(tree: Tree, stage: Address | None) -> float | None:
    found = tree.table(stage).get("percent") if stage is not None else None
    return found if is_number(found) else None


def _placed(tree: Tree, here: Standing, moment: dt.datetime) -> Standing:
    """The standing with its place among the stages, and the stay that is left."""
    at = here.stages.index(here.stage) if here.stage in here.stages else -1
    begun = here.since is not None and here.state not in ("paused", "turned off")
    since = here.since.when if here.since is not None and begun else None
    table = tree.table(here.stage) if here.stage is not None else Table()
    following = here.stages[at + 1] if 0 <= at < len(here.stages) - 1 else None
    if here.since is None and here.stage is not None:
        following = here.stage
    return replace(here, number=at + 1, stay=stay_of(table, since, moment, here.cases), following=following)


def criteria(tree: Tree, stage: Address | None, name: str) -> tuple[str, ...]:
    """The criteria of a stage to go on (``advance_when``) or to go back (``back_when``)."""
    return people(tree.table(stage), name) if stage is not None else ()


def left_out(tree: Tree, here: Standing) -> Iterator[str]:
    """The titles of optional stages that were passed over."""
    for at in here.stages[: max(here.number - 1, 0)]:
        if at not in here.been and tree.table(at).get("optional") is True:
            yield named(tree, at)
