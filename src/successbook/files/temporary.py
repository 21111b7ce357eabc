"""The new file beside the one that is saved, and what becomes of it when a process dies."""

from __future__ import annotations

import os
import re
import stat
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final

from successbook.files.disk import DISK, Disk

__all__ = ["sweep", "write_temporary"]

_TEMPORARY: Final = re.compile(r"\.successbook-(?P<host>[0-9a-f]{8})-(?P<process>[0-9]+)-[0-9a-f]{16}\.tmp")
_TRIES: Final = 8


def write_temporary(
    target: Path, data: bytes, old: os.stat_result | None, disk: Disk
) -> tuple[Path, tuple[str, ...]]:
    """A durable file with the new bytes beside the target, with the target's mode and owner."""
    temporary, descriptor = _create_temporary(target.parent, 0o666 if old is None else 0o600, disk)
    warnings: tuple[str, ...] = ()
    try:
        try:
            disk.write(descriptor, data)
            if old is not None:
                warnings = _keep_owner_and_mode(target, descriptor, old, disk)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
    except BaseException:
        with suppress(OSError):
            disk.unlink(temporary)
        raise
    return temporary, warnings


def _create_temporary(folder: Path, mode: int, disk: Disk) -> tuple[Path, int]:
    """A new file under a name nobody can guess; a name that is taken, by a link even, is left alone."""
    for attempt in range(1, _TRIES + 1):
        path = folder / f".successbook-{_host()}-{os.getpid()}-{os.urandom(8).hex()}.tmp"
        try:
            return path, disk.create(path, mode)
        except FileExistsError:
            if attempt == _TRIES:
                raise
    raise AssertionError  # not reached


def _keep_owner_and_mode(target: Path, descriptor: int, old: os.stat_result, disk: Disk) -> tuple[str, ...]:
    warnings: tuple[str, ...] = ()
    new = disk.status(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            disk.set_owner(descriptor, old.st_uid, old.st_gid)
        except OSError:
            warnings = (f"{target}: its owner could not be kept; it belongs to you now",)
    disk.set_mode(descriptor, stat.S_IMODE(old.st_mode) & 0o777)
    return warnings


def _host() -> str:
    """This machine in eight characters, so that nobody sweeps away what a process elsewhere is writing."""
    return f"{zlib.crc32(os.fsencode(os.uname().nodename)):08x}"


def sweep(folder: Path, disk: Disk = DISK) -> tuple[str, ...]:
    """Take away the temporary files in `folder` whose process on this machine is no more.

    Returns:
        the names that were taken away. What cannot be looked at or removed is left alone.
    """
    swept = []
    with suppress(OSError):
        for name in disk.names(folder):
            found = _TEMPORARY.fullmatch(name)
            if found and found["host"] == _host() and not _lives(int(found["process"])):
                with suppress(OSError):
                    disk.unlink(folder / name)
                    swept.append(name)
    return tuple(swept)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
