"""A rollout in words: what a channel is at, how long it stays, when it goes on and when it goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named, quoted
from successbook.verdicts.release_state import shipped_unlogged
from successbook.verdicts.rollout import Entry, Standing, State, criteria, left_out
from successbook.verdicts.staying import stay_of

__all__ = ["Said", "channel_lines", "headline", "moment_words", "short_line", "signed"]

Tone = Literal["", "good", "careful", "bad", "unknown"]

_TONES: Final[dict[State, Tone]] = {"open": "good", "held": "careful", "paused": "bad", "turned off": "bad"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said of a rollout.

    Attributes:
        label: one to three words before it.
        text: what is said.
        tone: how that weighs; empty for plain facts.
        at: the record it is about.
    """

    label: str
    text: str
    tone: Tone = ""
    at: Address | None = None


def headline(tree: Tree, here: Standing) -> str:
    """Which stage a channel is at: ``stage 2 of 4: One guest in four on the web``."""
    if not here.stages:
        return "no stages are written down"
    if here.stage is None:
        return "nobody has it" if here.state == "turned off" else "a stage that is not in the plan"
    of = f" of {len(here.stages)}" if here.number else ""
    number = f"stage {here.number}{of}" if here.number else "a stage that is not in the plan"
    optional = tree.table(here.stage).get("optional") is True
    return f"{number}{', may be left out' if optional else ''}: {named(tree, here.stage)}"


def short_line(tree: Tree, here: Standing, moment: dt.datetime) -> str:
    """A channel on one line: ``paused, 0 %, since today 11:05``."""
    level = _level(tree, here)
    since = here.latest if here.state in ("paused", "held") else here.since
    parts = [here.state, level if here.since or here.latest else "", _since(since, moment)]
    return ", ".join(part for part in parts if part)


def channel_lines(tree: Tree, release: Address, here: Standing, moment: dt.datetime) -> Iterator[Said]:
    """Everything there is to say about a channel, the most important first."""
    now = Now(moment.date())
    if shipped_unlogged(tree, release, now):
        yield Said("now", "nobody wrote down whether it is there", "careful", release)
    else:
        yield Said(
            "now",
            short_line(tree, here, moment),
            _TONES.get(here.state, ""),
            here.since.at if here.since else None,
        )
    yield from _waiting(tree, release, here, now)
    yield from _staying(here)
    if here.stage is not None and (not here.last or criteria(tree, here.stage, "advance_when")):
        label = "done when" if here.last else "advance when"
        yield _criteria(tree, here, label, "advance_when", "goes on")
    if here.stage is not None:
        yield _criteria(tree, here, "go back when", "back_when", "goes back")
    yield from _overrides(here, moment)
    yield from _backs(here, moment)
    yield from _early(tree, here)
    if skipped := "; ".join(left_out(tree, here)):
        yield Said("left out", skipped)
    yield from _coming(tree, here, now)


def _level(tree: Tree, here: Standing) -> str:
    """The level: ``25 % of users``; that nobody wrote it down is said."""
    if here.percent is None:
        return "level not written down"
    share = words(tree.table(here.stage), "share_of") if here.stage is not None else ""
    return f"{show(here.percent, '%')}{f' of {share}' if share else ''}"


def _since(entry: Entry | None, moment: dt.datetime) -> str:
    return f"since {moment_words(entry, moment)}" if entry is not None else ""


def moment_words(entry: Entry, moment: dt.datetime) -> str:
    """When something was done: ``today 9:30``, ``Mon 17 Aug 11:05``."""
    on = entry.when.date()
    if on == dt.date.min:
        return "a day nobody wrote down"
    days = (moment.date() - on).days
    near = {0: "today", 1: "yesterday"}.get(days, f"{on:%a} {short_date(on, moment.date())}")
    return f"{near} {entry.when:%H:%M}" if entry.timed else near


