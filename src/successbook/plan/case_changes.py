"""Changes of several cases at once, and copies of one: what a table of cases is edited with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from successbook.errors import Refused
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import people
from successbook.tree import Address, Table, Value

__all__ = ["BULK", "change_cases", "duplicate_case", "waive_cases"]

BULK: Final = {
    "priority": "must, should or could",
    "section": "the part they belong to",
    "environment": "where they are tried",
    "role": "as whom",
    "add tags": "words that help to find them",
    "drop tags": "words they shall lose",
    "test_data": "with which data",
    "data_expires": "until when the data are good",
}
"""What can be changed of several cases, with what it is about."""
_NOT_COPIED: Final = ("number", "not_known")


def change_cases(draft: Draft, cases: Iterable[Address], what: str, value: Value | None) -> None:
    """Give a field of several cases one value, or take it away with None.

    Args:
        draft: the plan.
        cases: the cases.
        what: a key of `BULK`; tags are a text of words with commas between them.
        value: the value.

    Raises:
        Refused: it is no such thing.
    """
    if what not in BULK:
        raise Refused(f'"{what}" cannot be changed of several cases')
    for at in cases:
        if what in ("add tags", "drop tags"):
            _tags(draft, at, value if isinstance(value, str) else "", drop=what == "drop tags")
        else:
            draft.put(at.child(what), value)


def _tags(draft: Draft, at: Address, said: str, *, drop: bool) -> None:
    named = [each.strip() for each in said.split(",") if each.strip()]
    held = people(draft.tree.table(at), "tags")
    kept = [each for each in held if not drop or each not in named]
    kept += [each for each in dict.fromkeys(named) if not drop and each not in held]
    if tuple(kept) != held:
        draft.put(at.child("tags"), tuple(kept) or None)


def duplicate_case(draft: Draft, case: Address) -> Address:
    """Add a copy of a case behind it, with its steps; the number it has elsewhere stays with the first one.

    Two cases may have one title. The copy's results are its own: it has none.
    """
    table = draft.tree.table(case)
    parts = {kind.table for kind in KINDS.values() if kind.inside == "case" and kind.table}
    title = table.get("title")
    fields = {
        name: value
        for name, value in table.items()
        if name not in (*_NOT_COPIED, "title") and not (name in parts and isinstance(value, Table))
    }
    said = title if isinstance(title, str) else ""
    at = draft.add(KINDS["case"], said, inside=Address(case.file), after=case, fields=fields)
    for kind in KINDS.values():
        for part in list(records(draft.tree, kind, case)) if kind.inside == "case" and kind.table else ():
            draft.add(kind, inside=at, id_=part.key, fields=dict(draft.tree.table(part)))
    return at


def waive_cases(draft: Draft, uat: Address, cases: Sequence[Address], fields: dict[str, Value]) -> int:
    """Add a waiver for each of some cases that has none; how many were added.

    Args:
        draft: the plan.
        uat: the acceptance test.
        cases: the cases.
        fields: who waives them, why and when.
    """
    waived = {draft.tree.table(at).get("case") for at in records(draft.tree, KINDS["waiver"], uat)}
    left = [at for at in cases if at.key not in waived]
    for at in left:
        draft.add(
            KINDS["waiver"], inside=uat, id_=_free(draft, uat, at.key), fields={"case": at.key, **fields}
        )
    return len(left)


def _free(draft: Draft, uat: Address, wanted: str) -> str:
    """The case's id for its waiver, unless that is taken: then one is minted."""
    return "" if draft.tree.has(uat.child("waivers", wanted)) else wanted
