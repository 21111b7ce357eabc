"""What is said beside the parts of an acceptance test, which follows from its verdict."""

from __future__ import annotations

from successbook.plan.belonging import release_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.acceptance import Acceptance, acceptance_of
from successbook.verdicts.results import PASSED

__all__ = ["of_criterion", "of_quota", "of_sheet", "of_sign_off"]

Aside = tuple[str, str]
_HOLDS = {True: ("holds", "good"), False: ("does not hold", "bad"), None: ("not known yet", "unknown")}


def _judged(tree: Tree, record: Address) -> Acceptance | None:
    release = release_of(record)
    return acceptance_of(tree, release) if release is not None else None


def of_criterion(tree: Tree, record: Address, table: Table, _now: Now) -> Aside:
    """Whether it holds, and to which list it belongs."""
    judged = _judged(tree, record)
    found = next((each for each in judged.criteria if each.at == record), None) if judged else None
    if found is None:
        return words(table, "list"), "muted"
    said, tone = _HOLDS[found.holds]
    return f"{found.list}: {said}" if found.list else said, tone


def of_quota(tree: Tree, record: Address, _table: Table, _now: Now) -> Aside:
    """How many came of those who are wanted."""
    judged = _judged(tree, record)
    found = next((each for each in judged.quotas if each.at == record), None) if judged else None
    if found is None or found.wanted is None:
        return (found.words, "unknown") if found is not None else ("", "muted")
    return found.words, "good" if found.met else "careful"


def of_sign_off(tree: Tree, record: Address, table: Table, now: Now) -> Aside:
    """How it stands, and since when."""
    judged = _judged(tree, record)
    found = next((each for each in judged.signatures if each.at == record), None) if judged else None
    if found is None:
        return words(table, "role"), "muted"
    on = f", {now.relative(found.date)}" if found.date is not None else ""
    return f"{found.state}{on}", "bad" if found.challenged or found.stale else "muted"


def of_sheet(tree: Tree, record: Address, table: Table, _now: Now) -> Aside:
    """How many cases passed, and how many did not; or that nobody came."""
    states = [words(tree.table(at), "state") for at in records(tree, KINDS["result"], record)]
    passed = sum(state in PASSED for state in states)
    bad = sum(state in ("failed", "blocked") for state in states)
    if table.get("showed_up") is False or (states and set(states) == {"did not show"}):
        return "did not come", "careful"
    if not states:
        return "no result yet", "muted"
    if len(set(states)) == 1 and states[0] and not passed:
        return states[0], "bad" if bad else "muted"
    return f"{passed} of {len(states)} passed{f', {bad} not' if bad else ''}", "bad" if bad else "muted"
