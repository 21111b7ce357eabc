"""Swap two names in one step, where the system can: Linux with renameat2(2), macOS with renamex_np(2).

Python has no function for it. After the swap what was displaced is still there, under the other name, so
whatever another program wrote in the last instant before a save can be seen and given back.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

__all__ = ["exchange"]

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2
_NOT_OFFERED: Final = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Swap what two names stand for.

    Returns:
        whether it was done; False when this system, or the disk, does not offer it.

    Raises:
        OSError: it is offered, and failed.
    """
    import ctypes  # here, for whoever only reads plans does not need it

    try:
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            result = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            result = library.renamex_np(first, second, _RENAME_SWAP)
        else:
            return False
    except (AttributeError, OSError, TypeError):  # no such function, or no such way to reach the C library
        return False
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_OFFERED:
        return False
    raise OSError(number, os.strerror(number), str(one))
