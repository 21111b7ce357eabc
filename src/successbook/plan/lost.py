"""Files that are gone while files of what belongs to them are there: a release without its `release.toml`.

Results and defects are seen through their acceptance test, that through its release, and sessions through
their notebook. Where such a file is not there, or cannot be read, an empty record stands for it, so that all
the rest can be seen and changed.
"""

from __future__ import annotations

from collections.abc import Collection

from successbook.plan.kinds import locate
from successbook.tree import Address, Table, Tree

__all__ = ["lost_files", "with_lost_files", "without_empty"]

_EMPTY = Table()


def lost_files(names: Collection[str]) -> tuple[str, ...]:
    """The files that should be there because of others, in the order of those.

    Args:
        names: the files that are there.
    """
    found: dict[str, None] = {}
    for name in names:
        at: Address | None = Address(name)
        while at is not None and (place := locate(at)) is not None:
            at = place.kind.holder_near(place.record)
            if at is not None and at.file not in names:
                found[at.file] = None
    return tuple(found)


def with_lost_files(tree: Tree) -> Tree:
    """The tree with an empty record for each of its lost files; the same tree where there are none."""
    lost = lost_files(tree.files)
    if not lost:
        return tree
    whole = {**tree.files, **dict.fromkeys(lost, _EMPTY)}
    return Tree({name: whole[name] for name in sorted(whole)})


def without_empty(tree: Tree, names: Collection[str]) -> Tree:
    """The tree as it is kept on a disk: without those of the named files that are still empty."""
    still = [name for name in names if name in tree.files and not tree.files[name]]
    return Tree({name: table for name, table in tree.files.items() if name not in still}) if still else tree
