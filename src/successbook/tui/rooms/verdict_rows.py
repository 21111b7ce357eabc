"""The rows of the verdict on an acceptance test: what it is, why, and everything that it follows from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from successbook.plan.now import Now, short_date
from successbook.plan.titles import title_of
from successbook.text import capital, counted
from successbook.tree import Address, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.acceptance import Acceptance, Cause
from successbook.verdicts.case_views import CaseView
from successbook.verdicts.defects import DefectView, retest_queue
from successbook.verdicts.metrics import Tone

__all__ = ["ALL", "VERDICT_COLUMNS", "VerdictKey", "headline", "verdict_rows"]

VERDICT_COLUMNS = (Column(at_least=1, at_most=1, firm=True), Column(grow=True))
ALL: Final = "show all "
"""What a line does that stands for others; the name of what it stands for follows."""
_MANY: Final = 10
"""Lines of one kind that are shown at first: nobody reads hundreds, and each of them is wrapped."""
_HOLDS: Final = {True: ("✓", "good"), False: ("✗", "bad"), None: ("?", "unknown")}


@dataclass(frozen=True, slots=True)
class VerdictKey:
    """A line of the verdict.

    Attributes:
        at: where Enter leads; None for nowhere.
        does: what Enter does instead: ``sign``, ``retest``, ``answer`` a criterion, or show all of something.
        line: tells lines apart.
    """

    at: Address | None
    does: str = ""
    line: int = 0


Told = TypeVar("Told")
Line = tuple[str, str, tuple[Cell, ...], Address | None, str]
"""Mark, its role, what is said, where it leads, what it does."""


def headline(found: Acceptance) -> str:
    """The verdict with the number of its reasons: ``Not accepted, 2 reasons``."""
    if found.accepted or not found.cases:
        return capital(found.verdict)
    return f"{capital(found.verdict)}, {counted(len(found.causes), 'reason')}"


def verdict_rows(tree: Tree, found: Acceptance, now: Now, opened: frozenset[str] = frozenset()) -> list[Row]:
    """Everything that is said about a verdict, the causes first.

    Args:
        tree: the plan.
        found: the verdict.
        now: the day.
        opened: what is shown whole, however much it is: what follows `ALL` in what a line does.
    """
    rows: list[Row] = []
    for number, (mark, role, cells, at, does) in enumerate(_lines(tree, found, now, opened)):
        key = VerdictKey(at, does, number)
        selectable = at is not None or bool(does)
        rows.append(Row(key, (Cell(mark, role), cells), selectable=selectable))
    return rows


def _lines(tree: Tree, found: Acceptance, now: Now, opened: frozenset[str]) -> Iterator[Line]:
    yield from _counts(found)
    yield from _few(tree, list(_causes(found)), _cause, "reasons", opened)
    if not found.cases:
        yield "", "", _said("What do people try, and when does it pass? a adds a case", "muted"), None, ""
    yield from _aside(tree, found, opened)
    yield from _people(tree, found)
    yield from _criteria(found)
    yield from _defects(tree, found, opened)
    yield from _signed(found, now)


def _causes(found: Acceptance) -> Iterator[tuple[Tone, Cause]]:
    """Everything that speaks against it, else the exceptions, each with how bad it is."""
    if found.cases:
        yield from (("bad", cause) for cause in found.failures)
        yield from (("careful", cause) for cause in found.gaps)
    yield from (("good", cause) for cause in found.exceptions)


def _cause(tree: Tree, told: tuple[Tone, Cause]) -> Line:
    del tree
    tone, cause = told
    if tone == "good":
        return "▪", "careful", _said(cause.says), cause.at, ""
    return "✗" if tone == "bad" else "…", tone, _said(capital(cause.says), tone), cause.at, ""


def _said(text: str, role: str = "") -> tuple[Cell, ...]:
    return (Cell(text, role, wrap=True),)


def _heading(text: str) -> Iterator[Line]:
    yield "", "", (Cell(""),), None, ""
    yield "", "", (Cell(text, "heading"),), None, ""


def _counts(found: Acceptance) -> Iterator[Line]:
    counts = found.counts
    yield "", "", _said(f"{counts.done} done, {counts.well} definite passed", "strong"), None, ""
    if counts.retested:
        results = counted(counts.retested, "result counts", "results count")
        said = f"{results} from a retest: of each tester the latest round of a case"
        yield "", "", _said(said, "muted"), None, ""


def _few(
    tree: Tree,
    items: Sequence[Told],
    tell: Callable[[Tree, Told], Line],
    name: str,
    opened: frozenset[str],
) -> Iterator[Line]:
    """A line for each of the first of many, and one that says how many more there are and shows them."""
    most = _MANY if len(items) > _MANY + 1 and name not in opened else len(items)
    yield from (tell(tree, each) for each in items[:most])
    if rest := len(items) - most:
        yield "▸", "accent", _said(f"{rest} more {name}", "accent"), None, f"{ALL}{name}"


def _aside(tree: Tree, found: Acceptance, opened: frozenset[str]) -> Iterator[Line]:
    """Should- and could-cases that did not pass, and cases that nobody passed."""
    told = {cause.at for cause in (*found.failures, *found.gaps)}
    both = {each.at: each for each in (*found.minor, *found.unpassed)}
    shown = [each for each in both.values() if each.at not in told and not (each.must and each.exempt)]
    if shown:
        yield from _heading("Does not decide")
    yield from _few(tree, shown, _minor, "such cases", opened)


def _minor(tree: Tree, case: CaseView) -> Line:
    nobody = "nobody passed it: " if not case.passed_by else ""
    cells = (
        Cell(f"{title_of(tree, case.at)}  ", wrap=True),
        Cell(f"{nobody}{case.says}", "muted", wrap=True),
    )
    return "✗" if case.outcome == "failed" else "?", "careful", cells, case.at, ""


def _people(tree: Tree, found: Acceptance) -> Iterator[Line]:
    yield from _heading(f"Testers: {found.attendance.words}")
    for each in found.quotas:
        mark, role = (
            ("?", "unknown") if each.wanted is None else ("✓", "good") if each.met else ("…", "careful")
        )
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


def _defects(tree: Tree, found: Acceptance, opened: frozenset[str]) -> Iterator[Line]:
    still = [each for each in found.defects if each.open]
    queue = retest_queue(tree, found.uat)
    if still:
        yield from _heading(f"Defects still open: {len(still)}")
    yield from _few(tree, still, _defect, "defects", opened)
    if queue:
        cases = f"{counted(len(queue), 'case waits', 'cases wait')} for a retest"
        yield (
            "▸",
            "accent",
            _said(f"{cases}: x runs {'it' if len(queue) == 1 else 'them'}", "accent"),
            None,
            "retest",
        )


def _defect(tree: Tree, defect: DefectView) -> Line:
    blocks = "blocks, " if defect.blocking else ""
    said = Cell(f"{blocks}{defect.state or 'open'}", "bad" if defect.stops else "muted", wrap=True)
    return "", "", (Cell(f"{title_of(tree, defect.at)}  ", wrap=True), said), defect.at, ""


def _signed(found: Acceptance, now: Now) -> Iterator[Line]:
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
