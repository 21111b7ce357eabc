"""Holding a read-out: what was called success, and where each KPI stands, are kept as of that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Value

__all__ = ["VERDICTS", "hold_readout", "verdict_word"]

VERDICTS: Final = (
    "met", "moving", "flat", "wrong way", "missed", "too early to say", "too few readings", "no data",
)  # fmt: skip
"""The verdicts that a read-out can keep."""

_KEPT: Final = {
    "within": "met",
    "above limit": "wrong way",
    "below limit": "wrong way",
    "not moved": "flat",
    "not yet": "moving",
    "too early": "too early to say",
    "too few to say": "too few readings",
    "blocked": "no data",
    "establishing": "no data",
    "unknown": "no data",
}


def verdict_word(word: str) -> str | None:
    """How a read-out keeps a verdict; None where that word says nothing about the KPI."""
    return word if word in VERDICTS else _KEPT.get(word)


def hold_readout(
    draft: Draft,
    readout: Address,
    day: dt.date,
    success: tuple[str, dt.date | None],
    kpis: Sequence[tuple[str, Value | None, str]],
) -> None:
    """Write a read-out down as it stands; what somebody wrote into it before stays.

    Args:
        draft: what is being changed.
        readout: the read-out.
        day: the day it is held.
        success: what was called success, and when.
        kpis: for each KPI its id, where it is, and the word for that.
    """
    draft.put(readout.child("held"), day)
    sentence, said = success
    known: dict[str, Value | None] = {
        "success_was": sentence or None,
        "success_said": said if sentence else None,
    }
    for name, value in known.items():
        if draft.tree.get(readout.child(name)) is None and value is not None:
            draft.put(readout.child(name), value)
    for key, now, word in kpis:
        at = KINDS["readout_kpi"].at(key, readout)
        if not draft.tree.has(at):
            draft.add(KINDS["readout_kpi"], inside=readout, id_=key)
        for name, value in (("now", now), ("verdict", verdict_word(word))):
            if draft.tree.get(at.child(name)) is None and value is not None:
                draft.put(at.child(name), value)
