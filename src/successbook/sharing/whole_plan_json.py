"""A whole plan as JSON: every record with its address, its kind and its fields as they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, READINGS, parts_of
from successbook.plan.now import Now
from successbook.sharing.audiences import Audience, may_read, may_read_field
from successbook.tree import Address, Plain, Table, Tree
from successbook.verdicts.telling import plain

__all__ = ["whole_plan_json"]


def whole_plan_json(tree: Tree, title: str, now: Now, audience: Audience) -> str:
    """The plan as an audience may read it, for programs.

    Args:
        tree: the plan.
        title: what it is called.
        now: the day of the export.
        audience: who reads it.
    """
    told = {
        "title": title,
        "day": now.date.isoformat(),
        "for": audience,
        "records": list(_records(tree, audience)),
        "readings": _readings(tree, audience),
    }
    return json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _records(tree: Tree, audience: Audience) -> Iterator[Plain]:
    for kind in KINDS.values():
        if not may_read(audience, kind.name):
            continue
        tables = {part.table for part in parts_of(kind)}
        places = [Address(kind.file)] if kind.name == "plan" else list(records(tree, kind))
        for at in places:
            if not tree.has(at):
                continue
            fields = {
                name: plain(value)
                for name, value in tree.table(at).items()
                if not isinstance(value, Table)
                and name not in tables
                and may_read_field(audience, kind.name, name)
            }
            yield {"address": str(at), "kind": kind.name, "fields": fields}


def _readings(tree: Tree, audience: Audience) -> Plain:
    groups = ("readings", "notes") if audience == "team" else ("readings",)
    return {group: plain(tree.table(Address(READINGS, (group,)))) for group in groups}
