"""A release that is out, told line by line: what to say first, channels, the unexpected, read-outs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.moments import whose_clock
from successbook.plan.now import Now, short_date
from successbook.plan.peek import words
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.verdicts.carrying import carried_of, preview
from successbook.verdicts.readouts import readout_of
from successbook.verdicts.rollout_words import channel_lines, headline
from successbook.verdicts.telling import INDENT
from successbook.verdicts.today import Today, today_of

__all__ = ["launch_lines"]


def launch_lines(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    """Where a release stands on a day, the weightiest first; what there is to say of its end of that day."""
    today = today_of(tree, release, dt.datetime.combine(now.date, dt.time(23, 59)))
    if any(here.latest is not None for here in today.standings):
        zone = words(tree.table(release), "zone")
        if whose := whose_clock(today.moment, zone, now.zone):
            yield f"Times: as the clocks {whose if whose.startswith('in ') else f'of {whose}'} show them"
    for said in today.first:
        yield f"{capital(said.label)}: {said.text}"
    for here in today.standings:
        if not here.stages and here.latest is None:
            continue
        yield f"{here.channel or 'Rollout'}: {headline(tree, here)}"
        for line in channel_lines(tree, release, here, today.moment):
            yield f"{INDENT}{capital(line.label)}: {line.text}"
    if today.watched:
        yield "Watched"
        yield from (f"{INDENT}{each.text(now)}" for each in today.watched)
    yield from _unexpected(today, now)
    yield from _tasks(today, now)
    yield from _readouts(tree, release, now)
    yield from _open(tree, release, now)
    if today.thanked:
        yield f"Who made this possible: {'; '.join(today.thanked)}"


def _unexpected(today: Today, now: Now) -> Iterator[str]:
    for each in today.unexpected:
        state = f"closed {short_date(each.closed, now.date)}" if each.closed else "open"
        yield f"Unexpected, {state}: {each.title}"
        yield f"{INDENT}{each.advice.headed}"
        yield f"{INDENT}Decided: {each.decided or 'nothing yet'}"


def _tasks(today: Today, now: Now) -> Iterator[str]:
    open_ = [each for each in today.tasks if each.done is None]
    if today.tasks:
        yield f"Checklist: {len(today.tasks) - len(open_)} of {len(today.tasks)} done"
    for each in open_:
        due = f", due {now.relative(each.due)}" if each.due is not None else ""
        yield f"{INDENT}{each.title}{f' ({each.owner})' if each.owner else ''}{due}"


def _readouts(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    """The read-outs that were held: what was called success, and what each KPI says after the release."""
    for at in records(tree, KINDS["readout"], release):
        view = readout_of(tree, at, now)
        if not view.held:
            planned = f", {short_date(view.planned, now.date)}" if view.planned is not None else ""
            yield f"Read-out: {view.title}{planned}"
            continue
        yield f"Read-out, {short_date(view.day, now.date)}: {view.title}"
        yield f"{INDENT}{view.opening}"
        for each in view.kpis:
            yield f"{INDENT}{each.title}: {each.sentence}"


def _open(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    found = carried_of(tree, release, now)
    if found:
        yield f"To carry on into the next release: {len(found)}"
    yield from (f"{INDENT}{capital(each.group)}: {preview(each, now)}" for each in found)
