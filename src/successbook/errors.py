"""Every error a person can meet, as one tree.

``str(error)`` is the whole message: one line that says what happened, where, and what to do.
Whoever catches `SuccessbookError` can show it as it is.

    SuccessbookError
    ├── Refused              an edit or a request that cannot be carried out
    │   ├── AddressError     an address that is malformed or names nothing
    │   ├── CycleError       a record would come to serve itself
    │   └── ReadOnly         what would change cannot be changed now
    ├── FileError            a file: what is wrong with it, on which line
    │   ├── NotReadable      encoding, syntax, size, depth, not a regular file, gone
    │   ├── NotWritten       a write failed; what was on the disk is still there
    │   └── ChangedOutside   somebody else wrote the file; nothing was overwritten
    ├── SettingsError        a theme, a keymap, a guide or a settings file
    └── UsageError           the command line
"""

from __future__ import annotations

from pathlib import Path

from successbook.text import one_line

__all__ = [
    "AddressError",
    "ChangedOutside",
    "CycleError",
    "FileError",
    "NotReadable",
    "NotWritten",
    "ReadOnly",
    "Refused",
    "SettingsError",
    "SuccessbookError",
    "UsageError",
]


class SuccessbookError(Exception):
    """The root: a sentence for a person.

    Args:
        what: what happened, a clause without a full stop.
        where: the file, line, key or address, if there is one.
        remedy: what to do about it, a clause without a full stop.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.what}" if self.where else self.what
        return one_line(f"{sentence}; {self.remedy}" if self.remedy else sentence)


class Refused(SuccessbookError):
    """An edit or a request that cannot be carried out; nothing has changed."""


class AddressError(Refused):
    """An address that is malformed, or that names nothing in this plan."""


class CycleError(Refused):
    """A record would come to serve itself, directly or through others."""


class ReadOnly(Refused):
    """What would change cannot be changed now: an unreadable file, a folder without write permission."""


class FileError(SuccessbookError):
    """Something about one file.

    Args:
        what: what is wrong, a clause.
        path: the file as the person knows it.
        line: the line it stands on, counted from 1, when known.
        remedy: what to do about it.
    """

    def __init__(self, what: str, *, path: Path | str, line: int | None = None, remedy: str = "") -> None:
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(what, where=where, remedy=remedy)
        self.path = Path(path)
        self.line = line

    def said_of(self, name: str) -> str:
        """The same with another name of the file: on a screen of one plan its place in the plan is enough."""
        where = f"{name}:{self.line}" if self.line else name
        return str(SuccessbookError(self.what, where=where, remedy=self.remedy))


class NotReadable(FileError):
    """A file that cannot be read as a part of a plan; it stays as it is and is never rewritten."""


class NotWritten(FileError):
    """A write failed. What was on the disk before is still there, whole; the change is kept in memory."""

    def __init__(
        self,
        what: str,
        *,
        path: Path | str,
        cause: OSError | None = None,
        line: int | None = None,
        remedy: str = "",
    ) -> None:
        super().__init__(what, path=path, line=line, remedy=remedy)
        self.cause = cause


class ChangedOutside(FileError):
    """The file on the disk is not the one that was read. Nothing was overwritten."""


class SettingsError(SuccessbookError):
    """A theme, a keymap, a guide or a settings file that cannot be used as it stands."""


class UsageError(SuccessbookError):
    """The command line asks for something that it does not know."""
