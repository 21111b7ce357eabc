"""The days of a plan as a calendar file (iCalendar, RFC 5545): what is planned and not done, whole days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from icalendar import Calendar, Event

from successbook.plan.belonging import release_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import day
from successbook.plan.titles import title_of
from successbook.sharing.audiences import Audience, may_read
from successbook.text import one_line
from successbook.tree import Address, Tree
from successbook.verdicts.dated import planned_day

__all__ = ["Planned", "dates_ics", "planned_dates"]

_DATED: Final = (
    ("release", "planned", "actual", "Release: {title}"),
    ("milestone", "planned", "actual", "{title}"),
    ("gate", "planned", "decided", "Decide: {title}"),
    ("stage", "planned", "", "Stage: {title}"),
    ("readout", "planned", "held", "Read-out: {title}"),
    ("goal", "by", "closed", "Goal: {title}"),
    ("target", "by", "", "Target of {above}: {title}"),
    ("checklist_item", "due", "done", "{title}"),
    ("action_item", "due", "done", "{title}"),
    ("instrument", "expires", "", "{title} stops being collected"),
    ("round", "starts", "", "Acceptance test, {title}"),
    ("tester", "booked", "", "{title} tests"),
)
"""Kind, field with its day, field that says it is done, and what stands in the calendar."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A day of a plan.

    Attributes:
        at: the record.
        field: the field that holds the day.
        first: the day.
        last: the last day, where it takes several.
        text: what it is.
        where: the release it belongs to; may be empty.
    """

    at: Address
    field: str
    first: dt.date
    last: dt.date
    text: str
    where: str = ""


def planned_dates(tree: Tree, audience: Audience) -> Iterator[Planned]:
    """Every day that is planned and not done, as an audience may know it."""
    for name, field, done, words in _DATED:
        kind = KINDS[name]
        for at in records(tree, kind) if may_read(audience, name) else ():
            table = tree.table(at)
            first = planned_day(tree, at) if name == "release" else day(table, field)
            if first is None or (done and table.get(done) is not None):
                continue
            last = day(table, "ends") if name == "round" else None
            above = Address(at.file, at.path[:-2]) if kind.inside else at
            release = release_of(at)
            where = title_of(tree, release) if release is not None and release != at else ""
            text = words.format(title=title_of(tree, at), above=title_of(tree, above))
            yield Planned(at, field, first, max(last or first, first), text, where)


def dates_ics(tree: Tree, title: str, now: Now, audience: Audience) -> str:
    """The calendar file.

    Each event is known by its record: a calendar that takes the file again moves what has moved.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//successbook//successbook//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(title))
    for each in planned_dates(tree, audience):
        event = Event()
        event.add("uid", f"{each.at.child(each.field)}@successbook")
        event.add("dtstamp", dt.datetime.combine(now.date, dt.time(), dt.UTC))
        event.add("dtstart", each.first)
        if each.last < dt.date.max:
            event.add("dtend", each.last + dt.timedelta(days=1))
        event.add("summary", one_line(each.text))
        if each.where:
            event.add("description", one_line(each.where))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()
