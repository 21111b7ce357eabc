"""Revising a metric: the new value, and the record that keeps date, old, new and because, in one change."""

from __future__ import annotations

import datetime as dt

from successbook.errors import AddressError, Refused
from successbook.plan.answers import expect_field, expect_record
from successbook.plan.drafts import Draft, normal
from successbook.plan.kinds import KINDS, Place, locate
from successbook.plan.now import Now
from successbook.plan.wording import worded
from successbook.tree import Address, Tree, Value, same

__all__ = ["reset_baseline", "revise"]

_SAY_WHY = "a revision keeps its reason: say it in a sentence"


def revise(
    draft: Draft, metric: Address, field: str, new: Value | None, because: str, date: dt.date
) -> Address:
    """Give a field of a metric, or of one of its targets, a new value, and keep what it was and why.

    Args:
        draft: what is being changed.
        metric: the metric.
        field: the field: ``title``, ``baseline``, or with its place in the metric ``targets.summer.value``.
        new: what holds from now on; None where nothing does.
        because: why.
        date: the day of the revision.

    Returns:
        the address of the revision.

    Raises:
        AddressError: there is no such metric or field.
        Refused: nobody says why, or it is what it was.
    """
    expect_record(draft.tree, metric, KINDS["metric"])
    at = metric.child(*field.split("."))
    place = _place(draft.tree, metric, at)
    described = expect_field(place.kind, place.field[0])
    before, after = draft.tree.get(at), normal(described.control, new)
    if not because.strip():
        raise Refused("nobody says why", where=str(at), remedy=_SAY_WHY)
    if before is None and after is None:
        raise Refused("there is nothing to revise", where=str(at))
    if before is not None and after is not None and same(before, after):
        raise Refused("it is what it was", where=str(at), remedy="give a new value")
    old = _said(draft.tree, at, place, date)
    draft.put(at, after)
    fields: dict[str, Value] = {
        "date": date,
        "old": old,
        "new": _said(draft.tree, at, place, date),
        "because": because,
    }
    return draft.add(KINDS["revision"], inside=metric, fields=fields)


def reset_baseline(draft: Draft, metric: Address, new: Value | None, because: str, date: dt.date) -> Address:
    """Take the baseline of a metric anew, and keep the one that held before, until when, and why.

    The day of the new baseline is `date`; the window that the old one was taken in goes with it.

    Args:
        draft: what is being changed.
        metric: the metric.
        new: where it stands now.
        because: why.
        date: the day on which it was taken.

    Returns:
        the address of the earlier baseline.

    Raises:
        AddressError: there is no such metric.
        Refused: nobody says why, there was none, or there is no new one.
    """
    expect_record(draft.tree, metric, KINDS["metric"])
    at = metric.child("baseline")
    before = draft.tree.get(at)
    if not because.strip():
        raise Refused("nobody says why", where=str(at), remedy=_SAY_WHY)
    if before is None or new is None:
        raise Refused(
            "there is no earlier baseline" if before is None else "there is no new baseline",
            where=str(at),
            remedy="write the baseline down first" if before is None else "give a new value",
        )
    fields: dict[str, Value] = {"value": before, "date": date, "because": " ".join(because.split())}
    kept = draft.add(KINDS["reset"], inside=metric, fields=fields)
    draft.put(at, new)
    draft.put(metric.child("baseline_date"), date)
    for name in ("baseline_from", "baseline_to"):
        draft.put(metric.child(name), None)
    return kept


def _place(tree: Tree, metric: Address, at: Address) -> Place:
    """The record and field that stand at `at`, of the metric or of one of its targets.

    Raises:
        AddressError: there is none.
    """
    place = locate(at)
    fits = place is not None and place.kind.name in ("metric", "target") and len(place.field) == 1
    if place is None or not fits or at == metric:
        raise AddressError(
            "no field stands here", where=str(at), remedy="such as baseline, or targets.ID.value"
        )
    expect_record(tree, place.record, place.kind)
    return place


def _said(tree: Tree, at: Address, place: Place, date: dt.date) -> str:
    """A value on one line; what is no title is named: ``Target value: 60 s``."""
    described = expect_field(place.kind, place.field[0])
    text = " ".join(worded(tree, at, described, Now(date)).text.split()) or "nothing"
    if place.kind.name == "target":
        return f"Target {described.label.lower()}: {text}"
    return text if at.key == "title" else f"{described.label}: {text}"
