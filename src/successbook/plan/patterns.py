"""Patterns of file names, in which each ``*`` stands for an id: ``releases/*/release.toml``."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["filled", "ids_in"]


@lru_cache(maxsize=16_384)
def ids_in(pattern: str, file: str) -> tuple[str, ...] | None:
    """The ids in the name of a file of this pattern, or None when it is no such file."""
    wanted, parts = pattern.split("/"), file.split("/")
    if len(wanted) != len(parts):
        return None
    found = []
    for want, part in zip(wanted, parts, strict=True):
        if "*" not in want:
            if want != part:
                return None
            continue
        _, _, tail = want.partition("*")
        id_ = part.removesuffix(tail) if tail else part
        if id_ in ("", ".", "..") or (tail and not part.endswith(tail)):
            return None
        found.append(id_)
    return tuple(found)


def filled(pattern: str, ids: tuple[str, ...]) -> str:
    """A pattern with its ``*`` replaced by ids, in order."""
    for id_ in ids:
        pattern = pattern.replace("*", id_, 1)
    return pattern
