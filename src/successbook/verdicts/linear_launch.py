"""What follows for a release that is out, told line by line: where it stands, the unexpected, read-outs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import day
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named
from successbook.verdicts.pausing import pause_advice
from successbook.verdicts.readouts import opening, readout_lines
from successbook.verdicts.rollout import standings_of
from successbook.verdicts.rollout_words import channel_lines, headline
from successbook.verdicts.telling import INDENT, flat

__all__ = ["launch_lines"]


def launch_lines(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    """Where the rollout stands channel by channel, what is unexpected and still open, and the read-outs."""
    moment = dt.datetime.combine(now.date, dt.time.max)
    for here in standings_of(tree, release, moment):
        if not here.stages and here.latest is None:
            continue
        yield f"{here.channel or 'Rollout'}: {headline(tree, here)}"
        for said in channel_lines(tree, release, here, moment):
            yield f"{INDENT}{said.label[:1].upper()}{said.label[1:]}: {flat(said.text)}"
    for at in records(tree, KINDS["incident"], release):
        closed, seen = day(tree.table(at), "closed"), day(tree.table(at), "detected")
        if (closed is None or closed > now.date) and (seen is None or seen <= now.date):
            yield f"Unexpected, open: {named(tree, at)}"
            yield f"{INDENT}{flat(pause_advice(tree, at).text)}"
    for at, when, said in readout_lines(tree, release, now):
        yield f"{said[:1].upper()}{said[1:]}{'' if when == 'held' else f', {when}'}"
        if when == "held":
            yield f"{INDENT}{flat(opening(tree, at, now))}"
