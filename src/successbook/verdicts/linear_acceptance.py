"""The verdict on an acceptance test told line by line, before anything else of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from successbook.plan.now import Now, short_date
from successbook.plan.titles import title_of
from successbook.tree import Address, Plain, Tree
from successbook.verdicts.acceptance import Acceptance, acceptance_of
from successbook.verdicts.case_views import CaseView
from successbook.verdicts.criteria import CriterionView
from successbook.verdicts.defects import retest_queue
from successbook.verdicts.telling import INDENT, flat

__all__ = ["acceptance_data", "acceptance_lines"]

_HOLDS = {True: "holds", False: "does not hold", None: "not known"}


def acceptance_lines(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    """The verdict with its causes, how far the test is, criteria, the retest queue and sign-offs."""
    found = acceptance_of(tree, release)
    yield f"{INDENT}Verdict: {found.verdict}"
    for cause in found.causes:
        yield f"{INDENT * 2}{flat(cause.says)} [{cause.at}]"
    if not found.cases:
        yield ""
        return
    yield f"{INDENT}Done: {found.counts.done}"
    yield f"{INDENT}Definite results passed: {found.counts.well}"
    if found.counts.retested:
        yield f"{INDENT}Results of a retest, which count: {found.counts.retested}"
    yield f"{INDENT}Testers: {found.attendance.words}"
    for quota in found.quotas:
        yield f"{INDENT * 2}{flat(title_of(tree, quota.at))}: {quota.words}"
    yield from _criteria(found.criteria)
    yield from _cases(tree, "Nobody passed", found.unpassed)
    yield from _cases(tree, "Need not pass, and did not", found.minor)
    for case, defects in retest_queue(tree, found.uat).items():
        named = ", ".join(flat(title_of(tree, each)) for each in defects)
        yield f"{INDENT}To be tested again: {flat(title_of(tree, case))} ({named})"
    for each in found.signatures:
        on = f", {short_date(each.date, now.date)}" if each.date else ""
        yield f"{INDENT}Signed{on}: {flat(each.sentence)}"
    yield ""


def _criteria(criteria: Sequence[CriterionView]) -> Iterator[str]:
    for name, title in (("entry", "To begin"), ("exit", "To end")):
        for each in criteria:
            if each.list == name:
                yield f"{INDENT}{title}: {flat(each.title)}: {_HOLDS[each.holds]} ({flat(each.says)})"


def _cases(tree: Tree, what: str, cases: Sequence[CaseView]) -> Iterator[str]:
    for each in cases:
        yield f"{INDENT}{what}: {flat(title_of(tree, each.at))} ({flat(each.says)})"


def acceptance_data(tree: Tree, release: Address) -> dict[str, Plain]:
    """The verdict as data."""
    found = acceptance_of(tree, release)
    return {
        "verdict": found.verdict,
        "causes": [{"says": cause.says, "address": str(cause.at)} for cause in found.causes],
        "executed": found.counts.executed,
        "planned": found.counts.planned,
        "definite": found.counts.definite,
        "passed": found.counts.passed,
        "retested": found.counts.retested,
        "came": found.attendance.came,
        "stayed_away": found.attendance.stayed_away,
        "criteria": [_criterion(each) for each in found.criteria],
        "sign_offs": [_signed(found, at) for at in range(len(found.signatures))],
    }


def _criterion(each: CriterionView) -> Plain:
    return {"address": str(each.at), "list": each.list, "holds": _HOLDS[each.holds], "says": each.says}


def _signed(found: Acceptance, number: int) -> Plain:
    each = found.signatures[number]
    return {
        "address": str(each.at),
        "who": each.who,
        "state": each.state,
        "against": each.against,
        "changed": list(each.changed),
    }
