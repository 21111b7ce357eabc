"""Results that are kept because what they follow from is immutable: while it is the same object, so are they.

A plan changes by new tables in place of old ones, and all others stay the very objects they were. So after an
edit only what follows from a changed table is worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Generic, TypeVar

from successbook.tree import Tree

__all__ = ["Kept", "once_a_tree"]

V = TypeVar("V")


class Kept(Generic[V]):
    """Results by a key, each good while the objects it follows from are the very same.

    Args:
        limit: how many are kept; past it all are dropped, and worked out again when asked for.
    """

    def __init__(self, limit: int = 20_000) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], V]] = {}
        self._limit = limit

    def of(self, key: Hashable, sources: tuple[object, ...], work: Callable[[], V]) -> V:
        """The result of `work`.

        Args:
            key: which result it is; sources alone do not tell, since one table may stand at two addresses.
            sources: the objects that the result follows from; they are kept with it, so that none of them can
                be replaced by another with the same identity.
            work: works the result out.
        """
        found = self._kept.get(key)
        if found is not None and all(map(_is, found[0], sources)) and len(found[0]) == len(sources):
            return found[1]
        if len(self._kept) >= self._limit:
            self._kept.clear()
        result = work()
        self._kept[key] = (sources, result)
        return result


def _is(one: object, other: object) -> bool:
    return one is other


def once_a_tree(work: Callable[[Tree], V]) -> Callable[[Tree], V]:
    """A function of a tree that is worked out once for the latest one; its result must not be changed."""
    kept: list[tuple[Tree, V]] = []

    @wraps(work)
    def of(tree: Tree) -> V:
        latest = kept[0] if kept else None
        if latest is None or latest[0] is not tree:
            latest = (tree, work(tree))
            kept[:] = [latest]
        return latest[1]

    return of