def signed(entry: Entry) -> str:
    """Who decided, and why; that nobody said so is said."""
    who = f"by {entry.by}" if entry.by else "nobody is named"
    why = entry.because.rstrip(".") if entry.because else "no reason is written down"
    return f"{who}: {why}"


def _waiting(tree: Tree, release: Address, here: Standing, now: Now) -> Iterator[Said]:
    """A hold or a pause: until when, by whom, and for which reason."""
    entry = here.latest
    if entry is None or here.state not in ("held", "paused", "turned off"):
        return
    yield Said("because", signed(entry), "" if entry.because and entry.by else "careful", entry.at)
    if here.until is not None:
        passed = here.until < now.date
        text = f"{short_date(here.until, now.date)}, {now.relative(here.until)}"
        yield Said(
            "until", f"{text}: that has passed" if passed else text, "careful" if passed else "", entry.at
        )
    if here.state == "paused" and not _defect(tree, release, entry):
        yield Said("defect", "none: it is paused without an unexpected result being open", "", entry.at)


def _defect(tree: Tree, release: Address, entry: Entry) -> bool:
    """Whether an unexpected result was open when something was paused."""
    on = entry.when.date()
    for at in records(tree, KINDS["incident"], release):
        seen, closed = day(tree.table(at), "detected"), day(tree.table(at), "closed")
        if (seen is None or seen <= on) and (closed is None or closed >= on):
            return True
    return False


def _staying(here: Standing) -> Iterator[Said]:
    stay = here.stay
    if here.stage is None or here.state in ("paused", "turned off"):
        return
    if not stay.asked:
        yield Said("stays", "no minimum stay is set", "careful", here.stage)
        return
    text = f"{stay.asked}{': ' + stay.left if stay.left else ''}"
    tone: Tone = "good" if stay.over else "unknown" if stay.over is None and here.since else ""
    yield Said("stays", text, tone, here.stage)


def _criteria(tree: Tree, here: Standing, label: str, name: str, does: str) -> Said:
    found = criteria(tree, here.stage, name)
    if not found:
        return Said(label, f"nobody said when it {does}", "careful", here.stage)
    return Said(label, " · ".join(" ".join(each.split()) for each in found), "", here.stage)


def _overrides(here: Standing, moment: dt.datetime) -> Iterator[Said]:
    for entry in here.overrides:
        what = entry.breached or "nobody wrote down which threshold"
        yield Said(
            "in spite of",
            f"{what}; {moment_words(entry, moment)}, {signed(entry)}",
            "" if entry.by and entry.because and entry.breached else "careful",
            entry.at,
        )


def _backs(here: Standing, moment: dt.datetime) -> Iterator[Said]:
    if not here.backs:
        return
    times = (
        "once" if len(here.backs) == 1 else "twice" if len(here.backs) == 2 else f"{len(here.backs)} times"
    )
    last = here.backs[-1]
    text = f"{times}, last {moment_words(last, moment)}, {signed(last)}"
    yield Said("went back", text, "" if last.by and last.because else "careful", last.at)


def _early(tree: Tree, here: Standing) -> Iterator[Said]:
    """That a stage was left before its minimum stay was over, whoever decided that."""
    for at in dict.fromkeys(here.early):
        asked = stay_of(tree.table(at), None, dt.datetime.min).asked  # noqa: DTZ901  # of no zone
        yield Said("left early", f"{quoted(tree, at)}, which stays for {asked} at least", "careful", at)


def _coming(tree: Tree, here: Standing, now: Now) -> Iterator[Said]:
    if here.following is None:
        return
    table = tree.table(here.following)
    planned = day(table, "planned")
    parts = [quoted(tree, here.following)]
    percent = table.get("percent")
    parts += (
        [show(percent, "%")] if isinstance(percent, int | float) and not isinstance(percent, bool) else []
    )
    parts += ["may be left out"] if table.get("optional") is True else []
    parts += [f"planned {now.relative(planned)}"] if planned is not None else []
    yield Said("next", ", ".join(parts), "", here.following)
