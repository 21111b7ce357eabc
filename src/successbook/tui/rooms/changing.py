"""Changes that rooms make without a field being written: deleting, changing places, names put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from successbook.errors import Refused
from successbook.plan import strange
from successbook.plan.describe import field_named
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, READINGS, Kind, locate
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Remove

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["called", "delete", "delete_reading", "delete_strange", "move", "take_as_meant"]


def delete(workbook: Workbook, record: Address) -> str:
    """Delete a record with its parts; what served it hangs loose, and is shown so.

    Returns:
        a sentence that says so.

    Raises:
        AddressError: there is nothing.
        ReadOnly: its file cannot be changed now.
    """
    tree = workbook.tree
    place = locate(record)
    label = place.kind.label if place is not None else "record"
    title = title_of(tree, record)
    below = len(Hierarchy.of(tree).children.get(record, ()))
    draft = workbook.draft()
    draft.remove(record)
    change = draft.change(f'Delete {label} "{title}"')
    workbook.do(change)
    files = len({each.file for each in change.places} - {record.file})
    loose = (
        f"; {below} that served it now hang loose"
        if below > 1
        else "; what served it now hangs loose"
        if below
        else ""
    )
    also = f" with {counted(files, 'file')} that belonged to it" if files else ""
    return f'Deleted "{title}"{also}{loose}. u brings it back'


def delete_reading(workbook: Workbook, metric: Address, day: str) -> None:
    """Delete the reading of a day, and its remark."""
    draft = workbook.draft()
    for table in ("readings", "notes"):
        draft.put(Address(READINGS, (table, metric.key, day)), None)
    workbook.do(draft.change(f'Delete reading of "{title_of(draft.tree, metric)}"'))


def move(workbook: Workbook, record: Address, siblings: Sequence[Address], direction: int) -> None:
    """Let a record change places with the next one of its kind, or with the one before.

    Args:
        workbook: the open plan.
        record: the record.
        siblings: the records of its kind that stand beside it, itself included.
        direction: 1 for down, -1 for up.

    Raises:
        Refused: it is the last one, or the first.
    """
    at = siblings.index(record) + direction
    if not 0 <= at < len(siblings):
        raise Refused(f"it is the {'last' if direction > 0 else 'first'} of its kind here")
    draft = workbook.draft()
    if direction > 0:
        draft.reorder(record, siblings[at])
    else:
        before = draft.tree.table(record.parent).before(siblings[at].key)
        draft.reorder(record, record.parent.child(before) if before is not None else None)
    workbook.do(draft.change(f'Move "{title_of(draft.tree, record)}"'))


def called(kind: Kind, key: str) -> str:
    """A key of a record as people call it: the label of the field, or the kind of record that it holds."""
    field = field_named(kind, key)
    if field is not None:
        return field.label
    return next((each.plural for each in KINDS.values() if each.table == key), key)


def take_as_meant(workbook: Workbook, at: Address) -> str:
    """Take what stands at a strange key as what it probably means.

    Returns:
        the key at which it stands now.

    Raises:
        ReadOnly: its file cannot be changed now.
        Refused: no field is called like it.
    """
    draft, place = workbook.draft(), locate(at)
    key = strange.take_as_meant(draft, at).key
    label = called(place.kind, key) if place is not None else key
    workbook.do(draft.change(f'Take "{at.key}" as {label} of "{title_of(draft.tree, at.parent)}"'))
    return key


def delete_strange(workbook: Workbook, at: Address) -> None:
    """Delete what stands at a key that no field has.

    Raises:
        ReadOnly: its file cannot be changed now.
    """
    draft = workbook.draft()
    draft.edit(Remove(at))
    workbook.do(draft.change(f'Delete "{at.key}" from "{title_of(draft.tree, at.parent)}"'))
