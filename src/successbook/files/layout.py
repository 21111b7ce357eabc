"""Which file holds what, and which names in a folder are a plan's own.

Names are posix paths relative to the plan's folder. Only what matches a pattern is ever looked at, so other
files may lie beside a plan, and a link that leads in a circle is not followed far: no pattern is deeper
than four names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from successbook.errors import FileError, NotReadable
from successbook.files.disk import DISK, Disk, reason, remedy
from successbook.plan.near import nearest
from successbook.text import one_line

__all__ = ["NOTEBOOK_FILES", "PLAN_FILES", "Listing", "belongs", "home_of", "is_plan", "listing", "misspelt"]

PLAN_FILES: Final = (
    "plan.toml",
    "readings.toml",
    "tracking.toml",
    "stakeholders.toml",
    "releases/*/release.toml",
    "releases/*/uat.toml",
    "releases/*/results/*.toml",
    "releases/*/defects/*.toml",
)
"""The files of a plan, shared with colleagues."""

NOTEBOOK_FILES: Final = ("notebook.toml", "reflections/*.toml")
"""The files of a person's own notebook."""

_MARKS: Final = ("plan.toml", "notebook.toml", "stakeholders.toml", "releases", "reflections")
"""What a folder holds at least one of when it is a plan or a notebook."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds.

    Attributes:
        names: the files that belong to it, sorted, whether or not they can be read.
        troubles: for names that cannot be listed or cannot belong to a plan, why.
    """

    names: tuple[str, ...] = ()
    troubles: dict[str, FileError] = field(default_factory=dict)


def is_plan(folder: Path) -> bool:
    """Whether a plan or a notebook lies in a folder."""
    return any(os.path.lexists(folder / name) for name in _MARKS)


def belongs(name: str, patterns: tuple[str, ...] = PLAN_FILES) -> bool:
    """Whether a file of this name is one of the patterns' files."""
    return any(_matches(name, pattern) for pattern in patterns)


def _matches(name: str, pattern: str) -> bool:
    parts, wanted = name.split("/"), pattern.split("/")
    return len(parts) == len(wanted) and all(map(_part_matches, parts, wanted))


def _part_matches(part: str, wanted: str) -> bool:
    if wanted == "*":
        return bool(part) and not part.startswith(".")
    if wanted.startswith("*"):
        return part.endswith(wanted[1:]) and not part.startswith(".")
    return part == wanted


def home_of(path: Path, patterns: tuple[str, ...] = PLAN_FILES) -> Path:
    """The folder of the plan that a path belongs to: that of the file, or the path itself."""
    if path.is_dir():
        return path
    for folder in path.parents:
        if belongs(path.relative_to(folder).as_posix(), patterns):
            return folder
    return path.parent if path.suffix == ".toml" else path


def listing(folder: Path, patterns: tuple[str, ...] = PLAN_FILES, *, disk: Disk = DISK) -> Listing:
    """The files in `folder` that belong to a plan.

    A name that is not UTF-8 is a trouble of its own and keeps nothing else from being listed.

    Raises:
        NotReadable: the folder itself cannot be looked into.
    """
    try:
        disk.names(folder)
    except OSError as error:
        raise NotReadable(f"cannot be opened: {reason(error)}", path=folder, remedy=remedy(error)) from error
    found = Listing()
    names: set[str] = set()
    for pattern in patterns:
        names.update(_walk(folder, "", pattern.split("/"), found.troubles, disk))
    return Listing(tuple(sorted(names)), found.troubles)


def _walk(
    folder: Path, prefix: str, parts: list[str], troubles: dict[str, FileError], disk: Disk
) -> Iterator[str]:
    wanted, rest = parts[0], parts[1:]
    for name in _names(folder / prefix, wanted, prefix, troubles, disk):
        path = f"{prefix}{name}"
        if not _is_utf8(name):
            shown = one_line(path)
            troubles[shown] = NotReadable("its name is not UTF-8", path=folder / shown, remedy="rename it")
        elif rest:
            yield from _walk(folder, f"{path}/", rest, troubles, disk)
        else:
            yield path


def _names(
    folder: Path, wanted: str, prefix: str, troubles: dict[str, FileError], disk: Disk
) -> Iterator[str]:
    """The names in one folder that a part of a pattern stands for."""
    if "*" not in wanted:
        with suppress(OSError):
            if disk.look(folder / wanted) is not None:
                yield wanted
        return
    try:
        yield from (name for name in disk.names(folder) if _part_matches(name, wanted))
    except (FileNotFoundError, NotADirectoryError) as error:
        if (
            prefix.count("/") == 1
        ):  # `releases` itself; a file beside the folders of releases is nobody's concern
            troubles[prefix.rstrip("/")] = _no_folder(folder, error)
    except OSError as error:
        troubles[prefix.rstrip("/")] = _no_folder(folder, error)


def _no_folder(folder: Path, error: OSError) -> NotReadable:
    return NotReadable(f"cannot be looked into: {reason(error)}", path=folder, remedy=remedy(error))


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def misspelt(
    folder: Path, patterns: tuple[str, ...] = (*PLAN_FILES, *NOTEBOOK_FILES), *, disk: Disk = DISK
) -> dict[str, str]:
    """Files and folders of a plan that nothing reads, each with the name that it seems to stand for.

    Only where what is meant is not there: a copy beside its original is nobody's concern, and other files may
    lie beside a plan.
    """
    found: dict[str, str] = {}
    todo = [("", [pattern.split("/") for pattern in patterns])]
    while todo:
        prefix, left = todo.pop()
        try:
            names = [name for name in disk.names(folder / prefix) if _is_utf8(name)]
        except OSError:  # it is no folder, or `listing` says why it cannot be looked into
            continue
        known = {parts[0] for parts in left}
        free = [each for each in known if "*" not in each and each not in names]
        for name in sorted(names):
            below = [parts[1:] for parts in left if parts[1:] and _part_matches(name, parts[0])]
            if below:
                todo.append((f"{prefix}{name}/", below))
            elif not any(_part_matches(name, each) for each in known) and (meant := _meant(name, free)):
                found[f"{prefix}{name}"] = f"{prefix}{meant}"
    return found


def _meant(name: str, free: list[str]) -> str | None:
    """The one of some names that another stands for; what comes before the ending is compared."""
    stem, dot, ending = name.rpartition(".")
    if ending.casefold() == "toml" and dot:
        return f"{found}.toml" if (found := nearest(stem, _stems(free))) else None
    return None if dot else nearest(name, [each for each in free if "." not in each])


def _stems(names: list[str]) -> list[str]:
    return [each.removesuffix(".toml") for each in names if each.endswith(".toml")]
