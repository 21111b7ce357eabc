"""Edits carried out one by one, so that the next can build on them; tables come and go with their values."""

from __future__ import annotations

from typing import Final

from successbook.errors import Refused
from successbook.plan.kinds import FORMAT, KINDS, READINGS, locate
from successbook.plan.order import neighbour
from successbook.tree import Add, Address, Change, Edit, Remove, Table, Tree, apply

__all__ = ["Drafting"]

_HEADED: Final = frozenset({READINGS, *(kind.file for kind in KINDS.values() if "*" not in kind.file)})
"""The files that say which format they have."""


class Drafting:
    """Edits against a tree.

    Args:
        tree: the plan as it stands.

    Attributes:
        tree: the plan as it will be.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._edits: list[Edit] = []

    def change(self, label: str) -> Change:
        """All edits so far as one named change."""
        return Change(label, tuple(self._edits))

    @property
    def so_far(self) -> tuple[Tree, int]:
        """Where the draft stands, for `back_to`."""
        return self.tree, len(self._edits)

    def back_to(self, mark: tuple[Tree, int]) -> None:
        """Forget what was drafted since `so_far` gave this mark."""
        self.tree, count = mark
        del self._edits[count:]

    def edit(self, edit: Edit) -> None:
        """Carry out a plain edit.

        Raises:
            AddressError, Refused: it does not fit.
        """
        self.tree, _ = apply(self.tree, edit)
        self._edits.append(edit)

    def _make(self, at: Address) -> None:
        """Let a table, and all it stands in, be there."""
        held = self.tree.get(at)
        if isinstance(held, Table):
            return
        if held is not None:
            raise Refused(
                "a single value stands where a table is needed", where=str(at), remedy="remove it first"
            )
        if not at.path:
            self.edit(Add(at, Table({"format": FORMAT}) if at.file in _HEADED else Table()))
            return
        self._make(at.parent)
        self.edit(Add(at, Table(), after=neighbour(self.tree, at, Table())))

    def _prune(self, at: Address) -> None:
        """Take an emptied table away, unless it is a record."""
        while at.path and not self.tree.table(at) and self.tree.has(at) and not _is_record(at):
            self.edit(Remove(at))
            at = at.parent


def _is_record(at: Address) -> bool:
    place = locate(at)
    return place is not None and not place.field
