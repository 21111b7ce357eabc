"""A release on one of its days: what there is to say first, where it stands, what is open around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.keeping import Kept
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named, planned_day, quoted
from successbook.verdicts.pausing import Advice, pause_advice
from successbook.verdicts.readiness import readiness_of
from successbook.verdicts.reasons import on_day
from successbook.verdicts.release_state import shipped_unlogged
from successbook.verdicts.rollout import Standing, criteria, standings_of
from successbook.verdicts.rollout_words import Said, moment_words, signed
from successbook.verdicts.watching import Watched, watched_of

__all__ = ["Task", "Today", "Unexpected", "decided_words", "today_of"]

_FIRST_OF_ALL: Final = ("find out first", "consider pausing")


@dataclass(frozen=True, slots=True)
class Unexpected:
    """An unexpected result.

    Attributes:
        at: the record.
        title: what the problem is.
        advice: what follows from what is known.
        decided: the decision in words; empty while there is none.
        closed: the day it was closed.
    """

    at: Address
    title: str
    advice: Advice
    decided: str
    closed: dt.date | None

    @property
    def asks_first(self) -> bool:
        """Whether something is to be found out, or a pause to be weighed, before anything goes on."""
        return self.closed is None and not self.decided and self.advice.word in _FIRST_OF_ALL


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the checklist."""

    at: Address
    title: str
    owner: str
    due: dt.date | None
    done: dt.date | None


@dataclass(frozen=True, slots=True)
class Today:
    """A release on a day.

    Attributes:
        release: the release.
        title: what it is called.
        moment: the day and the time.
        first: what there is to say first, the weightiest first.
        standings: where each channel stands.
        watched: the guardrails.
        unexpected: the unexpected results, the open ones first.
        tasks: the checklist, what is open first, by the day.
        thanked: who has been thanked.
    """

    release: Address
    title: str
    moment: dt.datetime
    first: tuple[Said, ...]
    standings: tuple[Standing, ...]
    watched: tuple[Watched, ...]
    unexpected: tuple[Unexpected, ...]
    tasks: tuple[Task, ...]
    thanked: tuple[str, ...]


_KEPT: Final[Kept[Today]] = Kept(16)  # each key of its screen asks for it, to say whether it can be done


def today_of(tree: Tree, release: Address, moment: dt.datetime) -> Today:
    """A release on a day, at a time that is of the same zone as its log."""
    return _KEPT.of((release, moment), (tree,), lambda: _today(tree, release, moment))


def _today(tree: Tree, release: Address, moment: dt.datetime) -> Today:
    now = Now(moment.date())
    standings = standings_of(tree, release, moment)
    watched = watched_of(tree, release, now)
    unexpected = _unexpected_of(tree, release, now)
    return Today(
        release,
        named(tree, release),
        moment,
        tuple(_first(tree, release, standings, watched, unexpected, moment)),
        standings,
        watched,
        unexpected,
        tuple(sorted(_tasks(tree, release), key=_open_first)),
        tuple(named(tree, at) for at in records(tree, KINDS["thanks"], release)),
    )


def _unexpected_of(tree: Tree, release: Address, now: Now) -> tuple[Unexpected, ...]:
    """The unexpected results up to a day, the open ones first, of either the latest first."""
    found = []
    for at in records(tree, KINDS["incident"], release):
        table = tree.table(at)
        seen, closed = day(table, "detected"), day(table, "closed")
        if seen is not None and seen > now.date:
            continue
        closed = closed if closed is None or closed <= now.date else None
        each = Unexpected(at, named(tree, at), pause_advice(tree, at), decided_words(tree, at), closed)
        found.append((closed is not None, -(seen or dt.date.min).toordinal(), each))
    return tuple(each for *_, each in sorted(found, key=lambda pair: pair[:2]))


def decided_words(tree: Tree, incident: Address) -> str:
    """The decision on an unexpected result with author and reason; empty while there is none."""
    table = tree.table(incident)
    decision = words(table, "decision")
    if not decision:
        return ""
    who = f"by {words(table, 'decided_by')}" if words(table, "decided_by") else "nobody is named"
    because = " ".join(words(table, "because").split()).rstrip(".") or "no reason is written down"
    return f"{decision}, {who}: {because}"


def _tasks(tree: Tree, release: Address) -> Iterator[Task]:
    for at in records(tree, KINDS["checklist_item"], release):
        table = tree.table(at)
        yield Task(at, named(tree, at), words(table, "owner"), day(table, "due"), day(table, "done"))


def _open_first(each: Task) -> tuple[bool, dt.date]:
    """What is open before what is done, the next day first, what has none last."""
    return each.done is not None, each.due or dt.date.max


def _first(
    tree: Tree,
    release: Address,
    standings: tuple[Standing, ...],
    watched: tuple[Watched, ...],
    unexpected: tuple[Unexpected, ...],
    moment: dt.datetime,
) -> Iterator[Said]:
    """What there is to say first: the unexpected, pauses, limits, then what each channel waits for."""
    for each in unexpected:
        if each.closed is None:
            yield _about(each)
    for here in standings:
        if here.state in ("paused", "turned off"):
            yield _stopped(here, moment)
    for look in (look for look in watched if look.breach):
        text = f"{look.breach}: whoever goes on in spite of that says why."
        yield Said("limit", text, "bad", look.metric)
    if not any(here.since for here in standings):
        yield from _without_a_step(tree, release, standings, Now(moment.date()))
    for here in standings:
        if here.since is not None and here.state in ("open", "held"):
            yield from _running(tree, here, watched, unexpected)
        if here.state == "held":
            yield _waits(here, Now(moment.date()))
    there = [here for here in standings if here.last and here.state == "open"]
    if there:
        all_ = (
            "Everybody has it."
            if len(there) == len(standings)
            else f"{there[0].channel} is at its last stage."
        )
        yield _next_look(tree, release, all_, Now(moment.date()))


