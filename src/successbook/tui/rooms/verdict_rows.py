"""The rows of the verdict on an acceptance test: what it is, why, and everything that it follows from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.now import Now, short_date
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.acceptance import Acceptance
from successbook.verdicts.defects import retest_queue

__all__ = ["VERDICT_COLUMNS", "VerdictKey", "headline", "verdict_rows"]

VERDICT_COLUMNS = (Column(at_least=1, at_most=1, firm=True), Column(grow=True))
_HOLDS: Final = {True: ("✓", "good"), False: ("✗", "bad"), None: ("?", "unknown")}


@dataclass(frozen=True, slots=True)
class VerdictKey:
    """A line of the verdict.

    Attributes:
        at: where Enter leads; None for nowhere.
        does: what Enter does instead: ``sign``, ``retest``, or ``answer`` a criterion.
        line: tells lines apart.
    """

    at: Address | None
    does: str = ""
    line: int = 0


Line = tuple[str, str, tuple[Cell, ...], Address | None, str]
"""Mark, its role, what is said, where it leads, what it does."""


def headline(found: Acceptance) -> str:
    """The verdict with the number of its reasons: ``Not accepted, 2 reasons``."""
    if found.accepted or not found.cases:
        return capital(found.verdict)
    count = len(found.causes)
    return f"{capital(found.verdict)}, {count} {'reason' if count == 1 else 'reasons'}"


def verdict_rows(tree: Tree, found: Acceptance, now: Now) -> list[Row]:
    """Everything that is said about a verdict, the causes first."""
    rows: list[Row] = []
    for number, (mark, role, cells, at, does) in enumerate(_lines(tree, found, now)):
        key = VerdictKey(at, does, number)
        selectable = at is not None or bool(does)
        rows.append(Row(key, (Cell(mark, role), cells), selectable=selectable))
    return rows


def _lines(tree: Tree, found: Acceptance, now: Now) -> Iterator[Line]:
    yield from _counts(found)
    for tone, causes in (("bad", found.failures), ("careful", found.gaps)):
        for cause in causes if found.cases else ():
            yield ("✗" if tone == "bad" else "…"), tone, _said(capital(cause.says), tone), cause.at, ""
    for cause in found.exceptions:
        yield "▪", "careful", _said(cause.says), cause.at, ""
    if not found.cases:
        yield "", "", _said("What do people try, and when does it pass? a adds a case", "muted"), None, ""
    yield from _aside(tree, found)
    yield from _people(tree, found)
    yield from _criteria(found)
    yield from _defects(tree, found)
    yield from _signed(tree, found, now)


def _said(text: str, role: str = "") -> tuple[Cell, ...]:
    return (Cell(text, role, wrap=True),)


def _heading(text: str) -> Iterator[Line]:
    yield "", "", (Cell(""),), None, ""
    yield "", "", (Cell(text, "heading"),), None, ""


def _counts(found: Acceptance) -> Iterator[Line]:
    counts = found.counts
    yield "", "", _said(f"{counts.done} done, {counts.well} definite passed", "strong"), None, ""
    if counts.retested:
        are = "result counts" if counts.retested == 1 else "results count"
        said = f"{counts.retested} {are} from a retest: of each tester the latest round of a case"
        yield "", "", _said(said, "muted"), None, ""


def _aside(tree: Tree, found: Acceptance) -> Iterator[Line]:
    """Should- and could-cases that did not pass, and cases that nobody passed."""
    shown = list(dict.fromkeys([*found.minor, *found.unpassed]))
    told = {cause.at for cause in (*found.failures, *found.gaps)}
    shown = [each for each in shown if each.at not in told and not (each.must and each.exempt)]
    if shown:
        yield from _heading("Does not decide")
    for each in shown:
        nobody = "nobody passed it: " if not each.passed_by else ""
        cells = (
            Cell(f"{title_of(tree, each.at)}  ", wrap=True),
            Cell(f"{nobody}{each.says}", "muted", wrap=True),
        )
        yield "✗" if each.outcome == "failed" else "?", "careful", cells, each.at, ""


def _people(tree: Tree, found: Acceptance) -> Iterator[Line]:
    yield from _heading(f"Who came: {found.attendance.words}")
    for each in found.quotas:
        mark, role = ("✓", "good") if each.met else ("…", "careful")
        cells = (Cell(f"{title_of(tree, each.at)}  ", wrap=True), Cell(each.words, "muted", wrap=True))
        yield mark, role, cells, each.at, ""
    if not found.quotas and not found.attendance.came + found.attendance.open + found.attendance.stayed_away:
        yield "", "", _said("Who tests? A adds a tester", "muted"), None, ""


def _criteria(found: Acceptance) -> Iterator[Line]:
    for name, title in (("entry", "To begin"), ("exit", "To end"), ("", "In no list yet")):
        here = [
            each for each in found.criteria if (each.list if each.list in ("entry", "exit") else "") == name
        ]
        if here:
            yield from _heading(title)
        for each in here:
            mark, role = _HOLDS[each.holds]
            cells = (Cell(f"{each.title}  ", wrap=True), Cell(each.says, "muted", wrap=True))
            yield mark, role, cells, each.at, "answer" if each.asked else ""


def _defects(tree: Tree, found: Acceptance) -> Iterator[Line]:
    still = [each for each in found.defects if each.open]
    queue = retest_queue(tree, found.uat)
    if still:
        yield from _heading(f"Defects still open: {len(still)}")
    for each in still:
        blocks = "blocks, " if each.blocking else ""
        said = Cell(f"{blocks}{each.state or 'open'}", "bad" if each.stops else "muted", wrap=True)
        yield "", "", (Cell(f"{title_of(tree, each.at)}  ", wrap=True), said), each.at, ""
    if queue:
        cases = f"{len(queue)} {'case waits' if len(queue) == 1 else 'cases wait'} for a retest"
        yield (
            "▸",
            "accent",
            _said(f"{cases}: x runs {'it' if len(queue) == 1 else 'them'}", "accent"),
            None,
            "retest",
        )


def _signed(tree: Tree, found: Acceptance, now: Now) -> Iterator[Line]:
    del tree
    if not found.cases:
        return
    yield from _heading("Signed" if found.signatures else "Signed by nobody yet")
    for each in found.signatures:
        on = f", {short_date(each.date, now.date)}" if each.date else ""
        bad = each.challenged or each.stale
        who = ", ".join(filter(None, (each.who, each.role)))
        _, _, rest = each.sentence.partition(": ")
        mark, role = ("✗", "bad") if bad else ("✓", "good") if each.sealed else ("?", "unknown")
        cells = (Cell(f"{who}{on}  ", wrap=True), Cell(rest, role if bad else "muted", wrap=True))
        yield mark, role, cells, each.at, ""
    yield "▸", "accent", _said("y signs what was tested, as it is now", "accent"), None, "sign"
