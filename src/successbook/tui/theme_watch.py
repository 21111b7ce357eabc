"""A theme of one's own is worn again as soon as its file is saved: one sees what one changes."""

from __future__ import annotations

from pathlib import Path

from successbook.tui.palettes import Palette, read_palette

__all__ = ["ThemeWatch"]


class ThemeWatch:
    """Looks whether the file of the worn theme has changed.

    Args:
        folder: the person's own themes; only those are looked at, ours do not change while we run.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._path: Path | None = None
        self._seen: tuple[int, int] | None = None

    def follow(self, palette: Palette) -> None:
        """This theme is worn now."""
        self._path = (
            palette.path if self._folder is not None and palette.path.parent == self._folder else None
        )
        self._seen = self._stamp()

    def changed(self) -> Palette | None:
        """The theme as its file says it now, if that is something new; a file that is gone changes nothing.

        Raises:
            SettingsError: what the file says now cannot be worn; said once for each version of it.
        """
        stamp = self._stamp()
        if self._path is None or stamp is None or stamp == self._seen:
            return None
        self._seen = stamp
        return read_palette(self._path)

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat() if self._path is not None else None
        except OSError:
            return None  # between two saves of an editor there may be no file
        return (status.st_mtime_ns, status.st_size) if status is not None else None
