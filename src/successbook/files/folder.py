"""A plan's folder: opened whole, file by file, and written back only where something changed."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from successbook.errors import FileError, NotReadable, NotWritten, Refused
from successbook.files.disk import DISK, Disk
from successbook.files.layout import NOTEBOOK_FILES, PLAN_FILES, home_of, listing
from successbook.files.limits import MAX_BYTES
from successbook.files.reading import Style, conflict_line, decode, encode, parse, read_bytes
from successbook.files.temporary import sweep
from successbook.plan.kinds import FORMAT
from successbook.tree import Table, Tree, same

if TYPE_CHECKING:
    from successbook.files.saving import Saved
    from successbook.files.writing import Writer

__all__ = ["PlanFolder", "Written"]

_EMPTY: Final = Table()


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing a plan; false when nothing had to be written.

    Attributes:
        names: the files that were written or taken away.
        normalised: those among them that had been laid out by hand and have the usual layout now.
        warnings: what a person should know, each a whole line.
    """

    names: tuple[str, ...] = ()
    normalised: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names)


@dataclass(slots=True)
class _File:
    """A file as it is on the disk: its bytes, what they mean, how they are laid out, who renders it."""

    data: bytes
    table: Table
    style: Style
    by_hand: bool = False
    _writer: Writer | None = None

    def writer(self) -> Writer:
        """Who renders it; before the first rendering it takes over what was read."""
        if self._writer is None:
            from successbook.files.writing import Writer

            self._writer = Writer()
            if self.data:
                plain = self.data.removeprefix(b"\xef\xbb\xbf") if self.style.bom else self.data
                self.by_hand = not self._writer.learn(self.table, plain.replace(b"\r\n", b"\n"))
        return self._writer


