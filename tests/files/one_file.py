"""One file that is saved over: what it held, what it shall hold, what somebody else writes."""

from pathlib import Path

__all__ = ["NEW", "OLD", "THEIRS", "everything_in"]

OLD, NEW, THEIRS = b"old = 1\n", b"new = 2\n" * 50, b"theirs = 3\n"


def everything_in(folder: Path) -> list[str]:
    """The names of all that lies in a folder, left-overs included."""
    return sorted(each.name for each in folder.iterdir())
