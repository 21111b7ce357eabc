"""The one thin layer between this program and the disk.

Everything that reads or writes a plan goes through a `Disk`, so that a test can let any single system call
fail, write too little or be the last one of the process. What `os` does is not changed, with one exception:
a call that a signal interrupted is made again (a close is not: on Linux the descriptor is gone by then, see
close(2)).
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from successbook.files.exchange import exchange

__all__ = ["DISK", "Disk", "kind_of", "reason", "remedy"]

P = ParamSpec("P")
T = TypeVar("T")

_CHUNK: Final = 1 << 20
_READ: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)


class Disk:
    """The system calls, each under a name; `call` is the seam for faults."""

    def call(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Make one system call. Whoever overrides this sees every one of them go by, with its name."""
        del operation
        return function(*args, **kwargs)

    def _again(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        while True:
            with suppress(InterruptedError):
                return self.call(operation, function, *args, **kwargs)

    def open_to_read(self, path: Path, *, follow: bool = True) -> int:
        """A descriptor that never blocks, not even on a pipe; `follow`: whether a link may lead there."""
        return self._again("open", os.open, path, _READ if follow else _READ | _NO_FOLLOW)

    def create(self, path: Path, mode: int) -> int:
        """A descriptor of a new file: fails when anything, even a link, has that name."""
        return self._again("create", os.open, path, _CREATE | _NO_FOLLOW, mode)

    def read(self, descriptor: int, limit: int) -> bytes:
        """All that can be read, up to `limit` bytes."""
        chunks: list[bytes] = []
        left = limit
        while left > 0 and (chunk := self._again("read", os.read, descriptor, min(left, _CHUNK))):
            chunks.append(chunk)
            left -= len(chunk)
        return b"".join(chunks)

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of `data`, in as many calls as it takes."""
        rest = memoryview(data)
        while rest:
            written = self._again("write", os.write, descriptor, rest)
            if not written:
                raise OSError(errno.EIO, "nothing could be written")
            rest = rest[written:]

    def status(self, descriptor: int) -> os.stat_result:
        """What is open under a descriptor."""
        return self._again("fstat", os.fstat, descriptor)

    def find(self, path: Path) -> os.stat_result:
        """What a name leads to in the end, links followed."""
        return self._again("stat", os.stat, path)

    def look(self, path: Path) -> os.stat_result | None:
        """What has this name, links not followed; None when nothing has."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return self._again("lstat", os.lstat, path)
        return None

    def set_mode(self, descriptor: int, mode: int) -> None:
        """Give an open file its permissions."""
        self._again("fchmod", os.fchmod, descriptor, mode)

    def set_owner(self, descriptor: int, user: int, group: int) -> None:
        """Give an open file its owner and group."""
        self._again("fchown", os.fchown, descriptor, user, group)

    def sync(self, descriptor: int) -> None:
        """Return when what was written is on the medium."""
        self._again("fsync", os.fsync, descriptor)

    def close(self, descriptor: int) -> None:
        """Close once."""
        with suppress(InterruptedError):
            self.call("close", os.close, descriptor)

    def exchange(self, one: Path, other: Path) -> bool:
        """Swap two names in one step; False where the system does not offer it."""
        return self._again("exchange", exchange, one, other)

    def replace(self, source: Path, target: Path) -> None:
        """Let `source` take the place of `target` in one step."""
        self._again("rename", os.replace, source, target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; fails when the name is taken."""
        self._again("link", os.link, source, target, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        self._again("unlink", os.unlink, path)

    def make_folder(self, path: Path) -> None:
        """Make one folder; one that is there already is fine."""
        with suppress(FileExistsError):
            self._again("mkdir", os.mkdir, path)

    def remove_folder(self, path: Path) -> None:
        """Take an empty folder away."""
        self._again("rmdir", os.rmdir, path)

    def names(self, path: Path) -> list[str]:
        """The names in a folder, sorted."""
        return sorted(self._again("listdir", os.listdir, path))

    def sync_folder(self, path: Path) -> None:
        """Return when the names in a folder are on the medium."""
        descriptor = self._again("open_folder", os.open, path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        try:
            self._again("fsync_folder", os.fsync, descriptor)
        finally:
            os.close(descriptor)


DISK: Final = Disk()
"""The disk as it is."""


_REASONS: Final[dict[int, tuple[str, str]]] = {
    errno.ENOENT: ("it is not there", "look whether it was moved or deleted"),
    errno.ENOTDIR: ("a file stands where a folder is expected", "move it out of the way"),
    errno.EISDIR: ("a folder stands where a file is expected", "move it out of the way"),
    errno.EACCES: ("permission denied", "ask its owner for access, or work on a copy of the folder"),
    errno.EPERM: (
        "the system does not permit it",
        "ask its owner for access, or work on a copy of the folder",
    ),
    errno.EROFS: ("the disk is read-only", "work on a copy of the folder"),
    errno.ENOSPC: ("the disk is full", "free some space, or save to another place"),
    errno.EIO: ("the disk reports a fault", "save to another place, and have the disk looked at"),
    errno.ELOOP: (
        "it is a link where a file is expected, or a link that leads back to itself",
        "remove the link",
    ),
    errno.ENAMETOOLONG: ("its name is too long for this disk", "choose a shorter id"),
    errno.EMFILE: ("too many files are open", "close other programs and try again"),
    errno.ENFILE: ("too many files are open", "close other programs and try again"),
    errno.EXDEV: ("it lies on another disk", "save to another place"),
    errno.ETXTBSY: ("another program is using it", "close the other program and try again"),
    errno.EBUSY: ("another program is using it", "close the other program and try again"),
    errno.EFBIG: ("it is too large for this disk", "save to another place"),
    errno.EDQUOT: ("your share of the disk is used up", "free some space, or save to another place"),
    errno.ESTALE: ("the network folder has changed under us", "open the plan again"),
}


def reason(error: OSError) -> str:
    """Why a system call failed, in words, with the system's own name for it."""
    name = errno.errorcode.get(error.errno or 0, "")
    words = _REASONS.get(error.errno or 0, (error.strerror or str(error) or type(error).__name__, ""))[0]
    return f"{words} ({name})" if name else words


def remedy(error: OSError) -> str:
    """What a person can do about it."""
    return _REASONS.get(error.errno or 0, ("", "try again, or save to another place"))[1]


def kind_of(mode: int) -> str:
    """What a name stands for, by its mode: "a pipe", "a folder"."""
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
        stat.S_IFLNK: "a link",
    }
    return kinds.get(stat.S_IFMT(mode), "no ordinary file")