class PlanFolder:
    """The files of one plan, as they are on the disk.

    Attributes:
        path: the folder.
        unreadable: the files that cannot be read, or are of a newer format, by name, with the reason. They
            are never written. Those of a newer format show their values in `tree` all the same.
        notices: sentences about files that were read but look wrong, by name.
        read_only: why nothing can be written here, or "".
    """

    def __init__(self, path: Path, disk: Disk = DISK) -> None:
        self.path = path
        self.unreadable: dict[str, FileError] = {}
        self.notices: dict[str, str] = {}
        self.read_only = ""
        self._disk = disk
        self._files: dict[str, _File] = {}

    @classmethod
    def open(
        cls, path: Path, *, patterns: tuple[str, ...] = (*PLAN_FILES, *NOTEBOOK_FILES), disk: Disk = DISK
    ) -> PlanFolder:
        """Open the plan in a folder, or the one that a file belongs to.

        Every file is read for itself: what cannot be read is listed in `unreadable`, the rest opens.

        Raises:
            NotReadable: there is no folder, or it cannot be looked into.
        """
        folder = cls(home_of(path, patterns), disk)
        found = listing(folder.path, patterns, disk=disk)
        folder.unreadable.update(found.troubles)
        folder.read_only = _why_read_only(folder.path)
        for name in found.names:
            folder._read(name)
        folder._guard_newer_formats()
        if not folder.read_only:
            for each in sorted({folder.path, *(folder._place(name).parent for name in found.names)}):
                sweep(each, disk)
        return folder

    @property
    def tree(self) -> Tree:
        """The plan as it is on the disk, as far as it can be read."""
        return Tree({name: file.table for name, file in self._files.items()})

    @property
    def styles(self) -> dict[str, Style]:
        """Line ends and byte order mark of each file, by name."""
        return {name: file.style for name, file in self._files.items()}

    @property
    def bytes(self) -> dict[str, bytes]:
        """What each file is known to hold on the disk, by name."""
        return {name: file.data for name, file in self._files.items()}

    def prepare(self) -> None:
        """Make the first write as quick as all others (at 2,000 records by 60 ms); call it when idle."""
        for file in self._files.values():
            file.writer()

    def write_tree(self, tree: Tree) -> str:
        """Like `write`; a remark for the status line, or ""."""
        written = self.write(tree)
        remarks = list(written.warnings)
        if written.normalised:
            names = ", ".join(written.normalised)
            remarks.append(f"{names}: was laid out by hand and has the usual layout now")
        return " · ".join(remarks)

    def write(self, tree: Tree, *, again: Collection[str] = ()) -> Written:
        """Bring the files to what `tree` says; those that say it already are not touched.

        Every file is tried, even when another one fails, so that as much as possible is safe.

        Args:
            tree: the whole plan.
            again: files to write even though they are gone from the disk.

        Raises:
            ChangedOutside: somebody else has changed, made or deleted a file since it was read.
            NotWritten: a file could not be written. Either way its bytes on the disk are what they were, the
                other files are written, and another `write` tries only those again that failed.
        """
        for name in again:
            if name in self._files and self._disk.look(self._place(name)) is None:
                del self._files[name]
        names: list[str] = []
        normalised: list[str] = []
        warnings: list[str] = []
        failed: FileError | None = None
        for name in sorted({*tree.files, *self._files}):
            try:
                saved = self._bring(name, tree.files.get(name))
            except FileError as error:
                failed = failed or error
                continue
            if saved is None:
                continue
            names.append(name)
            warnings += saved.warnings
            if not saved.durable:
                warnings.append(f"{name}: saved, but maybe not durable: the disk would not confirm it")
            file = self._files.get(name)
            if file is not None and file.by_hand:
                file.by_hand = False
                normalised.append(name)
        if failed is not None:
            raise failed
        return Written(tuple(names), tuple(normalised), tuple(warnings))

    def tidy(self) -> None:
        """Take away temporary files that nobody writes any more, and the folders of files that are gone."""
        folders = {self._place(name).parent for name in (*self._files, "reflections/x")}
        for folder in sorted(folders, reverse=True):
            sweep(folder, self._disk)
            if folder != self.path:
                with suppress(OSError):  # it is not empty, or was never there
                    folder.rmdir()

    # One file

    def _place(self, name: str) -> Path:
        return self.path / name

    def _read(self, name: str) -> None:
        path = self._place(name)
        try:
            data = read_bytes(path, disk=self._disk)
            text, style = decode(data, path)
            table = parse(text, path)
        except FileError as error:
            self.unreadable[name] = error
            return
        self._files[name] = _File(data, table, style)
        if not text.strip():
            self.notices[name] = f"{path}: it is empty; if it should not be, restore an older version of it"
        elif line := conflict_line(text):
            self.notices[name] = f"{path}:{line}: git's conflict markers stand in a text; keep one side of it"

    def _guard_newer_formats(self) -> None:
        """A file of a newer format is only read; one without a format of its own has that of plan.toml."""
        plan = _format_of(self._files["plan.toml"].table) if "plan.toml" in self._files else None
        for name, file in self._files.items():
            found = _format_of(file.table)
            if (found if found is not None else plan or FORMAT) > FORMAT:
                self.unreadable[name] = NotReadable(
                    f"a newer version of successbook wrote it (format {found or plan}); it is only shown",
                    path=self._place(name),
                    remedy="update successbook to change it",
                )

    def _bring(self, name: str, table: Table | None) -> Saved | None:
        """Make one file hold `table`, or be gone; None when that is so already."""
        file = self._files.get(name)
        if file is not None and table is not None and (table is file.table or same(table, file.table)):
            file.table = table
            return None
        if name in self.unreadable:
            error = self.unreadable[name]
            raise NotWritten(f"it is not written: {error.what}", path=error.path, remedy=error.remedy)
        if table is None:
            from successbook.files.saving import remove

            saved = remove(self._place(name), self._files[name].data, within=self.path, disk=self._disk)
            del self._files[name]
            return saved
        return self._save(name, table, file or _File(b"", _EMPTY, Style()))

    def _save(self, name: str, table: Table, file: _File) -> Saved | None:
        from successbook.files.saving import save

        path, writer = self._place(name), file.writer()
        try:
            data = encode(writer.render(table), file.style)
        except Refused as error:
            raise NotWritten(
                f"{error.what} ({error.where})" if error.where else error.what, path=path, remedy=error.remedy
            ) from error
        if len(data) > MAX_BYTES:
            raise NotWritten(
                f"it would be larger than {MAX_BYTES >> 20} MiB",
                path=path,
                remedy="shorten the longest texts",
            )
        base = file.data if name in self._files else None
        saved = None if data == base else save(path, data, base, within=self.path, disk=self._disk)
        file.data, file.table = data, table
        self._files[name] = file
        return saved


def _format_of(table: Table) -> int | None:
    found = table.get("format")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _why_read_only(folder: Path) -> str:
    if os.access(folder, os.W_OK | os.X_OK):
        return ""
    try:
        read_only_disk = bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError as error:
        return f"{folder}: nothing can be saved here ({errno.errorcode.get(error.errno or 0, '')})"
    why = "the disk is read-only" if read_only_disk else "you may not write to this folder"
    return f"{folder}: {why}; work on a copy of it"
