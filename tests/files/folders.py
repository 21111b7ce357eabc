"""A plan of two files on the disk, and what tells whether they were written."""

from pathlib import Path

from successbook.tree import Add, Address, Remove, Set, Tree, apply

__all__ = ["PLAN", "RELEASE", "TITLE", "edited", "stamps"]

PLAN = b'# Ours\n\nformat = 1\n\n[goals.pays]\ntitle = "Pays"  # yes\nweight = 2\n'
RELEASE = b'format = 1\ntitle = "First"\n'
TITLE = Address("plan.toml", ("goals", "pays", "title"))


def stamp(path: Path) -> tuple[int, int, int, int]:
    """What tells an entry left alone: its inode, kind, rights, size, and when it was written (not read)."""
    found = path.lstat()
    return found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns


def stamps(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """What tells a written file from one that was left alone: its inode, its time, its bytes."""
    return {
        str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def edited(tree: Tree, *edits: Set | Add | Remove) -> Tree:
    """The tree after these edits."""
    for edit in edits:
        tree, _ = apply(tree, edit)
    return tree
