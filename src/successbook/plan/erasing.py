"""Erasing what stands in a notebook: the record with all that is in it, and the notes it was taken from."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.errors import Refused
from successbook.plan.belonging import NOTEBOOK_KINDS, in_notebook
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK, kind_name, locate
from successbook.plan.peek import words
from successbook.tree import Address, Change, Edit, Remove, Tree

__all__ = ["erasure", "what_goes"]


def erasure(tree: Tree, at: Address) -> Change:
    """The change that takes a record of a notebook away, for `Workbook.erase`.

    Args:
        tree: a notebook.
        at: the record; of the notebook itself everything goes.

    Raises:
        Refused: it is no record of a notebook.
    """
    place = locate(at)
    if place is None or place.kind.name not in NOTEBOOK_KINDS or not tree.has(place.record):
        raise Refused("there is nothing to erase here", where=str(at))
    if place.kind.name == "notebook":
        names = sorted(filter(in_notebook, tree.files))
        return Change("Erase", tuple(Remove(Address(name)) for name in names))
    edits: list[Edit] = [Remove(each) for each in _notes(tree, place.record)]
    return Change("Erase", (*edits, Remove(place.record)))


def _notes(tree: Tree, record: Address) -> Iterator[Address]:
    """The notes that were taken up into the lines that go: the same words stand in both."""
    name = kind_name(record)
    lines = (
        list(records(tree, KINDS["entry"], record))
        if name == "session"
        else [record]
        if name == "entry"
        else []
    )
    said = {words(tree.table(each), "title") for each in lines} - {""}
    for at in records(tree, KINDS["capture"], NOTEBOOK) if tree.has(NOTEBOOK) else ():
        if words(tree.table(at), "title") in said and tree.get(at.child("taken_up")) is not None:
            yield at


def what_goes(at: Address) -> str:
    """What an erasure takes away, as a sentence before it is done."""
    match kind_name(at):
        case "notebook":
            return "All sessions, lines, notes, actions and questions of this notebook go, and its files."
        case "session":
            return "The session goes with its lines and their notes. Actions you took along stay."
        case "entry":
            return "The line goes with its example, and the note it came from."
    return "It goes with all that was written about it."
