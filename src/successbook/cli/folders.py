"""Which folder a path on the command line means."""

from __future__ import annotations

import os
from pathlib import Path

from successbook.errors import NotReadable
from successbook.files.layout import NOTEBOOK_FILES, PLAN_FILES, home_of

__all__ = ["is_plan", "plan_folder"]

_MARKS = ("plan.toml", "notebook.toml", "stakeholders.toml", "releases", "reflections")
"""What a folder holds at least one of when it is a plan or a notebook."""


def is_plan(folder: Path) -> bool:
    """Whether a plan or a notebook lies in a folder."""
    return any(os.path.lexists(folder / name) for name in _MARKS)


def plan_folder(path: Path) -> Path:
    """The folder of the plan or notebook that `path` names: itself, or the one that this file belongs to.

    Raises:
        NotReadable: there is no plan.
    """
    if path.is_file():
        path = home_of(path, (*PLAN_FILES, *NOTEBOOK_FILES))
    if not os.path.lexists(path):
        raise NotReadable(
            "there is no such folder", path=path, remedy=f"start a plan with successbook new {path}"
        )
    if not path.is_dir():
        raise NotReadable("this is no folder", path=path, remedy="name the folder of a plan")
    if not is_plan(path):
        raise NotReadable(
            f"there is no plan in it, no {_MARKS[0]} or {_MARKS[1]}",
            path=path,
            remedy="name the folder of a plan",
        )
    return path
