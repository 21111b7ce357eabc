"""Carrying on: what a release leaves open goes into the next one, and says there and here that it did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from successbook.errors import Refused
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of
from successbook.text import folded
from successbook.tree import Add, Address, Table, Tree, Value

__all__ = ["GROUPS", "Carried", "Group", "carry"]

Group = Literal["action item", "known error", "target not met", "waived case", "open risk", "next read-out"]

GROUPS: Final[dict[Group, str]] = {
    "action item": "thing to do",
    "known error": "risk",
    "target not met": "KPI with its benchmark",
    "waived case": "test case",
    "open risk": "risk",
    "next read-out": "read-out",
}
"""What is carried on, and what it becomes in the next release."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that the next release takes over.

    Attributes:
        group: what it is.
        at: the record it comes from.
        text: what it says, on one line.
        day: its day: until when it is due, or when the read-out is.
        fields: the fields that the record in the next release begins with.
    """

    group: Group
    at: Address
    text: str
    day: dt.date | None = None
    fields: tuple[tuple[str, Value], ...] = ()


def carry(
    draft: Draft,
    release: Address,
    items: Sequence[Carried],
    *,
    into: Address | None = None,
    title: str = "",
    fields: Mapping[str, Value] | None = None,
) -> Address:
    """Take what is left open over into another release, a new one unless it is there.

    Records that can say so keep to which release they were carried on, so that they are not due twice.

    Args:
        draft: what is being changed.
        release: the release that is looked back on.
        items: what is taken over.
        into: a release that is there already.
        title: the title of a new one.
        fields: further fields of a new one.

    Returns:
        the release that goes on.

    Raises:
        Refused: it would carry on into itself, or a new one has no title.
    """
    if into == release:
        raise Refused("a release cannot carry on into itself", remedy="choose another, or a new one")
    if into is None and not title.strip():
        raise Refused("the next release has no title", remedy="what ships next?")
    to = into or draft.add(KINDS["release"], title, fields=fields)
    place = locate(to)
    for item in items:
        _CARRIERS[item.group](draft, item, release, to)
        source = locate(item.at)
        if source is not None and source.kind.name in _MARKED and place is not None:
            draft.put(item.at.child("carried_to"), place.id)
    return to


_MARKED: Final = ("action_item", "incident", "risk", "readout")


def _action(draft: Draft, item: Carried, _release: Address, to: Address) -> None:
    table = draft.tree.table(item.at)
    ticket = words(table, "ticket")
    title = f"{title_of(draft.tree, item.at)}{f' ({ticket})' if ticket else ''}"
    fields: dict[str, Value] = {}
    if owners := "; ".join(people(table, "owners")):
        fields["owner"] = owners
    if item.day is not None:
        fields["due"] = item.day
    if not _there(draft.tree, "checklist_item", to, title):
        draft.add(KINDS["checklist_item"], title, inside=to, fields=fields)


def _error(draft: Draft, item: Carried, _release: Address, to: Address) -> None:
    table = draft.tree.table(item.at)
    title = f"Known error: {title_of(draft.tree, item.at)}"
    if not _there(draft.tree, "risk", to, title):
        fields: dict[str, Value] = {"mitigation": words(table, "residual"), "state": "open"}
        draft.add(KINDS["risk"], title, inside=to, fields=fields)


def _risk(draft: Draft, item: Carried, _release: Address, to: Address) -> None:
    table, title = draft.tree.table(item.at), title_of(draft.tree, item.at)
    if not _there(draft.tree, "risk", to, title):
        kept = {name: table[name] for name in ("mitigation", "owner", "state") if name in table}
        draft.add(KINDS["risk"], title, inside=to, fields=kept)


def _target(draft: Draft, item: Carried, _release: Address, to: Address) -> None:
    at = KINDS["release_kpi"].at(item.at.key, to)
    if not draft.tree.has(at):
        draft.add(KINDS["release_kpi"], inside=to, id_=item.at.key)
    for name, value in item.fields:
        if draft.tree.get(at.child(name)) is None:
            draft.put(at.child(name), value)


def _case(draft: Draft, item: Carried, _release: Address, to: Address) -> None:
    """A copy of the case, all its steps with it: it is tried again."""
    test = KINDS["uat"].at("", to)
    at = KINDS["case"].at(item.at.key, test)
    if draft.tree.has(at):
        return
    table = draft.tree.table(item.at)
    draft.add(KINDS["case"], inside=test, id_=item.at.key)
    for name, value in table.items():
        if isinstance(value, Table):
            draft.edit(Add(at.child(name), value, after=_last(draft, at)))
        else:
            draft.put(at.child(name), value)


def _last(draft: Draft, at: Address) -> str | None:
    keys = list(draft.tree.table(at))
    return keys[-1] if keys else None


def _readout(draft: Draft, item: Carried, release: Address, to: Address) -> None:
    title = f"{item.text}, of {title_of(draft.tree, release)}"
    if _there(draft.tree, "readout", to, title):
        return
    fields: dict[str, Value] = dict(item.fields)
    if item.day is not None:
        fields["planned"] = item.day
    draft.add(KINDS["readout"], title, inside=to, fields=fields)


def _there(tree: Tree, kind: str, release: Address, title: str) -> bool:
    """Whether a release has a record of that title already."""
    wanted = folded(title)
    return any(folded(title_of(tree, at)) == wanted for at in records(tree, KINDS[kind], release))


_CARRIERS: Final[dict[Group, Callable[[Draft, Carried, Address, Address], None]]] = {
    "action item": _action,
    "known error": _error,
    "target not met": _target,
    "waived case": _case,
    "open risk": _risk,
    "next read-out": _readout,
}
