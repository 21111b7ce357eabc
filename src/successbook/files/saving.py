"""Saving a file so that at every moment the old bytes or the new ones are on the disk, whole.

The bytes go to a new file beside the target; they are made durable; what is on the disk is compared with
what was read (the base); one atomic step puts them in place; what that displaced is looked at again; the
folder is made durable. Whatever fails, the target still holds what it held, and whoever wrote to it
meanwhile has lost nothing.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from successbook.errors import ChangedOutside, FileError, NotWritten
from successbook.files.disk import DISK, Disk, kind_of, reason, remedy
from successbook.files.temporary import write_temporary

__all__ = ["Saved", "remove", "save"]

_NO_LINKS: Final = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a save.

    Attributes:
        path: the file that was written: where a link leads to in the end.
        durable: whether a power cut cannot undo it any more; False says "maybe not".
        warnings: what a person should know, each a whole line.
    """

    path: Path
    durable: bool = True
    warnings: tuple[str, ...] = ()


def save(
    path: Path, data: bytes, base: bytes | None, *, within: Path | None = None, disk: Disk = DISK
) -> Saved:
    """Put `data` into the file `path`.

    Args:
        path: the file; a link is followed and stays, its parent folders are made.
        data: all its bytes.
        base: the bytes it is known to hold; None when it is known not to exist.
        within: a folder that the file, links resolved, must lie in.
        disk: the disk.

    Raises:
        ChangedOutside: the file does not hold `base`; nothing was overwritten.
        NotWritten: anything else; the file is as it was.
    """
    with _told(path):
        target = _target(path, within)
        old = _expected(path, target, base, disk)
        if base == data:
            return Saved(target)
        if old is None:
            _make_folders(target.parent, disk)
        temporary, warnings = write_temporary(target, data, old, disk)
        try:
            _expect_bytes(path, target, base, disk)
            exchanged = _put_in_place(path, temporary, target, base, disk)
        except BaseException:
            with suppress(OSError):
                disk.unlink(temporary)
            raise
        if exchanged:
            _look_at_displaced(path, temporary, target, base, disk)
        if old is not None and old.st_nlink > 1:
            warnings += (f"{path}: its other names (hard links) keep the old text",)
        return Saved(target, _folder_is_durable(target.parent, disk), warnings)


def remove(path: Path, base: bytes, *, within: Path | None = None, disk: Disk = DISK) -> Saved:
    """Take the file `path` away, and the folders up to `within` that become empty.

    Raises:
        ChangedOutside: the file does not hold `base`; it is still there.
        NotWritten: anything else; the file is still there.
    """
    with _told(path):
        target = _target(path, within)
        _expected(path, target, base, disk)
        _expect_bytes(path, target, base, disk)
        disk.unlink(path)  # of a link, the link
        durable = _folder_is_durable(path.parent, disk)
        if within is not None:
            _remove_empty_folders(path.parent, within, disk)
        return Saved(path, durable)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotWritten(
            f"cannot be saved: {reason(error)}",
            path=path,
            cause=error,
            remedy=f"{remedy(error)}; nothing is lost yet",
        ) from error


# Before


def _target(path: Path, within: Path | None) -> Path:
    """Where the bytes go: links resolved once, and never out of the plan."""
    try:
        target = Path(os.path.realpath(path, strict=True))
    except FileNotFoundError as error:
        if path.is_symlink():
            raise NotWritten(
                "it is a link to something that is not there",
                path=path,
                cause=error,
                remedy="remove the link",
            ) from error
        target = Path(os.path.realpath(path.parent)) / path.name
    if within is not None and not target.is_relative_to(os.path.realpath(within)):
        raise NotWritten(
            f"it is a link that leads out of the plan, to {target}",
            path=path,
            remedy="open the plan it belongs to, or replace the link by a copy",
        )
    return target


