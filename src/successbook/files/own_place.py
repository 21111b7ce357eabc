"""Where a notebook lies: with its owner, or in a repository that others read."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["data_folder", "repository_of", "shared_repository"]


def data_folder() -> Path | None:
    """The person's own folder for data; None without a home."""
    import platformdirs

    try:
        path = platformdirs.user_data_path("successbook", appauthor=False)
    except (OSError, RuntimeError):
        return None
    return path if path.is_absolute() else None


def shared_repository(notebook: Path) -> Path | None:
    """The folder of the git repository in which a notebook lies, if it is one that others may read.

    The person's own data folder is theirs, also when they keep their home in a repository.
    """
    real, own = Path(os.path.realpath(notebook)), data_folder()
    if own is not None and real.is_relative_to(os.path.realpath(own)):
        return None
    return repository_of(real)


def repository_of(path: Path) -> Path | None:
    """The folder of the git repository in which a path lies, if it lies in one."""
    real = Path(os.path.realpath(path))
    return next((folder for folder in (real, *real.parents) if os.path.lexists(folder / ".git")), None)
