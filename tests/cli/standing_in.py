"""What stands in for what is around a command: a folder closed to all, an app that is not opened."""

from pathlib import Path

import pytest

from successbook.cli import app

__all__ = ["nobody_may_write", "not_opened"]


def nobody_may_write(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let the system allow no writing from now on; all paths that are asked about come into the list."""
    asked: list[object] = []

    def refuse(path: object, mode: int) -> bool:
        asked.append(path)
        return False

    monkeypatch.setattr("os.access", refuse)
    return asked


def not_opened(monkeypatch: pytest.MonkeyPatch, scratch: Path) -> list[Path | None]:
    """Let the app end at once; what it was to open comes into the list, scratch copies lie in `scratch`."""
    opened: list[Path | None] = []

    def open_app(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.setattr(app, "expect_terminal", lambda: None)
    monkeypatch.setattr(app, "open_app", open_app)
    return opened
