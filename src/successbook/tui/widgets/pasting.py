"""What is pasted into a field of one line: all its lines, joined."""

from __future__ import annotations

from successbook.errors import Refused

__all__ = ["pasted_line"]

_LONGEST = 20_000
"""Characters; beyond that a line is no line."""


def pasted_line(text: str) -> tuple[str, int]:
    """A pasted text as one line, and of how many lines it was made; nothing of it is dropped.

    Raises:
        Refused: it is too long for one line.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    joined = (text if len(text.splitlines()) < 2 else " ".join(lines)).rstrip("\r\n")
    if len(joined) > _LONGEST:
        raise Refused(f"{len(joined):,} characters are too long for one line; nothing was pasted")
    return joined, len(lines)
