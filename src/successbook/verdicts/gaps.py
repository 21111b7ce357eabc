"""What lies between what a stakeholder expects and what they were told."""

from __future__ import annotations

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, words
from successbook.tree import Address, Tree
from successbook.verdicts.agreements import agreement_of
from successbook.verdicts.expectations import updates_of

__all__ = ["gap_in_words"]


def gap_in_words(tree: Tree, stakeholder: Address, release: Address | None, now: Now) -> str:
    """What lies between what a stakeholder expects and what they were told, a sentence without a full stop.

    A gap that somebody wrote down is said as it is; else what follows from what is there and what is not.
    """
    table = tree.table(stakeholder)
    written = words(table, "gap")
    if written:
        return " ".join(written.split()).rstrip(".")
    expects, told = words(table, "expects"), words(table, "told")
    if not expects and not told:
        return "nobody has asked what they expect, and nobody has told them what to expect"
    if not told:
        return "they expect something, and were not told what to expect"
    if not expects:
        return "they were told what to expect, and nobody asked what they do"
    moved = _moved_since(tree, stakeholder, release, now)
    if moved:
        return moved
    if release is not None and agreement_of(tree, stakeholder, release, now).state == "agreed":
        return "both are written down, and they agreed"
    return "both are written down, and nobody has said what lies between them"


def _moved_since(tree: Tree, stakeholder: Address, release: Address | None, now: Now) -> str:
    """That the release has a new date of which they have not heard."""
    if release is None:
        return ""
    moved = [
        (on, to)
        for at in records(tree, KINDS["replan"], release)
        if (on := day(tree.table(at), "decided")) is not None
        and (to := day(tree.table(at), "to")) is not None
        and on <= now.date
    ]
    if not moved:
        return ""
    decided, to = max(moved)
    heard = [on for on, _, _ in updates_of(tree, stakeholder) if on <= now.date]
    since = day(tree.table(stakeholder), "since")
    if (since is not None and since > decided) or (heard and heard[-1] >= decided):
        return ""
    return f"they have not heard since the release was moved to {short_date(to, now.date)}"
