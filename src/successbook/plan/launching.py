"""Writing the launch log: one step is one entry, and the first that goes on is the day the release ships."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from successbook.errors import Refused
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.moments import read_in
from successbook.plan.peek import words
from successbook.tree import Address, Tree, Value

__all__ = ["STEPS", "in_zone", "launch_moment", "log_step", "thank"]

STEPS: Final = ("advance", "hold", "pause", "resume", "back", "override")
"""The steps a launch log knows."""


def in_zone(moment: dt.datetime, here: str, there: str) -> dt.datetime:
    """A moment on the clocks of another zone.

    Args:
        moment: the moment on the clocks of `here`, without a zone.
        here: the IANA name of the zone it is told in.
        there: that of the other one; where one of them is not known, the moment stays as it is.
    """
    return read_in(moment.date(), moment.time(), here, there) or moment


def launch_moment(tree: Tree, release: Address, moment: dt.datetime, here: str) -> tuple[dt.datetime, str]:
    """A moment on the clocks by which a release is launched, and their zone.

    Args:
        tree: the plan.
        release: the release; where it names no zone, that of the person counts.
        moment: the moment on the clock of the person.
        here: the zone of that clock.
    """
    there = words(tree.table(release), "zone") or here
    return in_zone(moment, here, there), there


def log_step(
    draft: Draft, release: Address, step: str, moment: dt.datetime, fields: Mapping[str, Value | None]
) -> Address:
    """Write an entry of the launch log.

    The first step that goes on is also the moment at which the release ships, unless that was said before.

    Args:
        draft: what is being changed.
        release: the release.
        step: one of `STEPS`.
        moment: when, on the clocks of the release.
        fields: stage, percent, channel, by, because, until, breached, cases, zone; None for nothing.

    Returns:
        the address of the entry.

    Raises:
        Refused: there is no such step.
    """
    if step not in STEPS:
        raise Refused(f'"{step}" is no step of a launch', remedy=f"one of {', '.join(STEPS)}")
    first = step == "advance" and "actual" not in draft.tree.table(release)
    known: dict[str, Value] = {"date": moment.date(), "time": moment.time().replace(second=0, microsecond=0)}
    known |= {"step": step, **{name: value for name, value in fields.items() if value is not None}}
    id_ = draft.new_id(KINDS["level"], f"{moment.date()}-{step}", release)
    at = draft.add(KINDS["level"], inside=release, fields=known, id_=id_)
    if first:
        draft.put(release.child("actual"), moment.date())
        draft.put(release.child("time"), known["time"])
    return at


def thank(draft: Draft, release: Address, who: str, what: str, on: dt.date) -> Address:
    """Keep the name of somebody who made a release possible, and what for.

    Raises:
        Refused: nobody is named.
    """
    if not who.strip():
        raise Refused("nobody is named", remedy="who made this possible?")
    fields: dict[str, Value] = {"what": what, "said": on} if what.strip() else {"said": on}
    return draft.add(KINDS["thanks"], who, inside=release, fields=fields)
