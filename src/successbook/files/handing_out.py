"""Writing what leaves a plan: new files where the person says, never over anything by accident."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from successbook.errors import ChangedOutside, NotWritten, Refused
from successbook.files.disk import DISK, Disk, reason
from successbook.files.layout import NOTEBOOK_FILES, PLAN_FILES, belongs
from successbook.files.reading import read_bytes
from successbook.files.saving import save
from successbook.tree.ids import slug

__all__ = ["Document", "free_folder", "hand_out", "safe_name", "write_document"]

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that are devices on Windows, with any ending (learn.microsoft.com, "Naming files")."""
_OF_PLANS: Final = ("releases", "reflections")
_TRIES: Final = 999


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand out.

    Attributes:
        name: its name, without a folder.
        data: its bytes.
    """

    name: str
    data: bytes


def safe_name(*parts: str) -> str:
    """A file's name made of words of a plan, without an ending: no path, no device, good on every system."""
    found = "--".join(filter(None, (slug(part, words=9) for part in parts))) or "document"
    return f"{found}-file" if _RESERVED.fullmatch(found) else found


def write_document(
    path: Path, data: bytes, *, plan: Path | None = None, over: bool = False, disk: Disk = DISK
) -> None:
    """Write one file.

    Args:
        path: where; its folder must be there, or can be made.
        data: its bytes.
        plan: the plan's folder, whose own files are never written over.
        over: whether a file that is there is replaced.
        disk: the disk.

    Raises:
        Refused: a file stands there, the name is a device's, or it is a place of the plan itself.
        NotWritten: the system refuses.
    """
    _expect_good(path, plan)
    try:
        found = disk.look(path)
        base = read_bytes(path, limit=1 << 30, disk=disk) if found is not None and over else None
        if found is not None and not over:
            raise Refused(
                "there is something already", where=str(path), remedy="choose another name, or --overwrite"
            )
        save(path, data, base, disk=disk)
    except ChangedOutside as error:
        raise Refused(error.what, where=str(path), remedy="choose another name") from error
    except OSError as error:
        raise NotWritten(f"cannot be written: {reason(error)}", path=path, cause=error) from error
    except NotWritten as error:
        raise NotWritten(
            error.what.replace("saved", "written"),
            path=path,
            cause=error.cause,
            remedy="name another place",
        ) from error


def _expect_good(path: Path, plan: Path | None) -> None:
    if _RESERVED.fullmatch(path.name) or path.name.endswith((" ", ".")):
        raise Refused(f'no file can be called "{path.name}" everywhere', remedy="choose another name")
    if plan is None:
        return
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(plan))
    if real.is_relative_to(home):
        name = real.relative_to(home).as_posix()
        if belongs(name, (*PLAN_FILES, *NOTEBOOK_FILES)) or name.partition("/")[0] in _OF_PLANS:
            raise Refused(
                "this is a place of the plan itself", where=str(path), remedy="name one beside the plan"
            )


def free_folder(beside: Path, name: str) -> Path:
    """A folder beside a plan that is not there yet: the name, else the name with a number."""
    for number in range(1, _TRIES):
        path = beside.parent / (name if number == 1 else f"{name}-{number}")
        if not os.path.lexists(path):
            return path
    return beside.parent / name


def hand_out(
    folder: Path,
    documents: Sequence[Document],
    *,
    plan: Path | None = None,
    over: bool = False,
    disk: Disk = DISK,
) -> list[Path]:
    """Write documents into a folder, which is made; where they are.

    Nothing is written when one of them would take the place of something else.

    Raises:
        Refused: a file stands there already, or it is a place of the plan itself.
        NotWritten: the system refuses.
    """
    paths = [folder / document.name for document in documents]
    for path in paths:
        _expect_good(path, plan)
        if not over and os.path.lexists(path):
            raise Refused(
                "there is something already", where=str(path), remedy="choose another folder, or --overwrite"
            )
    for path, document in zip(paths, documents, strict=True):
        write_document(path, document.data, plan=plan, over=over, disk=disk)
    return paths