def _about(each: Unexpected) -> Said:
    title = f'"{each.title}"'
    if each.decided:
        return Said("unexpected", f"{title}: decided to {each.decided}.", "careful", each.at)
    return Said("unexpected", f"{title}: {each.advice.text}", each.advice.tone, each.at)


def _stopped(here: Standing, moment: dt.datetime) -> Said:
    entry = here.latest
    of = f"{here.channel} is " if here.channel else "It is "
    if entry is None:
        return Said(here.state, f"{of}{here.state}.", "bad")
    text = f"{of}{here.state} since {moment_words(entry, moment)}, {signed(entry)}."
    return Said(here.state, text, "bad", entry.at)


def _whether(tree: Tree, release: Address, now: Now) -> Said:
    """Whether it can ship, with the first reason why not, and what people decided."""
    found = readiness_of(tree, release, now)
    verdict, tone = found.verdict
    reasons = [each.says for each in (*found.against, *found.to_look_at)]
    parts = [verdict, *(f"first: {each}" for each in reasons[:1])]
    parts += [f'"{each.gate.title}": {each.says}' for each in found.decided]
    return Said("can we ship?", " ".join(f"{capital(each)}." for each in parts), tone, release)


def _without_a_step(
    tree: Tree, release: Address, standings: tuple[Standing, ...], now: Now
) -> Iterator[Said]:
    """Nobody wrote a step down: it has not begun, or it says itself that it is out."""
    shipped = day(tree.table(release), "actual")
    if shipped is None or not shipped_unlogged(tree, release, now):
        yield _whether(tree, release, now)
        yield _before(tree, release, standings, now)
        return
    stages = any(here.stages for here in standings)
    unsaid = "which stage it is at" if stages else "who has it"
    text = f"It shipped {on_day(shipped, now)}; nobody wrote down {unsaid}."
    yield Said("shipped", text, "careful", release)


def _before(tree: Tree, release: Address, standings: tuple[Standing, ...], now: Now) -> Said:
    planned = planned_day(tree, release)
    when = f" It is planned for {_dated(planned, now)}." if planned else ""
    first = next((here.following for here in standings if here.following is not None), None)
    begins = f" It begins with {quoted(tree, first)}." if first is not None else ""
    return Said("not begun", f"Nobody has it yet.{when}{begins}", "", release)


def _dated(day: dt.date, now: Now) -> str:
    """A day with how far it is, once where both are said alike: ``30 Nov, in 8 days``, ``22 Dec``."""
    return ", ".join(dict.fromkeys((short_date(day, now.date), now.relative(day))))


def _running(
    tree: Tree, here: Standing, watched: tuple[Watched, ...], unexpected: tuple[Unexpected, ...]
) -> Iterator[Said]:
    """What an open channel waits for before it goes on. Whether its criteria hold is for people to say."""
    of = f"{here.channel}: " if here.channel else ""
    if here.last:
        return
    if here.stay.over is False:
        yield Said("stays", f"{of}it stays {here.stay.left}.", "", here.stage)
        return
    blind = [look.title for look in watched if look.tone == "unknown"]
    if blind:
        text = f"{of}find out first: {'; '.join(blind)}. Nobody can see there whether it goes well."
        yield Said("find out first", text, "unknown", here.stage)
    if here.state == "held":
        return
    asking = [each for each in unexpected if each.asks_first]
    for each in asking:
        text = f'{of}"{each.title}": {each.advice.word}, or decide what to do about it.'
        yield Said("in the way", text, each.advice.tone, each.at)
    count = len(criteria(tree, here.stage, "advance_when"))
    if not count:
        text = "no criteria say when it goes on; people decide."
    else:
        rest = "hold" if count > 1 else "holds"
        stay = (
            "the minimum stay is over"
            if here.stay.over
            else f"it stays for {here.stay.asked}, counted by you"
        )
        stay = stay if here.stay.asked else "no minimum stay is set"
        text = f"{stay}; say whether its {count} criteri{'a' if count > 1 else 'on'} to advance {rest}."
    yield Said("after that" if blind or asking else "may go on", f"{of}{text}", "", here.stage)


def _waits(here: Standing, now: Now) -> Said:
    """A hold: until when, and for which reason, which may lie outside the software."""
    entry = here.latest
    until = f" until {_dated(here.until, now)}" if here.until else ""
    over = ". That day has passed" if here.until is not None and here.until < now.date else ""
    why = f", {signed(entry)}" if entry is not None else ""
    of = here.channel or "It"
    return Said(
        "waits", f"{of} waits{until}{why}{over}.", "careful" if over else "", entry.at if entry else None
    )


def _next_look(tree: Tree, release: Address, begins: str, now: Now) -> Said:
    """Everybody has it: when success is looked at next."""
    found = []
    for at in records(tree, KINDS["readout"], release):
        table = tree.table(at)
        on = day(table, "next") if day(table, "held") is not None else day(table, "planned")
        if on is not None and on >= now.date:
            found.append((on, at))
    if not found:
        text = f"{begins} No read-out is planned: when will you look at it again?"
        return Said("last stage", text, "unknown", release)
    on, at = min(found, key=lambda each: each[0])
    when = ", ".join(dict.fromkeys((now.relative(on), short_date(on, now.date))))
    text = f"{begins} The next read-out is {when}."
    return Said("last stage", text, "good", at)
