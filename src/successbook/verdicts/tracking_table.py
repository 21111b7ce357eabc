"""Tracking as a table: what is measured where, by whom; grouped by state, team, owner, metric, expiry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, PLAN
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, references, words
from successbook.text import capital, counted
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named, near
from successbook.verdicts.judging import stopped
from successbook.verdicts.metrics import Tone

__all__ = ["BY", "Tracked", "grouped", "summary", "tracking_lines", "tracking_of"]

STATES: Final[dict[str, Tone]] = {
    "broken": "bad",
    "cannot be collected": "bad",
    "wanted": "careful",
    "planned": "careful",
    "": "unknown",
    "implemented": "careful",
    "verified": "good",
}
"""The states of tracking, what needs somebody first, with their tones."""

BY: Final = ("state", "team", "owner", "metric", "expiry")
"""What the table can be grouped by."""
_NOBODY: Final = "nobody tracks it"


@dataclass(frozen=True, slots=True)
class Tracked:
    """A line of the table: tracking, or a metric that nothing tracks.

    Attributes:
        at: the tracking, or the metric.
        title: what is measured.
        metrics: the metrics it feeds.
        state: how far it is; ``nobody tracks it`` for a metric.
        tone: how that is.
        team: which team sets it up.
        owner: who answers for it.
        where: where one looks.
        verified: when it was checked against reality.
        flaws: what is wrong or missing in it, on one line.
        expires: until when it can be used.
        expired: whether that has passed.
    """

    at: Address
    title: str
    metrics: tuple[str, ...]
    state: str
    tone: Tone
    team: str
    owner: str
    where: str
    verified: dt.date | None
    flaws: str
    expires: dt.date | None
    expired: bool

    def expiry(self, now: Now) -> tuple[str, Tone | str]:
        """Until when it can be used, in words; empty where it does not expire."""
        if self.expires is None:
            return "", "muted"
        on = now.relative(self.expires)
        if self.expired:
            return f"expired {on}", "bad"
        return f"expires {on}", "careful" if near(self.expires, now) else "muted"


def tracking_of(tree: Tree, now: Now) -> list[Tracked]:
    """All tracking, then the metrics that nothing tracks; what is on hold or dropped need not be."""
    found, fed = [], set[Address]()
    for at in records(tree, KINDS["instrument"]):
        table = tree.table(at)
        metrics = references(tree, table, "metrics", ("metric",))
        fed.update(metrics)
        state, expires = words(table, "state"), day(table, "expires")
        expired = expires is not None and expires < now.date
        found.append(
            Tracked(
                at,
                named(tree, at),
                tuple(named(tree, each) for each in metrics),
                state or "nobody said",
                "bad" if expired and state == "verified" else STATES.get(state, "unknown"),
                words(table, "team"),
                words(table, "owner"),
                words(table, "where"),
                day(table, "verified"),
                " ".join(words(table, "flaws").split()),
                expires,
                expired,
            )
        )
    for at in records(tree, KINDS["metric"]):
        if at not in fed and not stopped(tree.table(at)):
            name = named(tree, at)
            found.append(
                Tracked(at, name, (name,), _NOBODY, "bad", "", "", "", None, "", None, expired=False)
            )
    return found


def grouped(found: list[Tracked], by: str, now: Now) -> list[tuple[str, list[Tracked]]]:
    """The lines in groups, each with its heading.

    Args:
        found: the lines.
        by: one of `BY`.
        now: the day, for what expires.
    """
    groups: dict[tuple[object, ...], tuple[str, list[Tracked]]] = {}
    for each in found:
        for rank, heading in _headings(each, by, now):
            groups.setdefault((rank, heading), (heading, []))[1].append(each)
    return [groups[key] for key in sorted(groups, key=lambda key: (key[0], str(key[1]).casefold()))]


def _headings(each: Tracked, by: str, now: Now) -> Iterator[tuple[object, str]]:
    """The headings under which a line stands, each with its rank."""
    match by:
        case "team":
            yield not each.team, each.team or "no team named"
        case "owner":
            yield not each.owner, each.owner or "nobody answers for it"
        case "metric":
            for name in each.metrics or ("feeds no metric",):
                yield not each.metrics, name
        case "expiry":
            yield _expiry(each, now)
        case _:
            order = [*STATES]
            states = [_NOBODY, *(state or "nobody said" for state in order)]
            yield states.index(each.state) if each.state in states else len(states), each.state


def _expiry(each: Tracked, now: Now) -> tuple[int, str]:
    if each.expires is None:
        return 3, "does not expire"
    if each.expired:
        return 0, "expired"
    return (1, "expires soon") if near(each.expires, now) else (2, "expires later")


def tracking_lines(tree: Tree, now: Now) -> Iterator[str]:
    """The table told line by line, by state."""
    for heading, lines in grouped(tracking_of(tree, now), "state", now):
        yield f"{capital(heading)}: {len(lines)}"
        for each in lines:
            who = ", ".join(part for part in (each.team, each.owner) if part)
            yield f"  {each.title}{f' ({who})' if who else ''}"
            if each.at.file != PLAN.file:
                yield f"    For: {', '.join(each.metrics) or 'no metric'}"
                yield f"    Where to look: {' '.join(each.where.split()) or 'nobody has said'}"
            if each.verified is not None:
                yield f"    Verified on {short_date(each.verified, now.date)}"
            if each.flaws:
                yield f"    Known flaws: {each.flaws}"
            if each.expires is not None:
                yield f"    {capital(each.expiry(now)[0])}"


def summary(found: list[Tracked]) -> str:
    """How many lines there are, and how many of them are verified and can be used."""
    there = [each for each in found if each.state == "verified" and not each.expired]
    return f"{len(there)} of {counted(len(found), 'line')} verified"
