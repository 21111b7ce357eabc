"""All that is wrong with the files of a plan: their names, what cannot be read, and what stands in them."""

from __future__ import annotations

from successbook.files.folder import PlanFolder
from successbook.files.layout import misspelt
from successbook.tree import Tree
from successbook.verdicts.findings import Finding, findings, of_files, unreadable

__all__ = ["wrong_with"]


def wrong_with(folder: PlanFolder, tree: Tree) -> list[Finding]:
    """What `check` finds, in no order.

    Args:
        folder: the files as they are on the disk.
        tree: what stands in them, or will when what is in memory is saved.
    """
    names = {*folder.bytes, *folder.unreadable, *tree.files}
    found = [*findings(tree), *of_files(names, misspelt(folder.path))]
    newer = {each.at.file for each in found if each.rule == "future-format"}
    broken = (unreadable(name, error) for name, error in folder.unreadable.items() if name not in newer)
    return [*broken, *found]
