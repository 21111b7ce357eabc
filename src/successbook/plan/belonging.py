"""To which release or notebook a record belongs, and what its id is; told by its address alone."""

from __future__ import annotations

from typing import Final

from successbook.plan.kinds import KINDS, NOTEBOOK, locate
from successbook.tree import Address

__all__ = ["NOTEBOOK_KINDS", "acceptance_test_of", "id_of", "in_notebook", "release_of"]

_SESSIONS: Final = KINDS["session"].file.partition("*")[0]


def id_of(record: Address) -> str:
    """The id of a record; that of a whole file is in the file's name."""
    place = locate(record)
    return place.id if place is not None else record.key


def release_of(at: Address | None) -> Address | None:
    """The release that a record is, or belongs to; None where it belongs to none."""
    place = locate(at) if at is not None else None
    if place is None:
        return None
    return place.record if place.kind.name == "release" else KINDS["uat"].holder_near(place.record)


def acceptance_test_of(at: Address | None) -> Address | None:
    """The acceptance test of the release that a record is, or belongs to; it may not be there."""
    release = release_of(at)
    return KINDS["uat"].at("", release) if release is not None else None


def in_notebook(file: str) -> bool:
    """Whether a file is a notebook's: personal, and shown to nobody who does not own it."""
    return file == NOTEBOOK.file or file.startswith(_SESSIONS)


NOTEBOOK_KINDS: Final = frozenset(kind.name for kind in KINDS.values() if in_notebook(kind.file))
"""The kinds of record that stand in a notebook."""
