"""Why a disk refuses, and what a person can do about it, in words."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from successbook.files.disk import kind_of, reason, remedy


@pytest.mark.parametrize(
    ("number", "why", "what_to_do"),
    [
        (errno.ENOSPC, "the disk is full", "free some space"),
        (errno.EDQUOT, "your share of the disk is used up", "free some space"),
        (errno.EROFS, "the disk is read-only", "a copy of the folder"),
        (errno.EACCES, "permission denied", "a copy of the folder"),
        (errno.EPERM, "does not permit it", "ask its owner"),
        (errno.EIO, "reports a fault", "have the disk looked at"),
        (errno.ENOENT, "is not there", "moved or deleted"),
        (errno.ENOTDIR, "a file stands where a folder is expected", "move it out of the way"),
        (errno.EISDIR, "a folder stands where a file is expected", "move it out of the way"),
        (errno.ELOOP, "leads back to itself", "remove the link"),
        (errno.ENAMETOOLONG, "its name is too long", "a shorter id"),
        (errno.EMFILE, "too many files are open", "close other programs"),
        (errno.ENFILE, "too many files are open", "close other programs"),
        (errno.EXDEV, "lies on another disk", "save to another place"),
        (errno.EFBIG, "too large for this disk", "save to another place"),
        (errno.ETXTBSY, "another program is using it", "close the other program"),
        (errno.EBUSY, "another program is using it", "close the other program"),
        (errno.ESTALE, "the network folder has changed", "open the plan again"),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_what_the_system_says_is_said_in_words_with_a_way_out(number: int, why: str, what_to_do: str) -> None:
    error = OSError(number, os.strerror(number))
    assert why in reason(error)
    assert reason(error).endswith(f"({errno.errorcode[number]})")
    assert what_to_do in remedy(error)


def test_what_is_not_known_is_said_in_the_systems_words() -> None:
    error = OSError(errno.EPIPE, "Broken pipe")
    assert reason(error) == "Broken pipe (EPIPE)"
    assert remedy(error) == "try again, or save to another place"
    assert reason(OSError("no number")) == "no number"
    assert reason(OSError()) == "OSError"


@pytest.mark.parametrize(
    ("mode", "word"),
    [
        (stat.S_IFDIR, "a folder"),
        (stat.S_IFIFO, "a pipe"),
        (stat.S_IFSOCK, "a socket"),
        (stat.S_IFCHR, "a device"),
        (stat.S_IFBLK, "a device"),
        (stat.S_IFLNK, "a link"),
        (0, "no ordinary file"),
    ],
)
def test_what_is_no_file_has_a_name(mode: int, word: str) -> None:
    assert kind_of(mode | 0o644) == word
