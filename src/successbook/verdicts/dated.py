"""What is dated and open: the shape in which each part of a plan tells it, and the words they share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import day, people, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree

__all__ = ["SOON", "Dated", "named", "near", "planned_day", "quoted", "until_in_words", "who"]

SOON: Final = 14
"""Days: what expires, and the day of a target or goal, is told when it is no further away than this."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something open that has a day.

    Attributes:
        at: the record it is about.
        field: the field to fill once it is done, or to move when it is not; empty for the record as a whole.
        day: the day.
        what: what it is, as it reads inside a sentence: ``read-out "After a month" of Guest checkout``.
        who: who does it, or what else belongs into brackets.
        past: what is said when the day has passed, where "2 days late" would not fit.
        rest: what follows on that.
    """

    at: Address
    field: str
    day: dt.date
    what: str
    who: str = ""
    past: str = ""
    rest: str = ""


def near(day_: dt.date | None, now: Now) -> bool:
    """Whether a day has passed or comes soon."""
    return day_ is not None and now.days_until(day_) <= SOON


def until_in_words(by: dt.date, now: Now) -> str:
    """How far away the day is by which something open shall be done: ``in 4 days``, ``5 days late``."""
    days = -now.days_until(by)
    return now.relative(by) if days <= 0 else f"{days} day{'' if days == 1 else 's'} late"


def named(tree: Tree, at: Address) -> str:
    """The title of a record on one line."""
    return " ".join(title_of(tree, at).split())


def quoted(tree: Tree, at: Address) -> str:
    """The title of a record, marked as one."""
    return f'"{named(tree, at).replace(chr(34), chr(39))}"'


def who(table: Table) -> str:
    """Who does it: its owner or owners, as they are written."""
    owners = people(table, "owners") or (words(table, "owner"),)
    return "; ".join(" ".join(each.split()) for each in owners if each.strip())


def planned_day(tree: Tree, release: Address) -> dt.date | None:
    """The day a release is planned for now: the last new date, else the first plan."""
    moved = (day(tree.table(at), "to") for at in records(tree, KINDS["replan"], release))
    known = [each for each in moved if each is not None]
    return known[-1] if known else day(tree.table(release), "planned")
