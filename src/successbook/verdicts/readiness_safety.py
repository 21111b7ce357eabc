"""Readiness, the part about what may go wrong: kill switch, the unexpected, open questions, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named, planned_day, quoted
from successbook.verdicts.gates import launch_gates
from successbook.verdicts.pausing import SEVERE
from successbook.verdicts.reasons import Reason, against, fine, look_at, on_day
from successbook.verdicts.release_state import launch_day

__all__ = ["of_dates", "of_gates", "of_switch", "of_unexpected", "switch_sentence"]

_MILD: Final = ("low", "medium")


def of_switch(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether it is known what turns the release off, and whether that was tried."""
    table = tree.table(release)
    switch, tried = words(table, "kill_switch"), day(table, "kill_switch_tried")
    says, ready = switch_sentence(bool(switch), tried, launch_day(tree, release), now)
    field = "kill_switch_tried" if switch else "kill_switch"
    yield (fine if ready else against)("switch", says, release, field)


def switch_sentence(
    named_: bool,
    tried: dt.date | None,
    launch: dt.date | None,
    now: Now,
) -> tuple[str, bool]:
    """What is to be said of a kill switch, and whether it is ready.

    Args:
        named_: whether it is said what turns the release off.
        tried: the day it was tried.
        launch: the day that counts as the launch.
        now: the day.
    """
    if not named_:
        return "no kill switch is named: nothing is known to turn it off", False
    if tried is None:
        return "the kill switch is named, and nobody has tried it", False
    when = short_date(tried, now.date)
    if tried > now.date:
        return f"the kill switch is to be tried {on_day(tried, now)}", False
    if launch is not None and launch < tried:
        return f"the kill switch was tried on {when}, after the launch", True
    return f"the kill switch is named, and was tried on {when}", True


def of_unexpected(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether a severe unexpected result is open, here or in another release; what is unknown is not mild."""
    found = 0
    for each in records(tree, KINDS["release"]):
        where = "" if each == release else f', of the release "{named(tree, each)}"'
        for at in records(tree, KINDS["incident"], each):
            table = tree.table(at)
            closed, seen = day(table, "closed"), day(table, "detected")
            if (closed is not None and closed <= now.date) or (seen is not None and seen > now.date):
                continue
            severity = words(table, "severity")
            if severity in SEVERE:
                found += 1
                says = f"{quoted(tree, at)}{where} is open, of {severity} severity"
                yield against("unexpected", says, at, "closed")
            elif severity not in _MILD:
                found += 1
                says = f"{quoted(tree, at)}{where} is open, and nobody has said how severe it is"
                yield against("unexpected", says, at, "severity")
            else:
                yield look_at("unexpected", f"{quoted(tree, at)}{where} is open, of {severity} severity", at)
    if not found:
        yield fine("unexpected", "no severe unexpected result is open", release)


def of_gates(tree: Tree, release: Address, _now: Now) -> Iterator[Reason]:
    """Whether the questions of the gates before the launch are answered, and how."""
    answered = asked = 0
    for gate in launch_gates(tree, release):
        for each in gate.questions:
            asked += 1
            says = f'"{each.title}"'
            if not each.answer:
                yield against("gates", f"nobody has answered {says}", each.at, "answer")
            elif each.answer == "no":
                yield against("gates", f"the answer to {says} is no", each.at, "answer")
            elif each.answer == "yes, if":
                condition = each.condition or "nobody has written under which condition"
                yield look_at("gates", f"the answer to {says} is yes, if: {condition}", each.at, "condition")
                answered += 1
            else:
                answered += 1
    if asked and answered == asked:
        yield fine("gates", f"{counted(asked, 'question')} before the launch answered", release)


def of_dates(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """What of the days does not go together, and what is late: known, and in nobody's way."""
    table = tree.table(release)
    launch, planned = launch_day(tree, release), planned_day(tree, release)
    if launch is None:
        yield look_at("dates", "no day is planned for the launch", release, "planned")
    elif "actual" not in table and planned is not None and planned < now.date:
        says = f"it was planned {on_day(planned, now)}, and nobody has said whether it shipped or moved"
        yield look_at("dates", says, release, "actual")
    if launch is not None:
        yield from _after_launch(tree, release, launch, now)
    late = [
        at
        for at in records(tree, KINDS["checklist_item"], release)
        if (due := day(tree.table(at), "due")) is not None
        and due < now.date
        and not day(tree.table(at), "done")
    ]
    if late:
        are = "is" if len(late) == 1 else "are"
        says = f"{counted(len(late), 'thing')} to do {are} late, such as {quoted(tree, late[0])}"
        yield look_at("dates", says, late[0], "done")
    for at in records(tree, KINDS["risk"], release):
        risk = tree.table(at)
        if words(risk, "state") in ("", "open", "happened") and not words(risk, "mitigation"):
            yield look_at("dates", f"nothing is done about the risk {quoted(tree, at)}", at, "mitigation")


def _after_launch(tree: Tree, release: Address, launch: dt.date, now: Now) -> Iterator[Reason]:
    """The acceptance test or one of its rounds that ends when the release is already out."""
    uat = KINDS["uat"].at("", release)
    on = f"the launch on {short_date(launch, now.date)}"
    for at in (uat, *records(tree, KINDS["round"], uat)):
        ends = day(tree.table(at), "ends")
        if ends is not None and ends > launch:
            what = "the acceptance test" if at == uat else quoted(tree, at)
            says = f"{what} ends on {short_date(ends, now.date)}, after {on}"
            yield look_at("dates", says, at, "ends")
    for at in records(tree, KINDS["release_kpi"], release):
        for phase in records(tree, KINDS["phase"], at):
            starts = day(tree.table(phase), "starts")
            if starts is not None and starts < launch and "actual" not in tree.table(release):
                says = f"readings of {quoted(tree, at)} begin on {short_date(starts, now.date)}, before {on}"
                yield look_at("dates", says, phase, "starts")
