"""Changes: named groups of edits that are done and undone as one."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from successbook.errors import Refused
from successbook.tree.address import Address
from successbook.tree.edits import Add, Edit, Move, Remove, Set, Tree, apply
from successbook.tree.values import same

__all__ = ["Change", "Done", "History", "catching_up", "do"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a person did in one go.

    Attributes:
        label: what it does, in the person's words, such as ``Set target of "Seconds to pay"``.
        edits: the edits, in order.
    """

    label: str
    edits: tuple[Edit, ...]

    def __bool__(self) -> bool:
        return bool(self.edits)

    @property
    def places(self) -> tuple[Address, ...]:
        """Where it happens, in order; for a move both ends."""
        found: list[Address] = []
        for edit in self.edits:
            found.append(edit.at)
            if isinstance(edit, Move) and edit.to != edit.at:
                found.append(edit.to)
        return tuple(found)

    @property
    def files(self) -> frozenset[str]:
        """The files it touches."""
        return frozenset(place.file for place in self.places)


def do(tree: Tree, change: Change) -> tuple[Tree, Change]:
    """Carry out a change, wholly or not at all.

    Returns:
        the new tree, and the change that takes it back to the byte.

    Raises:
        AddressError, Refused: an edit does not fit; `tree` is still what it was.
    """
    inverse: list[Edit] = []
    for edit in change.edits:
        tree, back = apply(tree, edit)
        inverse.append(back)
    return tree, Change(change.label, tuple(reversed(inverse)))


def catching_up(label: str, mine: Tree, theirs: Tree, *, but: Container[str] = ()) -> Change:
    """The change that makes one tree what another is, file by file; empty where they are the same.

    Args:
        label: what it is called.
        mine: the tree to change.
        theirs: what it becomes.
        but: files that stay as they are.
    """
    edits: list[Edit] = []
    for name in sorted({*mine.files, *theirs.files}):
        at, held, wanted = Address(name), mine.files.get(name), theirs.files.get(name)
        if name in but or (held is not None and wanted is not None and same(held, wanted)):
            continue
        if wanted is None:
            edits.append(Remove(at))
        else:
            edits.append(Add(at, wanted) if held is None else Set(at, wanted))
    return Change(label, tuple(edits))


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was carried out, with the one that takes it back."""

    change: Change
    inverse: Change


@dataclass(slots=True)
class History:
    """The changes of a sitting: what can be undone, and what was undone and can be done again; no limit."""

    done: list[Done] = field(default_factory=list)
    undone: list[Done] = field(default_factory=list)

    def do(self, tree: Tree, change: Change) -> Tree:
        """Carry out a change and remember it; what was undone before is forgotten.

        A change without edits is none: nothing is remembered, nothing forgotten.

        Raises:
            AddressError, Refused: it does not fit; nothing has changed.
        """
        if not change:
            return tree
        tree, inverse = do(tree, change)
        self.done.append(Done(change, inverse))
        self.undone.clear()
        return tree

    def forget(self) -> None:
        """Forget every change: nothing can be taken back, and nothing is held that was taken away."""
        self.done.clear()
        self.undone.clear()

    def undo(self, tree: Tree) -> tuple[Tree, Change]:
        """Take the last change back.

        Returns:
            the new tree, and the change that took it back.

        Raises:
            Refused: there is nothing to undo.
        """
        if not self.done:
            raise Refused("there is nothing to undo")
        last = self.done[-1]
        tree, _ = do(tree, last.inverse)
        self.undone.append(self.done.pop())
        return tree, last.inverse

    def redo(self, tree: Tree) -> tuple[Tree, Change]:
        """Do again what was undone last.

        Returns:
            the new tree, and the change that was done again.

        Raises:
            Refused: nothing was undone since the last change.
        """
        if not self.undone:
            raise Refused("there is nothing to redo")
        last = self.undone[-1]
        tree, inverse = do(tree, last.change)
        self.undone.pop()
        self.done.append(Done(last.change, inverse))
        return tree, last.change

    def undo_one(self, tree: Tree, which: Done) -> tuple[Tree, Change]:
        """Take back one change from the middle; it counts as a change of its own and can itself be undone.

        Raises:
            AddressError, Refused: what came later stands in its way; nothing has changed.
        """
        change = Change(f"Undo: {which.change.label}", which.inverse.edits)
        return self.do(tree, change), change
