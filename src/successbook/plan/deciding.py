"""What people do about an unexpected result: write it down, decide, note a moment, close it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from successbook.errors import Refused
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Value

__all__ = ["REACTIONS", "close", "decide", "note_moment", "write_unexpected"]

REACTIONS: Final = {
    "fix forward": "Leave it on, and fix it",
    "pause": "Nobody new gets it; the launch log says so too",
    "roll back": "Everybody gets what was there before; the launch log says so too",
    "monitor": "Leave it on, and keep looking",
    "accept": "Live with it, and say why",
}
"""What may be decided, with what it means."""


def write_unexpected(
    draft: Draft, release: Address, moment: dt.datetime, fields: Mapping[str, Value | None]
) -> Address:
    """Write down an unexpected result, seen at this moment unless its fields say otherwise."""
    known = {name: value for name, value in fields.items() if value is not None and name != "title"}
    title = fields.get("title")
    seen: dict[str, Value] = {"detected": moment.date(), "time": moment.time()}
    return draft.add(
        KINDS["incident"], title if isinstance(title, str) else "", inside=release, fields={**seen, **known}
    )


def note_moment(draft: Draft, incident: Address, moment: dt.datetime, title: str) -> Address:
    """A line of the timeline.

    Raises:
        Refused: nothing is said.
    """
    if not title.strip():
        raise Refused("nothing is said", remedy="what happened?")
    fields: dict[str, Value] = {"date": moment.date(), "time": moment.time()}
    kind = KINDS["incident_event"]
    id_ = draft.new_id(kind, f"{moment:%Y-%m-%d-%H%M}", incident)
    return draft.add(kind, title, inside=incident, fields=fields, id_=id_)


def decide(
    draft: Draft,
    incident: Address,
    moment: dt.datetime,
    decision: str,
    by: Value | None,
    because: Value | None,
) -> None:
    """Keep what was decided, by whom and why; what was decided before stays in the timeline.

    Raises:
        Refused: nothing of that name can be decided.
    """
    if decision not in REACTIONS:
        raise Refused(f'"{decision}" is no decision', remedy=f"one of {', '.join(REACTIONS)}")
    draft.put(incident.child("decision"), decision)
    draft.put(incident.child("decided_by"), by)
    draft.put(incident.child("because"), because)
    who = f", {by}" if isinstance(by, str) else ""
    note_moment(draft, incident, moment, f"Decided: {decision}{who}")


def close(draft: Draft, incident: Address, moment: dt.datetime, residual: Value | None) -> None:
    """Close it, with what stays wrong."""
    draft.put(incident.child("closed"), moment.date())
    draft.put(incident.child("residual"), residual)
    note_moment(draft, incident, moment, "Closed")