def _expected(path: Path, target: Path, base: bytes | None, disk: Disk) -> os.stat_result | None:
    """What stands at the target now; refuses what a save must not touch."""
    found = disk.look(target)
    if found is None:
        if base is None:
            return None
        raise ChangedOutside(
            "it is gone from the disk", path=path, remedy="write it again, or restore it with git"
        )
    if not stat.S_ISREG(found.st_mode):
        raise NotWritten(
            f"{kind_of(found.st_mode)} has taken its place", path=path, remedy="move it out of the way"
        )
    if base is None:
        raise ChangedOutside("somebody else has made this file", path=path, remedy="open the plan again")
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise NotWritten(
            "it is write-protected",
            path=path,
            cause=PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
            remedy="allow writing (chmod u+w), or work on a copy of the folder",
        )
    return found


def _make_folders(folder: Path, disk: Disk) -> None:
    missing = []
    while disk.look(folder) is None:
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        disk.make_folder(each)
        _folder_is_durable(each.parent, disk)


# In place


def _bytes_at(path: Path, limit: int, disk: Disk) -> bytes | None:
    """What stands at a path now, None when nothing does; a link is not followed."""
    try:
        descriptor = disk.open_to_read(path, follow=False)
    except FileNotFoundError:
        return None
    try:
        return disk.read(descriptor, limit)
    finally:
        disk.close(descriptor)


def _expect_bytes(path: Path, target: Path, base: bytes | None, disk: Disk) -> None:
    if base is not None and _bytes_at(target, len(base) + 1, disk) != base:
        raise _changed(path)


def _not_put(path: Path, unread: OSError | None) -> FileError:
    if unread is None:
        return _changed(path)
    return NotWritten(f"cannot be saved: {reason(unread)}", path=path, cause=unread, remedy=remedy(unread))


def _changed(path: Path) -> ChangedOutside:
    return ChangedOutside(
        "somebody else has changed it since it was read",
        path=path,
        remedy="nothing was overwritten",
    )


def _put_in_place(path: Path, temporary: Path, target: Path, base: bytes | None, disk: Disk) -> bool:
    """Let the new bytes take the name; whether the old ones now stand under the temporary name."""
    if base is None:
        _put_new(path, temporary, target, disk)
        return False
    if disk.exchange(temporary, target):
        return True
    disk.replace(temporary, target)
    return False


def _look_at_displaced(path: Path, temporary: Path, target: Path, base: bytes | None, disk: Disk) -> None:
    """Drop what the exchange displaced if it is what we had read; else somebody wrote in that instant."""
    unread: OSError | None = None
    try:
        if base is not None and _bytes_at(temporary, len(base) + 1, disk) == base:
            with suppress(OSError):  # the new bytes are in place; the old ones are swept at the next start
                disk.unlink(temporary)
            return
    except OSError as error:  # a link, which is not what we had read, or a fault of the disk
        unread = None if error.errno == errno.ELOOP else error
    with suppress(OSError):
        if disk.exchange(temporary, target):  # theirs again, and ours under the temporary name
            with suppress(OSError):
                disk.unlink(temporary)
            raise _not_put(path, unread)
    kept = target.with_name(f"{target.name}.theirs-{os.urandom(4).hex()}")
    with suppress(OSError):
        disk.replace(temporary, kept)
    raise ChangedOutside(
        "somebody else has changed it in the very instant of saving",
        path=path,
        remedy=f"their version is kept as {kept.name}; compare the two",
    )


def _put_new(path: Path, temporary: Path, target: Path, disk: Disk) -> None:
    """Give the new file its name, unless somebody was quicker."""
    try:
        disk.link(temporary, target)
    except FileExistsError as error:
        raise ChangedOutside(
            "somebody else has made this file", path=path, remedy="open the plan again"
        ) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        disk.replace(temporary, target)  # a disk without hard links: we looked a moment ago
    else:
        with suppress(OSError):
            disk.unlink(temporary)


# After


def _folder_is_durable(folder: Path, disk: Disk) -> bool:
    try:
        disk.sync_folder(folder)
    except OSError:
        return False
    return True


def _remove_empty_folders(folder: Path, within: Path, disk: Disk) -> None:
    while folder != within and folder.is_relative_to(within):
        try:
            disk.remove_folder(folder)
        except OSError:
            return
        folder = folder.parent
