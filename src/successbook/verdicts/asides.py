"""What is said of a record beside its title: where it stands, on a day, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from successbook.plan.kinds import KINDS, locate
from successbook.plan.measured import show
from successbook.plan.now import Now
from successbook.plan.peek import day, words
from successbook.plan.sessions import page_called
from successbook.tree import Address, Table, Tree
from successbook.verdicts.asides_tests import of_criterion, of_quota, of_sheet, of_sign_off
from successbook.verdicts.board import WORDS, standing_of
from successbook.verdicts.dated import planned_day, until_in_words
from successbook.verdicts.metrics import Tone
from successbook.verdicts.rollout import turned_off

__all__ = ["Aside", "aside_of"]

Aside = tuple[str, Tone | str]
"""A few words and their tone; the tone ``muted`` is neither good nor bad."""

_TONES: Final[dict[str, Tone]] = {
    "go": "good", "go with conditions": "careful", "no-go": "bad",
    "yes": "good", "yes, if": "careful", "no": "bad",
    "verified": "good", "implemented": "careful", "broken": "bad", "cannot be collected": "bad",
    "advance": "good", "resume": "good", "hold": "careful", "pause": "careful", "back": "bad",
    "override": "careful",
    "passed": "good", "passed with note": "good", "failed": "bad", "blocked": "bad",
    "did not show": "careful",
    "closed": "good", "fixed": "careful", "to retest": "careful", "open": "careful", "new": "careful",
    "done": "good", "met": "good", "moving": "careful", "missed": "bad", "wrong way": "bad",
    "mitigated": "good", "happened": "bad", "critical": "bad", "high": "bad",
}  # fmt: skip


def aside_of(tree: Tree, record: Address, now: Now) -> Aside:
    """What is said beside a record's title; empty words where there is nothing to say."""
    place = locate(record)
    if place is None:
        return "", "muted"
    table = tree.table(record)
    special = _SPECIAL.get(place.kind.name)
    if special is not None:
        return special(tree, record, table, now)
    for key in (
        "decision",
        "answer",
        "state",
        "verdict",
        "step",
        "severity",
        "role",
        "kind",
        "priority",
        "list",
    ):
        said = words(table, key)
        if said:
            return said, _TONES.get(said, "muted")
    return "", "muted"


def _due(table: Table, now: Now, done: str, due: str) -> Aside:
    on, by = day(table, done), day(table, due)
    if on is not None:
        return f"done {now.relative(on)}", "good"
    if by is None:
        return "", "muted"
    return (f"due {now.relative(by)}", "bad" if by < now.date else "muted")


def _release(tree: Tree, record: Address, table: Table, now: Now) -> Aside:
    actual, planned = day(table, "actual"), planned_day(tree, record)
    if turned_off(tree, record, now.date):
        return "turned off", "bad"
    if actual is not None:
        return f"shipped {now.relative(actual)}", "accent"
    return (now.relative(planned) if planned else "no date yet", "accent")


def _kpi(tree: Tree, record: Address, table: Table, _now: Now) -> Aside:
    """Benchmark and target, the unit once; a benchmark that is not frozen yet is careful."""
    if "benchmark" not in table:
        return "no benchmark yet", "careful"
    unit = words(tree.table(KINDS["metric"].at(record.key)), "unit")
    wanted = table.get("target")
    start = show(table["benchmark"], unit if wanted is None else "")
    way = start if wanted is None else f"{start} → {show(wanted, unit)}"
    return (way, "muted") if day(table, "frozen") else (f"{way}, not frozen", "careful")


def _stage(_tree: Tree, _record: Address, table: Table, _now: Now) -> Aside:
    return (f"{show(table['percent'])} %" if "percent" in table else words(table, "audience")), "muted"


def _level(_tree: Tree, _record: Address, table: Table, _now: Now) -> Aside:
    said = words(table, "step")
    share = f" {show(table['percent'])} %" if "percent" in table else ""
    return f"{said}{share}", _TONES.get(said, "muted")


def _to_do(_tree: Tree, _record: Address, table: Table, now: Now) -> Aside:
    return _due(table, now, "done", "due")


def _dated(*keys: str) -> Callable[[Tree, Address, Table, Now], Aside]:
    """The first of some dates that is there, said in words."""

    def aside(_tree: Tree, _record: Address, table: Table, now: Now) -> Aside:
        """The first of them, seen from today."""
        for key in keys:
            on = day(table, key)
            if on is not None:
                return now.relative(on), "muted"
        return "", "muted"

    return aside


def _tester(_tree: Tree, _record: Address, table: Table, now: Now) -> Aside:
    came = table.get("showed_up")
    if came is True:
        return "came", "good"
    if came is False:
        return "did not come", "careful"
    booked = day(table, "booked")
    return (f"booked {now.relative(booked)}" if booked else words(table, "source")), "muted"


def _entry(_tree: Tree, _record: Address, table: Table, _now: Now) -> Aside:
    said = (words(table, "facet"), WORDS[standing_of(table)])
    return ", ".join(each for each in said if each), "muted"


def _thanks(_tree: Tree, _record: Address, table: Table, _now: Now) -> Aside:
    return words(table, "what").partition("\n")[0], "muted"


def _session(_tree: Tree, _record: Address, table: Table, now: Now) -> Aside:
    paused, on = words(table, "paused_at"), day(table, "paused_on")
    if paused:
        return f"paused at {page_called(paused)}{f', {now.relative(on)}' if on is not None else ''}", "accent"
    held = day(table, "held")
    return now.relative(held) if held is not None else "", "muted"


def _todo(_tree: Tree, _record: Address, table: Table, now: Now) -> Aside:
    said = words(table, "state")
    if said in ("done", "dropped"):
        return said, _TONES.get(said, "muted")
    by = day(table, "by")
    if by is None:
        return said, "muted"
    when = until_in_words(by, now)
    if by < now.date:
        return when, "careful"
    return f"by {when}" if when[0].isdigit() else when, "muted"


_SPECIAL: Final[dict[str, Callable[[Tree, Address, Table, Now], Aside]]] = {
    "release": _release,
    "release_kpi": _kpi,
    "sheet": of_sheet,
    "stage": _stage,
    "level": _level,
    "checklist_item": _to_do,
    "action_item": _to_do,
    "milestone": _dated("actual", "planned"),
    "readout": _dated("held", "planned"),
    "replan": _dated("to"),
    "round": _dated("starts", "ends"),
    "sign_off": of_sign_off,
    "criterion": of_criterion,
    "waiver": _dated("date"),
    "session": _session,
    "capture": _dated("date"),
    "tester": _tester,
    "quota": of_quota,
    "entry": _entry,
    "thanks": _thanks,
    "todo": _todo,
    "next_step": _todo,
}
