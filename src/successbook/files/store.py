"""A small TOML file of the person's own: read whole, written at every change, whoever else writes to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from successbook.errors import ChangedOutside, FileError, NotReadable, Refused, SettingsError
from successbook.files.disk import Disk
from successbook.files.reading import Style, encode, parse_bytes, read_bytes
from successbook.files.saving import save
from successbook.files.writing import Writer
from successbook.tree import Table

__all__ = ["Store"]

_LARGEST: Final = 1 << 20
_NO_HOME: Final = SettingsError(
    "there is no home folder, so nothing is remembered", remedy="set HOME to have settings kept"
)


class Store:
    """One small TOML file, as far as there is a place for it.

    Args:
        path: the file; None when there is no place for one.
        disk: where it lies.

    Attributes:
        table: what it holds.
        problem: why it cannot be read or kept, if so.
    """

    def __init__(self, path: Path | None, disk: Disk) -> None:
        self.path = path
        self.table = Table()
        self.problem: SettingsError | None = None if path else _NO_HOME
        self._disk = disk
        self._base: bytes | None = None
        self._style = Style()
        self._read()

    def _read(self) -> None:
        if self.path is None:
            return
        try:
            if self._disk.look(self.path) is None:
                self._base, self._style, self.table = None, Style(), Table()
                return
            self._base = read_bytes(self.path, _LARGEST, disk=self._disk)
            self.table, self._style = parse_bytes(self._base, self.path)
            self.problem = None
        except NotReadable as error:
            self.problem = SettingsError(error.what, where=error.where, remedy=error.remedy)
        except OSError as error:
            self.problem = SettingsError(f"cannot be read: {error.strerror}", where=str(self.path))

    def change(self, edit: Callable[[Table], Table]) -> SettingsError | None:
        """Change the table in memory and on the disk; why the disk could not follow, or None."""
        self.table = edit(self.table)
        if self.path is None or self.problem is not None:
            return self.problem
        try:
            try:
                self._save(self.path)
            except ChangedOutside:  # another window was quicker: the change goes on top of theirs
                self._read()
                self.table = edit(self.table)
                if self.problem is None:
                    self._save(self.path)
        except (FileError, Refused) as error:
            return SettingsError(error.what, where=error.where, remedy=error.remedy)
        return self.problem

    def _save(self, path: Path) -> None:
        data = encode(Writer().render(self.table), self._style)
        save(path, data, self._base, disk=self._disk)
        self._base = data
